"""From minimal sets of units to findings: which statements they use, how surely, and that they are minimal.

Every set is decided again in fresh solvers: it contradicts, and without any one of its units it does not.
What it needs is found out first; that this contradicts is then Z3's word, however evident it is.
"""

from collections.abc import Iterable, Iterator, Sequence

from storycheck.explaining.conflicts import Used, in_order, number
from storycheck.explaining.inquiry import Inquiry, Names, is_low
from storycheck.logic.assertions import Piece
from storycheck.logic.rules import Rule
from storycheck.solving.confirmed import Failure, unconfirmed
from storycheck.solving.limits import Undecided
from storycheck.solving.masks import Mask, bits
from storycheck.solving.problem import Problem, Test
from storycheck.solving.trials import trials


class _Side:
    """The tests of one way in which the claim can hold, by the piece without which they are no matter."""

    def __init__(self, tests: Iterable[Test]) -> None:
        self.tests: dict[Mask, list[Test]] = {}
        for test in tests:
            self.tests.setdefault(test.needs, []).append(test)
        self._needed = sum(self.tests)

    def concerned(self, mask: Mask) -> list[Test]:
        """The tests that can fail with the pieces of the mask."""
        found = self.tests.get(0, [])
        if not mask & self._needed:
            return found
        found = [*found]
        for bit in bits(mask & self._needed):
            found += self.tests[bit]
        return found


