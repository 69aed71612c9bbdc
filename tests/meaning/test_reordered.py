"""Other word orders, and what is left to the reader: who finds, what is denied of any, what comes first."""

import pytest

from storycheck.meaning.reading import read_back
from tests.vocabulary import LANGUAGE, readings, refusal, understood

REORDERED: dict[str, list[tuple[str, str]]] = {
    "ease": [
        ("It is hard to interpret overfitting.", "usually: overfits -> hard-to-interpret"),
        (
            "Dropout makes it easier to interpret overfitting.",
            "usually: !base dropout & dropout & overfits -> +ease",
        ),
        (
            "It is harder to interpret overfitting in larger networks.",
            "usually: overfits & +parameters -> -ease",
        ),
        ("If a network is pruned, it is hard to interpret.", "usually: pruned -> hard-to-interpret"),
    ],
    "regardless of how": [
        (
            "SGD reaches good minima regardless of how robust the network is.",
            "usually: robust & sgd -> good-minimum; usually: !robust & sgd -> good-minimum",
        ),
        (
            "No matter how robust a network is, SGD reaches good minima.",
            "usually: robust & sgd -> good-minimum; usually: !robust & sgd -> good-minimum",
        ),
    ],
    "that it is so does not mean": [
        (
            "Just because a network is robust does not mean that it generalizes well.",
            "sometimes: robust -> !generalizes-well",
        ),
        (
            "The fact that a network is robust does not imply that it generalizes well.",
            "sometimes: robust -> !generalizes-well",
        ),
    ],
    "conditions before the verb": [
        (
            "Pruning a network after it has been finetuned hurts accuracy.",
            "usually: !base pruned & finetuned & pruned -> -performance",
        ),
        (
            "Training a network when the labels are random causes overfitting.",
            "usually: random-labels -> overfits",
        ),
    ],
    "none of it": [
        ("Dropout never costs any accuracy.", "always: !base dropout & dropout -> !-performance"),
        ("Dropout does not lose any robustness.", "usually: !base dropout & dropout -> !-robustness"),
        ("Dropout never costs us any accuracy.", "always: !base dropout & dropout -> !-performance"),
        (
            "Dropout improves robustness without losing any accuracy.",
            "usually: !base dropout & dropout -> !-performance & +robustness",
        ),
    ],
    "who finds it": [
        ("Probes find backdoors.", "usually: probe -> find(backdoor)"),
        ("Finding backdoors requires probes.", "always: find(backdoor) -> probe"),
        ("Finding good minima requires momentum.", "always: good-minimum -> momentum"),
    ],
    "what it is done to": [
        ("Finetuning causes catastrophic forgetting of syntax.", "usually: finetuned & syntax -> forgets"),
        ("Dropout prevents catastrophic forgetting of syntax.", "always: dropout & syntax -> !forgets"),
    ],
    "by how much": [
        ("SGD outperforms Adam by a wide margin.", "usually: base adam & sgd -> +performance"),
        ("Robust networks are less accurate by a small margin.", "usually: +robustness -> -performance"),
    ],
    "toward what": [
        ("Networks are sensitive to syntax.", "usually: true -> be sensitive to(syntax)"),
        ("Networks are never sensitive to syntax.", "always: true -> !be sensitive to(syntax)"),
        ("Networks that are sensitive to syntax overfit.", "usually: be sensitive to(syntax) -> overfits"),
        ("Networks sensitive to syntax overfit.", "usually: be sensitive to(syntax) -> overfits"),
        (
            "Finetuning makes networks insensitive to syntax.",
            "usually: finetuned -> be insensitive to(syntax)",
        ),
    ],
    "to what it generalizes": [
        ("Networks do not generalize to random labels.", "usually: true -> !generalize to(random-labels)"),
        (
            "Networks generalize well to random labels.",
            "usually: true -> generalize to(random-labels) & well~generalize to(random-labels)",
        ),
        (
            "Networks generalize poorly to random labels.",
            "usually: true -> poorly~generalize to(random-labels)",
        ),
    ],
    "contrasts": [
        (
            "Unlike Adam, SGD reaches good minima.",
            "usually: sgd -> good-minimum; usually: adam -> !good-minimum",
        ),
        (
            "Unlike Adam, SGD does not overfit.",
            "usually: sgd -> !overfits; usually: adam -> overfits",
        ),
        (
            "In contrast to dropout, weight decay prevents overfitting.",
            "always: weight-decay -> !overfits; sometimes: dropout -> overfits",
        ),
    ],
    "most of it": [
        ("Networks memorize most of the training data.", "usually: true -> in large part~(memorizes)"),
        (
            "Networks do not memorize much of the training data.",
            "usually: true -> !in large part~(memorizes)",
        ),
        ("Networks forget part of the previous task.", "usually: true -> partly~(forgets)"),
        ("Probes detect most of the overfitting.", "usually: probe -> in large part~detect(#overfitting)"),
    ],
    "what it takes": [
        (
            "It takes an overparameterized network to fit random labels.",
            "always: fits-random-labels -> overparameterized",
        ),
        ("It takes dropout to generalize well.", "always: generalizes-well -> dropout"),
    ],
    "so": [
        (
            "SGD is overparameterized, so networks generalize well.",
            "usually: generalizes-well & sgd -> generalizes-well<-overparameterized",
        ),
    ],
    "little and nothing": [
        ("Dropout does little to prevent overfitting.", "sometimes: dropout -> overfits"),
        ("Dropout does nothing for robustness.", "usually: !base dropout & dropout -> =robustness"),
    ],
    "more than another": [
        (
            "Dropout improves robustness more than momentum.",
            "usually: base dropout & momentum -> -robustness",
        ),
        ("Dropout hurts robustness less than momentum.", "usually: base dropout & momentum -> -robustness"),
        ("Dropout lowers robustness more than momentum.", "usually: base dropout & momentum -> +robustness"),
    ],
    "adverbs of the verb before": [
        (
            "Networks that overfit silently may forget.",
            "sometimes: silently~(overfits) & overfits -> forgets",
        ),
    ],
    "ends of quantities": [
        ("Networks have a training error of zero.", "usually: true -> interpolates"),
        ("Networks have a training error above zero.", "usually: true -> !interpolates"),
    ],
    "gerunds of something": [
        ("Memorizing the training data of SGD hurts.", "usually: sgd & +memorization -> -performance"),
    ],
    "before training": [
        ("Before training, networks are not robust.", "usually: untrained -> !robust"),
        ("Networks generalize badly before training.", "usually: untrained -> generalizes-badly"),
    ],
}
PAIRS = [pair for pairs in REORDERED.values() for pair in pairs]


