"""The lexicon: which phrases are known, and what each may be.

A phrase is a tuple of lower-case words as `split_words` makes them: hyphens separate words, so
"SGD-trained" and "SGD trained" are one phrase, and a possessive is two words ("sgd", "'s").
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

Phrase = tuple[str, ...]


class Entry(NamedTuple):
    """What a phrase may be.

    ``kind``  "concept", "quantity" or "word"
    ``ref``   the concept's or quantity's identifier; the word class of a closed-class word
    ``part``  concept: noun, adjective, verb, modifier, gloss; quantity: noun, adjective, verb, more,
              less, gloss; for a closed-class word its value in the class ("usually")
    ``form``  nouns: "sg" or "pl"; verbs: "base", "s", "past", "participle" or "ing"; else ""
    """

    kind: str
    ref: str
    part: str
    form: str = ""


class Word(NamedTuple):
    """One word or mark of a sentence: its lower-case form and where it stands, in code points."""

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
_CONTRACTED = {"ca": "can", "wo": "will", "n’t": "n't", "’s": "'s"}


def words_of(text: str) -> list[Word]:
    """The words and marks of a text; a hyphen inside a word separates, elsewhere it is a mark."""
    words: list[Word] = []
    for match in _WORD.finditer(text):
        word, start, end = match.group().lower(), *match.span()
        if word in "-‐‑" and 0 < start and end < len(text) and text[start - 1].isalnum() and text[end].isalnum():
            continue
        if word in ("ca", "wo") and text[end : end + 1] not in ("n", "N"):
            words.append(Word(word, start, end))
            continue
        words.append(Word(_CONTRACTED.get(word, word), start, end))
    return words


def split_words(text: str) -> Phrase:
    """A wording of the vocabulary as a phrase."""
    return tuple(word.text for word in words_of(text))


@dataclass(frozen=True)
class Lexicon:
    """An immutable set of phrases with a longest-match look-up.

    ``longest`` gives, for each first word, the length in words of the longest phrase that starts so.
    """

    phrases: Mapping[Phrase, tuple[Entry, ...]]
    longest: Mapping[str, int] = field(repr=False)

    @classmethod
    def of(cls, pairs: Iterable[tuple[Phrase, Entry]]) -> "Lexicon":
        """The lexicon of these phrases; a phrase may come several times, with different entries."""
        return cls({}, {}).extended(pairs)

    def extended(self, pairs: Iterable[tuple[Phrase, Entry]]) -> "Lexicon":
        """This lexicon with more phrases; entries of a known phrase are added after the known ones."""
        phrases, longest = dict(self.phrases), dict(self.longest)
        for phrase, entry in pairs:
            known = phrases.get(phrase, ())
            if phrase and entry not in known:
                phrases[phrase] = (*known, entry)
                longest[phrase[0]] = max(len(phrase), longest.get(phrase[0], 0))
        return Lexicon(phrases, longest)

    def longest_at(self, words: list[str], start: int) -> int:
        """How many words the longest phrase takes that starts here; 0 if none does."""
        for length in range(min(self.longest.get(words[start], 0), len(words) - start), 0, -1):
            if tuple(words[start : start + length]) in self.phrases:
                return length
        return 0
