"""What starts with a word is kept by the word that follows it, and comes back whole."""

from storycheck.syntax.entries import Entries, Entry
from storycheck.syntax.starting import After, beside, starting

ADAM, TRAINED, FIT = (Entries((Entry("concept", name, "noun", "sg"),)) for name in ("adam", "trained", "fit"))
PHRASES = {("adam",): ADAM, ("adam", "trained"): TRAINED, ("adam", "fits", "the", "data"): FIT}
BARE = {("adam", "fits", "data"): FIT}
FOUND = starting("adam", PHRASES, BARE)


def test_phrases_are_kept_by_their_second_word() -> None:
    assert list(FOUND.seconds) == ["", "fits", "trained"]
    assert FOUND["trained"] == After([2, 1], {("adam",): ADAM, ("adam", "trained"): TRAINED}, {})
    assert FOUND["fits"].lengths == [4, 3, 1]
    assert FOUND.longest == 4


def test_where_no_phrase_goes_on_there_is_the_word_alone() -> None:
    assert FOUND["wug"] == FOUND[""] == After([1], {("adam",): ADAM}, {})
    assert "wug" not in FOUND
    assert starting("the", {("the", "data"): FIT}, {})["wug"] == After([], {}, {})


def test_what_the_word_may_be_by_itself_is_at_hand() -> None:
    assert FOUND.alone == ADAM
    assert starting("the", {("the", "data"): FIT}, {}).alone == ()
    assert beside(FOUND, starting("adam", {("adam",): FIT}, {})).alone == (*ADAM, *FIT)


def test_a_phrase_is_found_with_words_passed_over() -> None:
    assert FOUND.find(("adam", "fits", "data")) == FIT
    assert FOUND.find(("adam", "fits", "the", "data")) == FIT
    assert FOUND.find(("adam", "fits")) is None
    assert FOUND.find(("adam",)) == ADAM


def test_everything_comes_back() -> None:
    assert FOUND.all() == (PHRASES, BARE)


def test_the_longest_phrase_is_matched_also_with_words_passed_over() -> None:
    assert FOUND.match(("adam", "wug"), 0) == (1, ADAM)
    assert FOUND.match(("adam", "fits", "the", "data", "well"), 0) == (4, FIT)
    assert FOUND.match(("adam", "really", "fits", "its", "data"), 0) == (5, FIT)
    assert FOUND.match(("adam", "fits", "wug"), 0) == (1, ADAM)
    assert starting("the", {("the", "data"): FIT}, {}).match(("the", "wug"), 0) == (0, ())
