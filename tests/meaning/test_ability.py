"""Abilities inside conditions and relative clauses: a property of their own, which what is so has too."""

import pytest

from storycheck.logic.definitions import Definitions
from storycheck.meaning.formula import disj, done_to, has
from storycheck.meaning.readback import read_back
from storycheck.meaning.reading import read
from storycheck.syntax.canonical import CAN, in_manner
from tests.vocabulary import LANGUAGE, readings, refusal, understood

ABLE = [
    ("Networks that can overfit generalize well.", "usually: can~(overfits) -> generalizes-well"),
    ("If a network is able to overfit, it generalizes.", "usually: can~(overfits) -> generalizes-well"),
    ("Every network that could overfit is robust.", "always: can~(overfits) -> robust"),
    ("Networks overfit unless they can generalize.", "usually: !can~(generalizes-well) -> overfits"),
    ("Networks that cannot overfit generalize.", "usually: !overfits -> generalizes-well"),
    (
        "If a network can generalize without dropout, it is robust.",
        "usually: can~(generalizes-well) & !dropout -> robust",
    ),
    (
        "If a probe can detect abrupt changes, the network is robust.",
        "usually: can~detect(abrupt-change) & probe -> robust",
    ),
    ("Only networks that can overfit generalize.", "always: generalizes-well -> can~(overfits)"),
]


@pytest.mark.parametrize(("sentence", "expected"), ABLE)
def test_what_can_be_so_is_a_property(sentence: str, expected: str) -> None:
    assert readings(sentence) == [expected]


@pytest.mark.parametrize("sentence", [sentence for sentence, _ in ABLE])
def test_reading_back_gives_the_same(sentence: str) -> None:
    (reading,) = understood(sentence).readings
    for proposition in reading.propositions:
        again = read(read_back(proposition, LANGUAGE.vocabulary), LANGUAGE)
        assert again.readings[0].propositions == (proposition,)


@pytest.mark.parametrize(
    "sentence",
    [
        "Networks that may overfit generalize.",  # perhaps it does: of which cases is this said?
        "If dropout can prevent overfitting, networks generalize.",  # what is possible here is a denial
        "Networks that can generalize better are robust.",
    ],
)
def test_what_else_is_possible_is_not_read_inside(sentence: str) -> None:
    assert refusal(sentence) == "strength-inside"


def test_what_is_so_can_be_so() -> None:
    words = LANGUAGE.vocabulary
    able = done_to(in_manner(CAN), ("overfits",))
    assert Definitions(words).normal(able) == disj((able, Definitions(words).normal(has("overfits"))))
    acting = done_to(in_manner(CAN, "detect"), ("overfits",))
    assert Definitions(words).normal(acting) == disj((acting, done_to("detect", ("overfits",))))
