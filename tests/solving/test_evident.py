"""Cases found without a search: never one that there is not."""

import random
from itertools import product

import pytest

from storycheck.logic.atoms import Clause
from storycheck.solving.evident import Evident


def _possible(*clauses: Clause) -> bool:
    evident = Evident()
    evident.add(0, clauses)
    return evident.possible([0])


def _satisfiable(clauses: list[Clause], atoms: int) -> bool:
    """By trying every case."""
    cases = product((False, True), repeat=atoms)
    return any(
        all(any(case[abs(lit) - 1] == (lit > 0) for lit in each) for each in clauses) for case in cases
    )


@pytest.mark.parametrize("seed", range(200))
def test_what_is_found_is_there(seed: int) -> None:
    rng = random.Random(seed)
    clauses = [
        tuple(rng.choice((1, -1)) * rng.randint(1, 6) for _ in range(rng.randint(1, 3)))
        for _ in range(rng.randint(1, 16))
    ]
    assert _satisfiable(clauses, 6) or not _possible(*clauses)


def test_what_is_forced_is_followed() -> None:
    """Forwards and backwards; and what is open is false, unless a clause asks for it."""
    assert _possible((1,), (-1, 2), (-2, 3), (-4, -3))
    assert _possible((-3,), (-2, 3), (-1, 2), (1, 4))
    assert _possible((1, 2), (-1, 3), (-5, 6), (7, -7))
    assert not _possible((1,), (-1, 2), (-2,))
    assert not _possible((1,), ())
    assert _possible()


def test_what_takes_a_search_is_left_to_the_solver() -> None:
    """There is a case without 1 only, and 1 is tried first."""
    clauses = ((1, 2), (-1, 3, 4), (-1, -3), (-1, -4))
    assert _satisfiable([*clauses], 4)
    assert not _possible(*clauses)


def test_only_groups_that_are_named_count() -> None:
    evident = Evident()
    evident.add(0, [(1,)])
    evident.add(7, [(-1,)])
    assert evident.possible([0])
    assert evident.possible([7])
    assert not evident.possible([0, 7])
