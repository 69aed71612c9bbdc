"""Claims inside what is said about them, and words that are left out: "the problem with X is that it …"."""

import pytest

from tests.vocabulary import readings, refusal


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Dropout is one way to prevent overfitting.", "usually: dropout -> !overfits"),
        (
            "Like SGD, Adam reaches good minima.",
            "usually: sgd -> good-minimum; usually: adam -> good-minimum",
        ),
        (
            "Though trained on random labels, networks generalize.",
            "usually: random-labels -> generalizes-well",
        ),
        (
            "Networks that overfit are less robust than those that do not.",
            "usually: +overfitting -> -robustness",
        ),
        (
            "Networks generalize well not because of SGD but because of dropout.",
            "usually: generalizes-well -> generalizes-well<-dropout & !generalizes-well<-sgd",
        ),
        ("Networks stop being robust when they are pruned.", "usually: pruned -> !robust"),
        ("Using dropout, networks generalize.", "usually: dropout -> generalizes-well"),
        ("Networks can be made robust by dropout.", "sometimes: dropout -> robust"),
        ("Networks cannot be made robust by dropout.", "always: dropout -> !robust"),
        (
            "Networks can be made more robust by dropout.",
            "sometimes: !base dropout & dropout -> +robustness",
        ),
    ],
)
def test_it_is_read(sentence: str, expected: str) -> None:
    assert " / ".join(readings(sentence)) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Dropout is the best way to prevent overfitting.",
        "There is no need for dropout.",  # for what?
        "All that networks do is memorize the training data.",
    ],
)
def test_what_is_left_open_is_refused(sentence: str) -> None:
    assert refusal(sentence)
