"""What a story takes as true: whether it can be, by itself and beside the evidence.

A sentence is tried against all of them, itself included: no minimal set needs it twice.
"""

from collections.abc import Callable, Sequence
from math import inf

from storycheck.checking.claims import Judge
from storycheck.checking.consistency import Clashes
from storycheck.checking.given import Facts, Premise
from storycheck.checking.judgement import conflict
from storycheck.checking.together import Together
from storycheck.explaining.findings import Conflict
from storycheck.explaining.witness import seen_from
from storycheck.records import NamedTuple
from storycheck.solving.limits import Undecided

_TIMES_AS_MANY = 8
"""How many times the conflicts listed for one claim are listed for a story; and how many claims may have
more than are listed, before no more are looked for."""


def contradictory(premises: Sequence[Premise], judge: Judge) -> Clashes:
    """The minimal sets of premises that cannot hold together, whatever the evidence; by identifier."""
    try:
        return judge.clashing(Facts(tuple(premises)))
    except Undecided:
        return Clashes(complete=False)


class Refutations(NamedTuple):
    """Conflicts that need sentences of the story, each told once, and whether they are all there are."""

    conflicts: tuple[Conflict, ...] = ()
    complete: bool = True


def against_evidence(premises: Sequence[Premise], facts: Facts, judge: Judge) -> Refutations:
    """The minimal conflicts of premises with the evidence, in the order of the premises."""
    if _compatible(premises, facts, judge, Together()):
        return Refutations()
    return _refutations(premises, facts, judge, lambda each: bool(each.evidence))


def jointly_refuted(claims: Sequence[Premise], facts: Facts, judge: Judge, together: Together) -> Refutations:
    """The minimal conflicts that need at least two of the claims, each of which stands by itself.

    Strongest first, then smallest, then in the order of the claims; what is said twice counts once.
    ``together`` is what was found to hold together in earlier versions of the story.
    """
    different = {claim.propositions: claim for claim in reversed(claims)}
    claims = tuple(claim for claim in claims if different[claim.propositions] is claim)
    if len(claims) < 2 or _compatible(claims, facts, judge, together):
        return Refutations()
    names = {claim.id for claim in claims}
    everything = Facts((*facts.premises, *claims))
    found = _refutations(claims, everything, judge, lambda each: len(names.intersection(each.claims)) > 1)
    return found._replace(conflicts=tuple(sorted(found.conflicts, key=_order)))


def _compatible(claims: Sequence[Premise], facts: Facts, judge: Judge, together: Together) -> bool:
    """Whether all of them can hold together: one question, which in most stories spares one for each."""
    propositions = tuple(dict.fromkeys(each for claim in claims for each in claim.propositions))
    return together.hold(propositions, facts, judge)


def _order(each: Conflict) -> tuple[int, int]:
    """Those of one rank stay in the order of the story."""
    return -each.confidence, len(each.evidence) + len(each.claims)


def _refutations(
    premises: Sequence[Premise], facts: Facts, judge: Judge, wanted: Callable[[Conflict], bool]
) -> Refutations:
    """The wanted ones among the refutations of each of the premises beside the facts."""
    found: dict[tuple[tuple[str, ...], tuple[str, ...]], Conflict] = {}
    incomplete = 0
    most = _TIMES_AS_MANY * judge.limits.max_conflicts or inf
    for premise in premises:
        if len(found) >= most or incomplete >= _TIMES_AS_MANY:
            return Refutations(tuple(found.values()), complete=False)
        new, complete = _refuted(premise, facts, judge)
        for each in filter(wanted, new):
            found.setdefault((each.evidence, each.claims), each)
        incomplete += not complete
    return Refutations(tuple(found.values()), not incomplete)


def _refuted(premise: Premise, facts: Facts, judge: Judge) -> tuple[list[Conflict], bool]:
    """The refutations of a premise, and whether these are all."""
    decision = judge.decision(premise.propositions, facts)
    try:
        found, complete = decision.refutations()
    except Undecided:
        return [], False
    items = judge.evidence.items
    cases = (seen_from(case, premise.told) for case in map(decision.witness, found))
    told = [
        conflict(each, case, premise.id, items, judge.uses(premise.propositions, each))
        for each, case in zip(found, cases, strict=True)
    ]
    return told, complete
