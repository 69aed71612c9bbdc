"""The "it" of "makes it harder for networks to generalize": what it stands for, put in its place."""

from collections.abc import Sequence

from storycheck.syntax.joints import stands
from storycheck.syntax.lexicon import Lexicon
from storycheck.syntax.reordered import Order, is_subject, place_of, put, retold
from storycheck.syntax.tree import Segment


def with_it_resolved(segments: Sequence[Segment], closed: Lexicon) -> Order | None:
    """ "Makes it harder for A to B", "more likely that A does B", "impossible to B": each said of A."""
    for at in range(2, len(segments) - 3):
        if segments[at].words != ("it",) or segments[at - 1].word("v-make") != "state":
            continue
        said = at + 1
        while said < len(segments) - 2 and segments[said].word("degree") is not None:
            said += 1
        if segments[said].word("ease") is not None:
            return _eased(segments, at, said)
        if segments[said].word("iadj") == "N S":
            return _prevented(segments, at, said, closed)
        return _likelier(segments, at, said, closed)
    return None


def with_likelihood_told(segments: Sequence[Segment]) -> Order | None:
    """ "The more likely it is to overfit" is "the more often it overfits", in a correlative."""
    for at in range(3, len(segments) - 1):
        likely = next((one for one in range(at - 1, 1, -1) if segments[one].word("often") is not None), 0)
        is_to = segments[at].words[0] in ("is", "are") and segments[at].words[1:] == ("to",)
        if is_to and likely and segments[likely - 1].words == ("the",):
            return (*segments[:at], *segments[at + 1 :])
    return None


def _eased(segments: Sequence[Segment], at: int, said: int) -> Order | None:
    """ "Makes A harder to B"."""
    to = _ends_with_to(segments, said + 1)
    return (*segments[:at], *segments[said + 2 : to], segments[said], *segments[to:]) if to else None


def _likelier(segments: Sequence[Segment], at: int, said: int, closed: Lexicon) -> Order | None:
    """ "Makes A more likely to B"."""
    words = (*segments[said].words, "to")
    entries = closed.phrases.get(words)
    if entries is None or entries.values.get("semi") not in ("up", "down"):
        return None
    likelier = segments[said]._replace(words=words, entries=entries)
    to = _ends_with_to(segments, said + 1)
    if to:
        return (*segments[:at], *segments[said + 2 : to], likelier, *segments[to + 1 :])
    verb = next((one for one in range(said + 3, len(segments)) if _may_be_verb(segments, one)), 0)
    if segments[said + 1].words != ("that",) or not is_subject(segments[said + 2 : verb]):
        return None
    said_of = segments[said + 2 : verb]
    return (*segments[:at], *said_of, likelier, *segments[verb + 1 if _is_will(segments[verb]) else verb :])


def _is_will(segment: Segment) -> bool:
    return segment.words in (("will",), ("would",))


def _may_be_verb(segments: Sequence[Segment], at: int) -> bool:
    return stands(segments, at, _FINITE) and not stands(segments, at, _NOUN)


_FINITE = frozenset("V VI BE MODAL DO HAVE FREQ NEG ADVERB SEMI".split())
_NOUN = frozenset(("NOUN",))


def _prevented(segments: Sequence[Segment], at: int, said: int, closed: Lexicon) -> Order | None:
    """ "Prevents A from doing B", and without an A "prevents doing B"."""
    alone = segments[said + 1].words == ("to",)
    to = said + 1 if alone else _ends_with_to(segments, said + 1)
    made, form = segments[at - 1], _form_of(segments[at - 1])
    if not to or to + 1 == len(segments) or form not in _ENDINGS:
        return None
    doing = retold(segments[to + 1], "ing", "base")
    if doing is None:
        return None
    prevents = put(made, ("prevent" + _ENDINGS[form],), closed)
    whom = () if alone else (*segments[said + 2 : to], put(segments[to], ("from",), closed))
    return (*segments[: at - 1], prevents, *whom, doing, *segments[to + 2 :])


_ENDINGS = {"s": "s", "base": "", "ing": "ing", "past": "ed"}


def _form_of(verb: Segment) -> str:
    return next((entry.form for entry in verb.entries if entry.ref == "v-make"), "")


def _ends_with_to(segments: Sequence[Segment], start: int) -> int:
    """Where the "to" of "for A to" stands, if that begins here; 0 otherwise."""
    to = place_of("to", segments, start + 2)
    return to if segments[start].words == ("for",) and is_subject(segments[start + 1 : to]) else 0
