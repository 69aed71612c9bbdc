"""What is possible, in the verbs and modals that the grammar has: "makes oversight possible" allows it."""

from collections.abc import Iterator

from storycheck.syntax.entries import Entries
from storycheck.syntax.joints import stands
from storycheck.syntax.orders.order import (
    Lexicons,
    Order,
    Part,
    Sentence,
    is_subject,
    is_word,
    place_of,
    put,
    retold,
)
from storycheck.syntax.tree import Segment

_PRONOUN = frozenset(("PRON",))
_COMPLEMENT = frozenset(("ADJ", "COMP", "MORE"))
_BEFORE_BE = frozenset(("MODAL", "FREQ", "NEG", "ADVERB"))
_BARE = frozenset(("VIB", "BE"))
_INSTEAD = {"S": "allow", "N S": "prevent"}
_MODAL = {"S": "can", "N S": "cannot"}
ENDINGS = {"s": "s", "base": "", "ing": "ing", "past": "ed"}


def _with_ability_as_verb(segments: Sentence, lexicons: Lexicons) -> Iterator[Sentence]:
    """ "Makes oversight possible" is "allows oversight", "makes it impossible" "prevents" it."""
    for at in range(2, len(segments)):
        verb = _INSTEAD.get(segments[at].word("iadj") or "")
        makes = [made for made in range(at - 1) if segments[made].word("v-make") == "state"]
        if verb is None or not makes or stands(segments, makes[-1] + 1, _PRONOUN):
            continue
        ending = ENDINGS.get(form_of_make(segments[makes[-1]]))
        if ending is not None:
            allows = put(segments[makes[-1]], verb + ending, lexicons)
            yield *segments[: makes[-1]], allows, *segments[makes[-1] + 1 : at], *segments[at + 1 :]
            return


def form_of_make(verb: Segment) -> str:
    """The form of a "make" or "render"; "" if it is none."""
    return next((entry.form for entry in verb.entries if entry.ref == "v-make"), "")


def _with_ability_as_modal(segments: Sentence, lexicons: Lexicons) -> Iterator[Sentence]:
    """ "Is impossible to detect" is "cannot be detected"."""
    for at in range(2, len(segments) - 2):
        modal = _MODAL.get(segments[at].word("iadj") or "")
        start = max((one for one in range(1, at) if segments[one].word("be") is not None), default=0)
        between = segments[start + 1 : at]
        plain = start and all(one.word("freq", "degree") is not None for one in between)
        verb = segments[at + 2]
        done = Entries(one._replace(form="participle") for one in verb.entries if one.form == "base")
        if modal is None or not plain or not is_word(segments, at + 1, "to") or not done:
            continue
        if segments[start - 1].word("pron") != "it":
            can, be = put(segments[at], modal, lexicons), put(segments[at + 1], "be", lexicons)
            said = (*between, can, be, verb._replace(entries=done))
            yield *segments[:start], *said, *segments[at + 3 :]
        return


def _with_measure_said(segments: Sentence, lexicons: Lexicons) -> Iterator[Sentence]:
    """ "Too noisy to align it" is "noisy and does not align it", "strong enough to" "strong and can"."""
    for be in range(1, len(segments) - 2):
        if segments[be].word("be") is None or _denied(segments[:be]):
            continue
        too = is_word(segments, be + 1, "too")
        adjective = be + 2 if too else be + 1
        to = adjective + 1 if too else adjective + 2
        measured = too or is_word(segments, to - 1, "enough")
        if not measured or segments[adjective].entry("concept", "adjective") is None:
            continue
        if is_word(segments, to, "to") and stands(segments, to + 1, _BARE):
            then = ("and", "does", "not") if too else ("and", "can")
            joint = (put(segments[to], word, lexicons) for word in then)
            yield *segments[: be + 1], segments[adjective], *joint, *segments[to + 1 :]
            return


def _denied(segments: Part) -> bool:
    """Whether a negation, a quantifier or a condition stands before: then two things are not said at once."""
    return any(
        segment.word("neg", "quant", "freq", "only", "if", "both", "modal", "rel") for segment in segments
    )


def _with_way(segments: Sentence, lexicons: Lexicons) -> Iterator[Sentence]:
    """ "X is one way to do Y" is "a way of doing Y"."""
    for at in range(2, len(segments) - 2):
        is_way = is_word(segments, at, "way") and is_word(segments, at - 1, "a", "one")
        if not is_way or not is_word(segments, at + 1, "to") or segments[at - 2].word("be") is None:
            continue
        doing = retold(segments[at + 2], "ing", "base")
        if doing is not None:
            article, of = put(segments[at - 1], "a", lexicons), put(segments[at + 1], "of", lexicons)
            yield *segments[: at - 1], article, segments[at], of, doing, *segments[at + 3 :]
            return


def _with_maker(segments: Sentence, lexicons: Lexicons) -> Iterator[Sentence]:
    """ "Networks can be made robust by dropout" is "dropout can make networks robust"."""
    by = place_of("by", segments, 4, len(segments) - 1)
    made = next((at for at in range(2, by - 1) if is_word(segments, at, "made", "rendered")), 0)
    if not made or segments[made - 1].word("be") is None or not is_subject(segments[by + 1 :]):
        return
    first = made - 1
    while first > 1 and stands(segments, first - 1, _BEFORE_BE):
        first -= 1
    subject, before, said = segments[:first], segments[first : made - 1], segments[made + 1 : by]
    if is_subject(subject) and all(stands(said, at, _COMPLEMENT) for at in range(len(said))):
        modal = any(one.word("modal") is not None for one in before)
        makes = put(segments[made], "make" if modal else "makes", lexicons)
        yield *segments[by + 1 :], *before, makes, *subject, *said


ORDERS: tuple[Order, ...] = (
    _with_ability_as_verb,
    _with_ability_as_modal,
    _with_measure_said,
    _with_way,
    _with_maker,
)
