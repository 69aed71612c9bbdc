"""The words before a verb: adverbs of frequency, negations, modals, and "more likely to"."""

from functools import cache

from storycheck.meaning.strength import Operator
from storycheck.meaning.study import Study
from storycheck.meaning.trouble import Unreadable
from storycheck.syntax.tree import Node, Token

_SOURCE = {"FREQ": "adverb", "NEG": "negation", "MODAL": "modal", "SEMI": "modal"}
_DEGREES = ("up", "down")


def likelier_of(pred: Node) -> Token | None:
    """ "Is more likely to", which makes a comparison of what follows."""
    tokens = [token for group in pred.nodes("ops", "be") for token in group.tokens()]
    return next((token for token in tokens if token.terminal == "SEMI" and token.value in _DEGREES), None)


def operators_of(pred: Node, study: Study, grading: bool = False) -> tuple[Operator, ...]:
    """The operators of a verb group, in their order; ``grading`` if "more likely to" is taken care of."""
    found = []
    for group in pred.nodes("ops", "be"):
        for token in group.tokens():
            study.use(token)
            if token.value in _DEGREES and not grading:
                raise Unreadable(
                    "unread-phrase", f"`{token.segment.text}` is not read here", token.segment.span
                )
            if token.terminal in _SOURCE and token.value not in ("skip", *_DEGREES):
                found.append(_operator(token.terminal, token.value))
    return tuple(found)


@cache
def _operator(terminal: str, value: str) -> Operator:
    return Operator(tuple(value.split()), _SOURCE[terminal])
