"""Whether sets of units can stand together with a claim, decided one case at a time.

Cases only meet through what holds of all of them and through their ranks, so a set of rules is
satisfiable iff each of these *tests* is passed:

- every "some" rule has a case of its own that obeys the definitions and the "every" rules (`_Some`);
- the story's own case does so with all facts about it (`_Own`);
- the ranked rules can be placed in layers by tolerance (`_Layers`; Goldszmidt and Pearl 1991, with weak
  rules after Booth and Paris 1998): a "strictly" rule is placed as soon as its case is possible while
  nothing unplaced is broken; an "at least" rule too, and as long as it is not, its ``breaks`` cases are
  not normal enough to be used by the others. If nothing more can be placed, no ranking exists: look at
  the most normal rank at which one of the unplaced rules would be shown. A "some" rule puts no
  constraint on the layers: its case can be ranked last.

A failed test names the rules that it needed; as units, those are a conflict, not yet minimal.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property

from storycheck.logic.constraints import Kind
from storycheck.logic.slicing import Slice
from storycheck.solving.limits import Limits
from storycheck.solving.session import Session

Mask = int
Core = frozenset[int]


class Problem:
    """A claim's rules (always asserted) with soft rules, which belong to units.

    Rules are known by their index in ``rules``, the claim's first. ``masks`` tells for each the units that
    have to be asserted for it to be; 0 for the claim's own.
    """

    def __init__(self, piece: Slice, masks: Sequence[Mask], limits: Limits) -> None:
        """Nothing is decided yet. ``masks`` are those of the slice's soft rules."""
        self.rules = (*piece.claim, *piece.rules)
        self.masks = [0] * len(piece.claim) + list(masks)
        self.session = Session(limits)
        self.session.add(piece.definitions)
        self._definitions = piece.definitions
        self._guards: dict[tuple[int, bool], int] = {}

    @cached_property
    def _atoms(self) -> list[int]:
        clauses = [*self._definitions, *(clause for rule in self.rules for clause in rule.clauses)]
        return sorted({abs(literal) for clause in clauses for literal in clause})

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
        if self.session.check(tuple(guards)):
            return None
        core = frozenset(guards[guard] for guard in self.session.core(guards))
        return core.union(shown) if len(shown) == 1 else core

    def case(self, shown: Sequence[int], limits: Sequence[int]) -> frozenset[int] | None:
        """The true atoms of one case that shows all of ``shown`` within ``limits``; None if there is none."""
        guards = [self.guard(i, False) for i in shown] + [self.guard(i, True) for i in limits]
        return self.session.case(self._atoms) if self.session.check(guards) else None

    def tests(self, everything: bool = False) -> "list[Test]":
        """The tests that the claim has to pass; with ``everything`` also those that do not concern it."""
        kinds: dict[Kind, list[int]] = {kind: [] for kind in Kind}
        for index, rule in enumerate(self.rules):
            kinds[rule.kind].append(index)
        claim = [index for index, mask in enumerate(self.masks) if not mask]
        universal = everything or any(self.rules[index].kind is Kind.EVERY for index in claim)
        shown = [index for index in kinds[Kind.SOME] if universal or not self.masks[index]]
        tests: list[Test] = [_Some(self, index) for index in shown]
        if kinds[Kind.OWN] and (universal or any(self.rules[i].kind is Kind.OWN for i in claim)):
            tests.append(_Own(self, kinds[Kind.OWN]))
        ranked = [*kinds[Kind.STRICTLY], *kinds[Kind.AT_LEAST]]
        goals = [i for i in ranked if (universal or not self.masks[i]) and not self.rules[i].image]
        if goals:
            tests.append(_Layers(self, ranked, goals))
        return tests


