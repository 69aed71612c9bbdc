"""Elimination, against trying every set of labels with every valuation."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storycheck.solving import elimination
from storycheck.solving.elimination import Elimination, Labelled
from storycheck.solving.masks import bits, irreducible

ATOMS, LABELS = 4, 5
LITERALS = st.integers(1, ATOMS).flatmap(lambda atom: st.sampled_from((atom, -atom)))
CLAUSES = st.lists(
    st.tuples(st.lists(LITERALS, max_size=3).map(tuple), st.integers(0, (1 << LABELS) - 1)), max_size=12
)


def _possible(clauses: list[Labelled], mask: int) -> bool:
    held = [clause for clause, label in clauses if not label & ~mask]
    return any(
        all(any((literal > 0) == row[abs(literal) - 1] for literal in clause) for clause in held)
        for row in product((False, True), repeat=ATOMS)
    )


@settings(max_examples=400, deadline=None)
@given(CLAUSES)
def test_all_minimal_sets_of_labels(clauses: list[Labelled]) -> None:
    expected = irreducible(mask for mask in range(1 << LABELS) if not _possible(clauses, mask))
    assert Elimination(clauses).contradictory([]) == expected
    shared = Elimination(clauses[:5])
    assert shared.contradictory(clauses[5:]) == expected
    assert shared.contradictory(clauses[5:]) == expected


def test_independent_conflicts_do_not_multiply() -> None:
    """Seventy pairs have 2 ** 70 largest consistent sets."""
    pairs: list[Labelled] = [
        ((sign * atom,), 1 << (2 * atom + (sign < 0))) for atom in range(1, 71) for sign in (1, -1)
    ]
    assert Elimination(pairs).contradictory([]) == [0b11 << (2 * atom) for atom in range(1, 71)]


def test_too_much_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    links = [((-atom, atom + 1), 1 << atom) for atom in range(1, 9)]
    chain: list[Labelled] = [((1,), 1), *links, ((-9,), 1 << 9)]
    assert Elimination(chain).contradictory([]) == [(1 << 10) - 1]
    monkeypatch.setattr(elimination, "MOST_STEPS", 4)
    assert Elimination(chain).contradictory([]) is None


@given(st.lists(st.integers(0, 255)))
def test_irreducible_masks(masks: list[int]) -> None:
    expected = {mask for mask in masks if not any(o & mask == o and o != mask for o in masks)}
    assert irreducible(masks) == sorted(expected, key=lambda mask: (mask.bit_count(), mask))


@given(st.integers(0, 1 << 80))
def test_bits_of_a_mask(mask: int) -> None:
    assert sum(bits(mask)) == mask
    assert all(bit.bit_count() == 1 for bit in bits(mask))
