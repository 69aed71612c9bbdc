"""The lexicon: which phrases are known, and what each may be.

A phrase is a tuple of lower-case words: spaces and hyphens separate words, so "SGD-trained" and
"SGD trained" are one phrase, and a possessive is two words ("sgd", "'s").
"""

import re
from collections import ChainMap
from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from typing import NamedTuple, TypeVar, cast

K = TypeVar("K")
V = TypeVar("V")
Words = tuple[str, ...]


class Entry(NamedTuple):
    """What a phrase may be.

    ``kind``  "concept", "quantity" or "word"
    ``ref``   the concept's or quantity's identifier; the word class of a closed-class word
    ``part``  concept: noun, adjective, verb, modifier, gloss; quantity: noun, adjective, verb, more,
              less, gloss; of a closed-class word its value in the class ("usually")
    ``form``  nouns: "sg" or "pl"; verbs: "base", "s", "past", "participle" or "ing"; else ""
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
_SPELLED_OUT = {"n’t": "n't", "’s": "'s"}
_SHORTENED = {"ca": "can", "wo": "will"}
_HYPHENS = "-\u2010\u2011"
_PLAIN = re.compile(r"\w+|\d+(?:[.,]\d+)*%?")


def words_in(text: str) -> list[Word]:
    """The words and marks of a text; a hyphen inside a word separates, elsewhere it is a mark."""
    words: list[Word] = []
    for match in _WORD.finditer(text):
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
    "the a an its their our this these those his her very quite rather really fairly truly so extremely".split()
)


class Lexicon:
    """Phrases by their words, with a longest-match look-up; immutable.

    ``longest`` gives, for each first word, the length in words of the longest phrase that starts so;
    ``loose`` the phrases by what is left of them without the words that may be passed over.
    """

    __slots__ = ("longest", "loose", "phrases")

    def __init__(self, phrases: Mapping[Words, tuple[Entry, ...]]) -> None:
        """Take the phrases as they are, but for marks inside words ("sgd's"), which become words."""
        self.phrases: dict[Words, tuple[Entry, ...]] = {}
        self.longest: dict[str, int] = {}
        self.loose: dict[Words, Words] = {}
        for words, entries in phrases.items():
            self._add(words, entries)

    @classmethod
    def of(cls, pairs: Iterable[tuple[Words, Entry]]) -> "Lexicon":
        """The lexicon of these phrases; a phrase may come several times, with different entries."""
        return cls({}).extended(pairs)

    def extended(self, pairs: Iterable[tuple[Words, Entry]]) -> "Lexicon":
        """This lexicon with more phrases on top; entries of a known phrase come after the known ones."""
        lexicon = Lexicon({})
        lexicon.phrases, lexicon.longest = dict(self.phrases), dict(self.longest)
        lexicon.loose = dict(self.loose)
        for words, entry in pairs:
            lexicon._add(words, (entry,))
        return lexicon

    def _add(self, words: Words, entries: tuple[Entry, ...]) -> None:
        if not all(map(_PLAIN.fullmatch, words)):
            words = words_of(" ".join(words))
        if not words:
            return
        known = self.phrases.get(words, ())
        self.phrases[words] = (*known, *(entry for entry in entries if entry not in known))
        self.longest[words[0]] = max(len(words), self.longest.get(words[0], 0))
        bare = (words[0], *(word for word in words[1:] if word not in _PASSED_OVER))
        if len(bare) < len(words):
            self.loose.setdefault(bare, words)

    def match(self, texts: Sequence[str], start: int) -> tuple[int, tuple[Entry, ...]]:
        """The longest phrase that starts at this word: where it ends, and what it may be.

        Where no phrase starts, the end is the start.
        """
        most = self.longest.get(texts[start])
        if most is None:
            return start, ()
        phrases, end, entries = self.phrases, start, ()
        for stop in range(min(start + most, len(texts)), start, -1):
            known = phrases.get(tuple(texts[start:stop]))
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
