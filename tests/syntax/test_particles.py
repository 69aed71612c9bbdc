"""Particles after the object of their verb."""

import pytest

from tests.vocabulary import readings, refusal


@pytest.mark.parametrize(
    ("apart", "joined"),
    [
        ("Scaling the network up hurts robustness.", "Scaling up the network hurts robustness."),
        ("If you scale it up, the network overfits.", "If you scale up the network, it overfits."),
        ("Dropout never drives the accuracy down.", "Dropout never drives down the accuracy."),
    ],
)
def test_a_particle_belongs_to_the_verb_before_the_object(apart: str, joined: str) -> None:
    assert readings(apart) == readings(joined) != []


@pytest.mark.parametrize("sentence", ["Networks overfit up.", "SGD reaches good minima down."])
def test_a_particle_without_a_verb_of_its_own_is_not_passed_over(sentence: str) -> None:
    assert refusal(sentence) == "unread-sentence"
