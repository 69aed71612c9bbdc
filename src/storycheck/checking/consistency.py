"""Whether the accepted evidence is consistent with the definitions: from a contradiction all would follow."""

from storycheck.explaining.enumerate import MOST_STEPS, minimal_sets_of
from storycheck.explaining.findings import Conflict
from storycheck.explaining.inquiry import Names, is_low
from storycheck.logic.assertions import Setting
from storycheck.logic.definitions import Definitions
from storycheck.logic.index import EvidenceView, Shelf
from storycheck.logic.rules import Rule
from storycheck.logic.slicing import clashing
from storycheck.records import NamedTuple
from storycheck.solving.limits import Limits, Undecided
from storycheck.solving.masks import Steps, irreducible
from storycheck.solving.problem import Problem
from storycheck.solving.trials import trials


def inconsistencies(shelf: Shelf, limits: Limits) -> tuple[Conflict, ...]:
    """The minimal sets of accepted items that contradict each other; none if the evidence is consistent.

    May raise `Undecided`.
    """
    view = EvidenceView(shelf, Setting())
    accepted = tuple(rule for rule in view.of_items(shelf.evidence.items) if not is_low(rule))
    found = clashes((), accepted, shelf.definitions, limits)
    return tuple(_conflict(units, accepted) for units in found.sets)


class Clashes(NamedTuple):
    """Minimal sets of units, smallest first, and whether they are all there are.

    If not, ``open`` are the units in none of them of which it is not known whether they are in another one.
    """

    sets: tuple[Names, ...] = ()
    complete: bool = True
    open: Names = ()


def clashes(
    fixed: tuple[Rule, ...], rules: tuple[Rule, ...], definitions: Definitions, limits: Limits
) -> Clashes:
    """The minimal sets of the rules' units that contradict each other beside the fixed rules.

    If there are fixed ones, these and the others each have to be consistent by themselves. Raises `Undecided`
    if it is not known whether there are any sets.
    """
    found = clashes_found(fixed, rules, definitions, limits)
    if not found.sets and not found.complete:
        raise Undecided
    return found


def clashes_found(
    fixed: tuple[Rule, ...], rules: tuple[Rule, ...], definitions: Definitions, limits: Limits
) -> Clashes:
    """The same, as far as they were found: there can be some where there are none and it is incomplete."""
    part = clashing(fixed, rules, definitions)
    units = sorted({rule.unit for rule in rules})
    bits = {unit: 1 << place for place, unit in enumerate(units)}
    everything = (1 << len(units)) - 1
    given = set(fixed)
    problem = Problem(part, [0 if rule in given else bits[rule.unit] for rule in part.rules], limits)
    masks: list[int] = []
    complete, steps = True, Steps(MOST_STEPS)
    for test in trials(problem, everything=True):
        found = minimal_sets_of(test, everything, 0, lambda _: True, limits.max_conflicts, steps)
        masks += found.sets
        complete = complete and found.complete
    named = [tuple(unit for unit in units if bits[unit] & mask) for mask in irreducible(masks)]
    known = {rule.unit for rule in fixed} | {unit for each in named for unit in each}
    left = () if complete else sorted({rule.unit for rule in part.rules} - known)
    return Clashes(tuple(named), complete, tuple(left))


def _conflict(units: Names, rules: tuple[Rule, ...]) -> Conflict:
    pieces = [rule.piece for rule in rules if rule.piece and rule.unit in units]
    statements = tuple(sorted({piece.statement for piece in pieces}))
    return Conflict(units, (), statements, min(piece.confidence for piece in pieces))
