"""More word orders: impersonal frames, "regardless of how …", conditions between subject and verb.

Like those of `rewritten`, each says in an order that the grammar has what the sentence says in another one.
"""

from collections.abc import Iterator, Sequence

from storycheck.syntax.amounts import partly
from storycheck.syntax.entries import Entries, Entry
from storycheck.syntax.joints import is_finite, stands
from storycheck.syntax.lexicon import Lexicon
from storycheck.syntax.starting import Words
from storycheck.syntax.tree import Segment

Order = tuple[Segment, ...]
OF_NOUN_PHRASE = frozenset(("DET", "QUANT", "ADJ", "NOUN", "COMP", "MORE", "POLE", "OF", "NON", "POSS"))
_BEFORE_EASE = frozenset(("BE", "MODAL", "FREQ", "NEG"))
_NOUN = frozenset(("NOUN",))
_COMPLEMENT = frozenset(("ADJ", "COMP"))
_MOST_PLACES = 4


def reordered(segments: Sequence[Segment], closed: Lexicon) -> Iterator[Order]:
    """The sentence in these orders, if there are any."""
    orders = (
        _with_subject_of_ease(segments),
        _with_whether(segments, closed),
        _with_fact_as_condition(segments, closed),
        _with_relative_of_be(segments, closed),
        _with_part_as_manner(segments),
        _with_need_said(segments, closed),
        _with_reason_first(segments, closed),
        _with_gift(segments, closed),
    )
    yield from (order for order in orders if order is not None)
    yield from _with_conditions_closed(segments)


def _with_subject_of_ease(segments: Sequence[Segment]) -> Order | None:
    """ "(Make) it easier to detect deception" is said of deception: "(make) deception easier to detect"."""
    for at, segment in enumerate(segments):
        said = at + 1
        while stands(segments, said, _BEFORE_EASE):
            said += 1
        end = start = said + 1
        while stands(segments, end, OF_NOUN_PHRASE):
            end += 1
        if segment.words == ("it",) and end > start and is_of_ease(segments[said]):
            return (*segments[:at], *segments[start:end], *segments[at + 1 : start], *segments[end:])
    return None


def is_of_ease(segment: Segment) -> bool:
    """Whether it is one known phrase like "hard to detect"; what stands after it is no part of it."""
    ends = len(segment.words) > 2 and segment.words[-2] == "to"
    return ends and stands((segment,), 0, _COMPLEMENT)


def _with_whether(segments: Sequence[Segment], closed: Lexicon) -> Order | None:
    """ "Regardless of how large they are" is "regardless of whether they are large"."""
    for at in range(len(segments) - 3):
        if segments[at].word("prep") != "regardless" or segments[at + 1].words != ("how",):
            continue
        whether = put(segments[at], ("regardless", "of", "whether"), closed)
        of_one = segments[at + 2].words[1:2] == ("a",) and stands(segments, at + 2, _NOUN)
        be = next((one for one in range(at + 3, len(segments)) if segments[one].word("be") is not None), 0)
        if of_one and be == at + 3:  # "how large a network is"
            return (*segments[:at], whether, segments[at + 2], *segments[be + 1 :])
        if be and stands(segments, at + 2, _COMPLEMENT) and is_subject(segments[at + 3 : be]):
            said = (*segments[at + 3 : be + 1], segments[at + 2], *segments[be + 1 :])
            return (*segments[:at], whether, *said)
    return None


def is_subject(segments: Sequence[Segment]) -> bool:
    """Whether these are the words of a noun phrase."""
    said = all(stands(segments, at, OF_NOUN_PHRASE | {"PRON"}) for at in range(len(segments)))
    return said and bool(segments)


def _with_fact_as_condition(segments: Sequence[Segment], closed: Lexicon) -> Order | None:
    """ "(Just because | the fact that) A does not mean that B" is "if A, there is no guarantee that B"."""
    first = first_said(segments)
    just = segments[first].words in _JUST and first + 1 < len(segments)
    first = first + 1 if just else first
    if segments[first].word("if" if just else "for-that") not in ("that", "because"):
        return None
    for at in range(first + 3, len(segments) - 2):
        says = segments[at].word("v-imply") == "imply" and segments[at - 1].word("neg") is not None
        if not says or segments[at - 2].word("aux") != "do":
            continue
        start = at + 2 if segments[at + 1].words == ("that",) else at + 1
        condition, frame = (put(segments[one], words, closed) for one, words in ((first, _IF), (at, _NO)))
        comma = segments[at]._replace(words=(",",), entries=COMMA)
        before = segments[: first - just]
        return (*before, condition, *segments[first + 1 : at - 2], comma, frame, *segments[start:])
    return None


def place_of(word: str, segments: Sequence[Segment], start: int, end: int | None = None) -> int:
    """Where a word stands from one place on, and before another; 0 if nowhere."""
    places = range(start, len(segments) if end is None else end)
    return next((at for at in places if segments[at].words == (word,)), 0)


