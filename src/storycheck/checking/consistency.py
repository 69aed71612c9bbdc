"""Whether the accepted evidence, with the definitions, is consistent; from a contradiction everything follows."""

from storycheck.evidence.items import Confidence
from storycheck.explaining.enumerate import irreducible, minimal_sets
from storycheck.explaining.findings import Conflict
from storycheck.explaining.inquiry import is_low
from storycheck.logic.assertions import Setting
from storycheck.logic.index import EvidenceView, Shelf
from storycheck.logic.rules import Rule
from storycheck.logic.slicing import clashing
from storycheck.solving.limits import Limits
from storycheck.solving.problem import Problem, Test


def inconsistencies(shelf: Shelf, limits: Limits) -> tuple[Conflict, ...]:
    """The minimal sets of accepted items that contradict each other; none if the evidence is consistent."""
    view = EvidenceView(shelf, Setting())
    accepted = tuple(rule for rule in view.of_items(shelf.evidence.items) if not is_low(rule))
    return contradictions(accepted, shelf, limits)


def contradictions(rules: tuple[Rule, ...], shelf: Shelf, limits: Limits) -> tuple[Conflict, ...]:
    """The minimal sets of the rules' units that contradict each other. May raise `Undecided`."""
    problem_slice = clashing(rules, shelf.definitions)
    units = sorted({rule.unit for rule in problem_slice.rules})
    bits = {unit: 1 << place for place, unit in enumerate(units)}
    everything = (1 << len(units)) - 1
    problem = Problem(problem_slice, [bits[rule.unit] for rule in problem_slice.rules], limits)
    masks: list[int] = []
    for test in problem.tests(everything=True):
        if test.core(everything) is not None:

            def core(mask: int, test: Test = test) -> int | None:
                clash = test.core(mask)
                return None if clash is None else problem.mask_of(clash)

            masks += minimal_sets(everything, core, lambda _: True, limits.max_conflicts).sets
    return tuple(
        Conflict(
            tuple(unit for unit in units if bits[unit] & mask),
            (),
            (),
            min((r.piece.confidence for r in rules if r.piece), default=Confidence.STRONG),
        )
        for mask in irreducible(masks)
    )
