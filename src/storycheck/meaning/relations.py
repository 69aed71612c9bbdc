"""Verbs that relate properties: need, suffice, imply, prevent, cause, allow, make, come from."""

from collections.abc import Sequence

from storycheck.meaning.adjuncts import check_is_another, check_states
from storycheck.meaning.agents import check_others, check_own
from storycheck.meaning.degrees import graded, reached
from storycheck.meaning.formula import TRUE, Formula, conj, conjuncts, disj, named, neg
from storycheck.meaning.inflect import forms_of, is_done_to
from storycheck.meaning.noun import Noun, Nouns
from storycheck.meaning.rises import changes
from storycheck.meaning.said import Said
from storycheck.meaning.senses import Senses
from storycheck.meaning.strength import Operator
from storycheck.meaning.things import check_thing
from storycheck.meaning.trouble import Unreadable
from storycheck.meaning.verb import ALWAYS, CAN, NOT, USUALLY, Verb, described, due
from storycheck.source import Span
from storycheck.syntax.tree import Token


def need(verb: Verb, value: str) -> Said | None:
    """ "X requires Y"; "X depends on Y" of quantities leaves open how, and is refused."""
    if verb.obj is None:
        return None
    if value == "depend" and verb.subject.bare and verb.obj.first.bare:
        raise Unreadable(
            "unclear-comparison",
            f"`{verb.token.segment.text}` does not say which way",
            verb.span,
            "say whether it rises or falls, as in `more data improves accuracy`",
        )
    state, negation = verb.object_state()
    aim = verb.target if verb.target is not None else TRUE
    if value == "depend" and verb.target is None and verb.topic() == TRUE and not verb.subject.quantity:
        return Said(TRUE, state, (ALWAYS, *negation))  # "networks that depend on it" have it
    if verb.subject.pronoun and verb.target is not None and not changes(state):
        help = "say `to generalize, one needs regularization`"
        raise Unreadable("unread-phrase", _NEED_TO, verb.span, help)
    return Said(conj((verb.topic(), aim)), state, (ALWAYS, *negation), relation="need")


_NEED_TO = "whether the one is needed for the other, or has to do it, is not told here"
""" "We need overseers to be competent" and "we need dropout to generalize"."""


def is_needed(verb: Verb, value: str) -> Said | None:
    """ "Y is necessary for X"; "neither necessary nor sufficient" says both without the other."""
    if any(operator.codes == ("U", "N") for operator in verb.subject.operators):
        raise Unreadable("strength-inside", "how few are needed is not read", verb.subject.span)
    aim = _aim(verb)
    check_is_another(Nouns((verb.subject,)), verb.senses)
    known = verb.senses.vocabulary.concepts.get(named(aim))
    if known is not None and is_done_to(known.gloss.partition(" ")[0]):
        check_others(
            Nouns((verb.subject.stripped(),)), named(aim), verb.senses
        )  # "a larger model to oversee it"
    if value == "neither":
        return Said(aim, verb.topic(), (_DENIED, ALWAYS), relation="need", converse="not always")
    return Said(aim, verb.topic(), (ALWAYS,), relation="need", converse=_CONVERSE.get(value, ""))


def suffices(verb: Verb, value: str) -> Said | None:
    """ "X is sufficient for Y": that Y is reached, not that there is more of it."""
    return Said(verb.topic(), _aim(verb), (ALWAYS,), relation="suffice", converse=_CONVERSE.get(value, ""))


_DENIED = Operator(("N",), "verb")
_CONVERSE = {"both": "always", "only": "not always"}


def _traded(nouns: Nouns, senses: Senses, operators: tuple[Operator, ...], span: Span) -> Said:
    """ "Robustness and accuracy are at odds": more of the one is less of the other."""
    first, second = (noun if noun.quantity else noun.as_quantity() for noun in nouns.members)
    if not (first.bare and second.bare) or first.quantity == second.quantity:
        raise Unreadable("unread-phrase", "this is read of two quantities", span)
    beside = conj((first.head, first.rest, second.head, second.rest))
    rise, fall = first.changing(senses, "up"), second.changing(senses, "down")
    return Said(conj((beside, rise)), fall, operators)


