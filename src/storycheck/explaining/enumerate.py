"""All minimal sets of units that contradict, smallest first.

A set is a conflict iff it hits the complement of every consistent set (Reiter 1987). So sets grow, the
smallest first, by the units of a complement that they do not hit yet; one that hits all complements known
is either a conflict, and a minimal one, for all smaller ones were met before, or it is consistent: grown to
a large consistent set, it gives one more complement. Sets are bit masks.
"""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from heapq import heappop, heappush
from itertools import chain
from math import inf

from storycheck.records import NamedTuple
from storycheck.solving.limits import Undecided
from storycheck.solving.masks import Mask, Steps, TooMuch, Within, bits, by_size, irreducible
from storycheck.solving.problem import Test

Oracle = Callable[[Mask], Mask | None]

FEW_UNITS, FEW_TRIED = 24, 30
"""Of few units, sets tried before the list of all is made, which takes longer than most such searches."""
MOST_STEPS = 500_000
"""Steps of a search at most, of one or two microseconds: where conflicts are large and many, there is no end
to the small sets, and where rules are many, each question takes long: a step for each that it asks about."""
TRIED, COMPLEMENT = 50, 10
"""How many steps it takes to try a set; and as how many sets the search for a complement counts."""


class Found(NamedTuple):
    """Minimal sets, smallest first, and whether they are all there are."""

    sets: tuple[Mask, ...]
    complete: bool


def together(found: Sequence[Found]) -> Found:
    """The minimal ones of all."""
    some = [each.sets for each in found if each.sets]
    sets = some[0] if len(some) == 1 else tuple(irreducible(chain.from_iterable(some)))
    return Found(sets, all(each.complete for each in found))


def minimal_sets(
    everything: Mask, core: Oracle, wanted: Callable[[Mask], bool], limit: int, steps: Steps | None = None
) -> Found:
    """The minimal subsets of ``everything`` for which ``core`` gives a (contradicting) subset.

    ``core`` gives None for consistent sets. Only ``wanted`` sets are returned and counted; ``limit`` 0 is
    none. If the solver gives up on the way, or the ``steps`` that searches may take together are used up,
    what was found so far is returned as incomplete, one set at least if that is possible.
    """
    return _Search(everything, core, wanted, limit, steps).whole()


def minimal_sets_of(
    test: Test,
    allowed: Mask,
    given: Mask,
    wanted: Callable[[Mask], bool],
    limit: int,
    steps: Steps | None = None,
) -> Found:
    """The minimal sets of ``allowed`` units that, with those ``given``, make a test fail.

    They are searched for among few units; where that takes long, and among many, they are taken from the
    list of all, if that can be had.
    """

    def core(mask: Mask) -> Mask | None:
        clash = test.core(mask | given)
        return None if clash is None else test.mask_of(clash) & allowed

    try:
        if core(allowed) is None:
            return Found((), True)
    except Undecided:
        return Found((), False)
    search = _Search(allowed, core, wanted, limit, steps, lambda: test.asked)
    found = search.within(FEW_TRIED) if allowed.bit_count() <= FEW_UNITS else None
    if found is not None:
        return found
    if test.conflicts is None:
        return search.whole()
    every = (each & ~given for each in test.conflicts if not each & ~(allowed | given))
    met = any(each & given for each in test.conflicts)
    return _listed(irreducible(every) if met else every, wanted, limit)


def _listed(every: Iterable[Mask], wanted: Callable[[Mask], bool], limit: int) -> Found:
    """The first ``limit`` of the wanted sets."""
    found: list[Mask] = []
    try:
        for mask in filter(wanted, every):
            if limit and len(found) == limit:
                return Found(tuple(found), False)
            found.append(mask)
    except Undecided:
        return Found(tuple(found), False)
    return Found(tuple(found), True)


