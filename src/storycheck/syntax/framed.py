"""Claims inside what is said about them, and words left out that were said before.

"The problem with X is that it does Y" claims that X does Y, "X is one way to do Y" that it does. "Those that
do not" are others, "like X, Y" are both.
"""

from collections.abc import Iterator, Sequence

from storycheck.syntax.joints import is_finite, stands
from storycheck.syntax.lexicon import Lexicon
from storycheck.syntax.reordered import COMMA, Order, first_said, is_subject, place_of, put, retold
from storycheck.syntax.tree import Segment

_COMPLEMENT = frozenset(("ADJ", "COMP", "MORE"))
_BEFORE_BE = frozenset(("MODAL", "FREQ", "NEG", "ADVERB"))
_PARTICIPLE = frozenset(("PART",))


def unframed(segments: Sequence[Segment], closed: Lexicon) -> Iterator[Order]:
    """The sentence in these orders, if there are any."""
    start = first_said(segments)
    for reader in (_with_problem_told, _with_consequence, _with_like, _with_condition):
        order = reader(segments, start, closed)
        if order is not None:
            yield order
    for plain in _PLAIN:
        order = plain(segments, closed)
        if order is not None:
            yield order


def _with_problem_told(segments: Sequence[Segment], start: int, closed: Lexicon) -> Order | None:
    """ "The problem with dropout is that it hurts" is "dropout hurts"."""
    last = len(segments) - 1
    first = next((at for at in range(start, last) if segments[at].words not in _ARTICLES), last)
    be = place_of("is", segments, first + 3, len(segments) - 3)
    if not be or segments[first].words[-1] not in _FRAMES or segments[first + 1].words not in _ABOUT:
        return None
    subject, it = segments[first + 2 : be], segments[be + 2]
    same = segments[be + 1].words == ("that",) and it.words in (("it",), ("they",))
    return (*segments[:start], *subject, *segments[be + 3 :]) if same and is_subject(subject) else None


_ARTICLES = tuple((word,) for word in "the a an one another main key chief central major".split())
_FRAMES = frozenset(
    "problem trouble issue advantage benefit drawback downside upside disadvantage virtue limitation "
    "weakness strength appeal catch".split()
)
_ABOUT = (("with",), ("of",))


def _with_consequence(segments: Sequence[Segment], start: int, closed: Lexicon) -> Order | None:
    """ "A consequence of X is that A" is "as a consequence of X, A"."""
    words = ("as", *segments[start].words)
    if words not in closed.phrases or words[-2:] != ("consequence", "of"):
        return None
    for at in range(start + 2, len(segments) - 3):
        if segments[at].words == ("is",) and segments[at + 1].words == ("that",):
            lead = put(segments[start], words, closed)
            comma = segments[at]._replace(words=(",",), entries=COMMA)
            return (*segments[:start], lead, *segments[start + 1 : at], comma, *segments[at + 2 :])
    return None


def _with_like(segments: Sequence[Segment], start: int, closed: Lexicon) -> Order | None:
    """ "Like SGD, Adam overfits" is "SGD and Adam overfit"."""
    at = start + 1 if segments[start].words == ("just",) else start
    comma = place_of(",", segments, at + 2, len(segments) - 1)
    if not comma or segments[at].words != ("like",) or not is_subject(segments[at + 1 : comma]):
        return None
    both = put(segments[comma], ("and",), closed)
    return (*segments[:start], *segments[at + 1 : comma], both, *segments[comma + 1 :])


def _with_condition(segments: Sequence[Segment], start: int, closed: Lexicon) -> Order | None:
    """ "Though trained on images, …" is "even when trained on images, …"."""
    if segments[start].word("conj") != "but" or not stands(segments, start + 1, _PARTICIPLE):
        return None
    return (*segments[:start], put(segments[start], ("even", "when"), closed), *segments[start + 1 :])


def _with_way(segments: Sequence[Segment], closed: Lexicon) -> Order | None:
    """ "X is one way to do Y" is "a way of doing Y"."""
    for at in range(2, len(segments) - 2):
        is_way = segments[at].words == ("way",) and segments[at - 1].words in (("a",), ("one",))
        if not is_way or segments[at + 1].words != ("to",) or segments[at - 2].word("be") is None:
            continue
        doing = retold(segments[at + 2], "ing", "base")
        if doing is not None:
            article, of = put(segments[at - 1], ("a",), closed), put(segments[at + 1], ("of",), closed)
            return (*segments[: at - 1], article, segments[at], of, doing, *segments[at + 3 :])
    return None


