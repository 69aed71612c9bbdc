import pytest
from hypothesis import given
from hypothesis import strategies as st

from storycheck.reporting.layout import Look, Style, paragraph, visible, width_of, wrap


@pytest.mark.parametrize(
    ("text", "columns"),
    [("abc", 3), ("网络", 4), ("e\u0301", 1), ("\u200b", 0), ("naïve", 5), ("ﾊ", 1), ("", 0)],
)
def test_width_counts_columns_of_a_terminal(text: str, columns: int) -> None:
    assert width_of(text) == columns


def test_wrap_breaks_at_spaces() -> None:
    assert wrap("in every case where trained", 10) == ["in every", "case where", "trained"]


def test_wrap_cuts_words_that_are_too_long() -> None:
    assert wrap("abcdefghij kl", 4) == ["abcd", "efgh", "ij", "kl"]


@given(st.text(), st.integers(2, 50))
def test_wrapped_lines_fit_and_lose_nothing(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(width_of(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(visible(" ".join(text.split())).split())


@given(st.text("ab ", max_size=80), st.integers(1, 9))
def test_plain_text_is_wrapped_like_any_other(text: str, width: int) -> None:
    """A character that takes no column has the text laid out word by word."""
    wide = wrap(" ".join(f"{word}\u0301" for word in text.split()), width)
    assert [line.replace("\u0301", "") for line in wide] == wrap(text, width)


@pytest.mark.parametrize("steering", ["\x1b[31m", "\x07", "\u202e", "\x9b2J", "\u2028"])
def test_a_text_cannot_steer_the_terminal(steering: str) -> None:
    assert visible(f"a{steering[0]}b") == "a\N{REPLACEMENT CHARACTER}b"


def test_a_paragraph_hangs_under_its_frame() -> None:
    lines = paragraph(Look(width=20), " | ", "one two three four five six", rest=" : ", label="note:")
    assert lines == [" | note: one two", " :   three four five", " :   six"]


def test_colour_is_only_paint() -> None:
    plain = paragraph(Look(width=20), "", "one two three four", label="note:", style=Style.ERROR)
    painted = paragraph(
        Look(width=20, color=True), "", "one two three four", label="note:", style=Style.ERROR
    )
    assert painted[0] == "\x1b[1;31mnote:\x1b[0m one two"
    assert [line.replace("\x1b[1;31m", "").replace("\x1b[0m", "") for line in painted] == plain
