"""A comparison is told from the author's side, and means the same from either one."""

import pytest

from storycheck.meaning.readback import read_back
from tests.vocabulary import LANGUAGE, understood

SIDES = [
    (
        "Smaller networks generalize better.",
        "Larger networks generalize worse.",
        "in the most normal cases where number of parameters falls: generalization rises",
    ),
    (
        "The smaller the network, the better it generalizes.",
        "The larger the network, the worse it generalizes.",
        "in every case where number of parameters falls: generalization rises",
    ),
    (
        "In the interpolation regime, smaller networks generalize worse.",
        "In the interpolation regime, larger networks generalize better.",
        "in the most normal cases where fits the training data and number of parameters falls: "
        "generalization falls",
    ),
    (
        "Networks trained with Adam generalize worse than networks trained with SGD.",
        "Networks trained with SGD generalize better than networks trained with Adam.",
        "in the most normal cases where trained with Adam and compared with trained with SGD: "
        "generalization falls",
    ),
    (
        "Pruned networks are as robust as the whole network.",
        "The whole network is as robust as pruned networks.",
        "in the most normal cases where pruned and compared with the whole network: "
        "adversarial robustness stays the same",
    ),
]


@pytest.mark.parametrize(("sentence", "mirrored", "words"), SIDES)
def test_the_authors_side_is_told_and_the_canonical_one_decides(
    sentence: str, mirrored: str, words: str
) -> None:
    (reading,), (other,) = understood(sentence).readings, understood(mirrored).readings
    (told,) = reading.told
    assert read_back(told, LANGUAGE.vocabulary) == words
    assert reading.told != other.told
    assert reading.propositions == other.propositions


@pytest.mark.parametrize("sentence", [each for *pair, _ in SIDES for each in pair])
def test_a_reading_keeps_its_side_when_it_is_read(sentence: str) -> None:
    (reading,) = understood(sentence).readings
    again = understood(read_back(reading.told[0], LANGUAGE.vocabulary))
    assert [found.told for found in again.readings] == [reading.told]
