"""A lexicon kept as bytes, so that a run decodes only what its sentences come near to.

Packed, it takes a quarter of the space, and of the time to read it from a file.
"""

import marshal
from collections.abc import Iterator
from typing import Any
from zlib import compress, decompress

from storycheck.syntax.entries import Entries, Entry
from storycheck.syntax.lexicon import Lexicon
from storycheck.syntax.starting import After, Phrases, Starting, Words

Packed = dict[str, bytes]
"""By first words."""


def packed(lexicon: Lexicon) -> Packed:
    """The lexicon as plain values."""
    blocks = {}
    for first in lexicon.firsts():
        starting = lexicon.starting(first) or Starting(0, {}, ())
        after = {second: marshal.dumps(_plain(starting[second])) for second in starting.seconds}
        blocks[first] = compress(marshal.dumps((starting.longest, after)))
    return blocks


def unpacked(blocks: Packed) -> Lexicon:
    """The lexicon that `packed` made plain values of."""
    return Lexicon({}, _Blocks(blocks))


class _Blocks:
    """What starts with a word, decoded when it is asked for."""

    def __init__(self, blocks: Packed) -> None:
        self._blocks = blocks

    def firsts(self) -> Iterator[str]:
        return iter(self._blocks)

    def starting(self, first: str) -> Starting | None:
        block = self._blocks.get(first)
        return None if block is None else _Kept(*marshal.loads(decompress(block)))


class _Kept(Starting):
    """The same, of which what follows a word is decoded when it is asked for."""

    __slots__ = ("_blocks",)

    def __init__(self, longest: int, blocks: dict[str, bytes]) -> None:
        super().__init__(longest, {"": _after(blocks[""])}, blocks.keys())
        self._blocks = blocks

    def __missing__(self, second: str) -> After:
        if second not in self._blocks:
            return self[""]
        found = self[second] = _after(self._blocks[second])
        return found


def _plain(after: After) -> tuple[Any, ...]:
    return tuple(after.lengths), *map(_rows, (after.phrases, after.bare))


def _rows(phrases: Phrases) -> dict[Words, tuple[tuple[str, ...], ...]]:
    return {words: tuple(map(tuple, entries)) for words, entries in phrases.items()}


def _after(block: bytes) -> After:
    lengths, *tables = marshal.loads(block)
    phrases, bare = ({words: Entries(map(Entry._make, rows)) for words, rows in t.items()} for t in tables)
    return After(lengths, phrases, bare)
