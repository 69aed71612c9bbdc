"""Adjectives that share a noun: "both standard and robust networks" are standard networks and robust ones."""

from collections.abc import Sequence

from storycheck.syntax.entries import NO_ENTRIES, Entries
from storycheck.syntax.joints import SHARING, is_shared, stands
from storycheck.syntax.lexicon import Lexicon
from storycheck.syntax.tree import Segment

_NOUN, _DESCRIBING = frozenset(("NOUN",)), frozenset(("ADJ",))


def with_noun_shared(segments: Sequence[Segment], lexicons: Sequence[Lexicon]) -> tuple[Segment, ...] | None:
    """The sentence with the noun after each of two adjectives; None if no two share one."""
    for at in range(1, len(segments) - 1):
        if not is_shared(segments, at):
            continue
        first, second = segments[at - 1], segments[at + 1]
        if stands(segments, at + 1, SHARING) and not stands(segments, at + 1, _NOUN):
            head: Segment | None = segments[at + 2]
        else:
            head = _segment(second, second.words[1:], lexicons)
        if head is not None:
            whole = _segment(first, (*first.words, *head.words), lexicons)
            described = whole is not None and stands(segments, at - 1, _DESCRIBING)
            if whole is None or (described and whole.entries.refs <= head.entries.refs):
                return (*segments[: at - 1], first, head, *segments[at:])  # "deep networks" are any networks
            return (*segments[: at - 1], whole, *segments[at:])
    return None


def _segment(place: Segment, words: tuple[str, ...], lexicons: Sequence[Lexicon]) -> Segment | None:
    """A noun in the place of another segment; None if these words are none."""
    found = (lexicon.phrases.get(words, NO_ENTRIES) for lexicon in lexicons)
    entries = Entries(entry for each in found for entry in each)
    return place._replace(words=words, entries=entries) if "NOUN" in entries.terminals else None
