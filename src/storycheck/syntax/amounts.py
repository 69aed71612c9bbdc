"""Words of amount inside a verb phrase: "memorize *more of* the training data", "forget *none of* it"."""

from collections.abc import Sequence
from typing import NamedTuple

from storycheck.syntax.entries import NO_ENTRIES, Entries, Entry
from storycheck.syntax.lexicon import Lexicon
from storycheck.syntax.tables import Words

_COMPARED = frozenset(("more", "less", "fewer"))
AMOUNTS = _COMPARED | {"none", "all"}
_NONE = Entries((Entry("word", "neg", "N"),))


class Measured(NamedTuple):
    """A known verb phrase that a word of amount stands in.

    ``verb``    its words and entries without that word;  ``end`` the first word after it
    ``amount``  the entries of the word of amount, none if it adds nothing, and where the word ends
    ``denied``  "none of": said before the verb
    """

    verb: Words
    entries: Entries
    end: int
    amount: Entries
    amount_end: int
    denied: bool


def measured(texts: Words, at: int, lexicons: Sequence[Lexicon]) -> Measured | None:
    """The verb phrase that starts at this word, if a word of amount stands in it."""
    if at + 2 >= len(texts):
        return None
    word, of = texts[at + 1], texts[at + 2] == "of"
    if not (word in _COMPARED or (of and word in ("none", "all"))):
        return None
    later = at + 3 if of else at + 2
    whole, entries = lexicons[0].match(texts, at)
    if whole > later and any(entry.part == "verb" for entry in entries):
        return None  # a phrase of the vocabulary has the amount in it
    phrase = (texts[at], *texts[later : later + 8])
    end, found = lexicons[0].match(phrase, 0)
    entries = Entries(entry for entry in found if entry.kind != "word" and entry.part == "verb")
    if end < 2 or not entries:
        return None
    amount = lexicons[-1].phrases.get((word,)) if word in _COMPARED else _NONE if word == "none" else None
    return Measured(phrase[:end], entries, later + end - 1, amount or NO_ENTRIES, later, word == "none")
