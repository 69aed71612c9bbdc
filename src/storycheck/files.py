"""Reading files and standard input without surprises: what cannot be read becomes a diagnostic.

Positions stay exact: line breaks are kept (where each is a lone carriage return, as a line feed), and a
byte order mark, which no editor shows, is taken off before anything is counted.
"""

import sys
from pathlib import Path
from typing import IO

from storycheck.diagnostics import Diagnostic, Severity
from storycheck.records import NamedTuple
from storycheck.source import SourceText, Span

LIMIT = 4_000_000
"""Bytes of the largest file that is read: a thousand times a long story."""

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_SNIFFED = 8192
_WHOLE = Span(0, 0)


class Read(NamedTuple):
    """A text and what was wrong with it; the text is empty if ``usable`` is false."""

    source: SourceText
    diagnostics: tuple[Diagnostic, ...] = ()
    usable: bool = True


def read_source(path: Path | str, stdin: IO[bytes] | None = None, limit: int = LIMIT) -> Read:
    """The text of a file, or of standard input if the path is "-". Never raises for what is on disk."""
    name = "<stdin>" if str(path) == "-" else str(path)
    if not name:
        return _unusable(name, "unreadable-file", "the name of a file is empty", "for a sentence, say `-e`")
    try:
        if name == "<stdin>":
            data = (stdin or sys.stdin.buffer).read(limit + 1)
        else:
            with Path(path).open("rb") as file:
                data = file.read(limit + 1)
    except (OSError, ValueError) as error:
        return _unusable(name, "unreadable-file", f"cannot read `{name}`: {_reason(error)}")
    return decode(data, name, limit)


def decode(data: bytes, name: str, limit: int = LIMIT) -> Read:
    """The text of some bytes; at most ``limit`` of them, in UTF-8."""
    if len(data) > limit:
        size = f"{limit / 1e6:g} MB"
        return _unusable(name, "too-large", f"`{name}` is larger than {size}", "split it into several files")
    if data.startswith(_UTF16):
        return _unusable(name, "not-utf8", f"`{name}` is not in UTF-8 but in UTF-16", "save it as UTF-8")
    if b"\x00" in data[:_SNIFFED]:
        return _unusable(name, "binary-file", f"`{name}` is not a text but a binary file")
    data = data.removeprefix(b"\xef\xbb\xbf")
    if b"\n" not in data:
        data = data.replace(b"\r", b"\n")
    try:
        return Read(SourceText(data.decode(), name))
    except UnicodeDecodeError as error:
        return _repaired(data, error, name)


def _repaired(data: bytes, error: UnicodeDecodeError, name: str) -> Read:
    """The text with a mark for each byte that is not UTF-8, and where the first one is."""
    at = len(data[: error.start].decode())
    text = data.decode(errors="replace")
    message = f"byte {error.start} of `{name}` is not UTF-8"
    diagnostic = Diagnostic("not-utf8", Severity.ERROR, message, Span(at, at + 1), "save it as UTF-8", name)
    return Read(SourceText(text, name), (diagnostic,))


def _unusable(name: str, code: str, message: str, help_: str = "") -> Read:
    diagnostic = Diagnostic(code, Severity.ERROR, message, _WHOLE, help_, name)
    return Read(SourceText("", name), (diagnostic,), usable=False)


def _reason(error: Exception) -> str:
    """The system's words, lower case: "no such file or directory"."""
    words = getattr(error, "strerror", None) or str(error)
    return words[:1].lower() + words[1:]
