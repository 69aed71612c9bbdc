"""Verbs with a clause after them: how strongly "shows that", "suggests that" or "guarantees that" says it."""

from storycheck.meaning.formula import TRUE, Formula
from storycheck.meaning.strength import Operator
from storycheck.meaning.trouble import Unreadable
from storycheck.syntax.tree import Token

_ENSURING = frozenset("guaran ensure ensuri mean means implie imply entail make makes".split())


def strength_of_implication(verb: Token, topic: Formula) -> Operator:
    """The strength of the verb; what shows something has to be named, unless it is ensured."""
    if topic == TRUE and verb.segment.words[0][:6] not in _ENSURING:
        raise Unreadable("unread-phrase", "what shows this is not in the vocabulary", verb.segment.span)
    for entry in verb.segment.entries:
        if entry.ref in ("v-imply", "n-imply"):
            return Operator(("A",) if entry.part == "imply" else ("U",), "verb")
    if verb.segment.words[0].startswith(("show", "saw")):
        return Operator(("A",), "verb")
    raise Unreadable("unread-phrase", f"`{verb.segment.text} that` is not read", verb.segment.span)


def check_explains(verb: Token) -> None:
    """Raises Unreadable where a verb other than one of explaining has "why" after it."""
    if not any(entry.ref == "v-due" and entry.part == "by" for entry in verb.segment.entries):
        raise Unreadable("unread-phrase", f"`{verb.segment.text} why` is not read", verb.segment.span)
