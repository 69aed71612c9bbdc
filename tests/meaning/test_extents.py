"""By how much something changes, compared; and what looks alike and is another thing."""

import pytest

from tests.vocabulary import readings, refusal


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Dropout reduces overfitting more than weight decay does.",
            "usually: base dropout & weight-decay -> +overfitting",
        ),
        (
            "Dropout reduces overfitting less than weight decay.",
            "usually: base dropout & weight-decay -> -overfitting",
        ),
        (
            "Dropout improves robustness as much as weight decay does.",
            "usually: base dropout & weight-decay -> =robustness",
        ),
        (
            "Larger ones reduce overfitting more than smaller ones.",
            "usually: +parameters -> -overfitting",
        ),
    ],
)
def test_how_much_is_compared(sentence: str, expected: str) -> None:
    assert readings(sentence) == [expected]


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("Dropout does not improve robustness as much as weight decay.", "strength-inside"),
        ("Dropout improves robustness more than generalization.", "strength-inside"),
        ("Finetuning removes previous knowledge from networks but not from solutions.", "strength-inside"),
    ],
)
def test_what_is_refused(sentence: str, code: str) -> None:
    assert refusal(sentence) == code
