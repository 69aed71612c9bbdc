"""Adverbs inside a verb and its particle: "rely *heavily* on", "generalize *well* to"."""

from collections.abc import Sequence
from functools import cache, lru_cache

from storycheck.records import NamedTuple
from storycheck.syntax.entries import Entries, Entry
from storycheck.syntax.lexicon import Lexicon
from storycheck.syntax.starting import Words

_INSIDE = frozenset(("degree", "freq", "adverb", "near-adverb"))
_MANNER = {"high": "adverb", "low": "near-adverb"}
"""What is badly done may be no case of it, as what is hardly done is none."""


class Parted(NamedTuple):
    """A known verb phrase that one adverb stands in.

    ``verb``    its words and entries without the adverb;  ``end`` the first word after it
    ``adverb``  the entries of the adverb
    """

    verb: Words
    entries: Entries
    end: int
    adverb: Entries


def parted(texts: Words, at: int, lexicons: Sequence[Lexicon]) -> Parted | None:
    """The verb phrase that starts at this word, if the word after it is an adverb that is no part of it."""
    adverb = _adverb(texts[at + 1], lexicons[-1])
    if adverb is None:
        return None
    phrase = (texts[at], *texts[at + 2 : at + 10])
    found = [lexicon.match(phrase, 0) for lexicon in lexicons]
    verbs = [(end, verb) for end, entries in found if end > 1 and (verb := _verbs(entries))]
    if not verbs:
        return None
    end, entries = max(verbs, key=lambda pair: pair[0])
    known = max(lexicon.match(texts, at)[0] for lexicon in lexicons)
    most = at + 2 if texts[at + 1] in _WELL else at + 1  # "generalizes well" is known, and here is a part
    if known > most:
        return None
    if texts[at + 1] in _WELL and "v-act" not in entries.values:
        return None
    return Parted(phrase[:end], entries, at + end + 1, adverb)


_WELL = frozenset(("well", "poorly", "badly"))


def _adverb(word: str, closed: Lexicon) -> Entries | None:
    """What may stand inside a verb; "well" and "poorly" there say in which manner it is done."""
    found = closed.alone(word)
    manner = found.values.get("manner", "")
    if manner in _MANNER:
        return _in_manner(_MANNER[manner], word)
    return found if not _INSIDE.isdisjoint(found.values) else None


@cache
def _in_manner(kind: str, word: str) -> Entries:
    return Entries((Entry("word", kind, word),))


@lru_cache(maxsize=10_000)
def _verbs(entries: Entries) -> Entries:
    return Entries(entry for entry in entries if entry.part == "verb" or entry.ref.startswith("v-"))
