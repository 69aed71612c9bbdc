"""Two objects of one verb, what is enough for something, several results of one change, means."""

import pytest

from tests.vocabulary import readings, refusal


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Adversarial training costs models some accuracy.",
            "usually: !base adversarial-training & adversarial-training -> -performance",
        ),
        (
            "Dropout costs deep robust networks some accuracy.",
            "usually: !base dropout & deep & dropout & robust -> -performance",
        ),
        (
            "Networks are robust enough to generalize well.",
            "usually: true -> robust; sometimes: true -> generalizes-well",
        ),
        (
            "The larger the model, the less it overfits, and the better it generalizes.",
            "always: +parameters -> -overfitting; always: +parameters -> +generalization",
        ),
        (
            "The larger a network gets, the more likely it is to overfit.",
            "always: +parameters -> +overfitting",
        ),
        (
            "Dropout improves generalization by reducing overfitting.",
            "usually: !base dropout & dropout -> -overfitting & +generalization",
        ),
        (
            "Networks improve generalization by reducing overfitting.",
            "usually: +overfitting -> -generalization",
        ),
    ],
)
def test_it_is_read(sentence: str, expected: str) -> None:
    assert " / ".join(readings(sentence)) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Networks are not robust enough to generalize well.",  # are they not robust?
        "The training data is small.",  # no model is
        "Networks have difficulty generalizing.",  # they may yet manage to
        "SGD does so without overfitting.",  # does what?
        "Networks generalize in part because they are robust.",
        "High accuracy indicates how well a network generalizes.",  # not that it does so well
    ],
)
def test_what_is_left_open_is_refused(sentence: str) -> None:
    assert refusal(sentence)
