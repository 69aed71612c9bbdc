"""What changed between two choices of evidence: items, and what they state."""

from collections.abc import Iterator

from storycheck.checking.readings import Row
from storycheck.evidence.items import Dispute, EvidenceSet, Item, Scaling, Statement
from storycheck.logic.assertions import standing
from storycheck.records import NamedTuple
from storycheck.report import Report

ADDED, REMOVED, CHANGED = "added", "removed", "changed"


class Change(NamedTuple):
    """One thing about an item or a statement, in words, before and after."""

    what: str
    old: str
    new: str


class StatementChange(NamedTuple):
    """A statement that was added, removed or changed; ``id`` is the newer one, where there is one."""

    id: str
    kind: str
    text: str
    changes: tuple[Change, ...] = ()


class ItemChange(NamedTuple):
    """An item that was added, removed or changed."""

    id: str
    kind: str
    title: str
    changes: tuple[Change, ...] = ()
    statements: tuple[StatementChange, ...] = ()


class Difference(NamedTuple):
    """What differs between two choices of evidence: items, and verdicts on the same stories.

    ``rows`` are all claims, steps and clashes, of which the verdicts may be the same.
    """

    names: tuple[str, str]
    items: tuple[ItemChange, ...]
    rows: tuple[Row, ...]
    reports: tuple[Report, Report] | None

    @property
    def verdicts(self) -> tuple[Row, ...]:
        """The rows that differ."""
        return tuple(row for row in self.rows if row.differs)


def item_changes(old: EvidenceSet, new: EvidenceSet) -> tuple[ItemChange, ...]:
    """The items that are not the same, or do not count the same, by identifier."""
    names = sorted({*old.items, *new.items})
    found = (_item_change(name, old, new) for name in names)
    return tuple(change for change in found if change is not None)


def _item_change(name: str, old: EvidenceSet, new: EvidenceSet) -> ItemChange | None:
    before, after = old.items.get(name), new.items.get(name)
    if before is None or after is None:
        item = before or after
        assert item is not None, "a name of one of the two"
        kind = ADDED if before is None else REMOVED
        stated = (StatementChange(one.id, kind, one.text) for one in item.statements)
        return ItemChange(name, kind, item.title, (), tuple(stated))
    changes = tuple(_differences(_facts(before), _facts(after)))
    statements = tuple(_statement_changes(before, after, old, new))
    if not changes and not statements:
        return None
    return ItemChange(name, CHANGED, after.title, changes, statements)


def _differences(before: dict[str, str], after: dict[str, str]) -> Iterator[Change]:
    for what, was in before.items():
        if was != after[what]:
            yield Change(what, was, after[what])


def _facts(item: Item) -> dict[str, str]:
    """What an item records beside its statements, in words."""
    return {
        "title": item.title,
        "compiled names": ", ".join(item.aliases),
        "status": str(item.status),
        "effect": item.effect,
        "scaling": _scaling(item.scaling),
        "extends to": ", ".join(item.extends_to),
        "papers": "; ".join(f"{one.title}, {one.venue} {one.year}" for one in item.papers),
        "seen in": "; ".join(item.setups),
        "speaks of": ", ".join(item.speaks_of),
        "summary": item.summary,
        "disputes": "; ".join(map(_dispute, item.disputes)),
    }


def _scaling(scaling: Scaling) -> str:
    return scaling.direction + ("" if scaling.confidence is None else f" ({scaling.confidence})")


def _dispute(dispute: Dispute) -> str:
    scope = f" in {dispute.scope}" if dispute.scope else ""
    return f"by {dispute.by}{scope} of {', '.join(dispute.statements) or 'all'}"


def _statement_changes(
    before: Item, after: Item, old: EvidenceSet, new: EvidenceSet
) -> Iterator[StatementChange]:
    """The statements that differ. One that says the same is the same, whatever its number is."""
    pairs = dict(_pairs(before, after))
    for statement in after.statements:
        earlier = pairs.get(statement.id)
        if earlier is None:
            yield StatementChange(statement.id, ADDED, statement.text)
            continue
        changes = tuple(_differences(_told(old, before, earlier), _told(new, after, statement)))
        if earlier.text == statement.text and not _same_meaning(earlier, statement):
            changes += (Change("meaning", "", "another, since the vocabulary changed"),)
        if changes:
            yield StatementChange(statement.id, CHANGED, statement.text, changes)
    kept = {statement.id for statement in pairs.values()}
    for statement in before.statements:
        if statement.id not in kept:
            yield StatementChange(statement.id, REMOVED, statement.text)


def _pairs(before: Item, after: Item) -> Iterator[tuple[str, Statement]]:
    """Each newer statement with its older self: of the same words, else meaning, else number."""
    left_old, left_new = list(before.statements), list(after.statements)
    for same in (_same_words, _same_meaning, _same_number):
        for statement in tuple(left_new):
            found = next((one for one in left_old if same(one, statement)), None)
            if found is not None:
                left_old.remove(found)
                left_new.remove(statement)
                yield statement.id, found


def _same_words(one: Statement, other: Statement) -> bool:
    return one.text == other.text and one.propositions == other.propositions


def _same_meaning(one: Statement, other: Statement) -> bool:
    return frozenset(one.propositions) == frozenset(other.propositions)


def _same_number(one: Statement, other: Statement) -> bool:
    return one.id == other.id


def _told(evidence: EvidenceSet, item: Item, statement: Statement) -> dict[str, str]:
    low = standing(evidence, item, statement)
    counts = {None: "not asserted", "": "accepted"}.get(low, f"contests only ({low})")
    return {
        "claim": statement.text,
        "confidence": str(statement.confidence),
        "superseded by": statement.superseded_by,
        "counts": counts,
    }
