"""Words of amount inside a verb phrase: "memorize *more of* the data", "forget *none of* it"."""

from collections.abc import Sequence

from storycheck.records import NamedTuple
from storycheck.syntax.entries import NO_ENTRIES, Entries, Entry
from storycheck.syntax.lexicon import Lexicon
from storycheck.syntax.starting import Words
from storycheck.syntax.tree import Segment

_COMPARED = frozenset(("more", "less", "fewer"))
_EVERY = {word: Entries((Entry("word", "of-every", "A"),)) for word in ("every", "each", "all")}
_EVERY["any"] = Entries((Entry("word", "of-every", "any"),))
_KINDS = frozenset(f"{kind}{s}" for kind in ("kind", "type", "form", "sort") for s in ("", "s"))
_PARTLY = {"most": "in large part", "much": "in large part"}
_PARTLY |= dict.fromkeys(("part", "parts", "half"), "partly")
AMOUNTS = _COMPARED | {"none", *_EVERY, *_PARTLY}
_NONE = Entries((Entry("word", "neg", "N"),))


class Measured(NamedTuple):
    """A known verb phrase that a word of amount stands in.

    ``verb``    its words and entries without that word;  ``end`` the first word after it
    ``amount``  the entries of the word of amount, none if it adds nothing, and where the word ends
    ``before``  whether it is said before the verb, as "not" for "none of" and "in large part" for "most of"
    """

    verb: Words
    entries: Entries
    end: int
    amount: Entries
    amount_end: int
    before: bool


def measured(texts: Words, at: int, lexicons: Sequence[Lexicon]) -> Measured | None:
    """The verb phrase that starts at this word, if a word of amount stands in it."""
    if at + 2 >= len(texts):
        return None
    word, of = texts[at + 1], texts[at + 2] == "of"
    if not of and not _EVERY.keys().isdisjoint(texts[at + 1 : at + 3]):
        return _of_every(texts, at, lexicons[0])
    if not (word in _COMPARED or (of and (word in ("none", "all") or word in _PARTLY))):
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
    before = word not in _COMPARED and word != "all"
    amount = _how_much(word) if before else lexicons[-1].phrases.get((word,)) if word != "all" else None
    return Measured(phrase[:end], entries, later + end - 1, amount or NO_ENTRIES, later, before)


def _how_much(word: str) -> Entries:
    """What "none of" and "most of" say before the verb: not, and in large part."""
    return partly(word) if word in _PARTLY else _NONE


def partly(word: str) -> Entries:
    """The adverb that "most of", "part of" … say of a verb when they stand before its object."""
    return Entries((Entry("word", "near-adverb", _PARTLY[word]),)) if word in _PARTLY else NO_ENTRIES


def _of_every(texts: Words, at: int, lexicon: Lexicon) -> Measured | None:
    """ "Robust to *every kind of* corruption", "forget *every* task": a phrase with "every" inside it."""
    start = at + 1 if texts[at + 1] in _EVERY else at + 2
    later = start + 3 if texts[start + 1 : start + 2] and _is_kind_of(texts, start + 1) else start + 1
    if lexicon.match(texts, at)[0] > start:
        return None  # a phrase of the vocabulary has it in it
    phrase = (*texts[at:start], *texts[later : later + 8])
    end, found = lexicon.match(phrase, 0)
    entries = Entries(entry for entry in found if entry.part in ("verb", "adjective"))
    if end <= start - at or not entries:
        return None
    return Measured(phrase[:end], entries, later + end - (start - at), _EVERY[texts[start]], later, False)


def _is_kind_of(texts: Words, at: int) -> bool:
    return texts[at] in _KINDS and texts[at + 1 : at + 2] == ("of",)


def part_ends(segments: Sequence[Segment], at: int) -> int:
    """Where "most of" or "part of" ends that starts here; 0 if none does."""
    words = segments[at].words
    if not partly(words[0]) or len(words) > 3:
        return 0
    if words[1:2] == ("of",):
        return at + 1
    of = at + 1 < len(segments) and len(words) == 1 and segments[at + 1].words == ("of",)
    return at + 2 if of else 0
