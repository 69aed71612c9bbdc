"""Enumeration of minimal sets, against trying all subsets."""

from hypothesis import given, settings
from hypothesis import strategies as st

from storycheck.explaining.enumerate import minimal_sets
from storycheck.solving.limits import Undecided
from storycheck.solving.masks import Mask, irreducible

UNITS = 7
FAMILIES = st.lists(st.integers(0, (1 << UNITS) - 1), max_size=8)


def _core(family: list[Mask]) -> "object":
    def core(mask: Mask) -> Mask | None:
        return next((each for each in family if each & mask == each), None)

    return core


@settings(max_examples=200, deadline=None)
@given(FAMILIES)
def test_all_minimal_sets_smallest_first(family: list[Mask]) -> None:
    found = minimal_sets((1 << UNITS) - 1, _core(family), lambda _: True, 0)  # type: ignore[arg-type]
    assert found.complete
    assert sorted(found.sets) == sorted(irreducible(family))
    assert [mask.bit_count() for mask in found.sets] == sorted(mask.bit_count() for mask in found.sets)


@settings(max_examples=100, deadline=None)
@given(FAMILIES, st.integers(1, 4))
def test_a_limit_keeps_the_smallest(family: list[Mask], limit: int) -> None:
    """And says that there are more exactly if there are."""
    every = irreducible(family)
    found = minimal_sets((1 << UNITS) - 1, _core(family), lambda _: True, limit)  # type: ignore[arg-type]
    assert len(found.sets) == min(limit, len(every))
    assert found.complete == (len(every) <= limit)
    sizes = sorted(mask.bit_count() for mask in every)
    assert [mask.bit_count() for mask in found.sets] == sizes[:limit]


def test_unwanted_sets_do_not_count() -> None:
    found = minimal_sets(7, _core([1, 6]), lambda mask: mask != 1, 1)  # type: ignore[arg-type]
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


def test_too_many_small_sets() -> None:
    """Twelve choices of one out of three: one of them is found at least, and that there are more is told."""
    groups = [0b111 << (3 * n) for n in range(12)]

    def core(mask: Mask) -> Mask | None:
        return mask if all(mask & group for group in groups) else None

    found = minimal_sets((1 << 36) - 1, core, lambda _: True, 5)
    assert not found.complete
    assert [mask.bit_count() for mask in found.sets] == [12]
