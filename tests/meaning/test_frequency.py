"""More and less often: how often something is so, as what rises and falls."""

import pytest

from storycheck.meaning.formula import Atom, counted, done_to, has, often, terms
from storycheck.meaning.reading import read_back
from tests.vocabulary import LANGUAGE, readings, understood

OFTEN = [
    ("Bad minima are reached more often with SGD.", "usually: !base sgd & sgd -> +%bad-minimum"),
    ("Good minima occur less frequently with SGD.", "usually: !base sgd & sgd -> -%good-minimum"),
    ("Bad minima become rarer as networks become larger.", "usually: +parameters -> -%bad-minimum"),
    ("SGD is more likely to reach good minima than Adam.", "usually: base adam & sgd -> +%good-minimum"),
    ("SGD reaches bad minima as often as Adam.", "usually: base adam & sgd -> =%bad-minimum"),
    ("SGD does not reach bad minima as often as Adam.", "usually: base adam & sgd -> -%bad-minimum"),
    (
        "SGD changes its strategy abruptly more often than Adam.",
        "usually: base adam & sgd -> +%abrupt-change",
    ),
    ("Dropout makes bad minima rarer.", "usually: !base dropout & dropout -> -%bad-minimum"),
    (
        "The larger the network, the more often it reaches bad minima.",
        "always: +parameters -> +%bad-minimum",
    ),
    ("Bad minima are less common with SGD than with Adam.", "usually: base adam & sgd -> -%bad-minimum"),
    ("Dropout increases the risk of bad minima.", "usually: !base dropout & dropout -> +%bad-minimum"),
    (
        "Dropout reduces the likelihood of detecting syntax.",
        "usually: !base dropout & dropout -> -%detect@syntax",
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), OFTEN)
def test_more_and_less_often(sentence: str, expected: str) -> None:
    assert readings(sentence) == [expected]


@pytest.mark.parametrize(("sentence", "_"), OFTEN)
def test_reading_back_is_a_fixed_point(sentence: str, _: str) -> None:
    for reading in understood(sentence).readings:
        for proposition in reading.propositions:
            again = understood(read_back(proposition, LANGUAGE.vocabulary))
            assert [found.propositions for found in again.readings] == [(proposition,)]


def test_what_comes_in_degrees_is_more_or_less_of_it() -> None:
    assert readings("Larger networks overfit more often.") == ["usually: +parameters -> +overfitting"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Bad minima are harder to reach with SGD.",  # not less often
        "Dropout makes bad minima milder.",
        "Bad minima are less common than good minima.",  # one thing and another
        "Bad minima occur less often than good minima.",
        "Overfitting is more common than memorization.",
        "SGD is more able to reach good minima than Adam.",
        "The more often it does not reach bad minima, the better the network generalizes.",
    ],
)
def test_refused(sentence: str) -> None:
    assert not readings(sentence)


def test_the_quantity_of_what_is_counted() -> None:
    assert often(has("sgd").atom) == "%sgd"
    for atom in (has("sgd").atom, done_to("detect", ["sgd", "adam"]).atom):
        assert counted(often(atom)) == atom
        assert list(terms(Atom("rises", often(atom)))) == list(terms(atom))
    assert counted("depth") is None
