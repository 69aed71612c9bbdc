import pytest

from storycheck.api import Evidence
from storycheck.linting.claims import PROSE, has_known_words, lintable
from storycheck.meaning.reading import read
from storycheck.source import SourceText

DOCUMENT = """\
# Why training works

SGD *always* reaches
good minima. See [our note](http://x.org/a.b). Does it? Yes.

```story
story "Inner"
r1: SGD never forgets.
```

> It never forgets anything at all.
"""


def texts(text: str, name: str = "x.md") -> list[str]:
    return [sentence.text for sentence in lintable(SourceText(text, name)).prose.sentences]


def test_prose_is_a_story_of_sentences_at_their_place() -> None:
    found = lintable(SourceText(DOCUMENT, "x.md"))
    assert [(s.id, s.section, s.text) for s in found.prose.sentences] == [
        ("p1", PROSE, "Why training works"),
        ("p2", PROSE, "SGD always reaches good minima."),
        ("p3", PROSE, "See our note."),
        ("p4", PROSE, "It never forgets anything at all."),
    ]
    assert found.skipped == 2
    span = found.prose.sentences[1].span
    assert DOCUMENT[span.start : span.end] == "SGD *always* reaches\ngood minima."


def test_fenced_stories_are_stories_at_their_place() -> None:
    (story,) = lintable(SourceText(DOCUMENT, "x.md")).stories
    assert story.title == "Inner"
    (sentence,) = story.sentences
    assert DOCUMENT[sentence.span.start : sentence.span.end] == "SGD never forgets."


def test_plain_text_has_no_markup() -> None:
    assert texts("SGD *always* wins.\n\n# Not a heading.", "x.txt") == [
        "SGD *always* wins.",
        "# Not a heading.",
    ]
    assert texts("SGD *always* wins.\n\n# A heading here", "x.md") == ["SGD always wins.", "A heading here"]


def test_a_comment_alone_on_its_line_suppresses_the_next_block() -> None:
    comment = "<!-- storycheck: ignore -->\n"
    text = f"One is here.\n\n{comment}\nTwo is here. Three is here.\n\nFour is here.\n"
    assert texts(text) == ["One is here.", "Four is here."]
    assert lintable(SourceText(text, "x.md")).skipped == 2
    fenced = f"{comment}```story\nOne is here.\n```\nTwo is here.\n"
    assert lintable(SourceText(fenced, "x.md")).stories == ()
    assert texts(fenced) == ["Two is here."]


def test_a_comment_inside_a_paragraph_suppresses_the_next_sentence() -> None:
    text = "One is here. <!-- storycheck: ignore --> Two is here. Three is here."
    assert texts(text) == ["One is here.", "Three is here."]


def test_a_comment_with_nothing_after_it_is_no_error() -> None:
    assert texts("One is here.\n\n<!-- storycheck: ignore -->") == ["One is here."]


def test_an_empty_document_has_nothing_to_judge() -> None:
    assert lintable(SourceText("", "x.md")).prose.sentences == ()


def test_whose_claim_it_is_may_be_told_in_words_that_are_not_known() -> None:
    language = Evidence.default().loaded.language
    for attribution in ("According to the literature,", "It has been argued that"):
        assert has_known_words(f"{attribution} SGD never reaches bad minima.", language)
        assert not has_known_words(f"{attribution} SGD never gimbles.", language)


@pytest.mark.parametrize(
    "text",
    [
        "SGD reaches good minima.",
        "SGD reaches a plateau of wugs.",
        "Zhang et al. (2017) gave us networks.",
        "Networks, e.g. ResNets, can memorize (see below).",
        "",
    ],
)
def test_what_has_unknown_words_is_never_read(text: str) -> None:
    language = Evidence.default().loaded.language
    assert has_known_words(text, language) or not read(text, language).readings


@pytest.mark.parametrize(
    "text",
    [
        "These networks always overfit.",
        "With dropout this bias never leads to bad minima.",
        "We have made the trained network less robust.",
        "So we start from adversarial training.",
        "Perhaps you worry about optimization.",
        "When we have no oversight, I train networks.",
    ],
)
def test_what_leans_on_its_neighbours_is_left_alone(text: str) -> None:
    assert texts(f"SGD overfits often.\n{text}", "a.txt") == ["SGD overfits often."]


def test_what_the_authors_hold_is_a_claim() -> None:
    assert texts("We therefore expect that SGD overfits.", "a.txt") == [
        "We therefore expect that SGD overfits."
    ]


def test_main_clauses_are_claims_at_their_own_place() -> None:
    text = "SGD *always* wins, so nobody looks further. Does SGD win; does Adam?"
    found = lintable(SourceText(text, "x.md"))
    assert [text[s.span.start : s.span.end] for s in found.prose.sentences] == [
        "SGD *always* wins",
        "nobody looks further.",
    ]
    assert found.skipped == 1


def test_what_should_be_is_no_claim_that_it_is() -> None:
    assert texts("Explanations should be faithful. Models shouldn't overfit. They ought to learn.") == []
    assert texts("Explanations must be faithful.") == ["Explanations must be faithful."]
