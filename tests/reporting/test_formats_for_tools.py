import json
from collections.abc import Callable
from xml.etree import ElementTree as ET

import pytest

from storycheck.report import Report
from storycheck.reporting import githubformat, junitformat, markdownformat, sarifformat
from storycheck.source import SourceText
from tests.reporting.sample import DOCUMENT, LOOKUP, R1, REPORT

BAD = 'a|b\x00%,:\n<i>*x*</i> & "q" `c`'


def hostile() -> Report:
    """A report whose every text of the user's tries to break out of the format."""
    source = SourceText(DOCUMENT.source.text, BAD)
    claim = R1._replace(text=BAD, readings=(BAD,))
    return Report(REPORT.evidence, (DOCUMENT._replace(source=source, title=BAD, claims=(claim,)),))


@pytest.mark.parametrize(
    ("name", "render"),
    [
        ("github.txt", githubformat.render),
        ("report.md", markdownformat.render),
        ("report.sarif", sarifformat.render),
        ("junit.xml", junitformat.render),
    ],
)
def test_golden(name: str, render: Callable[..., str], golden: Callable[[str, str], None]) -> None:
    golden(name, render(REPORT, LOOKUP))


def test_github_annotations_are_one_line_each() -> None:
    lines = githubformat.render(hostile(), LOOKUP).splitlines()
    assert lines[-1].startswith("1 claim: 1 refuted")
    for line in lines[:-1]:
        command, _, _ = line.removeprefix("::").partition("::")
        level, _, properties = command.partition(" ")
        assert level in ("error", "warning", "notice")
        assert all("=" in one for one in properties.split(","))
    assert lines[0].startswith("::error ")


def test_sarif_points_at_the_words() -> None:
    (run,) = json.loads(sarifformat.render(REPORT, LOOKUP))["runs"]
    first = run["results"][0]
    assert first["ruleId"] == run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == "refuted"
    assert first["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 4,
        "startColumn": 7,
        "endLine": 4,
        "endColumn": 38,
    }
    described = {rule["id"]: rule["shortDescription"]["text"] for rule in run["tool"]["driver"]["rules"]}
    assert described["refuted"] == "the evidence rules the claim out"


def test_junit_is_xml_whatever_users_write() -> None:
    suites = ET.fromstring(junitformat.render(hostile(), LOOKUP))
    assert suites[0].get("failures") == "4"
    suites = ET.fromstring(junitformat.render(REPORT, LOOKUP))
    assert suites[0].get("skipped") == "1"


def test_markdown_keeps_its_table_whatever_users_write() -> None:
    lines = markdownformat.render(hostile(), LOOKUP).splitlines()
    rows = [line for line in lines if line.startswith("| ")]
    assert len(rows) == 3
    assert rows[2].replace("\\|", "").count("|") == 6
    assert "<i>" not in "".join(lines).replace("\\<", "")
