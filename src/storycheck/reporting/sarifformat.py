"""SARIF 2.1.0 (OASIS): findings for code-scanning tools. Columns count code points, as everywhere."""

from pathlib import PurePath
from urllib.parse import quote

from storycheck import __version__, codes
from storycheck.report import Report
from storycheck.reporting.annotations import Annotation, annotations
from storycheck.reporting.jsonformat import Json, json_text
from storycheck.reporting.lookup import Lookup

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render(report: Report, lookup: Lookup) -> str:
    """The findings as one SARIF run, ending in a line break."""
    found = list(annotations(report, lookup))
    rules = sorted({one.code for one in found})
    driver: dict[str, Json] = {
        "name": "storycheck",
        "version": __version__,
        "rules": [_rule(code) for code in rules],
    }
    run: dict[str, Json] = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, rules.index(one.code)) for one in found],
    }
    log: dict[str, Json] = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json_text(log)


def _rule(code: str) -> dict[str, Json]:
    """A rule with its page's headline and text."""
    page = codes.page(code) or f"# {code}: see the documentation\n"
    title, _, text = page.partition("\n")
    short = title.removeprefix(f"# {code}: ")
    return {
        "id": code,
        "shortDescription": {"text": short},
        "help": {"text": text.strip() or short, "markdown": page.strip()},
    }


def _result(found: Annotation, rule: int) -> dict[str, Json]:
    artifact: dict[str, Json] = {"uri": quote(PurePath(found.path).as_posix(), errors="surrogateescape")}
    location: dict[str, Json] = {"artifactLocation": artifact}
    if found.place:
        location["region"] = {
            "startLine": found.place.line,
            "startColumn": found.place.column,
            "endLine": found.place.end_line,
            "endColumn": found.place.end_column,
        }
    return {
        "ruleId": found.code,
        "ruleIndex": rule,
        "level": str(found.severity),
        "message": {"text": "\n".join([found.headline, *found.details])},
        "locations": [{"physicalLocation": location}],
    }
