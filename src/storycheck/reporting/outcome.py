"""What a report means for the one who started the run: whether there are findings that count."""

from storycheck.diagnostics import Severity
from storycheck.report import DocumentReport, Report, Verdict
from storycheck.reporting.headlines import UNDECIDED
from storycheck.reporting.summarylines import unread_by_diagnostic

_REFUTED = frozenset({Verdict.REFUTED, Verdict.INCOHERENT})
FAILING = {
    "refuted": _REFUTED,
    "contested": _REFUTED | {Verdict.CONTESTED},
    "unread": _REFUTED | UNDECIDED | {Verdict.CONTESTED},
    "never": frozenset[Verdict](),
}
"""What fails a run, by the levels of ``--fail-on``: from the gravest verdicts only to any; and none."""


def has_findings(report: Report, fail_on: str, strict: bool) -> bool:
    """Whether anything is at or above the level ``fail_on``; under ``strict`` the undecided counts too.

    Claims that clash, steps that do not follow and errors in a story's structure count like refuted claims.
    """
    failing = FAILING[fail_on] | (UNDECIDED if strict else frozenset())
    if any(claim.verdict in failing for claim in report.claims):
        return True
    if strict and any(map(_is_open, report.documents)):
        return True
    return fail_on != "never" and any(_is_broken(document) for document in report.documents)


def _is_open(document: DocumentReport) -> bool:
    """Whether something about the story as a whole was not decided."""
    return not document.conflicts_complete or any(step.follows is None for step in document.steps)


def _is_broken(document: DocumentReport) -> bool:
    if document.joint_conflicts or any(step.follows is False for step in document.steps):
        return True
    unread = unread_by_diagnostic(document)
    return any(
        diagnostic.severity is Severity.ERROR and not claim
        for diagnostic, claim in zip(document.diagnostics, unread, strict=True)
    )
