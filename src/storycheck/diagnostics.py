"""Diagnostics as frozen data: what is wrong, where, and what would help.

Messages are lower case, without a final period, with the author's words in backticks; help is apart.
"""

from dataclasses import dataclass
from enum import StrEnum

from storycheck.source import Span


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """``code`` is a key of the registry that `storycheck explain` documents; ``path`` the file if not the document."""

    code: str
    severity: Severity
    message: str
    span: Span
    help: str = ""
    path: str = ""
