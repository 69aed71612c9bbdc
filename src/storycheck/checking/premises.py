"""What a story takes as true: whether it can be, by itself and beside the evidence."""

from collections.abc import Iterable, Sequence

from storycheck.checking.claims import Facts, Judge, Premise
from storycheck.checking.decide import Decision
from storycheck.explaining.findings import Conflict
from storycheck.meaning.formula import Formula, conj, disj, neg
from storycheck.meaning.proposition import Strength
from storycheck.solving.limits import Undecided


def setup_formula(premises: Iterable[Premise]) -> Formula:
    """What facts about the story's own case say of it, taken together."""
    own = (p for premise in premises for p in premise.propositions if p.strength is Strength.THIS)
    return conj(disj([neg(p.restrictor), p.scope]) for p in own)


def contradictory(premises: Sequence[Premise], judge: Judge) -> tuple[tuple[str, ...], ...]:
    """The minimal sets of premises that cannot hold together, whatever the evidence; by identifier."""
    return judge.clashing(Facts(tuple(premises)))


def against_evidence(premises: Sequence[Premise], facts: Facts, judge: Judge) -> tuple[Conflict, ...]:
    """The minimal conflicts of premises with the evidence, each told once, in the order of the premises."""
    found: dict[tuple[tuple[str, ...], tuple[str, ...]], Conflict] = {}
    for premise in premises:
        others = tuple(other for other in facts.premises if other.id != premise.id)
        decision = judge.decision(premise.propositions, Facts(others, facts.setup))
        for conflict in _refutations(decision, premise.id, judge):
            if conflict.evidence:
                found.setdefault((conflict.evidence, conflict.claims), conflict)
    return tuple(found.values())


def jointly_refuted(claims: Sequence[Premise], facts: Facts, judge: Judge) -> tuple[Conflict, ...]:
    """The minimal conflicts that need at least two of the claims, each of which stands by itself."""
    names = {claim.id for claim in claims}
    found: dict[tuple[tuple[str, ...], tuple[str, ...]], Conflict] = {}
    for claim in claims:
        others = tuple(other for other in claims if other.id != claim.id)
        decision = judge.decision(claim.propositions, Facts((*facts.premises, *others), facts.setup))
        for conflict in _refutations(decision, claim.id, judge):
            if len(names.intersection(conflict.claims)) > 1:
                found.setdefault((conflict.evidence, conflict.claims), conflict)
    return tuple(sorted(found.values(), key=_order))


def _order(conflict: Conflict) -> tuple[int, int, tuple[str, ...], tuple[str, ...]]:
    size = len(conflict.evidence) + len(conflict.claims)
    return -conflict.confidence, size, conflict.claims, conflict.evidence


def _refutations(decision: Decision, name: str, judge: Judge) -> tuple[Conflict, ...]:
    try:
        found, _ = decision.refutations()
    except Undecided:
        return ()
    return tuple(decision.conflict(each, name, judge.evidence.items) for each in found)
