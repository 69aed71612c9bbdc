"""In which manner something is so: "silently fails", "represents syntax explicitly", "partially recovers"."""

from collections.abc import Sequence

from storycheck.meaning.formula import Formula, Lit, conj, done_to, literals
from storycheck.meaning.said import Said
from storycheck.meaning.strength import has_negation
from storycheck.meaning.trouble import Unreadable
from storycheck.source import Span
from storycheck.syntax.canonical import in_manner
from storycheck.syntax.tree import Node, Token


def in_the_manner(said: Said, adverbs: Sequence[Token]) -> Said:
    """What is said, and that it is so in this manner: of each property one of its own, bound to it.

    "Silently fails" is failing, and silently so; "partially recovers" may be no recovering, and is only the
    latter. Of a verb that denies ("silently loses X") it is not read. Raises Unreadable.
    """
    for token in adverbs:
        own = [operator for operator in said.operators if operator.source in ("lexical", "verb")]
        said_so = literals(said.scope)
        if has_negation(own) or not said_so or not all(map(_has_manner, said_so)):
            what = f"`{token.segment.text}` is not read with this verb"
            raise Unreadable("unread-phrase", what, token.segment.span)
        alone = token.segment.word("near-adverb") is not None
        if alone and any(literal.atom.kind in ("rises", "falls") for literal in said_so):
            what = f"`{token.segment.text}` is not read of what rises or falls"
            raise Unreadable("unread-phrase", what, token.segment.span)
        so = conj(_so(literal, token.value) for literal in said_so)
        said = said._replace(scope=so if alone else conj((said.scope, so)))
    return said


def check_of_gerund(adverb: Token, subject: Span, tree: Node) -> None:
    """Raises Unreadable for "pruning networks *randomly* hurts", where it is the pruning that is so.

    So for "networks trained *carefully* generalize".
    """
    for token in tree.tokens():
        segment = token.segment
        inside = subject.start <= segment.start < subject.end
        doing = token.terminal in _GERUNDS or (
            segment.words[-1].endswith("ing") and segment.end < subject.end
        )
        beside = segment.position == adverb.segment.position - 1 and token.terminal in _DONE
        if (inside and doing) or (beside and segment.words[-1].endswith("ed")):
            what = f"`{adverb.segment.text}` may be said of `{segment.text}` or of what comes after"
            raise Unreadable("unread-phrase", what, adverb.segment.span, "put it after the verb")


_GERUNDS = frozenset(("GER", "GERT", "GERP", "GERC"))
_DONE = frozenset(("PART", "ADJ"))


def _has_manner(literal: Lit) -> bool:
    return literal.positive and literal.atom.kind in ("has", "does", "rises", "falls")


def _so(literal: Lit, adverb: str) -> Formula:
    atom = literal.atom
    if atom.kind == "does":
        return Lit(atom._replace(name=in_manner(adverb, atom.name)))
    if atom.kind == "has":
        return done_to(in_manner(adverb), (atom.name,))
    return done_to(in_manner(adverb), (), atom.name)
