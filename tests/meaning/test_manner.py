"""In which manner: an adverb is bound to what is said, and never lost."""

import pytest

from storycheck.meaning.readback import read_back
from storycheck.meaning.reading import read
from tests.vocabulary import LANGUAGE, readings, refusal, understood

MANNER = [
    ("Networks silently overfit.", "usually: true -> silently~(overfits) & overfits"),
    ("Networks overfit silently.", "usually: true -> silently~(overfits) & overfits"),
    ("Networks do not silently overfit.", "usually: true -> !silently~(overfits) | !overfits"),
    (
        "Dropout gradually improves generalization.",
        "usually: !base dropout & dropout -> gradually~(#generalization) & +generalization",
    ),
    (
        "Probes silently detect robustness.",
        "usually: probe -> detect(#robustness) & silently~detect(#robustness)",
    ),
    (
        "Networks that silently overfit generalize well.",
        "usually: silently~(overfits) & overfits -> generalizes-well",
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), MANNER)
def test_a_manner_is_bound_to_what_is_said(sentence: str, expected: str) -> None:
    assert readings(sentence) == [expected]


def test_what_is_nearly_so_may_not_be_so() -> None:
    assert readings("SGD partially memorizes the training data.") == ["usually: sgd -> partially~(memorizes)"]


def test_what_is_nearly_some_amount_is_not_read() -> None:
    assert refusal("Networks are trained to nearly the accuracy of the whole network.") == "unread-sentence"


def test_a_manner_of_what_says_nothing_is_not_lost() -> None:
    assert refusal("Dropout that is deliberately inserted prevents overfitting.") == "unread-phrase"


@pytest.mark.parametrize("adverb", ["silently", "partly"])
def test_a_manner_of_preventing_is_not_read(adverb: str) -> None:
    assert refusal(f"Dropout {adverb} prevents overfitting.") == "unread-phrase"


@pytest.mark.parametrize("sentence", [sentence for sentence, _ in MANNER])
def test_what_is_read_back_is_the_same(sentence: str) -> None:
    (proposition,) = understood(sentence).readings[0].propositions
    again = read(read_back(proposition, LANGUAGE.vocabulary), LANGUAGE)
    assert again.readings[0].propositions == (proposition,)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Overfitting results directly from memorization.", "usually: overfits -> overfits<-memorizes"),
        (
            "Networks suffer silently from memorization.",
            "usually: true -> silently~(memorizes) & memorizes",
        ),
    ],
)
def test_an_adverb_may_stand_inside_a_verb_and_its_particle(sentence: str, expected: str) -> None:
    assert readings(sentence) == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Overfitting happens silently.", "usually: overfits -> silently~(overfits)"),
        ("Overfitting never happens silently.", "always: overfits -> !silently~(overfits)"),
    ],
)
def test_what_happens_in_a_manner_is_not_said_to_happen(sentence: str, expected: str) -> None:
    assert readings(sentence) == [expected]
