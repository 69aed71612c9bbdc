"""Whether the accepted evidence is consistent, and what is said where it is not."""

from collections.abc import Iterable

from storycheck.diagnostics import Diagnostic, Severity
from storycheck.english import listed
from storycheck.explaining.findings import Conflict
from storycheck.records import NamedTuple
from storycheck.report import DocumentReport
from storycheck.source import SourceText, Span

_INCONSISTENT = "inconsistent-evidence"
_FEW = 4


class Consistency(NamedTuple):
    """Whether accepted evidence is consistent: true, or false with the minimal sets that contradict.

    False, too, where the solver gave up inside its limit, so that nobody knows (``decided``).
    """

    conflicts: tuple[Conflict, ...]
    decided: bool = True

    def __bool__(self) -> bool:
        """Whether there is no contradiction."""
        return self.decided and not self.conflicts


def contradictions(conflicts: tuple[Conflict, ...]) -> DocumentReport:
    """What contradicts itself in the accepted evidence; no conflicts say that this was not decided."""
    message = "whether the evidence is consistent was not decided within the solver's limit"
    undecided = Diagnostic(_INCONSISTENT, Severity.ERROR, message, Span(0, 0), "raise it with `--limit`")
    found = tuple(map(_clash, conflicts)) or (undecided,)
    return DocumentReport(SourceText("", "<evidence>"), None, (), diagnostics=found)


def own_contradictions(found: Iterable[DocumentReport]) -> tuple[Diagnostic, ...]:
    """The same of the evidence that a story asks for itself, to be told with the story."""
    return tuple(
        diagnostic._replace(path=document.source.name, help="see to the packs that this story asks for")
        for document in found
        for diagnostic in document.diagnostics
    )


def _clash(conflict: Conflict) -> Diagnostic:
    alone = len(conflict.evidence) == 1
    message = f"{listed(conflict.evidence)} contradict{'s itself' if alone else ' each other'}"
    few = len(conflict.statements) <= _FEW
    through = f" through {listed(conflict.statements)}" if few else ""
    help_ = f"leave {'it' if alone else 'one of them'} out: `--without {conflict.evidence[-1]}`"
    return Diagnostic(_INCONSISTENT, Severity.ERROR, message + through, Span(0, 0), help_)
