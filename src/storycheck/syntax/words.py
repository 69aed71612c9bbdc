"""The closed-class words of `grammar/words.txt`: determiners, adverbs, modals, verbs of relation …

Their inflected forms are kept beside them in `words.json`, which carries the digest of what it was made
from, and is made again, in memory, whenever that has changed (`python -m storycheck.meaning.closed`
writes it).
"""

import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from storycheck.syntax.entries import Entries, Entry
from storycheck.syntax.lexicon import Lexicon, words_of
from storycheck.syntax.tables import Decoded, Words

_DETERMINERS = ("the", "these", "those", "our", "its", "their", "such")
Inflect = Callable[[str], Mapping[str, Iterable[str]]]


def closed_class(folder: Path, inflect: Inflect) -> Lexicon:
    """All closed-class words; ``inflect`` gives the forms of a verb, by the names of `Entry.form`."""
    source = (folder / "words.txt").read_bytes()
    return _saved(folder / "words.json", zlib.crc32(source)) or Lexicon.of(_entries(source.decode(), inflect))


def _entries(text: str, inflect: Inflect) -> Iterator[tuple[Words, Entry]]:
    for line in text.splitlines():
        head, colon, phrases = line.partition(":")
        if not colon or line.startswith("#"):
            continue
        name, _, value = head.partition(" ")
        for phrase in phrases.split(","):
            words = words_of(phrase)
            if name.startswith("v-"):
                for form, variants in inflect(words[0]).items():
                    for variant in variants:
                        yield (variant, *words[1:]), Entry("word", name, value, form)
            elif words[-1] == "*":
                for determiner in _DETERMINERS:
                    yield (*words[:-1], determiner), Entry("word", name, value)
            else:
                yield words, Entry("word", name, value)


def _saved(path: Path, digest: int) -> Lexicon | None:
    try:
        data = json.loads(path.read_bytes())
        if data["digest"] != digest:
            return None
        return Lexicon(Decoded(data["phrases"], _decoded), data["longest"], Decoded(data["loose"], _bared))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _decoded(block: Mapping[str, list[list[str]]]) -> dict[Words, Entries]:
    return {_words(text): Entries(Entry("word", *row) for row in rows) for text, rows in block.items()}


def _bared(block: Mapping[str, str]) -> dict[Words, Words]:
    return {_words(bare): _words(text) for bare, text in block.items()}


def _words(text: str) -> Words:
    return tuple(text.split(" "))


def packed(folder: Path, inflect: Inflect) -> dict[str, Any]:
    """The closed-class words as plain data: tables with a block for each first word."""
    source = (folder / "words.txt").read_bytes()
    lexicon = Lexicon.of(_entries(source.decode(), inflect))
    phrases: dict[str, dict[str, list[tuple[str, ...]]]] = {}
    for words, entries in lexicon.phrases.items():
        phrases.setdefault(words[0], {})[" ".join(words)] = [entry[1:] for entry in entries]
    loose: dict[str, dict[str, str]] = {}
    for bare, words in lexicon.loose.items():
        loose.setdefault(bare[0], {})[" ".join(bare)] = " ".join(words)
    return {
        "digest": zlib.crc32(source),
        "phrases": phrases,
        "longest": dict(lexicon.longest),
        "loose": loose,
    }
