"""Verdicts under several choices of evidence as text: a matrix, or what changed from one to another."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from storycheck.checking.changes import ADDED, REMOVED, Change, Difference, ItemChange
from storycheck.checking.readings import Cell, Row
from storycheck.english import counted, listed
from storycheck.report import Report, Verdict
from storycheck.reporting import summarylines
from storycheck.reporting.layout import Look, Style, paragraph, visible, wrap
from storycheck.reporting.table import table

_MARKS = {ADDED: "+", REMOVED: "-"}
_LONG = 60
_FEW = 6
_WIDEST = len("undetermined")


def matrix_text(names: Sequence[str], reports: Sequence[Report], rows: Iterable[Row], look: Look) -> str:
    """One row per claim and step, one column per choice; a star marks rows in which they differ."""
    return "".join(f"{line.rstrip()}\n" for line in _matrix(names, reports, tuple(rows), look))


def _matrix(
    names: Sequence[str], reports: Sequence[Report], rows: Sequence[Row], look: Look
) -> Iterator[str]:
    wide = max(map(len, names)) > _WIDEST
    heads = [chr(ord("A") + place) for place in range(len(names))] if wide else list(names)
    for path, group in groupby(rows, key=lambda row: row.path):
        yield look.paint(visible(path), Style.STRONG)
        shown = [["", "", *heads, ""]]
        for row in group:
            star = "*" if row.differs else ""
            verdicts = (cell.verdict if cell else "" for cell in row.cells)
            shown.append([star, _name(row), *verdicts, visible(row.text)])
        yield from table(shown, look.width)
        yield ""
    for place, (name, report) in enumerate(zip(names, reports, strict=True)):
        label = f"{heads[place]} ({name}):" if wide else f"{name}:"
        text = "; ".join([summarylines.summary_line(report), *summarylines.evidence_lines(report)])
        yield from paragraph(look, "", text, label=label, style=Style.STRONG)
        for why in _unknown([(row, row.cells[place]) for row in rows], report):
            yield from paragraph(look, "  ", why)
    differing = sum(row.differs for row in rows)
    yield f"{differing} of {counted(len(rows), 'row')} {'differs' if differing == 1 else 'differ'}"


def _unknown(cells: Sequence[tuple[Row, Cell | None]], report: Report) -> Iterator[str]:
    """Why a choice of evidence leaves something unknown, and of what."""
    found: dict[str, list[str]] = {}
    for row, cell in cells:
        if cell is not None and cell.verdict == Verdict.UNKNOWN:
            found.setdefault(cell.reason or "", []).append(_name(row))
    for reason, what in found.items():
        more = len(what) - _FEW
        few = f"{', '.join(what[:_FEW])} and {more} more" if more > 0 else listed(what)
        yield f"{few} unknown: {reason}"
    contradictions = (one for document in report.documents for one in document.diagnostics)
    yield from (one.message for one in contradictions if one.code == "inconsistent-evidence")


def _name(row: Row) -> str:
    return f"therefore {row.id}" if row.kind == "step" else row.id


def difference_text(found: Difference, look: Look) -> str:
    """What changed: items and statements, then verdicts."""
    return "".join(f"{line.rstrip()}\n" for line in _difference(found, look))


def _difference(found: Difference, look: Look) -> Iterator[str]:
    for item in found.items:
        yield from _item(item, look)
        yield ""
    for path, group in groupby(found.verdicts, key=lambda row: row.path):
        yield look.paint(visible(path), Style.STRONG)
        for row in group:
            yield from _changed(row, look)
        yield ""
    line = f"{counted(len(found.items), 'item')} changed"
    if found.reports is not None:
        line += f"; {len(found.verdicts)} of {counted(len(found.rows), 'verdict')} changed"
    yield line


def _item(item: ItemChange, look: Look) -> Iterator[str]:
    mark = _MARKS.get(item.kind, "~")
    yield from paragraph(look, "", item.title, label=f"{mark} {item.id}", style=Style.STRONG)
    for change in item.changes:
        yield from _change(change, look, "    ")
    alike = {statement.changes for statement in item.statements if statement.changes}
    if len(alike) == 1 and len(item.statements) > 1 and all(one.changes for one in item.statements):
        names = listed(statement.id for statement in item.statements)
        yield from paragraph(look, "  ~ ", names)
        for change in alike.pop():
            yield from _change(change, look, "      ")
        return
    for statement in item.statements:
        mark = _MARKS.get(statement.kind, "~")
        yield from paragraph(look, f"  {mark} {statement.id}  ", statement.text)
        for change in statement.changes:
            yield from _change(change, look, "      ")


def _change(change: Change, look: Look, lead: str) -> list[str]:
    old, new = (text or "none" for text in (change.old, change.new))
    if change.what == "meaning":
        return paragraph(look, lead, f"meaning: {new}")
    if max(len(old), len(new)) > _LONG:
        return [*paragraph(look, lead, f"{change.what}: {old}"), *paragraph(look, lead, f"now: {new}")]
    return paragraph(look, lead, f"{change.what}: {old} -> {new}")


def _changed(row: Row, look: Look) -> Iterator[str]:
    before, after = (_told(cell) for cell in row.cells)
    yield from paragraph(look, "  ", f"{_name(row)}: {before} -> {after}")
    if row.text:
        yield from (f"      {line}" for line in wrap(row.text, look.width - 6))


def _told(cell: Cell | None) -> str:
    if cell is None:
        return "absent"
    sure = f" ({cell.confidence})" if cell.confidence is not None else ""
    by = f" by {listed(cell.evidence)}" if cell.evidence else ""
    why = f" ({cell.reason})" if cell.verdict == Verdict.UNKNOWN and cell.reason else ""
    return f"{cell.verdict}{sure}{by}{why}"
