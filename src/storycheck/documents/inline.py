"""Markdown inside a block: what a reader sees of it, character by character with its place.

The text of a link counts and its address does not; marks of emphasis, HTML tags, footnote marks and
pictures are left out; code and mathematics keep their content, without which a sentence says something
else. Text that is struck out keeps its marks, so that nobody reads it as a claim.
"""

import html
import re
from collections.abc import Iterator, Sequence

from storycheck.documents.passages import Char

_TOKEN = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<code>`(?!`)[^`]+`(?!`))"
    r"|(?P<code2>``(?!`)(?:[^`]|`(?!`))+``(?!`))"
    r"|(?P<ticks>`+)"
    r"|(?P<picture>!\[[^\[\]]*\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*){0,3}(?:\s[^()]{0,300})?\))"
    r"|(?P<footnote>\[\^[^\[\]\s]{1,100}\])"
    r"|(?P<link>\[(?P<words>[^\[\]]+)\](?:\([^()\s]*(?:\([^()\s]*\)[^()\s]*){0,3}(?:\s[^()]{0,300})?\)|\[[^\[\]]*\]))"
    r"|(?P<address><(?:https?|mailto):[^<>\s]*>)"
    r"|(?P<tag></?[A-Za-z][^<>]{0,2000}>)"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<mark>\*{1,3}|_{1,3})"
)


def visible(characters: Sequence[Char]) -> list[Char]:
    """The characters of a block that a reader sees."""
    return list(_visible(characters, "".join(c.text for c in characters)))


def _visible(characters: Sequence[Char], text: str) -> Iterator[Char]:
    end = 0
    for match in _TOKEN.finditer(text):
        yield from characters[end : match.start()]
        end = match.end()
        kind = match.lastgroup
        if kind == "escape":
            yield characters[match.start() + 1]
        elif kind in ("code", "code2"):
            ticks = 1 if kind == "code" else 2
            yield from characters[match.start() + ticks : match.end() - ticks]
        elif kind == "link":
            words = characters[match.start("words") : match.end("words")]
            yield from _visible(words, match["words"])
        elif kind == "tag":
            yield from [Char(" ", characters[match.start()].offset)] * match.group().lower().startswith("<br")
        elif kind == "entity":
            yield from (Char(c, characters[match.start()].offset) for c in html.unescape(match.group()))
        elif kind == "ticks" or (kind == "mark" and not _is_emphasis(text, match)):
            yield from characters[match.start() : match.end()]
    yield from characters[end:]


def _is_emphasis(text: str, match: re.Match[str]) -> bool:
    """Whether a run of marks can open or close emphasis: it leans on a word and is not inside one."""
    before = text[match.start() - 1] if match.start() else " "
    after = text[match.end()] if match.end() < len(text) else " "
    inside = before.isalnum() and after.isalnum()
    return not inside and not (before.isspace() and after.isspace())
