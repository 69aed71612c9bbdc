from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storycheck.documents.markdown import scan
from storycheck.documents.passages import only


def passages(text: str) -> list[str]:
    return [passage.text for passage in scan(dedent(text)).passages]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One line\nand another.\n\nNext.", ["One line and another.", "Next."]),
        ("# A heading #\nText.", ["A heading", "Text."]),
        ("A heading\n=========\nText.", ["A heading", "Text."]),
        ("- one\n  more\n- two\n\n  three\n1. four", ["one more", "two", "three", "four"]),
        ("- [x] done\n* [ ] open", ["done", "open"]),
        ("> quoted\n> text\n>\n> more\nafter", ["quoted text", "more", "after"]),
        ("> - item in a quote", ["item in a quote"]),
        ("> [!note] Title\n> Text.", ["Text."]),
        ("| a | b |\n|---|:-:|\n| c \\| d | e |\n\nText | bar.", ["a", "b", "c | d", "e", "Text | bar."]),
        ("a | b\n--|--\nc | d\nText.", ["a", "b", "c", "d", "Text."]),
        ("```python\nx = 1\n```\nText.", ["Text."]),
        ("~~~\n```\n~~~\nText.", ["Text."]),
        ("Text.\n\n    code\n\n    more code\n\nText.", ["Text.", "Text."]),
        ("- item\n\n    still the item", ["item", "still the item"]),
        ("---\ntitle: A\n---\nText.", ["Text."]),
        ("<!-- c -->\n\n---\ntitle: A\n---\nText.", ["Text."]),
        ("---\n\nText.", ["Text."]),
        ("a <!-- b --> c\n<!-- d\ne -->f", ["a c", "f"]),
        ("[ref]: https://example.org\nText.", ["Text."]),
        ("[^1]: A footnote.", ["A footnote."]),
        ("$$\nx = 1\n$$\nText.", ["Text."]),
        ("$$x = 1$$\nText.", ["Text."]),
        ("$$x$$ is never\nbig.", ["$$x$$ is never big."]),
        ("<div>\n<p>One.</p><p>Two\nlines.</p>\n</div>", ["One.", "Two lines."]),
        ("<script>\nvar a;\n</script>\nText.", ["Text."]),
        ('!!! note "Title"\n    Text.', ["Text."]),
        ("It was in\n1986. That year.", ["It was in 1986. That year."]),
        ("{: .class}\nText.", ["Text."]),
        ("", []),
        ("\n \n", []),
        ("```", []),
        ("Text.\r\nMore.\r\n\r\nNext.\r\n", ["Text. More.", "Next."]),
    ],
)
def test_blocks(text: str, expected: list[str]) -> None:
    assert passages(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a *b* **c** ***d*** _e_ __f__", "a b c d e f"),
        ("snake_case and 2 * 3 and 2*3", "snake_case and 2 * 3 and 2*3"),
        ('see [the *text*](http://x.org/a_(b) "title") here', "see the text here"),
        ("see [text][ref] and [1]", "see text and [1]"),
        ("a ![picture](x.png) b", "a b"),
        ("a claim[^note].", "a claim."),
        ("with `lr=0.1` and ``a`b`` and ```c``", "with lr=0.1 and a`b and ```c``"),
        (r"a \*literal\* star", "a *literal* star"),
        ("a <b>bold</b> line<br/>break", "a bold line break"),
        ("see <https://example.org>.", "see ."),
        ("Q&amp;A &lt; 5 &nope; x&y", "Q&A < 5 &nope; x&y"),
        ("~~never~~ always", "~~never~~ always"),
        ("if a < b and c > d", "if a < b and c > d"),
    ],
)
def test_what_a_reader_sees_of_a_line(text: str, expected: str) -> None:
    assert passages(text) == [expected]


def test_every_character_has_its_place() -> None:
    text = "> - see [the *good*\n>   minima](http://x.org) `here`.\n"
    (passage,) = scan(text).passages
    assert passage.text == "see the good minima here."
    start = passage.text.index("good")
    assert text[passage.span(start, start + 4).start :].startswith("good*")
    end = passage.span(start, len(passage.text)).end
    assert text[:end].endswith("`here`.")


def test_a_fenced_story_keeps_its_place() -> None:
    text = dedent(
        """\
        Text.

        > ```story
        > r1: SGD never
        >   forgets.
        > ```

        1. ~~~story title
           r2: One.
           ~~~
        """
    )
    document = scan(text)
    first, second = (only(text, fence.lines) for fence in document.fences)
    assert first.split() == ["r1:", "SGD", "never", "forgets."]
    assert first.index("forgets") == text.index("forgets")
    assert len(first.splitlines()) == 5
    assert second.strip() == "r2: One."
    assert second.index("r2") == text.index("r2")


def test_a_story_that_the_file_ends_is_a_story() -> None:
    text = "```story\r\nSGD never forgets."
    (fence,) = scan(text).fences
    assert only(text, fence.lines).strip() == "SGD never forgets."


def test_other_fences_are_no_stories() -> None:
    assert scan("```storyboard\nx\n```\n```\nx\n```").fences == ()


def test_ignore_comments_tell_whether_they_stand_alone() -> None:
    comment = "<!-- storycheck: ignore -->"
    text = f"{comment}\nOne. <!--storycheck:ignore--> Two.\n> {comment}\n> Three."
    assert [ignore.block for ignore in scan(text).ignores] == [True, False, True]
    assert scan("```\n<!-- storycheck: ignore -->\n```").ignores == ()


PIECES = [
    *(
        "> ",
        "- ",
        "1. ",
        "# ",
        "|",
        "*",
        "_",
        "`",
        "[",
        "](",
        ")",
        "<!--",
        "-->",
        "<b>",
        "<p>",
        "&amp;",
        "\\",
    ),
    *(
        "$$",
        "    ",
        "a",
        "b.",
        "é",
        "网",
        "--",
        "~~~",
        "!",
        "[^1]",
        "\n",
        "\r\n",
        "\n\n",
        "\n```\n",
        "\n```story\n",
    ),
]
MARKUP = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)
REPEATED = [
    "[",
    "<",
    "*",
    "`",
    "](",
    "![a](",
    "<!--",
    "> ",
    "- ",
    "|",
    "&",
    "_a",
    "[a](b ",
    "``a",
    "$$",
    "<p>",
]


@given(MARKUP)
def test_offsets_only_rise_and_show_what_the_text_has(text: str) -> None:
    for passage in scan(text).passages:
        assert len(passage.text) == len(passage.offsets)
        assert list(passage.offsets) == sorted(passage.offsets)
        for character, offset in zip(passage.text, passage.offsets, strict=True):
            there = text[offset] if offset < len(text) else "\n"
            assert there == character or there.isspace() or there in "&<"


@given(MARKUP)
def test_fences_lie_inside_the_text_in_order(text: str) -> None:
    for fence in scan(text).fences:
        masked = only(text, fence.lines)
        assert all(a in (b, " ") for a, b in zip(masked, text, strict=False))
        assert masked.count("\n") <= text.count("\n")


@pytest.mark.parametrize("piece", REPEATED)
def test_repeated_markup_is_scanned(piece: str) -> None:
    """What is not linear would take minutes here."""
    text = piece * 20_000
    assert all(max(passage.offsets) < len(text) for passage in scan(text).passages)
