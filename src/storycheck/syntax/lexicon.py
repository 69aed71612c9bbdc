"""The lexicon: which phrases are known, and what each may be.

A phrase is a tuple of lower-case words: spaces and hyphens separate words, so "SGD-trained" and
"SGD trained" are one phrase, and a possessive is two words ("sgd", "'s").
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Protocol

from storycheck.records import NamedTuple
from storycheck.syntax.entries import NO_ENTRIES, Entries, Entry
from storycheck.syntax.made import made
from storycheck.syntax.starting import PASSED_OVER, Starting, Words, starting


class Word(NamedTuple):
    """One word or mark of a text: its lower-case form and where it stands, in code points."""

    text: str
    start: int
    end: int


_WORD = (
    r"n['’]t\b"  # the negation of "doesn't"
    r"|\w+?(?=n['’]t\b)"  # ... and what it is attached to
    r"|['’]s\b"
    r"|\d+(?:[.,]\d+)*%?"
    r"|\w+"
    r"|[^\w\s]"
)
_PLAIN_WORD = r"\d+(?:[.,]\d+)*%?|\w+|[^\w\s]"
_SPELLED_OUT = {"n’t": "n't", "’s": "'s"}
_SHORTENED = {"ca": "can", "wo": "will"}
_HYPHENS = "-\u2010\u2011"


def words_in(text: str) -> list[Word]:
    """The words and marks of a text; a hyphen inside a word separates, elsewhere it is a mark."""
    words: list[Word] = []
    shortened = "'" in text or "’" in text
    for match in _words(shortened).finditer(text):
        word, (start, end) = match[0].lower(), match.span()
        if word in _HYPHENS and start and text[start - 1].isalnum() and text[end : end + 1].isalnum():
            continue
        if shortened:
            word = _spelled_out(word, text[end : end + 1])
        words.append(made(Word, (word, start, end)))
    return _with_is(words) if shortened else words


@cache
def _words(shortened: bool) -> re.Pattern[str]:
    return re.compile(_WORD if shortened else _PLAIN_WORD)


def _with_is(words: Sequence[Word]) -> list[Word]:
    """ "It's", "there's" as "it is", "there is": these words own nothing in this way."""
    before = ["", *(word.text for word in words)]
    return [
        word._replace(text="is") if word.text == "'s" and last in _OWNING_NOTHING else word
        for last, word in zip(before, words, strict=False)
    ]


_OWNING_NOTHING = frozenset(("it", "there", "that", "this", "what", "he", "she"))


def _spelled_out(word: str, after: str) -> str:
    """The "ca" of "can't" as "can", and apostrophes as they are typed."""
    if word in _SHORTENED and after in ("n", "N"):
        return _SHORTENED[word]
    return _SPELLED_OUT.get(word, word)


def words_of(phrase: str) -> Words:
    """A phrase as the lexicon keeps it."""
    return tuple(word.text for word in words_in(phrase))


GLOSS = "§"


class Below(Protocol):
    """What a lexicon lies over: another lexicon, or one that is kept as bytes."""

    def firsts(self) -> Iterator[str]:
        """The first words of all phrases."""

    def starting(self, first: str) -> Starting | None:
        """The phrases that start with this word; None if there are none."""


class Lexicon:
    """Phrases by their words, with a longest-match look-up; immutable.

    The words of canonical readings are kept with the mark `GLOSS` before them, so that sentences never meet
    them.
    """

    __slots__ = ("_below", "_own", "_starting")

    def __init__(self, own: Mapping[str, Starting], below: Below | None = None) -> None:
        """What starts with some words, over all that ``below`` has for other words."""
        self._own, self._below = own, below
        self._starting = dict(own)

    @classmethod
    def of(cls, pairs: Iterable[tuple[Words, Entry]]) -> "Lexicon":
        """The lexicon of these phrases; a phrase may come several times, with different entries."""
        return cls({}).extended(pairs)

    def extended(
        self, pairs: Iterable[tuple[Words, Entry]], hiding: Collection[Words] = frozenset()
    ) -> "Lexicon":
        """This lexicon with more phrases on top; entries of a known phrase come after the known ones.

        Of the phrases in ``hiding`` the known entries are left out.
        The known phrases are shared, not copied: it costs what the new ones cost.
        """
        found: dict[str, _Tables] = {}
        for given, entry in pairs:
            words = given if all(map(str.isalnum, given)) else words_of(" ".join(given))
            if not words:
                continue
            if entry.part == "gloss" and entry.kind != "word":
                words = (GLOSS, *words)
            known = NO_ENTRIES if words in hiding else self.phrases.get(words, NO_ENTRIES)
            _add(found.setdefault(words[0], _Tables({}, {})), words, entry, known)
        return Lexicon({first: self._with(first, new) for first, new in found.items()}, self)

    def _with(self, first: str, new: "_Tables") -> Starting:
        lower = self.starting(first)
        phrases, bare = lower.all() if lower else ({}, {})
        loose = {words: new.phrases[stands_for] for words, stands_for in new.loose.items()}
        return starting(first, phrases | new.phrases, bare | loose)

    def firsts(self) -> Iterator[str]:
        """The first words of all phrases."""
        below = self._below.firsts() if self._below else ()
        return iter(dict.fromkeys((*self._own, *below)))

    def starting(self, first: str) -> Starting | None:
        """The phrases that start with this word; None if there are none."""
        found = self._starting.get(first)
        if found is None and self._below is not None:
            found = self._below.starting(first)
            if found is not None:
                self._starting[first] = found
        return found

    @property
    def phrases(self) -> "Known":
        """All phrases with what they may be."""
        return Known(self)

    def alone(self, word: str) -> Entries:
        """What a word may be by itself; nothing if it is no phrase."""
        starting = self.starting(word)
        return starting.alone if starting is not None else NO_ENTRIES

    def match(self, texts: Words, start: int) -> tuple[int, Entries]:
        """The longest phrase that starts at this word: where it ends, and what it may be.

        Where no phrase starts, the end is the start.
        """
        starting = self.starting(texts[start])
        return starting.match(texts, start) if starting is not None else (start, NO_ENTRIES)


class Known(Mapping[Words, Entries]):
    """The phrases of a lexicon as one mapping."""

    __slots__ = ("_lexicon",)

    def __init__(self, lexicon: Lexicon) -> None:
        """Nothing is looked up yet."""
        self._lexicon = lexicon

    def __getitem__(self, words: Words) -> Entries:
        """What a phrase may be; KeyError if it is not known."""
        starting = self._lexicon.starting(words[0] if words else "")
        if starting is None:
            raise KeyError(words)
        return starting.after(words).phrases[words]

    def get(self, words: Words, default: Any = None) -> Any:
        """The same or the default; spelled out because sentences are segmented with it."""
        starting = self._lexicon.starting(words[0] if words else "")
        return default if starting is None else starting.after(words).phrases.get(words, default)

    def __iter__(self) -> Iterator[Words]:
        """All phrases, by their first words."""
        starting = map(self._lexicon.starting, self._lexicon.firsts())
        return (words for each in starting if each is not None for words in each.all()[0])

    def __len__(self) -> int:
        """How many phrases there are."""
        return sum(1 for _ in self)


class _Tables(NamedTuple):
    """New phrases that start with one word, and for bare ones the phrase that each stands for."""

    phrases: dict[Words, Entries]
    loose: dict[Words, Words]


def _add(to: _Tables, words: Words, entry: Entry, known: Entries) -> None:
    """Adds an entry after those that are known."""
    entries = to.phrases.get(words) or known
    to.phrases[words] = entries if entry in entries else Entries((*entries, entry))
    bare = (words[0], *(word for word in words[1:] if word not in PASSED_OVER))
    if len(bare) < len(words):
        to.loose.setdefault(bare, words)
