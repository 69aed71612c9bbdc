"""Propositions as constraints on ranked models, each about one case at a time.

============  =====================================================================================
every         no case is ``breaks``
some          some case is ``shows``
own           the story's own case is ``shows``
strictly      some ``shows`` case is strictly more normal than every ``breaks`` case
at least      some ``shows`` case is at least as normal as every ``breaks`` case
============  =====================================================================================

"R usually S" is *strictly* with R∧S and R∧¬S; "not usually" is *at least* with R∧¬S and R∧S. A negated
proposition is a disjunction: "there is no R-case at all", or a case (or a ranking) that breaks it. There
always is some case.
"""

from enum import IntEnum

from storycheck.meaning.formula import FALSE, TRUE, Formula, conj, mirrored, neg
from storycheck.meaning.proposition import Proposition, Strength
from storycheck.records import NamedTuple


class Kind(IntEnum):
    """What a constraint says of its two formulas (see the module)."""

    EVERY = 0
    SOME = 1
    OWN = 2
    STRICTLY = 3
    AT_LEAST = 4

    @property
    def ranks(self) -> bool:
        """Whether the constraint is about how normal cases are."""
        return self >= Kind.STRICTLY


class Constraint(NamedTuple):
    """``shows`` is what some case must be, ``breaks`` what a case must not be (so early, or at all)."""

    kind: Kind
    shows: Formula
    breaks: Formula

    def mirrored(self) -> "Constraint":
        """The same constraint on comparisons seen from the other side."""
        return Constraint(self.kind, mirrored(self.shows), mirrored(self.breaks))


Branch = tuple[Constraint, ...]


def every(breaks: Formula) -> Constraint:
    """No case is ``breaks``."""
    return Constraint(Kind.EVERY, FALSE, breaks)


def some(shows: Formula) -> Constraint:
    """Some case is ``shows``."""
    return Constraint(Kind.SOME, shows, FALSE)


def own(shows: Formula) -> Constraint:
    """The story's own case is ``shows``."""
    return Constraint(Kind.OWN, shows, FALSE)


def asserted(proposition: Proposition) -> Branch:
    """The constraints that say the proposition; all of them hold iff it does."""
    restrictor, scope = proposition.restrictor, proposition.scope
    shows, breaks = conj([restrictor, scope]), conj([restrictor, neg(scope)])
    match proposition.strength:
        case Strength.ALWAYS:
            return (every(breaks), some(restrictor))
        case Strength.USUALLY:
            return (Constraint(Kind.STRICTLY, shows, breaks),)
        case Strength.NOT_USUALLY:
            return (Constraint(Kind.AT_LEAST, breaks, shows),)
        case Strength.SOMETIMES:
            return (some(shows),)
        case Strength.THIS:
            return (own(neg(breaks)),)


def occurring(proposition: Proposition) -> Constraint:
    """That the conditions of the proposition occur."""
    return (own if proposition.strength is Strength.THIS else some)(proposition.restrictor)


def broken(proposition: Proposition) -> Branch:
    """That the proposition is false though its conditions can occur."""
    if proposition.strength is Strength.SOMETIMES:
        return every(conj([proposition.restrictor, proposition.scope])), some(proposition.restrictor)
    return denied(proposition)[-1]


def denied(proposition: Proposition) -> tuple[Branch, ...]:
    """The ways in which the proposition can be false; it is false iff one of the branches holds."""
    restrictor, scope = proposition.restrictor, proposition.scope
    shows, breaks = conj([restrictor, scope]), conj([restrictor, neg(scope)])
    no_case = (every(restrictor), some(TRUE))
    match proposition.strength:
        case Strength.ALWAYS:
            return (no_case, (some(breaks),))
        case Strength.USUALLY:
            return (no_case, (Constraint(Kind.AT_LEAST, breaks, shows),))
        case Strength.NOT_USUALLY:
            return (no_case, (Constraint(Kind.STRICTLY, shows, breaks),))
        case Strength.SOMETIMES:
            return ((every(shows), some(TRUE)),)
        case Strength.THIS:
            return ((own(breaks),),)
