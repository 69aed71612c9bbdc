"""Gaps: why a step does not follow. A ranked model in which the premises hold and the conclusion fails.

The model is evaluated without the solver, proposition by proposition, before its breaking case is told.
"""

from collections.abc import Iterable, Sequence

from storycheck.explaining.findings import Case
from storycheck.explaining.inquiry import Ground, Inquiry, is_low
from storycheck.logic.constraints import Kind, denied
from storycheck.logic.definitions import Definitions
from storycheck.logic.evaluate import Ranked, case_of, obeys, satisfies
from storycheck.logic.rules import Rule, rules
from storycheck.logic.slicing import Slice, unsliced
from storycheck.meaning.formula import Atom, Lit, conj, holds, neg
from storycheck.meaning.proposition import Proposition, Strength
from storycheck.solving.limits import Undecided
from storycheck.solving.models import ranked_model
from storycheck.solving.problem import Problem


def gap(
    conclusion: Sequence[Proposition], premises: Sequence[Rule], shown: Sequence[Proposition], ground: Ground
) -> Case | None:
    """A case that the premises allow and that breaks the conclusion; None if there is none.

    ``premises`` are all rules that the step may use beside the evidence; the case tells the atoms of the
    conclusion and of the propositions ``shown``. Raises `Undecided` if none was found within the limit.
    """
    mentioned = sorted({atom for p in (*conclusion, *shown) for atom in p.atoms})
    undecided = False
    for proposition in conclusion:
        for way in reversed(denied(proposition)):
            branch = rules(way, ground.definitions)
            soft = [r for r in Inquiry([branch], ground).slices[0].rules if not is_low(r)]
            try:
                found = _obeying(branch, (*soft, *premises), ground)
            except Undecided:
                undecided = True
                continue
            if found is not None and _breaks(*found, proposition, ground.definitions):
                return _told(found[0], proposition, mentioned, ground.definitions)
    if undecided:
        raise Undecided
    return None


def _obeying(
    branch: tuple[Rule, ...], needed: Iterable[Rule], ground: Ground
) -> tuple[Ranked, tuple[Rule, ...]] | None:
    """A model of the rules ``needed``, and of what holds of every case: where one breaks that, it is needed.

    With all rules that were. The slice is what the conclusion depends on; the premises speak of more.
    """
    obeyed = dict.fromkeys(needed)
    while True:
        model = _model(unsliced(branch, obeyed, ground.definitions), ground)
        if model is None:
            return None
        there = {atom for _, case in model.cases for atom, value in case.items() if value}
        broken = [r for r in ground.universal(there) if r not in obeyed and _breaks_rule(model, r, ground)]
        if not broken:
            return model, tuple(obeyed)
        obeyed.update(dict.fromkeys(broken))


def _breaks_rule(model: Ranked, rule: Rule, ground: Ground) -> bool:
    assert rule.piece is not None, "what holds of every case is evidence"
    said = _normal(rule.piece.proposition, ground.definitions)
    return not _stands(model, said, {Kind.EVERY})


def _model(whole: Slice, ground: Ground) -> Ranked | None:
    found = ranked_model(Problem(whole, [0] * len(whole.rules), ground.limits))
    if found is None:
        return None
    cases, own = found
    if not all(obeys(case, whole.definitions) for _, case in cases):
        return None
    table = ground.definitions.atoms
    numbers = sorted({abs(lit) for clause in _clauses(whole) for lit in clause})
    return Ranked(
        tuple((rank, case_of(case, numbers, table)) for rank, case in cases),
        None if own is None else case_of(own, numbers, table),
    )


def _clauses(whole: Slice) -> list[tuple[int, ...]]:
    return [*whole.definitions, *(c for rule in (*whole.claim, *whole.rules) for c in rule.clauses)]


def _breaks(
    model: Ranked, premises: Iterable[Rule], conclusion: Proposition, definitions: Definitions
) -> bool:
    """Whether the model satisfies all premises and not the conclusion."""
    kinds: dict[Proposition, set[Kind]] = {}
    for rule in premises:
        if rule.piece:
            kinds.setdefault(rule.piece.proposition, set()).add(rule.kind)
    return all(_stands(model, _normal(p, definitions), kinds[p]) for p in kinds) and not satisfies(
        model, _normal(conclusion, definitions)
    )


def _stands(model: Ranked, premise: Proposition, kinds: set[Kind]) -> bool:
    """Whether a premise holds as far as it bears on the conclusion.

    The case that an "always" presupposes is out of the slice where nothing here can depend on it.
    """
    if kinds == {Kind.EVERY}:
        return model.least(conj([premise.restrictor, neg(premise.scope)])) is None
    return satisfies(model, premise)


def _normal(proposition: Proposition, definitions: Definitions) -> Proposition:
    return Proposition(
        proposition.strength,
        definitions.normal(proposition.restrictor),
        definitions.normal(proposition.scope),
    )


def _told(
    model: Ranked, conclusion: Proposition, mentioned: Sequence[Atom], definitions: Definitions
) -> Case:
    """The most normal case that breaks the conclusion, or else any."""
    normal = _normal(conclusion, definitions)
    broken = conj([normal.restrictor, neg(normal.scope)])
    cases = sorted(model.cases, key=lambda ranked: ranked[0])
    if conclusion.strength is Strength.THIS and model.own is not None:
        cases = [(0, model.own)]
    breaking = [case for _, case in cases if holds(broken, case)]
    case = breaking[0] if breaking else cases[0][1]
    return {atom: holds(definitions.normal(Lit(atom)), case) for atom in mentioned}
