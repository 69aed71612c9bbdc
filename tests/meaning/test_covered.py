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
    ],
)
def test_an_adverb_between_a_gerund_and_the_verb_may_belong_to_either(sentence: str) -> None:
    assert reading(sentence) == "unread-phrase"
