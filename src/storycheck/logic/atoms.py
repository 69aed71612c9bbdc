"""Atoms as numbers: the logic works on literals ``+n`` and ``-n``, as SAT solvers do.

Clauses, slices and solver sessions handle thousands of literals; small integers make that cheap, and
their order (first come, first numbered) is the same in every run.
"""

from collections.abc import Iterable

from storycheck.meaning.formula import Atom

Literal = int
Clause = tuple[Literal, ...]


class AtomTable:
    """Numbers for atoms, from 1. Auxiliary atoms (`fresh`) stand for no atom of the language."""

    def __init__(self, atoms: Iterable[Atom | None] = ()) -> None:
        """``atoms`` are those of an earlier table, in its order."""
        self._atoms = [None, *atoms]
        self._numbers = {atom: number for number, atom in enumerate(self._atoms) if atom is not None}
        self._mirrors: dict[int, int] = {}
        self._one_sided: set[Literal] = set()
        for atom, number in self._numbers.items():
            if atom.one_sided:
                self._one_sided.update((number, -number))

    def __len__(self) -> int:
        """How many numbers there are."""
        return len(self._atoms) - 1

    def number(self, atom: Atom) -> int:
        """The number of the atom, a new one if it was not seen before."""
        found = self._numbers.get(atom)
        if found is None:
            found = self._numbers[atom] = len(self._atoms)
            self._atoms.append(atom)
            if atom.one_sided:
                self._one_sided.update((found, -found))
        return found

    def all(self) -> list[Atom | None]:
        """The atoms in the order of their numbers; None for auxiliary ones."""
        return self._atoms[1:]

    def fresh(self) -> int:
        """A number that no atom has."""
        self._atoms.append(None)
        return len(self._atoms) - 1

    def atom(self, number: int) -> Atom | None:
        """The atom of a number; None if the number is auxiliary."""
        return self._atoms[number]

    def one_sided(self, literals: Iterable[Literal]) -> bool:
        """Whether any of the literals tells one side of a comparison."""
        return not self._one_sided.isdisjoint(literals)

    def mirror(self, literal: Literal) -> Literal:
        """The literal about the same comparison, seen from the other side; auxiliary ones get a twin."""
        number = abs(literal)
        twin = self._mirrors.get(number)
        if twin is None:
            atom = self._atoms[number]
            twin = self.fresh() if atom is None else self.number(atom.mirrored())
            self._mirrors[number], self._mirrors[twin] = twin, number
        return twin if literal > 0 else -twin
