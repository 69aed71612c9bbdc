"""Source text and exact positions in it.

Offsets are code points, half-open. Lines and columns count from 1, in code points, as editors and
compilers show them.
"""

import re
from bisect import bisect_right
from functools import lru_cache

from storycheck.records import NamedTuple


class Span(NamedTuple):
    """The half-open range of code points ``[start, end)`` of a source text."""

    start: int
    end: int

    def shifted(self, by: int) -> "Span":
        """The span of the same length, further on."""
        return Span(self.start + by, self.end + by)

    def union(self, other: "Span") -> "Span":
        """The smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


class Place(NamedTuple):
    """Where a span lies for a reader: line and column, from 1, ends exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class SourceText(NamedTuple):
    """A named text. ``name`` is what reports print: a path, ``<stdin>`` or ``<expression>``."""

    text: str
    name: str = "<text>"

    def line_column(self, offset: int) -> tuple[int, int]:
        """The 1-based line and column of a code-point offset."""
        starts = _line_starts(self.text)
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def place(self, span: Span) -> Place:
        """The lines and columns of a span; the end is exclusive, as in the span."""
        return Place(*self.line_column(span.start), *self.line_column(span.end))

    def line_text(self, line: int) -> str:
        """The text of a 1-based line, without its line break."""
        starts = _line_starts(self.text)
        end = starts[line] if line < len(starts) else len(self.text)
        return self.text[starts[line - 1] : end].rstrip("\r\n")

    def slice(self, span: Span) -> str:
        """The text of a span."""
        return self.text[span.start : span.end]


@lru_cache(maxsize=4)
def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", text))]
