"""What the names of a vocabulary stand for: for synonyms and opposites, or for what they mean."""

from collections.abc import Iterable
from functools import cached_property

from storycheck.logic.sentences import entry, literal
from storycheck.meaning.formula import Formula, conj, literals, neg
from storycheck.meaning.vocabulary import Concept, Vocabulary

Signed = tuple[str, bool]


class Classes:
    """A union-find with parity: which name stands for a name, and whether it means the same.

    The name that comes first stands for the others, so that a story's own words never change who does.
    """

    def __init__(self, names: Iterable[str]) -> None:
        """``names`` in the order of precedence."""
        self._parent: dict[str, Signed] = {}
        self._places = {name: place for place, name in enumerate(names)}

    @property
    def joined(self) -> list[str]:
        """The names that others stand for."""
        return list(self._parent)

    def find(self, name: str) -> Signed:
        """The representative of a name, and whether the name means the same (or the opposite)."""
        same = True
        while name in self._parent:
            name, sign = self._parent[name]
            same = same == sign
        return name, same

    def join(self, name: str, other: str, same: bool) -> None:
        """Makes the names synonyms or opposites; what contradicts earlier words is left to the linter."""
        (first, first_sign), (second, second_sign) = self.find(name), self.find(other)
        if first != second:
            last = len(self._places)
            keep, drop = sorted((first, second), key=lambda each: (self._places.get(each, last), each))
            self._parent[drop] = (keep, (first_sign == second_sign) == same)


class Names:
    """One name for each property and quantity, and what is meant by those that are made of others."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Opposites, inverses, families of two and meanings of one entry are synonyms."""
        self._vocabulary, self._related = vocabulary, vocabulary.related
        self.concepts, self.quantities = Classes(vocabulary.concepts), Classes(vocabulary.quantities)
        self.meanings: dict[str, Formula] = {}
        self.trivial: dict[str, bool] = {}
        self._join()
        self._define()

    def _join(self) -> None:
        for concept in self._related:
            if concept.opposite:
                self.concepts.join(concept.id, concept.opposite, same=False)
            if len(concept.means) == 1:
                self.concepts.join(concept.id, *entry(concept.means[0]))
        for family in self._vocabulary.families:
            if family.exhaustive and len(family.members) == 2:
                self.concepts.join(*family.members, same=False)
        for quantity in self._vocabulary.quantities.values():
            if quantity.inverse:
                self.quantities.join(quantity.id, quantity.inverse, same=False)

    def _define(self) -> None:
        """Keeps what is no circular meaning (those stay clauses), and what every case has or lacks."""
        for concept in self._related:
            if concept.trivial:
                self.trivial.setdefault(*self.concepts.find(concept.id))
            if len(concept.means) > 1 and not self._circular(concept):
                name, _ = self.concepts.find(concept.id)
                self.meanings.setdefault(name, self._meaning(concept))

    def _meaning(self, concept: Concept) -> Formula:
        """What the concept's class means by it."""
        meaning = conj(literal(text) for text in concept.means)
        return meaning if self.concepts.find(concept.id)[1] else neg(meaning)

    def _circular(self, concept: Concept) -> bool:
        """Whether what the concept means, and what that means in turn, comes back to it."""
        target = self.concepts.find(concept.id)[0]
        seen: set[str] = set()
        queue = [entry(text)[0] for text in concept.means]
        while queue:
            name = self.concepts.find(queue.pop())[0]
            if name == target:
                return True
            if name not in seen:
                seen.add(name)
                queue += self._parts.get(name, ())
        return False

    @cached_property
    def _parts(self) -> dict[str, list[str]]:
        """The names that what a class of concepts means is made of."""
        found: dict[str, list[str]] = {}
        for concept in self._related:
            if len(concept.means) > 1:
                parts = [entry(text)[0] for text in concept.means]
                found.setdefault(self.concepts.find(concept.id)[0], []).extend(parts)
        return found

    def rewritten(self, concept: Concept) -> bool:
        """Whether the concept's meaning is the one that takes its place."""
        return self.meanings.get(self.concepts.find(concept.id)[0]) == self._meaning(concept)

    def leaves(self, name: str) -> list[str]:
        """The classes that a concept is made of, once meanings take the place of what they mean."""
        found, queue = [], [name]
        while queue:
            each = self.concepts.find(queue.pop())[0]
            if each in self.meanings:
                queue += [lit.atom.name for lit in literals(self.meanings[each])]
            else:
                found.append(each)
        return found
