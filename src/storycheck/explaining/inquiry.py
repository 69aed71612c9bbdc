"""One question to the evidence: which sets of units contradict a claim (or its denial).

A claim is one branch of rules; its denial is several, and all of them have to be contradicted. Units are
items of the evidence and, marked by `STORY`, the assumptions and setup facts of a story.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial

from storycheck.evidence.items import Confidence
from storycheck.explaining.enumerate import MOST_STEPS, Found, minimal_sets_of, together
from storycheck.logic.assertions import Piece
from storycheck.logic.constraints import Branch, Kind
from storycheck.logic.definitions import Definitions
from storycheck.logic.index import EvidenceView
from storycheck.logic.rules import Rule, rules, rules_of
from storycheck.logic.slicing import Slice, Slicer, unsliced
from storycheck.logic.views import LocalView
from storycheck.meaning.formula import Atom
from storycheck.records import NamedTuple
from storycheck.solving.limits import Limits, Undecided
from storycheck.solving.masks import Mask, Steps, bits, by_size, irreducible
from storycheck.solving.problem import Problem, Test
from storycheck.solving.trials import trials

STORY = "story:"
Rules = tuple[Rule, ...]
Names = tuple[str, ...]

_BRANCHES = 1024
"""How many are kept at most."""


class Ground:
    """What a claim is judged on: the evidence as it is asserted against it, and the story's own premises."""

    def __init__(
        self, definitions: Definitions, evidence: EvidenceView, premises: Sequence[Rule], limits: Limits
    ) -> None:
        """``premises`` are the rules of the story's own sentences."""
        self.definitions, self.limits = definitions, limits
        self._evidence, self._given = evidence, tuple(premises)
        self.premises = tuple(r for rule in premises for r in rule.with_image(definitions.atoms))
        views = (evidence, LocalView(self.premises)) if premises else (evidence,)
        self.slicer = Slicer(views, definitions)
        self._rules: dict[Branch, Rules] = {}
        self._slices: dict[Rules, Slice] = {}
        self._alone: dict[tuple[Names, bool], bool] = {}

    def rules(self, branch: Branch) -> Rules:
        """The rules of a claim, or of a way in which it is false: the same ones whenever asked for."""
        found = self._rules.get(branch)
        if found is None:
            if len(self._rules) >= _BRANCHES:
                self._rules.clear()
                self._slices.clear()
            found = self._rules[branch] = rules(branch, self.definitions)
        return found

    def sliced(self, branch: Rules) -> Slice:
        """The slice for such rules. Kept: what a claim would be at other strengths shares many of them."""
        found = self._slices.get(branch)
        if found is None:
            found = self._slices[branch] = self.slicer.sliced(branch)
        return found

    def rules_of(self, units: Iterable[str], low: bool) -> Rules:
        """All rules of some units; those that cannot refute only with ``low``."""
        names = set(units)
        mine = [rule for rule in self.premises if rule.unit in names]
        items = self._evidence.of_items(name for name in names if not name.startswith(STORY))
        return tuple(rule for rule in (*items, *mine) if low or not is_low(rule))

    def universal(self, atoms: Iterable[Atom]) -> Iterator[Rule]:
        """What the accepted evidence says of every case that has some of these atoms."""
        numbers = sorted(self.definitions.atoms.number(atom) for atom in atoms)
        found = dict.fromkeys(rule for number in numbers for rule in self._evidence.limiting(-number))
        return (rule for rule in found if rule.kind is Kind.EVERY and not is_low(rule))

    def impossible(self, branch: Rules) -> bool:
        """Whether the definitions alone contradict a branch. May raise `Undecided`."""
        part = Slicer((), self.definitions).sliced(branch)
        return not part.idle and any(t.core(0) is not None for t in trials(Problem(part, (), self.limits)))

    def beside(self, pieces: Iterable[Piece], limits: Limits) -> "Ground":
        """The same with further pieces among the premises."""
        premises = (*self._given, *rules_of(pieces, self.definitions))
        return Ground(self.definitions, self._evidence, premises, limits)

    def reaches(self, rule: Rule) -> bool:
        """Whether a rule says anything of setups like the claim's."""
        return rule.unit.startswith(STORY) or self._evidence.reaches(rule)

    @property
    def sound(self) -> bool:
        """Whether all that can refute is consistent: accepted evidence is, but for its extensions."""
        return not self._evidence.narrowed and not self.premises

    def stands(self, units: Names, low: bool) -> bool:
        """Whether the units are consistent by themselves."""
        if not low and not self._evidence.narrowed and not any(unit.startswith(STORY) for unit in units):
            return True
        key = (units, low)
        if key not in self._alone:
            problem_slice = unsliced((), self.rules_of(units, low), self.definitions)
            problem = Problem(problem_slice, [0] * len(problem_slice.rules), self.limits)
            self._alone[key] = all(test.core(0) is None for test in trials(problem, everything=True))
        return self._alone[key]


def is_low(rule: Rule) -> bool:
    """Whether the rule can only contest."""
    return rule.piece is not None and bool(rule.piece.low)


_LOW: Mask = 1


class _Side(NamedTuple):
    """One branch: its slice, the tests it has to pass, and whether anything in it can only contest."""

    slice: Slice
    tests: list[Test]
    low: bool


