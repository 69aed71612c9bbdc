"""Other word orders: what a sentence that cannot be read as it stands says in an order that can.

"Reduces but does not eliminate forgetting" has one object for two verbs, which is given to each. "Only
generalizes if …" has the "only" before the verb, which belongs to the condition.
"""

from collections.abc import Iterator, Sequence

from storycheck.syntax.entries import Entries, Entry
from storycheck.syntax.joints import stands
from storycheck.syntax.lexicon import Lexicon
from storycheck.syntax.tree import Segment

_VERB = frozenset(("V",))
_PREDICATE = frozenset(("V", "VI", "BE"))
_OF_NOUN_PHRASE = frozenset(("DET", "QUANT", "ADJ", "NOUN", "COMP", "MORE", "POLE", "OF", "NON", "POSS"))
_BEFORE_VERB = frozenset(("NEG", "DO", "FREQ", "MODAL", "SKIP"))


def rewritten(segments: Sequence[Segment], closed: Lexicon) -> Iterator[tuple[Segment, ...]]:
    """The sentence in other orders, if there are any."""
    for order in (_with_object_shared(segments), _with_only_at_its_place(segments, closed)):
        if order is not None:
            yield order


def _with_object_shared(segments: Sequence[Segment]) -> tuple[Segment, ...] | None:
    """ "Reduces but does not eliminate forgetting": the object after each of the verbs."""
    for at, segment in enumerate(segments[1:-2], start=1):
        if segment.entries[0].ref != "conj" or not stands(segments, at - 1, _VERB):
            continue
        verb = at + 1
        while stands(segments, verb, _BEFORE_VERB):
            verb += 1
        end = verb + 1
        while stands(segments, end, _OF_NOUN_PHRASE):
            end += 1
        if stands(segments, verb, _VERB) and end > verb + 1:
            return (*segments[:at], *segments[verb + 1 : end], *segments[at:])
    return None


def _with_only_at_its_place(segments: Sequence[Segment], closed: Lexicon) -> tuple[Segment, ...] | None:
    """ "Only generalizes if …" is "generalizes only if …", where one phrase is there to take it."""
    at = next((at for at, segment in enumerate(segments) if segment.words == ("only",)), None)
    if at is None or not stands(segments, at + 1, _PREDICATE):
        return None
    for kind in ("if", "modifier", "prep"):
        rest = range(at + 2, len(segments))
        found = [place for place in rest if _may_take_only(segments[place], kind, closed)]
        if len(found) == 1:
            place = found[0]
            taken = (*_only(segments[place], closed), *segments[place + 1 :])
            return (*segments[:at], *segments[at + 1 : place], *taken)
    return None


def _may_take_only(segment: Segment, kind: str, closed: Lexicon) -> bool:
    """Whether "only" goes before it: before "if", "with", or "at scale"."""
    if kind != "modifier":
        return segment.word(kind) is not None and ("only", *segment.words) in closed.phrases
    return segment.entry("concept", "modifier") is not None and ("only", segment.words[0]) in closed.phrases


def _only(segment: Segment, closed: Lexicon) -> Iterator[Segment]:
    """The segment with "only" before it; a phrase like "at scale" in two parts."""
    modifier = segment.entry("concept", "modifier")
    words = ("only", segment.words[0]) if modifier else ("only", *segment.words)
    yield segment._replace(words=words, entries=closed.phrases[words])
    if modifier:
        said = Entries((Entry("concept", modifier.ref, "noun"),))
        yield segment._replace(words=segment.words[1:], entries=said)
