"""All conflicts of each test at once, against the search that asks the solver set by set."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storycheck.evidence.items import Confidence
from storycheck.explaining.enumerate import minimal_sets
from storycheck.logic.assertions import Piece
from storycheck.logic.constraints import asserted, denied
from storycheck.logic.definitions import Definitions
from storycheck.logic.rules import Rule, rules, rules_of
from storycheck.logic.slicing import unsliced
from storycheck.meaning.formula import TRUE, Formula, conj, disj, has, neg
from storycheck.meaning.proposition import Proposition, Strength
from storycheck.meaning.vocabulary import Vocabulary
from storycheck.solving import problem, stuck
from storycheck.solving.limits import Limits
from storycheck.solving.masks import irreducible
from storycheck.solving.trials import trials

LITERALS = st.sampled_from([lit for name in "abc" for lit in (has(name), neg(has(name)))])
FORMULAS: st.SearchStrategy[Formula] = st.one_of(
    LITERALS,
    st.lists(LITERALS, min_size=2, max_size=2).map(conj),
    st.lists(LITERALS, min_size=2, max_size=2).map(disj),
    st.just(TRUE),
)
RANKED = (Strength.USUALLY, Strength.NOT_USUALLY)
PROPOSITIONS = st.builds(Proposition, st.sampled_from((*Strength, *RANKED, *RANKED)), FORMULAS, FORMULAS)
UNITS = st.lists(st.lists(PROPOSITIONS, min_size=1, max_size=2), max_size=7)


def _tests(units: Sequence[Sequence[Proposition]], claim: Proposition, way: int) -> list[problem.Test]:
    definitions = Definitions(Vocabulary())
    branch = (asserted(claim), *denied(claim))[min(way, len(denied(claim)))]
    soft: list[Rule] = []
    for number, propositions in enumerate(units):
        name = f"u{number}"
        soft += rules_of((Piece(name, name, p, Confidence.STRONG) for p in propositions), definitions)
    part = unsliced(rules(branch, definitions), soft, definitions)
    masks = [1 << int(rule.unit.removeprefix("u")) for rule in part.rules]
    return trials(problem.Problem(part, masks, Limits()))


@settings(max_examples=400, deadline=None)
@given(UNITS, PROPOSITIONS, st.integers(0, 2))
def test_all_conflicts(units: list[list[Proposition]], claim: Proposition, way: int) -> None:
    everything = (1 << len(units)) - 1
    for test in _tests(units, claim, way):

        def core(mask: int) -> int | None:
            clash = test.core(mask)  # noqa: B023
            return None if clash is None else test.mask_of(clash)  # noqa: B023

        found = minimal_sets(everything, core, lambda _: True, 0)
        assert test.conflicts == tuple(irreducible(found.sets))
        assert found.complete
        assert all(test.concerns(mask) for mask in test.conflicts or ())


def test_weak_rules_do_not_block_each_other_in_a_circle() -> None:
    """Cases of one rank satisfy both; a strict rule between them leaves no room."""
    a, b = map(has, "ab")
    weak = [[Proposition(Strength.NOT_USUALLY, disj([a, b]), neg(a))]]
    claim = Proposition(Strength.NOT_USUALLY, disj([a, b]), a)
    (alone,) = _tests(weak, claim, 0)
    assert alone.conflicts == ()
    (beside,) = _tests([*weak, [Proposition(Strength.USUALLY, disj([a, b]), a)]], claim, 0)
    assert beside.conflicts == (2,)


def test_where_that_is_too_much_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    a, c, d = map(has, "acd")
    units = [[Proposition(Strength.USUALLY, a, c)], [Proposition(Strength.ALWAYS, c, d)]]
    claim = Proposition(Strength.USUALLY, a, neg(d))
    assert _tests(units, claim, 0)[-1].conflicts == (3,)
    monkeypatch.setattr(stuck, "MOST_STATES", 0)
    assert _tests(units, claim, 0)[-1].conflicts is None
