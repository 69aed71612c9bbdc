"""Pages written in Markdown, laid out for a terminal: headings in bold, paragraphs and items wrapped."""

import re
from collections.abc import Iterator

from storycheck.reporting.layout import Look, Style, wrap

_ITEM = re.compile(r"(?:[-*]|\d+\.) +")


def page_text(page: str, look: Look) -> str:
    """A page of headings, paragraphs, items and indented code."""
    return "\n".join(line for block in page.strip().split("\n\n") for line in (*_block(block, look), ""))


def _block(block: str, look: Look) -> Iterator[str]:
    if block.startswith("#"):
        yield from (look.paint(line, Style.STRONG) for line in wrap(block.lstrip("# "), look.width))
    elif block.startswith("    "):
        yield from block.split("\n")
    else:
        for part in re.split(r"\n(?=(?:[-*]|\d+\.) )", block):
            item = _ITEM.match(part)
            lead = item.group() if item else ""
            first, *rest = wrap(part[len(lead) :], look.width - len(lead))
            yield lead + first
            yield from (" " * len(lead) + line for line in rest)
