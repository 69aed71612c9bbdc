"""Results, reasons and signs: "…, improving generalization", "…, which is why …", "makes it harder for …"."""

import pytest

from tests.vocabulary import readings, refusal

RESULTS: dict[str, list[tuple[str, str]]] = {
    "what it is made harder for": [
        (
            "Dropout makes it harder for networks to overfit.",
            "usually: !base dropout & dropout -> -overfitting",
        ),
        (
            "Dropout makes it much easier for deep networks to generalize.",
            "usually: !base dropout & dropout -> +generalization",
        ),
        (
            "Dropout makes it more likely that SGD reaches good minima.",
            "usually: !base dropout & dropout & sgd -> +%good-minimum",
        ),
        (
            "Dropout makes it less likely that networks will overfit.",
            "usually: !base dropout & dropout -> -overfitting",
        ),
        (
            "Random labels make it less likely for SGD to reach good minima.",
            "usually: !base random-labels & random-labels & sgd -> -%good-minimum",
        ),
        (
            "Random labels make it impossible for networks to generalize.",
            "always: random-labels -> !generalizes-well",
        ),
        ("Random labels make it impossible to generalize.", "always: random-labels -> !generalizes-well"),
    ],
    "why": [
        (
            "SGD is overparameterized, which explains why networks generalize well.",
            "usually: generalizes-well & sgd -> generalizes-well<-overparameterized",
        ),
        (
            "SGD is overparameterized; this is why networks generalize well.",
            "usually: generalizes-well & sgd -> generalizes-well<-overparameterized",
        ),
        (
            "SGD is overparameterized, explaining why networks generalize well.",
            "usually: generalizes-well & sgd -> generalizes-well<-overparameterized",
        ),
        (
            "That SGD is overparameterized explains why networks generalize well.",
            "usually: generalizes-well & sgd -> generalizes-well<-overparameterized",
        ),
        (
            "The reason why networks generalize well is that they are pruned.",
            "usually: generalizes-well -> generalizes-well<-pruned",
        ),
    ],
    "what it shows": [
        (
            "The fact that a network is robust shows that it generalizes well.",
            "always: robust -> generalizes-well",
        ),
        (
            "The fact that a network is robust suggests that it generalizes well.",
            "usually: robust -> generalizes-well",
        ),
        (
            "A network is robust, which means that it generalizes well.",
            "usually: true -> robust; always: robust -> generalizes-well",
        ),
        (
            "Networks memorize the training data, meaning that they overfit.",
            "usually: true -> memorizes; always: memorizes -> overfits",
        ),
        ("Dropout gives no guarantee of good generalization.", "sometimes: dropout -> !generalizes-well"),
        (
            "Dropout gives no guarantee that networks generalize well.",
            "sometimes: dropout -> !generalizes-well",
        ),
        ("High accuracy provides evidence that a network is robust.", "usually: performs-well -> robust"),
    ],
    "what comes of it": [
        (
            "SGD avoids bad minima, improving generalization.",
            "usually: sgd -> !bad-minimum; usually: !base sgd & sgd -> +generalization",
        ),
        (
            "SGD avoids bad minima, which improves generalization.",
            "usually: sgd -> !bad-minimum; usually: !base sgd & sgd -> +generalization",
        ),
        (
            "Networks memorize the training data, which hurts generalization.",
            "usually: true -> memorizes; usually: +memorization -> -generalization",
        ),
        (
            "Networks memorize the training data, causing them to overfit.",
            "usually: true -> memorizes; usually: memorizes -> overfits",
        ),
        (
            "Dropout improves robustness, leading to better generalization.",
            "usually: !base dropout & dropout -> +robustness; "
            "usually: !base dropout & dropout -> +generalization",
        ),
    ],
    "what leads is no result": [
        (
            "In the interpolation regime, adding parameters helps.",
            "usually: interpolates & +parameters -> +performance",
        ),
        (
            "When networks overfit, adding dropout helps.",
            "usually: !base dropout & dropout & overfits -> +performance",
        ),
    ],
    "being": [
        (
            "Networks generalize well despite being overparameterized.",
            "usually: overparameterized -> generalizes-well",
        ),
        ("Networks generalize well without being pruned.", "usually: !pruned -> generalizes-well"),
    ],
}


@pytest.mark.parametrize(
    ("sentence", "expected"), [pair for pairs in RESULTS.values() for pair in pairs], ids=lambda text: text
)
def test_results_and_reasons_are_read(sentence: str, expected: str) -> None:
    assert " / ".join(readings(sentence)) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "SGD does not reach bad minima, improving generalization.",  # what improves it, is not said
        "Probes provide evidence of overfitting.",  # where there is any, not wherever one probes
        "Networks overfit, which is why they are not accurate.",  # what is denied has no word to explain
    ],
)
def test_what_is_left_open_is_refused(sentence: str) -> None:
    assert refusal(sentence)