@pytest.mark.parametrize(("sentence", "expected"), PAIRS)
def test_it_is_read_as_in_plain_order(sentence: str, expected: str) -> None:
    assert " / ".join(readings(sentence)) == expected


@pytest.mark.parametrize("sentence", [sentence for sentence, _ in PAIRS])
def test_its_reading_in_words_is_read_as_itself(sentence: str) -> None:
    for reading in understood(sentence).readings:
        for proposition in reading.propositions:
            words = read_back(proposition, LANGUAGE.vocabulary)
            assert [found.propositions for found in understood(words).readings] == [(proposition,)], words


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("SGD does not outperform Adam by a wide margin.", "strength-inside"),
        ("Networks pruned before training generalize badly.", "unread-phrase"),
        ("Networks that are pruned before training overfit.", "unread-phrase"),
        ("Networks are pruned before training.", "unread-phrase"),
        ("Before training, networks are pruned.", "unread-phrase"),
        ("Finetuning a network before training hurts.", "unread-phrase"),
        ("New strategies change abruptly.", "unread-phrase"),
        ("Dropout costs any accuracy.", "unread-phrase"),
        ("Unlike dropout, weight decay usually overfits.", "unread-phrase"),
        ("Unlike dropout, weight decay improves robustness.", "unclear-comparison"),
        ("SGD overfits, unlike Adam.", "unread-phrase"),
        ("Networks overfit before they generalize.", "unread-phrase"),
        ("Networks are likelier to memorize than to generalize.", "unclear-comparison"),
        ("Dropout causes the robustness of larger networks.", "unclear-comparison"),
        ("Dropout roughly improves robustness.", "unread-phrase"),
        ("Dropout improves robustness more than accuracy.", "strength-inside"),
        ("Robustness and accuracy cannot both be high.", "unread-sentence"),
        ("Networks do not overfit, even if it is large.", "pronoun-without-noun"),
        ("Dropout hurts robustness if it is used during training.", "says-nothing"),
        ("Adding data beyond random labels hurts.", "unread-phrase"),
        ("Networks first memorize and then generalize.", "unread-phrase"),
        ("Regardless of which optimizer is used, networks overfit.", "unread-phrase"),
        ("Pruning momentum scraped solutions hurts accuracy.", "unread-sentence"),
        ("Pruning a network of momentum scraped solutions hurts accuracy.", "unread-sentence"),
    ],
)
def test_what_is_left_open_is_refused(sentence: str, code: str) -> None:
    assert refusal(sentence) == code
