"""What a noun phrase contributes to the meaning of a sentence."""

from storycheck.meaning.formula import TRUE, Formula, conj, conjuncts, disj, literals, neg
from storycheck.meaning.senses import Senses, adjective_state
from storycheck.meaning.strength import Operator
from storycheck.meaning.trouble import Unreadable
from storycheck.records import NamedTuple
from storycheck.source import Span
from storycheck.syntax.tree import Token

_OF_NO_ACCOUNT = frozenset((("S",), ("any",)))


class Noun(NamedTuple):
    """A noun phrase.

    ``head``       what its head says of the case, unless that is a quantity
    ``rest``       what is said beside the head: adjectives, modifiers, whose quantity it is
    ``quantity``   the quantity that it names; ``change`` how it is compared ("more data"), ``pole`` which
                   end of it is meant ("high accuracy"); neither for the bare "accuracy"
    ``common``     the concept of its head, where every case has that ("feature")
    ``also``       the quantity that its head may name as well as a concept
    ``operators``  of its quantifier;  ``only`` if that is "only"
    ``complement`` adjectives after the head ("makes networks *robust*")
    ``definite``   "the model": without any content, perhaps the story's own case
    ``ours``       "our model": always the speaker's own case
    ``foreign``    "they", or the "it" of another network: never the story's own case
    ``baseline``   "standard ones": what goes without what the sentence is about
    ``headless``   adjectives without a noun, as after "be"
    ``ordinary``   "standard networks": the same, where it is said of what every case has
    ``negated``    "(X and) not Y"
    ``comparing``  "subnetworks *that match it*": its relative clause compares it with another
    ``others``     "solutions *that Adam finds*": its relative clause has a subject of its own
    ``pointing``   "this model": what it points at may stand outside the sentence
    ``picking``    "safe models": its head tells which of them
    ``of``         what stands in ``rest`` for "of …" after its head: "forgetting *of pretraining*"
    ``actor``      who may do something: a "model", a "person"; "of a model" for "a model's outputs"
    ``party``      "the overseer", "probes": somebody, or a model, beside the one that the claim is about
    ``event``      "lowering accuracy", "a loss of accuracy", "forgetting": what happens in a case
    """

    span: Span
    head: Formula = TRUE
    rest: Formula = TRUE
    quantity: str = ""
    change: Formula | None = None
    pole: str = ""
    common: str = ""
    also: str = ""
    operators: tuple[Operator, ...] = ()
    only: bool = False
    complement: tuple[Token, ...] = ()
    definite: bool = False
    ours: bool = False
    foreign: bool = False
    pronoun: bool = False
    baseline: bool = False
    ordinary: bool = False
    headless: bool = False
    negated: bool = False
    event: bool = False
    comparing: bool = False
    others: bool = False
    pointing: bool = False
    picking: bool = False
    of: Formula = TRUE
    actor: str = ""
    party: bool = False

    @property
    def bare(self) -> bool:
        """Whether it names a quantity and says neither how much nor more or less."""
        return bool(self.quantity) and self.change is None and not self.pole

    @property
    def of_compared(self) -> bool:
        """Whether it is of what something is compared with: "a *stronger* model's capability"."""
        said = (lit.atom.changes for lit in literals(self.rest))
        owned = self.definite and self.change is None and (self.head != TRUE or self.bare)
        return owned and any(said)

    @property
    def anothers(self) -> bool:
        """Whether it names a quantity of something else: "the accuracy of the full network"."""
        return self.bare and self.definite and self.rest != TRUE

    def stripped(self) -> "Noun":
        """The phrase without its quantifier, where that is taken care of."""
        return self._replace(operators=(), only=False) if self.operators or self.only else self

    def besides(self, said: Formula) -> "Noun":
        """The phrase without a head that only names what is said of it: "*old data* is not replayed".

        "*Safe models* are not safe" says it of the safe ones, and contradicts itself.
        """
        return self._replace(head=TRUE) if self.head == said and not self.picking else self

    def state(self, senses: Senses) -> Formula:
        """What it says of the case, a quantity as having it: "robustness" is being robust.

        A quantifier other than "some" and "any" has to be taken care of before; here it is refused.
        """
        if self.only or (self.operators and self.operators[0].codes not in _OF_NO_ACCOUNT):
            raise Unreadable("strength-inside", "this quantifier is read only of a subject", self.span)
        if self.baseline:
            raise Unreadable("unread-phrase", "this is read only after `than` or `as`", self.span)
        said = [self.head, self.rest]
        for token in self.complement:
            if token.terminal != "ADJ":
                raise Unreadable(
                    "unread-phrase", f"`{token.segment.text}` is not read here", token.segment.span
                )
            said.append(adjective_state(token, senses))
        if self.quantity:
            said.append(self.amount(senses))
        state = conj(said)
        return neg(state) if self.negated else state

    @property
    def trivial(self) -> bool:
        """Whether it says nothing of the case."""
        return not self.quantity and self.head == TRUE and self.rest == TRUE and not self.complement

    @property
    def blank(self) -> bool:
        """Whether it stands for what a relative clause belongs to: "prompts *that* are honest"."""
        return self.trivial and not (self.common or self.pronoun or self.actor)

    def amount(self, senses: Senses) -> Formula:
        """What it says of its quantity."""
        if not self.quantity:
            return TRUE
        if self.change is not None:
            return self.change
        if self.bare and not senses.has_pole(self.quantity, "high"):
            return senses.change(self.quantity, "up")
        return senses.pole(self.quantity, self.pole or "high", self.span)

    def changing(self, senses: Senses, way: str) -> Formula:
        """That its quantity changes this way."""
        return senses.change(self.quantity, way)

    def needing_head(self) -> "Noun":
        """The phrase, where only one with a noun, or an end like "zero", will do; raises Unreadable."""
        if self.headless and [token.terminal for token in self.complement] != ["POLE"]:
            raise Unreadable("unread-phrase", "a noun is missing here", self.span)
        return self

    def without_of(self) -> "Noun":
        """The phrase without what its "of …" says."""
        known = conjuncts(self.of)
        return self._replace(rest=conj(part for part in conjuncts(self.rest) if part not in known), of=TRUE)

    def as_quantity(self) -> "Noun":
        """The phrase with its head taken for the quantity that it may name, if it may."""
        return self._replace(quantity=self.also, head=TRUE, also="") if self.also else self


