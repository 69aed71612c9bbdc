"""What a property presupposes is put into the restrictor, and shown."""

import pytest

from storycheck.meaning.formula import TRUE
from storycheck.meaning.language import Language
from storycheck.meaning.reading import Context, read, read_back
from tests.vocabulary import LANGUAGE, short

_KNOWN = LANGUAGE.vocabulary
_FITS = _KNOWN.concepts["fits-random-labels"]._replace(presupposes=("random-labels",))
_WORDS = _KNOWN._replace(concepts={**_KNOWN.concepts, _FITS.id: _FITS})
_LANGUAGE = Language(LANGUAGE.lexicon, _WORDS)

READINGS = {
    "SGD usually fits random labels.": "usually: random-labels & sgd -> fits-random-labels",
    "SGD always fits random labels.": "always: random-labels & sgd -> fits-random-labels",
    "Networks rarely fit random labels.": "usually: random-labels -> !fits-random-labels",
    "No network fits random labels.": "always: random-labels -> !fits-random-labels",
    "SGD does not usually fit random labels.": "not usually: random-labels & sgd -> fits-random-labels",
    # the same either way, or settled by the sentence
    "SGD can fit random labels.": "sometimes: sgd -> fits-random-labels",
    "SGD sometimes does not fit random labels.": "sometimes: random-labels & sgd -> !fits-random-labels",
    "If the labels are random, SGD fits random labels.": "usually: random-labels & sgd -> fits-random-labels",
    "Unless labels are random, no net fits random labels.": "always: !random-labels -> !fits-random-labels",
    # in the restrictor it is what the claim is about
    "Networks that fit random labels generalize well.": "usually: fits-random-labels -> generalizes-well",
}


@pytest.mark.parametrize("sentence", READINGS)
def test_presupposed(sentence: str) -> None:
    assert READINGS[sentence] in [
        short(p) for r in read(sentence, _LANGUAGE).readings for p in r.propositions
    ]


def test_the_reading_shows_it_and_reads_back() -> None:
    ((said,),) = (r.propositions for r in read("Networks rarely fit random labels.", _LANGUAGE).readings)
    canonical = read_back(said, _WORDS)
    assert "trained on random labels: not fits random labels" in canonical
    assert [r.propositions for r in read(canonical, _LANGUAGE).readings] == [(said,)]


def test_the_case_of_a_story_is_not_restricted() -> None:
    own = Context(setup=TRUE, has_setup=True)
    (reading,) = read("The model does not fit random labels.", _LANGUAGE, own).readings
    assert [short(each) for each in reading.propositions] == ["this: true -> !fits-random-labels"]
