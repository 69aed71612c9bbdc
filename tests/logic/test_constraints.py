"""Constraints say what propositions say; branches of denials what their negations do."""

from itertools import product

import pytest

from storycheck.logic.atoms import AtomTable
from storycheck.logic.constraints import Constraint, Kind, asserted, denied
from storycheck.logic.evaluate import Ranked, case_of, obeys, satisfies
from storycheck.meaning.formula import FALSE, TRUE, Atom, conj, disj, has, holds, neg
from storycheck.meaning.proposition import Proposition, Strength
from tests.oracle import small_worlds
from tests.small import formula, say

A, B = has("a"), has("b")
FORMULAS = (A, neg(B), TRUE, FALSE, conj([A, B]), disj([A, neg(B)]))
WORLDS = small_worlds(("a", "b")).models


@pytest.mark.parametrize("strength", Strength)
def test_constraints_agree_with_truth_conditions(strength: Strength) -> None:
    """In every ranked model over two concepts."""
    for restrictor, scope in product(FORMULAS, FORMULAS):
        proposition = Proposition(strength, restrictor, scope)
        for model in WORLDS[:: 7 if strength is Strength.THIS else 3]:
            if strength is Strength.THIS and model.own is None:
                continue
            truth = satisfies(model, proposition)
            assert all(_true_of(each, model) for each in asserted(proposition)) == truth
            assert any(all(_true_of(each, model) for each in way) for way in denied(proposition)) != truth


def test_truth_conditions_of_examples() -> None:
    """Birds usually fly, penguins do not, and some bird does not."""
    flying, penguin = {"bird": True, "flies": True}, {"bird": True, "penguin": True}
    model = Ranked(((0, _case(flying)), (1, _case(penguin))), own=_case(penguin))
    true = ["usually bird: flies", "always penguin: !flies", "sometimes bird: !flies", "this: penguin"]
    false = ["always bird: flies", "not usually bird: flies", "always griffin: flies", "this bird: flies"]
    assert all(satisfies(model, say(text)) for text in true)
    assert not any(satisfies(model, say(text)) for text in false)
    assert model.least(formula("bird & !flies")) == 1
    assert model.least(formula("griffin")) is None


def test_cases_by_number() -> None:
    table = AtomTable()
    first, second, aux = table.number(Atom("has", "b")), table.number(Atom("has", "a")), table.fresh()
    true = frozenset({first, aux})
    assert case_of(true, [first, second, aux], table) == {Atom("has", "a"): False, Atom("has", "b"): True}
    assert obeys(true, [(first, second), (-second,)])
    assert not obeys(true, [(-first, second)])


def _case(names: dict[str, bool]) -> dict[Atom, bool]:
    return {Atom("has", name): value for name, value in names.items()}


def _true_of(constraint: Constraint, ranked: Ranked) -> bool:
    """Whether the ranked model satisfies the constraint."""
    if constraint.kind is Kind.EVERY:
        return ranked.least(constraint.breaks) is None
    if constraint.kind is Kind.SOME:
        return ranked.least(constraint.shows) is not None
    if constraint.kind is Kind.OWN:
        return ranked.own is not None and holds(constraint.shows, ranked.own)
    shown, broken = ranked.least(constraint.shows), ranked.least(constraint.breaks)
    if shown is None:
        return False
    return broken is None or shown < broken or (shown == broken and constraint.kind is Kind.AT_LEAST)
