"""The lexicon: which phrases are known, and what each may be.

A phrase is a tuple of lower-case words: spaces and hyphens separate words, so "SGD-trained" and
"SGD trained" are one phrase, and a possessive is two words ("sgd", "'s").
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from storycheck.syntax.entries import NO_ENTRIES, Entries, Entry
from storycheck.syntax.made import made
from storycheck.syntax.tables import Over, Table, TableOver, Words


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
    shortened = "'" in text or "’" in text
    for match in (_WORD if shortened else _PLAIN_WORD).finditer(text):
        word, (start, end) = match[0].lower(), match.span()
        if word in _HYPHENS and start and text[start - 1].isalnum() and text[end : end + 1].isalnum():
            continue
        if shortened:
            word = _spelled_out(word, text[end : end + 1])
        words.append(made(Word, (word, start, end)))
    return _with_is(words) if shortened else words


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


# words that a known phrase may hold without being another phrase: "fits *its* training data *very* well"
_PASSED_OVER = frozenset(
    "the a an its their our this these those his her very quite rather really fairly so extremely".split()
)


GLOSS = "§"


class Starting(NamedTuple):
    """The phrases that start with one word, also without the words that may be passed over.

    ``lengths``  how long they may be in words, by their second word ("" for the word alone), longest first
    ``longest``  the length of the longest
    """

    lengths: Mapping[str, Sequence[int]]
    longest: int
    phrases: Mapping[Words, Entries]

    @classmethod
    def of(cls, phrases: Mapping[Words, Entries]) -> "Starting":
        """These phrases, of which there are some, and all with the same first word."""
        alone = [1] if any(len(words) == 1 for words in phrases) else []
        lengths = {"": alone}
        for length, second in sorted({(len(words), words[1]) for words in phrases if len(words) > 1}):
            lengths.setdefault(second, alone[:]).insert(0, length)
        return cls(lengths, max(map(len, phrases)), phrases)

    def beside(self, other: "Starting") -> "Starting":
        """The phrases of both; where both have one, it is what either says."""
        shared = {
            words: Entries((*self.phrases[words], *entries))
            for words, entries in other.phrases.items()
            if words in self.phrases
        }
        return Starting.of({**self.phrases, **other.phrases, **shared})

    def match(self, texts: Words, start: int) -> tuple[int, Entries]:
        """The longest of these phrases that starts here: where it ends, and what it may be.

        Where none does, the end is the start.
        """
        lengths, most, phrases = self
        end, entries = start, NO_ENTRIES
        second = texts[start + 1] if start + 1 < len(texts) else ""
        for length in lengths.get(second) or lengths[""]:
            words = texts[start : start + length]
            found = phrases.get(words)
            if found is not None:
                end, entries = start + len(words), found
                break
        if most > 1 and not _PASSED_OVER.isdisjoint(texts[start + 1 : start + most + 2]):
            return self._loosely(texts, start, end, entries)
        return end, entries

    def _loosely(self, texts: Words, start: int, end: int, entries: Entries) -> tuple[int, Entries]:
        """The same, passing over determiners and words of degree, if that reaches further."""
        words, at = texts[start : start + 1], start + 1
        while at < len(texts) and len(words) < self.longest:
            if texts[at] not in _PASSED_OVER:
                if len(words) == 1 and texts[at] not in self.lengths:
                    break
                words = (*words, texts[at])
                found = self.phrases.get(words)
                if found and at >= end:
                    end, entries = at + 1, found
            at += 1
        return end, entries


class Lexicon:
    """Phrases by their words, with a longest-match look-up; immutable.

    ``longest`` gives, for each first word, the length in words of the longest phrase that starts so;
    ``loose`` the phrases by what is left of them without the words that may be passed over. The words of
    canonical readings are kept with the mark `GLOSS` before them, so that sentences never meet them.
    """

    __slots__ = ("_starting", "longest", "loose", "phrases")

    def __init__(self, phrases: Table[Entries], longest: Mapping[str, int], loose: Table[Words]) -> None:
        """Take tables that were worked out before, as they are."""
        self.phrases, self.longest, self.loose = phrases, longest, loose
        self._starting: dict[str, Starting] = {}

    @classmethod
    def of(cls, pairs: Iterable[tuple[Words, Entry]]) -> "Lexicon":
        """The lexicon of these phrases; a phrase may come several times, with different entries."""
        return cls(*_tables(pairs, {}, {}))

    def extended(
        self, pairs: Iterable[tuple[Words, Entry]], hiding: Collection[Words] = frozenset()
    ) -> "Lexicon":
        """This lexicon with more phrases on top; entries of a known phrase come after the known ones.

        Of the phrases in ``hiding`` the known entries are left out.
        The known phrases are shared, not copied: it costs what the new ones cost.
        """
        phrases, longest, loose = _tables(pairs, self.phrases, self.longest, hiding)
        return Lexicon(
            TableOver(phrases, self.phrases), Over(longest, self.longest), TableOver(loose, self.loose)
        )

    def starting(self, first: str) -> Starting | None:
        """The phrases that start with this word; None if there are none."""
        found = self._starting.get(first)
        return self._gathered(first) if found is None and first in self.longest else found

    def _gathered(self, first: str) -> Starting:
        phrases, loose = self.phrases.starting(first), self.loose.starting(first)
        both = {**{bare: phrases[words] for bare, words in loose.items()}, **phrases}
        found = self._starting[first] = Starting.of(both)
        return found

    def match(self, texts: Words, start: int) -> tuple[int, Entries]:
        """The longest phrase that starts at this word: where it ends, and what it may be.

        Where no phrase starts, the end is the start.
        """
        starting = self.starting(texts[start])
        return starting.match(texts, start) if starting is not None else (start, NO_ENTRIES)


def _tables(
    pairs: Iterable[tuple[Words, Entry]],
    known: Mapping[Words, Entries],
    known_longest: Mapping[str, int],
    hiding: Collection[Words] = frozenset(),
) -> tuple[Table[Entries], Mapping[str, int], Table[Words]]:
    """The three tables of a lexicon, for phrases that come on top of known ones."""
    phrases: dict[Words, Entries] = {}
    longest: dict[str, int] = {}
    loose: dict[Words, Words] = {}
    for given, entry in pairs:
        words = given if all(map(str.isalnum, given)) else words_of(" ".join(given))
        if not words:
            continue
        if entry.part == "gloss" and entry.kind != "word":
            words = (GLOSS, *words)
        entries = phrases.get(words) or (NO_ENTRIES if words in hiding else known.get(words, NO_ENTRIES))
        phrases[words] = entries if entry in entries else Entries((*entries, entry))
        first = words[0]
        longest[first] = max(len(words), longest.get(first) or known_longest.get(first, 0))
        bare = (first, *(word for word in words[1:] if word not in _PASSED_OVER))
        if len(bare) < len(words):
            loose.setdefault(bare, words)
    return Table.of(phrases), longest, Table.of(loose)
