"""What running prose has beyond the plain forms: "and" in front, "it's", "until", "because SGD …"."""

import pytest

from tests.vocabulary import readings, refusal


def read(sentence: str) -> str:
    return " / ".join(readings(sentence)) or refusal(sentence)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("And SGD reaches good minima.", "usually: sgd -> good-minimum"),
        ("But SGD never reaches bad minima.", "always: sgd -> !bad-minimum"),
        ("But for dropout, networks overfit.", "unread-sentence"),
        ("And yet, networks trained with dropout overfit.", "usually: dropout -> overfits"),
        ("It's possible that SGD reaches a bad minimum.", "sometimes: sgd -> bad-minimum"),
        ("There's no network that overfits.", "always: true -> !overfits"),
        ("SGD's accuracy is high.", "usually: sgd -> performs-well"),
    ],
)
def test_how_a_sentence_goes_on(sentence: str, expected: str) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Networks no longer overfit when trained with dropout.", "usually: dropout -> !overfits"),
        ("Networks trained with dropout can no longer overfit.", "always: dropout -> !overfits"),
        ("Networks overfit until they are robust.", "usually: !robust -> overfits"),
        ("Networks do not generalize until they are robust.", "usually: !robust -> !generalizes-well"),
        ("Networks are trained with dropout until they overfit.", "unread-phrase"),
        ("Robust networks keep overfitting.", "usually: robust -> overfits"),
        ("Before finetuning, networks are robust.", "usually: !finetuned -> robust"),
        ("Before finetuning and pruning, networks are robust.", "unread-phrase"),
        ("Before networks generalize, they memorize.", "unread-phrase"),
        ("Networks memorize before they generalize.", "unread-phrase"),
    ],
)
def test_what_was_so_or_stays_so(sentence: str, expected: str) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Networks generalize because SGD has a simplicity prior.",
            "usually: generalizes-well & sgd -> generalizes-well<-prior",
        ),
        ("Networks are robust because larger networks overfit.", "unclear-cause"),
        (
            "Because the labels are random, networks do not generalize well.",
            "usually: generalizes-badly -> generalizes-badly<-random-labels",
        ),
        (
            "Networks fail to generalize because the labels are random.",
            "usually: generalizes-badly -> generalizes-badly<-random-labels",
        ),
        ("Networks do not generalize because the labels are random.", "two-readings"),
        ("Because the labels are random, no network generalizes well.", "strength-inside"),
        ("Because the labels are random, networks do not use dropout.", "unclear-cause"),
    ],
)
def test_because(sentence: str, expected: str) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Finetuned and pruned networks overfit.",
            "usually: finetuned & pruned -> overfits",
        ),
        (
            "Both finetuned and pruned networks overfit.",
            "usually: finetuned -> overfits; usually: pruned -> overfits",
        ),
        (
            "Neither robust nor pruned networks overfit.",
            "always: robust -> !overfits; always: pruned -> !overfits",
        ),
        (
            "Both robust and random subnetworks overfit.",
            "usually: pruned & robust -> overfits; usually: random-subnetwork -> overfits",
        ),
        ("Networks that are both robust and pruned overfit.", "usually: pruned & robust -> overfits"),
    ],
)
def test_adjectives_that_share_a_noun(sentence: str, expected: str) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Robust networks outperform pruned networks and subnetworks.", "unclear-comparison"),
        ("Adam generalizes worse than SGD and dropout.", "unclear-comparison"),
        ("Adam has a large advantage over SGD.", "usually: base adam & sgd -> -performance"),
        ("Adam has no advantage over SGD.", "usually: base adam & sgd -> !-performance"),
        ("Adam does not have a large advantage over SGD.", "strength-inside"),
        (
            "Dropout has a strong effect on accuracy.",
            "usually: !base dropout & dropout -> !=performance",
        ),
        (
            "Dropout has little effect on accuracy.",
            "usually: !base dropout & dropout -> =performance",
        ),
        ("Dropout has no large effect on accuracy.", "unread-sentence"),
        ("Dropout costs some accuracy.", "usually: !base dropout & dropout -> -performance"),
        ("SGD has little weight decay.", "usually: sgd -> !weight-decay"),
        ("Networks with little weight decay overfit.", "strength-inside"),
    ],
)
def test_how_much_of_it(sentence: str, expected: str) -> None:
    assert read(sentence) == expected
