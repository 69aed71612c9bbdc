"""What the words of a sentence alone keep it from being read as: norms, what stands twice, "GPT-style"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from storycheck.meaning.inflect import forms_of, is_done_to
from storycheck.meaning.trouble import Unreadable
from storycheck.syntax.joints import stands
from storycheck.syntax.tree import Segment


def check_worded(segments: Sequence[Segment], text: str) -> None:
    """Raises Unreadable for words that no tree of the sentence would make sense of."""
    for first, second in pairwise(segments):
        if first.words == second.words and _describes(first):
            what = f"`{first.text}` stands here twice"
            raise Unreadable("word-left-over", what, second.span, "leave one of them out")
        if second.words in _LIKE and text[second.start - 1] in _HYPHENS:
            what = f"what is only `-{second.text}` may be something else"
            help_ = "say what it is: `GPT models`, or declare a concept"
            raise Unreadable("unread-phrase", what, first.span.union(second.span), help_)
    for trouble in (*_norms(segments), *_places(segments)):
        raise trouble


# what is never said twice on end, as verbs are: "networks that overfit overfit"
_DESCRIBING = frozenset("ADJ COMP MORE POLE NOUN DET QUANT MODAL BE NEG FREQ".split())


def _describes(segment: Segment) -> bool:
    found = segment.entries.terminals
    return not found.isdisjoint(_DESCRIBING) and (found.isdisjoint(_VERBS) or "NEG" in found or "BE" in found)


_VERBS = frozenset(("V", "VI"))
_LIKE = (("style",), ("type",), ("like",))
_HYPHENS = "-\u2010\u2011"


def _norms(segments: Sequence[Segment]) -> Iterator[Unreadable]:
    """ "We *should* use dropout", "models should be pruned": what ought to be done is no prediction.

    "Networks should generalize" may be one, and is read as what is expected.
    """
    for at, segment in enumerate(segments):
        if segment.words not in SHOULD:
            continue
        then = at + 1
        while then < len(segments) and segments[then].word("neg", "freq", "degree") is not None:
            then += 1
        passive = stands(segments, then, _BE) and _is_done(segments[then + 1 :])
        if passive or any(one.word("pron") == "one" for one in segments[max(at - 1, 0) : at]):
            what = f"what `{segment.text}` be done is no claim of what is so"
            yield Unreadable("unread-phrase", what, segment.span, "say what comes of it")


SHOULD = (("should",), ("ought", "to"))
_BE = frozenset(("BE",))


def _is_done(rest: Sequence[Segment]) -> bool:
    """Whether it is the "used" of "should be used", and no adjective."""
    return bool(rest) and (rest[0].has_form("participle") or is_done_to(rest[0].words[-1]))


def _places(segments: Sequence[Segment]) -> Iterator[Unreadable]:
    """ "Facts are *stored in* early layers" tells where they are, and nothing of networks that have such."""
    for first, second in pairwise(segments):
        if first.words[0] in _STORING and second.words[0] in _INSIDE:
            yield Unreadable("unread-phrase", "where something is stored is not read", first.span)


_STORING = forms_of("store locate localize localise")
_INSIDE = ("in", "inside", "within")
