"""Why something is so, and what follows from it: "A, which is why B", "the fact that A shows that B"."""

from collections.abc import Iterator

from storycheck.syntax.joints import stands
from storycheck.syntax.orders.order import Lexicons, Order, Sentence, comma, first_said, is_word, put
from storycheck.syntax.orders.results import first_mark
from storycheck.syntax.tree import Segment

_BEFORE_VERB = frozenset("NEG MODAL FREQ DO ADVERB SEMI HAVE".split())


def _with_why_last(segments: Sentence, lexicons: Lexicons) -> Iterator[Sentence]:
    """ "A, which is why B" is "because A, B"."""
    start, mark = first_said(segments), first_mark(segments)
    why = next((at for at in range(mark + 1, mark + 5) if is_word(segments, at, "why")), 0)
    if mark and " ".join(one.text for one in segments[mark + 1 : why]) in _WHY:
        because = put(segments[why], "because", lexicons)
        said = (*segments[start:mark], comma(segments[mark]), *segments[why + 1 :])
        yield *segments[:start], because, *said


_WHY = frozenset(
    f"{one} {verb}"
    for one in ("which", "this", "that", "and this", "and that")
    for verb in ("is", "explains")
) | {"explaining"}


def _with_so(segments: Sentence, lexicons: Lexicons) -> Iterator[Sentence]:
    """ "SGD is biased, so networks generalize" is "because SGD is biased, networks generalize"."""
    start = first_said(segments)
    for at in range(start + 3, len(segments) - 1):
        if is_word(segments, at, "so", "therefore", "thus", "hence") and is_word(segments, at - 1, ",", ";"):
            because = put(segments[start], "because", lexicons)
            said = (*segments[start : at - 1], comma(segments[at]), *segments[at + 1 :])
            yield *segments[:start], because, *said
            return


def _with_reason_named(segments: Sentence, lexicons: Lexicons) -> Iterator[Sentence]:
    """ "The reason why B is that A" is "because A, B"; "the reason B is that A" leaves out the "why"."""
    start = first_said(segments)
    plain = is_word(segments, start, "the") and is_word(segments, start + 1, "reason")
    if segments[start].word("why-is") is None and not plain:
        return
    for at in range(start + 3, len(segments) - 2):
        if is_word(segments, at, "is", "was") and is_word(segments, at + 1, "that", "because"):
            said = segments[start + 2 if plain else start + 1 : at]
            because = put(segments[start], "because", lexicons)
            yield *segments[:start], because, *segments[at + 2 :], comma(segments[at]), *said
            return


def _with_consequence(segments: Sentence, lexicons: Lexicons) -> Iterator[Sentence]:
    """ "A consequence of X is that A" is "as a consequence of X, A"."""
    start = first_said(segments)
    words = ("as", *segments[start].words)
    if words not in lexicons[-1].phrases or words[-2:] != ("consequence", "of"):
        return
    for at in range(start + 2, len(segments) - 3):
        if is_word(segments, at, "is") and is_word(segments, at + 1, "that"):
            lead = put(segments[start], " ".join(words), lexicons)
            said = (*segments[start + 1 : at], comma(segments[at]), *segments[at + 2 :])
            yield *segments[:start], lead, *said
            return


def _with_fact(segments: Sentence, lexicons: Lexicons) -> Iterator[Sentence]:
    """ "The fact that A shows that B" is "whenever A, B", "that A explains why B" "because A, B"."""
    start = first_said(segments)
    if segments[start].word("for-that") is None and not is_word(segments, start, "that"):
        return
    for at in range(start + 3, len(segments) - 3):
        condition = _follows(segments, at)
        if condition and not stands(segments, at - 1, _BEFORE_VERB):
            lead = put(segments[at], condition, lexicons)
            said = (*segments[start + 1 : at], comma(segments[at + 1]), *segments[at + 2 :])
            yield *segments[:start], lead, *said
        if condition:
            return


def _follows(segments: Sentence, at: int) -> str:
    """By which conjunction "shows that" and "explains why" say what follows; "" for any other verb."""
    says = segments[at]
    if is_word(segments, at + 1, "why"):
        return "because" if says.word("v-due") == "by" else ""
    shows = is_word(segments, at + 1, "that") and _shows(says)
    return ("if" if says.word("v-imply") == "indicate" else "whenever") if shows else ""


def _shows(verb: Segment) -> bool:
    return verb.word("v-imply") is not None or verb.words[0].startswith("show")


def _with_fact_denied(segments: Sentence, lexicons: Lexicons) -> Iterator[Sentence]:
    """ "(Just because | the fact that) A does not mean that B" is "if A, there is no guarantee that B"."""
    begun = first_said(segments)
    just = is_word(segments, begun, "just", "simply", "merely") and begun + 1 < len(segments)
    first = begun + 1 if just else begun
    if segments[first].word("if" if just else "for-that") not in ("that", "because"):
        return
    for at in range(first + 3, len(segments) - 2):
        says = segments[at].word("v-imply") == "imply" and segments[at - 1].word("neg") is not None
        if says and segments[at - 2].word("aux") == "do":
            then = at + 2 if is_word(segments, at + 1, "that") else at + 1
            condition = (put(segments[first], "if", lexicons), *segments[first + 1 : at - 2])
            frame = put(segments[at], "there is no guarantee that", lexicons)
            yield *segments[:begun], *condition, comma(segments[at]), frame, *segments[then:]
            return


ORDERS: tuple[Order, ...] = (
    _with_why_last,
    _with_so,
    _with_reason_named,
    _with_consequence,
    _with_fact,
    _with_fact_denied,
)