def _with_others(segments: Sequence[Segment], closed: Lexicon) -> Order | None:
    """ "Networks that overfit are less robust than those that do not" are than the others."""
    for at in range(3, len(segments) - 2):
        ends = at + 3 == len(segments)
        left_out = segments[at + 1].word("aux", "be") is not None and segments[at + 2].words[-1] in _NOT
        those = segments[at - 1].words == ("those",) or segments[at - 1].word("noun") == "trivial"
        compared = segments[at - 2].word("than") is not None
        if segments[at].words in _THAT and ends and left_out and those and compared:
            return (*segments[: at - 1], put(segments[at - 1], ("the", "others"), closed))
    return None


_THAT = (("that",), ("which",), ("who",))
_NOT = ("not", "n't")


def _with_maker(segments: Sequence[Segment], closed: Lexicon) -> Order | None:
    """ "Networks can be made robust by dropout" is "dropout can make networks robust"."""
    by = place_of("by", segments, 4, len(segments) - 1)
    made = next((at for at in range(2, by - 1) if segments[at].words in _MADE), 0)
    if not made or segments[made - 1].word("be") is None or not is_subject(segments[by + 1 :]):
        return None
    first = made - 1
    while first > 1 and stands(segments, first - 1, _BEFORE_BE):
        first -= 1
    said = segments[made + 1 : by]
    subject, ops = segments[:first], segments[first : made - 1]
    if not is_subject(subject) or not all(stands(said, at, _COMPLEMENT) for at in range(len(said))):
        return None
    modal = any(one.word("modal") is not None for one in ops)
    makes = put(segments[made], ("make" if modal else "makes",), closed)
    return (*segments[by + 1 :], *ops, makes, *subject, *said)


_MADE = (("made",), ("rendered",))


def _with_be_repeated(segments: Sequence[Segment], closed: Lexicon) -> Order | None:
    """ "Is predictive but invisible to people" is "is predictive but is invisible to people"."""
    for at in range(3, len(segments) - 2):
        joins = segments[at].words in (("and",), ("but",), ("yet",))
        be = at - 2 if segments[at - 2].word("be") is not None else at - 3
        between = all(stands(segments, one, _COMPLEMENT) for one in range(be + 1, at))
        if joins and between and segments[be].word("be") is not None and segments[at + 1].word("n-act"):
            return (*segments[: at + 1], segments[be], *segments[at + 1 :])
    return None


def _with_participle_led(segments: Sequence[Segment], closed: Lexicon) -> Order | None:
    """ "Using dropout, networks generalize" is "when using dropout, networks generalize"."""
    comma = place_of(",", segments, 2, len(segments) - 2)
    doing = {entry.form for entry in segments[0].entries if entry.part != "noun"} == {"ing"}
    if not comma or not doing or any(is_finite(one) for one in segments[:comma]):
        return None
    return (put(segments[0], ("when",), closed), *segments)


def _with_cause_first(segments: Sequence[Segment], closed: Lexicon) -> Order | None:
    """ "Not because of X but because of Y" is "because of Y, not because of X"."""
    denied = next((at for at, one in enumerate(segments) if one.word("prep") == "not due"), 0)
    but = next((at for at in range(denied + 2, len(segments)) if segments[at].word("prep") == "but due"), 0)
    if not denied or not but:
        return None
    cause = put(segments[but], ("because", "of"), closed)
    comma = segments[but]._replace(words=(",",), entries=COMMA)
    before, other = _without_comma(segments[:denied]), _without_comma(segments[denied + 1 : but])
    return (*before, cause, *segments[but + 1 :], comma, segments[denied], *other)


def _without_comma(segments: Sequence[Segment]) -> Sequence[Segment]:
    return segments[:-1] if segments and segments[-1].words == (",",) else segments


_PLAIN = (
    _with_way,
    _with_others,
    _with_maker,
    _with_be_repeated,
    _with_participle_led,
    _with_cause_first,
)
