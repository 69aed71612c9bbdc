"""All minimal sets of units that contradict, smallest first.

A set is a conflict iff it hits the complement of every consistent set (Reiter 1987). So sets grow, the
smallest first, by the units of a complement that they do not hit yet; one that hits all complements known
is either a conflict, and a minimal one, for all smaller ones were met before, or it is consistent: grown to
a large consistent set, it gives one more complement. Sets are bit masks.
"""

from bisect import insort
from collections.abc import Callable, Iterable
from contextlib import suppress
from heapq import heappop, heappush
from typing import NamedTuple

from storycheck.solving.limits import Undecided
from storycheck.solving.masks import Mask, bits, irreducible
from storycheck.solving.problem import Test

Oracle = Callable[[Mask], Mask | None]

FEW_TRIED, MOST_TRIED = 100, 20_000
"""Sets tried before the list of all is made, which takes longer than most searches; and sets tried at most:
where conflicts are large and many, there is no end to the small sets."""


class Found(NamedTuple):
    """Minimal sets, smallest first, and whether they are all there are."""

    sets: tuple[Mask, ...]
    complete: bool


def minimal_sets(everything: Mask, core: Oracle, wanted: Callable[[Mask], bool], limit: int) -> Found:
    """The minimal subsets of ``everything`` for which ``core`` gives a (contradicting) subset.

    ``core`` gives None for consistent sets. Only ``wanted`` sets are returned and counted; ``limit`` 0 is
    none. If the solver gives up on the way, or too many sets were tried, what was found so far is returned
    as incomplete, one set at least if that is possible.
    """
    return _Search(everything, core, wanted, limit).whole()


def minimal_sets_of(
    test: Test, allowed: Mask, given: Mask, wanted: Callable[[Mask], bool], limit: int
) -> Found:
    """The minimal sets of ``allowed`` units that, with those ``given``, make a test fail.

    They are searched for; where that takes long, they are taken from the list of all, if that can be had.
    """

    def core(mask: Mask) -> Mask | None:
        clash = test.core(mask | given)
        return None if clash is None else test.mask_of(clash) & allowed

    try:
        if core(allowed) is None:
            return Found((), True)
    except Undecided:
        return Found((), False)
    search = _Search(allowed, core, wanted, limit)
    found = search.within(FEW_TRIED)
    if found is not None:
        return found
    if test.conflicts is None:
        return search.whole()
    every = irreducible(each & ~given for each in test.conflicts if not each & ~(allowed | given))
    return _listed(every, wanted, limit)


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
    """The sets still to try, smallest first, and what is known of the others."""

    def __init__(self, everything: Mask, core: Oracle, wanted: Callable[[Mask], bool], limit: int) -> None:
        self._everything, self._core, self._wanted, self._limit = everything, core, wanted, limit
        self.found: list[Mask] = []
        self._blocked: list[Mask] = []
        self._complements: list[tuple[int, Mask]] = []
        self._queue: list[tuple[int, Mask]] = [(0, 0)]
        self._seen = {0}
        self._clashes: list[Mask] = []

    def whole(self) -> Found:
        """As many sets as can be found."""
        found = self.within(MOST_TRIED)
        if found is not None:
            return found
        with suppress(Undecided):
            self._shrink()
        return Found(tuple(self.found), False)

    def within(self, most: int) -> Found | None:
        """The sets, if not more than ``most`` have to be tried; None if more, or if the solver gives up."""
        try:
            complete = self._run(most)
        except Undecided:
            return None
        return None if complete is None else Found(tuple(self.found), complete)

    def _run(self, most: int) -> bool | None:
        """Finds sets until there are enough; whether these are all. What is not done stays in the queue."""
        while self._queue:
            if len(self._seen) > most:
                return None
            mask = self._queue[0][1]
            if not any(each & mask == each for each in self._blocked):
                missed = self._missed(mask)
                if missed is not None:
                    self._extend(mask, missed)
                elif not self._take(mask):
                    return False
            heappop(self._queue)
        return True

    def _take(self, mask: Mask) -> bool:
        """Keeps a minimal set; False if there are enough without it."""
        if self._wanted(mask):
            if self._limit and len(self.found) == self._limit:
                return False
            self.found.append(mask)
        self._blocked.append(mask)
        return True

    def _missed(self, mask: Mask) -> Mask | None:
        """A complement of a consistent set that the mask does not hit; None if the mask is a conflict."""
        for _, complement in self._complements:
            if not complement & mask:
                return complement
        if any(clash & mask == clash for clash in self._clashes) or self._core(mask) is not None:
            return None
        complement = self._everything & ~self._grown(mask)
        insort(self._complements, (complement.bit_count(), complement))
        return complement

    def _grown(self, seed: Mask) -> Mask:
        """A large consistent set around the consistent seed; the clashes met on the way are kept."""
        grown = self._everything
        while True:
            clash = next((each for each in self._clashes if each & grown == each), None)
            if clash is None:
                clash = self._core(grown)
                if clash is None:
                    return grown
                self._clashes.append(clash)
            outside = clash & ~seed
            grown &= ~(1 << (outside.bit_length() - 1))

    def _extend(self, mask: Mask, missed: Mask) -> None:
        for bit in bits(missed):
            extended = mask | bit
            if extended not in self._seen:
                self._seen.add(extended)
                heappush(self._queue, (extended.bit_count(), extended))

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
