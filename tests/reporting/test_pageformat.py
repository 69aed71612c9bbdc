from storycheck.reporting.layout import Look
from storycheck.reporting.pageformat import page_text

PAGE = """\
# code: what it
means

Some words that go
on and on.

- one item that is
  long enough
- two

    code   stays
"""


def test_a_page_is_laid_out_for_its_width() -> None:
    assert page_text(PAGE, Look(width=16)).splitlines() == [
        "code: what it",
        "means",
        "",
        "Some words that",
        "go on and on.",
        "",
        "- one item that",
        "  is long enough",
        "- two",
        "",
        "    code   stays",
    ]


def test_headings_are_coloured() -> None:
    assert page_text("# a\n\nb", Look(color=True)) == "\x1b[1ma\x1b[0m\n\nb\n"
