"""Of how many objects something is said: in every case with one, or denied of each; else refused."""

import pytest

from tests.vocabulary import readings, refusal


def read(sentence: str) -> str:
    return " / ".join(readings(sentence)) or refusal(sentence)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Probes detect every good minimum.", "always: good-minimum & probe -> detect(good-minimum)"),
        ("Probes detect most good minima.", "usually: good-minimum & probe -> detect(good-minimum)"),
        (
            "Probes do not detect all good minima.",
            "sometimes: good-minimum & probe -> !detect(good-minimum)",
        ),
        ("Probes do not detect most good minima.", "strength-inside"),
        ("Probes can detect every good minimum.", "strength-inside"),
        ("Every probe detects every good minimum.", "always: good-minimum & probe -> detect(good-minimum)"),
        ("Some probes detect every good minimum.", "strength-inside"),
        ("Probes never detect every good minimum.", "strength-inside"),
        ("Probes always detect most good minima.", "usually: good-minimum & probe -> detect(good-minimum)"),
        ("Probes that detect every good minimum are robust.", "strength-inside"),
        ("SGD finds every good minimum.", "strength-inside"),
    ],
)
def test_what_is_done_to_each(sentence: str, expected: str) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("SGD avoids every bad minimum.", "always: sgd -> !bad-minimum"),
        ("SGD usually avoids all bad minima.", "usually: sgd -> !bad-minimum"),
        ("SGD does not avoid every bad minimum.", "sometimes: sgd -> bad-minimum"),
        ("SGD never avoids every bad minimum.", "always: sgd -> bad-minimum"),
        ("Dropout rules out all bad minima.", "always: dropout -> !bad-minimum"),
        ("Dropout does not rule out every bad minimum.", "sometimes: dropout -> bad-minimum"),
    ],
)
def test_what_is_denied_of_each(sentence: str, expected: str) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("SGD starts from every kind of random labels.", "always: sgd -> random-start"),
        ("SGD does not start from all random labels.", "sometimes: sgd -> !random-start"),
        ("SGD does not start from any random labels.", "always: sgd -> !random-start"),
        ("SGD can start from all random labels.", "strength-inside"),
        ("No optimizer starts from all random labels.", "strength-inside"),
        ("Networks that start from all random labels overfit.", "strength-inside"),
    ],
)
def test_every_inside_a_phrase(sentence: str, expected: str) -> None:
    assert read(sentence) == expected


def test_what_something_is_made_robust_to_is_not_made_of_it() -> None:
    expected = "usually: dropout -> be robust to(random-labels)"
    assert read("Dropout makes networks robust to random labels.") == expected
