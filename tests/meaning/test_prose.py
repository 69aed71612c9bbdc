"""Claims in running prose: attributions, asides, ellipsis, shared objects, "only" before the verb."""

import pytest

from storycheck.syntax.attribution import attributed
from tests.vocabulary import readings, refusal, understood


def read(sentence: str) -> str:
    return " / ".join(readings(sentence)) or refusal(sentence)


@pytest.mark.parametrize(
    ("sentence", "hedged"),
    [
        ("Our results show that SGD overfits.", False),
        ("Recent work suggests that SGD usually overfits.", True),
        ("However, several researchers have argued that SGD overfits.", True),
        ("It has been shown that SGD overfits.", False),
        ("According to our hypothesis, SGD overfits.", True),
    ],
)
def test_attributions_change_no_reading(sentence: str, hedged: bool) -> None:
    found = understood(sentence)
    assert read(sentence) == "usually: sgd -> overfits"
    assert found.hedged is hedged


@pytest.mark.parametrize(
    "sentence",
    ["No result shows that SGD overfits.", "These networks show that SGD overfits.", "It overfits that way."],
)
def test_what_is_no_attribution_is_kept(sentence: str) -> None:
    assert attributed(sentence) == (sentence, False)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The network, trained with SGD, overfits.", "usually: sgd -> overfits"),
        ("The network, an overparameterized classifier, overfits.", "usually: overparameterized -> overfits"),
        (
            "SGD, not Adam, reaches good minima.",
            "usually: sgd -> good-minimum; usually: adam -> !good-minimum",
        ),
        (
            "Dropout improves robustness, not accuracy.",
            "usually: !base dropout & dropout -> !+performance & +robustness",
        ),
        (
            "Dropout does not improve accuracy but robustness.",
            "usually: !base dropout & dropout -> !+performance & +robustness",
        ),
        (
            "Dropout improves neither robustness nor accuracy.",
            "usually: !base dropout & dropout -> !+performance & !+robustness",
        ),
    ],
)
def test_asides_and_contrasts(sentence: str, expected: str) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("SGD overfits, but Adam does not.", "usually: sgd -> overfits; usually: adam -> !overfits"),
        ("SGD can overfit, but Adam cannot.", "sometimes: sgd -> overfits; always: adam -> !overfits"),
        ("SGD does not overfit, but Adam does.", "usually: sgd -> !overfits; usually: adam -> overfits"),
        (
            "SGD overfits if the labels are random, but Adam does not.",
            "usually: random-labels & sgd -> overfits; usually: adam & random-labels -> !overfits",
        ),
        ("SGD always overfits, but Adam does not.", "unread-phrase"),
        ("SGD overfits; Adam does not.", "usually: sgd -> overfits; usually: adam -> !overfits"),
        ("SGD is robust; Adam is.", "usually: sgd -> robust; usually: adam -> robust"),
        ("SGD overfits, and so does Adam.", "unread-sentence"),
    ],
)
def test_what_is_left_out(sentence: str, expected: str) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Dropout reduces but does not eliminate overfitting.",
            "usually: !base dropout & dropout -> -overfitting; sometimes: dropout -> overfits",
        ),
        ("SGD only overfits if the labels are random.", "always: overfits & sgd -> random-labels"),
        ("Networks only overfit at scale.", "always: overfits -> at-scale"),
        ("Networks only memorize random labels.", "unread-sentence"),
    ],
)
def test_another_order_of_words(sentence: str, expected: str) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("There is no guarantee that SGD reaches good minima.", "sometimes: sgd -> !good-minimum"),
        ("There is a risk that SGD overfits.", "sometimes: sgd -> overfits"),
        ("Dropout reduces the risk of overfitting.", "usually: !base dropout & dropout -> -overfitting"),
        ("The risk of overfitting is high.", "unread-sentence"),
        ("Networks are better at memorizing than at generalizing.", "unread-sentence"),
        ("Overfitting increases with depth.", "usually: +depth -> +overfitting"),
        (
            "The more data there is, the better the network generalizes.",
            "always: +data -> +generalization",
        ),
        ("SGD has the ability to reach bad minima.", "sometimes: sgd -> bad-minimum"),
    ],
)
def test_chances_and_abilities(sentence: str, expected: str) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Networks that often overfit are not robust.", "usually: overfits -> !robust"),
        ("If a network often overfits, it is not robust.", "usually: overfits -> !robust"),
        ("If SGD often overfits, networks are not robust.", "strength-inside"),
        ("Networks that can overfit are not robust.", "usually: can~(overfits) -> !robust"),
    ],
)
def test_what_a_network_often_does_is_its_property(sentence: str, expected: str) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Dropout is what prevents overfitting.", "always: dropout -> !overfits"),
        ("What prevents overfitting is dropout.", "always: dropout -> !overfits"),
        ("The reason why networks generalize is SGD.", "usually: generalizes-well -> generalizes-well<-sgd"),
        (
            "It is not SGD that explains good generalization.",
            "usually: generalizes-well -> !generalizes-well<-sgd",
        ),
        (
            "It is not SGD but Adam that reaches good minima.",
            "usually: sgd -> !good-minimum; usually: adam -> good-minimum",
        ),
        ("It is not SGD that makes networks generalize.", "unread-phrase"),
    ],
)
def test_what_is_stressed(sentence: str, expected: str) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Although networks can memorize, they usually generalize.",
            "sometimes: true -> memorizes; usually: true -> generalizes-well",
        ),
        (
            "While networks memorize, they also generalize.",
            "usually: true -> memorizes; usually: true -> generalizes-well",
        ),
        ("Trained on random labels, networks overfit.", "usually: random-labels -> overfits"),
        (
            "SGD as well as Adam reaches good minima.",
            "usually: sgd -> good-minimum; usually: adam -> good-minimum",
        ),
        ("SGD performs as well as Adam.", "usually: base adam & sgd -> =performance"),
    ],
)
def test_clauses_before_a_comma(sentence: str, expected: str) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Robustness cannot be achieved without dropout.", "always: !dropout -> !robust"),
        ("Robustness can only be achieved with dropout.", "always: robust -> dropout"),
        ("SGD is good at finding good minima.", "usually: sgd -> good-minimum"),
        ("SGD is bad at reaching good minima.", "usually: sgd -> !good-minimum"),
        ("Memorization is no evidence of overfitting.", "not usually: memorizes -> overfits"),
        ("Only a few networks overfit.", "usually: true -> !overfits"),
        ("SGD is believed to reach good minima.", "usually: sgd -> good-minimum"),
    ],
)
def test_abilities_and_signs(sentence: str, expected: str) -> None:
    assert read(sentence) == expected
