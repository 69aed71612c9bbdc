"""Phrases of a lexicon kept as bytes, so that a run decodes only those that its sentences come near to."""

import marshal
from collections.abc import Iterator, Mapping

from storycheck.syntax.lexicon import Entry, Words

Phrases = Mapping[Words, tuple[Entry, ...]]


def packed(phrases: Phrases) -> dict[str, bytes]:
    """The phrases as one block of bytes for each first word."""
    blocks: dict[str, dict[Words, tuple[tuple[str, ...], ...]]] = {}
    for words, entries in phrases.items():
        blocks.setdefault(words[0], {})[words] = tuple(map(tuple, entries))
    return {first: marshal.dumps(block) for first, block in blocks.items()}


class StoredPhrases(Phrases):
    """The phrases of some blocks, decoded at the first look-up of a phrase with that first word."""

    __slots__ = ("_blocks", "_decoded")

    def __init__(self, blocks: Mapping[str, bytes]) -> None:
        """Keep the blocks that `packed` made."""
        self._blocks = blocks
        self._decoded: dict[str, dict[Words, tuple[Entry, ...]]] = {}

    def _starting(self, first: str) -> dict[Words, tuple[Entry, ...]]:
        found = self._decoded.get(first)
        if found is None:
            block = marshal.loads(self._blocks[first]) if first in self._blocks else {}
            found = {words: tuple(map(Entry._make, entries)) for words, entries in block.items()}
            self._decoded[first] = found
        return found

    def __getitem__(self, words: Words) -> tuple[Entry, ...]:
        """What the phrase may be; KeyError if it is not known."""
        return self._starting(words[0] if words else "")[words]

    def __contains__(self, words: object) -> bool:
        """Whether the phrase is known."""
        return isinstance(words, tuple) and bool(words) and words in self._starting(words[0])

    def __iter__(self) -> Iterator[Words]:
        """All phrases, by their first words."""
        for first in self._blocks:
            yield from self._starting(first)

    def __len__(self) -> int:
        """How many phrases there are."""
        return sum(1 for _ in self)
