"""Sentences of a story with a setup: "the model" is the story's own."""

import pytest

from storycheck.meaning.formula import conj, has
from storycheck.meaning.proposition import Strength
from storycheck.meaning.reading import Context
from tests.vocabulary import readings, refusal, understood

STORY = Context(setup=conj([has("sgd"), has("dropout")]), has_setup=True)
SETUP = Context(has_setup=True, is_setup=True)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The model generalizes well.", "this: true -> generalizes-well"),
        ("The model always generalizes well.", "this: true -> generalizes-well"),
        ("It generalizes well.", "this: true -> generalizes-well"),
        ("Our network never overfits.", "this: true -> !overfits"),
        ("If the labels are random, the model overfits.", "this: random-labels -> overfits"),
        ("The model usually overfits.", "usually: dropout & sgd -> overfits"),
        ("The model can overfit.", "sometimes: dropout & sgd -> overfits"),
        ("The model's accuracy is high.", "this: true -> performs-well"),
        ("Networks generalize well.", "usually: true -> generalizes-well"),
        ("The pruned model generalizes well.", "usually: pruned -> generalizes-well"),
        ("Dropout shows that the model generalizes well.", "always: dropout -> generalizes-well"),
    ],
)
def test_the_model_is_the_storys_own(sentence: str, expected: str) -> None:
    assert readings(sentence, STORY) == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The network is overparameterized.", "this: true -> overparameterized"),
        ("It is trained with SGD.", "this: true -> sgd"),
        ("The labels are random.", "this: true -> random-labels"),
        ("No regularization is used.", "this: true -> !regularization"),
        ("We train the network with SGD.", "this: true -> sgd"),
    ],
)
def test_a_setup_states_facts_of_the_storys_own_case(sentence: str, expected: str) -> None:
    assert readings(sentence, SETUP) == [expected]


def test_without_a_setup_a_pronoun_is_not_followed_over_sentences() -> None:
    assert refusal("It generalizes well.") == "pronoun-without-noun"
    assert refusal("Its accuracy is high.") == "pronoun-without-noun"


def test_a_story_may_read_generics_as_always() -> None:
    always = Context(generics=Strength.ALWAYS)
    assert readings("SGD overfits.", always) == ["always: sgd -> overfits"]
    assert understood("SGD overfits.", always).readings[0].generic
