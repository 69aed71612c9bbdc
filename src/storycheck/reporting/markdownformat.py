"""The Markdown report, for a pull request's comment or a page: a table of verdicts, then the findings."""

import re
from collections.abc import Iterator

from storycheck.report import DocumentReport, Report
from storycheck.reporting import claimlines, summarylines
from storycheck.reporting.annotations import annotations
from storycheck.reporting.lookup import Lookup

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~#&])")


def render(report: Report, lookup: Lookup) -> str:
    """The report as GitHub-flavoured Markdown, everything that users wrote escaped."""
    return "\n".join(_lines(report, lookup)) + "\n"


def _lines(report: Report, lookup: Lookup) -> Iterator[str]:
    yield f"**{summarylines.summary_line(report)}**"
    for document in report.documents:
        yield from _document(document)
        for claim in document.claims:
            if lines := list(claimlines.decisive_lines(claim)):
                yield f"- **{claim.verdict}** {_escaped(claim.id)}"
                yield from (f"  - {_escaped(line)}" for line in lines)
        for found in annotations(Report(report.evidence, (document,)), lookup):
            place = f" (line {found.place.line})" if found.place else ""
            yield f"- **{found.code}**{place}: {_escaped(found.headline)}"
            yield from (f"  - {_escaped(line)}" for line in found.details)
    if not report.evidence.consistent:
        yield f"\n**{summarylines.INCONSISTENT}**"
    yield ""
    yield "\n\n".join(map(_escaped, summarylines.evidence_lines(report)))


def _document(document: DocumentReport) -> Iterator[str]:
    title = f": {document.title}" if document.title else ""
    yield f"\n### {_escaped(document.source.name + title)}\n"
    if document.claims:
        yield "| line | claim | verdict | sentence | read as |"
        yield "| ---: | --- | --- | --- | --- |"
    for claim in document.claims:
        line = document.source.line_column(claim.span.start)[0]
        cells = (claim.id, str(claim.verdict), claim.text, " / ".join(claim.readings))
        yield f"| {line} | {' | '.join(map(_escaped, cells))} |"
    if document.claims:
        yield ""


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
