"""Islands: items that share no term with the rest of the evidence, directly or by definition."""

from collections.abc import Iterable, Iterator, Mapping

from storycheck.evidence.items import Item
from storycheck.meaning.formula import terms
from storycheck.meaning.vocabulary import Vocabulary


def islands(items: Mapping[str, Item], vocabulary: Vocabulary) -> tuple[tuple[str, ...], ...]:
    """The groups of items that hang together, without the largest; the items of each sorted.

    Items hang together that speak of the same terms, of terms defined by each other, or of each other.
    """
    joined = _Joined()
    for names in _definitions(vocabulary):
        joined.join(names)
    for item in items.values():
        joined.join([_key(item), *_terms(item, vocabulary), *_referred(item)])
    groups: dict[str, list[str]] = {}
    for item in items.values():
        groups.setdefault(joined.root(_key(item)), []).append(item.id)
    ordered = sorted(groups.values(), key=lambda names: (-len(names), names))
    return tuple(tuple(sorted(names)) for names in ordered[1:])


class _Joined:
    """Names in groups that grow together."""

    def __init__(self) -> None:
        self._parents: dict[str, str] = {}

    def root(self, name: str) -> str:
        """The name that stands for the group."""
        while (parent := self._parents.setdefault(name, name)) != name:
            name = parent
        return name

    def join(self, names: Iterable[str]) -> None:
        """Puts names into one group."""
        roots = [self.root(name) for name in names]
        for root in roots:
            self._parents[self.root(root)] = self.root(roots[0])


def _key(item: Item) -> str:
    return f"item {item.id}"


def _terms(item: Item, vocabulary: Vocabulary) -> Iterator[str]:
    """The concepts and quantities of an item's statements, but for those that every case has."""
    atoms = {atom for statement in item.statements for p in statement.propositions for atom in p.atoms}
    for kind, name in (term for atom in sorted(atoms) for term in terms(atom)):
        if kind == "quantity" or not _is_trivial(name, vocabulary):
            yield f"{kind} {name}"


def _is_trivial(name: str, vocabulary: Vocabulary) -> bool:
    concept = vocabulary.concepts.get(name)
    return concept is not None and concept.trivial


def _referred(item: Item) -> Iterator[str]:
    """The items that an item speaks of: those that dispute or supersede it."""
    yield from (f"item {dispute.by}" for dispute in item.disputes)
    newer = (statement.superseded_by for statement in item.statements if statement.superseded_by)
    yield from (f"item {name.rpartition('.')[0]}" for name in newer)


def _definitions(vocabulary: Vocabulary) -> Iterator[list[str]]:
    """Terms that are defined by each other, group by group."""
    for concept in vocabulary.concepts.values():
        others = (*concept.kind_of, *concept.excludes, *concept.means, *concept.presupposes, concept.opposite)
        names = [name.removeprefix("not ") for name in (concept.id, *others) if name]
        yield [f"concept {name}" for name in names if not _is_trivial(name, vocabulary)]
    for quantity in vocabulary.quantities.values():
        poles = [f"concept {name}" for name in (quantity.high, quantity.low) if name]
        inverse = [f"quantity {quantity.inverse}"] if quantity.inverse else []
        yield [f"quantity {quantity.id}", *poles, *inverse]
    for family in vocabulary.families:
        yield [f"concept {name}" for name in family.members]
