"""Lint of a vocabulary: what contradicts itself, hangs in the air, or goes round in circles."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from storycheck.meaning.vocabulary import Concept, Vocabulary
from storycheck.meaning.wording import Wording, flaw_of, forms_of
from storycheck.nearest import nearest
from storycheck.records import NamedTuple
from storycheck.syntax.entries import Entry
from storycheck.syntax.lexicon import words_of
from storycheck.syntax.starting import Words

Key = tuple[str | int, ...]
"""Where in the vocabulary files: ("concepts", "sgd", "noun", 0)."""

_MOST_CYCLES = 20


class Flaw(NamedTuple):
    """One fault: a diagnostic's code, message and help, and the key of the value at fault."""

    code: str
    message: str
    help: str
    key: Key


def lint(vocabulary: Vocabulary, wordings: Mapping[Key, Wording]) -> Iterator[Flaw]:
    """All faults, in a fixed order. ``wordings`` are those of all files, glosses among them."""
    yield from _unknown(vocabulary)
    yield from _trivial(vocabulary)
    yield from cycles(vocabulary.concepts.values())
    yield from _unusable(wordings)
    yield from _same_phrase(wordings)


def _unknown(vocabulary: Vocabulary) -> Iterator[Flaw]:
    """References to what no file defines, and to itself."""
    concepts, quantities = vocabulary.concepts, vocabulary.quantities
    for key, name in _references(vocabulary):
        known: Collection[str] = quantities if key[-1] == "inverse" else concepts
        if name not in known:
            what = "quantity" if known is quantities else "concept"
            yield Flaw("unknown-concept", f"no {what} `{name}` is defined", nearest(name, known), key)
        elif name == key[1]:
            yield Flaw("self-reference", f"`{name}` refers to itself", "", key)


def _references(vocabulary: Vocabulary) -> Iterator[tuple[Key, str]]:
    for concept in vocabulary.concepts.values():
        here: Key = ("concepts", concept.id)
        for field in ("kind_of", "means", "excludes", "presupposes"):
            for number, name in enumerate(getattr(concept, field)):
                yield (*here, field, number), name.removeprefix("not ")
        if concept.opposite:
            yield (*here, "opposite"), concept.opposite
    for quantity in vocabulary.quantities.values():
        for field in ("high", "low", "inverse"):
            if name := getattr(quantity, field):
                yield ("quantities", quantity.id, field), name
    for number, family in enumerate(vocabulary.families):
        for place, member in enumerate(family.members):
            yield ("families", number, "members", place), member


def _trivial(vocabulary: Vocabulary) -> Iterator[Flaw]:
    """What every case has can neither be defined by something else nor rule anything out."""
    for concept in vocabulary.concepts.values():
        for field in ("means", "excludes", "opposite", "presupposes"):
            if concept.trivial and getattr(concept, field):
                message = f"`{concept.id}` is trivial, and cannot have `{field}`"
                key: Key = ("concepts", concept.id, field)
                yield Flaw("trivial-definition", message, "drop one of the two", key)


def cycles(concepts: Iterable[Concept]) -> Iterator[Flaw]:
    """Concepts that are kinds of each other, or defined by each other, each cycle once."""
    graph = {
        concept.id: [*concept.kind_of, *(name.removeprefix("not ") for name in concept.means)]
        for concept in concepts
    }
    for concept, others in graph.items():  # a reference to itself is a fault of its own
        graph[concept] = [other for other in dict.fromkeys(others) if other != concept]
    for _ in range(_MOST_CYCLES):
        try:
            TopologicalSorter(graph).prepare()
            return
        except CycleError as error:
            cycle: list[str] = error.args[1][::-1]
        first = cycle.index(min(cycle))
        cycle = [*cycle[first:-1], *cycle[:first], min(cycle)] if first else cycle
        path = " → ".join(f"`{name}`" for name in cycle)
        yield Flaw("cycle-of-kinds", f"cycle of kinds: {path}", _BREAK, ("concepts", cycle[0]))
        graph[cycle[0]].remove(cycle[1])


_BREAK = "a concept cannot be a kind of itself; drop one of these, or define them as one concept"


def _unusable(wordings: Mapping[Key, Wording]) -> Iterator[Flaw]:
    for key, wording in wordings.items():
        if fault := flaw_of(wording.text):
            yield Flaw("bad-wording", f"`{wording.text}` cannot be a wording: {fault}", "", key)


def _same_phrase(wordings: Mapping[Key, Wording]) -> Iterator[Flaw]:
    """The same phrase in the same part for two concepts (or two quantities): one could not be meant."""
    first: dict[tuple[str, str, Words], tuple[Key, Entry]] = {}
    told: set[tuple[Key, Key]] = set()
    for key, wording in wordings.items():
        for words, entry in _phrases(wording):
            kind = "" if wording.part == "gloss" else wording.kind
            before, owner = first.setdefault((kind, wording.part, words), (key, entry))
            if owner.ref == wording.ref or (before, key) in told:
                continue
            told.add((before, key))
            yield Flaw(
                "same-phrase",
                f"`{' '.join(words)}` is {_a(wording.part)} of both `{owner.ref}` and `{wording.ref}`",
                "a phrase has one meaning in each part of speech; reword one of them",
                key,
            )


def _phrases(wording: Wording) -> Iterable[tuple[Words, Entry]]:
    if wording.part == "gloss":
        return ((words_of(wording.text), Entry(wording.kind, wording.ref, "gloss")),)
    return forms_of(wording)


def _a(part: str) -> str:
    return f"an {part}" if part == "adjective" else f"the {part}" if part == "gloss" else f"a {part}"
