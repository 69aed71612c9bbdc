"""Tables of a lexicon kept as bytes, so that a run decodes only what its sentences come near to.

Packed, they take a quarter of the space, and of the time to read them from a file.
"""

import marshal
from collections.abc import Mapping
from typing import Any
from zlib import compress, decompress

from storycheck.syntax.entries import Entries, Entry
from storycheck.syntax.lexicon import Lexicon
from storycheck.syntax.tables import Decoded, Words


def packed(lexicon: Lexicon) -> tuple[dict[str, bytes], dict[str, int], dict[str, bytes]]:
    """The three tables of a lexicon as plain values."""
    phrases = {words: tuple(map(tuple, entries)) for words, entries in lexicon.phrases.items()}
    return _blocks(phrases), dict(lexicon.longest), _blocks(lexicon.loose)


def unpacked(phrases: dict[str, bytes], longest: dict[str, int], loose: dict[str, bytes]) -> Lexicon:
    """The lexicon that `packed` made plain values of."""
    return Lexicon(Decoded(phrases, _entries), longest, Decoded(loose, _unpacked))


def _entries(block: bytes) -> dict[Words, Entries]:
    return {words: Entries(map(Entry._make, rows)) for words, rows in _unpacked(block).items()}


def _blocks(table: Mapping[Words, object]) -> dict[str, bytes]:
    blocks: dict[str, dict[Words, object]] = {}
    for words, value in table.items():
        blocks.setdefault(words[0], {})[words] = value
    return {first: compress(marshal.dumps(block)) for first, block in blocks.items()}


def _unpacked(block: bytes) -> Any:
    return marshal.loads(decompress(block))
