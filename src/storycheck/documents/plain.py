"""Plain text: paragraphs between blank lines; a line that starts an item starts a passage."""

import re

from storycheck.documents.passages import Char, Document, Passage, passage

_ITEM = re.compile(r"\s*(?:[-*+•]|\d{1,3}[.)])\s+(?=\S)")
_RULE = re.compile(r"\s*[-=*_~#]{3,}\s*$")


def scan(text: str) -> Document:
    """The prose of a plain text; it has no stories and no suppressions."""
    passages: list[Passage] = []
    block: list[Char] = []

    def flush() -> None:
        found = passage(block)
        if found:
            passages.append(found)
        block.clear()

    offset = 0
    for line in text.splitlines(keepends=True):
        item = _ITEM.match(line)
        if item or not line.strip() or _RULE.match(line):
            flush()
        if not _RULE.match(line):
            start = item.end() if item else 0
            block += [Char(c, offset + start + n) for n, c in enumerate(line[start:])]
        offset += len(line)
    flush()
    return Document(tuple(passages))