class _Search:
    """The sets still to try, by how large a conflict around them has to be, and what is known of the others.

    Complements that have no unit in common with each other or with a set take a further unit each: no
    conflict around the set is smaller than that. Of what may be equally small the largest set comes first.
    """

    def __init__(
        self,
        everything: Mask,
        core: Oracle,
        wanted: Callable[[Mask], bool],
        limit: int,
        steps: Steps | None,
        asked: Callable[[], int] = int,
    ) -> None:
        """``asked`` is how many steps ``core`` has taken so far."""
        self._everything, self._core, self._wanted, self._limit = everything, core, wanted, limit
        self._steps, self._asked = steps or Steps(MOST_STEPS), asked
        self.found: list[Mask] = []
        self._blocked, self._clashes = Within(self._steps), Within(self._steps)
        self._complements = _Complements()
        self._queue: list[tuple[int, int, Mask]] = [(0, 0, 0)]
        self._seen = {0}
        self._tried = 0

    def whole(self) -> Found:
        """As many sets as can be found."""
        found = self.within(inf)
        if found is not None:
            return found
        with suppress(Undecided):
            self._shrink()
        return Found(tuple(self.found), False)

    def within(self, most: float) -> Found | None:
        """The sets, if not more than ``most`` have to be tried; None if more, or if it has to give up."""
        try:
            complete = self._run(most)
        except (Undecided, TooMuch):
            return None
        return None if complete is None else Found(tuple(self.found), complete)

    def _run(self, most: float) -> bool | None:
        """Finds sets until there are enough; whether these are all. What is not done stays in the queue."""
        while self._queue:
            if self._tried > most:
                return None
            self._tried += 1
            self._steps.take(TRIED)
            least, _, mask = self._queue[0]
            apart: list[Mask] = []
            if self._blocked.find(mask) is None:
                apart = self._complements.apart(mask) or self._missed(mask)
                if not apart and not self._take(mask):
                    return False
            heappop(self._queue)
            if mask.bit_count() + len(apart) > least:
                self._push(mask, len(apart))
            elif apart:
                self._extend(mask, min(apart, key=by_size), len(apart))
        return True

    def _take(self, mask: Mask) -> bool:
        """Keeps a minimal set; False if there are enough without it."""
        if self._wanted(mask):
            if self._limit and len(self.found) == self._limit:
                return False
            self.found.append(mask)
        self._blocked.add(mask)
        return True

    def _push(self, mask: Mask, further: int) -> None:
        size = mask.bit_count()
        heappush(self._queue, (size + further, -size, mask))

    def _missed(self, mask: Mask) -> list[Mask]:
        """A new complement of a consistent set that the mask does not hit; none if it is a conflict."""
        if self._clash(mask) is not None:
            return []
        complement = self._everything & ~self._grown(mask)
        self._tried += COMPLEMENT
        self._steps.take(TRIED * COMPLEMENT)
        self._complements.add(complement)
        return [complement]

    def _grown(self, seed: Mask) -> Mask:
        """A largest consistent set around the consistent seed; the clashes met on the way are kept."""
        grown = self._everything
        while (clash := self._clash(grown)) is not None:
            outside = clash & ~seed
            grown &= ~(1 << (outside.bit_length() - 1))
        for bit in bits(self._everything & ~grown):
            if self._clash(grown | bit) is None:
                grown |= bit
        return grown

    def _clash(self, mask: Mask) -> Mask | None:
        """What clashes in the mask, if anything does."""
        clash = self._clashes.find(mask)
        if clash is None:
            before = self._asked()
            clash = self._core(mask)
            self._steps.take(self._asked() - before)
            if clash is not None:
                self._clashes.add(clash)
        return clash

    def _extend(self, mask: Mask, missed: Mask, further: int) -> None:
        for bit in bits(missed):
            extended = mask | bit
            if extended not in self._seen:
                self._seen.add(extended)
                self._push(extended, further - 1)

    def _shrink(self) -> None:
        """Finds one set, unless there is one: whatever is not needed is left out, unit by unit."""
        mask = self._core(self._everything)
        if self.found or mask is None:
            return
        for bit in bits(mask):
            if self._core(mask & ~bit) is not None:
                mask &= ~bit
        if self._wanted(mask):
            self.found.append(mask)


class _Complements:
    """Complements of consistent sets, by number; sets of numbers are bit masks too."""

    def __init__(self) -> None:
        self._masks: list[Mask] = []
        self._having: dict[Mask, int] = {}
        self._meeting: list[int] = []

    def add(self, complement: Mask) -> None:
        """Adds one."""
        number = 1 << len(self._masks)
        meeting = number
        for bit in bits(complement):
            meeting |= self._having.get(bit, 0)
            self._having[bit] = self._having.get(bit, 0) | number
        for other in bits(meeting ^ number):
            self._meeting[other.bit_length() - 1] |= number
        self._masks.append(complement)
        self._meeting.append(meeting)

    def apart(self, mask: Mask) -> list[Mask]:
        """Some that the mask does not hit, no two of which have a unit in common; none if it hits all."""
        left = (1 << len(self._masks)) - 1
        for bit in bits(mask):
            left &= ~self._having.get(bit, 0)
        found = []
        while left:
            place = (left & -left).bit_length() - 1
            found.append(self._masks[place])
            left &= ~self._meeting[place]
        return found
