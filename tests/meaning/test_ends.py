"""Comparisons of what stands at the two ends of a quantity."""

import pytest

from tests.vocabulary import readings


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Large networks overfit more than small networks.", "usually: +parameters -> +overfitting"),
        ("Small networks overfit more than large ones.", "usually: +parameters -> -overfitting"),
        (
            "Pruned networks overfit more than small pruned networks.",
            "usually: pruned & +parameters -> +overfitting",
        ),
        (
            "Large networks overfit more than other networks.",
            "usually: !base at-scale & at-scale -> +overfitting",
        ),
    ],
)
def test_the_ends_are_more_and_less_of_it(sentence: str, expected: str) -> None:
    assert readings(sentence) == [expected]
