"""Sentences whose words alone tell how they are read, or that they are not: asides, norms, other times."""

import pytest

from storycheck.evidence import packs
from storycheck.meaning.formula import has
from storycheck.meaning.reading import Context, read
from tests.vocabulary import readings, refusal, understood

SETUP = Context(has_setup=True, is_setup=True)
STORY = Context(setup=has("sgd"), has_setup=True)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Pruned networks, which were trained with SGD, generalize well.",
            "usually: pruned -> sgd; usually: pruned -> generalizes-well",
        ),
        ("Adam, which never overfits, is robust.", "always: adam -> !overfits; usually: adam -> robust"),
        (
            "SGD reaches good minima, which generalize well.",
            "usually: sgd -> good-minimum; usually: good-minimum -> generalizes-well",
        ),
        ("Networks which overfit are robust.", "usually: overfits -> robust"),
        (
            "SGD avoids bad minima, which improves generalization.",
            "usually: sgd -> !bad-minimum; usually: !base sgd & sgd -> +generalization",
        ),
    ],
)
def test_what_is_told_besides_restricts_nothing(sentence: str, expected: str) -> None:
    assert readings(sentence) == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Instead of generalizing, networks memorize.", "usually: true -> !generalizes-well & memorizes"),
        ("Rather than overfitting, SGD generalizes.", "usually: sgd -> generalizes-well & !overfits"),
        ("Instead of dropout, SGD uses momentum.", "usually: !dropout & sgd -> momentum"),
    ],
)
def test_what_is_not_done_is_denied(sentence: str, expected: str) -> None:
    assert readings(sentence) == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Overfitting is often observed.", "usually: true -> overfits"),
        ("Overfitting is never observed in robust networks.", "always: robust -> !overfits"),
        ("We often observe overfitting.", "usually: true -> overfits"),
    ],
)
def test_what_is_observed_occurs(sentence: str, expected: str) -> None:
    assert readings(sentence) == [expected]


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("We should use dropout.", "unread-phrase"),
        ("Networks should be pruned.", "unread-phrase"),
        ("Dropout ought to be used.", "unread-phrase"),
        ("Random labels should never be used.", "unread-phrase"),
        ("Larger larger networks overfit.", "word-left-over"),
        ("SGD often often overfits.", "word-left-over"),
        ("SGD-like training generalizes.", "unread-phrase"),
        ("Backdoors are stored in robust networks.", "unread-phrase"),
        ("Such networks overfit.", "pronoun-without-noun"),
        ("Backdoors match adversarial examples.", "unclear-comparison"),
    ],
)
def test_what_the_words_leave_open_is_refused(sentence: str, code: str) -> None:
    assert refusal(sentence) == code


def test_which_problem_is_the_main_one_is_not_read() -> None:
    language = packs.load().language
    assert read("The problem with dropout is that it hurts accuracy.", language).readings
    assert not read("The main problem with dropout is that it hurts accuracy.", language).readings


def test_a_verb_may_follow_itself() -> None:
    assert readings("Networks that overfit overfit.") == ["usually: overfits -> overfits"]


@pytest.mark.parametrize("sentence", ["Networks should generalize.", "Networks should be robust."])
def test_what_should_be_so_is_expected(sentence: str) -> None:
    assert understood(sentence).hedged
    assert readings(sentence) == readings(sentence.replace("should", "will")) != []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The untrained network is robust.", "before-and-after"),
        ("The model was robust.", "before-and-after"),
        ("The model was trained with SGD.", "this: true -> sgd"),
        ("The pruned untrained network is trained with SGD.", "this: true -> pruned & sgd & untrained"),
        ("Larger networks are robust.", "usually: +parameters -> +robustness"),
        ("The untrained network is pruned.", "this: true -> pruned & untrained"),
    ],
)
def test_a_setup_is_of_the_final_model(sentence: str, expected: str) -> None:
    assert " / ".join(readings(sentence, SETUP)) or refusal(sentence, SETUP) == expected


def test_what_was_before_is_not_what_it_is_compared_with() -> None:
    assert refusal("Networks improve after they reached zero training error.") == "before-and-after"
    assert readings("Networks become more robust after finetuning.") != []
