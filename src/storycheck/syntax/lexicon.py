"""The lexicon: which phrases are known, and what each may be.

A phrase is a tuple of lower-case words: spaces and hyphens separate words, so "SGD-trained" and
"SGD trained" are one phrase, and a possessive is two words ("sgd", "'s").
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

K = TypeVar("K")
V = TypeVar("V")
Words = tuple[str, ...]


class Entry(NamedTuple):
    """What a phrase may be.

    ``kind``  "concept", "quantity" or "word"
    ``ref``   the concept's or quantity's identifier; the word class of a closed-class word
    ``part``  concept: noun, adjective, verb, modifier, gloss; quantity: noun, adjective, verb, more,
              less, gloss; of a closed-class word its value in the class ("usually")
    ``form``  nouns: "sg" or "pl"; verbs: "base", "s", "past", "participle" or "ing"; adjectives "turned"
              where a sentence says a phrase the other way round ("labels are *random*"); else ""
    """

    kind: str
    ref: str
    part: str
    form: str = ""


class Word(NamedTuple):
    """One word or mark of a text: its lower-case form and where it stands, in code points."""

    text: str
    start: int
    end: int


_WORD = re.compile(
    r"n['’]t\b"  # the negation of "doesn't"
    r"|\w+?(?=n['’]t\b)"  # ... and what it is attached to
    r"|['’]s\b"
    r"|\d+(?:[.,]\d+)*%?"
    r"|\w+"
    r"|[^\w\s]"
)
_PLAIN_WORD = re.compile(r"\d+(?:[.,]\d+)*%?|\w+|[^\w\s]")
_SPELLED_OUT = {"n’t": "n't", "’s": "'s"}
_SHORTENED = {"ca": "can", "wo": "will"}
_HYPHENS = "-\u2010\u2011"


def words_in(text: str) -> list[Word]:
    """The words and marks of a text; a hyphen inside a word separates, elsewhere it is a mark."""
    words: list[Word] = []
    pattern = _WORD if "'" in text or "’" in text else _PLAIN_WORD
    for match in pattern.finditer(text):
        word, start, end = match.group().lower(), match.start(), match.end()
        if word in _HYPHENS and start and text[start - 1].isalnum() and text[end : end + 1].isalnum():
            continue
        if word in _SHORTENED and text[end : end + 1] in ("n", "N"):
            word = _SHORTENED[word]
        words.append(Word(_SPELLED_OUT.get(word, word), start, end))
    return words


def words_of(phrase: str) -> Words:
    """A phrase as the lexicon keeps it."""
    return tuple(word.text for word in words_in(phrase))


# words that a known phrase may hold without being another phrase: "fits *its* training data *very* well"
_PASSED_OVER = frozenset(
    "the a an its their our this these those his her very quite rather really fairly so extremely".split()
)


GLOSS = "§"
Phrases = Mapping[Words, tuple[Entry, ...]]


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


class Lexicon:
    """Phrases by their words, with a longest-match look-up; immutable.

    ``longest`` gives, for each first word, the length in words of the longest phrase that starts so;
    ``loose`` the phrases by what is left of them without the words that may be passed over. The words of
    canonical readings are kept with the mark `GLOSS` before them, so that sentences never meet them.
    """

    __slots__ = ("longest", "loose", "phrases")

    def __init__(self, phrases: Mapping[Words, tuple[Entry, ...]]) -> None:
        """Take the phrases as they are, but for marks inside words ("sgd's"), which become words."""
        pairs = ((words, entry) for words, entries in phrases.items() for entry in entries)
        self.phrases, self.longest, self.loose = _tables(pairs, {}, {})

    @classmethod
    def of(cls, pairs: Iterable[tuple[Words, Entry]]) -> "Lexicon":
        """The lexicon of these phrases; a phrase may come several times, with different entries."""
        return cls.of_tables(*_tables(pairs, {}, {}))

    @classmethod
    def of_tables(
        cls, phrases: Phrases, longest: Mapping[str, int], loose: Mapping[Words, Words]
    ) -> "Lexicon":
        """The lexicon of tables that were worked out before, taken as they are."""
        lexicon = cls({})
        lexicon.phrases, lexicon.longest, lexicon.loose = phrases, longest, loose
        return lexicon

    def extended(self, pairs: Iterable[tuple[Words, Entry]]) -> "Lexicon":
        """This lexicon with more phrases on top; entries of a known phrase come after the known ones.

        The known phrases are shared, not copied: it costs what the new ones cost.
        """
        phrases, longest, loose = _tables(pairs, self.phrases, self.longest)
        return Lexicon.of_tables(
            Over(phrases, self.phrases), Over(longest, self.longest), Over(loose, self.loose)
        )

    def match(self, texts: Sequence[str], start: int) -> tuple[int, tuple[Entry, ...]]:
        """The longest phrase that starts at this word: where it ends, and what it may be.

        Where no phrase starts, the end is the start.
        """
        most = self.longest.get(texts[start])
        if most is None:
            return start, ()
        phrases, end = self.phrases, start
        entries: tuple[Entry, ...] = ()
        for stop in range(min(start + most, len(texts)), start, -1):
            words = tuple(texts[start:stop])
            known = phrases.get(words) or phrases.get(self.loose.get(words, ()))
            if known is not None:
                end, entries = stop, known
                break
        if most > 1 and not _PASSED_OVER.isdisjoint(texts[start + 1 : start + most + 2]):
            return self._loosely(texts, start, most, end, entries)
        return end, entries

    def _loosely(
        self, texts: Sequence[str], start: int, most: int, end: int, entries: tuple[Entry, ...]
    ) -> tuple[int, tuple[Entry, ...]]:
        """The same, passing over determiners and words of degree, if that reaches further."""
        words, at = [texts[start]], start + 1
        while at < len(texts) and len(words) < most:
            if texts[at] not in _PASSED_OVER:
                words.append(texts[at])
                key = tuple(words)
                found = self.phrases.get(key) or self.phrases.get(self.loose.get(key, ()))
                if found and at >= end:
                    end, entries = at + 1, found
            at += 1
        return end, entries


def _tables(
    pairs: Iterable[tuple[Words, Entry]], known: Phrases, known_longest: Mapping[str, int]
) -> tuple[Phrases, Mapping[str, int], Mapping[Words, Words]]:
    """The three tables of a lexicon, for phrases that come on top of known ones."""
    phrases: dict[Words, tuple[Entry, ...]] = {}
    longest: dict[str, int] = {}
    loose: dict[Words, Words] = {}
    for given, entry in pairs:
        words = given if all(map(str.isalnum, given)) else words_of(" ".join(given))
        if not words:
            continue
        if entry.part == "gloss" and entry.kind != "word":
            words = (GLOSS, *words)
        entries = phrases.get(words) or known.get(words, ())
        phrases[words] = entries if entry in entries else (*entries, entry)
        first = words[0]
        longest[first] = max(len(words), longest.get(first) or known_longest.get(first, 0))
        bare = (first, *(word for word in words[1:] if word not in _PASSED_OVER))
        if len(bare) < len(words):
            loose.setdefault(bare, words)
    return phrases, longest, loose
