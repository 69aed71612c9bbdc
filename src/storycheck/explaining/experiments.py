"""Which statements an experiment could find: what it sets up is one thing, what it observes another.

What findings tell of cases is observed; what they only have as conditions, or take for granted, is set up:
networks are *trained with SGD*, and *generalize*. That most networks are set up in some way is nothing to
look for, and nobody selects cases by an outcome of which the claim does not speak. That something can happen
is shown by setting it up: then it is enough that an outcome is seen.
"""

from collections.abc import Iterable

from storycheck.explaining.related import Relatives
from storycheck.logic.definitions import Definitions
from storycheck.meaning.formula import Atom, Formula, Lit, atoms, conjuncts, neg
from storycheck.meaning.proposition import Proposition, Strength


class Experiments:
    """What could be found out about one claim."""

    def __init__(
        self, claim: Iterable[Proposition], own: Formula, relatives: Relatives, definitions: Definitions
    ) -> None:
        """``own`` is what is known of the story's own case."""
        self._claim, self._relatives, self._definitions = tuple(claim), relatives, definitions
        self._mentioned = self._atoms(own).union(*(self._of(p) for p in self._claim))
        claimed = (self._atoms(p.scope) for p in self._claim)
        self._outcomes = dict.fromkeys(frozenset[Atom]().union(*claimed), True)

    def show(self, stated: Proposition) -> bool:
        """Whether a statement is one that an experiment could show."""
        if stated.strength is Strength.SOMETIMES:
            return any(map(self._observed, self._of(stated)))
        conditions = self._atoms(stated.restrictor)
        return (
            all(self._observed(each) or each in conditions for each in self._atoms(stated.scope))
            and not any(map(self._observed, conditions - self._mentioned))
            and not any(_widens(each, stated) for each in self._claim)
        )

    def _of(self, stated: Proposition) -> frozenset[Atom]:
        return self._atoms(stated.restrictor) | self._atoms(stated.scope)

    def _atoms(self, formula: Formula) -> frozenset[Atom]:
        """What it comes to: who fits random labels is trained on them, and fits them."""
        return atoms(self._definitions.normal(formula))

    def _observed(self, atom: Atom) -> bool:
        """Whether the claim, or some finding, tells it of cases."""
        found = self._outcomes.get(atom)
        if found is None:
            said = {each for p in self._relatives.stating(Lit(atom)) for each in atoms(p.scope)}
            told = said & self._relatives.variants(atom)
            found = self._outcomes[atom] = not all(self._grants(each, atom) for each in told)
        return found

    def _grants(self, told: Atom, atom: Atom) -> bool:
        """Whether who tells the one takes it for granted how it is with the other."""
        concept = self._definitions.vocabulary.concepts.get(told.name)
        granted = concept.presupposes if concept and told.kind in ("has", "base") else ()
        return any(Atom("has", name) in self._relatives.variants(atom) for name in granted)


def _widens(claim: Proposition, stated: Proposition) -> bool:
    """Whether it says of more cases what the claim, or its contrary, says of some of them."""
    part = set(conjuncts(stated.restrictor)) < set(conjuncts(claim.restrictor))
    return part and stated.scope in (claim.scope, neg(claim.scope))