class Test:
    """One thing that has to be possible."""

    def __init__(self, problem: Problem) -> None:
        """Answers are kept."""
        self._problem = problem
        self._cores: dict[Mask, Core | None] = {}

    def core(self, mask: Mask) -> Core | None:
        """The rules that make it impossible with the units of the mask asserted; None if it is possible."""
        if mask not in self._cores:
            self._cores[mask] = self._core(mask)
        return self._cores[mask]

    def _core(self, mask: Mask) -> Core | None:
        raise NotImplementedError

    def mask_of(self, core: Core) -> Mask:
        """The units of some rules."""
        return self._problem.mask_of(core)

    def _every(self, mask: Mask) -> list[int]:
        problem = self._problem
        return [index for index in problem.active(mask) if problem.rules[index].kind is Kind.EVERY]


class _Some(Test):
    """A case that one "some" rule says there is."""

    def __init__(self, problem: Problem, index: int) -> None:
        super().__init__(problem)
        self._index = index

    def _core(self, mask: Mask) -> Core | None:
        unit = self._problem.masks[self._index]
        if unit & mask != unit:
            return None
        return self._problem.clash([self._index], self._every(mask))


class _Own(Test):
    """The story's own case."""

    def __init__(self, problem: Problem, indices: list[int]) -> None:
        super().__init__(problem)
        self._indices = indices

    def _core(self, mask: Mask) -> Core | None:
        masks = self._problem.masks
        shown = [index for index in self._indices if masks[index] & mask == masks[index]]
        return self._problem.clash(shown, self._every(mask))


class _Layers(Test):
    """A ranking for the ranked rules: each of ``goals`` has to be placed.

    Only what blocks a goal is placed before it. A goal is stuck when no rule that blocks it, or blocks
    one that does, and so on, can be placed: those rules together are the core.
    """

    def __init__(self, problem: Problem, ranked: list[int], goals: list[int]) -> None:
        super().__init__(problem)
        self._ranked, self._goals = ranked, goals

    def _core(self, mask: Mask) -> Core | None:
        active = set(self._problem.active(mask))
        every = self._every(mask)
        left = [index for index in self._ranked if index in active]
        for goal in self._goals:
            if goal in active:
                core = self._place(goal, left, every)
                if core is not None:
                    return core
        return None

    def _place(self, goal: int, left: list[int], every: list[int]) -> Core | None:
        """Places rules, and takes them from ``left``, until the goal is; the core if it never can be."""
        while goal in left:
            blocked = self._blocked_weak(left, every)
            if goal not in left:
                return None
            limits = every + [i for i in left if self._strict(i)] + list(blocked)
            placed = self._explore(goal, limits, blocked)
            if placed is None:
                return frozenset().union(*blocked.values())
            left.remove(placed)
        return None

    def _strict(self, index: int) -> bool:
        return self._problem.rules[index].kind is Kind.STRICTLY

    def _blocked_weak(self, left: list[int], every: list[int]) -> dict[int, Core]:
        """The weak rules that cannot be shown yet, with their cores; the others are placed."""
        strict = [index for index in left if self._strict(index)]
        weak = [index for index in left if not self._strict(index)]
        blocked: dict[int, Core] = {}
        changed = True
        while changed:
            changed = False
            for index in weak:
                if index not in blocked:
                    core = self._problem.clash([index], every + strict + list(blocked))
                    if core is not None:
                        blocked[index] = core
                        changed = True
        for index in weak:
            if index not in blocked:
                left.remove(index)
        return blocked

    def _explore(self, goal: int, limits: list[int], blocked: dict[int, Core]) -> int | None:
        """A rule that can be placed now among those that block the goal; None if there is none.

        Then ``blocked`` holds, for just these, what blocks them.
        """
        cores: dict[int, Core] = {}
        queue = [goal]
        while queue:
            index = queue.pop()
            if index in cores:
                continue
            core = blocked.get(index)
            if core is None:
                core = self._problem.clash([index], limits)
            if core is None:
                return index
            cores[index] = core
            queue.extend(i for i in sorted(core) if self._problem.rules[i].kind.ranks and i not in cores)
        blocked.clear()
        blocked.update(cores)
        return None
