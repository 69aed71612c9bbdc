"""Cases that are there without a search: most of what a solver is asked is possible, and plainly so.

What a clause forces is made true or false, and then what is forced by that (unit propagation); of what is
left open nothing is true but the first that a clause asks for. If that satisfies every clause, there is a
case. If not, there may still be one, and a solver has to tell.
"""

from collections.abc import Iterable

from storycheck.logic.atoms import Clause
from storycheck.solving.masks import Mask


class Evident:
    """Groups of clauses by number; a clause is two masks, the atoms that it affirms and those it negates."""

    def __init__(self) -> None:
        """No clauses yet."""
        self._atoms: dict[int, Mask] = {}
        self._groups: dict[int, list[tuple[Mask, Mask]]] = {}

    def add(self, group: int, clauses: Iterable[Clause]) -> None:
        """Adds clauses to a group."""
        self._groups.setdefault(group, []).extend(map(self._masks, clauses))

    def _masks(self, clause: Clause) -> tuple[Mask, Mask]:
        affirmed = negated = 0
        for literal in clause:
            bit = self._atoms.setdefault(abs(literal), 1 << len(self._atoms))
            if literal > 0:
                affirmed |= bit
            else:
                negated |= bit
        return affirmed, negated

    def possible(self, groups: Iterable[int]) -> bool:
        """Whether a case of all clauses of the groups was found; False does not say that there is none."""
        left = [clause for group in groups for clause in self._groups.get(group, ())]
        true = false = 0
        while True:
            known, clauses, left = true | false, left, []
            for clause in clauses:
                affirmed, negated = clause
                if affirmed & true or negated & false:
                    continue
                asked, barred = affirmed & ~false, negated & ~true
                if asked.bit_count() + barred.bit_count() > 1:
                    left.append(clause)
                elif asked:
                    true |= asked
                elif barred:
                    false |= barred
                else:
                    return False
            if known == true | false:
                for affirmed, negated in left:
                    if not negated & ~true and not affirmed & true:
                        asked = affirmed & ~false
                        true |= asked & -asked
                if known == true | false:
                    return True
