"""Corrections and robustness: what would have to be given up for a verdict to change.

The minimal corrections are the minimal sets that hit every conflict (Reiter 1987). A verdict changes exactly
when each of its findings has lost an item; what is taken away makes no new finding, for a finding is one by
itself, whatever else is asserted.
"""

from collections.abc import Callable, Iterable, Mapping

from storycheck.evidence.items import Item, Paper
from storycheck.explaining.findings import RestsOn
from storycheck.explaining.inquiry import Names
from storycheck.records import NamedTuple
from storycheck.solving.limits import Undecided
from storycheck.solving.masks import Mask, irreducible

MOST = 256
"""Sets kept at most while they are made; findings that need more have no short list of corrections."""

MOST_ASKED = 100
"""Questions asked at most for findings that are not known yet."""

Further = Callable[[Names], Names | None]
"""The items of a finding that is left when some are given up; None if none is. May raise `Undecided`."""


class Corrections(NamedTuple):
    """Minimal sets of items to give up, fewest first; ``complete`` tells that these are all.

    If they are not, they are still the first: no smaller ones are missing.
    """

    sets: tuple[Names, ...] = ()
    complete: bool = True


def corrections(findings: Iterable[Names], further: Further | None = None) -> Corrections:
    """The minimal sets that hit each of the findings; none if a finding has no item to give up.

    Where there may be more findings than these, ``further`` tells: the smallest set that hits all that are
    known either is a correction, or leaves a finding that is hit next (implicit hitting sets; Chandrasekaran,
    Karp, Moreno-Centeno and Vempala 2011).
    """
    search, sure = _Hitting(), []
    try:
        for names in findings:
            search.hit(names)
        for _ in range(MOST_ASKED):
            smallest = next((each for each in search.sets() if each not in sure), None)
            if further is None or smallest is None:
                return Corrections(search.sets())
            left = further(smallest)
            if left is None:
                sure.append(smallest)
            else:
                search.hit(left)
    except (Undecided, _TooMany):
        pass
    return Corrections(tuple(sure), False)


class _TooMany(Exception):
    """More sets than are kept."""


class _Hitting:
    """The minimal sets that hit some families of items, made family by family (Berge 1989)."""

    def __init__(self) -> None:
        self._bits: dict[str, Mask] = {}
        self._masks: list[Mask] | None = None

    def hit(self, family: Names) -> None:
        """Has the sets hit one more family."""
        bits = {self._bits.setdefault(name, 1 << len(self._bits)) for name in family}
        union = sum(bits)
        masks = [0] if self._masks is None else self._masks
        hit = [mask for mask in masks if mask & union]
        self._masks = irreducible(hit + [mask | bit for mask in masks if not mask & union for bit in bits])
        if len(self._masks) > MOST:
            raise _TooMany

    def sets(self) -> tuple[Names, ...]:
        """The sets, smallest first."""
        names = sorted(self._bits.items())
        found = (tuple(name for name, bit in names if bit & mask) for mask in self._masks or ())
        return tuple(sorted(found, key=lambda each: (len(each), each)))


def rests_on(found: Corrections, items: Mapping[str, Item]) -> RestsOn | None:
    """The fewest items, and the fewest papers, whose withdrawal would change the verdict; None if unknown.

    An item is withdrawn with its last paper; one without papers cannot be withdrawn so. Where not all
    corrections are known, fewer papers than those given might do.
    """
    if not found.sets:
        return None
    cited = [[items[name].papers for name in names] for names in found.sets]
    ways = [sorted({p for papers in each for p in papers}, key=_paper) for each in cited if all(each)]
    fewest = min(ways, key=lambda way: (len(way), [*map(_paper, way)]), default=[])
    return RestsOn(found.sets[0], tuple(fewest), found.complete)


def _paper(paper: Paper) -> tuple[int, str, str]:
    return paper.year, paper.title, paper.venue
