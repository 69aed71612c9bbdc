"""What is told without a search: nearly all that a solver is asked is plainly possible, or plainly not.

What a clause forces is made true or false, and then what is forced by that (unit propagation). If a clause is
left without a way to be true, it clashes with those that forced it so. Else the first that a clause asks
for is guessed and followed up, until nothing is asked for: all else can be false, and there is a case. If a
guess leads to a clash, there may still be one, and a solver has to tell.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from storycheck.logic.atoms import Clause
from storycheck.solving.masks import Mask


class _Masks(NamedTuple):
    """A clause: the atoms that it affirms and those it negates, and its group."""

    affirmed: Mask
    negated: Mask
    group: int


class Case(NamedTuple):
    """What is true in a case."""

    true: Mask


class Clash(NamedTuple):
    """Groups whose clauses contradict each other, and how many clauses were looked at to see that."""

    groups: frozenset[int]
    steps: int


class Evident:
    """Groups of clauses by number."""

    def __init__(self) -> None:
        """No clauses yet."""
        self._atoms: dict[int, Mask] = {}
        self._groups: dict[int, list[_Masks]] = {}

    def add(self, group: int, clauses: Iterable[Clause]) -> None:
        """Adds clauses to a group."""
        masks = (self._masks(clause, group) for clause in clauses)
        self._groups.setdefault(group, []).extend(each for each in masks if not each.affirmed & each.negated)

    def _masks(self, clause: Clause, group: int) -> _Masks:
        affirmed = negated = 0
        for literal in clause:
            bit = self._atoms.setdefault(abs(literal), 1 << len(self._atoms))
            if literal > 0:
                affirmed |= bit
            else:
                negated |= bit
        return _Masks(affirmed, negated, group)

    def true(self, atoms: Iterable[int], case: Case) -> frozenset[int]:
        """Those of the atoms that are true in a case."""
        return frozenset(atom for atom in atoms if self._atoms.get(atom, 0) & case.true)

    def satisfies(self, case: Case, clauses: Iterable[Clause]) -> bool:
        """Whether a case, in which all else is false, satisfies clauses."""
        true, atoms = case.true, self._atoms
        return all(any(bool(atoms.get(abs(lit), 0) & true) == (lit > 0) for lit in one) for one in clauses)

    def answer(self, groups: Iterable[int]) -> Case | Clash | None:
        """A case of all clauses of the groups, or a clash among them; None if neither is evident."""
        left = [clause for group in groups for clause in self._groups.get(group, ())]
        true = false = new = 0
        forced: list[tuple[Mask, _Masks]] = []
        guessed = False
        steps = 0
        while True:
            known, clauses, left = true | false, left, []
            steps += len(clauses)
            for clause in clauses:
                affirmed, negated, _ = clause
                if known and not (affirmed | negated) & new:
                    left.append(clause)
                    continue
                if affirmed & true or negated & false:
                    continue
                asked, barred = affirmed & ~false, negated & ~true
                if asked.bit_count() + barred.bit_count() > 1:
                    left.append(clause)
                elif asked or barred:
                    true |= asked
                    false |= barred
                    forced.append((asked | barred, clause))
                else:
                    return None if guessed else Clash(_behind(clause, forced), steps)
            if known == true | false:
                asking = next((clause for clause in left if not clause.negated & ~true), None)
                if asking is None:
                    return Case(true)
                guessed = True
                asked = asking.affirmed & ~false
                true |= asked & -asked
            new = (true | false) & ~known


def _behind(clause: _Masks, forced: Sequence[tuple[Mask, _Masks]]) -> frozenset[int]:
    """The groups of a clause and of those that forced what it says not to be so."""
    atoms, groups = clause.affirmed | clause.negated, {clause.group}
    for atom, each in reversed(forced):
        if atom & atoms:
            atoms |= each.affirmed | each.negated
            groups.add(each.group)
    return frozenset(groups)
