"""Tables of a lexicon kept as bytes, so that a run decodes only what its sentences come near to."""

import marshal
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Generic, TypeVar

from storycheck.syntax.lexicon import Entry, Lexicon, Words

V = TypeVar("V")


class Stored(Mapping[Words, V], Generic[V]):
    """A table by phrase, in one block of bytes for each first word, decoded when that word is looked up."""

    __slots__ = ("_blocks", "_decoded", "_make")

    def __init__(self, blocks: Mapping[str, bytes], make: Callable[[Any], V]) -> None:
        """Keep the blocks, and how to make a value of what is in them."""
        self._blocks, self._make = blocks, make
        self._decoded: dict[str, dict[Words, V]] = {}

    def _starting(self, first: str) -> dict[Words, V]:
        found = self._decoded.get(first)
        if found is None:
            block = marshal.loads(self._blocks[first]) if first in self._blocks else {}
            found = self._decoded[first] = {words: self._make(value) for words, value in block.items()}
        return found

    def __getitem__(self, words: Words) -> V:
        """What the table has for a phrase; KeyError if nothing."""
        return self._starting(words[0] if words else "")[words]

    def get(self, words: Words, default: Any = None) -> Any:
        """What the table has or the default; spelled out because sentences are segmented with it."""
        return self._starting(words[0]).get(words, default) if words else default

    def __contains__(self, words: object) -> bool:
        """Whether the table has the phrase."""
        return isinstance(words, tuple) and bool(words) and words in self._starting(words[0])

    def __iter__(self) -> Iterator[Words]:
        """All phrases, by their first words."""
        for first in self._blocks:
            yield from self._starting(first)

    def __len__(self) -> int:
        """How many phrases there are."""
        return sum(1 for _ in self)


def packed(lexicon: Lexicon) -> tuple[dict[str, bytes], dict[str, int], dict[str, bytes]]:
    """The three tables of a lexicon as plain values."""
    phrases = {words: tuple(map(tuple, entries)) for words, entries in lexicon.phrases.items()}
    return _blocks(phrases), dict(lexicon.longest), _blocks(lexicon.loose)


def unpacked(phrases: dict[str, bytes], longest: dict[str, int], loose: dict[str, bytes]) -> Lexicon:
    """The lexicon that `packed` made plain values of."""
    return Lexicon.of_tables(Stored(phrases, _entries), longest, Stored(loose, tuple))


def _entries(rows: tuple[tuple[str, str, str, str], ...]) -> tuple[Entry, ...]:
    return tuple(map(Entry._make, rows))


def _blocks(table: Mapping[Words, object]) -> dict[str, bytes]:
    blocks: dict[str, dict[Words, object]] = {}
    for words, value in table.items():
        blocks.setdefault(words[0], {})[words] = value
    return {first: marshal.dumps(block) for first, block in blocks.items()}
