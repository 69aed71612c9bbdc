"""What a story takes as true: whether it can be, by itself and beside the evidence.

A sentence is tried against all of them, itself included: no minimal set needs it twice.
"""

from collections.abc import Sequence

from storycheck.checking.claims import Judge
from storycheck.checking.decide import Decision
from storycheck.checking.given import Facts, Premise
from storycheck.checking.judgement import conflict
from storycheck.explaining.findings import Conflict
from storycheck.solving.limits import Undecided


def contradictory(premises: Sequence[Premise], judge: Judge) -> tuple[tuple[str, ...], ...]:
    """The minimal sets of premises that cannot hold together, whatever the evidence; by identifier."""
    return judge.clashing(Facts(tuple(premises)))


def against_evidence(premises: Sequence[Premise], facts: Facts, judge: Judge) -> tuple[Conflict, ...]:
    """The minimal conflicts of premises with the evidence, each told once, in the order of the premises."""
    if _compatible(premises, facts, judge):
        return ()
    found: dict[tuple[tuple[str, ...], tuple[str, ...]], Conflict] = {}
    for premise in premises:
        decision = judge.decision(premise.propositions, facts)
        for each in _refutations(decision, premise.id, judge):
            if each.evidence:
                found.setdefault((each.evidence, each.claims), each)
    return tuple(found.values())


def jointly_refuted(claims: Sequence[Premise], facts: Facts, judge: Judge) -> tuple[Conflict, ...]:
    """The minimal conflicts that need at least two of the claims, each of which stands by itself."""
    if len(claims) < 2 or _compatible(claims, facts, judge):
        return ()
    names = {claim.id for claim in claims}
    found: dict[tuple[tuple[str, ...], tuple[str, ...]], Conflict] = {}
    everything = Facts((*facts.premises, *claims))
    for claim in claims:
        decision = judge.decision(claim.propositions, everything)
        for each in _refutations(decision, claim.id, judge):
            if len(names.intersection(each.claims)) > 1:
                found.setdefault((each.evidence, each.claims), each)
    return tuple(sorted(found.values(), key=_order))


def _compatible(claims: Sequence[Premise], facts: Facts, judge: Judge) -> bool:
    """Whether all of them can hold together: one question, which in most stories spares one for each."""
    propositions = tuple(dict.fromkeys(each for claim in claims for each in claim.propositions))
    try:
        return judge.decision(propositions, facts).stands()
    except Undecided:
        return False


def _order(each: Conflict) -> tuple[int, int, tuple[str, ...], tuple[str, ...]]:
    size = len(each.evidence) + len(each.claims)
    return -each.confidence, size, each.claims, each.evidence


def _refutations(decision: Decision, name: str, judge: Judge) -> tuple[Conflict, ...]:
    try:
        found, _ = decision.refutations()
    except Undecided:
        return ()
    items = judge.evidence.items
    return tuple(conflict(each, decision.witness(each), name, items) for each in found)
