"""What is put first or last for stress, where it stands without: "what prevents overfitting is dropout"."""

from collections.abc import Iterator

from storycheck.syntax.entries import Entries, Entry
from storycheck.syntax.joints import stands
from storycheck.syntax.orders.order import (
    Lexicons,
    Order,
    Part,
    Sentence,
    comma,
    is_noun_phrase,
    is_word,
    place_of,
    put,
    retold,
)
from storycheck.syntax.tree import Segment

_FINITE = frozenset(("V", "VI", "FREQ", "ADVERB"))
_PREDICATE = frozenset(("V", "VI", "BE"))


def _with_only_at_its_place(segments: Sentence, lexicons: Lexicons) -> Iterator[Sentence]:
    """ "Only generalizes if …" is "generalizes only if …", where one phrase is there to take it."""
    at = next((at for at in range(len(segments)) if is_word(segments, at, "only")), None)
    if at is None or not stands(segments, at + 1, _PREDICATE):
        return
    for kind in ("if", "modifier", "prep"):
        rest = range(at + 2, len(segments))
        found = [place for place in rest if _may_take_only(segments[place], kind, lexicons)]
        if len(found) == 1:
            place = found[0]
            taken = (*_only(segments[place], lexicons), *segments[place + 1 :])
            yield *segments[:at], *segments[at + 1 : place], *taken
            return


def _may_take_only(segment: Segment, kind: str, lexicons: Lexicons) -> bool:
    """Whether "only" goes before it: before "if", "with", or "at scale"."""
    closed = lexicons[-1].phrases
    if kind != "modifier":
        return segment.word(kind) is not None and ("only", *segment.words) in closed
    return segment.entry("concept", "modifier") is not None and ("only", segment.words[0]) in closed


def _only(segment: Segment, lexicons: Lexicons) -> Iterator[Segment]:
    """The segment with "only" before it; a phrase like "at scale" in two parts."""
    modifier = segment.entry("concept", "modifier")
    yield put(segment, f"only {segment.words[0] if modifier else segment.text}", lexicons)
    if modifier:
        said = Entries((Entry("concept", modifier.ref, "noun"),))
        yield segment._replace(words=segment.words[1:], entries=said)


def _without_stress(segments: Sentence, lexicons: Lexicons) -> Iterator[Sentence]:
    """ "What prevents overfitting is dropout", "dropout is what prevents it", "the reason why … is X"."""
    last = max((at for at, segment in enumerate(segments) if segment.word("be") is not None), default=0)
    said = segments[last + 1 :]
    if is_noun_phrase(said) and segments[0].word("why-is") is not None:
        verb = (put(segments[0], "explains", lexicons), put(segments[last], "why", lexicons))
        yield *said, *verb, *segments[1:last]
    elif is_noun_phrase(said) and segments[0].word("what") is not None and stands(segments, 1, _FINITE):
        yield *said, *segments[1:last]
    elif not is_word(segments, 0, "that", "this", "it"):
        for at in range(2, len(segments) - 1):
            is_what = segments[at].word("what") is not None and segments[at - 1].word("be") is not None
            if is_what and stands(segments, at + 1, _FINITE):
                yield *segments[: at - 1], *segments[at + 1 :]
                return


def _with_cause_first(segments: Sentence, lexicons: Lexicons) -> Iterator[Sentence]:
    """ "Not because of X but because of Y" is "because of Y, not because of X"."""
    denied = next((at for at, one in enumerate(segments) if one.word("prep") == "not due"), 0)
    but = next((at for at in range(denied + 2, len(segments)) if segments[at].word("prep") == "but due"), 0)
    if denied and but:
        cause = (put(segments[but], "because of", lexicons), *segments[but + 1 :], comma(segments[but]))
        other = (segments[denied], *_without_comma(segments[denied + 1 : but]))
        yield *_without_comma(segments[:denied]), *cause, *other


def _without_comma(segments: Part) -> Part:
    return segments[:-1] if is_word(segments, len(segments) - 1, ",") else segments


def _with_contrast_last(segments: Sentence, lexicons: Lexicons) -> Iterator[Sentence]:
    """ "Instead of generalizing, networks memorize" is "networks memorize rather than generalize"."""
    end = place_of(",", segments, 2, len(segments) - 1)
    if end and segments[0].words in (("instead", "of"), ("rather", "than")):
        verb = retold(segments[1], "base", "ing")
        if verb is not None:
            rather = put(segments[0], "rather than", lexicons)
            yield *segments[end + 1 :], rather, verb, *segments[2:end]


def _with_both_joined(segments: Sentence, lexicons: Lexicons) -> Iterator[Sentence]:
    """ "A as well as B" is "A and B"."""
    for at in range(1, len(segments) - 2):
        if segments[at].words == ("as", "well") and is_word(segments, at + 1, "as"):
            yield *segments[:at], put(segments[at], "and", lexicons), *segments[at + 2 :]
            return


ORDERS: tuple[Order, ...] = (
    _with_only_at_its_place,
    _without_stress,
    _with_cause_first,
    _with_contrast_last,
    _with_both_joined,
)
