"""Tables: by phrase, kept together by the first words of phrases; and one table over another."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

K = TypeVar("K")
V = TypeVar("V")
Words = tuple[str, ...]


class Over(Mapping[K, V]):
    """Two mappings as one: what is in the upper hides what is in the lower."""

    __slots__ = ("_lower", "_upper")

    def __init__(self, upper: Mapping[K, V], lower: Mapping[K, V]) -> None:
        """Look up in the upper first."""
        self._upper, self._lower = upper, lower

    def __getitem__(self, key: K) -> V:
        """The value, the upper one if both have one; KeyError if none has."""
        return self._upper[key] if key in self._upper else self._lower[key]

    def get(self, key: K, default: Any = None) -> Any:
        """The value or the default; spelled out because sentences are segmented with it."""
        found = self._upper.get(key)
        return self._lower.get(key, default) if found is None else found

    def __contains__(self, key: object) -> bool:
        """Whether one of them has it."""
        return key in self._upper or key in self._lower

    def __iter__(self) -> Iterator[K]:
        """All keys, each once, the upper ones first."""
        yield from self._upper
        yield from (key for key in self._lower if key not in self._upper)

    def __len__(self) -> int:
        """How many keys there are."""
        return len(self._upper) + sum(1 for key in self._lower if key not in self._upper)


class Table(Mapping[Words, V]):
    """A table by phrase; what it has for the phrases of one first word is kept together."""

    __slots__ = ("_blocks",)

    def __init__(self, blocks: Mapping[str, Mapping[Words, V]]) -> None:
        """Keep the blocks, by first words."""
        self._blocks = blocks

    @classmethod
    def of(cls, pairs: Mapping[Words, V]) -> "Table[V]":
        """The table of these pairs."""
        blocks: dict[str, dict[Words, V]] = {}
        for words, value in pairs.items():
            blocks.setdefault(words[0], {})[words] = value
        return Table(blocks)

    def firsts(self) -> Iterator[str]:
        """The first words."""
        return iter(self._blocks)

    def starting(self, first: str) -> Mapping[Words, V]:
        """What it has for the phrases that start with this word."""
        return self._blocks.get(first) or {}

    def __getitem__(self, words: Words) -> V:
        """What the table has for a phrase; KeyError if nothing."""
        return self.starting(words[0] if words else "")[words]

    def get(self, words: Words, default: Any = None) -> Any:
        """What the table has or the default; spelled out because sentences are segmented with it."""
        return self.starting(words[0]).get(words, default) if words else default

    def __contains__(self, words: object) -> bool:
        """Whether the table has the phrase."""
        return isinstance(words, tuple) and bool(words) and words in self.starting(words[0])

    def __iter__(self) -> Iterator[Words]:
        """All phrases, by their first words."""
        for first in self.firsts():
            yield from self.starting(first)

    def __len__(self) -> int:
        """How many phrases there are."""
        return sum(1 for _ in self)


class Decoded(Table[V]):
    """A table whose blocks are kept in some other form, each decoded when its first word is looked up."""

    __slots__ = ("_decode", "_decoded", "_kept")

    def __init__(self, kept: Mapping[str, Any], decode: Callable[[Any], Mapping[Words, V]]) -> None:
        """Keep the blocks, and how to decode one."""
        self._kept, self._decode = kept, decode
        self._decoded: dict[str, Mapping[Words, V]] = {}
        super().__init__(self._decoded)

    def firsts(self) -> Iterator[str]:
        """The first words."""
        return iter(self._kept)

    def starting(self, first: str) -> Mapping[Words, V]:
        """What it has for the phrases that start with this word."""
        if first not in self._decoded and first in self._kept:
            self._decoded[first] = self._decode(self._kept[first])
        return self._decoded.get(first) or {}


class TableOver(Table[V]):
    """Two tables as one: what is in the upper hides what is in the lower."""

    __slots__ = ("_lower", "_upper")

    def __init__(self, upper: Table[V], lower: Table[V]) -> None:
        """Look up in the upper first."""
        self._upper, self._lower = upper, lower

    def firsts(self) -> Iterator[str]:
        """The first words of both."""
        return iter(dict.fromkeys((*self._upper.firsts(), *self._lower.firsts())))

    def starting(self, first: str) -> Mapping[Words, V]:
        """What they have for the phrases that start with this word."""
        upper, lower = self._upper.starting(first), self._lower.starting(first)
        return {**lower, **upper} if upper else lower
