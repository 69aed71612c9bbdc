"""The table of strengths, and that the same words mean the same wherever they stand."""

import pytest

from storycheck.meaning.strength import Operator, forces, is_negated
from tests.vocabulary import readings

# (words, reading) with {} for the rest; ! is a negated scope
ADVERBS = {
    "always": "always: sgd -> overfits",
    "usually": "usually: sgd -> overfits",
    "often": "usually: sgd -> overfits",
    "sometimes": "sometimes: sgd -> overfits",
    "rarely": "usually: sgd -> !overfits",
    "never": "always: sgd -> !overfits",
}


@pytest.mark.parametrize(("adverb", "expected"), ADVERBS.items())
def test_an_adverb_means_the_same_in_every_place(adverb: str, expected: str) -> None:
    assert readings(f"SGD {adverb} overfits.") == [expected]
    assert readings(f"{adverb.capitalize()}, SGD overfits.") == [expected]
    assert readings(f"SGD overfits {adverb}.") == [expected]


TABLE = {
    "SGD does not always overfit.": "sometimes: sgd -> !overfits",
    "Not every network overfits.": "sometimes: true -> !overfits",
    "SGD does not need to overfit.": "sometimes: sgd -> !overfits",
    "SGD is not guaranteed to overfit.": "sometimes: sgd -> !overfits",
    "SGD cannot always overfit.": "sometimes: sgd -> !overfits",
    "SGD might not overfit.": "sometimes: sgd -> !overfits",
    "Not every network can overfit.": "sometimes: true -> !overfits",
    "SGD always does not overfit.": "always: sgd -> !overfits",
    "SGD could not overfit.": "always: sgd -> !overfits",
    "No network can overfit.": "always: true -> !overfits",
    "SGD is not able to overfit.": "always: sgd -> !overfits",
    "SGD must not overfit.": "always: sgd -> !overfits",
    "SGD always fails to overfit.": "always: sgd -> !overfits",
    "SGD never fails to overfit.": "always: sgd -> overfits",
    "SGD cannot fail to overfit.": "always: sgd -> overfits",
    "SGD sometimes fails to overfit.": "sometimes: sgd -> !overfits",
    "SGD can fail to overfit.": "sometimes: sgd -> !overfits",
    "SGD does not overfit.": "usually: sgd -> !overfits",
    "SGD tends not to overfit.": "usually: sgd -> !overfits",
    "Most networks do not overfit.": "usually: true -> !overfits",
    "SGD does not usually overfit.": "usually: sgd -> !overfits / not usually: sgd -> overfits",
    "All networks can overfit.": "sometimes: true -> overfits",
    "Some networks always overfit.": "sometimes: true -> overfits",
    "Most networks cannot overfit.": "usually: true -> !overfits",
    "Dropout does not prevent overfitting.": "sometimes: dropout -> overfits",
    "Dropout guarantees generalization.": "always: dropout -> generalizes-well",
    "Dropout does not guarantee generalization.": "sometimes: dropout -> !generalizes-well",
    "Dropout usually requires momentum.": "usually: dropout -> momentum",
    "SGD will overfit.": "usually: sgd -> overfits",
    "SGD will not overfit.": "usually: sgd -> !overfits",
    "Every network will overfit.": "always: true -> overfits",
    "No network will overfit.": "always: true -> !overfits",
    "Not every network would overfit.": "sometimes: true -> !overfits",
    "All networks are likely to overfit.": "usually: true -> overfits",
    "Dropout ensures that networks will overfit.": "always: dropout -> overfits",
    "When SGD is used, networks will overfit.": "usually: sgd -> overfits",
    "Whenever SGD is used, networks will overfit.": "always: sgd -> overfits",
}


@pytest.mark.parametrize(("sentence", "expected"), TABLE.items())
def test_the_table_of_strengths(sentence: str, expected: str) -> None:
    assert " / ".join(readings(sentence)) == expected


def test_only_negations_say_no_strength() -> None:
    assert is_negated([Operator(("N",), "negation")]) is True
    assert is_negated([Operator(("N", "S"), "adverb")]) is True
    assert is_negated([]) is False
    assert is_negated([Operator(("A",), "adverb")]) is None


def test_an_adverb_replaces_the_strength_of_a_verb() -> None:
    verb, adverb = Operator(("A",), "verb"), Operator(("S",), "adverb")
    assert [force.strength for force in forces((adverb, verb))] == ["sometimes"]