class Retrial:
    """The rules of an inquiry against the claim again, in fresh solvers, with pieces as the units."""

    def __init__(self, inquiry: Inquiry, low: bool) -> None:
        """With ``low``, rules that can only contest count too."""
        slices = [
            each._replace(rules=tuple(rule for rule in each.rules if low or not is_low(rule)))
            for each in inquiry.slices
        ]
        pieces = {_piece(rule): None for each in slices for rule in each.rules}
        self._pieces = tuple(sorted(pieces, key=_weakest_last))
        marks = {piece: 1 << place for place, piece in enumerate(self._pieces)}
        self._units: dict[str, Mask] = {}
        for piece, bit in marks.items():
            self._units[piece.unit] = self._units.get(piece.unit, 0) | bit
        self._whole = {bit: self._units[piece.unit] for piece, bit in marks.items()}
        self._several = _union(unit for unit in self._units.values() if unit.bit_count() > 1)
        self._preferred = tuple(_union(marks[piece] for piece in some) for some in _preferences(self._pieces))
        limits = inquiry.ground.limits
        self._sides = [
            _Side(trials(Problem(part, [marks[_piece(rule)] for rule in part.rules], limits)))
            for part in slices
        ]
        self._told: dict[str, list[tuple[Mask, Piece]]] = {}
        for piece in sorted(self._pieces, key=in_order):
            self._told.setdefault(piece.unit, []).append((marks[piece], piece))
        self._concerning: dict[Test, Mask] = {}
        self._failed: dict[Test, list[Mask]] = {}
        self._passed: dict[Test, list[Mask]] = {}

    def used(self, sets: Iterable[Names]) -> list[Used]:
        """The findings that minimal sets of units make: checked again, with the pieces that they need."""
        masks = {units: _union(self._units.get(unit, 0) for unit in units) for units in sets}
        for mask in masks.values():
            for side in self._sides:
                for test in side.concerned(mask):
                    self._concerning[test] = self._concerning.get(test, 0) | mask
        failures = {units: self._failure(mask) for units, mask in masks.items()}
        for failure in filter(None, failures.values()):
            for test in failure.tests:
                self._failed.setdefault(test, []).append(failure.mask)
        doubtful = unconfirmed(filter(None, failures.values()))
        return [self._used(units, masks[units], failures[units], doubtful) for units in masks]

    def _used(self, units: Names, everything: Mask, failure: Failure | None, doubtful: set[Mask]) -> Used:
        mask = failure.mask if failure else everything
        pieces = [piece for unit in units for bit, piece in self._told.get(unit, ()) if bit & mask]
        sure = failure is not None and failure.mask not in doubtful
        return Used(units, tuple(pieces), sure and self._irreducible(units, everything))

    # --- what they need ---------------------------------------------------------------------------------

    def _failure(self, everything: Mask) -> Failure | None:
        """The pieces needed; None if all do not contradict, or that is open."""
        try:
            if not everything & self._several:
                sides = [self._suspects(side, everything) for side in self._sides]
                if all(len(tests) == 1 for tests in sides):
                    return Failure(everything, [tests[0] for tests in sides])
            return self._needed(everything)
        except Undecided:
            return None

    def _suspects(self, side: _Side, mask: Mask) -> list[Test]:
        """The tests that can fail with the pieces: not those that are passed with all that concerns them."""
        tests, found = side.concerned(mask), list[Test]()
        for place, test in enumerate(tests, 1):
            only = not found and place == len(tests)
            if only or test.core(self._concerning[test]) is not None:
                found.append(test)
        return found

    def _needed(self, everything: Mask) -> Failure | None:
        """The pieces needed: extensions only where nothing else does it, and none weaker than need be."""
        tried = dict.fromkeys((*(everything & some for some in self._preferred), everything))
        failures = ((some, self._failing(some)) for some in tried)
        left, failure = next((each for each in failures if each[1] is not None), (0, None))
        if failure is None:
            return None
        for piece in reversed([*bits(left)]):  # whichever core is found, the same pieces go
            unit = self._whole[piece]
            if left & unit & ~piece:
                found = self._failing(left & ~piece) if failure.mask & piece else failure
                left, failure = (left, failure) if found is None else (left & ~piece, found)
        return failure._replace(mask=left)

    def _failing(self, mask: Mask) -> Failure | None:
        """What fails with the pieces of a mask on every side, with those of them that make it fail."""
        used, tests = 0, []
        for side in self._sides:
            cores = ((test, test.core(mask)) for test in side.concerned(mask))
            test, core = next((each for each in cores if each[1] is not None), (None, None))
            if test is None or core is None:
                return None
            used |= test.mask_of(core)
            tests.append(test)
        return Failure(used, tests)

    # --- whether they are minimal -----------------------------------------------------------------------

    def _irreducible(self, units: Names, mask: Mask) -> bool:
        """Whether the claim can stand without any one of the units."""
        spared = self._spared(mask)
        if spared == mask:
            return self._units.keys() >= set(units)
        rest = (mask & ~self._units.get(unit, 0) for unit in units)
        try:
            return all(mask & ~each & spared or self._stands(each) for each in rest)
        except Undecided:
            return False

    def _spared(self, mask: Mask) -> Mask:
        """Pieces of units without any one of which it stands, by what is known to pass."""
        found = 0
        for side in self._sides:
            spared = mask
            for test in side.concerned(mask):
                spared &= self._spared_by(test, mask)
            found |= spared
        return found

    def _spared_by(self, test: Test, mask: Mask) -> Mask:
        found = self._whole.get(test.needs, 0)
        for passed in self._passed.get(test, ()):
            left = mask & ~passed
            unit = self._whole.get(left & -left, 0)
            if not left & ~unit:
                found |= unit
                if not mask & ~found:
                    break
        return found

    def _stands(self, mask: Mask) -> bool:
        """Whether some branch can hold beside the pieces."""
        return any(all(self._passes(test, mask) for test in side.concerned(mask)) for side in self._sides)

    def _passes(self, test: Test, mask: Mask) -> bool:
        """Whether a test is passed: what passes with more passes, so that one answer serves many sets."""
        passed = self._passed.setdefault(test, [])
        if any(not mask & ~each for each in passed):
            return True
        grown = self._grown(test, mask)
        while (core := test.core(grown)) is not None:
            spare = test.mask_of(core) & ~mask
            if not spare:
                return False
            grown &= ~self._whole[_highest(spare)]
        passed.append(grown)
        return True

    def _grown(self, test: Test, mask: Mask) -> Mask:
        """The mask with as many more units of other sets as complete none that is known to fail."""
        known = self._failed.get(test, [])
        grown = self._concerning[test]
        out: dict[Mask, None] = {}
        for each in known:
            spare = each & ~mask
            if spare and not each & ~grown:
                unit = self._whole[_highest(spare)]
                out[unit] = None
                grown &= ~unit
        for unit in out:
            more = grown | unit
            if all(each & ~more for each in known):
                grown = more
        return grown


def _union(masks: Iterable[Mask]) -> Mask:
    union = 0
    for mask in masks:
        union |= mask
    return union


def _highest(mask: Mask) -> Mask:
    return 1 << (mask.bit_length() - 1)


def _preferences(pieces: Sequence[Piece]) -> Iterator[Sequence[Piece]]:
    """Ever more of the pieces: without extensions first, and the surest of these first."""
    for some in ([piece for piece in pieces if not piece.extensions], pieces):
        for level in sorted({piece.confidence for piece in some}, reverse=True):
            yield [piece for piece in some if piece.confidence >= level]


def _piece(rule: Rule) -> Piece:
    assert rule.piece is not None, "soft rules have a piece"
    return rule.piece


def _weakest_last(piece: Piece) -> tuple[bool, int, str, int, str, str]:
    return (
        bool(piece.extensions),
        -piece.confidence,
        piece.unit,
        number(piece),
        piece.statement,
        repr(piece.proposition),
    )
