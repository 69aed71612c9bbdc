"""What comes of something: "…, improving generalization", "…, meaning that …".

A result is told of the same subject ("and improves generalization"), or, where that is any network, of what
it does ("and memorizing noise hurts generalization").
"""

from collections.abc import Iterator

from storycheck.syntax.joints import ahead_of, is_finite, results_at, stands
from storycheck.syntax.orders.order import (
    Lexicons,
    Order,
    Sentence,
    comma,
    first_said,
    is_word,
    put,
    retold,
    stop,
)
from storycheck.syntax.tree import Segment

_VERB = frozenset(("V", "VI"))


def _with_implied(segments: Sentence, lexicons: Lexicons) -> Iterator[Sentence]:
    """ "A, which means that B" is "A; whenever A, B"."""
    start, at = first_said(segments), first_mark(segments)
    which = is_word(segments, at + 1, "which")
    verb = at + 2 if which else at + 1
    if at and is_word(segments, verb + 1, "that") and segments[verb].has_form("s" if which else "ing"):
        way = segments[verb].word("v-imply")
        if way is not None:
            condition = put(segments[verb], "whenever" if way == "imply" else "if", lexicons)
            said = (condition, *segments[start:at], comma(segments[at]), *segments[verb + 2 :])
            yield *segments[:at], stop(segments[at]), *said


def first_mark(segments: Sentence) -> int:
    """Where the first claim ends: at the first mark, if no comma stands before; 0 otherwise."""
    start = first_said(segments)
    at = next((at for at in range(2, len(segments) - 1) if is_word(segments, at, *_MARKS)), 0)
    return at if at > start + 1 and not any(is_word(segments, one, ",") for one in range(start, at)) else 0


_MARKS = (",", ";", "—", "–")


def _with_result(segments: Sentence, lexicons: Lexicons) -> Iterator[Sentence]:
    """ "A does B, improving C" is "A does B and improves C", or "A does B; doing B improves C"."""
    mark = next((at for at in range(2, len(segments) - 1) if results_at(segments, at)), 0)
    if not mark:
        return
    which = is_word(segments, mark + 1, "which")
    at = ahead_of(segments, mark + 1 if which else mark)
    finite = segments[at] if which else retold(segments[at], "s", "ing")
    main = segments[first_said(segments) : mark]
    if finite is None or any(_denies(one) for one in main):
        return
    said = (*segments[mark + 2 if which else mark + 1 : at], finite, *segments[at + 1 :])
    verb = next((place for place, one in enumerate(main) if is_finite(one)), 0)
    doing = retold(main[verb], "ing", "s", "base") if stands(main, verb, _VERB) else None
    if not all(one.word("noun", "pron") is not None for one in main[:verb]):
        yield *segments[:mark], put(segments[mark], "and", lexicons), *said
    elif doing is not None and verb:
        yield *segments[:mark], stop(segments[mark]), doing, *main[verb + 1 :], *said


def _denies(segment: Segment) -> bool:
    value = segment.word("neg", "modal", "freq", "semi", "v-semi", "quant")
    return value is not None and "N" in value.split()


ORDERS: tuple[Order, ...] = (_with_implied, _with_result)
