"""One question to the evidence: which sets of units contradict a claim (or its denial).

A claim is one branch of rules; its denial is several, and all of them have to be contradicted. Units are
items of the evidence and, marked by `STORY`, the assumptions and setup facts of a story.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from storycheck.explaining.enumerate import Found, Mask, irreducible, minimal_sets
from storycheck.logic.definitions import Definitions
from storycheck.logic.index import EvidenceView
from storycheck.logic.rules import Rule
from storycheck.logic.slicing import LocalView, Slice, Slicer, unsliced
from storycheck.solving.limits import Limits
from storycheck.solving.problem import Problem, Test

STORY = "story:"
Rules = tuple[Rule, ...]
Names = tuple[str, ...]


class Ground:
    """What a claim is judged on: the evidence as it is asserted against it, and the story's own premises."""

    def __init__(
        self, definitions: Definitions, evidence: EvidenceView, premises: Sequence[Rule], limits: Limits
    ) -> None:
        self.definitions, self.limits = definitions, limits
        self._evidence = evidence
        self.premises = tuple(r for rule in premises for r in rule.with_image(definitions.atoms))
        views = (evidence, LocalView(self.premises)) if premises else (evidence,)
        self.slicer = Slicer(views, definitions)
        self._alone: dict[tuple[Names, bool], bool] = {}

    def rules_of(self, units: Iterable[str], low: bool) -> Rules:
        """All rules of some units; those that cannot refute only with ``low``."""
        names = set(units)
        mine = [rule for rule in self.premises if rule.unit in names]
        items = self._evidence.of_items(name for name in names if not name.startswith(STORY))
        return tuple(rule for rule in (*items, *mine) if low or not is_low(rule))

    def reaches(self, rule: Rule) -> bool:
        """Whether a rule says anything of setups like the claim's."""
        return rule.unit.startswith(STORY) or self._evidence.reaches(rule)

    def stands(self, units: Names, low: bool) -> bool:
        """Whether the units are consistent by themselves. Accepted evidence is, as a whole."""
        if not low and not any(unit.startswith(STORY) for unit in units):
            return True
        key = (units, low)
        if key not in self._alone:
            problem_slice = unsliced((), self.rules_of(units, low), self.definitions)
            problem = Problem(problem_slice, [0] * len(problem_slice.rules), self.limits)
            self._alone[key] = all(test.core(0) is None for test in problem.tests(everything=True))
        return self._alone[key]


def is_low(rule: Rule) -> bool:
    """Whether the rule can only contest."""
    return rule.piece is not None and bool(rule.piece.low)


class Inquiry:
    """The branches of a claim, or of its denial, against a ground."""

    def __init__(self, branches: Sequence[Rules], ground: Ground) -> None:
        self.ground = ground
        self.slices = [ground.slicer.sliced(branch) for branch in branches]
        self.units = sorted({rule.unit for each in self.slices for rule in each.rules})
        self._bits = {unit: 1 << place for place, unit in enumerate(self.units)}
        self._low = 1 << len(self.units)

    @cached_property
    def _sides(self) -> list[list[Test]]:
        return [self._tests(each) for each in self.slices]

    def _tests(self, each: Slice) -> list[Test]:
        if each.idle:
            return []
        masks = [self._bits[rule.unit] | (self._low if is_low(rule) else 0) for rule in each.rules]
        return Problem(each, masks, self.ground.limits).tests()

    @property
    def _everything(self) -> Mask:
        return self._low - 1

    @cached_property
    def has_low(self) -> bool:
        """Whether anything in reach can only contest."""
        return any(is_low(rule) for each in self.slices for rule in each.rules)

    def names(self, mask: Mask) -> Names:
        return tuple(unit for unit in self.units if self._bits[unit] & mask)

    def contradicted(self, low: bool = False) -> bool:
        """Whether all branches are contradicted by everything asserted. Raises `Undecided`."""
        return all(self._fails(side, low) for side in self._sides)

    def by_definition(self, place: int | None = None) -> bool:
        """Whether the definitions alone contradict all branches (or one of them). Raises `Undecided`."""
        sides = self._sides if place is None else [self._sides[place]]
        return all(self._fails(side, False) and any(t.core(0) is not None for t in side) for side in sides)

    def _fails(self, side: list[Test], low: bool) -> bool:
        """Whether some test fails; what passes with all that is asserted passes with less."""
        failing = [test for test in side if test.core(self._everything | self._low) is not None]
        if low or not self.has_low:
            return bool(failing)
        return any(test.core(self._everything) is not None for test in failing)

    def minimal(self, low: bool, limit: int) -> tuple[list[Names], bool]:
        """The minimal sets of units that contradict all branches and stand by themselves, smallest first.

        At most ``limit`` (0: all); with whether these are all there are.
        """
        switch = self._low if low else 0

        def wanted(mask: Mask) -> bool:
            return self.ground.stands(self.names(mask), low)

        masks, complete = [0], True
        for place, side in enumerate(self._sides):
            last = place == len(self._sides) - 1
            extended: list[Mask] = []
            for given in masks:
                found = self._minimal_on(side, given, switch, wanted if last else None, limit)
                extended += [given | mask for mask in found.sets]
                complete = complete and found.complete
            masks = irreducible(extended)
        cut = masks[:limit] if limit else masks
        return [self.names(mask) for mask in cut], complete and len(cut) == len(masks)

    def _minimal_on(
        self,
        side: list[Test],
        given: Mask,
        switch: Mask,
        wanted: Callable[[Mask], bool] | None,
        limit: int,
    ) -> Found:
        """The minimal sets that contradict one branch together with ``given``, over all its tests."""
        masks: list[Mask] = []
        complete = True
        for test in side:

            def core(mask: Mask, test: Test = test) -> Mask | None:
                clash = test.core(mask | given | switch)
                return None if clash is None else test.mask_of(clash) & self._everything & ~given

            def counts(mask: Mask) -> bool:
                return wanted is None or wanted(mask | given)

            found = minimal_sets(self._everything & ~given, core, counts, limit)
            masks += found.sets
            complete = complete and found.complete
        return Found(tuple(irreducible(masks)), complete)

