"""Sentences that are not read: why, where, and what would help; and that none takes long."""

import pytest

from storycheck.meaning.unread import nearest
from storycheck.syntax.entries import Entry
from storycheck.syntax.lexicon import Lexicon
from tests.vocabulary import LANGUAGE, refusal, understood


@pytest.mark.parametrize(
    ("sentence", "code", "words"),
    [
        ("Deep networks are conscious.", "unknown-term", "conscious"),
        ("SGD with a warm restart always reaches good minima.", "unknown-term", "warm restart"),
        ("SGD the reaches.", "unread-sentence", "the"),
        ("Does SGD overfit?", "unread-sentence", "Does SGD overfit?"),
        ("Networks improve generalization.", "unclear-comparison", "Networks improve generalization"),
        ("More dropout hurts.", "unclear-comparison", "More dropout"),
        ("It overfits.", "pronoun-without-noun", "It"),
        ("If networks usually overfit, SGD overfits.", "strength-inside", "usually overfit"),
        ("SGD finds all good minima.", "strength-inside", "good minima"),
        ("Deeper networks are due to SGD.", "unclear-cause", "due to"),
        ("Networks are models.", "says-nothing", "Networks are models"),
        ("The training data contain syntax.", "unread-phrase", "training data"),
        ("SGD overfits or Adam overfits.", "unread-phrase", "or"),
        (
            "SGD does not generalize because it memorizes.",
            "two-readings",
            "SGD does not generalize because it memorizes",
        ),
        ("SGD never overfits and generalizes.", "two-readings", "generalizes"),
        ("SGD and Adam perform equally well.", "unclear-comparison", "equally well"),
        ("Accuracy depends on depth.", "unclear-comparison", "depends on"),
        ("Good minima are reached by only SGD.", "strength-inside", "SGD"),
        ("Training error implies overfitting.", "unread-phrase", "Training error"),
    ],
)
def test_the_trouble_is_named_where_it_is(sentence: str, code: str, words: str) -> None:
    diagnostic = understood(sentence).diagnostics[0]
    assert (diagnostic.code, sentence[diagnostic.span.start : diagnostic.span.end]) == (code, words)
    assert diagnostic.message == diagnostic.message.strip(".")


def test_the_nearest_known_phrases_are_told() -> None:
    assert "`overfits`" in understood("SGD overfitts.").diagnostics[0].help
    assert 'concept "overfitts"' in understood("SGD overfitts.").diagnostics[0].help


@pytest.mark.parametrize(
    ("sentence", "no"),
    [
        ("Perception improves generalization.", "deception"),
        ("Untrained networks overfit.", "`trained`"),
        ("Fruit is useful.", "did you mean"),
        ("Real data usually help.", "relu"),
    ],
)
def test_what_is_spelled_alike_and_means_something_else_is_not_suggested(sentence: str, no: str) -> None:
    assert no not in " ".join(one.help for one in understood(sentence).diagnostics)


@pytest.mark.parametrize(
    ("sentence", "help_"),
    [
        ("SGD overfits 95% of the time.", "numbers are not read"),
        ("SGD wobblingly overfits.", "an adverb cannot be declared"),
        ("SGD can frobnicate.", "a verb cannot be declared"),
        ("The wobbly overfits.", 'if it is a noun, declare it with `concept "wobbly"`'),
    ],
)
def test_only_nouns_can_be_declared(sentence: str, help_: str) -> None:
    assert help_ in understood(sentence).diagnostics[0].help


def test_what_would_be_read_is_told_with_its_place() -> None:
    assert understood("SGD the reaches.").diagnostics[0].help.startswith("after `SGD`, ")
    assert understood(": SGD overfits.").diagnostics[0].help == "at the beginning, a noun would be read"


def test_spans_are_those_of_the_document() -> None:
    from storycheck.meaning.reading import read

    assert read("SGD blargs.", LANGUAGE, offset=100).diagnostics[0].span.start == 104


HOSTILE = {
    "ten thousand words": "SGD reaches good minima and " * 2500,
    "a thousand brackets": "(" * 1000 + "SGD" + ")" * 1000,
    "a thousand thats": "SGD shows that " * 1000 + "networks overfit.",
    "many thats": "SGD shows that " * 30 + "networks overfit.",
    "many ands": "SGD and " * 55 + "Adam overfit.",
    "many conditions": "If SGD overfits, " * 25 + "SGD overfits.",
    "many relatives": "Networks " + "that memorize " * 30 + "overfit.",
    "many ofs": "the accuracy " + "of the accuracy " * 30 + "is high.",
    "one long word": "a" * 1_000_000,
    "only commas": "," * 1000,
    "nothing": "",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_input_is_answered(text: str) -> None:
    found = understood(text)
    assert bool(found.readings) != bool(found.diagnostics)


def test_a_sentence_that_is_too_long_says_so() -> None:
    assert refusal(HOSTILE["ten thousand words"]) == "sentence-too-long"


def test_phrases_that_have_an_unknown_word_are_told_whatever_they_begin_with() -> None:
    noun = Entry("concept", "a", "noun", "sg")
    known = (("big", "number"), ("lumber",), ("numbers",), ("astronomical", "number"))
    assert nearest("number", Lexicon.of((words, noun) for words in known)) == ["numbers", "big number"]
