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


class Within:
    """Masks by their size: only smaller ones can be within another. So many comparisons are a step."""

    COMPARISONS = 32

    def __init__(self, steps: Steps) -> None:
        """No mask yet."""
        self._steps = steps
        self._sizes: dict[int, dict[Mask, None]] = {}

    def add(self, mask: Mask) -> None:
        """Adds one."""
        self._sizes.setdefault(mask.bit_count(), {})[mask] = None

    def find(self, mask: Mask) -> Mask | None:
        """One that the mask contains; None if it contains none. May raise `TooMuch`."""
        size = mask.bit_count()
        if mask in self._sizes.get(size, ()):
            return mask
        smaller = [masks for of_size, masks in self._sizes.items() if of_size < size]
        self._steps.take(sum(map(len, smaller)) // self.COMPARISONS)
        return next((each for masks in smaller for each in masks if each & mask == each), None)


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
