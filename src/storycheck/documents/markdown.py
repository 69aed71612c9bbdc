"""Markdown blocks, line by line, with exact offsets; linear time, and no input is an error.

What is prose becomes passages: paragraphs, headings, items, quotes, cells, text between HTML tags. What is
not is left out: front matter, code, displayed mathematics, comments, definitions of links, directives.
"""

import re
from collections.abc import Iterator

from storycheck.documents.inline import visible
from storycheck.documents.passages import Char, Document, Fence, Ignore, Passage, passage
from storycheck.records import NamedTuple
from storycheck.source import Span

_COMMENT = re.compile(r"<!--.*?-->|<!--.*", re.DOTALL)
_IGNORE = re.compile(r"<!--\s*storycheck:\s*ignore\s*-->")
_QUOTE = re.compile(r"(?:[ \t]{0,3}>[ \t]?)+")
_FENCE = re.compile(r"(?P<indent>[ \t]*)(?P<marks>`{3,}|~{3,})[ \t]*(?P<info>[^`\n]*)\n?$")
_RAW = re.compile(r"\s*<(?P<name>script|style|pre|svg|math|textarea)\b", re.IGNORECASE)
_ITEM = re.compile(r"[ \t]*(?:[-*+]|(?P<number>\d{1,9})[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)")
_HEADING = re.compile(r"[ \t]{0,3}#{1,6}[ \t]+(?P<words>.*?)[ \t]*#*[ \t]*\n?$")
_DISPLAYED = re.compile(r"[ \t]*\$\$(?:[^$\n]*\$\$[.,;]?[ \t]*\n?$|(?P<open>[^$\n]*\n?$))")
_RULE = re.compile(r"[ \t]*(?:=+|(?:[-*_][ \t]*){2,})\n?$")
_TABLE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*\n?$")
_CELL = re.compile(r"(?:\\.|[^|\\\n])+")
_DEFINITION = re.compile(r"[ \t]{0,3}\[[^\[\]\n]+\]:[ \t]*")
_DIRECTIVE = re.compile(r"\s*(?:\{[:%#].*[}]\s*$|:::|\[![A-Za-z]+\]|\[TOC\]|(?:!!!|\?\?\?)\+?\s)")
_BLOCK_TAG = re.compile(
    r"</?(?:p|div|section|article|aside|main|header|footer|nav|figure|figcaption|table|thead|tbody|tr|t[hd]|ul|ol|li"
    r"|d[ldt]|h[1-6]|blockquote|hr|body|html|head|title|details|summary|d-[a-z-]+)\b[^<>]*>",
    re.IGNORECASE,
)
_KEY = re.compile(r"[\w.-]+\s*[:=]")


class _Line(NamedTuple):
    text: str
    offset: int

    def after(self, count: int) -> "_Line":
        return _Line(self.text[count:], self.offset + count)


class _Open(NamedTuple):
    """A fence that is open: its marks, what it holds, the quote marks and the indentation before it."""

    marks: str
    story: bool
    quotes: int
    indent: int


def scan(text: str) -> Document:
    """The prose and the stories of a Markdown document."""
    scanner = _Scanner()
    for line in _body(text):
        scanner.line(line)
    scanner.end()
    return Document(tuple(scanner.passages), tuple(scanner.fences), tuple(scanner.ignores))


def _lines(text: str) -> Iterator[_Line]:
    """Each line with one line break at its end, whatever the text has there."""
    offset = 0
    for line in text.split("\n"):
        yield _Line(line.removesuffix("\r") + "\n", offset)
        offset += len(line) + 1


def _body(text: str) -> Iterator[_Line]:
    """The lines without front matter, which may follow comments and blank lines."""
    lines = list(_lines(text))
    first = 0
    while first < len(lines) and (not lines[first].text.strip() or _is_comment(lines[first].text)):
        first += 1
    mark = lines[first].text.strip() if first < len(lines) else ""
    if mark in ("---", "+++") and first + 1 < len(lines) and _KEY.match(lines[first + 1].text):
        ends = (n for n in range(first + 1, len(lines)) if lines[n].text.strip() in (mark, "..."))
        first = next(ends, first) + 1
    yield from lines[first:]


def _is_comment(text: str) -> bool:
    return text.startswith("<!--") and text.rstrip().endswith("-->") and not _IGNORE.search(text)


