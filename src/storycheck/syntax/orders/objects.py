"""What is told of an object: "costs models some accuracy", "elicits most of the model's ability"."""

from collections.abc import Iterator

from storycheck.syntax.amounts import part_ends, partly
from storycheck.syntax.joints import stands
from storycheck.syntax.orders.order import Lexicons, Order, Sentence, is_subject, is_word, place_of, put

_NOUN = frozenset(("NOUN", "PRON"))
_VERB = frozenset(("V", "VI"))
_STARTS = frozenset(("DET", "QUANT", "POLE", "MORE", "COMP"))
_DET = frozenset(("DET",))
_BARE = frozenset(("VIB", "BE"))


def _with_incentive(segments: Sentence, lexicons: Lexicons) -> Iterator[Sentence]:
    """ "Gives models an incentive to deceive" is "makes models more likely to deceive"."""
    found = _two_objects(segments)
    if found is None or segments[found[0]].words[0] not in _MAKING:
        return
    at, second, _ = found
    to = place_of("to", segments, second)
    named = " ".join(one.text for one in segments[second:to])
    if named in _INCENTIVES and stands(segments, to + 1, _BARE):
        makes = put(segments[at], _MAKING[segments[at].words[0]], lexicons)
        likelier = put(segments[to], "more likely to", lexicons)
        yield *segments[:at], makes, *segments[at + 1 : second], likelier, *segments[to + 1 :]


_MAKING = {"give": "make", "gives": "makes", "giving": "making"}
_INCENTIVES = frozenset(("incentives", "reasons")) | frozenset(
    f"{article} {noun}"
    for article in ("a", "an", "a strong", "a further")
    for noun in ("incentive", "reason", "motive", "motivation")
)


def _with_one_object(segments: Sentence, lexicons: Lexicons) -> Iterator[Sentence]:
    """ "Costs large models some accuracy" is "costs some accuracy in large models"."""
    found = _two_objects(segments)
    if found is not None:
        at, second, end = found
        whom, what = segments[at + 1 : second], segments[second:end]
        anyone = all(one.word("noun", "pron", "det") is not None for one in whom)
        said = () if anyone else (put(segments[at], "in", lexicons), *whom)
        yield *segments[: at + 1], *what, *said, *segments[end:]


def _two_objects(segments: Sentence) -> tuple[int, int, int] | None:
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


_GIVING = frozenset("give gives gave giving cost costs grant grants lend lends save saves".split())


def _starts_object(segments: Sentence, at: int) -> bool:
    """Whether another noun phrase begins here: at an article, or after a noun that is said of all models."""
    after = stands(segments, at - 1, _NOUN)
    plain = segments[at - 1].word("noun", "pron") is not None and is_subject(segments[at : at + 1])
    return after and (
        stands(segments, at, _STARTS) or plain or is_word(segments, at, "incentives", "reasons")
    )


def _with_gift(segments: Sentence, lexicons: Lexicons) -> Iterator[Sentence]:
    """ "Giving an agent a long horizon makes …" is "an agent with a long horizon makes …"."""
    for at in range(len(segments) - 4):
        end = at + 1
        while is_subject(segments[end : end + 1]) and not (end > at + 1 and stands(segments, end, _DET)):
            end += 1
        if is_word(segments, at, "giving") and end > at + 1 and stands(segments, end, _DET):
            having = put(segments[at], "with", lexicons)
            yield *segments[:at], *segments[at + 1 : end], having, *segments[end:]
            return


def _with_part_as_manner(segments: Sentence, lexicons: Lexicons) -> Iterator[Sentence]:
    """ "Elicits most of the model's ability" is "in large part elicits the model's ability"."""
    for at in range(1, len(segments) - 1):
        end = part_ends(segments, at)
        if end and stands(segments, at - 1, _VERB):
            adverb = partly(segments[at].words[0])
            manner = segments[at]._replace(words=(adverb[0].part,), entries=adverb)
            yield *segments[: at - 1], manner, segments[at - 1], *segments[end:]
            return


ORDERS: tuple[Order, ...] = (_with_incentive, _with_one_object, _with_gift, _with_part_as_manner)
