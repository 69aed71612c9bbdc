"""What overseers, judges and probes are is not said of the model; what they do to it is read."""

import pytest

from tests.vocabulary import readings, refusal


def read(sentence: str) -> str:
    return " / ".join(readings(sentence)) or refusal(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The overseer is deceptive.",
        "Overseers become deceptive.",
        "Judges are not robust.",
        "The judge deceives the model.",
        "Reward models overfit.",
        "The reward model generalizes better.",
        "Probes generalize well.",
        "A judge that is deceptive detects backdoors.",
        "Judges whose solutions are robust detect backdoors.",
        "If the overseer is robust, models overfit.",
        "Models overfit unless the judge is robust.",
        "Judges or overseers are deceptive.",
        "The overseer is a transformer.",
        "Overseers trained with SGD detect backdoors.",
    ],
)
def test_what_another_party_is(sentence: str) -> None:
    assert read(sentence) == "before-and-after"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Overseers detect deception.", "usually: overseen -> detect(deceptive)"),
        ("The overseer prunes the model.", "usually: overseen -> pruned"),
        ("Probes that read syntax detect pruning.", "usually: probe & reads-syntax -> detect(pruned)"),
        ("Judges make models robust.", "usually: judged -> robust"),
        ("Reward models improve robustness.", "usually: !base reward-model & reward-model -> +robustness"),
        ("Backdoored models are robust.", "usually: backdoored -> robust"),
        ("The classifier is robust.", "usually: true -> robust"),
    ],
)
def test_what_another_party_does(sentence: str, expected: str) -> None:
    assert read(sentence) == expected