def together(token: Token, nouns: Nouns, senses: Senses, operators: tuple[Operator, ...], way: str) -> Said:
    """ "X and Y are incompatible": where X, never Y; "X and Y coexist": some case has both."""
    plain = nouns.joined == "and" and len(nouns.members) == 2 and not nouns.first.operators
    if not plain or any(operator.source == "adverb" for operator in operators):
        raise Unreadable("unread-phrase", "this is read of two things, without how often", token.segment.span)
    if way == "odds":
        return _traded(nouns, senses, operators, token.segment.span)
    first, second = (noun.state(senses) for noun in nouns.members)
    if way == "apart":
        return Said(first, neg(second), (*operators, ALWAYS))
    return Said(TRUE, conj((first, second)), (*operators, Operator(("S",), "verb")))


def _aim(verb: Verb) -> Formula:
    """What something is necessary or sufficient for."""
    if verb.target is not None:
        return verb.target
    aim = verb.tails.take("for", "to", "by", "in") or verb.obj
    if aim is None:
        raise Unreadable(
            "unread-phrase", f"it is not said what it is `{verb.token.segment.text}` for", verb.span
        )
    return aim.state(verb.senses)


def imply(verb: Verb, value: str) -> Said | None:
    """ "X implies Y", and weaker: "X suggests Y"."""
    if verb.obj is None:
        return None
    if verb.token.segment.words[0] in _REVEALING:
        what = "what shows that something is so, or what finds it where it is so?"
        raise Unreadable("two-readings", what, verb.span, "say `shows that`, or `detects`")
    check_states(Nouns((verb.subject, *verb.obj.members)), verb.senses)
    _check_degree(verb, verb.obj.span)
    state, negation = verb.object_state()
    topic, strength = verb.topic(), ALWAYS if value == "imply" else USUALLY
    if value == "indicate" and topic == TRUE:
        raise Unreadable("says-nothing", "what this is a sign of it by is not in the vocabulary", verb.span)
    return Said(topic, state, (strength, *negation), relation="imply")


_REVEALING = forms_of("reveal")


def _check_degree(verb: Verb, span: Span) -> None:
    """ "Tells us *how well* it generalizes" does not say that it does so well."""
    tokens = verb.tails.study.tree.tokens()
    if any(token.terminal == "HOW" and span.start <= token.segment.start < span.end for token in tokens):
        raise Unreadable("unclear-comparison", "what this says of it is not told", span)


def prevent(verb: Verb, value: str) -> Said | None:
    """ "X prevents Y", "X stops networks from overfitting"; "X removes Y from networks"."""
    prevented = verb.tails.take("from")
    if verb.obj is None or (prevented is None and value == "from"):
        return None
    state, negation = verb.of_each().object_state()
    if changes(state) and any(not changes(part) for part in conjuncts(state)):
        what = "how well something is prevented is not read"
        raise Unreadable("unclear-comparison", what, verb.span, "say `reduces … more than …`")
    there = prevented.state(verb.senses) if prevented else TRUE
    target, aside = (there, state) if prevented and value != "remove" else (state, there)
    if verb.token.segment.words[0] in _CEASING and (verb.topic() == TRUE or verb.subject.actor == "model"):
        return Said(conj((verb.topic(), aside)), target, (NOT, *negation))  # "networks stop overfitting"
    return Said(verb.topic(), target, (ALWAYS, NOT, *negation), aside, relation="cause")


_CEASING = forms_of("stop cease quit")


_FOLLOWING = forms_of("follow")


def comes_from(verb: Verb, value: str) -> Said | None:
    """ "X comes from Y"; with value "by" the other way round: "Y explains X"."""
    if verb.obj is None:
        return None
    if verb.token.segment.words[-1] == "from" and verb.token.segment.words[0] in _FOLLOWING:
        what = "is this its cause, or what it can be concluded from?"
        raise Unreadable("two-readings", what, verb.span, "say `is due to`, or turn it round: `Y implies X`")
    effects, causes = Nouns((verb.subject,)), verb.obj
    if value == "by":
        effects, causes = causes, Nouns((verb.subject.stripped(),))
    effect = effects.first
    if value == "by" and (effect.operators or effect.only):
        raise Unreadable("strength-inside", "this quantifier is read only of a subject", effect.span)
    said = []
    for at, cause in enumerate(causes.members):
        pair = due(_essence(effect, verb), cause._replace(negated=False).state(verb.senses), verb.span)
        opposed = cause.negated or (causes.joined == "instead" and at > 0)
        said.append(neg(pair) if opposed else pair)
    join = conj if causes.joined == "and" else disj
    return Said(_essence(effect, verb), join(said), aside=effect.rest, relation="due")


