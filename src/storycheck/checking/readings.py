"""The same stories under several choices of evidence, claim by claim. Frozen data, and how it is lined up."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from storycheck.evidence.items import Confidence
from storycheck.report import DocumentReport, Report

Names = tuple[str, ...]
Key = tuple[str, int, str, Names]


class Cell(NamedTuple):
    """What became of something (a verdict, or "follows", "gap", "clash", …), and what it rests on."""

    verdict: str
    confidence: Confidence | None = None
    evidence: Names = ()


class Row(NamedTuple):
    """A claim, a step or a set of clashing claims, with a cell for each choice of evidence.

    ``kind`` is "claim", "step" or "joint"; a cell is None where the report has no such thing.
    """

    path: str
    kind: str
    id: str
    text: str
    cells: tuple[Cell | None, ...]

    @property
    def differs(self) -> bool:
        """Whether the choice of evidence makes a difference to the verdict or how sure it is."""
        return len({cell and (cell.verdict, cell.confidence) for cell in self.cells}) > 1


def lined_up(reports: Sequence[Report]) -> tuple[Row, ...]:
    """The claims, steps and joint conflicts of reports on the same stories, in the order of the stories."""
    found: dict[Key, tuple[str, list[Cell | None]]] = {}
    for place, report in enumerate(reports):
        for key, text, cell in _cells(report):
            cells = found.setdefault(key, (text, [None] * len(reports)))[1]
            cells[place] = cell
    order = sorted(found, key=lambda key: key[:2])  # stable: documents together, each in its own order
    return tuple(_row(key, *found[key]) for key in order)


def _row(key: Key, text: str, cells: list[Cell | None]) -> Row:
    """Claims that do not clash under some choice of evidence are in its report all the same."""
    path, _, kind, names = key
    if kind == "joint":
        cells = [cell or Cell("no clash") for cell in cells]
    return Row(path, kind, " + ".join(names) if kind == "joint" else names[0], text, tuple(cells))


def _cells(report: Report) -> Iterator[tuple[Key, str, Cell]]:
    seen: dict[str, int] = {}
    for document in report.documents:
        name = document.source.name
        if document.claims or document.steps or document.joint_conflicts:
            seen[name] = seen.get(name, 0) + 1
            yield from _of_document(document, name, seen[name])


def _of_document(document: DocumentReport, name: str, number: int) -> Iterator[tuple[Key, str, Cell]]:
    for claim in document.claims:
        cell = Cell(str(claim.verdict), claim.confidence, tuple(sorted(claim.cited)))
        yield (name, number, "claim", (claim.id,)), claim.text, cell
    for step in document.steps:
        verdict = {True: "follows", False: "gap", None: "unknown"}[step.follows]
        text = f"from {', '.join(step.premises)}"
        yield (name, number, "step", (step.id, *step.premises)), text, Cell(verdict, None, step.evidence)
    for conflict in document.joint_conflicts:
        cell = Cell("clash", conflict.confidence, conflict.evidence)
        yield (name, number, "joint", conflict.claims), "", cell
