"""Whether evidence is sound: its files, its consistency, and the examples that its items bring along."""

from collections.abc import Iterable, Iterator

from storycheck.api import leftover
from storycheck.api.checker import Checker
from storycheck.api.evidence import Evidence
from storycheck.api.judged import by_file
from storycheck.api.report import Report
from storycheck.diagnostics import Diagnostic, Severity
from storycheck.english import counted
from storycheck.evidence.items import Item, Status
from storycheck.evidence.loaded import Loaded
from storycheck.evidence.located import Key
from storycheck.records import NamedTuple
from storycheck.report import ClaimReport, Verdict
from storycheck.source import SourceText

_MOST_CONFLICTS = 32
_NEVER_ASSERTED = (Status.RETRACTED, Status.HYPOTHESIS)


class Checkup(NamedTuple):
    """What was found, as a report of diagnostics by file, and how much was looked at."""

    report: Report
    items: int
    statements: int
    examples: int

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong; warnings are no fault."""
        found = (one for document in self.report.documents for one in document.diagnostics)
        return all(one.severity is not Severity.ERROR for one in found)

    @property
    def summary(self) -> str:
        """One line on what was looked at."""
        looked = [
            counted(self.items, "item"),
            counted(self.statements, "statement"),
            counted(self.examples, "example"),
        ]
        return f"{', '.join(looked)}: {'sound' if self.sound else 'not sound'}"


def checkup(evidence: Evidence, notes: bool = True) -> Checkup:
    """Looks at everything that can be wrong with evidence, notes on style included; slow beside a verdict."""
    from storycheck.evidence.audit import audit
    from storycheck.meaning.reading import read

    checker = Checker(evidence, max_conflicts=_MOST_CONFLICTS)
    loaded = audit(evidence.loaded, read)
    items = tuple(evidence.items.values())
    if checker.usable:
        used: set[str] = set()
        found = list(_examples(items, checker, loaded, used))
        if notes:
            found += leftover.notes(checker, used, loaded)
        loaded = _with(loaded, tuple(found))
    if not notes:
        kept = (one for one in loaded.diagnostics if one.severity is not Severity.NOTE)
        loaded = loaded._replace(diagnostics=tuple(kept))
    documents = (*by_file(loaded), *checker.contradictions())
    empty = checker.check_paths([])
    return Checkup(
        report=Report(empty.evidence, documents, empty.lookup, empty.broken),
        items=len(items),
        statements=sum(len(item.statements) for item in items),
        examples=sum(len(item.refutes) + len(item.leaves) for item in items),
    )


def _examples(
    items: Iterable[Item], checker: Checker, loaded: Loaded, used: set[str]
) -> Iterator[tuple[Diagnostic, SourceText]]:
    """The examples that do not hold, each with its file; ``used`` gets the items that verdicts rest on."""
    for item in items:
        for kind, examples in (("refutes", item.refutes), ("leaves", item.leaves)):
            if kind == "leaves" or item.status not in _NEVER_ASSERTED:
                for number, text in enumerate(examples):
                    claim = checker.check(text).claims[0]
                    used.update(claim.cited)
                    conflicts = any(item.id in conflict.evidence for conflict in claim.conflicts)
                    held = claim.verdict is not Verdict.UNKNOWN and conflicts == (kind == "refutes")
                    if claim.verdict is not Verdict.UNREAD and not held:
                        yield _fault(item, ("examples", kind, number), claim, loaded)


def _fault(item: Item, key: Key, claim: ClaimReport, loaded: Loaded) -> tuple[Diagnostic, SourceText]:
    """An example that does not hold, at its place in the item's file."""
    code, what = (
        ("example-stands", "does not contradict")
        if key[1] == "refutes"
        else ("example-conflicts", "contradicts")
    )
    if claim.verdict is Verdict.UNKNOWN:
        what = "may or may not contradict"
    message = f"`{claim.text}` {what} `{item.id}`; it is {claim.verdict}"
    help_ = f"it is read as: {'; or '.join(claim.readings)}"
    return leftover.noted(item, key, code, message, loaded, help_, Severity.ERROR)


def _with(loaded: Loaded, faults: tuple[tuple[Diagnostic, SourceText], ...]) -> Loaded:
    sources = {source.name: source for _, source in faults}
    diagnostics = (*loaded.diagnostics, *(diagnostic for diagnostic, _ in faults))
    return loaded._replace(diagnostics=diagnostics, sources={**loaded.sources, **sources})
