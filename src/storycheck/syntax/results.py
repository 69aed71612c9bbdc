"""What comes of something, and why: "…, improving generalization", "…, which is why …", "…, meaning that …".

A result is told of the same subject ("and improves generalization"), or, where that is any network, of what
it does ("and memorizing noise hurts generalization").
"""

from collections.abc import Iterator, Sequence

from storycheck.syntax.entries import Entries, Entry
from storycheck.syntax.joints import ahead_of, is_finite, results_at, stands
from storycheck.syntax.lexicon import Lexicon
from storycheck.syntax.reordered import COMMA, Order, first_said, put, retold
from storycheck.syntax.tree import Segment

_VERB = frozenset(("V", "VI"))
_FINITE = ("s", "base")


def with_results(segments: Sequence[Segment], closed: Lexicon) -> Iterator[Order]:
    """The sentence with its result, or its reason, in the orders that the grammar has."""
    comma = next((at for at in range(2, len(segments) - 1) if segments[at].words in _MARKS), 0)
    start = first_said(segments)
    if comma > start + 1 and not any(one.words == (",",) for one in segments[start:comma]):
        reason = _with_reason(segments, start, comma, closed)
        implied = _with_implied(segments, start, comma, closed)
        yield from (order for order in (reason, implied) if order is not None)
    at = next((at for at in range(2, len(segments) - 1) if results_at(segments, at)), 0)
    if at:
        yield from _with_result(segments, start, at, closed)


_MARKS = ((",",), (";",), ("—",), ("–",))


def _with_reason(segments: Sequence[Segment], start: int, comma: int, closed: Lexicon) -> Order | None:
    """ "A, which is why B" is "because A, B"."""
    why = next((at for at in range(comma + 1, comma + 5) if _is(segments, at, "why")), 0)
    between = [one.words for one in segments[comma + 1 : why]]
    if tuple(between) not in _WHY:
        return None
    because, mark = put(segments[why], ("because",), closed), segments[comma]._replace(entries=COMMA)
    return (*segments[:start], because, *segments[start:comma], mark, *segments[why + 1 :])


_WHICH, _THIS, _THAT, _AND = ("which",), ("this",), ("that",), ("and",)
_WHY = (
    *((one, verb) for one in (_WHICH, _THIS, _THAT) for verb in (("is",), ("explains",))),
    *((_AND, one, verb) for one in (_THIS, _THAT) for verb in (("is",), ("explains",))),
    (("explaining",),),
)


def _is(segments: Sequence[Segment], at: int, word: str) -> bool:
    return at < len(segments) and segments[at].words == (word,)


def _with_implied(segments: Sequence[Segment], start: int, comma: int, closed: Lexicon) -> Order | None:
    """ "A, which means that B" is "A; whenever A, B"."""
    verb = comma + 2 if _is(segments, comma + 1, "which") else comma + 1
    told = verb + 1 < len(segments) and segments[verb].has_form("ing" if verb == comma + 1 else "s")
    way = segments[verb].word("v-imply") if told else None
    if way is None or not _is(segments, verb + 1, "that"):
        return None
    condition = put(segments[verb], ("whenever" if way == "imply" else "if",), closed)
    mark = segments[comma]._replace(entries=COMMA)
    said = (condition, *segments[start:comma], mark, *segments[verb + 2 :])
    return (*segments[:comma], segments[comma]._replace(words=(";",), entries=_STOP), *said)


_STOP = Entries((Entry("word", "mark", ";"),))


def _with_result(segments: Sequence[Segment], start: int, comma: int, closed: Lexicon) -> Iterator[Order]:
    """ "A does B, improving C" is "A does B and improves C", or "A does B; doing B improves C"."""
    which = _is(segments, comma + 1, "which")
    at = ahead_of(segments, comma + 1 if which else comma)
    between = segments[comma + 2 if which else comma + 1 : at]
    finite = segments[at] if which else retold(segments[at], "s", "ing")
    main = segments[start:comma]
    if finite is None or any(_denies(one) for one in main):
        return
    said = (*between, finite, *segments[at + 1 :])
    verb = next((place for place, one in enumerate(main) if is_finite(one)), 0)
    doing = retold(main[verb], "ing", *_FINITE) if stands(main, verb, _VERB) else None
    if not all(one.word("noun", "pron") is not None for one in main[:verb]):
        yield (*segments[:comma], put(segments[comma], ("and",), closed), *said)
    elif doing is not None and verb:
        stop = segments[comma]._replace(words=(";",), entries=_STOP)
        yield (*segments[:comma], stop, doing, *main[verb + 1 :], *said)


def _denies(segment: Segment) -> bool:
    value = segment.word("neg", "modal", "freq", "semi", "v-semi", "quant")
    return value is not None and "N" in value.split()
