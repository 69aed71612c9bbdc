"""What is told without a search: nearly all that a solver is asked is plainly possible, or plainly not.

What a clause forces is made true or false, and then what is forced by that (unit propagation). If a clause is
left without a way to be true, it clashes with those that forced it so. Else the first that a clause asks
for is guessed and followed up, until nothing is asked for: all else can be false, and there is a case. If a
guess leads to a clash, there may still be one, and a solver has to tell.
"""

from collections.abc import Iterable, Mapping, Sequence

from storycheck.logic.atoms import Clause
from storycheck.records import NamedTuple
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
        self._first: dict[int, list[_Masks]] = {}
        self._affirming: dict[Mask, list[_Masks]] = {}
        self._negating: dict[Mask, list[_Masks]] = {}

    def add(self, group: int, clauses: Iterable[Clause]) -> None:
        """Adds clauses to a group."""
        first = self._first.setdefault(group, [])
        for clause in clauses:
            masks = self._masks(clause, group)
            if masks.affirmed & masks.negated:
                continue
            if not masks.negated or (not masks.affirmed and masks.negated.bit_count() == 1):
                first.append(masks)
            for literal in clause:
                index = self._affirming if literal > 0 else self._negating
                index.setdefault(self._atoms[abs(literal)], []).append(masks)

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
        asked = frozenset(groups)
        search = _Search(asked, self._affirming, self._negating)
        left = search.follow([clause for group in sorted(asked) for clause in self._first.get(group, ())])
        if left is not None:
            return Clash(_behind(left, search.forced), search.steps)
        # The list grows while guesses are followed up.
        for clause in search.asking:
            if not clause.affirmed & search.true and search.guess(clause) is not None:
                return None
        return Case(search.true)


class _Search:
    """What is true and false so far. Only clauses that a new literal touches are looked at again."""

    __slots__ = ("_affirming", "_groups", "_negating", "asking", "false", "forced", "steps", "true")

    def __init__(
        self,
        groups: frozenset[int],
        affirming: Mapping[Mask, Sequence[_Masks]],
        negating: Mapping[Mask, Sequence[_Masks]],
    ) -> None:
        self._groups, self._affirming, self._negating = groups, affirming, negating
        self.true = self.false = self.steps = 0
        self.forced: list[tuple[Mask, _Masks]] = []
        self.asking: list[_Masks] = []

    def follow(self, touched: list[_Masks]) -> _Masks | None:
        """Makes so what clauses force; the one that is left without a way to be true, if there is one."""
        true, false, groups = self.true, self.false, self._groups
        for clause in touched:
            affirmed, negated, group = clause
            if group not in groups or affirmed & true or negated & false:
                continue
            self.steps += 1
            asked, barred = affirmed & ~false, negated & ~true
            if not asked and not barred:
                return clause
            if asked.bit_count() + barred.bit_count() == 1:
                true |= asked
                false |= barred
                self.forced.append((asked | barred, clause))
                touched += self._negating.get(asked, ()) if asked else self._affirming.get(barred, ())
            elif not barred:
                self.asking.append(clause)
        self.true, self.false = true, false
        return None

    def guess(self, clause: _Masks) -> _Masks | None:
        """Guesses the first that a clause asks for, and follows it up."""
        asked = clause.affirmed & ~self.false
        guessed = asked & -asked
        self.true |= guessed
        return self.follow(list(self._negating.get(guessed, ())))


def _behind(clause: _Masks, forced: Sequence[tuple[Mask, _Masks]]) -> frozenset[int]:
    """The groups of a clause and of those that forced what it says not to be so."""
    atoms, groups = clause.affirmed | clause.negated, {clause.group}
    for atom, each in reversed(forced):
        if atom & atoms:
            atoms |= each.affirmed | each.negated
            groups.add(each.group)
    return frozenset(groups)
