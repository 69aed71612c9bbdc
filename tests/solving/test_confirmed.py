"""Many failures confirmed by one question, against asking for each."""

from collections.abc import Iterator, Sequence
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storycheck.logic.constraints import Kind
from storycheck.logic.rules import Rule
from storycheck.logic.slicing import Slice
from storycheck.solving import choices
from storycheck.solving.confirmed import Failure, unconfirmed
from storycheck.solving.limits import Limits
from storycheck.solving.masks import Mask, bits
from storycheck.solving.problem import Problem
from storycheck.solving.problem import Test as SolverTest
from storycheck.solving.trials import trials

ATOMS, UNITS = 4, 5
LITERALS = st.sampled_from([lit for atom in range(1, ATOMS + 1) for lit in (atom, -atom)])
CLAUSES = st.lists(st.lists(LITERALS, min_size=1, max_size=3).map(tuple), min_size=1, max_size=2).map(tuple)
LIMITING = st.builds(lambda clauses: Rule(Kind.EVERY, (), clauses, None), CLAUSES)
SHOWN = st.builds(
    lambda kind, clauses: Rule(kind, clauses, (), None), st.sampled_from((Kind.SOME, Kind.OWN)), CLAUSES
)
MASKS = st.sampled_from([1 << unit for unit in range(UNITS)])
SOFT = st.lists(st.tuples(st.one_of(LIMITING, LIMITING, SHOWN), MASKS), max_size=9)


def _tests(claim: Sequence[Rule], soft: Sequence[tuple[Rule, Mask]], limits: Limits) -> list[SolverTest]:
    part = Slice(tuple(claim), (), tuple(rule for rule, _ in soft))
    return trials(Problem(part, [mask for _, mask in soft], limits))


def _impossible(
    test: SolverTest, claim: Sequence[Rule], soft: Sequence[tuple[Rule, Mask]], mask: Mask
) -> bool:
    """Whether no assignment of the atoms is the case, by trying all."""
    rules = [*claim, *(rule for rule, _ in soft)]
    clauses = [clause for index in test.shown(mask) or () for clause in rules[index].shows]
    clauses += [clause for rule in claim for clause in rule.material]
    clauses += [clause for rule, bit in soft if bit & mask for clause in rule.material]
    cases = product((False, True), repeat=ATOMS)
    return not any(
        all(any(case[abs(lit) - 1] == (lit > 0) for lit in one) for one in clauses) for case in cases
    )


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(LIMITING, SHOWN), max_size=2), SOFT, st.sampled_from([0, 1, 100]))
def test_what_is_possible_is_found_among_what_is_not(
    claim: list[Rule], soft: list[tuple[Rule, Mask]], deepest: int
) -> None:
    """Bits that no rule of the problem has are no matter."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(choices, "DEEPEST", deepest)
        for test in _tests(claim, soft, Limits()):
            masks = [mask for mask in range(1 << UNITS) if test.concerns(mask)]
            possible = {mask for mask in masks if not _impossible(test, claim, soft, mask)}
            failures = [Failure(mask | 1 << 40, [test]) for mask in masks]
            assert unconfirmed(failures) == {mask | 1 << 40 for mask in possible}
            assert not unconfirmed(each for each in failures if each.mask & ~(1 << 40) not in possible)


def _chain(limits: Limits) -> tuple[SolverTest, list[Mask]]:
    """The test of a case that three steps, each told twice, make impossible, and its eight conflicts."""
    steps = [(Rule(Kind.EVERY, (), ((-atom, atom + 1),), None), bit) for atom, bit in _pairs()]
    (test,) = _tests([Rule(Kind.SOME, ((1,), (-4,)), (), None)], steps, limits)
    return test, list(test.conflicts or ())


def _pairs() -> Iterator[tuple[int, Mask]]:
    return ((atom, bit) for atom in (1, 2, 3) for bit in bits(0b11 << (2 * atom - 2)))


def test_one_question_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    test, masks = _chain(Limits())
    asked = []
    session = test.problem.session
    search = session._search
    monkeypatch.setattr(session, "_search", lambda guards: asked.append(guards) or search(guards))
    assert len(masks) == 8
    assert unconfirmed(Failure(mask, [test]) for mask in masks) == set()
    assert len(asked) == 1


def test_what_the_limit_leaves_open_is_not_confirmed() -> None:
    test, masks = _chain(Limits(rlimit=1))
    test.problem.session._spent = 2
    assert unconfirmed(Failure(mask, [test]) for mask in masks) == set(masks)
