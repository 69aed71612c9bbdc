"""What a vocabulary says of every case, sentence by sentence."""

from collections.abc import Callable, Iterator

from storycheck.meaning.formula import AtomKind, Formula, has, neg
from storycheck.meaning.vocabulary import Concept, Family, Quantity, Vocabulary

Sentence = tuple[tuple[AtomKind, str, bool], ...]
"""A disjunction: kind of atom, name, and whether it is affirmed."""


def sentences(vocabulary: Vocabulary, rewritten: Callable[[Concept], bool]) -> list[Sentence]:
    """All sentences, but for the meanings of concepts that are ``rewritten``.

    Opposites, families of two and meanings of one entry are left out too: these are synonyms.
    """
    found: list[Sentence] = []
    for concept in vocabulary.related:
        found += _of_concept(concept)
        if len(concept.means) > 1 and not rewritten(concept):
            found += _of_meaning(concept)
    for family in vocabulary.families:
        found += _of_family(family)
    for quantity in vocabulary.quantities.values():
        found += _of_quantity(quantity)
    return found


def entry(text: str) -> tuple[str, bool]:
    """An entry of ``means``: an identifier, or "not " and one."""
    return (text[4:].strip(), False) if text.startswith("not ") else (text, True)


def literal(text: str) -> Formula:
    """An entry of ``means`` as a formula."""
    name, positive = entry(text)
    return has(name) if positive else neg(has(name))


def _implies(name: str, other: str, positive: bool) -> Sentence:
    return ("has", name, False), ("has", other, positive)


def _of_concept(concept: Concept) -> Iterator[Sentence]:
    yield from (_implies(concept.id, above, True) for above in concept.kind_of)
    yield from (_implies(concept.id, other, False) for other in concept.excludes)


def _of_meaning(concept: Concept) -> Iterator[Sentence]:
    parts = [entry(text) for text in concept.means]
    yield from (_implies(concept.id, name, positive) for name, positive in parts)
    yield ("has", concept.id, True), *(("has", name, not positive) for name, positive in parts)


def _of_family(family: Family) -> Iterator[Sentence]:
    for index, member in enumerate(family.members):
        yield from (_implies(member, other, False) for other in family.members[:index])
    if family.exhaustive and len(family.members) != 2:
        yield tuple(("has", member, True) for member in family.members)


def _of_quantity(quantity: Quantity) -> Iterator[Sentence]:
    """A case that is ``high`` beside one that is not has more of it, one that is ``low`` has less."""
    poles: tuple[tuple[str, AtomKind], ...] = ((quantity.high, "rises"), (quantity.low, "falls"))
    for pole, change in poles:
        if pole:
            yield ("has", pole, False), ("base", pole, True), (change, quantity.id, True)
