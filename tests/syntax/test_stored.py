"""Stored tables are the tables that were stored; layered ones hide what is below."""

import marshal

import pytest

from storycheck.syntax.entries import Entry
from storycheck.syntax.lexicon import Lexicon
from storycheck.syntax.stored import packed, unpacked
from storycheck.syntax.tables import Over

SGD = Entry("concept", "sgd", "noun", "sg")
WUG = Entry("concept", "wug", "noun", "sg")
PAIRS = [
    (("sgd",), SGD),
    (("sgd",), Entry("quantity", "x", "noun", "sg")),
    (("sgd", "trained"), Entry("concept", "sgd", "adjective")),
    (("fit", "the", "data"), Entry("concept", "fit", "verb", "base")),
]


@pytest.fixture
def lexicon() -> Lexicon:
    return Lexicon.of(PAIRS)


@pytest.fixture
def stored(lexicon: Lexicon) -> Lexicon:
    return unpacked(marshal.loads(marshal.dumps(packed(lexicon))))


def test_all_tables_come_back(lexicon: Lexicon, stored: Lexicon) -> None:
    assert dict(stored.phrases) == dict(lexicon.phrases)
    for first in ("sgd", "fit"):
        before, after = lexicon.starting(first), stored.starting(first)
        assert before is not None
        assert after is not None
        assert (after.all(), after.longest) == (before.all(), before.longest)
        assert list(after.seconds) == list(before.seconds)
    assert len(stored.phrases) == 3
    assert isinstance(stored.phrases["sgd",][0], Entry)


def test_unknown_phrases_are_not_there(stored: Lexicon) -> None:
    assert ("fit",) not in stored.phrases
    assert () not in stored.phrases
    assert stored.phrases.get(("bad", "minimum")) is None
    assert stored.phrases.get((), 7) == 7
    for words in ((), ("fit",), ("bad", "minimum")):
        with pytest.raises(KeyError):
            stored.phrases[words]


def test_a_stored_lexicon_can_be_extended(stored: Lexicon) -> None:
    more = stored.extended([(("sgd",), WUG), (("sgd", "trained", "wug"), WUG), (("wug's", "dax"), WUG)])
    assert more.phrases["sgd",] == (*stored.phrases["sgd",], WUG)
    assert more.phrases["fit", "the", "data"] == stored.phrases["fit", "the", "data"]
    assert more.phrases["wug", "'s", "dax"] == (WUG,)
    assert more.match(("sgd", "trained", "wug"), 0) == (3, (WUG,))
    assert more.match(("fit", "data"), 0) == (2, stored.phrases["fit", "the", "data"])
    assert stored.match(("sgd", "trained", "wug"), 0) == (2, stored.phrases["sgd", "trained"])
    assert ("sgd", "trained", "wug") not in stored.phrases
    assert len(more.phrases) == len(stored.phrases) + 2 == len(list(more.phrases))


def test_a_block_is_decoded_only_when_its_words_are_asked_for(stored: Lexicon) -> None:
    starting = stored.starting("sgd")
    assert starting is not None
    assert list(starting) == [""]
    assert stored.match(("sgd", "trained"), 0)[0] == 2
    assert list(starting) == ["", "trained"]


def test_extending_with_what_is_known_changes_nothing(lexicon: Lexicon) -> None:
    assert dict(lexicon.extended(PAIRS).phrases) == dict(lexicon.phrases)


def test_the_upper_mapping_hides_the_lower() -> None:
    both = Over({"a": 1}, {"a": 2, "b": 3})
    assert dict(both) == {"a": 1, "b": 3}
    assert (both["a"], both["b"], both.get("a"), both.get("b"), both.get("c", 9)) == (1, 3, 1, 3, 9)
    assert "c" not in both
    with pytest.raises(KeyError):
        both["c"]