class _Scanner:
    """The state between lines: the block being collected, and what encloses it."""

    def __init__(self) -> None:
        self.passages: list[Passage] = []
        self.fences: list[Fence] = []
        self.ignores: list[Ignore] = []
        self._block: list[Char] = []
        self._fence: _Open | None = None
        self._content: list[Span] = []
        self._until = ""
        self._quotes = 0
        self._in_list = False
        self._after_blank = True
        self._in_table = False

    def line(self, line: _Line) -> None:
        """Takes the next line."""
        if self._fence and self._in_fence(line, self._fence):
            return
        if self._until:
            end = line.text.lower().find(self._until)
            if end < 0:
                return
            line = line.after(end + len(self._until))
            self._until = ""
        line = self._without_comments(line)
        match = _QUOTE.match(line.text)
        quotes = match.group().count(">") if match else 0
        if quotes != self._quotes:
            self._flush()
            self._quotes, self._in_list = quotes, False
        self._unquoted(line.after(match.end()) if match else line)

    def end(self) -> None:
        """Takes the end of the document; an open fence ends there."""
        self._flush()
        if self._fence:
            self._close(self._fence)

    def _flush(self) -> None:
        found = passage(visible(self._block))
        if found:
            self.passages.append(found)
        self._block = []
        self._in_table = False

    def _add(self, line: _Line) -> None:
        self._block += [Char(c, line.offset + n) for n, c in enumerate(line.text)]

    # Stretches that are not prose

    def _in_fence(self, line: _Line, fence: _Open) -> bool:
        """Takes a line of an open fence; False if the line ends the quote that holds the fence."""
        match = _QUOTE.match(line.text) if fence.quotes else None
        if fence.quotes and match is None:
            self._close(fence)
            return False
        rest = line.after(match.end()) if match else line
        closing = rest.text.strip()
        if closing.startswith(fence.marks) and not closing.strip(fence.marks[0]):
            self._close(fence)
            return True
        blank = len(rest.text) - len(rest.text.lstrip(" \t"))
        rest = rest.after(min(blank, fence.indent))
        self._content.append(Span(rest.offset, rest.offset + len(rest.text)))
        return True

    def _close(self, fence: _Open) -> None:
        if fence.story:
            self.fences.append(Fence(tuple(self._content)))
        self._fence, self._content = None, []

    def _without_comments(self, line: _Line) -> _Line:
        """The line with comments blanked; one that does not end on it is skipped to its end."""
        if "<!--" not in line.text:
            return line
        for match in _IGNORE.finditer(line.text):
            alone = not (line.text[: match.start()] + line.text[match.end() :]).strip(" \t\n>")
            self.ignores.append(Ignore(line.offset + match.end(), alone))
        text = _COMMENT.sub(self._blanked, line.text)
        return _Line(text if text.endswith("\n") else text[:-1] + "\n", line.offset)

    def _blanked(self, match: re.Match[str]) -> str:
        if not match.group().endswith("-->"):
            self._until = "-->"
        return " " * len(match.group())

    # Blocks

    def _unquoted(self, line: _Line) -> None:
        """Takes a line whose quote marks are off."""
        text = line.text
        if not text.strip():
            self._flush()
            self._after_blank = True
            return
        indented = text.startswith(("    ", "\t"))
        if self._after_blank and not indented and not _ITEM.match(text):
            self._in_list = False
        if self._after_blank and indented and not self._in_list:
            return
        self._after_blank = False
        self._marked(line)

    def _marked(self, line: _Line) -> None:
        """Takes a line that starts a block of its own, or else goes on with the paragraph."""
        text = line.text
        if match := _FENCE.match(text):
            self._flush()
            story = match["info"].split()[:1] == ["story"]
            self._fence = _Open(match["marks"], story, self._quotes, len(match["indent"]))
        elif match := _RAW.match(text):
            self._flush()
            closing = f"</{match['name'].lower()}>"
            self._until = "" if closing in text.lower() else closing
        elif match := _DISPLAYED.match(text):
            self._flush()
            self._until = "$$" if match["open"] else ""
        elif self._in_table or (_TABLE.match(text) and _is_row(self._block)):
            self._row(line)
        elif _RULE.match(text) or _DIRECTIVE.match(text):
            self._flush()
            self._in_list = self._in_list or bool(_DIRECTIVE.match(text))
        elif match := _HEADING.match(text):
            self._flush()
            self._add(_Line(match["words"], line.offset + match.start("words")))
            self._flush()
        elif (match := _ITEM.match(text)) and self._may_be_item(match["number"]):
            self._flush()
            self._in_list = True
            self._marked(line.after(match.end()))
        elif match := _DEFINITION.match(text):
            self._flush()
            if "[^" in match.group():
                self._add(line.after(match.end()))
        else:
            self._text(line)

    def _may_be_item(self, number: str | None) -> bool:
        """A wrapped line may start with a number and a full stop; inside a paragraph "1." starts a list."""
        return number in (None, "1") or not self._block or self._in_list

    def _row(self, line: _Line) -> None:
        """Takes a row of a table: the line under the head, which makes the block one, or a later one."""
        if not self._in_table:
            head = _Line("".join(c.text for c in self._block), self._block[0].offset)
            self._block = []
            self._cells(head)
        elif "|" not in line.text:
            self._flush()
            self._marked(line)
            return
        else:
            self._cells(line)
        self._in_table = True

    def _cells(self, line: _Line) -> None:
        for match in _CELL.finditer(line.text):
            self._add(_Line(match.group(), line.offset + match.start()))
            self._flush()

    def _text(self, line: _Line) -> None:
        """Takes a line of a paragraph; tags of HTML blocks end passages."""
        end = 0
        for match in _BLOCK_TAG.finditer(line.text):
            self._add(_Line(line.text[end : match.start()], line.offset + end))
            self._flush()
            end = match.end()
        self._add(line.after(end))


def _is_row(block: list[Char]) -> bool:
    """Whether the block is one line with cells."""
    text = "".join(c.text for c in block)
    return "|" in text and text.count("\n") == 1
