"""All minimal sets of units that contradict, smallest first.

Implicit hitting sets (after Ignatiev, Previti, Liffiton and Marques-Silva 2015): every minimal conflict
hits the complement of every consistent set. So a smallest set that hits all complements known, and holds
no conflict found before, is either consistent (grown, it gives one more complement) or a smallest
conflict left. Sets are bit masks.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from storycheck.solving.limits import Undecided

Mask = int


class Found(NamedTuple):
    """Minimal sets, smallest first, and whether they are all there are."""

    sets: tuple[Mask, ...]
    complete: bool


def minimal_sets(
    everything: Mask,
    core: Callable[[Mask], Mask | None],
    wanted: Callable[[Mask], bool],
    limit: int,
) -> Found:
    """The minimal subsets of ``everything`` for which ``core`` gives a (contradicting) subset.

    ``core`` gives None for consistent sets. Only ``wanted`` sets are returned and counted; ``limit`` 0 is
    none. If the solver gives up on the way, what was found so far is returned as incomplete.
    """
    found: list[Mask] = []
    blocked: list[Mask] = []
    to_hit: list[Mask] = []
    try:
        while True:
            seed = smallest_hitting(to_hit, blocked)
            if seed is None:
                return Found(tuple(found), True)
            if core(seed) is None:
                to_hit.append(everything & ~_grown(seed, everything, core))
                continue
            blocked.append(seed)
            if wanted(seed):
                if limit and len(found) == limit:
                    return Found(tuple(found), False)
                found.append(seed)
    except Undecided:
        return Found(tuple(found), False)


def _grown(seed: Mask, everything: Mask, core: Callable[[Mask], Mask | None]) -> Mask:
    """A large consistent set around the consistent seed."""
    grown = everything
    while (clash := core(grown)) is not None:
        outside = clash & ~seed
        grown &= ~(1 << (outside.bit_length() - 1))
    return grown


def smallest_hitting(to_hit: list[Mask], blocked: list[Mask]) -> Mask | None:
    """A smallest set that meets every set to hit and contains no blocked one; None if there is none."""
    if 0 in blocked:
        return None
    ordered = sorted(set(to_hit), key=lambda mask: (mask.bit_count(), mask))
    bound = _union(ordered).bit_count()
    for size in range(bound + 1):
        found = _hit(0, 0, size, ordered, blocked)
        if found is not None:
            return found
    return None


def _hit(chosen: Mask, excluded: Mask, left: int, to_hit: list[Mask], blocked: list[Mask]) -> Mask | None:
    """Extends ``chosen`` by at most ``left`` units, none of them ``excluded``."""
    missed = [mask & ~excluded for mask in to_hit if not mask & chosen]
    if not missed:
        return chosen
    if left < _disjoint(missed):
        return None
    for bit in bits(min(missed, key=int.bit_count)):
        extended = chosen | bit
        if not any(mask & extended == mask for mask in blocked):
            found = _hit(extended, excluded, left - 1, to_hit, blocked)
            if found is not None:
                return found
        excluded |= bit
    return None


def _disjoint(masks: list[Mask]) -> int:
    """How many of the sets are pairwise disjoint, greedily: at least so many units are needed."""
    taken, count = 0, 0
    for mask in masks:
        if not mask & taken:
            taken |= mask
            count += 1
    return count


def _union(masks: list[Mask]) -> Mask:
    union = 0
    for mask in masks:
        union |= mask
    return union


def bits(mask: Mask) -> Iterator[Mask]:
    """The bits of a mask, lowest first."""
    while mask:
        bit = mask & -mask
        yield bit
        mask ^= bit


def irreducible(masks: list[Mask]) -> list[Mask]:
    """The masks that contain no other one, smallest first."""
    kept: list[Mask] = []
    for mask in sorted(set(masks), key=lambda m: (m.bit_count(), m)):
        if not any(other & mask == other for other in kept):
            kept.append(mask)
    return kept
