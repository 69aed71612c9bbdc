"""Sentences as the longest known phrases, every one at its place."""

import pytest

from storycheck.meaning.closed import closed_words
from storycheck.syntax.entries import Entry
from storycheck.syntax.lexicon import Lexicon, words_of
from storycheck.syntax.segment import Segmented, segmented, without_citations
from tests.vocabulary import LANGUAGE


def split(sentence: str) -> Segmented:
    return segmented(sentence, (LANGUAGE.lexicon, closed_words()))


def texts(sentence: str) -> list[str]:
    return [segment.text for segment in split(sentence).segments]


def test_the_longest_phrase_wins() -> None:
    assert texts("SGD reaches a good minimum.") == ["sgd", "reaches", "a", "good minimum"]
    assert texts("Stochastic gradient descent overfits.") == ["stochastic gradient descent", "overfits"]


@pytest.mark.parametrize("sentence", ["SGD-trained networks overfit.", "sgd trained   NETWORKS overfit"])
def test_case_spaces_and_hyphens_do_not_matter(sentence: str) -> None:
    assert texts(sentence) == ["sgd trained", "networks", "overfit"]


def test_every_segment_keeps_its_place() -> None:
    sentence = "  Networks don't  always “generalize well”, do they"
    for segment in split(sentence).segments:
        place = sentence[segment.start : segment.end].lower().replace("’", "'")
        assert words_of(place) == segment.words or segment.text in ("do", "n't")


def test_determiners_inside_a_phrase_are_passed_over() -> None:
    assert texts("They memorize their training data.") == ["they", "memorize their training data"]


def test_unknown_neighbours_are_one_term() -> None:
    sentence = "SGD with frobnicated gizmo reaches a blarg."
    found = split(sentence).unknown
    assert [sentence[span.start : span.end] for span in found] == ["frobnicated gizmo", "blarg"]


def test_a_predicate_told_the_other_way_round_is_found() -> None:
    found = split("The labels are random.").segments
    assert found[-1].entries == (Entry("concept", "random-labels", "adjective", "turned"),)
    assert found[1].entries == (Entry("concept", "solution", "noun", "pl"),)


def test_a_longer_noun_is_not_torn_apart() -> None:
    """ "Standard training is adversarially robust" is not about adversarially robust training."""
    lexicon = LANGUAGE.lexicon.extended(
        [(words_of("adversarially robust training"), Entry("concept", "adversarial-training", "noun", "sg"))]
    )
    found = segmented("Standard training is robust.", (lexicon, closed_words())).segments
    assert "adversarial-training" not in [entry.ref for segment in found for entry in segment.entries]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("SGD overfits (Zhang et al., 2017).", "SGD overfits                     ."),
        ("SGD overfits [12, 13].", "SGD overfits         ."),
        ("SGD overfits (see Smith 2019).", "SGD overfits                 ."),
        ("SGD (without momentum) overfits.", "SGD (without momentum) overfits."),
    ],
)
def test_only_citations_are_left_out(text: str, left: str) -> None:
    assert without_citations(text) == left


def test_glosses_are_not_met_in_sentences() -> None:
    lexicon = Lexicon.of([(words_of("trained with SGD"), Entry("concept", "sgd", "gloss"))])
    assert lexicon.match(["trained", "with", "sgd"], 0) == (0, ())
