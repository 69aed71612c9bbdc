"""A verb with what stands around it, and what its readers have in common."""

from storycheck.meaning.adjuncts import check_is_another, check_states
from storycheck.meaning.agents import check_own
from storycheck.meaning.degrees import change_in, check_resized, graded
from storycheck.meaning.formula import TRUE, Atom, Formula, Lit, conj, conjuncts
from storycheck.meaning.measures import comparison
from storycheck.meaning.noun import Noun, Nouns
from storycheck.meaning.phrases import noun_of
from storycheck.meaning.said import Conditions
from storycheck.meaning.senses import Senses
from storycheck.meaning.strength import Operator
from storycheck.meaning.tails import Tails
from storycheck.meaning.trouble import Unreadable
from storycheck.records import NamedTuple
from storycheck.source import Span
from storycheck.syntax.tree import Token

ALWAYS = Operator(("A",), "verb")
USUALLY = Operator(("U",), "verb")
CAN = Operator(("can",), "modal")
NOT = Operator(("N",), "lexical")
RARELY = Operator(("U", "N"), "lexical")


_OF_EACH = ([("A",)], [("all",)])


class Verb(NamedTuple):
    """A verb with its subject and what follows it.

    ``target``  what an infinitive after it says, or the bare verb of "makes networks generalize"
    ``complement``  adjectives after the object ("makes it robust");  ``passive`` with "be" before it
    ``gap``  what its relative clause belongs to, where that is its object ("features *that it represents*")
    """

    token: Token
    subject: Noun
    obj: Nouns | None
    tails: Tails
    senses: Senses
    target: Formula | None = None
    complement: Noun | None = None
    passive: bool = False
    gap: Noun | None = None

    @property
    def span(self) -> Span:
        """Where the verb stands."""
        return self.token.segment.span

    def topic(self) -> Formula:
        """What the subject says of the case."""
        return self.subject.stripped().state(self.senses)

    @property
    def of_none(self) -> bool:
        """Whether it is said of "no …"."""
        members = self.obj.members if self.obj else ()
        return any(noun.operators and noun.operators[0].codes == ("N", "S") for noun in members)

    def of_each(self) -> "Verb":
        """The verb, where it denies its object: "avoids *all* bad minima" denies it of each."""
        members = self.obj.members if self.obj else ()
        if not members or any([op.codes for op in noun.operators] not in _OF_EACH for noun in members):
            return self
        return self._replace(obj=Nouns(tuple(noun.stripped() for noun in members)))

    def object_state(self) -> tuple[Formula, tuple[Operator, ...]]:
        """What the object says; "no …" is a negation of the verb.

        What "forgetting *of pretraining*" is done to is told of the case, as after the verb "forgets".
        """
        assert self.obj is not None
        self.obj.needing_heads()
        check_is_another(self.obj, self.senses)
        if len(self.obj.members) == 1 and self.obj.first.of != TRUE:
            self.tails.conditions &= Conditions(background=self.obj.first.of)
            return self._replace(obj=Nouns((self.obj.first.without_of(),))).object_state()
        if any(noun.comparing or noun.of_compared for noun in self.obj.members):
            what = "what this compares is read only of a subject"
            raise Unreadable("unclear-comparison", what, self.obj.span)
        if any(operator.source == "almost" for operator in self.obj.first.operators):
            return self.obj.stripped()._replace(joined="or").state(self.senses), (RARELY,)
        if not self.of_none:
            return self.obj.state(self.senses), ()
        return self.obj.stripped()._replace(joined="or").state(self.senses), (NOT,)


def due(effect: Formula, cause: Formula, span: Span) -> Formula:
    """That one concept comes from another; both have to be single concepts."""
    if not (isinstance(effect, Lit) and isinstance(cause, Lit) and effect.positive and cause.positive):
        raise Unreadable("unclear-cause", "an explanation is read between one property and another", span)
    if effect.atom.kind != "has" or cause.atom.kind != "has":
        raise Unreadable("unclear-cause", "an explanation is read of a property, not of a change", span)
    if effect == cause:  # "shortcut learning comes from spurious correlations", which are one here
        raise Unreadable("unclear-cause", "nothing explains itself", span)
    return Lit(Atom("due", effect.atom.name, cause.atom.name))


def described(noun: Noun, complement: Noun, senses: Senses, span: Span) -> tuple[Formula, Formula]:
    """What "be" with a complement says of a noun, and what of the noun is then said beside it."""
    if not complement.complement:
        said = complement.state(senses)
        for part in conjuncts(said):
            check_resized(noun, part, senses, span)
        subject = noun.besides(said) if complement.headless else noun
        return said, subject.stripped().state(senses)
    token = complement.complement[-1]
    named = noun if noun.quantity else noun.as_quantity()
    beside = conj((named.head, named.rest, complement.rest))
    if token.terminal == "ADJ":
        check_states(Nouns((noun,)), senses)
        return noun_of(complement.complement, senses).state(senses), noun.stripped().state(senses)
    if token.terminal == "POLE" and named.bare:
        return senses.pole(named.quantity, token.value, noun.span), beside
    way = comparison(token)
    if way and named.bare and token.segment.text != "as":
        return senses.change(named.quantity, way), beside
    scope, beside = _compared(noun, token, senses, span)
    return scope, conj((beside, complement.rest))


def _left_intact(noun: Noun, token: Token, senses: Senses) -> tuple[Formula, Formula]:
    """ "Leaves previous knowledge intact", "leaves language modelling unharmed": the performance in it."""
    state = noun.stripped().state(senses)
    if not senses.is_domain(noun.head):
        return state, TRUE
    return senses.change(senses.performance(token.segment.span), "intact"), state


def _compared(noun: Noun, token: Token, senses: Senses, span: Span) -> tuple[Formula, Formula]:
    """ "The network is worse", "is larger", "overfitting is likelier", "knowledge stays intact"."""
    way, change = comparison(token), change_in(token, senses)
    named = noun if noun.quantity else noun.as_quantity()
    if token.segment.words[-1] == "as":
        raise Unreadable("unread-phrase", "an adjective is missing after `as`", token.segment.span)
    ease = token.segment.word("ease")
    if ease is not None and named.bare:
        return senses.change(named.quantity, ease), conj((named.head, named.rest))
    if ease is not None and not noun.trivial:
        return graded(noun.head, ease, senses, token), noun.rest
    if change is not None:
        check_own(noun)
        check_resized(noun, change, senses, span)
        return change, noun.stripped().state(senses)
    if way == "intact" and noun.head != TRUE:
        return _left_intact(noun, token, senses)
    counts = token.segment.word("often") is not None
    plain = way in ("better", "worse", "not better", "not worse", "as") and not counts
    if plain and not noun.as_quantity().quantity:
        return senses.change(senses.performance(token.segment.span), way), noun.stripped().state(senses)
    if (way in ("up", "down") or counts) and not (noun.actor or noun.as_quantity().quantity):
        return graded(noun.head, way, senses, token), noun.rest
    raise Unreadable(
        "unclear-comparison", f"`{token.segment.text}` is said of nothing that can be more or less", span
    )
