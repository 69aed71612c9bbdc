"""What a modal before several predicates holds of."""

import pytest

from tests.vocabulary import readings, refusal


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("A network can overfit and fail to generalize.", "sometimes: true -> !generalizes-well & overfits"),
        ("Networks may overfit and be unable to forget.", "sometimes: true -> !forgets & overfits"),
        (
            "SGD can overfit and fails to generalize.",
            "sometimes: sgd -> overfits; usually: sgd -> !generalizes-well",
        ),
        (
            "Networks can overfit but tend to generalize.",
            "sometimes: true -> overfits; usually: true -> generalizes-well",
        ),
    ],
)
def test_a_modal_holds_of_what_fails_too(sentence: str, expected: str) -> None:
    assert readings(sentence) == [expected]


@pytest.mark.parametrize(
    "sentence",
    ["A network can overfit yet fail to generalize.", "Networks cannot overfit and fail to generalize."],
)
def test_it_is_not_guessed_how_far_a_modal_reaches(sentence: str) -> None:
    assert refusal(sentence) == "two-readings"
