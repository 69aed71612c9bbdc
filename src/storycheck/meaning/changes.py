"""Verbs of change and comparison: improve, rise, hurt, outperform, match."""

from storycheck.meaning.degrees import reached, resized
from storycheck.meaning.extents import is_extent, to_extent
from storycheck.meaning.formula import (
    TRUE,
    Formula,
    Lit,
    conj,
    conjuncts,
    disj,
    mirrored,
    named,
    neg,
    often,
)
from storycheck.meaning.measures import unclear
from storycheck.meaning.noun import Noun, Nouns
from storycheck.meaning.said import Said
from storycheck.meaning.senses import Senses
from storycheck.meaning.strength import Operator
from storycheck.meaning.tails import check_single
from storycheck.meaning.trouble import Unreadable
from storycheck.meaning.verb import NOT, Verb

_ERGATIVE = frozenset(("up", "down", "better", "worse"))


def compare(verb: Verb, way: str) -> Said | None:
    """ "A outperforms B", "A matches the accuracy of B"."""
    if verb.obj is None:
        return None
    other = verb.obj.first
    check_single(verb.obj)
    own = verb.subject.quantity if verb.subject.bare else ""  # "the accuracy of A exceeds that of B"
    quantity = other.quantity or _named(verb.tails.take("in")) or own
    if quantity == "" and way == "alike":
        return None
    if quantity == "":
        check_performing(verb, way)
        quantity = verb.senses.performance(verb.span)
    base = _compared(verb.obj, verb.senses)
    named = other.quantity if other.bare and base == TRUE else _ending(base, verb.senses)
    alone = other.bare and base == TRUE and not other.definite
    if (own and named and named != own) or (alone and not own):
        raise Unreadable("unclear-comparison", "one quantity is not compared with another", verb.span)
    conditions = verb.tails.conditions._replace(base=mirrored(base), baseline=base == TRUE)
    verb.tails.conditions = conditions
    topic = _owner(verb.subject) if own else verb.topic()
    return Said(topic, verb.senses.change(quantity, "same" if way == "alike" else way))


def check_performing(verb: Verb, way: str) -> None:
    """ "The learned *objective* matches the intended one": of how well it performs nothing is said.

    What networks have and find does not perform as they do. Raises Unreadable.
    """
    assert verb.obj is not None
    for noun in (verb.subject, *verb.obj.members) if way in ("same", "not same") else ():
        known = verb.senses.vocabulary.concepts.get(noun.common if noun.head == TRUE else named(noun.head))
        if known is not None and not noun.actor and known.gloss.startswith("has "):
            what = f"in what these `{verb.token.segment.text}` each other is not said"
            raise Unreadable("unclear-comparison", what, verb.span, "name a quantity: `match … in accuracy`")


def _compared(other: Nouns, senses: Senses) -> Formula:
    """What the case has that something is compared with; nothing of its own if it is "standard ones"."""
    first = other.first
    if first.baseline:
        return first.rest
    return conj((first.head, first.rest)) if first.quantity else other.state(senses)


def _ending(formula: Formula, senses: Senses) -> str:
    """The quantity that a single concept is much or little of; "" if there is none."""
    return senses.poles.get(formula.atom.name, ("", ""))[0] if isinstance(formula, Lit) else ""


def _named(nouns: Nouns | None) -> str:
    return nouns.first.as_quantity().quantity if nouns else ""


def change(verb: Verb, way: str) -> Said | None:
    """ "X improves Q", "Q rises", "X hurts"."""
    if verb.target is not None:
        helps = way == "help" and verb.obj is None
        return Said(verb.topic(), verb.target, relation="cause") if helps else None
    if way in ("add", "remove"):
        return _put(verb, way)
    rival = _rival(verb) if way == "better" and verb.obj is None else None
    if rival is not None:
        return compare(verb._replace(obj=rival), "up")
    said = _changing(verb, way)
    if said is not None and verb.obj is not None and is_extent(verb.tails):
        said = said._replace(scope=to_extent(said.scope, verb.tails))
    return _at_a_cost(said, verb) if said is not None else None


