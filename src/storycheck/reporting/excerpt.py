"""The source lines of a span with the words underlined.

Lines too long for the terminal are cut to the words that matter, and wrapped.
"""

from collections.abc import Iterator
from itertools import islice

from storycheck.records import NamedTuple
from storycheck.reporting.layout import TAB, Look, Style, cells, visible
from storycheck.source import SourceText, Span

CONTEXT = 20
MOST_ROWS = 8
LEAST_ROOM = 8
_LONG = 10_000
"""Characters; more than a hundred on each of `MOST_ROWS` rows."""


class _Cell(NamedTuple):
    text: str
    width: int
    marked: bool


def excerpt(look: Look, source: SourceText, span: Span, style: Style, gutter: int) -> list[str]:
    """The lines that ``span`` touches, each with its marked part underlined, behind a frame.

    ``gutter`` is how many columns line numbers take. An empty span gets one mark at its place.
    """
    frame = _Frame(look, style, gutter)
    lines: list[str] = []
    for number, text, start, end in _touched(source, span):
        if len(lines) >= 2 * MOST_ROWS:
            return [*lines, frame.bar() + look.glyphs.ellipsis]
        rows = _rows(list(_cells(*_near(text, start, end))), frame.room, look.glyphs.ellipsis)
        for index, row in enumerate(islice(rows, MOST_ROWS)):
            lines += frame.row(row, str(number) if index == 0 else "")
    return lines


def _touched(source: SourceText, span: Span) -> Iterator[tuple[int, str, int, int]]:
    """Number and text of each line that a span touches, and from where to where in the line."""
    place = source.place(span)
    last = place.end_line if place.end_column > 1 or place.end_line == place.line else place.end_line - 1
    for number in range(place.line, last + 1):
        text = source.line_text(number)
        start = place.column - 1 if number == place.line else 0
        yield number, text, start, place.end_column - 1 if number == place.end_line else len(text)


def _near(text: str, start: int, end: int) -> tuple[str, int, int]:
    """A line that is longer than can be shown, cut well outside of what will be; the marked part in it."""
    if len(text) <= _LONG:
        return text, start, end
    first = max(0, start - _LONG // 2)
    return text[first : first + _LONG], start - first, min(end - first, _LONG)


class _Frame(NamedTuple):
    look: Look
    style: Style
    gutter: int

    @property
    def room(self) -> int:
        return max(self.look.width - self.gutter - 3, LEAST_ROOM)

    def bar(self, number: str = "") -> str:
        return self.look.paint(f"{number:>{self.gutter}} {self.look.glyphs.bar} ", Style.FRAME)

    def row(self, row: list[_Cell], number: str) -> Iterator[str]:
        """A row of source and, where some of it is marked, the marks below."""
        yield self.bar(number) + "".join(cell.text for cell in row).rstrip()
        marks = "".join(("^" if cell.marked else " ") * cell.width for cell in row).rstrip()
        if marks:
            indent = len(marks) - len(marks.lstrip())
            yield self.bar() + " " * indent + self.look.paint(marks.lstrip(), self.style)


def _cells(text: str, start: int, end: int) -> Iterator[_Cell]:
    """The cells of a line, tabs widened to their stop; blanks at the ends stay unmarked."""
    while start < end and start < len(text) and text[start].isspace():
        start += 1
    while end > start and text[end - 1 : end].isspace():
        end -= 1
    column = 0
    end = max(end, start + 1)
    for index, character in enumerate(visible(text)):
        shown, width = character, cells(character)
        if character == "\t":
            width = TAB - column % TAB
            shown = " " * width
        column += width
        yield _Cell(shown, width, start <= index < end)
    if start >= len(text):
        yield _Cell(" ", 1, marked=True)


def _rows(row: list[_Cell], room: int, ellipsis: str) -> Iterator[list[_Cell]]:
    """The cells in rows that fit; a long line is cut to the marked words and some context."""
    if sum(cell.width for cell in row) <= room:
        yield row
        return
    marked = [index for index, cell in enumerate(row) if cell.marked]
    first, last = marked[0], marked[-1] + 1
    begin = _word_start(row, first - CONTEXT, first)
    stop = _word_end(row, last, last + CONTEXT)
    dots = _Cell(ellipsis, len(ellipsis), marked=False)
    cut = [dots] * (begin > 0) + row[begin:stop] + [dots] * (stop < len(row))
    while any(cell.marked for cell in cut):
        size = _break(cut, room)
        yield cut[:size]
        cut = cut[size:]
        while cut and cut[0].text == " ":
            cut = cut[1:]


def _word_start(row: list[_Cell], wanted: int, limit: int) -> int:
    """The first place of a word at or after ``wanted``, not beyond ``limit``."""
    if wanted <= 0:
        return 0
    starts = (index for index in range(wanted, limit) if row[index - 1].text == " ")
    return next(starts, limit)


def _word_end(row: list[_Cell], limit: int, wanted: int) -> int:
    """The last end of a word at or before ``wanted``, not before ``limit``."""
    if wanted >= len(row):
        return len(row)
    ends = (index for index in range(wanted, limit, -1) if row[index].text == " ")
    return next(ends, limit)


def _break(row: list[_Cell], room: int) -> int:
    """How many cells go on one row: up to the last blank that fits, or as many as fit."""
    used = 0
    blank = 0
    for index, cell in enumerate(row):
        used += cell.width
        if used > room:
            return blank or max(index, 1)
        if cell.text == " ":
            blank = index + 1
    return len(row)
