"""Adjectives that belong to a wording, and count where others are set against them."""

import pytest

from tests.vocabulary import readings, refusal


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Deep networks overfit.", "usually: true -> overfits"),
        ("Networks that are deep overfit.", "usually: deep -> overfits"),
        ("Shallow networks overfit.", "usually: shallow -> overfits"),
        ("Good minima generalize well.", "usually: good-minimum -> generalizes-well"),
    ],
)
def test_by_itself(sentence: str, expected: str) -> None:
    assert readings(sentence) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "Deep networks are more robust than shallow ones.",
        "Shallow networks are more robust than deep networks.",
        "Deep networks overfit and shallow networks generalize well.",
        "Deep networks overfit, but shallow networks do not.",
    ],
)
def test_against_others(sentence: str) -> None:
    assert refusal(sentence) == "word-left-over"
