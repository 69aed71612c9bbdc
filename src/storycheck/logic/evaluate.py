"""Ranked models and their evaluation, without the solver.

Every case that the solver finds is evaluated here again before it is shown.
"""

from collections.abc import Iterable, Mapping

from storycheck.logic.atoms import AtomTable, Clause
from storycheck.meaning.formula import Atom, Formula, conj, holds, neg
from storycheck.meaning.proposition import Proposition, Strength
from storycheck.records import NamedTuple

Case = Mapping[Atom, bool]


class Ranked(NamedTuple):
    """Cases with their ranks (0 is the most normal), and the story's own case if there is one."""

    cases: tuple[tuple[int, Case], ...]
    own: Case | None = None

    def least(self, formula: Formula) -> int | None:
        """The rank of the most normal cases of which the formula holds; None if there are none."""
        return min((rank for rank, case in self.cases if holds(formula, case)), default=None)


def satisfies(ranked: Ranked, proposition: Proposition) -> bool:
    """Whether the proposition is true in the ranked model, straight from its truth conditions."""
    restrictor, scope = proposition.restrictor, proposition.scope
    good = ranked.least(conj([restrictor, scope]))
    bad = ranked.least(conj([restrictor, neg(scope)]))
    match proposition.strength:
        case Strength.ALWAYS:
            return bad is None and good is not None
        case Strength.USUALLY:
            return good is not None and (bad is None or good < bad)
        case Strength.NOT_USUALLY:
            return bad is not None and (good is None or bad <= good)
        case Strength.SOMETIMES:
            return good is not None
        case Strength.THIS:
            return ranked.own is not None and not holds(conj([restrictor, neg(scope)]), ranked.own)


def obeys(true: frozenset[int], clauses: Iterable[Clause]) -> bool:
    """Whether a case, given by its true atoms, satisfies all clauses."""
    return all(any((literal > 0) == (abs(literal) in true) for literal in clause) for clause in clauses)


def case_of(true: frozenset[int], numbers: Iterable[int], table: AtomTable) -> Case:
    """The case over the numbered atoms, auxiliary ones left out, sorted by atom."""
    found = {atom: number in true for number in numbers if (atom := table.atom(number)) is not None}
    return dict(sorted(found.items()))
