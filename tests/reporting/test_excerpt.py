from hypothesis import given
from hypothesis import strategies as st

from storycheck.reporting.excerpt import excerpt
from storycheck.reporting.layout import ASCII, Look, Style, width_of
from storycheck.source import SourceText, Span


def drawn(text: str, words: str, width: int = 80) -> list[str]:
    start = text.index(words)
    look = Look(width, glyphs=ASCII)
    return excerpt(look, SourceText(text), Span(start, start + len(words)), Style.ERROR, 2)


def test_the_words_are_underlined() -> None:
    assert drawn("first line\nSGD never forgets.", "never") == [
        " 2 | SGD never forgets.",
        "   |     ^^^^^",
    ]


def test_a_sentence_over_two_lines() -> None:
    assert drawn("x: SGD never\n   forgets. More.", "SGD never\n   forgets.") == [
        " 1 | x: SGD never",
        "   |    ^^^^^^^^^",
        " 2 |    forgets. More.",
        "   |    ^^^^^^^^",
    ]


def test_tabs_are_widened_to_their_stop() -> None:
    assert drawn("a\tnever", "never") == [" 1 | a   never", "   |     ^^^^^"]


def test_wide_characters_and_combining_marks_keep_the_marks_in_place() -> None:
    assert drawn("网络 e\u0301 never", "never") == [" 1 | 网络 e\u0301 never", "   |        ^^^^^"]
    assert drawn("die 网络 da", "网络") == [" 1 | die 网络 da", "   |     ^^^^"]


def test_carriage_returns_are_not_shown() -> None:
    assert drawn("SGD never\r\nforgets", "never") == [" 1 | SGD never", "   |     ^^^^^"]


def test_control_characters_are_not_sent_to_the_terminal() -> None:
    assert drawn("a\x1bb never", "never") == [" 1 | a\ufffdb never", "   |     ^^^^^"]


def test_an_empty_span_marks_its_place() -> None:
    assert excerpt(Look(glyphs=ASCII), SourceText("ab"), Span(2, 2), Style.NOTE, 2) == [
        " 1 | ab",
        "   |   ^",
    ]
    assert excerpt(Look(glyphs=ASCII), SourceText(""), Span(0, 0), Style.NOTE, 2) == [" 1 | ", "   | ^"]


def test_a_long_line_is_cut_to_the_words_that_matter() -> None:
    text = "before " * 50 + "SGD never forgets. " + "after " * 50
    assert drawn(text, "SGD never forgets.", 60) == [
        " 1 | ...before before SGD never forgets. after after",
        "   |                  ^^^^^^^^^^^^^^^^^^",
    ]


def test_a_long_sentence_is_wrapped() -> None:
    lines = drawn("word " * 30, "word " * 30, 40)
    assert lines[0].startswith(" 1 | word")
    assert sum(line.count("word") for line in lines) == 30
    assert sum(line.count("^") for line in lines) == 30 * 5 - 1


def test_a_very_long_passage_is_cut_off() -> None:
    lines = drawn("word\n" * 100, "word\n" * 100)
    assert lines[-1] == "   | ..."
    assert len(lines) == 17


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 50), st.integers(20, 60))
def test_no_line_is_wider_than_the_terminal(text: str, start: int, length: int, width: int) -> None:
    start = min(start, len(text))
    span = Span(start, min(start + length, len(text)))
    lines = excerpt(Look(width, glyphs=ASCII), SourceText(text), span, Style.NOTE, 3)
    assert lines
    assert all(width_of(line) <= width for line in lines)
