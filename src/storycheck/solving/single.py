"""Tests of one case each: that of a "some" rule, and the story's own."""

from storycheck.solving.masks import Mask
from storycheck.solving.problem import Core, Problem, Test


class Some(Test):
    """A case that one "some" rule says there is."""

    def __init__(self, problem: Problem, index: int) -> None:
        """``index`` is the rule's."""
        super().__init__(problem)
        self._index = index
        self._unit = problem.masks[index]

    def concerns(self, mask: Mask) -> bool:
        """See `Test`."""
        return self._unit & mask == self._unit

    def _core(self, mask: Mask) -> Core | None:
        return self._problem.clash([self._index], self._every(mask)) if self.concerns(mask) else None

    def _conflicts(self) -> list[Mask] | None:
        shown = ((clause, 0) for clause in self._problem.rules[self._index].shows)
        found = self._problem.limiting.contradictory(shown)
        return None if found is None else [mask | self._unit for mask in found]


class Own(Test):
    """The story's own case."""

    def __init__(self, problem: Problem, indices: list[int]) -> None:
        """``indices`` are those of the facts about it."""
        super().__init__(problem)
        self._indices = indices

    def _core(self, mask: Mask) -> Core | None:
        masks = self._problem.masks
        shown = [index for index in self._indices if masks[index] & mask == masks[index]]
        return self._problem.clash(shown, self._every(mask))

    def _conflicts(self) -> list[Mask] | None:
        shown = self._problem.labelled(self._indices, limiting=False)
        return self._problem.limiting.contradictory(shown)
