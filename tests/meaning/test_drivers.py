"""What makes the difference where a change is said of some models in some cases."""

import pytest

from tests.vocabulary import readings, refusal


@pytest.mark.parametrize(
    ("sentence", "reading"),
    [
        # what becomes of them: the same models without it
        (
            "Robust networks lose accuracy when pruned.",
            "usually: !base pruned & pruned & robust -> -performance",
        ),
        (
            "Large networks keep their accuracy when pruned.",
            "usually: !base pruned & at-scale & pruned -> =performance",
        ),
        (
            "When they are pruned, large networks lose robustness.",
            "usually: !base pruned & at-scale & pruned -> -robustness",
        ),
        # kinds of models are not compared with others because of what is done to them
        (
            "Transformers are more robust when adversarially trained.",
            "usually: !base adversarial-training & adversarial-training & transformer -> +robustness",
        ),
        (
            "Transformers perform worse after pruning.",
            "usually: !base pruned & pruned & transformer -> -performance",
        ),
        (
            "Pruned transformers perform worse.",
            "usually: !base pruned & pruned & transformer -> -performance",
        ),
        # nothing is done to them
        ("Transformers are more robust.", "usually: !base transformer & transformer -> +robustness"),
        ("Pruned networks lose accuracy.", "usually: !base pruned & pruned -> -performance"),
        ("Robust networks lose accuracy.", "usually: +robustness -> -performance"),
    ],
)
def test_what_makes_the_difference(sentence: str, reading: str) -> None:
    assert readings(sentence) == [reading]


@pytest.mark.parametrize(
    "sentence",
    [
        "Large networks generalize better when trained with SGD.",
        "Robust networks are more accurate when pruned.",
        "Pruned networks generalize better after finetuning.",
        "Pruned networks perform worse if they are small.",
        "Networks that memorize generalize better when they have good minima.",
    ],
)
def test_either_may_make_it(sentence: str) -> None:
    assert readings(sentence) == []
    assert refusal(sentence) == "two-readings"


def test_dropout_is_no_model() -> None:
    assert readings("Dropout improves robustness after pruning.") == [
        "usually: !base dropout & dropout & pruned -> +robustness"
    ]
