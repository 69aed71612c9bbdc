"""The closed-class words of `grammar/words.txt`: determiners, adverbs, modals, verbs of relation …

Their inflected forms are kept beside them in `words.tsv`, which carries the digest of what it was made
from, and is made again, in memory, whenever that has changed (`python -m storycheck.meaning.closed`
writes it).
"""

import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from storycheck.syntax.entries import Entries, Entry
from storycheck.syntax.lexicon import Lexicon, words_of
from storycheck.syntax.tables import Decoded, Words

_DETERMINERS = ("the", "these", "those", "our", "its", "their", "such")
Inflect = Callable[[str], Mapping[str, Iterable[str]]]


def closed_class(folder: Path, inflect: Inflect) -> Lexicon:
    """All closed-class words; ``inflect`` gives the forms of a verb, by the names of `Entry.form`."""
    source = (folder / "words.txt").read_bytes()
    return _saved(folder / "words.tsv", zlib.crc32(source)) or Lexicon.of(_entries(source.decode(), inflect))


def _entries(text: str, inflect: Inflect) -> Iterator[tuple[Words, Entry]]:
    for line in text.splitlines():
        head, colon, phrases = line.partition(":")
        if not colon or line.startswith("#"):
            continue
        name, _, value = head.partition(" ")
        for phrase in phrases.split(","):
            words = words_of(phrase)
            if name.startswith("v-"):
                meant = value or " ".join(words)
                for form, variants in inflect(words[0]).items():
                    for variant in variants:
                        yield (variant, *words[1:]), Entry("word", name, meant, form)
            elif words[-1] == "*":
                for determiner in _DETERMINERS:
                    yield (*words[:-1], determiner), Entry("word", name, value)
            else:
                meant = " ".join(words) if name.endswith("adverb") else value
                meant = " ".join(("be", *words)) if name == "n-act" else meant
                yield words, Entry("word", name, meant)


def _saved(path: Path, digest: int) -> Lexicon | None:
    """What `packed` wrote, with the JSON left for later: a sentence needs few of the words."""
    try:
        head, *lines = path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
        if head != str(digest):
            return None
        firsts, lengths, blocks, others, loose = (line.split("\t") for line in lines)
        longest = dict(zip(firsts, map(int, lengths), strict=True))
    except (OSError, ValueError):
        return None
    phrases, bared = dict(zip(firsts, blocks, strict=False)), dict(zip(others, loose, strict=False))
    return Lexicon(Decoded(phrases, _decoded), longest, Decoded(bared, _bared))


def _decoded(block: str) -> dict[Words, Entries]:
    rows = json.loads(block).items()
    return {_words(text): Entries(Entry("word", *row) for row in entries) for text, entries in rows}


def _bared(block: str) -> dict[Words, Words]:
    return {_words(bare): _words(text) for bare, text in json.loads(block).items()}


def _words(text: str) -> Words:
    return tuple(text.split(" "))


def packed(folder: Path, inflect: Inflect) -> str:
    """The closed-class words as text: the digest of their source, then a table with a line for each column.

    The columns have, with tabs between: the first words of phrases, how many words the longest phrase of each
    has, and its phrases with their entries; then the first words of phrases without words that may be passed
    over, and for each such phrases what they stand for.
    """
    source = (folder / "words.txt").read_bytes()
    lexicon = Lexicon.of(_entries(source.decode(), inflect))
    firsts = [*lexicon.phrases.firsts()]
    blocks = {
        first: {
            " ".join(words): [entry[1:] for entry in entries]
            for words, entries in lexicon.phrases.starting(first).items()
        }
        for first in firsts
    }
    loose = {
        first: {" ".join(bare): " ".join(words) for bare, words in lexicon.loose.starting(first).items()}
        for first in lexicon.loose.firsts()
    }
    lengths = [lexicon.longest[first] for first in firsts]
    columns = (firsts, lengths, map(_json, blocks.values()), loose, map(_json, loose.values()))
    return "\n".join([str(zlib.crc32(source)), *("\t".join(map(str, column)) for column in columns), ""])


def _json(value: object) -> str:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)
