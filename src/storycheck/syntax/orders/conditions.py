"""Conditions said in another way, or without their comma: "using dropout, …", "despite being large"."""

from collections.abc import Iterator

from storycheck.syntax.joints import is_finite, stands
from storycheck.syntax.orders.order import (
    Lexicons,
    Order,
    Sentence,
    comma,
    first_said,
    is_subject,
    is_word,
    place_of,
    put,
)

_NOUN = frozenset(("NOUN",))
_PARTICIPLE = frozenset(("PART",))
_COMPLEMENT = frozenset(("ADJ", "COMP"))
_MOST_PLACES = 4


def _with_concession_last(segments: Sentence, lexicons: Lexicons) -> Iterator[Sentence]:
    """ "Although A, B" is "A, but B"."""
    end = place_of(",", segments, 0)
    if segments[0].word("conj") == "but" and end:
        yield *segments[1:end], put(segments[0], "but", lexicons), *segments[end + 1 :]


def _with_participle_led(segments: Sentence, lexicons: Lexicons) -> Iterator[Sentence]:
    """ "Trained on images, …", "using dropout, …", "starting from X, …": "when" it is, and "though" it is."""
    start = first_said(segments)
    end = place_of(",", segments, start)
    if segments[start].word("conj") == "but" and stands(segments, start + 1, _PARTICIPLE):
        yield *segments[:start], put(segments[start], "even when", lexicons), *segments[start + 1 :]
    elif end and (stands(segments, start, _PARTICIPLE) or _is_doing(segments, start, end)):
        yield *segments[:start], put(segments[start], "when", lexicons), *segments[start:]


def _is_doing(segments: Sentence, start: int, end: int) -> bool:
    """Whether these words tell only what is done: "using dropout"."""
    forms = {entry.form for entry in segments[start].entries if entry.part != "noun"}
    return forms == {"ing"} and not any(is_finite(one) for one in segments[start:end])


def _with_whether(segments: Sentence, lexicons: Lexicons) -> Iterator[Sentence]:
    """ "Regardless of how large they are" is "regardless of whether they are large"."""
    for at in range(len(segments) - 3):
        if segments[at].word("prep") != "regardless" or not is_word(segments, at + 1, "how"):
            continue
        whether = put(segments[at], "regardless of whether", lexicons)
        of_one = segments[at + 2].words[1:2] == ("a",) and stands(segments, at + 2, _NOUN)
        be = next((one for one in range(at + 3, len(segments)) if segments[one].word("be") is not None), 0)
        if of_one and be == at + 3:  # "how large a network is"
            yield *segments[:at], whether, segments[at + 2], *segments[be + 1 :]
            return
        if be and stands(segments, at + 2, _COMPLEMENT) and is_subject(segments[at + 3 : be]):
            said = (*segments[at + 3 : be + 1], segments[at + 2], *segments[be + 1 :])
            yield *segments[:at], whether, *said
            return


def _with_being(segments: Sentence, lexicons: Lexicons) -> Iterator[Sentence]:
    """ "Despite being large" is "even when large", "stops being large" "is no longer large"."""
    for at in range(len(segments) - 2):
        if not is_word(segments, at + 1, "being"):
            continue
        condition = _BEING.get(segments[at].text)
        if condition is not None:
            yield *segments[:at], put(segments[at], condition, lexicons), *segments[at + 2 :]
            return
        if is_word(segments, at, "stop", "stops", "stopped", "cease", "ceases"):
            be, longer = put(segments[at], "is", lexicons), put(segments[at + 1], "no longer", lexicons)
            yield *segments[:at], be, longer, *segments[at + 2 :]
            return


_BEING = {"despite": "even when", "in spite of": "even when", "without": "unless"}


def _with_conditions_closed(segments: Sentence, lexicons: Lexicons) -> Iterator[Sentence]:
    """ "Pruning a network after it has converged hurts": with the comma that ends the condition."""
    starts = [at for at in range(1, len(segments) - 3) if segments[at].word("if") in ("if", "unless")]
    if len(starts) == 1:
        ends = [end for end in range(starts[0] + 3, len(segments)) if is_finite(segments[end])]
        for end in ends[-_MOST_PLACES:]:
            yield *segments[:end], comma(segments[end]), *segments[end:]


ORDERS: tuple[Order, ...] = (
    _with_concession_last,
    _with_participle_led,
    _with_whether,
    _with_being,
    _with_conditions_closed,
)
