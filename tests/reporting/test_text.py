import re
from collections.abc import Callable

import pytest

from storycheck.diagnostics import Diagnostic, Severity
from storycheck.report import Report
from storycheck.reporting.layout import ASCII, Look, width_of
from storycheck.reporting.text import Detail, render
from storycheck.source import Span
from tests.reporting.sample import DOCUMENT, LOOKUP, R1, R2, REPORT


@pytest.mark.parametrize(("name", "look"), [("text-80.txt", Look()), ("text-40.txt", Look(40, glyphs=ASCII))])
def test_the_report_as_it_is_shown(name: str, look: Look, golden: Callable[[str, str], None]) -> None:
    golden(name, render(REPORT, LOOKUP, look))


@pytest.mark.parametrize("width", [30, 40, 60, 80, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    lines = render(REPORT, LOOKUP, Look(width)).splitlines()
    assert max(width_of(line) for line in lines if "-->" not in line) <= width


def test_ascii_glyphs_draw_with_ascii_only() -> None:
    text = render(REPORT, LOOKUP, Look(80, glyphs=ASCII))
    assert {character for character in text if ord(character) > 127} <= set("öß网络…")


def test_colour_adds_nothing_but_colour() -> None:
    painted = render(REPORT, LOOKUP, Look(color=True))
    assert "\x1b[1;31merror[refuted]:\x1b[0m r1 contradicts" in painted
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == render(REPORT, LOOKUP)


def test_quiet_leaves_out_what_is_fine() -> None:
    text = render(REPORT, LOOKUP, detail=Detail(quiet=True))
    assert "entailed r2" not in text
    assert "unaddressed r5" not in text
    assert "error[refuted]: r1" in text


def test_a_reading_stands_under_every_claim() -> None:
    text = render(REPORT, LOOKUP, Look(200))
    for claim in REPORT.claims:
        assert all(f"read as: {reading}" in text for reading in claim.readings)


def test_conflicts_beyond_the_third_are_one_line_unless_verbose() -> None:
    conflict = R1.conflicts[1]
    claim = R1._replace(conflicts=(R1.conflicts[0], conflict, conflict, conflict._replace(evidence=("PF4",))))
    report = Report(REPORT.evidence, (DOCUMENT._replace(claims=(claim,), diagnostics=(), steps=()),))
    short, full = render(report, LOOKUP), render(report, LOOKUP, detail=Detail(verbose=True))
    assert "conflict 4 of 4 (medium): PF4 (PF-C), Sequential training forgets" in short
    assert "Paper 0 on sequential training forgets" not in short
    assert "Paper 0 on sequential training forgets" in full


def test_two_readings_are_both_shown() -> None:
    claim = R2._replace(readings=("one way", "another way"))
    report = Report(REPORT.evidence, (DOCUMENT._replace(claims=(claim,), diagnostics=(), steps=()),))
    text = render(report, LOOKUP)
    assert "read as: one way\n  or as: another way" in text


def test_a_report_without_documents_is_its_summary() -> None:
    text = render(Report(REPORT.evidence, ()), LOOKUP)
    assert text == "0 claims\njudged against 5 evidence items, 4 accepted from medium confidence on\n"


def test_of_prose_only_findings_are_shown_unless_all_are_asked_for() -> None:
    claims = tuple(claim._replace(role="prose") for claim in (R1, R2))
    report = Report(REPORT.evidence, (DOCUMENT._replace(claims=claims, diagnostics=(), steps=()),))
    assert "r1 contradicts" in render(report, LOOKUP)
    assert "entailed r2" not in render(report, LOOKUP)
    assert "entailed r2" in render(report, LOOKUP, detail=Detail(verbose=True))


def test_documents_with_nothing_to_say_have_no_heading() -> None:
    silent = DOCUMENT._replace(claims=(), diagnostics=(), steps=(), joint_conflicts=())
    text = render(Report(REPORT.evidence, (silent, silent)), LOOKUP)
    assert text.startswith("0 claims\n")


def test_quiet_leaves_out_notes_and_no_gaps() -> None:
    note = Diagnostic("unused-claim", Severity.NOTE, "no step uses `r1`", Span(0, 1))
    error = note._replace(severity=Severity.ERROR)
    document = DOCUMENT._replace(diagnostics=(note, error))
    text = render(Report(REPORT.evidence, (document,)), LOOKUP, Look(200), Detail(quiet=True))
    assert "error[unused-claim]" in text
    assert "note[unused-claim]" not in text
    assert "\n\n\n" not in text
