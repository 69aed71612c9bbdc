"""A noun before a noun tells what is looked for, or stood for; the model need not be so."""

import pytest

from tests.vocabulary import readings, refusal


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Deception probes detect pruning.", "usually: aim at(deceptive) & probe -> detect(pruned)"),
        ("A probe for deception detects pruning.", "usually: aim at(deceptive) & probe -> detect(pruned)"),
        ("Backdoor probes detect pruning.", "usually: aim at(backdoor) & probe -> detect(pruned)"),
        ("Robustness probes detect pruning.", "usually: aim at(#robustness) & probe -> detect(pruned)"),
        ("Syntax probes detect pruning.", "usually: probe & syntax -> detect(pruned)"),
        ("Features of deception are robust.", "usually: represent(deceptive) -> robust"),
        ("Features for deception are robust.", "usually: represent(deceptive) -> robust"),
        ("Features of pruned networks are robust.", "usually: pruned -> robust"),
        ("Deception models are robust.", "usually: deceptive -> robust"),
        ("Dropout networks are robust.", "usually: dropout -> robust"),
    ],
)
def test_read(sentence: str, expected: str) -> None:
    assert readings(sentence) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "A deception classifier is robust.",
        "Deception tasks make networks robust.",
        "Networks detect deception features.",
        "Deception labels are random labels.",
        "Memorization tasks make networks robust.",
    ],
)
def test_what_is_left_open(sentence: str) -> None:
    assert refusal(sentence) == "unread-phrase"