class Nouns(NamedTuple):
    """Noun phrases joined by "and", "or" or, after "not", by "but" ("instead"); often just one."""

    members: tuple[Noun, ...]
    joined: str = "and"

    @property
    def span(self) -> Span:
        """From the first to the last."""
        return self.members[0].span.union(self.members[-1].span)

    @property
    def first(self) -> Noun:
        """The first of them."""
        return self.members[0]

    def needing_heads(self) -> "Nouns":
        """The list, where only phrases with a noun will do."""
        for member in self.members:
            member.needing_head()
        return self

    def stripped(self) -> "Nouns":
        """The list without its quantifiers, where those are taken care of."""
        if any(member.operators != self.first.operators for member in self.members):
            raise Unreadable("strength-inside", "different quantifiers in one list are not read", self.span)
        return self._replace(members=tuple(member.stripped() for member in self.members))

    def state(self, senses: Senses) -> Formula:
        """What they say of the case together; "(not) X but Y" is X or not Y, inside a negation."""
        if self.joined == "instead":
            first, *others = (member.state(senses) for member in self.members)
            return disj((first, neg(conj(others))))
        if len(self.members) == 1:
            return self.first.state(senses)
        join = disj if self.joined == "or" else conj
        return join(member.state(senses) for member in self.members)

    def merged(self, senses: Senses) -> Noun:
        """The list as one phrase without a quantity of its own."""
        if len(self.members) == 1:
            return self.first
        return Noun(
            self.span,
            head=self.stripped().state(senses),
            operators=self.first.operators,
            only=self.first.only,
            party=any(member.party for member in self.members),
        )
