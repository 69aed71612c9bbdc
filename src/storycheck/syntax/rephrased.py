"""More word orders: "too small to change it", "owes X to Y", "tells whether a model has a backdoor".

Like those of `rewritten`, each says in words that the grammar has what the sentence says in others.
"""

from collections.abc import Iterator, Sequence

from storycheck.syntax.joints import stands
from storycheck.syntax.lexicon import Lexicon
from storycheck.syntax.reordered import OF_NOUN_PHRASE, Order, first_said, place_of, put
from storycheck.syntax.tree import Segment

_BARE = frozenset(("VIB", "BE"))


def rephrased(segments: Sequence[Segment], closed: Lexicon) -> Iterator[Order]:
    """The sentence in these orders, if there are any."""
    orders = (
        _with_measure_said(segments, closed),
        _with_question_as_noun(segments, closed),
        _with_what_is_owed(segments, closed),
        _with_what_is_seen(segments, closed),
        _with_both_as_they(segments, closed),
        _with_doing_as_condition(segments, closed),
    )
    yield from (order for order in orders if order is not None)


def _with_measure_said(segments: Sequence[Segment], closed: Lexicon) -> Order | None:
    """ "Too noisy to align it" is "noisy and does not align it", "strong enough to" "strong and can"."""
    for at in range(1, len(segments) - 2):
        if segments[at].word("be") is None or _denied(segments[:at]):
            continue
        too, adjective = segments[at + 1], at + 2 if segments[at + 1].words == ("too",) else at + 1
        to = adjective + 1
        if too.words != ("too",):
            if segments[to].words != ("enough",):
                continue
            to += 1
        plain = segments[adjective].entry("concept", "adjective") is not None
        if (
            plain
            and to + 1 < len(segments)
            and segments[to].words == ("to",)
            and stands(segments, to + 1, _BARE)
        ):
            then = ("and", "does", "not") if too.words == ("too",) else ("and", "can")
            joint = (put(segments[to], (word,), closed) for word in then)
            return (*segments[: at + 1], segments[adjective], *joint, *segments[to + 1 :])
    return None


def _denied(segments: Sequence[Segment]) -> bool:
    """Whether a negation, a quantifier or a condition stands before: then two things are not said at once."""
    return any(
        segment.word("neg", "quant", "freq", "only", "if", "both", "modal", "rel") for segment in segments
    )


def _with_question_as_noun(segments: Sequence[Segment], closed: Lexicon) -> Order | None:
    """ "Tells us whether a model has a backdoor" is "detects models that have a backdoor"."""
    for at in range(1, len(segments) - 3):
        if segments[at].words != ("whether",):
            continue
        verb = at - 2 if segments[at - 1].words in _ANYONE else at - 1
        noun = at + 1
        while noun + 1 < len(segments) and segments[noun].word("det") is not None:
            noun += 1
        named = noun + 1 < len(segments) and segments[noun].word("noun") == "trivial"
        told = next((word for word in _TELLING if segments[verb].words[0].startswith(word)), "")
        if named and told:
            detects = put(segments[verb], (_detecting(segments[verb].words[0], told),), closed)
            that = put(segments[at], ("that",), closed)
            return (*segments[:verb], detects, *segments[at + 1 : noun + 1], that, *segments[noun + 1 :])
    return None


_ANYONE = (("us",), ("you",), ("one",), ("me",), ("overseers",), ("developers",))
_TELLING = ("tell", "reveal", "show", "indicate", "detect")


def _detecting(word: str, told: str) -> str:
    """ "Tells" as "detects"."""
    ending = word.removeprefix(told)
    return "detect" + {"": "", "s": "s", "ing": "ing"}.get(ending, "s")


def _with_what_is_owed(segments: Sequence[Segment], closed: Lexicon) -> Order | None:
    """ "Networks owe their generalization to SGD" is "the generalization of networks is due to SGD"."""
    at = next((at for at, segment in enumerate(segments) if segment.word("unread") == "owe"), 0)
    to = place_of("to", segments, at + 2)
    subject = segments[:at]
    if not at or not to or not all(stands(subject, one, OF_NOUN_PHRASE) for one in range(at)):
        return None
    owed = segments[at + 1 : to]
    if owed[0].word("det") == "own":
        owed = owed[1:]
    if not owed or not all(stands(owed, one, OF_NOUN_PHRASE) for one in range(len(owed))):
        return None
    of, be, due = (put(segments[at], words, closed) for words in (("of",), ("is",), ("due", "to")))
    return (*owed, of, *subject, be, due, *segments[to + 1 :])


def _with_what_is_seen(segments: Sequence[Segment], closed: Lexicon) -> Order | None:
    """ "We rarely see overfitting in X" is "overfitting rarely occurs in X"."""
    start = first_said(segments)
    if segments[start].words not in _SEEING:
        return None
    at = next((one for one in range(start + 1, len(segments)) if segments[one].word("freq") is None), 0)
    end = at + 1
    while end < len(segments) and stands(segments, end, OF_NOUN_PHRASE):
        end += 1
    if not at or segments[at].words not in _SEES or end == at + 1:
        return None
    occurs = put(segments[at], ("occurs",), closed)
    return (*segments[:start], *segments[at + 1 : end], *segments[start + 1 : at], occurs, *segments[end:])


_SEEING = (("we",), ("one",), ("you",), ("researchers",), ("people",))
_SEES = tuple((verb + end,) for verb in ("see", "observe", "find", "encounter") for end in ("", "s"))


def _with_both_as_they(segments: Sequence[Segment], closed: Lexicon) -> Order | None:
    """ "A is better than B if *both* are pruned": if they are."""
    for at in range(3, len(segments) - 1):
        named = segments[at].words == ("both",) and segments[at - 1].word("if") is not None
        if named and stands(segments, at + 1, _FINITE):
            return (*segments[:at], put(segments[at], ("they",), closed), *segments[at + 1 :])
    return None


_FINITE = frozenset(("BE", "V", "VI", "HAVE"))


def _with_doing_as_condition(segments: Sequence[Segment], closed: Lexicon) -> Order | None:
    """ "Starting from X, SGD …" is "when starting from X, SGD …"."""
    start = first_said(segments)
    comma = place_of(",", segments, start)
    if comma and segments[start].has_form("ing") and segments[start].words[0].startswith("start"):
        return (*segments[:start], put(segments[start], ("when",), closed), *segments[start:])
    return None
