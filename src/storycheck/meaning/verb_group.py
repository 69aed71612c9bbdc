"""The words before a verb: adverbs of frequency, negations, modals, and "more likely to"."""

from collections.abc import Iterable, Sequence
from functools import cache

from storycheck.meaning.strength import Operator
from storycheck.meaning.study import Study
from storycheck.meaning.trouble import Unreadable
from storycheck.syntax.tree import Node, Token

SOURCE = {"FREQ": "adverb", "NEG": "negation", "MODAL": "modal", "SEMI": "modal"}
_DEGREES = ("up", "down")
_NO_STRENGTH = frozenset(("skip", *_DEGREES))


def group_of(pred: Node) -> list[Token]:
    """The words before the verb, a "be" included."""
    if len(pred.children) == 1:
        return []
    return [token for group in pred.nodes("ops", "be") for token in group.leaves]


def likelier_in(group: Iterable[Token]) -> Token | None:
    """ "Is more likely to", which makes a comparison of what follows."""
    return next((token for token in group if token.terminal == "SEMI" and token.value in _DEGREES), None)


def operators_of(pred: Node, study: Study) -> tuple[Operator, ...]:
    """The operators of a verb group, in their order."""
    return operators_in(group_of(pred), study)


def operators_in(group: Sequence[Token], study: Study, grading: bool = False) -> tuple[Operator, ...]:
    """The operators among these words; ``grading`` if "more likely to" is taken care of."""
    if not group:
        return ()
    study.use(*group)
    semi = [token for token in group if token.terminal == "SEMI"]
    if semi:
        _check_aim(semi, group)
    for token in semi:
        if token.value in _DEGREES and not grading:
            raise Unreadable("unread-phrase", f"`{token.segment.text}` is not read here", token.segment.span)
    return tuple(
        _operator(token.terminal, token.value)
        for token in group
        if token.terminal in SOURCE and token.value not in _NO_STRENGTH
    )


def _check_aim(semi: Sequence[Token], group: Sequence[Token]) -> None:
    """ "Can be *trained to* generalize" tells what comes of it; what is, or must be, is the training."""
    aim = next((token for token in semi if token.segment.words[0] in _AIMS), None)
    if aim is not None and not any(token.value in _ABLE for token in group):
        what = f"whether this is said of what is `{aim.segment.words[0]}` or of what comes of it is not told"
        help = "say `without training, …`, or leave the training out"
        raise Unreadable("unread-phrase", what, aim.segment.span, help)


_AIMS = frozenset("trained made led".split())
_ABLE = frozenset(("can", "S"))


@cache
def _operator(terminal: str, value: str) -> Operator:
    return Operator(tuple(value.split()), SOURCE[terminal])


def relies(phrase: Node) -> bool:
    """Whether it is "uses X" or "needs X", which it does where it reaches what it is for."""
    verb = phrase.tokens()[0]
    relational = verb.terminal == "V" and verb.segment.word("v-need") is not None
    taking = phrase.node("noun_phrase", "plain_phrase") is not None or verb.terminal == "VI"
    return verb.segment.words[0] in _RELYING and taking and not relational


def needs(phrase: Node) -> bool:
    """Whether it is "needs X", which says that it always does."""
    return phrase.tokens()[0].segment.words[0].startswith("need")


_RELYING = frozenset("rely relies relied depend depends depended use uses used need needs needed".split())
