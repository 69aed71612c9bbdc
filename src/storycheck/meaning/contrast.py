""" "Unlike dropout, momentum helps": what is said of the one is denied of the other."""

from collections.abc import Sequence

from storycheck.meaning.coordination import chain
from storycheck.meaning.noun import Noun
from storycheck.meaning.nouns import nouns_of
from storycheck.meaning.predicates import said_of
from storycheck.meaning.rises import changes
from storycheck.meaning.said import Said
from storycheck.meaning.strength import Operator
from storycheck.meaning.study import Study
from storycheck.meaning.trouble import Unreadable
from storycheck.meaning.verb_group import operators_of
from storycheck.syntax.tree import Node, Token

_NOT = Operator(("N",), "negation")


def unlike(clause: Node, subjects: Sequence[Noun], study: Study) -> list[Said]:
    """What the clause denies of those that it contrasts its subject with. Raises Unreadable.

    Only what is simply so, or not so: of whom "unlike X, Y usually …" denies what is left open.
    """
    return [said for lead in clause.nodes("lead") for said in _denied(lead, clause, subjects, study)]


def _denied(lead: Node, clause: Node, subjects: Sequence[Noun], study: Study) -> list[Said]:
    token, phrase, preds = lead.children[0], lead.node("noun_phrase"), clause.node("preds")
    if not isinstance(token, Token) or token.value != "unlike" or phrase is None:
        return []
    several = preds is None or len(chain(preds)[0]) > 1
    others = nouns_of(phrase, study).needing_heads()
    counted = any(noun.operators or noun.only for noun in (*subjects, *others.members))
    if preds is None or several or counted or any(noun.trivial for noun in others.members):
        raise _unclear(lead)
    (pred, _), *_ = chain(preds)[0]
    group = operators_of(pred, study)
    if group not in ((), (_NOT,)):
        raise _unclear(lead)
    found = [said_of(pred, other, study) for other in others.members]
    if any(changes(said.scope) for said in found):
        raise Unreadable("unclear-comparison", "say `than` of what is compared", lead.span)
    turned = () if group else (_NOT,)
    return [said._replace(operators=(*turned, *said.operators[len(group) :])) for said in found]


def _unclear(lead: Node) -> Unreadable:
    what = "what is denied of these is not clear"
    return Unreadable("unread-phrase", what, lead.span, "say it in a sentence of its own")
