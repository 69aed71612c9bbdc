"""Ranked models out of a problem whose rules can all stand: one case for each rule that shows one."""

from storycheck.logic.constraints import Kind
from storycheck.solving.problem import Problem

Cases = list[tuple[int, frozenset[int]]]


def layers(problem: Problem, every: list[int], ranked: list[int]) -> list[list[int]]:
    """For every rank the rules that no case of it breaks, the most normal rank first (System Z, Pearl 1990).

    The last one has only the rules that hold everywhere, unless some ranked rules can never be placed.
    """
    found: list[list[int]] = []
    left = list(ranked)
    while left:
        limits = every + [i for i in left if problem.rules[i].kind is Kind.STRICTLY]
        limits += _blocked(problem, [i for i in left if problem.rules[i].kind is Kind.AT_LEAST], limits)
        found.append(limits)
        placed = _placed(problem, left, limits)
        if not placed:
            return found
        left = [i for i in left if i not in placed]
    return [*found, every]


def _placed(problem: Problem, rules: list[int], limits: list[int]) -> set[int]:
    """The rules that are shown by some case within the limits; a case shows several."""
    found: set[int] = set()
    for index in rules:
        if index not in found and problem.clash([index], limits) is None:
            others = (each for each in rules if problem.session.shows(problem.rules[each].shows))
            found.update([index, *others])
    return found


def _blocked(problem: Problem, weak: list[int], limits: list[int]) -> list[int]:
    """The "at least" rules that cannot be shown at this rank."""
    blocked: list[int] = []
    while new := [i for i in weak if i not in blocked and problem.clash([i], limits + blocked) is not None]:
        blocked += new
    return blocked


def ranked_model(problem: Problem) -> tuple[Cases, frozenset[int] | None] | None:
    """Cases with ranks, and the story's own case, that satisfy all rules; None if nothing does.

    A case is given by its true atoms. The claim's own case or rule comes first among equals.
    """
    kinds: dict[Kind, list[int]] = {kind: [] for kind in Kind}
    for index, rule in enumerate(problem.rules):
        kinds[rule.kind].append(index)
    every = kinds[Kind.EVERY]
    ranked = [*kinds[Kind.STRICTLY], *kinds[Kind.AT_LEAST]]
    steps = layers(problem, every, ranked)
    if ranked and steps[-1] != every:
        return None
    cases: Cases = []
    for rank, limits in enumerate(steps):
        for index in list(ranked):
            case = problem.case([index], limits)
            if case is not None:
                cases.append((rank, case))
                ranked.remove(index)
    last = len(steps) - 1 if steps else 0
    own = problem.case(kinds[Kind.OWN], every) if kinds[Kind.OWN] else None
    shown = [problem.case([index], every) for index in kinds[Kind.SOME]]
    if any(case is None for case in shown) or (own is None and kinds[Kind.OWN]):
        return None
    cases += [(last, case) for case in (*shown, own) if case is not None]
    return cases, own
