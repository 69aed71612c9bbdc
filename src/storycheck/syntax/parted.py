"""Adverbs inside a verb and its particle: "rely *heavily* on", "depend *solely* on"."""

from collections.abc import Sequence
from typing import NamedTuple

from storycheck.syntax.entries import Entries
from storycheck.syntax.lexicon import Lexicon
from storycheck.syntax.tables import Words

_INSIDE = frozenset(("degree", "freq", "adverb", "near-adverb"))


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
    adverb = lexicons[-1].phrases.get(texts[at + 1 : at + 2])
    if not adverb or _INSIDE.isdisjoint(adverb.values):
        return None
    phrase = (texts[at], *texts[at + 2 : at + 10])
    found = [(end, _verbs(entries)) for end, entries in (lexicon.match(phrase, 0) for lexicon in lexicons)]
    end, entries = max(found, key=lambda pair: pair[0] if pair[1] else 0)
    if end < 2 or not entries or any(lexicon.match(texts, at)[0] > at + 1 for lexicon in lexicons):
        return None
    return Parted(phrase[:end], entries, at + end + 1, adverb)


def _verbs(entries: Entries) -> Entries:
    return Entries(entry for entry in entries if entry.part == "verb" or entry.ref.startswith("v-"))
