"""Corrections and robustness: what would have to be given up for a verdict to change.

The minimal corrections are the minimal sets that hit every conflict (Reiter 1987). A verdict with all its
minimal findings known changes exactly when each of them has lost an item; what is taken away makes no new
finding, for a finding is one by itself, whatever else is asserted.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from storycheck.evidence.items import Item, Paper
from storycheck.explaining.findings import RestsOn
from storycheck.explaining.inquiry import Names
from storycheck.solving.masks import irreducible

MOST = 256
"""Sets kept at most while they are made; findings that need more have no short list of corrections."""


class Corrections(NamedTuple):
    """Minimal sets of items to give up, fewest first; ``complete`` tells that these are all."""

    sets: tuple[Names, ...] = ()
    complete: bool = True


def corrections(findings: Iterable[Names], complete: bool = True) -> Corrections:
    """The minimal sets that hit each of the findings; none if a finding has no item to give up.

    From findings that are not ``complete`` nothing is concluded: one that is missing may stay unhit.
    """
    families = [tuple(dict.fromkeys(names)) for names in findings]
    if not complete:
        return Corrections((), False)
    names = sorted({name for family in families for name in family})
    bits = {name: 1 << place for place, name in enumerate(names)}
    masks = _hitting([[bits[name] for name in family] for family in families])
    if masks is None:
        return Corrections((), False)
    found = (tuple(name for name in names if bits[name] & mask) for mask in masks)
    return Corrections(tuple(sorted(found, key=lambda each: (len(each), each))))


def _hitting(families: Sequence[Sequence[int]]) -> list[int] | None:
    """The minimal hitting sets, family by family (Berge 1989); None if there are too many."""
    masks = [0] if families else []
    for family in families:
        union = sum(family)
        hit = [mask for mask in masks if mask & union]
        masks = irreducible(hit + [mask | bit for mask in masks if not mask & union for bit in family])
        if len(masks) > MOST:
            return None
    return masks


def rests_on(found: Corrections, items: Mapping[str, Item]) -> RestsOn | None:
    """The fewest items, and the fewest papers, whose withdrawal would change the verdict; None if unknown.

    An item is withdrawn with its last paper; one without papers cannot be withdrawn so.
    """
    if not found.sets or not found.complete:
        return None
    cited = [[items[name].papers for name in names] for names in found.sets]
    ways = [sorted({p for papers in each for p in papers}, key=_paper) for each in cited if all(each)]
    fewest = min(ways, key=lambda way: (len(way), [*map(_paper, way)]), default=[])
    return RestsOn(found.sets[0], tuple(fewest))


def _paper(paper: Paper) -> tuple[int, str, str]:
    return paper.year, paper.title, paper.venue
