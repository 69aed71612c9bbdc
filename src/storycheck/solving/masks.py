"""Sets of units, or of rules, as bit masks."""

from collections.abc import Iterable, Iterator

Mask = int


def bits(mask: Mask) -> Iterator[Mask]:
    """The bits of a mask, lowest first."""
    while mask:
        bit = mask & -mask
        yield bit
        mask ^= bit


def irreducible(masks: Iterable[Mask]) -> list[Mask]:
    """The masks that contain no other one, smallest first."""
    kept: list[Mask] = []
    smaller: list[Mask] = []
    size = -1
    for mask in sorted(set(masks), key=by_size):
        if mask.bit_count() > size:  # masks of one size do not contain each other
            size, smaller = mask.bit_count(), kept.copy()
        for other in smaller:
            if other & mask == other:
                break
        else:
            kept.append(mask)
    return kept


def by_size(mask: Mask) -> tuple[int, Mask]:
    """A key: smallest first."""
    return mask.bit_count(), mask