def first_said(segments: Sequence[Segment]) -> int:
    """Where what leaves the claim as it is ends: "in practice, …"."""
    return next((at for at, one in enumerate(segments) if one.word("frame", "hedge", "mark") is None), 0)


_JUST = (("just",), ("simply",), ("merely",))
_IF = ("if",)
_NO = ("there", "is", "no", "guarantee", "that")


def _with_relative_of_be(segments: Sequence[Segment], closed: Lexicon) -> Order | None:
    """ "Models aware of oversight" are "models that are aware of oversight"."""
    for at in range(1, len(segments) - 1):
        if segments[at].word("n-act") and segments[at - 1].entries.terminals >= _NOUN:
            made = any(one.word("v-make", "be", "v-be") is not None for one in segments[max(at - 4, 0) : at])
            that, are = (put(segments[at], (word,), closed) for word in ("that", "are"))
            return None if made else (*segments[:at], that, are, *segments[at:])
    return None


def _with_part_as_manner(segments: Sequence[Segment]) -> Order | None:
    """ "Elicits most of the model's ability" is "in large part elicits the model's ability"."""
    for at in range(1, len(segments) - 1):
        end = part_ends(segments, at)
        if end and stands(segments, at - 1, _VERB):
            adverb = partly(segments[at].words[0])
            manner = segments[at]._replace(words=(adverb[0].part,), entries=adverb)
            return (*segments[: at - 1], manner, segments[at - 1], *segments[end:])
    return None


def part_ends(segments: Sequence[Segment], at: int) -> int:
    """Where "most of" or "part of" ends that starts here; 0 if none does."""
    words = segments[at].words
    if not partly(words[0]) or len(words) > 3:
        return 0
    if words[1:2] == ("of",):
        return at + 1
    of = at + 1 < len(segments) and len(words) == 1 and segments[at + 1].words == ("of",)
    return at + 2 if of else 0


def _with_need_said(segments: Sequence[Segment], closed: Lexicon) -> Order | None:
    """ "It takes X to generalize" is "X is necessary to generalize"."""
    for at in range(len(segments) - 4):
        it, takes = segments[at], segments[at + 1]
        to = next((one for one in range(at + 3, len(segments)) if segments[one].word("to") is not None), 0)
        named = is_subject(segments[at + 2 : to]) if to else False
        if it.words == ("it",) and takes.words[0] in ("takes", "took", "requires") and named:
            be, needed = (put(takes, (word,), closed) for word in ("is", "necessary"))
            return (*segments[:at], *segments[at + 2 : to], be, needed, *segments[to:])
    return None


def _with_reason_first(segments: Sequence[Segment], closed: Lexicon) -> Order | None:
    """ "SGD is biased, so networks generalize" is "because SGD is biased, networks generalize"."""
    start = first_said(segments)
    for at in range(start + 3, len(segments) - 1):
        if segments[at].words in _SO and segments[at - 1].words in ((",",), (";",)):
            comma = segments[at]._replace(words=(",",), entries=COMMA)
            because = put(segments[start], ("because",), closed)
            said = (because, *segments[start : at - 1], comma, *segments[at + 1 :])
            return (*segments[:start], *said)
    return None


def _with_gift(segments: Sequence[Segment], closed: Lexicon) -> Order | None:
    """ "Giving an agent a long horizon makes …" is "an agent with a long horizon makes …"."""
    for at in range(len(segments) - 4):
        end = at + 1
        while stands(segments, end, OF_NOUN_PHRASE) and not (end > at + 1 and stands(segments, end, _DET)):
            end += 1
        if segments[at].words == ("giving",) and end > at + 1 and stands(segments, end, _DET):
            return (
                *segments[:at],
                *segments[at + 1 : end],
                put(segments[at], ("with",), closed),
                *segments[end:],
            )
    return None


_DET = frozenset(("DET",))
_SO = (("so",), ("therefore",), ("thus",), ("hence",))
_VERB = frozenset(("V", "VI"))
COMMA = Entries((Entry("word", "mark", ","),))


def _with_conditions_closed(segments: Sequence[Segment]) -> Iterator[Order]:
    """ "Pruning a network after it has converged hurts": with the comma that ends the condition."""
    starts = [at for at in range(1, len(segments) - 3) if segments[at].word("if") in ("if", "unless")]
    if len(starts) != 1:
        return
    ends = [end for end in range(starts[0] + 3, len(segments)) if is_finite(segments[end])]
    for end in ends[-_MOST_PLACES:]:
        comma = segments[end]._replace(words=(",",), entries=COMMA)
        yield (*segments[:end], comma, *segments[end:])


def retold(verb: Segment, form: str, *given: str) -> Segment | None:
    """A verb in another form ("ing", "s"), where it may have one of those given; None where it has none."""
    entries = Entries(entry._replace(form=form) for entry in verb.entries if entry.form in given)
    return verb._replace(entries=entries) if entries else None


def put(place: Segment, words: Words, closed: Lexicon) -> Segment:
    """These words of the closed classes in the place of a segment."""
    return place._replace(words=words, entries=closed.phrases[words])
