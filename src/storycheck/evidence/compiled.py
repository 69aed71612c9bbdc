"""Loaded evidence as plain tuples and back, for the cache.

Plain tuples, strings and numbers are all that `marshal` gives back, so that a stored file can hold
nothing that runs. Entries are decoded when they are first asked for: a run on one story touches few.
"""

import marshal
from collections.abc import Callable, Iterator, Mapping, ValuesView
from enum import Enum
from pathlib import Path
from typing import Any, Generic, TypeVar

from storycheck.evidence.items import (
    Confidence,
    Dispute,
    EvidenceSet,
    Item,
    Paper,
    Profile,
    Scaling,
    Statement,
    Status,
)
from storycheck.evidence.loaded import Loaded
from storycheck.meaning import formula as f
from storycheck.meaning.language import Language
from storycheck.meaning.proposition import Proposition, Strength
from storycheck.meaning.vocabulary import Concept, Family, Quantity, Vocabulary
from storycheck.syntax.made import made
from storycheck.syntax.stored import packed, unpacked

T = TypeVar("T")


class Lazy(Mapping[str, T], Generic[T]):
    """A mapping whose values are made from what is stored, each when it is first asked for."""

    __slots__ = ("_made", "_make", "_ordered", "_stored")

    def __init__(self, stored: Mapping[str, Any], make: Callable[[Any], T]) -> None:
        """Keep what is stored and how to make a value of it."""
        self._stored, self._make = stored, make
        self._made: dict[str, T] = {}
        self._ordered = False

    def __getitem__(self, name: str) -> T:
        """The value; KeyError if there is none."""
        found = self._made.get(name)
        if found is None:
            found = self._made[name] = self._make(self._stored[name])
        return found

    def get(self, name: str, default: Any = None) -> Any:
        """The value or the default; spelled out because sentences are read with it."""
        found = self._made.get(name)
        return found if found is not None else self[name] if name in self._stored else default

    def __contains__(self, name: object) -> bool:
        """Whether there is a value, without making it."""
        return name in self._stored

    def __iter__(self) -> Iterator[str]:
        """The names, in the order stored."""
        return iter(self._stored)

    def __len__(self) -> int:
        """How many values there are."""
        return len(self._stored)

    def values(self) -> ValuesView[T]:
        """All values, in the order stored."""
        if not self._ordered:  # what was asked for before was made in the order of asking
            self._made, self._ordered = {name: self[name] for name in self._stored}, True
        return self._made.values()


def dumped(loaded: Loaded) -> bytes:
    """Everything of sound packs, as bytes."""
    vocabulary, evidence = loaded.language.vocabulary, loaded.evidence
    return marshal.dumps(
        (
            tuple(map(str, loaded.packs)),
            evidence.digest,
            packed(loaded.language.lexicon),
            {name: _plain(concept) for name, concept in vocabulary.concepts.items()},
            {name: _plain(quantity) for name, quantity in vocabulary.quantities.items()},
            _plain(vocabulary.families),
            {name: marshal.dumps(_plain(item)) for name, item in evidence.items.items()},
            {name: _plain(profile) for name, profile in evidence.profiles.items()},
        )
    )


def restored(data: bytes | memoryview) -> Loaded:
    """What `dumped` made bytes of; ValueError, EOFError or TypeError if that is not what they are."""
    packs, digest, phrases, concepts, quantities, families, items, profiles = marshal.loads(data)
    vocabulary = Vocabulary(
        Lazy(concepts, _concept),
        Lazy(quantities, _quantity),
        tuple(Family(*row) for row in families),
    )
    evidence = EvidenceSet(Lazy(items, _item), Lazy(profiles, _profile), digest=digest)
    language = Language(unpacked(phrases), vocabulary)
    return Loaded(language, evidence, packs=tuple(map(Path, packs)))


def _plain(value: object) -> Any:
    """The value as tuples of plain values; formulas are tagged, all else is known by its place."""
    if isinstance(value, f.Lit):
        return (*value.atom, value.positive)
    if isinstance(value, f.All | f.Any):
        return ("all" if isinstance(value, f.All) else "any", _plain(value.parts))
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    if isinstance(value, Enum):
        return value.value
    return value


def _formula(row: Any) -> f.Formula:
    if len(row) == 2:
        return (f.All if row[0] == "all" else f.Any)(tuple(map(_formula, row[1])))
    kind, name, cause, positive = row
    return f.Lit(f.Atom(kind, name, cause), positive)


def _statement(row: Any) -> Statement:
    name, text, propositions, confidence, superseded_by = row
    made = (Proposition(Strength(s), _formula(r), _formula(scope)) for s, r, scope in propositions)
    return Statement(name, text, tuple(made), Confidence(confidence), superseded_by)


def _concept(row: Any) -> Concept:
    return made(Concept, row)


def _quantity(row: Any) -> Quantity:
    return made(Quantity, row)


def _item(block: bytes) -> Item:
    values = dict(zip(Item._fields, marshal.loads(block), strict=True))
    direction, confidence = values["scaling"]
    return Item(
        **values
        | {
            "status": Status(values["status"]),
            "confidence": Confidence(values["confidence"]),
            "scaling": Scaling(direction, confidence and Confidence(confidence)),
            "papers": tuple(Paper(*paper) for paper in values["papers"]),
            "statements": tuple(map(_statement, values["statements"])),
            "disputes": tuple(Dispute(*dispute) for dispute in values["disputes"]),
        }
    )


def _profile(row: Any) -> Profile:
    name, summary, accept, without, include = row
    return Profile(name, summary, Confidence(accept), without, include)
