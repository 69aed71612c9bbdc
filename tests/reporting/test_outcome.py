import click
import pytest

from storycheck.cli.commands import check
from storycheck.report import ClaimReport, DocumentReport, Report, StepReport
from storycheck.reporting.outcome import FAILING, has_findings
from storycheck.source import Span
from tests.reporting.sample import DOCUMENT, R1, R3, R4, R5, REPORT

QUIET = DOCUMENT._replace(joint_conflicts=(), steps=(), diagnostics=(), claims=())


def report(**changes: object) -> Report:
    return Report(REPORT.evidence, (QUIET._replace(**changes),))


@pytest.mark.parametrize(
    ("claim", "levels"),
    [(R1, "refuted contested unread"), (R4, "contested unread"), (R3, "unread"), (R5, "")],
)
def test_levels(claim: ClaimReport, levels: str) -> None:
    assert [
        name for name in FAILING if has_findings(report(claims=(claim,)), name, strict=False)
    ] == levels.split()


def test_the_command_knows_all_levels() -> None:
    (option,) = (each for each in check.params if each.name == "fail_on")
    assert isinstance(option.type, click.Choice)
    assert list(option.type.choices) == list(FAILING)


@pytest.mark.parametrize("level", FAILING)
def test_what_could_not_be_judged_never_passes_under_strict(level: str) -> None:
    assert has_findings(report(claims=(R3,), diagnostics=DOCUMENT.diagnostics), level, strict=True)


@pytest.mark.parametrize(
    "document",
    [
        QUIET._replace(joint_conflicts=DOCUMENT.joint_conflicts),
        QUIET._replace(steps=DOCUMENT.steps),
        QUIET._replace(diagnostics=DOCUMENT.diagnostics),
    ],
)
def test_what_breaks_a_story_counts(document: DocumentReport) -> None:
    found = Report(REPORT.evidence, (document,))
    assert has_findings(found, "refuted", strict=False)
    assert not has_findings(found, "never", strict=False)


def test_a_step_that_was_not_decided_is_no_finding() -> None:
    step = StepReport("r1", ("r2",), Span(0, 1), follows=None)
    assert not has_findings(report(steps=(step,)), "refuted", strict=False)
    assert has_findings(report(steps=(step,)), "refuted", strict=True)
