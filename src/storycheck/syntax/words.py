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

from storycheck.syntax.lexicon import Entry, Lexicon, Words, words_of

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


class _Spelled(Mapping[Words, tuple[Entry, ...]]):
    """Phrases kept as text, decoded when they are looked up."""

    def __init__(self, kept: Mapping[str, list[list[str]]]) -> None:
        self._kept = kept
        self._decoded: dict[Words, tuple[Entry, ...]] = {}

    def __getitem__(self, words: Words) -> tuple[Entry, ...]:
        found = self._decoded.get(words)
        if found is None:
            kept = self._kept[" ".join(words)]
            found = self._decoded[words] = tuple(Entry("word", *entry) for entry in kept)
        return found

    def get(self, words: Words, default: Any = None) -> Any:
        """The entries or the default; spelled out because sentences are segmented with it."""
        return self[words] if " ".join(words) in self._kept else default

    def __contains__(self, words: object) -> bool:
        return isinstance(words, tuple) and " ".join(words) in self._kept

    def __iter__(self) -> Iterator[Words]:
        return (tuple(text.split(" ")) for text in self._kept)

    def __len__(self) -> int:
        return len(self._kept)


def _saved(path: Path, digest: int) -> Lexicon | None:
    try:
        data = json.loads(path.read_bytes())
        if data["digest"] != digest:
            return None
        loose = {tuple(bare.split(" ")): tuple(words.split(" ")) for bare, words in data["loose"].items()}
        return Lexicon.of_tables(_Spelled(data["phrases"]), data["longest"], loose)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def packed(folder: Path, inflect: Inflect) -> dict[str, Any]:
    """The closed-class words as plain data."""
    source = (folder / "words.txt").read_bytes()
    lexicon = Lexicon.of(_entries(source.decode(), inflect))
    return {
        "digest": zlib.crc32(source),
        "phrases": {
            " ".join(words): [entry[1:] for entry in found] for words, found in lexicon.phrases.items()
        },
        "longest": dict(lexicon.longest),
        "loose": {" ".join(bare): " ".join(words) for bare, words in lexicon.loose.items()},
    }
