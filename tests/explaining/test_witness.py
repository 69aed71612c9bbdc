"""The case that breaks a claim is told from the claim's side."""

from storycheck.explaining.findings import Case
from storycheck.explaining.witness import seen_from
from storycheck.meaning.formula import Atom, Lit, conj, has
from storycheck.meaning.proposition import Proposition, Strength

BIG = {Atom("rises", "size"): True, Atom("falls", "loss"): False, Atom("has", "sgd"): True}
SMALL = {Atom("falls", "size"): True, Atom("rises", "loss"): False}


def smaller(*background: Lit) -> Proposition:
    restrictor = conj((Lit(Atom("falls", "size")), *background))
    return Proposition(Strength.USUALLY, restrictor, Lit(Atom("rises", "loss")))


def test_what_breaks_a_claim_about_smaller_ones_is_smaller() -> None:
    assert seen_from(BIG, [smaller()]) == SMALL | {Atom("base", "sgd"): True}


def test_a_background_of_both_sides_stays() -> None:
    assert seen_from(BIG, [smaller(has("sgd"))]) == SMALL | {Atom("has", "sgd"): True}


def test_a_background_that_one_side_only_has_keeps_the_case_as_it_is() -> None:
    case: Case = BIG | {Atom("base", "sgd"): False}
    assert seen_from(case, [smaller(has("sgd"))]) == case


def test_a_claim_told_from_the_canonical_side_or_from_both_keeps_the_case() -> None:
    canonical = smaller().canonical()
    assert canonical != smaller()
    assert seen_from(BIG, [canonical]) == BIG
    assert seen_from(BIG, [smaller(), canonical]) == BIG
