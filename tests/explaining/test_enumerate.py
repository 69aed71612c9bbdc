"""Enumeration of minimal sets, against trying all subsets."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storycheck.explaining import enumerate
from storycheck.explaining.enumerate import FEW_TRIED, Oracle, minimal_sets, minimal_sets_of
from storycheck.solving.limits import Undecided
from storycheck.solving.masks import Mask, bits, irreducible
from storycheck.solving.problem import Test as SolverTest

UNITS = 7
FAMILIES = st.lists(st.integers(0, (1 << UNITS) - 1), max_size=8)


def _core(family: list[Mask]) -> Oracle:
    def core(mask: Mask) -> Mask | None:
        return next((each for each in family if each & mask == each), None)

    return core


@settings(max_examples=200, deadline=None)
@given(FAMILIES)
def test_all_minimal_sets_smallest_first(family: list[Mask]) -> None:
    found = minimal_sets((1 << UNITS) - 1, _core(family), lambda _: True, 0)
    assert found.complete
    assert sorted(found.sets) == sorted(irreducible(family))
    assert [mask.bit_count() for mask in found.sets] == sorted(mask.bit_count() for mask in found.sets)


@settings(max_examples=100, deadline=None)
@given(FAMILIES, st.integers(1, 4))
def test_a_limit_keeps_the_smallest(family: list[Mask], limit: int) -> None:
    """And says that there are more exactly if there are."""
    every = irreducible(family)
    found = minimal_sets((1 << UNITS) - 1, _core(family), lambda _: True, limit)
    assert len(found.sets) == min(limit, len(every))
    assert found.complete == (len(every) <= limit)
    sizes = sorted(mask.bit_count() for mask in every)
    assert [mask.bit_count() for mask in found.sets] == sizes[:limit]


def test_unwanted_sets_do_not_count() -> None:
    found = minimal_sets(7, _core([1, 6]), lambda mask: mask != 1, 1)
    assert (found.sets, found.complete) == ((6,), True)


def test_giving_up_is_told() -> None:
    """What was found before is kept."""
    calls = 0

    def core(mask: Mask) -> Mask | None:
        nonlocal calls
        calls += 1
        if calls > 5:
            raise Undecided
        return next((each for each in (1, 6) if each & mask == each), None)

    found = minimal_sets(7, core, lambda _: True, 0)
    assert not found.complete
    assert found.sets == (1,)


def _choices(groups: int) -> Oracle:
    """The conflicts are all choices of one out of three from each group."""
    masks = [0b111 << (3 * n) for n in range(groups)]
    return lambda mask: mask if all(mask & group for group in masks) else None


def test_large_conflicts_are_found_past_many_small_sets() -> None:
    """There are millions of sets with fewer than twelve units."""
    found = minimal_sets((1 << 36) - 1, _choices(12), lambda _: True, 5)
    assert not found.complete
    assert [mask.bit_count() for mask in found.sets] == [12] * 5


def test_too_many_sets(monkeypatch: pytest.MonkeyPatch) -> None:
    """One of them is found at least, and that there are more is told."""
    monkeypatch.setattr(enumerate, "MOST_STEPS", 100)
    found = minimal_sets((1 << 36) - 1, _choices(12), lambda _: True, 5)
    assert not found.complete
    assert [mask.bit_count() for mask in found.sets] == [12]


class _Asked(SolverTest):
    """A test with known conflicts, and with or without a list of them; the solver gives up now and then."""

    def __init__(self, family: list[Mask], listed: bool, gives_up: int) -> None:
        self._family, self._listed, self._gives_up = family, listed, gives_up
        self._calls = 0

    def core(self, mask: Mask) -> frozenset[int] | None:
        self._calls += 1
        if self._calls == self._gives_up:
            raise Undecided
        found = next((each for each in self._family if each & mask == each), None)
        return None if found is None else frozenset(bits(found))

    @property
    def asked(self) -> int:
        return self._calls

    def mask_of(self, core: frozenset[int]) -> Mask:
        return sum(core)

    def _conflicts(self) -> list[Mask] | None:
        return irreducible(self._family) if self._listed else None


@settings(max_examples=200, deadline=None)
@given(FAMILIES, st.booleans(), st.integers(2, 6))
def test_searched_or_listed_the_sets_are_the_same(family: list[Mask], listed: bool, gives_up: int) -> None:
    """Where the solver gave up early, the search goes on with the sets that it has not tried yet."""
    found = minimal_sets_of(_Asked(family, listed, gives_up), (1 << UNITS) - 1, 0, lambda _: True, 0)
    assert found.complete
    assert sorted(found.sets) == sorted(irreducible(family))


@pytest.mark.parametrize("limit", [0, 3])
def test_after_a_few_tries_the_list_is_asked_for(limit: int) -> None:
    """Pairs out of forty units take more tries than a list."""
    family = [0b11 << (2 * n) for n in range(20)]
    asked = _Asked(family, True, 0)
    found = minimal_sets_of(asked, (1 << 40) - 1, 0, lambda _: True, limit)
    assert found.sets == tuple(family[: limit or None])
    assert found.complete == (not limit)
    assert asked._calls < 10 * FEW_TRIED
