"""Sets of units, or of rules, as bit masks."""

from collections.abc import Iterable, Iterator

Mask = int


def bits(mask: Mask) -> Iterator[Mask]:
    """The bits of a mask, lowest first."""
    while mask:
        bit = mask & -mask
        yield bit
        mask ^= bit


class TooMuch(Exception):
    """More steps than allowed."""


class Steps:
    """A number of steps that may be taken; `TooMuch` is raised at the first that may not."""

    def __init__(self, most: float) -> None:
        """``most`` is how many."""
        self._left = most

    @property
    def gone(self) -> bool:
        """Whether more were asked for than there are."""
        return self._left < 0

    def take(self, number: int) -> None:
        """Takes so many of them."""
        self._left -= number
        if self._left < 0:
            raise TooMuch


def irreducible(masks: Iterable[Mask], steps: Steps | None = None) -> list[Mask]:
    """The masks that contain no other one, smallest first. Each comparison is a step."""
    kept: list[Mask] = []
    smaller: list[Mask] = []
    size = -1
    for mask in sorted(set(masks), key=by_size):
        if mask.bit_count() > size:  # masks of one size do not contain each other
            size, smaller = mask.bit_count(), kept.copy()
        if steps:
            steps.take(len(smaller))
        for other in smaller:
            if other & mask == other:
                break
        else:
            kept.append(mask)
    return kept


def by_size(mask: Mask) -> tuple[int, Mask]:
    """A key: smallest first."""
    return mask.bit_count(), mask