def _rival(verb: Verb) -> Nouns | None:
    """ "Pretraining improves *on training from scratch*": no setup of it, as nothing can be both."""
    topic = verb.topic()
    for token, nouns in verb.tails.prepositions:
        there = "" if nouns.first.operators else named(nouns.state(verb.senses))
        exclusive = any(verb.senses.are_exclusive(named(part), there) for part in conjuncts(topic))
        if token.segment.words == ("on",) and exclusive:
            verb.tails.prepositions.remove((token, nouns))
            return nouns
    return None


def _at_a_cost(said: Said, verb: Verb) -> Said:
    """ "… at the expense of accuracy": accuracy suffers."""
    paid = verb.tails.take("cost")
    if paid is None:
        return said
    losses = [noun if noun.quantity else noun.as_quantity() for noun in paid.members]
    if not all(noun.bare and not noun.operators for noun in losses):
        raise Unreadable("unclear-comparison", "what is paid has to be a quantity", paid.span)
    worse = (noun.changing(verb.senses, "worse") for noun in losses)
    return said._replace(scope=conj((said.scope, *worse)), aside=conj((said.aside, *map(_owner, losses))))


def _changing(verb: Verb, way: str) -> Said | None:
    """The same without what it costs."""
    if way == "none":
        return _of_object(verb, "same") if _quantities(verb) else None
    return _of_object(verb, way) if verb.obj is not None else _of_subject(verb, way)


def _done_to(verb: Verb, way: str) -> Said | None:
    """ "Shuffling hurts language modelling", "dropout helps the network": performance there."""
    senses = verb.senses
    if way not in ("help", "harm", "better", "worse") or verb.obj is None or len(verb.obj.members) > 1:
        return None
    noun = verb.obj.first
    known = senses.vocabulary.concepts.get(noun.head.atom.name) if isinstance(noun.head, Lit) else None
    if noun.operators or noun.quantity or not (noun.trivial or (known and known.dimension == "domain")):
        return None
    return Said(verb.topic(), senses.change(senses.performance(verb.span), way), aside=_owner(noun))


def _put(verb: Verb, way: str) -> Said | None:
    """ "Parameters are added", "the model uses dropout", "we remove dropout"."""
    if verb.obj is None or verb.target is not None or verb.token.segment.word("v-light") is not None:
        return None
    if all(noun.quantity or (noun.trivial and noun.also) for noun in verb.obj.members) and _quantities(verb):
        return _of_object(verb, "up" if way == "add" else "down")
    state, negation = verb.object_state()
    return Said(verb.topic(), neg(state) if way == "remove" else state, negation)


def _of_object(verb: Verb, way: str) -> Said | None:
    quantities = _quantities(verb)
    if quantities is not None:
        assert verb.obj is not None
        scope, negation = _all_changed(verb, quantities, way)
        return Said(verb.topic(), scope, negation, aside=conj(map(_owner, quantities)))
    if way != "same":
        return _done_to(verb, way) or _resized_object(verb)
    state, negation = verb.object_state()
    return Said(verb.topic(), state, negation)


def _all_changed(verb: Verb, quantities: list[Noun], way: str) -> tuple[Formula, tuple[Operator, ...]]:
    """ "Improves A and B", "A but not B", "neither A nor B"."""
    assert verb.obj is not None
    said = [verb.senses.change(quantity.quantity, way) for quantity in quantities]
    said = [neg(one) if noun.negated else one for one, noun in zip(said, quantities, strict=True)]
    if verb.obj.joined == "instead":  # inside a negation: "does not improve A but B"
        return disj((said[0], neg(conj(said[1:])))), ()
    if quantities[0].operators:
        return disj(said), (NOT,)
    return (disj if verb.obj.joined == "or" else conj)(said), ()


def _of_subject(verb: Verb, way: str) -> Said | None:
    senses = verb.senses
    ended = _ended(verb)
    if ended is not None:
        return ended
    subject = verb.subject if verb.subject.quantity else verb.subject.as_quantity()
    if not subject.quantity and way in ("up", "down") and subject.head != TRUE:
        subject = _degree_of(subject, senses)
    if subject.bare and way in (*_ERGATIVE, "affect"):
        return Said(TRUE, senses.change(subject.quantity, way), aside=_owner(subject))
    if way in ("help", "harm", "better", "worse", "affect"):
        quantity = _named(verb.tails.take("in")) if way in ("help", "harm") else ""
        return Said(verb.topic(), senses.change(quantity or senses.performance(verb.span), way))
    return None


