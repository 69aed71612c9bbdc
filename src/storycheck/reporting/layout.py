"""Laying out text for a terminal: cells, wrapping, colour, and the glyphs that an encoding can show."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cache

from storycheck.records import NamedTuple


class Style(StrEnum):
    """What a stretch of text is; the value is its ANSI parameter."""

    ERROR = "1;31"
    WARNING = "1;33"
    NOTE = "1;36"
    GOOD = "32"
    FRAME = "34"
    STRONG = "1"
    FAINT = "2"


class Glyphs(NamedTuple):
    """The few characters that are drawn rather than written."""

    bar: str
    branch: str
    last: str
    ellipsis: str


UNICODE = Glyphs("│", "├", "└", "…")
ASCII = Glyphs("|", "=", "=", "...")

_BIDI = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_UNSEEN = "\xad\u200b\u2060-\u2064\ufeff"
_UNSAFE = re.compile(f"[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029{_BIDI}{_UNSEEN}]")
TAB = 4


class Look(NamedTuple):
    """How a report is to be drawn: columns of the terminal, colour, and which glyphs."""

    width: int = 80
    color: bool = False
    glyphs: Glyphs = UNICODE

    def paint(self, text: str, style: Style | None) -> str:
        """The text in its style; unchanged where there is no colour."""
        if not self.color or style is None or not text:
            return text
        return f"\x1b[{style}m{text}\x1b[0m"


@cache
def cells(character: str) -> int:
    """How many columns of a terminal a character takes: 0, 1 or 2."""
    if character < "\u0300":
        return 1
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def width_of(text: str) -> int:
    """The columns that a text takes."""
    return sum(map(cells, text)) if not text.isascii() else len(text)


def visible(text: str) -> str:
    """The text with U+FFFD for characters that steer a terminal, reorder a line, or are not seen."""
    return _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", text)


def wrap(text: str, width: int) -> list[str]:
    """The text broken at spaces into lines of at most ``width`` columns; longer words are cut.

    ``width`` below 1 is taken as 1; at least one line comes back.
    """
    width = max(width, 1)
    shown = visible(" ".join(text.split()))
    return (_filled(shown, width) if shown.isascii() else None) or _wrapped(shown.split(" "), width)


def _filled(text: str, width: int) -> list[str] | None:
    """The lines of a text whose characters take a column each; None if a word is longer than a line."""
    lines = []
    while len(text) > width:
        end = text.rfind(" ", 0, width + 1)
        if end < 0:
            return None
        lines.append(text[:end])
        text = text[end + 1 :]
    return [*lines, text]


def _wrapped(words: Iterable[str], width: int) -> list[str]:
    """The lines of any text, word by word."""
    lines = [""]
    used = 0
    for word in words:
        for piece in _pieces(word, width):
            size = width_of(piece)
            if lines[-1] and used + 1 + size > width:
                lines.append("")
                used = 0
            used += size + bool(lines[-1])
            lines[-1] = f"{lines[-1]} {piece}" if lines[-1] else piece
    return lines


def _pieces(word: str, width: int) -> Iterator[str]:
    """A word in pieces that fit a line each."""
    if width_of(word) <= width:
        yield word
        return
    piece, used = "", 0
    for character in word:
        size = cells(character)
        if piece and used + size > width:
            yield piece
            piece, used = "", 0
        piece += character
        used += size
    yield piece


def paragraph(
    look: Look, lead: str, text: str, *, rest: str = "", label: str = "", style: Style | None = None
) -> list[str]:
    """Wrapped lines behind a frame: ``lead`` before the first, ``rest`` (or blanks) before the others.

    ``label`` stands before the text in ``style``; lines that follow are indented by two.
    """
    rest = rest or " " * width_of(lead)
    body = f"{label} {text}" if label and text else label or text
    room = look.width - max(width_of(lead), width_of(rest) + 2)
    first, *others = wrap(body, room)
    shown = len(label) if first.startswith(label) else len(first)
    head = look.paint(first[:shown], style) + first[shown:]
    lines = [look.paint(lead, Style.FRAME) + head]
    return lines + [look.paint(rest, Style.FRAME) + "  " + line for line in others]
