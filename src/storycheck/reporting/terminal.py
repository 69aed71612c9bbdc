"""How a stream wants its text: width, colour and glyphs."""

import os
from collections.abc import Mapping
from typing import TextIO

from storycheck.reporting.layout import ASCII, UNICODE, Look

MOST_COLUMNS = 100
LEAST_COLUMNS = 24
DEFAULT_COLUMNS = 80
_MOST_DIGITS = 9


def look_for(stream: TextIO, color: str = "auto", environment: Mapping[str, str] = os.environ) -> Look:
    """How to draw on a stream; ``color`` is "auto", "always" or "never".

    Lines of prose are best read below a hundred columns, so wider terminals are not filled.
    """
    terminal = stream.isatty() and environment.get("TERM") != "dumb"
    painted = color == "always" or (color == "auto" and terminal and not environment.get("NO_COLOR"))
    return Look(_columns(stream, environment), painted, UNICODE if _can_draw(stream) else ASCII)


def _columns(stream: TextIO, environment: Mapping[str, str]) -> int:
    given = environment.get("COLUMNS", "")[:_MOST_DIGITS]
    columns = int(given) if given.isascii() and given.isdigit() else 0
    if not columns and stream.isatty():
        try:
            columns = os.get_terminal_size(stream.fileno()).columns
        except OSError:
            columns = 0
    return max(LEAST_COLUMNS, min(columns or DEFAULT_COLUMNS, MOST_COLUMNS))


def _can_draw(stream: TextIO) -> bool:
    try:
        "".join(UNICODE).encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
