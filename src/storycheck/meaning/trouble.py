"""A sentence, or a part of it, that cannot be read: why, where, and what would help."""

from storycheck.diagnostics import Diagnostic, Severity
from storycheck.source import Span


class Unreadable(Exception):
    """Raised inside the reader only; `storycheck.meaning.reading` turns it into a diagnostic.

    ``final`` troubles lie in the words themselves, so that another tree of the sentence is no way out.
    """

    def __init__(self, code: str, message: str, span: Span, help: str = "") -> None:
        """Take what a diagnostic holds."""
        super().__init__(message)
        self.code, self.message, self.span, self.help = code, message, span, help

    @property
    def final(self) -> bool:
        """Whether no other tree of the sentence is to be tried."""
        return self.code in ("strength-inside", "two-readings", "before-and-after")

    def diagnostic(self, offset: int) -> Diagnostic:
        """The diagnostic, for a sentence that starts at this offset of its document."""
        return Diagnostic(self.code, Severity.ERROR, self.message, self.span.shifted(offset), self.help)


def no_antecedent(pronoun: Span) -> Unreadable:
    """The trouble with a pronoun that nothing before it in the sentence is named by."""
    return Unreadable(
        "pronoun-without-noun",
        "it is not said in this sentence what the pronoun stands for",
        pronoun,
        "name it again: pronouns are not followed from one sentence to another",
    )
