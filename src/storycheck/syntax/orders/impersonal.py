"""The "it" of "makes it harder for networks to generalize": what it stands for, put in its place."""

from collections.abc import Iterator

from storycheck.syntax.joints import is_of_ease, stands
from storycheck.syntax.orders.ability import ENDINGS, form_of_make
from storycheck.syntax.orders.order import (
    Lexicons,
    Order,
    Sentence,
    is_subject,
    is_word,
    noun_phrase_end,
    place_of,
    put,
    retold,
)
from storycheck.syntax.tree import Segment

_FINITE = frozenset("V VI BE MODAL DO HAVE FREQ NEG ADVERB SEMI".split())
_NOUN = frozenset(("NOUN",))
_BEFORE_EASE = frozenset(("BE", "MODAL", "FREQ", "NEG"))


def _with_it_resolved(segments: Sentence, lexicons: Lexicons) -> Iterator[Sentence]:
    """ "Makes it harder for A to B", "more likely that A does B", "impossible to B": each said of A."""
    for at in range(2, len(segments) - 3):
        if not is_word(segments, at, "it") or segments[at - 1].word("v-make") != "state":
            continue
        said = at + 1
        while said < len(segments) - 2 and segments[said].word("degree") is not None:
            said += 1
        if segments[said].word("ease") is not None:
            yield from _eased(segments, at, said)
        elif segments[said].word("iadj") == "N S":
            yield from _prevented(segments, at, said, lexicons)
        else:
            yield from _likelier(segments, at, said, lexicons)
        return


def _eased(segments: Sentence, at: int, said: int) -> Iterator[Sentence]:
    """ "Makes A harder to B"."""
    to = _ends_with_to(segments, said + 1)
    if to:
        yield *segments[:at], *segments[said + 2 : to], segments[said], *segments[to:]


def _prevented(segments: Sentence, at: int, said: int, lexicons: Lexicons) -> Iterator[Sentence]:
    """ "Prevents A from doing B", and without an A "prevents doing B"."""
    alone = is_word(segments, said + 1, "to")
    to = said + 1 if alone else _ends_with_to(segments, said + 1)
    made, ending = segments[at - 1], ENDINGS.get(form_of_make(segments[at - 1]))
    doing = retold(segments[to + 1], "ing", "base") if to and to + 1 < len(segments) else None
    if doing is not None and ending is not None:
        prevents = put(made, f"prevent{ending}", lexicons)
        whom = () if alone else (*segments[said + 2 : to], put(segments[to], "from", lexicons))
        yield *segments[: at - 1], prevents, *whom, doing, *segments[to + 2 :]


def _likelier(segments: Sentence, at: int, said: int, lexicons: Lexicons) -> Iterator[Sentence]:
    """ "Makes A more likely to B"."""
    words = (*segments[said].words, "to")
    entries = lexicons[-1].phrases.get(words)
    if entries is None or entries.values.get("semi") not in ("up", "down"):
        return
    likelier = segments[said]._replace(words=words, entries=entries)
    to = _ends_with_to(segments, said + 1)
    if to:
        yield *segments[:at], *segments[said + 2 : to], likelier, *segments[to + 1 :]
        return
    verb = next((one for one in range(said + 3, len(segments)) if _may_be_verb(segments, one)), 0)
    if is_word(segments, said + 1, "that") and is_subject(segments[said + 2 : verb]):
        then = verb + 1 if is_word(segments, verb, "will", "would") else verb
        yield *segments[:at], *segments[said + 2 : verb], likelier, *segments[then:]


def _may_be_verb(segments: Sentence, at: int) -> bool:
    return stands(segments, at, _FINITE) and not stands(segments, at, _NOUN)


def _ends_with_to(segments: Sentence, start: int) -> int:
    """Where the "to" of "for A to" stands, if that begins here; 0 otherwise."""
    to = place_of("to", segments, start + 2)
    return to if is_word(segments, start, "for") and is_subject(segments[start + 1 : to]) else 0


def _with_likelihood_told(segments: Sentence, lexicons: Lexicons) -> Iterator[Sentence]:
    """ "The more likely it is to overfit" is "the more often it overfits", in a correlative."""
    for at in range(3, len(segments) - 1):
        likely = next((one for one in range(at - 1, 1, -1) if segments[one].word("often") is not None), 0)
        if _is_to(segments[at]) and likely and is_word(segments, likely - 1, "the"):
            yield *segments[:at], *segments[at + 1 :]
            return


def _is_to(segment: Segment) -> bool:
    return segment.words in (("is", "to"), ("are", "to"))


def _with_subject_of_ease(segments: Sentence, lexicons: Lexicons) -> Iterator[Sentence]:
    """ "(Make) it easier to detect deception" is said of deception: "(make) deception easier to detect"."""
    for at in range(len(segments)):
        said = at + 1
        while stands(segments, said, _BEFORE_EASE):
            said += 1
        start, end = said + 1, noun_phrase_end(segments, said + 1)
        if is_word(segments, at, "it") and end > start and is_of_ease(segments[said]):
            yield *segments[:at], *segments[start:end], *segments[at + 1 : start], *segments[end:]
            return


def _with_need_said(segments: Sentence, lexicons: Lexicons) -> Iterator[Sentence]:
    """ "It takes X to generalize" is "X is necessary to generalize"."""
    for at in range(len(segments) - 4):
        to = next((one for one in range(at + 3, len(segments)) if segments[one].word("to") is not None), 0)
        takes = is_word(segments, at, "it") and segments[at + 1].words[0] in ("takes", "took", "requires")
        if takes and is_subject(segments[at + 2 : to]):
            needed = (put(segments[at + 1], word, lexicons) for word in ("is", "necessary"))
            yield *segments[:at], *segments[at + 2 : to], *needed, *segments[to:]
            return


ORDERS: tuple[Order, ...] = (
    _with_it_resolved,
    _with_likelihood_told,
    _with_subject_of_ease,
    _with_need_said,
)
