"""Whether sets of units can stand together with a claim, decided one case at a time.

Cases only meet through what holds of all of them and through their ranks, so a set of rules is
satisfiable iff each of these *tests* is passed:

- every "some" rule has a case of its own that obeys the definitions and the "every" rules (`single.Some`);
- the story's own case does so with all facts about it (`single.Own`);
- the ranked rules can be placed in layers by tolerance (`tolerance.Layers`; Goldszmidt and Pearl 1991,
  with weak rules after Booth and Paris 1998): a "strictly" rule is placed as soon as its case is possible
  while nothing unplaced is broken; an "at least" rule too, and as long as it is not, its ``breaks`` cases are
  not normal enough to be used by the others. If nothing more can be placed, no ranking exists: look at
  the most normal rank at which one of the unplaced rules would be shown. A "some" rule puts no
  constraint on the layers: its case can be ranked last.

A failed test names the rules that it needed; as units, those are a conflict, not yet minimal.
"""

from collections.abc import Sequence

from storycheck.logic.constraints import Kind
from storycheck.solving.masks import Mask
from storycheck.solving.problem import Problem, Test
from storycheck.solving.single import Own, Some
from storycheck.solving.tolerance import Layers


def trials(problem: Problem, everything: bool = False) -> list[Test]:
    """The tests that the claim has to pass; with ``everything`` also those that do not concern it."""
    kinds: dict[Kind, list[int]] = {kind: [] for kind in Kind}
    for index, rule in enumerate(problem.rules):
        kinds[rule.kind].append(index)
    claim = [index for index, mask in enumerate(problem.masks) if not mask]
    universal = everything or any(problem.rules[index].kind is Kind.EVERY for index in claim)
    shown = [index for index in kinds[Kind.SOME] if universal or not problem.masks[index]]
    tests: list[Test] = [Some(problem, index) for index in shown]
    if kinds[Kind.OWN] and (universal or any(problem.rules[i].kind is Kind.OWN for i in claim)):
        tests.append(Own(problem, kinds[Kind.OWN]))
    ranked = [*kinds[Kind.STRICTLY], *kinds[Kind.AT_LEAST]]
    goals = [i for i in ranked if (universal or not problem.masks[i]) and not problem.rules[i].image]
    if goals:
        tests.append(Layers(problem, ranked, goals))
    return tests


def common_core(sides: Sequence[Sequence[Test]], mask: Mask) -> Mask | None:
    """Those of the units of a mask that make a test of every side fail; None if they do not."""
    used = 0
    for side in sides:
        found = next(
            ((t, core) for t in side if t.concerns(mask) and (core := t.core(mask)) is not None), None
        )
        if found is None:
            return None
        used |= found[0].mask_of(found[1])
    return used