def _essence(noun: Noun, verb: Verb) -> Formula:
    """What the head says, without what stands beside it."""
    return conj((noun.head, noun.amount(verb.senses))) if noun.quantity or noun.head != TRUE else noun.rest


def make(verb: Verb, value: str) -> Said | None:
    """ "makes networks generalize", "makes it robust", "leads it to a bad minimum"."""
    if verb.obj is None:
        return None
    made, complement = verb.obj.first, verb.complement
    if not (complement or made.complement):
        check_states(verb.obj, verb.senses)
    if complement is None and made.complement:
        complement = Noun(made.span, complement=made.complement)
        made = made._replace(complement=())
    if complement is not None:
        check_own(made)
        scope, aside = _become(made, (complement, *verb.obj.members[1:]), verb)
        return Said(verb.topic(), scope, aside=aside, relation="suffice")
    if verb.target is not None:
        check_thing(made, verb.target, verb.span, verb.senses)
        scope, aside = _eased(verb.target, verb), made.state(verb.senses)
    else:
        goal = verb.tails.take("to") if value != "state" else None
        if goal is None:
            return None
        said = reached(verb, made, goal)
        if said is not None:
            return said._replace(topic=verb.topic(), aside=said.topic, relation="cause")
        check_states(goal, verb.senses, a_place=goal.first.anothers)
        scope, aside = goal.state(verb.senses), made.state(verb.senses)
    return Said(verb.topic(), scope, aside=aside, relation="cause")


def _eased(target: Formula, verb: Verb) -> Formula:
    """ "Makes it *harder* to memorize": less memorization."""
    token = verb.tails.compared
    way = token.segment.word("ease") if token else None
    if token is None or way is None:
        return target
    verb.tails.compared = None
    return graded(target, way, verb.senses, token)


def _become(made: Noun, complements: Sequence[Noun], verb: Verb) -> tuple[Formula, Formula]:
    """ "Makes models *robust*", "*more robust and less accurate*"."""
    if verb.obj is not None and len(complements) > 1 and verb.obj.joined != "and":
        raise Unreadable("unread-phrase", "these are read only if joined by `and`", complements[-1].span)
    said = []
    for complement in complements:
        if complement is not complements[0] and not complement.headless:
            raise Unreadable("unread-phrase", "an adjective is expected here", complement.span)
        _check_better(made, complement)
        said.append(described(made, complement, verb.senses, verb.span))
    return conj(scope for scope, _ in said), conj(beside for _, beside in said)


def _check_better(made: Noun, complement: Noun) -> None:
    """ "Makes it better" is better performance; "makes oversight better" does not say at what."""
    better = [token for token in complement.complement if token.segment.word("comp") in ("better", "worse")]
    if better and made.head != TRUE and not made.as_quantity().quantity:
        raise Unreadable("unclear-comparison", "better or worse at what is not said", better[0].segment.span)


def allow(verb: Verb, value: str) -> Said | None:
    """ "X enables networks to generalize", "X allows generalization"."""
    if verb.target is not None:
        aside = verb.obj.state(verb.senses) if verb.obj else TRUE
        return Said(verb.topic(), verb.target, (CAN,), aside)
    if verb.obj is None:
        return None
    state, negation = verb.object_state()
    return Said(verb.topic(), state, (*_ABILITIES[value], *negation))


_ABILITIES = {"can": (CAN,), "allow": (CAN,), "usually": (USUALLY,), "rarely": (USUALLY, NOT)}


def cause(verb: Verb, value: str) -> Said | None:
    """ "X causes Y", "X causes networks to Y"."""
    if verb.obj is None or verb.target is not None:
        return make(verb, value)
    state, negation = verb.object_state()
    return Said(verb.topic(), state, negation, relation="cause")
