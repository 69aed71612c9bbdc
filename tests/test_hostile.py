"""Input that no one means well with: told at its place, in bounded time, and the rest still judged."""

import json
import os
import time
from pathlib import Path

import pytest

from storycheck.api import Checker, Evidence, Report
from storycheck.cli import run as cli_run
from storycheck.folders import STORIES, EmptyFolder, find
from storycheck.reporting import jsonformat, sarifformat
from storycheck.reporting.excerpt import excerpt
from storycheck.reporting.layout import Look, Style
from storycheck.reporting.text import render
from storycheck.source import SourceText, Span

SGD = "SGD always reaches good minima."
LARGE = 3_000_000


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(Evidence.default(), max_conflicts=1)


def story(*claims: str, before: str = "") -> str:
    return f"{before}claims\n" + "".join(f"  c{number}: {each}\n" for number, each in enumerate(claims, 1))


def codes(report: Report) -> list[str]:
    return [fault.code for document in report.documents for fault in document.diagnostics]


@pytest.mark.parametrize(
    ("claim", "code", "words"),
    [
        ("SGD " * 10_000 + ".", "sentence-too-long", "120 words"),
        ("SGD reaches good minima and " * 2_000 + SGD, "sentence-too-long", "120 words"),
        (
            "(" * 1_000 + "SGD reaches good minima" + ")" * 1_000 + ".",
            "sentence-too-long",
            "1,440 characters",
        ),
        ("Networks " + "that " * 1_000 + "reach good minima.", "sentence-too-long", "120 words"),
        ("Networks " + "that are not networks " * 25 + "fit random labels.", "unread-sentence", ""),
        ("x" * LARGE + ".", "sentence-too-long", "1,440 characters"),
        ("SGD" + " " * LARGE + "works.", "sentence-too-long", "1,440 characters"),
        ("SGD \x00\x1b[31m works.", "control-character", "no text"),
        ("SG\N{SOFT HYPHEN}D works.", "control-character", "no text"),
        ("\N{ZERO WIDTH SPACE}SGD works.", "control-character", "no text"),
        ("\N{RIGHT-TO-LEFT OVERRIDE}SGD works.", "control-character", "no text"),
        ("SGD \N{COMBINING ACUTE ACCENT} works.", "unknown-term", "is not in the vocabulary"),
        ("The 's model is probed.", "unread-phrase", "owner is not named"),
        ("' changed their network.", "unread-phrase", "owner is not named"),
    ],
)
def test_a_hostile_claim_is_told_and_the_next_judged(
    checker: Checker, claim: str, code: str, words: str
) -> None:
    start = time.process_time()
    report = checker.check(story(claim, SGD))
    shown = str(report)
    assert time.process_time() - start < 8
    assert [one.verdict for one in report.claims] == ["unread", "refuted"]
    faults = report.documents[0].diagnostics
    assert any(fault.code == code and words in fault.message for fault in faults)
    assert {report.documents[0].source.line_column(fault.span.start)[0] for fault in faults} == {2}
    assert "internal" not in shown


def test_signs_are_not_to_be_declared(checker: Checker) -> None:
    (fault,) = checker.check("SGD => good minima.").documents[0].diagnostics
    assert (fault.code, fault.help) == ("unknown-term", "say it in words, or leave it out")


@pytest.mark.parametrize("mark", ["\r", "\r\n", "\n"])
def test_line_ends_of_every_system(tmp_path: Path, checker: Checker, mark: str) -> None:
    path = tmp_path / "story.ts"
    path.write_bytes(story(SGD, SGD).replace("\n", mark).encode())
    report = checker.check(path)
    assert [report.documents[0].source.line_column(one.span.start)[0] for one in report.claims] == [2, 3]
    assert not codes(report)


def test_a_long_line_is_shown_as_the_words_around_the_mark() -> None:
    text = "y " * LARGE + "SGD works. " + "z " * LARGE
    at = text.index("SGD")
    start = time.process_time()
    row, marks = excerpt(Look(), SourceText(text), Span(at, at + 10), Style.ERROR, 1)
    assert time.process_time() - start < 2
    assert "y SGD works. z" in row
    assert row.startswith("1 │ …") and row.endswith("…")
    assert marks.count("^") == 10


def test_many_claims_that_hang_together_are_judged_together(checker: Checker) -> None:
    declared = "".join(f'concept "wug{number}"\n' for number in range(151))
    chain = [f"Every wug{number} is a wug{number + 1}." for number in range(150)]
    start = time.process_time()
    report = checker.check(story(*chain, before=declared))
    assert time.process_time() - start < 10
    assert not report.documents[0].joint_conflicts
    clash = checker.check(story(*chain[:20], "Some wug0 is not a wug20.", before=declared))
    (conflict,) = clash.documents[0].joint_conflicts
    assert conflict.claims == tuple(sorted(f"c{number}" for number in range(1, 22)))


