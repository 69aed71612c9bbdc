"""Propositions: what a claim says of all, the most normal, or some cases.

The truth conditions are those of ranked models (Kraus, Lehmann and Magidor 1990): cases ordered by how
normal they are. With R the restrictor and S the scope:

=============  ====================================================================
always         there is an R-case, and every R-case is S
usually        some R∧S-case is strictly more normal than every R∧¬S-case
not usually    some R∧¬S-case is at least as normal as every R∧S-case
sometimes      some R-case is S
this           the story's own case is S wherever it is R
=============  ====================================================================

"never", "rarely" and "not always" are always, usually and sometimes with a negated scope.
"""

from enum import StrEnum

from storycheck.meaning.formula import Atom, Formula, atoms, literals, mapped
from storycheck.records import NamedTuple

_OF_CASE, _OF_BASE = frozenset(("has", "does")), frozenset(("base", "did"))


class Strength(StrEnum):
    """How a proposition quantifies over cases; the truth conditions are those above."""

    ALWAYS = "always"
    USUALLY = "usually"
    NOT_USUALLY = "not usually"
    SOMETIMES = "sometimes"
    THIS = "this"


GENERAL = (Strength.ALWAYS, Strength.USUALLY)
"""The strengths of rules about what cases are like."""


class Proposition(NamedTuple):
    """A strength with the restrictor (subject and conditions) and the scope (what is said of it)."""

    strength: Strength
    restrictor: Formula
    scope: Formula

    @property
    def atoms(self) -> frozenset[Atom]:
        """The atoms of restrictor and scope."""
        return atoms(self.restrictor) | atoms(self.scope)

    def canonical(self) -> "Proposition":
        """The comparison told from its canonical side: "less data, worse" becomes "more data, better".

        A comparison and its mirror image are one and the same fact about two setups, so whatever is to be
        decided is put into one of the two forms; but not what is said of the story's own case, which is
        on one side of it. Where nothing is said of what the case is compared with, a concept
        is a background that both sides share ("in the interpolation regime, smaller networks …").
        """
        kinds = {lit.atom.kind for part in (self.restrictor, self.scope) for lit in literals(part)}
        if self.strength is Strength.THIS or kinds.isdisjoint(("base", "did", "rises", "falls")):
            return self
        compared = not kinds.isdisjoint(_OF_BASE)
        if compared and kinds.isdisjoint(_OF_CASE):  # mirrored it would be a background of both sides
            return self
        if not compared and any(atom.kind in _OF_CASE for atom in atoms(self.scope)):
            return self  # what is said of this side is not said of the other
        turned = {atom: atom.mirrored() for atom in self.atoms if compared or atom.kind not in _OF_CASE}
        other = Proposition(self.strength, mapped(self.restrictor, turned), mapped(self.scope, turned))
        here, there = _side(self), _side(other)
        return (other if there < here else self) if here != there else min(self, other, key=_written)


def _side(proposition: Proposition) -> tuple[list[tuple[str, bool]], int]:
    """Orders the two sides of a comparison: the first changed quantity rises; what is there comes first."""
    changes = sorted(
        (lit.atom.name, lit.atom.kind == "falls")
        for lit in literals(proposition.restrictor)
        if lit.atom.kind in ("rises", "falls")
    )
    absent = sum(
        (lit.atom.kind in _OF_BASE) - (lit.atom.kind in _OF_CASE)
        for lit in literals(proposition.restrictor)
        if lit.positive
    )
    return changes, absent


def _written(proposition: Proposition) -> str:
    """Decides between sides that are alike."""
    return repr((proposition.restrictor, proposition.scope))


class Reading(NamedTuple):
    """One way to understand a sentence: propositions that all hold.

    ``told`` are they from the author's side of a comparison; all that decides takes `propositions`.
    ``generic`` tells that no word of the sentence set the strength, so that "usually" is our reading.
    """

    told: tuple[Proposition, ...]
    generic: bool = False

    @property
    def propositions(self) -> tuple[Proposition, ...]:
        """What is said, each from its canonical side: equal for all who say the same."""
        return tuple(each.canonical() for each in self.told)
