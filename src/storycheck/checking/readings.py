"""The same stories under several choices of evidence, claim by claim. Frozen data, and how it is lined up."""

from collections.abc import Iterator, Mapping, Sequence

from storycheck.evidence.items import Confidence
from storycheck.records import NamedTuple
from storycheck.report import GAVE_UP, UNJUDGED, DocumentReport, Report, StepReport, Verdict

Names = tuple[str, ...]
Place = tuple[str, int]
Key = tuple[str, int, str, Names]


UNREAD = "a sentence was not read"


class Cell(NamedTuple):
    """What became of something (a verdict, or "follows", "gap", "clash", …), and what it rests on.

    ``reason`` is that of a claim's verdict, or why nothing is known.
    """

    verdict: str
    confidence: Confidence | None = None
    evidence: Names = ()
    reason: str | None = None


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
    documents = [dict(_placed(report)) for report in reports]
    for place, placed in enumerate(documents):
        for (path, number), document in placed.items():
            for key, text, cell in _cells(document, path, number):
                found.setdefault(key, (text, [None] * len(reports)))[1][place] = cell
    order = sorted(found, key=lambda key: key[:2])  # stable: documents together, each in its own order
    return tuple(_row(key, *found[key], documents) for key in order)


def _row(
    key: Key, text: str, cells: list[Cell | None], documents: Sequence[Mapping[Place, DocumentReport]]
) -> Row:
    """Claims that do not clash under some choice of evidence are in its report all the same."""
    path, number, kind, names = key
    if kind == "joint":
        pairs = zip(cells, documents, strict=True)
        cells = [cell or _no_clash(found.get((path, number)), names) for cell, found in pairs]
    return Row(path, kind, " + ".join(names) if kind == "joint" else names[0], text, tuple(cells))


def _no_clash(document: DocumentReport | None, names: Names) -> Cell | None:
    """What there is to say of claims that no conflict of a document takes together."""
    if document is None:
        return None
    unknown = any(claim.id in names and claim.verdict is Verdict.UNKNOWN for claim in document.claims)
    if unknown or not document.conflicts_complete:
        return Cell("unknown", reason=_why(document))
    return Cell("no clash")


def _placed(report: Report) -> Iterator[tuple[Place, DocumentReport]]:
    """The stories of a report, with their paths and which of the stories in a file they are."""
    seen: dict[str, int] = {}
    for document in report.documents:
        name = document.source.name
        if document.claims or document.steps or document.joint_conflicts:
            seen[name] = seen.get(name, 0) + 1
            yield (name, seen[name]), document


def _why(document: DocumentReport) -> str:
    """Why something about a whole story is unknown."""
    return UNJUDGED if any(claim.reason == UNJUDGED for claim in document.claims) else GAVE_UP


def _cells(document: DocumentReport, name: str, number: int) -> Iterator[tuple[Key, str, Cell]]:
    for claim in document.claims:
        cell = Cell(str(claim.verdict), claim.confidence, tuple(sorted(claim.cited)), claim.reason)
        yield (name, number, "claim", (claim.id,)), claim.text, cell
    for step in document.steps:
        verdict = {True: "follows", False: "gap", None: "unknown"}[step.follows]
        text = f"from {', '.join(step.premises)}"
        reason = _why_open(step, document) if step.follows is None else None
        cell = Cell(verdict, None, step.evidence, reason)
        yield (name, number, "step", (step.id, *step.premises)), text, cell
    for conflict in document.joint_conflicts:
        cell = Cell("clash", conflict.confidence, conflict.evidence)
        yield (name, number, "joint", conflict.claims), "", cell


def _why_open(step: StepReport, document: DocumentReport) -> str:
    """Why it is not known whether a step follows."""
    named = {step.id, *step.premises}
    unread = any(claim.id in named and claim.verdict is Verdict.UNREAD for claim in document.claims)
    return UNREAD if unread else _why(document)
