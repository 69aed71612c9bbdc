"""Tests of one case each: that of a "some" rule, and the story's own."""

from storycheck.solving.masks import Mask, irreducible
from storycheck.solving.problem import Core, Problem, Test


class Some(Test):
    """A case that one "some" rule says there is."""

    def __init__(self, problem: Problem, index: int) -> None:
        """``index`` is the rule's."""
        super().__init__(problem)
        self._index = index
        self.needs = problem.masks[index]

    def shown(self, mask: Mask) -> list[int]:
        """See `Test`."""
        return [self._index]

    def _core(self, mask: Mask) -> Core | None:
        return self.problem.clash([self._index], self.problem.every(mask)) if self.concerns(mask) else None

    def _conflicts(self) -> list[Mask] | None:
        shown = ((clause, 0) for clause in self.problem.rules[self._index].shows)
        found = self.problem.limiting.contradictory(shown)
        if found is None or not self.needs:
            return found
        return irreducible(mask | self.needs for mask in found)


class Own(Test):
    """The story's own case."""

    def __init__(self, problem: Problem, indices: list[int]) -> None:
        """``indices`` are those of the facts about it."""
        super().__init__(problem)
        self._indices = indices

    def shown(self, mask: Mask) -> list[int]:
        """See `Test`."""
        masks = self.problem.masks
        return [index for index in self._indices if masks[index] & mask == masks[index]]

    def _core(self, mask: Mask) -> Core | None:
        return self.problem.clash(self.shown(mask), self.problem.every(mask))

    def _conflicts(self) -> list[Mask] | None:
        shown = self.problem.labelled(self._indices, limiting=False)
        return self.problem.limiting.contradictory(shown)
