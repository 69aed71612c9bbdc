"""Masks within others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storycheck.solving.masks import Mask, Steps, TooMuch, Within

MASKS = st.lists(st.integers(0, 63), max_size=12)


@given(MASKS, st.integers(0, 63))
def test_one_that_is_within(masks: list[Mask], mask: Mask) -> None:
    known = Within(Steps(100))
    for each in masks:
        known.add(each)
    inside = [each for each in masks if each & mask == each]
    found = known.find(mask)
    assert found in inside if inside else found is None


def test_many_comparisons_take_steps() -> None:
    """Masks that are as large are not compared."""
    known = Within(Steps(2))
    for place in range(3 * Within.COMPARISONS):
        known.add(1 << place)
    assert known.find(1 << 200) is None
    with pytest.raises(TooMuch):
        known.find(0b11 << 200)
