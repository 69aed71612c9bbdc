"""Story files are taken apart exactly, and what is wrong in them is told at its place."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storycheck.diagnostics import Severity
from storycheck.source import SourceText
from storycheck.syntax.directives import EXAMPLES, SECTIONS, Fault, directives
from storycheck.syntax.story import LONGEST, MOST_SENTENCES, Declaration, Story, parse_story
from storycheck.where import data_folder

PAGE = (data_folder("grammar").parent / "docs" / "language.md").read_text(encoding="utf-8")
STORY = """\
# A comment at the start
story "A classifier that sees as we do"

concept "cat head" is a kind of "feature"
concept "wug"
quantity "wugness"
read generics as always
evidence "packs/mine"
profile "strict"

setup
  The network is overparameterized.   # so they all are
  It is trained with SGD from
  random initialization.

goal
  g1: The model uses human-aligned features.

rationale
  r1: SGD always reaches good minima. r2: Good minima use
      human-aligned features.
  therefore g1 from r1, r2

assume
  a1: The training labels are correct.
"""


def story(text: str) -> Story:
    return parse_story(SourceText(text))


def read(text: str) -> list[tuple[str, str, str]]:
    return [(one.id, one.section, " ".join(one.text.split())) for one in story(text).sentences]


def texts(text: str) -> list[str]:
    return [words for _, _, words in read(text)]


def codes(text: str) -> list[str]:
    """Each diagnostic as "line:column code"."""
    found = story(text)
    return [
        "{}:{} {}".format(*found.source.line_column(one.span.start), one.code) for one in found.diagnostics
    ]


def test_a_whole_story() -> None:
    found = story(STORY)
    assert not found.diagnostics
    assert found.title == "A classifier that sees as we do"
    assert read(STORY) == [
        ("s1", "setup", "The network is overparameterized."),
        ("s2", "setup", "It is trained with SGD from random initialization."),
        ("g1", "goal", "The model uses human-aligned features."),
        ("r1", "rationale", "SGD always reaches good minima."),
        ("r2", "rationale", "Good minima use human-aligned features."),
        ("a1", "assume", "The training labels are correct."),
    ]
    assert [(step.id, step.premises) for step in found.steps] == [("g1", ("r1", "r2"))]
    assert [(d.kind, d.name, d.relation, d.other) for d in found.declarations] == [
        ("concept", "cat head", "kind of", "feature"),
        ("concept", "wug", "", ""),
        ("quantity", "wugness", "", ""),
    ]
    assert found.read_generics_always
    assert (found.evidence_paths, found.profile) == (("packs/mine",), "strict")


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_every_sentence_is_where_its_span_says(newline: str) -> None:
    found = story(STORY.replace("\n", newline))
    assert len(found.sentences) == 6
    for sentence in found.sentences:
        assert found.source.slice(sentence.span) == sentence.text
    assert found.source.line_column(found.sentences[4].span.start) == (20, 43)


def test_bare_sentences_are_claims() -> None:
    assert read("SGD reaches good minima. Networks\ngeneralize well.\n\nwugs are daxes.\n") == [
        ("s1", "claims", "SGD reaches good minima."),
        ("s2", "claims", "Networks generalize well."),
        ("s3", "claims", "wugs are daxes."),
    ]


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing\n", "setup\n\ngoal\n"])
def test_nothing_is_a_story_too(text: str) -> None:
    assert story(text).sentences == ()
    assert story(text).diagnostics == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Poisoning 0.005 % of the data works.",
        "Networks, e.g. transformers, generalize.",
        "As Zhang et al. (2017) say, networks memorize.",
        "SGD vs. Adam makes no difference.",
        "Fig. 3 shows memorization.",
        "The model says “I will. Really.” to users.",
        'The model says "I will. Really." to users.',
        "Does SGD generalize?",
        "SGD works (as the papers say.)",
        'It is called "a good minimum."',
        "Version 1.2.3 of the model generalizes.",
        "It is a wug...",
    ],
)
def test_a_stop_is_not_always_an_end(sentence: str) -> None:
    assert texts(f"{sentence} Every A is a B. No B is a C.") == [sentence, "Every A is a B.", "No B is a C."]


def test_names_stand_before_sentences_only() -> None:
    assert read("a1: SGD works.\nSGD does two\nthings: it trains.\nr-2:\n  Wugs are daxes.\n") == [
        ("a1", "claims", "SGD works."),
        ("s1", "claims", "SGD does two things: it trains."),
        ("r-2", "claims", "Wugs are daxes."),
    ]


def test_numbers_of_unnamed_sentences_avoid_given_names() -> None:
    assert [name for name, _, _ in read("A is B. s1: B is C. C is D.")] == ["s2", "s1", "s3"]


def test_a_missing_full_stop_is_accepted() -> None:
    assert texts("SGD works") == ["SGD works"]
    assert codes("SGD works") == []
    text = "r1: SGD works\nr2: Adam works\n\nMomentum works\ngoal\n  It works"
    assert texts(text) == ["SGD works", "Adam works", "Momentum works", "It works"]
    assert codes(text) == ["1:13 no-full-stop", "2:14 no-full-stop", "4:14 no-full-stop"]
    assert {one.severity for one in story(text).diagnostics} == {Severity.NOTE}


def test_lists_of_sentences_are_accepted() -> None:
    assert texts("- SGD works.\n* Adam works.\n1. It works.\n2) r1: All work.\n") == [
        "SGD works.",
        "Adam works.",
        "It works.",
        "All work.",
    ]


def test_comments_are_blanked_out_and_quoted_signs_are_none() -> None:
    text = 'SGD # of course\n  works. # always\nIt says "a # b" often.\nC# works.\n'
    assert texts(text) == ["SGD works.", 'It says "a # b" often.', "C# works."]
    assert story(text).sentences[0].text == "SGD            \n  works."


def test_sections_may_come_back_and_be_written_otherwise() -> None:
    text = "Goal:\n  A is B.\nsetup\n  B is C.\ngoal\n  C is D.\n"
    assert [section for _, section, _ in read(text)] == ["goal", "setup", "goal"]
    assert codes(text) == []


def test_a_section_on_the_line_of_its_sentence_is_understood_with_a_warning() -> None:
    assert read("goal: A is B.\nC is D.") == [("s1", "goal", "A is B."), ("s2", "goal", "C is D.")]
    assert codes("goal: A is B.\n") == ["1:1 section-line"]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("setups\n  The network is deep.\n", 1),
        ("background\n  b1: The network is deep.\n", 1),
        ("assumption:\n  The network is deep.\n", 1),
        ("motivation:\n  b1: The network is deep.\n  b2: It is.\n", 2),
    ],
)
def test_unknown_sections_are_told_and_their_sentences_kept(text: str, sentences: int) -> None:
    assert codes(text) == ["1:1 unknown-section"]
    assert len(read("goal\n" + text)) == sentences
    assert {section for _, section, _ in read("goal\n" + text)} == {"claims"}


def test_a_misspelt_section_is_recognized() -> None:
    assert "did you mean `rationale`?" in story("rationales\n  A is B.\n").diagnostics[0].help


@pytest.mark.parametrize(
    "text", ["Networks\n  generalize.\n", "Networks\ngeneralize.", "r1:\n  Networks work.\n"]
)
def test_a_short_first_line_is_no_section(text: str) -> None:
    assert len(read(text)) == 1
    assert codes(text) == []


def test_declarations_relate_phrases() -> None:
    text = """\
