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


class Lexicon:
    """Phrases by their words, with a longest-match look-up; immutable.

    ``longest`` gives, for each first word, the length in words of the longest phrase that starts so.
    """

    __slots__ = ("longest", "phrases")

    def __init__(
        self, phrases: Mapping[Words, tuple[Entry, ...]], longest: Mapping[str, int] | None = None
    ) -> None:
        """Take the phrases as they are; ``longest`` is worked out where it is not known."""
        self.phrases = phrases
        self.longest = _longest(phrases) if longest is None else longest

    @classmethod
    def of(cls, pairs: Iterable[tuple[Words, Entry]]) -> "Lexicon":
        """The lexicon of these phrases; a phrase may come several times, with different entries."""
        return cls({}, {}).extended(pairs)

    def extended(self, pairs: Iterable[tuple[Words, Entry]]) -> "Lexicon":
        """This lexicon with more phrases on top; entries of a known phrase come after the known ones.

        Costs what the new phrases cost: the known ones are shared. Marks inside words ("sgd's")
        become words of their own.
        """
        added: dict[Words, tuple[Entry, ...]] = {}
        for words, entry in pairs:
            if not all(map(_PLAIN.fullmatch, words)):
                words = words_of(" ".join(words))  # noqa: PLW2901
            if words:
                known = added.get(words) or self.phrases.get(words, ())
                added[words] = known if entry in known else (*known, entry)
        longest = _longest(added)
        for first, length in longest.items():
            longest[first] = max(length, self.longest.get(first, 0))
        if not self.phrases:
            return Lexicon(added, longest)
        return Lexicon(_layered(added, self.phrases), _layered(longest, self.longest))

    def length_at(self, texts: Sequence[str], start: int) -> int:
        """How many words the longest phrase takes that starts at this word; 0 if none does."""
        most = min(self.longest.get(texts[start], 0), len(texts) - start)
        for length in range(most, 0, -1):
            if tuple(texts[start : start + length]) in self.phrases:
                return length
        return 0


def _longest(phrases: Iterable[Words]) -> dict[str, int]:
    """For each first word, the length of the longest phrase that starts so."""
    longest: dict[str, int] = {}
    for words in phrases:
        longest[words[0]] = max(len(words), longest.get(words[0], 0))
    return longest


def _layered(top: dict[K, V], below: Mapping[K, V]) -> Mapping[K, V]:
    """Both mappings as one, what is on top first."""
    return ChainMap(top, cast(MutableMapping[K, V], below))
