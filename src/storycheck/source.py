"""Source text and exact positions in it.

Offsets are code points, half-open. Lines and columns count from 1, in code points, as editors and
compilers show them.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The half-open range of code points ``[start, end)`` of a source text."""

    start: int
    end: int

    def shifted(self, by: int) -> "Span":
        """The span of the same length, further on."""
        return Span(self.start + by, self.end + by)

    def union(self, other: "Span") -> "Span":
        """The smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a span lies for a reader: line and column, from 1, ends exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True)
class SourceText:
    """A named text. ``name`` is what reports print: a path, ``<stdin>`` or ``<expression>``."""

    text: str
    name: str = "<text>"

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    def line_column(self, offset: int) -> tuple[int, int]:
        """The 1-based line and column of a code-point offset."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def place(self, span: Span) -> Place:
        """The lines and columns of a span; the end is exclusive, as in the span."""
        return Place(*self.line_column(span.start), *self.line_column(span.end))

    def line_text(self, line: int) -> str:
        """The text of a 1-based line, without its line break."""
        start = self._line_starts[line - 1]
        end = self._line_starts[line] if line < len(self._line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def slice(self, span: Span) -> str:
        """The text of a span."""
        return self.text[span.start : span.end]
