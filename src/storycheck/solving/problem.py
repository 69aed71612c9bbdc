"""A claim's rules beside those of units, and what can be asked of them: what one case can show."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, reduce
from operator import or_

from storycheck.logic.constraints import Kind
from storycheck.logic.slicing import Slice
from storycheck.solving.elimination import Elimination, Labelled
from storycheck.solving.limits import Limits
from storycheck.solving.masks import Mask, bits
from storycheck.solving.session import Session

Core = frozenset[int]


class Problem:
    """A claim's rules (always asserted) with soft rules, which belong to units.

    Rules are known by their index in ``rules``, the claim's first. ``masks`` tells for each the units that
    have to be asserted for it to be; 0 for the claim's own.
    """

    def __init__(self, piece: Slice, masks: Sequence[Mask], limits: Limits) -> None:
        """Nothing is decided yet. ``masks`` are of the slice's soft rules."""
        self.rules = (*piece.claim, *piece.rules)
        self.masks = [0] * len(piece.claim) + list(masks)
        self.limits = limits
        self.session = Session(limits)
        self.session.add(piece.definitions)
        self.definitions = piece.definitions
        self._guards: dict[tuple[int, bool], int] = {}
        self.asked = 0
        """Rules asked about so far, once for each question: the work that was done."""

    @cached_property
    def _atoms(self) -> list[int]:
        clauses = [*self.definitions, *(clause for rule in self.rules for clause in rule.clauses)]
        return sorted({abs(literal) for clause in clauses for literal in clause})

    @cached_property
    def _every(self) -> list[int]:
        return [index for index, rule in enumerate(self.rules) if rule.kind is Kind.EVERY]

    def every(self, mask: Mask) -> list[int]:
        """The rules about every case that are asserted when the units of the mask are."""
        masks = self.masks
        return [index for index in self._every if masks[index] & mask == masks[index]]

    def active(self, mask: Mask) -> list[int]:
        """The rules that are asserted when the units of the mask are."""
        return [index for index, units in enumerate(self.masks) if units & mask == units]

    def mask_of(self, core: Iterable[int]) -> Mask:
        """The units of some rules."""
        mask = 0
        for index in core:
            mask |= self.masks[index]
        return mask

    def guard(self, index: int, limiting: bool) -> int:
        """The guard of a rule's ``material`` (limiting) or of the case that it shows."""
        guard = self._guards.get((index, limiting))
        if guard is None:
            rule = self.rules[index]
            guard = self.session.guarded(rule.material if limiting else rule.shows)
            self._guards[index, limiting] = guard
        return guard

    def clash(self, shown: Sequence[int], limits: Sequence[int]) -> Core | None:
        """None if one case shows all of ``shown`` within ``limits``, else the rules that clash."""
        guards = {self.guard(index, False): index for index in shown}
        guards |= {self.guard(index, True): index for index in limits}
        self.asked += len(guards)
        if self.session.check(tuple(guards)):
            return None
        core = frozenset(guards[guard] for guard in self.session.core(guards))
        return core.union(shown) if len(shown) == 1 else core

    def excludes(self, cases: Iterable[tuple[Mask, Iterable[int]]]) -> bool:
        """Whether, by the solver's word, none of some cases is possible. Raises `Undecided`.

        For each, the units that are asserted, and the rules that it shows. No rule belongs to several units.
        """
        marked: dict[Mask, list[int]] = {}
        units = reduce(or_, self.masks)
        first = units.bit_length()
        ways = [mask & units | sum(1 << (first + index) for index in shown) for mask, shown in cases]
        union = reduce(or_, ways)
        for index in self.every(union):
            marked.setdefault(self.masks[index], []).append(self.guard(index, True))
        for bit in bits(union >> first):
            marked[bit << first] = [self.guard(bit.bit_length() - 1, False)]
        for bit in bits(union):
            marked.setdefault(bit, [])
        return self.session.excludes(ways, marked)

    @cached_property
    def limiting(self) -> Elimination:
        """What the definitions and the units say of every case."""
        defined = ((clause, 0) for clause in self.definitions)
        clauses = [*defined, *self.labelled(self._every, limiting=True)]
        return Elimination(clauses, self.limits.patience)

    def labelled(self, indices: Iterable[int], limiting: bool) -> Iterator[Labelled]:
        """The clauses of rules' ``material`` (limiting) or of the cases that they show, with their units."""
        for index in indices:
            rule = self.rules[index]
            for clause in rule.material if limiting else rule.shows:
                yield clause, self.masks[index]

    def case(self, shown: Sequence[int], limits: Sequence[int]) -> frozenset[int] | None:
        """The true atoms of one case that shows all of ``shown`` within ``limits``; None if there is none."""
        guards = [self.guard(i, False) for i in shown] + [self.guard(i, True) for i in limits]
        return self.session.case(self._atoms, guards)


class Test:
    """One thing that has to be possible. ``needs`` are the units without which it is no matter."""

    needs: Mask = 0

    def __init__(self, problem: Problem) -> None:
        """Answers are kept."""
        self.problem = problem
        self._cores: dict[Mask, Core | None] = {}

    @property
    def asked(self) -> int:
        """The work that was done so far for this test and others of its problem."""
        return self.problem.asked

    def concerns(self, mask: Mask) -> bool:
        """Whether it can fail with the units of the mask: not without those that say there is the case."""
        return self.needs & mask == self.needs

    def core(self, mask: Mask) -> Core | None:
        """The rules that make it impossible with the units of the mask asserted; None if it is possible."""
        if mask not in self._cores:
            self._cores[mask] = self._core(mask)
        return self._cores[mask]

    def _core(self, mask: Mask) -> Core | None:
        raise NotImplementedError

    def shown(self, mask: Mask) -> list[int] | None:
        """The rules that one case has to show for it to be possible; None if it takes several cases."""
        raise NotImplementedError

    def fails(self, mask: Mask) -> bool:
        """Whether, by the solver's word, it is impossible with the units of the mask. Raises `Undecided`."""
        session = self.problem.session
        before, session.solved = session.solved, True
        try:
            return self._core(mask) is not None
        finally:
            session.solved = before

    @cached_property
    def conflicts(self) -> tuple[Mask, ...] | None:
        """The minimal sets of units that make it impossible, smallest first; None if that takes too long."""
        found = self._conflicts()
        return None if found is None else tuple(found)

    def _conflicts(self) -> list[Mask] | None:
        """As `conflicts`."""
        raise NotImplementedError

    def mask_of(self, core: Core) -> Mask:
        """The units of some rules."""
        return self.problem.mask_of(core)
