"""The HTML report: a table of claims with conflicts folded below; self-contained and escaped."""

from collections.abc import Iterable, Iterator
from html import escape

from storycheck.diagnostics import Diagnostic
from storycheck.english import counted
from storycheck.explaining.findings import Conflict
from storycheck.report import ClaimReport, DocumentReport, Report, StepReport, Verdict
from storycheck.reporting import claimlines, conflictlines, headlines, summarylines
from storycheck.reporting.lookup import Lookup

_STYLE = """
.storycheck { font: 14px/1.5 system-ui, sans-serif; max-width: 70em }
.storycheck table { border-collapse: collapse; width: 100% }
.storycheck th, .storycheck td { text-align: left; vertical-align: top; padding: .35em .7em;
  border-bottom: 1px solid #8884 }
.storycheck .verdict { font-weight: 600 }
.storycheck .verdict, .storycheck .name { white-space: nowrap }
.storycheck .bad { color: #c0392b } .storycheck .warn { color: #b9770e } .storycheck .good { color: #1e8449 }
.storycheck .place, .storycheck .reading { opacity: .7 } .storycheck .reading { font-size: .93em }
.storycheck ul { margin: .2em 0 .4em; padding-left: 1.4em } .storycheck p { margin: .2em 0 }
"""

_CLASSES = {
    Verdict.REFUTED: "bad",
    Verdict.INCOHERENT: "bad",
    Verdict.CONTESTED: "warn",
    Verdict.UNREAD: "warn",
    Verdict.UNKNOWN: "warn",
    Verdict.ENTAILED: "good",
    Verdict.SUGGESTED: "good",
}


def render(report: Report, lookup: Lookup) -> str:
    """A whole page, for a file."""
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>storycheck report</title></head>\n<body>\n{fragment(report, lookup)}</body></html>\n"
    )


def fragment(report: Report, lookup: Lookup) -> str:
    """The part that a notebook shows."""
    return "".join(_fragment(report, lookup))


def _fragment(report: Report, lookup: Lookup) -> Iterator[str]:
    yield f'<div class="storycheck"><style>{_STYLE}</style>\n'
    for document in report.documents:
        yield from _document(document, lookup)
    if not report.evidence.consistent:
        yield _tag("p", summarylines.INCONSISTENT, "bad")
    yield f"<p><b>{escape(summarylines.summary_line(report))}</b></p>\n"
    yield from (_tag("p", line, "place") for line in (summarylines.skipped_line(report),) if line)
    yield from (_tag("p", line, "place") for line in summarylines.evidence_lines(report))
    yield "</div>\n"


def _document(document: DocumentReport, lookup: Lookup) -> Iterator[str]:
    title = f": {document.title}" if document.title else ""
    yield f"<p><b>{escape(document.source.name + title)}</b></p>\n"
    if document.given:
        yield _list(escape(f"{claimlines.given_line(given)} — {given.text}") for given in document.given)
    if document.claims:
        yield "<table><thead><tr><th>claim</th><th>verdict</th><th>sentence</th></tr></thead><tbody>\n"
        yield from (_claim(claim, document, lookup) for claim in document.claims)
        yield "</tbody></table>\n"
    notes = [_joint(conflict, document, lookup) for conflict in document.joint_conflicts]
    notes += [_step(step, document, lookup) for step in document.steps]
    notes += [_diagnostic(diagnostic, document) for diagnostic in document.diagnostics]
    yield _list(notes)


def _claim(claim: ClaimReport, document: DocumentReport, lookup: Lookup) -> str:
    line, column = document.source.line_column(claim.span.start)
    name = f'{escape(claim.id)} <span class="place">{line}:{column}</span>'
    style = _CLASSES.get(claim.verdict, "")
    return (
        f'<tr><td class="name">{name}</td><td class="verdict {style}">{escape(claim.verdict)}</td>'
        f"<td>{escape(claim.text)}{''.join(_details(claim, document, lookup))}</td></tr>\n"
    )


def _details(claim: ClaimReport, document: DocumentReport, lookup: Lookup) -> Iterator[str]:
    yield from (_tag("p", line, "reading") for line in claimlines.reading_lines(claim, lookup))
    if (claim.verdict in headlines.NOTABLE and claim.verdict is not Verdict.UNREAD) or claim.supports:
        yield _tag("p", headlines.headline(claim, lookup))
    if claim.conflicts:
        yield f"<details><summary>{counted(len(claim.conflicts), 'conflict')}</summary>"
        yield _list(_conflict(claim, index, lookup) for index in range(len(claim.conflicts)))
        yield "</details>"
    if claim.verdict in headlines.FINDINGS:
        for line in claimlines.consequence_lines(claim, document, lookup):
            yield _tag("p", line, "good" if line.startswith("help: ") else "")
    else:
        lines = (*claimlines.support_lines(claim, lookup), *claimlines.given_lines(claim, document))
        yield from (_tag("p", line, "reading") for line in lines)
    yield from (_tag("p", line, "reading") for line in claimlines.decisive_lines(claim))


def _conflict(claim: ClaimReport, index: int, lookup: Lookup) -> str:
    lines = conflictlines.conflict_lines(claim.conflicts[index], lookup, about=conflictlines.atoms_of(claim))
    return escape(conflictlines.conflict_title(claim, index, lookup)) + _list(map(escape, lines))


def _joint(conflict: Conflict, document: DocumentReport, lookup: Lookup) -> str:
    headline = f"{conflictlines.joint_code(conflict, document)}: {conflictlines.joint_headline(conflict)}"
    lines = [conflictlines.joint_title(conflict, lookup)] if conflict.evidence else []
    lines += conflictlines.conflict_lines(conflict, lookup)
    return escape(headline) + _list(map(escape, lines))


def _step(step: StepReport, document: DocumentReport, lookup: Lookup) -> str:
    lines = summarylines.step_lines(step, document, lookup)
    return escape(summarylines.step_headline(step, document)) + _list(map(escape, lines))


def _diagnostic(diagnostic: Diagnostic, document: DocumentReport) -> str:
    line, column = document.source.line_column(diagnostic.span.start)
    where = diagnostic.path if summarylines.is_elsewhere(diagnostic, document) else f"{line}:{column}"
    helped = f" (help: {diagnostic.help})" if diagnostic.help else ""
    return escape(f"{diagnostic.severity}[{diagnostic.code}] {where}: {diagnostic.message}{helped}")


def _tag(name: str, text: str, style: str = "") -> str:
    return f'<{name} class="{style}">{escape(text)}</{name}>' if style else f"<{name}>{escape(text)}</{name}>"


def _list(entries: Iterable[str]) -> str:
    items = "".join(f"<li>{entry}</li>" for entry in entries)
    return f"<ul>{items}</ul>\n" if items else ""
