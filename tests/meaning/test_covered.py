"""Plain words of argument and of science, and what is done to them, on their way into a reading."""

import pytest

from storycheck.evidence import packs
from storycheck.meaning.reading import Language, read, read_back

LANGUAGE = packs.load().language
LANGUAGE = Language(LANGUAGE.lexicon, LANGUAGE.vocabulary)


def reading(sentence: str) -> str:
    """The canonical reading, or the code of what keeps the sentence from being read."""
    understood = read(sentence, LANGUAGE)
    if not understood.readings:
        return understood.diagnostics[0].code
    return "; ".join(read_back(each, LANGUAGE.vocabulary) for each in understood.readings[0].propositions)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Stubborn models resist shutdown.", "in the most normal cases where stubborn: resists shutdown"),
        (
            "Under normal circumstances, models rigorously memorize their training data.",
            "in the most normal cases: memorizes training data and rigorously (memorizes training data)",
        ),
        (
            "It seems plausible that SGD overfits.",
            "in the most normal cases where trained with SGD: overfits",
        ),
        ("SGD practically never overfits.", "in the most normal cases where trained with SGD: not overfits"),
        ("In many situations SGD overfits.", "in some case where trained with SGD: overfits"),
    ],
)
def test_plain_words(sentence: str, expected: str) -> None:
    assert reading(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Knowledge of deception is dangerous.",
            "in the most normal cases where knows facts and concerns (deceptive): unsafe",
        ),
        (
            "Memories of deception are vague.",
            "in the most normal cases where has a memory and concerns (deceptive): vague",
        ),
        (
            "Tests of deception are reliable.",
            "in the most normal cases where tested and aims at (deceptive): reliable",
        ),
        ("Examples of deception are rare.", "in the most normal cases: not deceptive"),
    ],
)
def test_what_is_told_of_something_does_not_make_the_model_so(sentence: str, expected: str) -> None:
    assert reading(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Agents rewarded by a human watching a camera are deceptive.",
        "Models overseen by a human that is deceptive are safe.",
        "Readers of model outputs are deceived.",
    ],
)
def test_what_people_are_or_do_is_not_said_of_the_model(sentence: str) -> None:
    assert reading(sentence) == "before-and-after"


@pytest.mark.parametrize(
    "sentence",
    [
        "Pruning networks randomly hurts accuracy.",
        "Defining memorization rigorously requires interpretability tools.",
        "Networks trained carefully generalize well.",
        "Networks that are trained carefully generalize well.",
    ],
)
def test_an_adverb_between_what_is_done_and_the_verb_may_belong_to_either(sentence: str) -> None:
    assert reading(sentence) == "unread-phrase"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Deceptive models try to preserve their goals.",
            "in the most normal cases where deceptive: tries to (guards its goals)",
        ),
        ("Agents want to be deployed.", "in the most normal cases where is an agent: wants to (deployed)"),
        ("Models do not try to deceive.", "in the most normal cases: not tries to (deceptive)"),
        (
            "Models that try to be honest are trustworthy.",
            "in the most normal cases where tries to (honest): trustworthy",
        ),
        ("Deceptive models plan to defect at deployment.", "unread-phrase"),
        ("The overseer tries to be honest.", "before-and-after"),
    ],
)
def test_what_is_tried_is_not_what_is_done(sentence: str, expected: str) -> None:
    found = reading(sentence)
    assert found == expected
    assert found.startswith(("unread", "before")) or reading(found) == found


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Human feedback is too noisy to align language models.",
            "in the most normal cases where trained on human feedback: noisy; "
            "in the most normal cases where trained on human feedback: not aligned",
        ),
        ("No network is too noisy to overfit.", "unread-sentence"),
        (
            "SGD is biased towards simple functions, which is why networks generalize well.",
            "in the most normal cases where generalizes well and trained with SGD: "
            "generalizes well because of has a simplicity prior",
        ),
        (
            "Networks owe their generalization to a simplicity prior.",
            "in the most normal cases where generalizes well: "
            "generalizes well because of has a simplicity prior",
        ),
        (
            "Probes tell us whether a model is deceptive.",
            "in the most normal cases where probed: detects deception",
        ),
    ],
)
def test_other_words_for_what_the_grammar_has(sentence: str, expected: str) -> None:
    assert reading(sentence) == expected


def test_a_place_ends_where_a_longer_noun_begins() -> None:
    expected = "in the most normal cases: uses surface correlations"
    assert reading("Models rely on superficial correlations in the training data.") == expected
    assert reading("Models are honest in deployment.") == "in the most normal cases where deployed: honest"


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("Filtering toxic documents makes models less helpful.", "unread-phrase"),
        ("Networks are more likely to compute a simple function than a complicated one.", "two-readings"),
        ("Finetuned models drift away from the base model only slightly.", "strength-inside"),
        (
            "Image classifiers use features that are predictive and that are invisible to people.",
            "unread-phrase",
        ),
    ],
)
def test_what_is_kept_out_what_one_stands_for_and_how_little(sentence: str, code: str) -> None:
    assert reading(sentence) == code


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "We rarely see reward tampering in agents.",
            "in the most normal cases where is an agent: not tampers with its reward",
        ),
        (
            "Researchers often observe overfitting in large networks.",
            "in the most normal cases where at scale: overfits",
        ),
        (
            "Larger models generalize better than smaller models if both have zero training error.",
            "in the most normal cases where fits the training data and number of parameters rises: "
            "generalization rises",
        ),
        (
            "Starting from random labels, SGD reaches bad minima.",
            "in the most normal cases where started from random labels and trained with SGD: "
            "reaches a bad minimum",
        ),
        (
            "Quantization does not change the style of a chatbot.",
            "in the most normal cases where quantized: not changes (works as a chatbot and has a style)",
        ),
        (
            "Deceptive models have an incentive to hide their goals.",
            "in the most normal cases where deceptive: has an incentive to (conceals its intentions)",
        ),
        ("Robust networks do not fit the examples that standard networks memorize.", "before-and-after"),
    ],
)
def test_who_sees_it_and_what_changes(sentence: str, expected: str) -> None:
    assert reading(sentence) == expected


@pytest.mark.parametrize(
    "sentence", ["Probes tell whether the the the.", "SGD is too.", "We see.", "X owes to Y."]
)
def test_fragments_are_refused(sentence: str) -> None:
    assert not read(sentence, LANGUAGE).readings


def test_nothing_explains_itself() -> None:
    assert reading("Shortcut learning is a consequence of spurious correlations.") == "unclear-cause"
