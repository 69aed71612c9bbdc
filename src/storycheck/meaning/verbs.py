"""What verbs of the closed classes make of their subject and object.

Each reader returns None where its verb does not go with what stands around it; the first that returns
something counts. The classes and their values are those of `grammar/words.txt`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from storycheck.meaning.formula import TRUE, Atom, Formula, Lit, conj, disj, mirrored, neg
from storycheck.meaning.noun import Noun, Nouns
from storycheck.meaning.said import Said
from storycheck.meaning.senses import Senses
from storycheck.meaning.strength import Operator
from storycheck.meaning.tails import Tails
from storycheck.meaning.trouble import Unreadable
from storycheck.source import Span
from storycheck.syntax.lexicon import Entry
from storycheck.syntax.tree import Token

_ALWAYS = Operator(("A",), "verb")
_USUALLY = Operator(("U",), "verb")
_CAN = Operator(("can",), "modal")
_NOT = Operator(("N",), "modal")
_ERGATIVE = frozenset(("up", "down", "better", "worse"))


@dataclass
class Verb:
    """A verb with its subject and what follows it.

    ``target``  what an infinitive after it says, or the bare verb of "makes networks generalize"
    ``complement``  adjectives after the object ("makes it robust");  ``passive`` with "be" before it
    """

    token: Token
    subject: Noun
    obj: Nouns | None
    tails: Tails
    senses: Senses
    target: Formula | None = None
    complement: Noun | None = None
    passive: bool = False

    @property
    def span(self) -> Span:
        return self.token.segment.span

    def topic(self) -> Formula:
        """What the subject says of the case."""
        return self.subject.state(self.senses)

    def object_state(self) -> tuple[Formula, tuple[Operator, ...]]:
        """What the object says; "no …" is a negation of the verb."""
        assert self.obj is not None
        bare = [noun._replace(operators=()) for noun in self.obj.members]
        state = self.obj._replace(members=tuple(bare)).state(self.senses)
        codes = self.obj.first.operators[0].codes if self.obj.first.operators else ("S",)
        if self.obj.first.only or codes not in (("S",), ("N", "S"), ("any",)):
            raise Unreadable("strength-inside", "this quantifier is read only of a subject", self.obj.span)
        return state, (_NOT,) if codes == ("N", "S") else ()


Reader = Callable[[Verb, str], Said | None]


def read_verb(verb: Verb) -> Said:
    """The meaning of a verb of the closed classes."""
    classes = [
        (entry.ref, entry.part)
        for entry in verb.token.segment.entries
        if entry.kind == "word" and entry.ref in READERS and _fits(entry, verb)
    ]
    order = list(READERS)
    for name, value in sorted(classes, key=lambda pair: order.index(pair[0])):
        said = (_passively if verb.passive and name.startswith("v-") else READERS[name])(verb, value)
        if said is not None:
            return said
    raise Unreadable("unread-phrase", f"`{verb.token.segment.text}` is not read with these words", verb.span)


def _fits(entry: Entry, verb: Verb) -> bool:
    """A participle that is also a predicative word ("needed") is the latter unless it stands as a passive."""
    if verb.passive:
        return entry.ref.startswith("v-")
    if entry.form != "participle":
        return True
    return not any(other.ref.startswith("n-") for other in verb.token.segment.entries)


def _passively(verb: Verb, value: str) -> Said | None:
    """ "Good minima are reached by SGD": subject and agent change places."""
    agent = verb.tails.take("by") or verb.tails.take("from")
    active = replace(
        verb,subject=agent.merged(verb.senses) if agent and len(agent.members) > 1 else agent.first if agent else Noun(verb.span),
        obj=Nouns((verb.subject._replace(operators=()),)),
        passive=False,
    )
    classes = [(e.ref, e.part) for e in verb.token.segment.entries if e.kind == "word" and e.ref in READERS]
    if verb.subject.trivial and any(name == "v-process" for name, _ in classes):
        return _process(verb, value)
    if verb.subject.trivial and agent is None:
        return None
    return read_verb(active)


def _compare(verb: Verb, way: str) -> Said | None:
    """ "A outperforms B", "A matches the accuracy of B"."""
    if verb.obj is None:
        return None
    other = verb.obj.first
    quantity = other.quantity or _named(verb.tails.take("in"))
    if quantity == "":
        quantity = verb.senses.performance(verb.span)
    base = conj((other.head, other.rest)) if other.quantity else verb.obj.state(verb.senses)
    conditions = verb.tails.conditions._replace(base=mirrored(base), baseline=base == TRUE)
    verb.tails.conditions = conditions
    return Said(verb.topic(), verb.senses.change(quantity, way))


def _named(nouns: Nouns | None) -> str:
    return nouns.first.as_quantity().quantity if nouns else ""


def _need(verb: Verb, value: str) -> Said | None:
    """ "X requires Y"."""
    if verb.obj is None:
        return None
    state, negation = verb.object_state()
    return Said(verb.topic(), state, (_ALWAYS, *negation), relation="need")


def _is_needed(verb: Verb, value: str) -> Said | None:
    """ "Y is necessary for X"; "neither necessary nor sufficient" says both without the other."""
    aim = _aim(verb)
    if value == "neither":
        raise Unreadable("unread-phrase", "say `not necessary` and `not sufficient` in two sentences", verb.span)
    return Said(aim, verb.topic(), (_ALWAYS,), relation="need")


def _suffices(verb: Verb, value: str) -> Said | None:
    """ "X is sufficient for Y"."""
    return Said(verb.topic(), _aim(verb), (_ALWAYS,), relation="cause", converse=value == "both")


def _aim(verb: Verb) -> Formula:
    """What something is necessary or sufficient for."""
    if verb.target is not None:
        return verb.target
    aim = verb.tails.take("for", "to", "by", "in") or verb.obj
    return aim.state(verb.senses) if aim else TRUE


def _imply(verb: Verb, value: str) -> Said | None:
    if verb.obj is None:
        return None
    state, negation = verb.object_state()
    strength = _ALWAYS if value == "imply" else _USUALLY
    return Said(verb.topic(), state, (strength, *negation), relation="imply")


def _prevent(verb: Verb, value: str) -> Said | None:
    """ "X prevents Y", "X stops networks from overfitting"."""
    prevented = verb.tails.take("from")
    if verb.obj is None or (prevented is None and value == "from"):
        return None
    state, negation = verb.object_state()
    target, aside = (prevented.state(verb.senses), state) if prevented else (state, TRUE)
    return Said(verb.topic(), target, (_ALWAYS, _NOT, *negation), aside, relation="cause")


def _hinder(verb: Verb, value: str) -> Said | None:
    """ "X mitigates overfitting": less of a quantity."""
    quantity = _quantity(verb)
    if quantity is None:
        return None
    return Said(verb.topic(), verb.senses.change(quantity.quantity, "down"), aside=_owner(quantity))


def _due(verb: Verb, value: str) -> Said | None:
    """ "X comes from Y"; with value "by" the other way round: "Y explains X"."""
    if verb.obj is None:
        return None
    effects, causes = Nouns((verb.subject,)), verb.obj
    if value == "by":
        effects, causes = causes, effects
    effect = effects.first
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


def due(effect: Formula, cause: Formula, span: Span) -> Formula:
    """That one concept comes from another; both have to be single concepts."""
    if not (isinstance(effect, Lit) and isinstance(cause, Lit) and effect.positive and cause.positive):
        raise Unreadable("unclear-cause", "an explanation is read between one property and another", span)
    if effect.atom.kind != "has" or cause.atom.kind != "has":
        raise Unreadable("unclear-cause", "an explanation is read of a property, not of a change", span)
    return Lit(Atom("due", effect.atom.name, cause.atom.name))


def _make(verb: Verb, value: str) -> Said | None:
    """ "makes networks generalize", "makes it robust", "leads it to a bad minimum"."""
    if verb.obj is None:
        return None
    made, complement = verb.obj.first, verb.complement
    if complement is None and made.complement:
        complement = Noun(made.span, complement=made.complement)
        made = made._replace(complement=())
    if complement is not None:
        scope, aside = described(made, complement, verb.senses, verb.span)
    elif verb.target is not None:
        scope, aside = verb.target, made.state(verb.senses)
    else:
        goal = verb.tails.take("to")
        if goal is None:
            return None
        scope, aside = goal.state(verb.senses), made.state(verb.senses)
    return Said(verb.topic(), scope, aside=aside, relation="cause")


def described(noun: Noun, complement: Noun, senses: Senses, span: Span) -> tuple[Formula, Formula]:
    """What "be" with a complement says of a noun, and what of the noun is then said beside it."""
    if not complement.complement:
        return complement.state(senses), noun.state(senses)
    token = complement.complement[-1]
    named = noun if noun.quantity else noun.as_quantity()
    beside = conj((named.head, named.rest, complement.rest))
    if token.terminal == "ADJ":
        from storycheck.meaning.phrases import noun_of

        inner = noun_of(complement.complement, senses)
        return inner.state(senses), noun.state(senses)
    if token.terminal == "POLE" and named.bare:
        return senses.pole(named.quantity, token.value, noun.span), beside
    way = token.segment.word("more", "comp") or ""
    own = token.segment.entry("quantity", "more", "less")
    if own is not None and not named.bare:
        return senses.change(own.ref, "up" if own.part == "more" else "down"), noun.state(senses)
    if way == "same" and token.segment.words[-1] == "as":
        raise Unreadable("unread-phrase", "an adjective is missing after `as`", token.segment.span)
    if way and named.bare:
        return senses.change(named.quantity, way), beside
    if way in ("better", "worse", "not better", "not worse", "same") and not named.quantity:
        return senses.change(senses.performance(token.segment.span), way), noun.state(senses)
    raise Unreadable(
        "unclear-comparison", f"`{token.segment.text}` is said of nothing that can be more or less", span
    )


def _change(verb: Verb, way: str) -> Said | None:
    """ "X improves Q", "Q rises", "X hurts"."""
    senses = verb.senses
    if way in ("add", "remove"):
        return None
    if verb.obj is not None:
        quantity = _quantity(verb)
        if quantity is None and way == "same":
            state, negation = verb.object_state()
            return Said(verb.topic(), state, negation)
        if quantity is None:
            return None
        return Said(verb.topic(), senses.change(quantity.quantity, way), aside=_owner(quantity))
    subject = verb.subject if verb.subject.quantity else verb.subject.as_quantity()
    if subject.bare and way in (*_ERGATIVE, "affect"):
        return Said(TRUE, senses.change(subject.quantity, way), aside=_owner(subject))
    if way in ("help", "harm", "better", "worse", "affect"):
        quantity_id = _named(verb.tails.take("in")) if way in ("help", "harm") else ""
        return Said(verb.topic(), senses.change(quantity_id or senses.performance(verb.span), way))
    return None


def _quantity(verb: Verb) -> Noun | None:
    """The object as a quantity that is neither compared nor said to be high or low."""
    if verb.obj is None or len(verb.obj.members) != 1:
        return None
    named = verb.obj.first if verb.obj.first.quantity else verb.obj.first.as_quantity()
    if not named.quantity:
        found = [
            quantity
            for concept, (quantity, pole) in verb.senses.poles.items()
            if pole == "high" and named.head == verb.senses.literal(concept)
        ]
        return named._replace(quantity=found[0], head=TRUE) if found else None
    return named if named.bare and not named.operators else None


def _owner(quantity: Noun) -> Formula:
    return conj((quantity.head, quantity.rest))


def _allow(verb: Verb, value: str) -> Said | None:
    """ "X enables networks to generalize", "X allows generalization"."""
    if verb.target is not None:
        aside = verb.obj.state(verb.senses) if verb.obj else TRUE
        return Said(verb.topic(), verb.target, (_CAN,), aside)
    if verb.obj is None:
        return None
    state, negation = verb.object_state()
    return Said(verb.topic(), state, (_CAN, *negation))


def _cause(verb: Verb, value: str) -> Said | None:
    if verb.obj is None or verb.target is not None:
        return _make(verb, value)
    state, negation = verb.object_state()
    return Said(verb.topic(), state, negation, relation="cause")


def _light(verb: Verb, value: str) -> Said | None:
    """ "reaches good minima", "has no bias", "reaches the accuracy of B"."""
    if verb.obj is None or verb.target is not None:
        return None
    if value == "lack":
        state, negation = verb.object_state()
        return Said(verb.topic(), state, (_NOT, *negation))
    obj = verb.obj.first
    if obj.bare and obj.definite and obj.rest != TRUE and verb.topic() != TRUE:
        return _compare(verb, "same")
    state, negation = verb.object_state()
    if state == TRUE:
        state = verb.tails.places()
    return Said(verb.topic(), state, negation)


def _exist(verb: Verb, value: str) -> Said | None:
    """ "Winning tickets exist", "overfitting occurs": the subject is what is said."""
    if verb.obj is not None or verb.subject.trivial:
        return None
    operators = (Operator(("S",), "verb"),) if value == "exist" else ()
    return Said(TRUE, verb.topic(), operators)


def _process(verb: Verb, value: str) -> Said | None:
    """ "SGD starts from random labels": the verb says nothing, what follows it does."""
    if verb.obj is not None and not all(noun.trivial for noun in verb.obj.members):
        return None
    return Said(verb.topic(), verb.tails.places())


READERS: Mapping[str, Reader] = {
    "n-compare": _compare,
    "v-compare": _compare,
    "n-need": _is_needed,
    "v-need": _need,
    "n-enough": _suffices,
    "v-enough": _suffices,
    "n-imply": _imply,
    "v-imply": _imply,
    "n-prevent": _prevent,
    "v-prevent": _prevent,
    "n-due": _due,
    "v-due": _due,
    "v-make": _make,
    "n-change": _change,
    "v-change": _change,
    "v-hinder": _hinder,
    "n-able": _allow,
    "v-allow": _allow,
    "n-cause": _cause,
    "v-cause": _cause,
    "v-light": _light,
    "n-exist": _exist,
    "v-exist": _exist,
    "v-process": _process,
}
