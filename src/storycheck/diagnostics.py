"""Diagnostics as frozen data: what is wrong, where, and what would help.

Messages are lower case, without a final period, with the author's words in backticks; help is apart.
"""

from enum import StrEnum

from storycheck.records import NamedTuple
from storycheck.source import Span


class Severity(StrEnum):
    """How grave a diagnostic is."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Diagnostic(NamedTuple):
    """``code`` is one that `storycheck explain` explains; ``path`` the file, if it is not the document's."""

    code: str
    severity: Severity
    message: str
    span: Span
    help: str = ""
    path: str = ""
