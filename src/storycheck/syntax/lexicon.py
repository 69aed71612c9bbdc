"""The lexicon: which phrases are known, and what each may be.

A phrase is a tuple of lower-case words: spaces and hyphens separate words, so "SGD-trained" and
"SGD trained" are one phrase, and a possessive is two words ("sgd", "'s").
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

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


class Lexicon:
    """Phrases by their words, with a longest-match look-up; immutable.

    ``longest`` gives, for each first word, the length in words of the longest phrase that starts so.
    """

    __slots__ = ("longest", "phrases")

    def __init__(self, phrases: Mapping[Words, tuple[Entry, ...]]) -> None:
        """Take the phrases as they are, but for marks inside words ("sgd's"), which become words."""
        self.phrases: dict[Words, tuple[Entry, ...]] = {}
        self.longest: dict[str, int] = {}
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

    def length_at(self, texts: Sequence[str], start: int) -> int:
        """How many words the longest phrase takes that starts at this word; 0 if none does."""
        most = min(self.longest.get(texts[start], 0), len(texts) - start)
        for length in range(most, 0, -1):
            if tuple(texts[start : start + length]) in self.phrases:
                return length
        return 0
