"""Verbs with two objects: "costs models some accuracy", "gives models an incentive to deceive"."""

from collections.abc import Iterator, Sequence

from storycheck.syntax.joints import stands
from storycheck.syntax.lexicon import Lexicon
from storycheck.syntax.reordered import Order, is_subject, place_of, put
from storycheck.syntax.tree import Segment

_NOUN = frozenset(("NOUN", "PRON"))
_STARTS = frozenset(("DET", "QUANT", "POLE", "MORE", "COMP"))
_BARE = frozenset(("VIB", "BE"))


def with_objects_parted(segments: Sequence[Segment], closed: Lexicon) -> Iterator[Order]:
    """The sentence in these orders, if there are any."""
    for reader in (_with_incentive, _with_one_object):
        order = reader(segments, closed)
        if order is not None:
            yield order


def _with_one_object(segments: Sequence[Segment], closed: Lexicon) -> Order | None:
    """ "Costs large models some accuracy" is "costs some accuracy in large models"."""
    found = _two_objects(segments)
    if found is None:
        return None
    at, second, end = found
    whom, what = segments[at + 1 : second], segments[second:end]
    anyone = all(one.word("noun", "pron", "det") is not None for one in whom)
    said = () if anyone else (put(segments[at], ("in",), closed), *whom)
    return (*segments[: at + 1], *what, *said, *segments[end:])


def _two_objects(segments: Sequence[Segment]) -> tuple[int, int, int] | None:
    """Where a verb of giving stands, where its second object begins, and where that ends."""
    for at in range(1, len(segments) - 2):
        if segments[at].words[0] not in _GIVING:
            continue
        starts = [one for one in range(at + 2, len(segments)) if _starts_object(segments, one)]
        if not starts or not is_subject(segments[at + 1 : starts[0]]):
            return None
        end = starts[0] + 1
        while end < len(segments) and is_subject(segments[end : end + 1]):
            end += 1
        return at, starts[0], end
    return None


def _starts_object(segments: Sequence[Segment], at: int) -> bool:
    """Whether another noun phrase begins here: at an article, or after a noun that is said of all models."""
    after = stands(segments, at - 1, _NOUN)
    plain = segments[at - 1].word("noun", "pron") is not None and is_subject(segments[at : at + 1])
    return after and (stands(segments, at, _STARTS) or plain or segments[at].words in _SEVERAL)


_GIVING = frozenset("give gives gave giving cost costs grant grants lend lends save saves".split())


def _with_incentive(segments: Sequence[Segment], closed: Lexicon) -> Order | None:
    """ "Gives models an incentive to deceive" is "makes models more likely to deceive"."""
    found = _two_objects(segments)
    if found is None or segments[found[0]].words[0] not in _MAKING:
        return None
    at, second, _ = found
    to = place_of("to", segments, second)
    named = tuple(word for one in segments[second:to] for word in one.words)
    if named not in _INCENTIVES or not stands(segments, to + 1, _BARE):
        return None
    makes = put(segments[at], (_MAKING[segments[at].words[0]],), closed)
    likelier = put(segments[to], ("more", "likely", "to"), closed)
    return (*segments[:at], makes, *segments[at + 1 : second], likelier, *segments[to + 1 :])


_MAKING = {"give": "make", "gives": "makes", "giving": "making"}
_SEVERAL = (("incentives",), ("reasons",))
_INCENTIVES = frozenset(_SEVERAL) | frozenset(
    (article, *adjective, noun)
    for article in ("a", "an")
    for adjective in ((), ("strong",), ("further",))
    for noun in ("incentive", "reason", "motive", "motivation")
)
