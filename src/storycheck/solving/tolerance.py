"""The test of a ranking, by tolerance."""

from storycheck.logic.constraints import Kind
from storycheck.solving.masks import Mask, irreducible
from storycheck.solving.problem import Core, Problem, Test
from storycheck.solving.stuck import Stuck


class Layers(Test):
    """A ranking for the ranked rules: each of ``goals`` has to be placed.

    Only what blocks a goal is placed before it. A goal is stuck when no rule that blocks it, or blocks
    one that does, and so on, can be placed: those rules together are the core.
    """

    def __init__(self, problem: Problem, ranked: list[int], goals: list[int]) -> None:
        """``ranked`` are all ranked rules, ``goals`` some of them."""
        super().__init__(problem)
        self._ranked, self._goals = ranked, goals

    def shown(self, mask: Mask) -> None:
        """See `Test`."""

    def _core(self, mask: Mask) -> Core | None:
        active = set(self.problem.active(mask))
        every = self.problem.every(mask)
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
        return self.problem.rules[index].kind is Kind.STRICTLY

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
                    core = self.problem.clash([index], every + strict + list(blocked))
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
                core = self.problem.clash([index], limits)
            if core is None:
                return index
            cores[index] = core
            queue.extend(i for i in sorted(core) if self.problem.rules[i].kind.ranks and i not in cores)
        blocked.clear()
        blocked.update(cores)
        return None

    def _conflicts(self) -> list[Mask] | None:
        found = Stuck(self.problem, self._ranked).sets(self._goals)
        return None if found is None else irreducible(found)
