"""Relative clauses: those without their first words ("the features (that) it uses"), and mere asides."""

from collections.abc import Iterator

from storycheck.syntax.joints import is_aside, results_at, stands
from storycheck.syntax.orders.order import (
    OF_NOUN_PHRASE,
    Lexicons,
    Order,
    Sentence,
    first_said,
    is_subject,
    is_word,
    place_of,
    put,
    stop,
)
from storycheck.syntax.tree import Segment

_VERB = frozenset(("V",))
_PREDICATE = frozenset(("V", "VI", "BE"))
_HEAD = frozenset(("NOUN",))
_NEW_SUBJECT = frozenset(("DET", "PRON"))
_OBJECT = frozenset(("DET", "QUANT", "ADJ", "NOUN"))
_BE = frozenset(("BE",))
_MOST_PLACES = 3


def _with_be_said(segments: Sentence, lexicons: Lexicons) -> Iterator[Sentence]:
    """ "Models aware of oversight" are "models that are aware of oversight"."""
    for at in range(1, len(segments) - 1):
        if segments[at].word("n-act") and segments[at - 1].entries.terminals >= _HEAD:
            before = segments[max(at - 4, 0) : at]
            if not any(one.word("v-make", "be", "v-be") is not None for one in before):
                that_are = (put(segments[at], word, lexicons) for word in ("that", "are"))
                yield *segments[:at], *that_are, *segments[at:]
            return


def _with_relatives_marked(segments: Sentence, lexicons: Lexicons) -> Iterator[Sentence]:
    """ "The features (that) a classifier uses": with the pronoun that may be left out, one at a time."""
    places = [
        at
        for at in range(1, len(segments) - 1)
        if stands(segments, at - 1, _HEAD)
        and (stands(segments, at, _NEW_SUBJECT) or _is_short_clause(segments, at))
        and any(stands(segments, later, _PREDICATE) for later in range(at + 1, len(segments)))
        and not _has_object(segments, at)
        and not _has_receiver(segments, at)
        and not (is_word(segments, at - 1, "that") and stands(segments, at - 2, _BE))
    ]
    for at in places[:_MOST_PLACES]:
        yield *segments[:at], put(segments[at], "that", lexicons), *segments[at:]


def _is_short_clause(segments: Sentence, at: int) -> bool:
    """Whether it is the "SGD finds" of "minima SGD finds"."""
    return stands(segments, at, _HEAD) and stands(segments, at + 1, _VERB) and not stands(segments, at, _VERB)


def _has_object(segments: Sentence, at: int) -> bool:
    """Whether the next verb has an object, which then cannot be what the clause belongs to."""
    later = range(at + 1, len(segments))
    verb = next(
        (one for one in later if stands(segments, one, _VERB) and not stands(segments, one, _HEAD)), 0
    )
    return verb > 0 and stands(segments, verb + 1, _OBJECT)


def _has_receiver(segments: Sentence, at: int) -> bool:
    """Whether it is the second object of "showing *the overseer the chain of thought*"."""
    before = at - 1
    while before > 0 and stands(segments, before, OF_NOUN_PHRASE) and not _gives(segments[before]):
        before -= 1
    return _gives(segments[before])


def _gives(segment: Segment) -> bool:
    return segment.words[0].startswith(_GIVING)


_GIVING = tuple(
    "show giv gave teach taught tell told ask offer send sent grant pay paid cost feed fed deny".split()
)


def _with_aside_apart(segments: Sentence, lexicons: Lexicons) -> Iterator[Sentence]:
    """ "A, which B, C" is "A B; A C", and "A does B, which C" is "A does B; B C"."""
    mark = next((at for at in range(1, len(segments) - 2) if is_aside(segments, at)), 0)
    start = first_said(segments)
    if not mark or results_at(segments, mark):
        return
    begun = mark
    while begun > start and is_subject(segments[begun - 1 : mark]):
        begun -= 1
    named, end = segments[begun:mark], place_of(",", segments, mark + 2)
    if begun == start and end:
        said = (*named, *segments[mark + 2 : end], stop(segments[mark]), *named, *segments[end + 1 :])
        yield *segments[:start], *said
    elif begun > start and not end:
        yield *segments[:mark], stop(segments[mark]), *named, *segments[mark + 2 :]


ORDERS: tuple[Order, ...] = (_with_aside_apart, _with_be_said, _with_relatives_marked)
