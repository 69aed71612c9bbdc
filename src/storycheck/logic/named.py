"""The definitions of a vocabulary one by one, each as a formula that holds of every case.

`storycheck.logic.definitions` rewrites most of them away, which is fast, but forgets which one was used.
"""

from collections.abc import Container, Iterable, Iterator
from itertools import combinations
from typing import Literal

from storycheck.logic.sentences import entry, literal
from storycheck.meaning.formula import Atom, Formula, Lit, Term, conj, disj, has, mirrored, neg
from storycheck.meaning.vocabulary import Concept, Quantity, Vocabulary
from storycheck.records import NamedTuple

How = Literal["kind of", "means", "excludes", "opposite", "one of", "all have", "inverse", "high", "low"]


class Definition(NamedTuple):
    """How a term is defined by others: their identifiers, after "not " where ``means`` has it so.

    ``one of`` tells that every case has one of ``others``, "all have" that every case has the term; ``high``
    and ``low`` name the concept of having much or little of a quantity.
    """

    how: How
    name: str
    others: tuple[str, ...] = ()

    @property
    def terms(self) -> tuple[Term, ...]:
        """All terms that it speaks of, the one that is defined first."""
        own = () if self.how == "one of" else (self.name,)
        if self.how == "inverse":
            return tuple(("quantity", name) for name in (*own, *self.others))
        concepts: tuple[Term, ...] = tuple(("concept", entry(name)[0]) for name in self.others)
        subject: Term = ("quantity" if self.how in ("high", "low") else "concept", self.name)
        return (subject, *concepts) if own else concepts

    @property
    def formula(self) -> Formula:
        """What it says of a case."""
        name, parts = has(self.name), [*map(literal, self.others)]
        match self.how:
            case "kind of":
                said = disj([neg(name), *parts])
            case "excludes":
                said = disj([neg(name), *map(neg, parts)])
            case "one of":
                said = disj(parts)
            case "all have":
                said = name
            case "opposite":
                said = _same(name, neg(parts[0]))
            case "means":
                said = _same(name, conj(parts))
            case "inverse":
                said = conj([_opposed("rises", *self.terms), _opposed("falls", *self.terms)])
            case "high" | "low":
                change = Lit(Atom("rises" if self.how == "high" else "falls", self.name))
                said = disj([neg(parts[0]), mirrored(parts[0]), change])
        return said

    @property
    def asserts(self) -> bool:
        """Whether it says that something holds, whatever is spoken of: not all terms can be false."""
        if self.how == "means":
            return not any(entry(text)[1] for text in self.others)
        return self.how in ("opposite", "one of", "all have")

    def bears_on(self, terms: Container[Term]) -> bool:
        """Whether it can matter where these terms are spoken of: else all others can be false."""
        if self.asserts:
            return True
        subject, *others = self.terms
        signs = (entry(text)[1] for text in self.others)
        every = all(term in terms for term, positive in zip(others, signs, strict=True) if positive)
        match self.how:
            case "kind of":
                return subject in terms
            case "excludes":
                return subject in terms and every
            case "high" | "low":
                return every
        return subject in terms or every


def _opposed(change: Literal["rises", "falls"], one: Term, other: Term) -> Formula:
    """That one quantity changes so exactly where the other does the contrary."""
    return _same(Lit(Atom(change, one[1])), mirrored(Lit(Atom(change, other[1]))))


def _same(left: Formula, right: Formula) -> Formula:
    return conj([disj([neg(left), right]), disj([left, neg(right)])])


def bearing(vocabulary: Vocabulary, spoken_of: Iterable[Term]) -> list[Definition]:
    """The definitions that can matter where only these terms are spoken of."""
    by_name: dict[str, list[Definition]] = {}
    found: dict[Definition, None] = {}
    for each in definitions(vocabulary):
        for name in (each.name, *each.others):
            by_name.setdefault(name.removeprefix("not "), []).append(each)
        if each.asserts:
            found[each] = None
    seen = dict.fromkeys((*spoken_of, *(term for each in found for term in each.terms)))
    queue = [*seen]
    while queue:
        for each in by_name.get(queue.pop()[1], ()):
            if each not in found and each.bears_on(seen):
                found[each] = None
                new = dict.fromkeys(term for term in each.terms if term not in seen)
                seen |= new
                queue += new
    return list(found)


def definitions(vocabulary: Vocabulary) -> Iterator[Definition]:
    """All definitions, entry by entry."""
    for concept in vocabulary.related:
        yield from _of_concept(concept)
    for family in vocabulary.families:
        yield from (Definition("excludes", one, (other,)) for one, other in combinations(family.members, 2))
        if family.exhaustive:
            yield Definition("one of", "", family.members)
    for quantity in vocabulary.quantities.values():
        yield from _of_quantity(quantity)


def _of_concept(concept: Concept) -> Iterator[Definition]:
    yield from (Definition("kind of", concept.id, (above,)) for above in concept.kind_of)
    yield from (Definition("excludes", concept.id, (other,)) for other in concept.excludes)
    if concept.opposite:
        yield Definition("opposite", concept.id, (concept.opposite,))
    if concept.means:
        yield Definition("means", concept.id, concept.means)
    if concept.trivial:
        yield Definition("all have", concept.id)


def _of_quantity(quantity: Quantity) -> Iterator[Definition]:
    if quantity.inverse:
        yield Definition("inverse", quantity.id, (quantity.inverse,))
    if quantity.high:
        yield Definition("high", quantity.id, (quantity.high,))
    if quantity.low:
        yield Definition("low", quantity.id, (quantity.low,))
