"""What is told of a model at another time than the story's: "the *base model* is robust", "it *was* honest".

A story is of one case, the model that comes out in the end. What a setup tells of how that one was made is
true of it; how what it was made from behaves need not be.
"""

from collections.abc import Iterable

from storycheck.meaning.acts import is_conduct
from storycheck.meaning.formula import literals
from storycheck.meaning.noun import Noun
from storycheck.meaning.said import Said
from storycheck.meaning.senses import Senses
from storycheck.meaning.trouble import Unreadable
from storycheck.syntax.tree import Node

_EARLIER = ("pretrained", "starts", "untrained")  # concepts, with their kinds


def check_stage(subject: Noun, said: Iterable[Said], clause: Node, senses: Senses) -> None:
    """Raises Unreadable where a setup says how another model than the final one behaves."""
    told = (lit.atom for part in (subject.head, subject.rest) for lit in literals(part))
    named = [atom.name for atom in told if atom.kind == "has"]
    earlier = any(name == stage or senses.is_kind(name, stage) for name in named for stage in _EARLIER)
    was = any(token.terminal == "BE" and token.segment.words[0] in _PAST for token in clause.tokens())
    copied = any(name == "copies" for name in named)
    scopes = (lit.atom.name for one in said for lit in literals(one.scope))
    if copied or ((earlier or was) and any(is_conduct(name, senses) for name in scopes)):
        raise Unreadable(
            "before-and-after",
            "is the model so in the end, or was it only before?",
            clause.span,
            "say what `the model` is like; leave out what it was made from",
        )


_PAST = ("was", "were")