class Inquiry:
    """The branches of a claim, or of its denial, against a ground. A branch is sliced when it is asked about.

    Bit 0 of a mask switches on what can only contest; each further bit is a unit.
    """

    def __init__(self, branches: Sequence[Rules], ground: Ground) -> None:
        """Nothing is decided yet."""
        self.ground = ground
        self._branches = tuple(branches)
        self._units: dict[str, Mask] = {}
        self._named = [""]
        self._sides: dict[int, _Side] = {}
        self._steps = Steps(MOST_STEPS * ground.limits.patience)

    @property
    def slices(self) -> list[Slice]:
        """The slices of all branches."""
        return [self._side(place).slice for place in range(len(self._branches))]

    def _side(self, place: int) -> "_Side":
        found = self._sides.get(place)
        if found is None:
            part = self.ground.sliced(self._branches[place])
            for unit in sorted({rule.unit for rule in part.rules} - self._units.keys()):
                self._units[unit] = 1 << len(self._named)
                self._named.append(unit)
            masks = [self._units[rule.unit] | (_LOW if is_low(rule) else 0) for rule in part.rules]
            tests = [] if part.idle else trials(Problem(part, masks, self.ground.limits))
            found = self._sides[place] = _Side(part, tests, any(map(is_low, part.rules)))
        return found

    @property
    def units(self) -> dict[str, Mask]:
        """The bits of all units that can matter."""
        return dict(self._units) if self._all_sides else {}

    def fails(self, mask: Mask) -> bool:
        """Whether the units of the mask contradict all branches. Raises `Undecided`."""
        return all(any(test.core(mask) is not None for test in side.tests) for side in self._all_sides)

    @property
    def _all_sides(self) -> list["_Side"]:
        return [self._side(place) for place in range(len(self._branches))]

    @property
    def _everything(self) -> Mask:
        """All units that the sides sliced so far know."""
        return (1 << (len(self._units) + 1)) - 1 - _LOW

    def names(self, mask: Mask) -> Names:
        """The units of a mask, sorted."""
        return tuple(sorted([self._named[bit.bit_length()] for bit in bits(mask >> 1)]))

    def contradicted(self, low: bool = False) -> bool:
        """Whether all branches are contradicted by everything asserted. Raises `Undecided`."""
        return all(self._fails(self._side(place), low) for place in range(len(self._branches)))

    def by_definition(self, place: int | None = None) -> bool:
        """Whether the definitions alone contradict all branches (or one of them). Raises `Undecided`."""
        places = range(len(self._branches)) if place is None else [place]
        return all(
            self._fails(self._side(each), False)
            and any(t.core(0) is not None for t in self._side(each).tests)
            for each in places
        )

    def _fails(self, side: "_Side", low: bool) -> bool:
        """Whether some test fails; what passes with all that is asserted passes with less."""
        mask = self._everything
        low = low or not side.low
        return any(
            test.core(mask | _LOW) is not None and (low or test.core(mask) is not None) for test in side.tests
        )

    def minimal(
        self, low: bool, limit: int, level: Confidence = Confidence.LOW, without: Names = ()
    ) -> tuple[list[Names], bool]:
        """The minimal sets of units that contradict all branches and stand by themselves, smallest first.

        At most ``limit`` (0: all), of units that say something at least so surely as ``level``, ``without``
        some; with whether these are all there are.
        """
        switch = _LOW if low else 0

        def stand(given: Mask, mask: Mask) -> bool:
            return self.ground.stands(self.names(given | mask), low)

        masks, complete = [0], True
        sides = self._all_sides
        allowed = self._units_at(level) & ~sum(self._units.get(unit, 0) for unit in without)
        for place, side in enumerate(sides):
            free = place < len(sides) - 1 or (self.ground.sound and not low)
            extended: list[Mask] = []
            for given in masks:
                wanted = _any if free else partial(stand, given)
                found = self._minimal_on(side.tests, allowed & ~given, given | switch, wanted, limit)
                extended += [given | mask for mask in found.sets]
                complete = complete and found.complete
            masks = irreducible(extended) if len(masks) > 1 else sorted(extended, key=by_size)
        if not complete and len(sides) > 1:
            masks = irreducible(self._reduced(mask, switch) for mask in masks)
        cut = masks[:limit] if limit else masks
        return [self.names(mask) for mask in cut], complete and len(cut) == len(masks)

    def _reduced(self, mask: Mask, switch: Mask) -> Mask:
        """A minimal part of a union: what contradicts one branch may, with other units, not be needed for it.

        The sets that tell so are not all known where the lists of them are cut.
        """
        with suppress(Undecided):
            for bit in bits(mask):
                if self.fails(mask & ~bit | switch):
                    mask &= ~bit
        return mask

    def _units_at(self, level: Confidence) -> Mask:
        rules = (rule for side in self._sides.values() for rule in side.slice.rules)
        units = {rule.unit for rule in rules if rule.piece and rule.piece.confidence >= level}
        return sum(self._units[unit] for unit in units)

    def _minimal_on(
        self,
        tests: list[Test],
        allowed: Mask,
        given: Mask,
        wanted: Callable[[Mask], bool],
        limit: int,
    ) -> Found:
        """The minimal sets of allowed units that contradict one branch with those given, over all tests."""
        found: list[Found] = []
        for test in tests:
            if self._steps.gone and any(each.sets for each in found):
                found.append(Found((), False))
                break
            found.append(minimal_sets_of(test, allowed, given, wanted, limit, self._steps))
        return together(found)


def _any(_: Mask) -> bool:
    return True
