"""What there is: "there are subnetworks that generalize", "there is a tradeoff between X and Y"."""

from storycheck.meaning.coordination import predicates_said, siblings
from storycheck.meaning.formula import TRUE, conj
from storycheck.meaning.inner import aside_of
from storycheck.meaning.nouns import nouns_of
from storycheck.meaning.relations import together
from storycheck.meaning.said import Said
from storycheck.meaning.strength import Operator
from storycheck.meaning.study import Study
from storycheck.meaning.subjects import without_relative
from storycheck.meaning.tails import tails_of
from storycheck.meaning.trouble import Unreadable
from storycheck.meaning.verb_group import operators_of
from storycheck.syntax.tree import Node

_SOME = Operator(("S",), "quantifier")
_EXISTENTIAL = frozenset((("S",), ("N", "S"), ("U", "N")))


def there_is(node: Node, study: Study) -> list[Said]:
    """ "There are subnetworks that generalize" is "some subnetworks generalize"."""
    phrase = node.nodes("noun_phrase")[0]
    phrase, clause = without_relative(phrase)
    nouns = nouns_of(phrase, study)
    some = nouns.first.operators or (_SOME,)
    verb = operators_of(node, study)
    if nouns.first.only or some[0].codes not in _EXISTENTIAL:
        raise Unreadable("strength-inside", "this quantifier is not read after `there`", phrase.span)
    if any(operator.source == "adverb" for operator in verb):
        raise Unreadable("strength-inside", "how often is not read after `there`", node.span)
    left = tails_of(node.nodes(), study).left(comparing=False)
    said_by = clause.node("rpreds") if clause else None
    if clause is None or said_by is None:
        return [Said(TRUE, nouns.stripped().state(study.senses), (*verb, *some), conditions=left)]
    subject = nouns.merged(study.senses)._replace(operators=(*verb, *some))
    subject = subject._replace(rest=conj((subject.rest, aside_of(clause, study))))
    said = predicates_said(siblings(said_by), subject, study)
    return [part._replace(conditions=part.conditions & left) for part in said]


def tradeoff(node: Node, study: Study) -> Said:
    """ "There is a tradeoff between X and Y": more of the one is less of the other."""
    trade = node.token("TRADE")
    assert trade is not None
    study.use(trade)
    return together(trade, nouns_of(node.nodes("noun_phrase")[0], study), study.senses, (), "odds")
