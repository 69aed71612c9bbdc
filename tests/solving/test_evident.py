"""What is told without a search: never a case that there is not, and never a clash of what has a case."""

import random
from collections.abc import Iterable
from itertools import chain, product

import pytest

from storycheck.logic.atoms import Clause
from storycheck.solving.evident import Case, Clash, Evident

ATOMS = range(1, 7)


def _answer(*groups: Iterable[Clause]) -> Case | Clash | None:
    evident = Evident()
    for number, clauses in enumerate(groups):
        evident.add(number, clauses)
    return evident.answer(range(len(groups)))


def _obeys(clauses: Iterable[Clause], true: Iterable[int]) -> bool:
    true = set(true)
    return all(any((abs(lit) in true) == (lit > 0) for lit in each) for each in clauses)


def _satisfiable(clauses: Iterable[Clause]) -> bool:
    """By trying every case."""
    clauses = tuple(clauses)
    cases = product((False, True), repeat=len(ATOMS))
    return any(
        _obeys(clauses, (a for a, is_true in zip(ATOMS, case, strict=True) if is_true)) for case in cases
    )


@pytest.mark.parametrize("seed", range(300))
def test_what_is_found_is_there(seed: int) -> None:
    """A case obeys every clause, and the groups that clash have no case without the others."""
    rng = random.Random(seed)
    clauses = [
        [
            tuple(rng.choice((1, -1)) * rng.choice(ATOMS) for _ in range(rng.randint(1, 3)))
            for _ in range(rng.randint(0, 4))
        ]
        for _ in range(8)
    ]
    evident = Evident()
    for number, group in enumerate(clauses):
        evident.add(number, group)
    match evident.answer(range(len(clauses))):
        case Case() as found:
            further = [(first, second) for first in (*ATOMS, -1, -2, -3, -7) for second in (-4, 5, 7)]
            true = evident.true(ATOMS, found)
            assert _obeys(chain(*clauses), true)
            assert all(evident.satisfies(found, [one]) == _obeys([one], true) for one in further)
        case Clash(groups, steps):
            assert steps
            assert not _satisfiable(each for number in groups for each in clauses[number])


def test_what_is_forced_is_followed() -> None:
    """Forwards and backwards; and what is open is false, unless a clause asks for it."""
    assert _answer([(1,), (-1, 2), (-2, 3), (-4, -3)]) == Case(0b0111)
    assert isinstance(_answer([(-3,), (-2, 3), (-1, 2), (1, 4)]), Case)
    assert isinstance(_answer([(1, 2), (-1, 3), (-5, 6), (7, -7)]), Case)
    assert isinstance(_answer([(1, 2), (2, 3), (-1, -2)]), Case)
    assert isinstance(_answer([(1,), (-1, 2), (-2,)]), Clash)
    assert isinstance(_answer([(1,), ()]), Clash)
    assert _answer() == Case(0)


def test_what_takes_a_search_is_left_to_the_solver() -> None:
    """There is a case without 1 only, and 1 is tried first; and there is none, but nothing is forced."""
    possible = ((1, 2), (-1, 3, 4), (-1, -3), (-1, -4))
    assert _satisfiable(possible)
    assert _answer(possible) is None
    impossible = ((1, 2), (-1, 2), (1, -2), (-1, -2))
    assert not _satisfiable(impossible)
    assert _answer(impossible) is None


def test_only_groups_that_are_named_count() -> None:
    evident = Evident()
    evident.add(0, [(1,)])
    evident.add(7, [(-1,)])
    assert evident.answer([0]) == Case(1)
    assert evident.answer([7]) == Case(0)
    assert evident.answer([0, 7]) == Clash(frozenset((0, 7)), 2)


def test_a_clash_names_those_that_forced_it() -> None:
    """The last group says something of the same atoms, and is not needed."""
    clauses: list[list[Clause]] = [[(1,)], [(-1, 2)], [(-2, 5), (-5,)], [(2, 6), (-5, 3)]]
    assert _answer(*clauses) == Clash(frozenset((0, 1, 2)), 5)