concept "wug" means "dax" and "blick"
concept "wug" excludes "a", "b", and "c".
concept “big  wug”   is a kind of “wug”
"""
    assert [(d.name, d.relation, d.other) for d in story(text).declarations] == [
        ("wug", "means", "dax"),
        ("wug", "means", "blick"),
        ("wug", "excludes", "a"),
        ("wug", "excludes", "b"),
        ("wug", "excludes", "c"),
        ("big wug", "kind of", "wug"),
    ]
    assert codes(text) == []


def test_a_declaration_knows_its_line() -> None:
    assert story('A is B.\n  concept "wug"  # new\n').declarations == (
        Declaration("concept", "wug", "", "", story('A is B.\n  concept "wug"').declarations[0].span),
    )
    found = story('A is B.\n  concept "wug"  # new\n')
    assert found.source.slice(found.declarations[0].span) == 'concept "wug"'


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("concept wug", "1:1 bad-declaration"),
        ('concept ""', "1:1 bad-declaration"),
        ('concept "wug" is "dax"', "1:1 bad-declaration"),
        ('concept "wug" is a kind of dax', "1:1 bad-declaration"),
        ('concept "wug" is a kind of "dax" or "blick"', "1:1 bad-declaration"),
        ('concept "wug" is a sort of "dax"', "1:1 bad-declaration"),
        ('quantity "wugness" means "x"', "1:1 bad-declaration"),
        ('concept "wug', "1:9 unterminated-quote"),
        ('concept "wug" means "dax', "1:21 unterminated-quote"),
        ('story "A title', "1:7 unterminated-quote"),
        ("story A title", "1:1 bad-declaration"),
        ("profile strict", "1:1 bad-declaration"),
        ("read generics as never", "1:1 bad-setting"),
        ("therefore g1 from", "1:1 bad-step"),
        ("therefore g1 by r1", "1:1 bad-step"),
    ],
)
def test_malformed_lines_are_told_and_the_rest_stands(line: str, code: str) -> None:
    assert codes(line + "\nSGD works.\n") == [code]
    assert texts(line + "\nSGD works.\n") == ["SGD works."]
    assert story(line).diagnostics[0].help


@pytest.mark.parametrize(
    "sentence", ["concept learning is hard.", "therefore networks work.", "profile data helps."]
)
def test_a_keyword_may_begin_a_sentence(sentence: str) -> None:
    assert texts(sentence) == [sentence]
    assert codes(sentence) == []


def test_steps_name_sentences_that_are_there() -> None:
    text = (
        "g1: A is B.\nr1: B is C.\n"
        "therefore g1 from r1 and r3\ntherefore g2 from r1.\ntherefore g1 from r1, r1\n"
    )
    assert [(step.id, step.premises) for step in story(text).steps] == [("g1", ("r1", "r1"))]
    assert codes(text) == ["3:1 unknown-id", "4:1 unknown-id"]
    assert "`r3`" in story(text).diagnostics[0].message
    assert codes("g1: A is B.\ntherefore g1 from g1\n") == ["2:1 bad-step"]


def test_steps_may_name_unnamed_sentences() -> None:
    assert story("A is B. B is C.\ntherefore s2 from s1\n").steps[0].premises == ("s1",)


def test_a_name_given_twice_is_told_and_both_are_kept() -> None:
    assert read("r1: A is B.\nr1: B is C.\n") == [("r1", "claims", "A is B."), ("s1", "claims", "B is C.")]
    assert codes("r1: A is B.\nr1: B is C.\n") == ["2:1 duplicate-id"]


def test_a_name_without_a_sentence_is_told() -> None:
    assert codes("r1:\n\nr2: A is B.\n") == ["1:1 empty-sentence"]


def test_an_open_quotation_does_not_swallow_the_rest() -> None:
    text = 'r1: The "good minimum is good. It is.\nr2: A is B.\n\nB is C.\n'
    assert texts(text) == ['The "good minimum is good.', "It is.", "A is B.", "B is C."]
    assert codes(text) == ["1:9 unterminated-quote"]


def test_characters_that_are_no_text_are_told_and_replaced() -> None:
    text = "SGD\x07\x07 works.\n\ud800 A is B.\n"
    assert codes(text) == ["1:4 control-character", "2:1 control-character"]
    assert texts(text) == ["SGD\ufffd\ufffd works.", "\ufffd A is B."]


def test_a_story_that_is_too_long_is_refused_at_once() -> None:
    found = story("SGD works. " * (LONGEST // 10))
    assert [one.code for one in found.diagnostics] == ["too-large"]
    assert found.sentences == ()


def test_only_so_many_sentences_are_read() -> None:
    found = story("A is B.\n" * (MOST_SENTENCES + 5))
    assert len(found.sentences) == MOST_SENTENCES
    assert [one.code for one in found.diagnostics] == ["too-large"]
    assert found.source.line_column(found.diagnostics[0].span.start) == (MOST_SENTENCES + 1, 1)


@pytest.mark.parametrize(
    "unit",
    [
        "word ",
        '"',
        '" #',
        "a: ",
        "r1: ",
        "(",
        "e.g. ",
        ".",
        "\n",
        "#",
        "foo\n\n",
        "foo:\n",
        "x. ",
        '" x. ',
        "therefore a from a,",
    ],
)
def test_long_repetitions_are_parsed(unit: str) -> None:
    """What is not linear would take minutes here."""
    text = unit * (400_000 // len(unit))
    found = story(text)
    assert all(text[s.span.start : s.span.end].strip() for s in found.sentences)


LINES = st.sampled_from(
    [
        *STORY.splitlines(),
        "",
        'x "',
        "a:",
        "r1:",
        "therefore",
        "concept",
        "setup",
        "A. b: C",
        "“",
        "…",
        "e.g.",
        "\r",
    ]
)


@given(st.lists(LINES | st.text(max_size=12), max_size=12).map("\n".join))
def test_any_text_is_taken_apart_without_loss(text: str) -> None:
    found = story(text)
    ends = [0]
    for sentence in found.sentences:
        assert sentence.text.strip()
        assert len(sentence.text) == sentence.span.end - sentence.span.start
        assert sentence.span.start >= ends[-1]
        ends.append(sentence.span.end)
    assert len({sentence.id for sentence in found.sentences}) == len(found.sentences)
    assert all(0 <= one.span.start <= one.span.end <= len(text) for one in found.diagnostics)


def test_the_page_names_every_line_that_a_story_can_have() -> None:
    section = PAGE.partition("\n## Story files\n")[2].partition("\n## ")[0]
    cells = re.findall(r"^\| (`[^|]+) \|", section, re.M)
    lines = [line for cell in cells for line in re.findall(r"`([^`]+)`", cell)]
    for line in lines:
        found = directives(line, 0)
        assert found, line
        assert not any(isinstance(one, Fault) for one in found), line
    assert {*SECTIONS, *EXAMPLES, "therefore", "read"} == {line.split()[0] for line in lines}
