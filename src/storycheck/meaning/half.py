"""The halves of "the larger the model, the worse it generalizes"."""

from storycheck.meaning.agents import check_own
from storycheck.meaning.degrees import graded
from storycheck.meaning.formula import TRUE, Formula, conj
from storycheck.meaning.measures import comparison, gradable
from storycheck.meaning.noun import Noun
from storycheck.meaning.nouns import core_of
from storycheck.meaning.phrases import noun_of
from storycheck.meaning.predicates import said_of
from storycheck.meaning.strength import Operator, has_negation
from storycheck.meaning.study import Study
from storycheck.meaning.tails import tails_of
from storycheck.meaning.trouble import Unreadable
from storycheck.meaning.verb import described
from storycheck.meaning.verb_group import SOURCE, operators_in
from storycheck.syntax.tree import Node, Token


def half_of(half: Node, study: Study) -> Formula:
    """What changes in one half, and of what."""
    words = half.node("words")
    assert words is not None
    tokens = words.tokens()
    study.use(*tokens, *(half.tokens() if half.node("pred", "be") else ()))
    who, pred, senses = half.node("who"), half.node("pred"), study.senses
    noun = core_of(who, study) if who else None
    if noun is not None:
        check_own(noun)
    said = noun_of(tokens, senses)
    if said.complement:
        return _incomplete(said, noun, pred, study)
    if pred is not None:
        _check_light(pred)
    study.antecedent = study.antecedent or bool(noun and not noun.pronoun)
    return conj((said.state(senses), noun.state(senses))) if noun else said.state(senses)


def around_of(half: Node, study: Study) -> Formula:
    """What stands after the verb, and is said of the case: "it generalizes *at scale*"."""
    pred = half.node("pred")
    phrase = pred.nodes("vp", "be_phrase")[0] if pred else None
    parts = phrase.nodes() if phrase else []
    if any(part.name in ("infinitive", "bare", "likelier") for part in parts):
        raise Unreadable("unread-phrase", "this half of the comparison is not read", half.span)
    parts = [part for part in parts if part.name in ("adjunct", "tail")]
    around = tails_of(parts, study).left(comparing=False)
    if around.operators or not around.plain or around.base != TRUE or around.besides != TRUE:
        raise Unreadable("unread-phrase", "this half of the comparison is not read", half.span)
    return around.background


def how_often(first: Node, second: Node, study: Study) -> tuple[Operator, ...]:
    """The words of strength in the second half, "the more accurate it usually is"; others are not read."""
    before, after = ([t for t in half.tokens() if t.terminal in SOURCE] for half in (first, second))
    operators = operators_in(after, study)
    if before or has_negation(operators):
        raise Unreadable(
            "strength-inside",
            "a denial, or a word of strength in the first half, is not read here",
            (before or after)[0].segment.span,
            "put a word like `usually` into the second half",
        )
    return operators


def _incomplete(said: Noun, noun: Noun | None, pred: Node | None, study: Study) -> Formula:
    """ "the worse": of the verb that follows, or of the noun."""
    compared = said.complement[-1]
    if compared.segment.word("often") is not None and pred is not None:
        return _more_often(compared, noun or Noun(said.span), pred, study)
    verb = _verb(pred)
    if verb is not None:
        quantity, way = gradable(verb, study.senses), comparison(compared)
        if quantity and way:
            beside = noun.state(study.senses) if noun else said.rest
            return conj((study.senses.change(quantity, way), beside))
    if noun is None:
        noun = Noun(said.span)
    scope, topic = described(noun, said, study.senses, said.span)
    return conj((scope, topic))


def _more_often(compared: Token, subject: Noun, pred: Node, study: Study) -> Formula:
    """ "The more often *it reaches bad minima*"."""
    done = said_of(pred, subject, study)
    if done.operators or not done.conditions.plain:
        raise Unreadable("unread-phrase", "this half of the comparison is not read", pred.span)
    often = graded(done.scope, comparison(compared), study.senses, compared)
    return conj((often, done.topic, done.aside))


def _verb(pred: Node | None) -> Token | None:
    if pred is None:
        return None
    return next((token for token in pred.tokens() if token.terminal in ("VI", "V")), None)


def _check_light(pred: Node) -> None:
    """The verb of "the more data it has" says nothing by itself."""
    verb = _verb(pred)
    light = verb is not None and verb.segment.word("v-light", "v-process", "v-change") is not None
    if verb is None or not light or len(pred.tokens()) > 1:
        raise Unreadable("unread-phrase", "this half of the comparison is not read", pred.span)
