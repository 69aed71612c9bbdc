"""Clauses where a noun could stand: "the fact that A shows that B", "the reason why B is that A"."""

from collections.abc import Iterator, Sequence

from storycheck.syntax.joints import stands
from storycheck.syntax.lexicon import Lexicon
from storycheck.syntax.reordered import COMMA, Order, first_said, put
from storycheck.syntax.starting import Words
from storycheck.syntax.tree import Segment


def with_clauses_placed(segments: Sequence[Segment], closed: Lexicon) -> Iterator[Order]:
    """The sentence with such a clause where the grammar has one."""
    start = first_said(segments)
    orders = (
        _with_fact(segments, start, closed),
        _with_reason(segments, start, closed),
        _with_sign(segments, closed),
        _with_being(segments, closed),
    )
    yield from (order for order in orders if order is not None)


def _with_fact(segments: Sequence[Segment], start: int, closed: Lexicon) -> Order | None:
    """ "The fact that A shows that B" is "whenever A, B", "that A explains why B" "because A, B"."""
    if segments[start].word("for-that") is None and segments[start].words != ("that",):
        return None
    for at in range(start + 3, len(segments) - 3):
        says, then = segments[at], segments[at + 1].words
        if then == ("why",) and says.word("v-due") == "by":
            first: Words = ("because",)
        elif then == ("that",) and _shows(says):
            first = ("if",) if says.word("v-imply") == "indicate" else ("whenever",)
        else:
            continue
        if stands(segments, at - 1, _BEFORE_VERB):
            return None
        lead, comma = (
            put(segments[at], first, closed),
            segments[at + 1]._replace(words=(",",), entries=COMMA),
        )
        return (*segments[:start], lead, *segments[start + 1 : at], comma, *segments[at + 2 :])
    return None


def _shows(verb: Segment) -> bool:
    return verb.word("v-imply") is not None or verb.words[0].startswith("show")


_BEFORE_VERB = frozenset("NEG MODAL FREQ DO ADVERB SEMI HAVE".split())


def _with_reason(segments: Sequence[Segment], start: int, closed: Lexicon) -> Order | None:
    """ "The reason why B is that A" is "because A, B"; "the reason B is that A" leaves out the "why"."""
    plain = [one.words for one in segments[start : start + 2]] == [("the",), ("reason",)]
    if segments[start].word("why-is") is None and not plain:
        return None
    for at in range(start + 3, len(segments) - 2):
        if segments[at].words in _IS and segments[at + 1].words in _THAT:
            said = segments[start + 2 if plain else start + 1 : at]
            because = put(segments[start], ("because",), closed)
            comma = segments[at]._replace(words=(",",), entries=COMMA)
            return (*segments[:start], because, *segments[at + 2 :], comma, *said)
    return None


_IS = (("is",), ("was",))
_THAT = (("that",), ("because",))


def _with_sign(segments: Sequence[Segment], closed: Lexicon) -> Order | None:
    """ "Gives no guarantee that A", "provides evidence that A": "is" no guarantee, or evidence of it."""
    for at in range(1, len(segments) - 2):
        if segments[at].words[0] not in _GIVING:
            continue
        none = segments[at + 1].words == ("no",)
        found = _sign(segments[at + 2 if none else at + 1], closed)
        if found is not None and (found.word("n-imply") == "imply" or _that_follows(segments, at)):
            be = put(segments[at], ("is",), closed)
            denied = (put(segments[at + 1], ("not",), closed),) if none else ()
            return (*segments[:at], be, *denied, found, *segments[at + 3 if none else at + 2 :])
    return None


_GIVING = frozenset(
    form for verb in "give provide offer constitute yield".split() for form in (verb, verb + "s")
)


def _that_follows(segments: Sequence[Segment], at: int) -> bool:
    """Whether it is evidence *that*: what probes give evidence *of* is not so wherever one probes."""
    return any(one.words == ("that",) for one in segments[at + 2 : at + 4])


def _sign(segment: Segment, closed: Lexicon) -> Segment | None:
    """The segment where it names a sign: "evidence", "guarantee" as "a guarantee"."""
    if segment.word("n-imply") is not None:
        return segment
    words = ("a", *segment.words)
    entries = closed.phrases.get(words)
    return segment._replace(words=words, entries=entries) if entries and "n-imply" in entries.values else None


def _with_being(segments: Sequence[Segment], closed: Lexicon) -> Order | None:
    """ "Despite being large" is "even when large", "stops being large" "is no longer large"."""
    for at in range(len(segments) - 2):
        if segments[at + 1].words != ("being",):
            continue
        condition = _BEING.get(segments[at].words)
        if condition is not None:
            return (*segments[:at], put(segments[at], condition, closed), *segments[at + 2 :])
        if segments[at].words in _STOPS:
            be, longer = put(segments[at], ("is",), closed), put(segments[at + 1], ("no", "longer"), closed)
            return (*segments[:at], be, longer, *segments[at + 2 :])
    return None


_STOPS = (("stop",), ("stops",), ("stopped",), ("cease",), ("ceases",))


_BEING: dict[Words, Words] = {
    ("despite",): ("even", "when"),
    ("in", "spite", "of"): ("even", "when"),
    ("without",): ("unless",),
}