def _ended(verb: Verb) -> Said | None:
    """ "The training error drops to zero", "the model grows"."""
    for token, nouns in verb.tails.prepositions:
        said = reached(verb, verb.subject, nouns) if token.value == "to" else None
        if said is not None:
            verb.tails.take("to")
            return said
    way = verb.token.segment.word("v-size")
    if way is None or verb.subject.quantity or verb.subject.also or verb.subject.operators:
        return None
    return Said(TRUE, resized(verb.subject, way, verb.senses, verb.span))


def _resized_object(verb: Verb) -> Said | None:
    """ "Practitioners enlarge the network": its size rises."""
    way = verb.token.segment.word("v-size")
    if way is None or verb.obj is None or len(verb.obj.members) > 1 or verb.obj.first.operators:
        return None
    return Said(verb.topic(), resized(verb.obj.first, way, verb.senses, verb.span))


def _quantities(verb: Verb) -> list[Noun] | None:
    """The objects as quantities, neither compared nor said to be high or low; None if they are not."""
    directed = verb.token.segment.word("v-change") not in ("affect", "same", "none")
    objects = [_paid(_risked(noun, verb), verb) for noun in verb.obj.members] if verb.obj else []
    found = [_quantity(noun, verb.senses, directed) for noun in objects]
    if any(noun is None for noun in found):
        return None
    return [noun for noun in found if noun is not None]


_PAYING = frozenset(
    "cost costs costing lose loses lost losing sacrifice sacrifices sacrificed gain gains gained".split()
)


def _paid(noun: Noun, verb: Verb) -> Noun:
    """ "Costs *considerable* (*some*) accuracy" tells how much; but what is denied then is only so much.

    "Never costs *any* accuracy" denies that it costs accuracy.
    """
    if (
        noun.bare
        and verb.tails.study.denied
        and [operator.codes for operator in noun.operators] == [("any",)]
    ):
        return noun.stripped()
    some = bool(noun.quantity) and [operator.codes for operator in noun.operators] == [("S",)]
    if (
        not (noun.pole == "high" or some)
        or verb.token.segment.words[0] not in _PAYING
        or verb.tails.study.denied
    ):
        return noun
    return noun._replace(pole="", operators=())


_CHANCES = frozenset("risk likelihood probability chance chances danger".split())


def _risked(noun: Noun, verb: Verb) -> Noun:
    """ "Increases *the risk of* X": how often there is X, where there is not more or less of it."""
    words, said = verb.token.segment.words, noun.head
    if _CHANCES.isdisjoint(words) or noun.quantity or noun.also or not isinstance(said, Lit):
        return noun
    plain = said.positive and said.atom.kind in ("has", "does") and said.atom.name not in verb.senses.poles
    return noun._replace(quantity=often(said.atom), head=TRUE) if plain else noun


def _quantity(noun: Noun, senses: Senses, directed: bool) -> Noun | None:
    """The quantity; adjectives name one only where more or less of it is meant ("fewer harmful outputs")."""
    for token in noun.complement:
        if token.segment.word("often") is not None:
            raise unclear(token)
    named = noun if noun.quantity else noun.as_quantity()
    if not named.quantity and (directed or named.head != TRUE):
        named = _degree_of(named, senses)
    none = not named.operators or named.operators[0].codes == ("N", "S")
    return named if named.bare and none else None


def _degree_of(noun: Noun, senses: Senses) -> Noun:
    """A concept that is much of a quantity as that quantity: "harmful outputs" is harmfulness."""
    said = noun.rest if noun.head == TRUE else noun.head
    if not isinstance(said, Lit) or not said.positive or said.atom.kind != "has":
        return noun
    quantity, pole = senses.poles.get(said.atom.name, ("", ""))
    if pole != "high":
        return noun
    return noun._replace(quantity=quantity, head=TRUE, rest=TRUE if noun.head == TRUE else noun.rest)


def _owner(quantity: Noun) -> Formula:
    return conj((quantity.head, quantity.rest))


def hinder(verb: Verb, value: str) -> Said | None:
    """ "X mitigates overfitting": less of a quantity."""
    return _of_object(verb, "down") if _quantities(verb) else None