def test_more_conflicts_among_claims_than_anybody_reads(checker: Checker) -> None:
    """Some are listed, and the report says that there are more; on request all are."""
    names = [f"wug{number}" for number in range(12)]
    declared = "".join(f'concept "{name}"\n' for name in names)
    pairs = [claim for name in names for claim in (f"Every {name} is pruned.", f"No {name} is pruned.")]
    text = story(*pairs, *pairs, before=declared)
    some, every = checker.check(text), Checker(checker.evidence, max_conflicts=0).check(text)
    assert codes(some) == ["more-conflicts"]
    assert len(some.documents[0].joint_conflicts) == 8
    assert codes(every) == []
    told = [conflict.claims for conflict in every.documents[0].joint_conflicts]
    assert told == [tuple(sorted((f"c{n}", f"c{n + 1}"))) for n in range(1, 24, 2)]


def test_a_thousand_claims_about_the_same_few_things(checker: Checker) -> None:
    """They contradict each other in very many ways."""
    kinds, strengths = ("wug", "fep", "blick", "zup"), ("always", "usually", "sometimes", "never", "rarely")
    pairs = [(kind, other) for kind in kinds for other in kinds if kind != other]
    claims = [f"{kind.title()}s are {how} {other}s." for kind, other in pairs for how in strengths]
    declared = "".join(f'concept "{kind}"\n' for kind in kinds)
    start = time.process_time()
    report = checker.check(story(*claims * 20, before=declared))
    assert time.process_time() - start < 20
    assert len(report.documents[0].claims) == 1200
    assert codes(report) == ["more-conflicts"]


@pytest.mark.parametrize("phrase", ["wug " * 5_000, "w" * 50_000])
def test_a_phrase_as_long_as_a_book_is_not_declared(checker: Checker, phrase: str) -> None:
    start = time.process_time()
    report = checker.check(f'concept "{phrase}"\n{story(SGD)}')
    assert time.process_time() - start < 5
    (fault,) = report.documents[0].diagnostics
    assert (fault.code, fault.span.start) == ("bad-declaration", 0)
    assert "longer than 1,000 characters" in fault.message and len(fault.message) < 200
    assert report.claims[0].verdict == "refuted"


def test_thousands_of_declarations(checker: Checker) -> None:
    declared = "".join(f'concept "wug{number}"\n' for number in range(3_000))
    start = time.process_time()
    report = checker.check(declared + story("Every wug1 is a wug2999.", SGD))
    assert time.process_time() - start < 10
    assert [one.verdict for one in report.claims] == ["unaddressed", "refuted"]
    assert not codes(report)


@pytest.mark.parametrize("name", ["x" * 5_000, "x/" * 3_000, "gone"])
def test_a_pack_that_cannot_be_there_is_told(checker: Checker, name: str) -> None:
    report = checker.check(f'evidence "{name}"\n{story(SGD)}')
    assert codes(report) == ["no-pack"]
    assert report.claims[0].verdict == "refuted"


def test_odd_file_names_are_shown_and_written(tmp_path: Path, checker: Checker) -> None:
    name = os.fsdecode(os.fsencode(tmp_path) + b"/a\xff\x1b[2J\xe2\x80\xae.ts")
    Path(name).write_text(story(SGD))
    report = checker.check(Path(name))
    shown = render(report, report.lookup, Look())
    assert "\x1b" not in shown and "\N{RIGHT-TO-LEFT OVERRIDE}" not in shown
    assert "a%FF%1B%5B2J%E2%80%AE.ts" in sarifformat.render(report, report.lookup)
    out = tmp_path / "report.json"
    cli_run.write_text(cli_run.Options(output=str(out)), lambda _: jsonformat.render(report, report.lookup))
    assert "\\udcff" in out.read_text()


def test_a_pipe_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.ts")
    assert [type(one) for one in find([tmp_path], STORIES)] == [EmptyFolder]
    (tmp_path / "broken.ts").symlink_to("gone")
    assert list(find([tmp_path], STORIES)) == [str(tmp_path / "broken.ts")]


def test_no_more_processes_than_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    with cli_run._executor(100_000) as executor:
        assert getattr(executor, "_max_workers", 0) == 2


def test_names_may_be_those_of_the_evidence(checker: Checker) -> None:
    report = checker.check(
        f"claims\n  G1: {SGD}\n  G2: SGD usually reaches good minima.\n  therefore G2 from G1\n"
    )
    assert [(one.id, one.verdict) for one in report.claims] == [("G1", "refuted"), ("G2", "entailed")]
    assert report.documents[0].steps[0].follows
    assert json.loads(report.to_json())["documents"][0]["claims"][0]["id"] == "G1"
