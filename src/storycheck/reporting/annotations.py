"""Findings as a flat list of annotations: what the formats for other tools are made from."""

from collections.abc import Iterator

from storycheck.diagnostics import Severity
from storycheck.records import NamedTuple
from storycheck.report import ClaimReport, DocumentReport, Report
from storycheck.reporting import claimlines, conflictlines, headlines, summarylines
from storycheck.reporting.lookup import Lookup
from storycheck.source import Place, Span


class Annotation(NamedTuple):
    """One finding: how grave, its code, a headline, lines of detail, where, and the claim it judges or ""."""

    severity: Severity
    code: str
    headline: str
    details: tuple[str, ...]
    path: str
    place: Place | None
    claim: str = ""


def annotations(report: Report, lookup: Lookup) -> Iterator[Annotation]:
    """Everything in a report that has something to say, document by document."""
    for document in report.documents:
        yield from _of_claims(document, lookup)
        yield from _of_story(document, lookup)
        yield from _of_diagnostics(document)


def _of_claims(document: DocumentReport, lookup: Lookup) -> Iterator[Annotation]:
    told = frozenset(summarylines.unread_by_diagnostic(document))
    for claim in document.claims:
        if claim.verdict in headlines.NOTABLE and claim.id not in told:
            readings = claimlines.reading_lines(claim, lookup)
            conflicts = _conflicts(claim, lookup)
            consequences = claimlines.consequence_lines(claim, document, lookup)
            details = (*readings, *conflicts, *consequences)
            headline = headlines.headline(claim, lookup)
            severity = headlines.severity(claim)
            found = _at(document, claim.span, severity, str(claim.verdict), headline, details)
            yield found._replace(claim=claim.id)


def _conflicts(claim: ClaimReport, lookup: Lookup) -> Iterator[str]:
    for index, conflict in enumerate(claim.conflicts):
        yield conflictlines.conflict_title(claim, index, lookup)
        yield from conflictlines.conflict_lines(conflict, lookup, about=conflictlines.atoms_of(claim))


def _of_story(document: DocumentReport, lookup: Lookup) -> Iterator[Annotation]:
    places = [{one.id: one.span for one in lines} for lines in (document.claims, document.given)]
    for conflict in document.joint_conflicts:
        found = (spans[name] for spans in places for name in conflict.claims if name in spans)
        span = next(found, Span(0, 0))
        details = tuple(conflictlines.conflict_lines(conflict, lookup))
        code, headline = conflictlines.joint_code(conflict, document), conflictlines.joint_headline(conflict)
        yield _at(document, span, Severity.ERROR, code, headline, details)
    for step in document.steps:
        if not step.follows:
            details = tuple(summarylines.step_lines(step, document, lookup))
            severity, headline = summarylines.step_severity(step), summarylines.step_headline(step, document)
            yield _at(document, step.span, severity, "step", headline, details)


def _of_diagnostics(document: DocumentReport) -> Iterator[Annotation]:
    unread = summarylines.unread_by_diagnostic(document)
    for diagnostic, claim in zip(document.diagnostics, unread, strict=True):
        message = f"{claim} cannot be read: {diagnostic.message}" if claim else diagnostic.message
        details = (f"help: {diagnostic.help}",) if diagnostic.help else ()
        if summarylines.is_elsewhere(diagnostic, document):
            yield Annotation(diagnostic.severity, diagnostic.code, message, details, diagnostic.path, None)
        else:
            found = _at(document, diagnostic.span, diagnostic.severity, diagnostic.code, message, details)
            yield found._replace(claim=claim)


def _at(
    document: DocumentReport,
    span: Span,
    severity: Severity,
    code: str,
    headline: str,
    details: tuple[str, ...] = (),
) -> Annotation:
    return Annotation(severity, code, headline, details, document.source.name, document.source.place(span))
