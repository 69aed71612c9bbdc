"""Evidence as it is once loaded: the language to read with, and the items to judge against."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from storycheck.diagnostics import Diagnostic, Severity
from storycheck.evidence.items import EvidenceSet, Item
from storycheck.meaning.language import Language
from storycheck.meaning.proposition import Reading
from storycheck.records import NamedTuple
from storycheck.source import SourceText


class Understanding(Protocol):
    """What a reader made of a sentence: its readings, none if it could not be read."""

    @property
    def readings(self) -> tuple[Reading, ...]:
        """One or two readings, or none."""

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What was wrong, with spans in the sentence."""


Reader = Callable[[str, Language], Understanding]


class Loaded(NamedTuple):
    """Packs put together.

    ``diagnostics`` point into the files of ``sources``, by path; ``packs`` are the folders, what is
    required before what requires it.
    """

    language: Language
    evidence: EvidenceSet
    diagnostics: tuple[Diagnostic, ...] = ()
    sources: Mapping[str, SourceText] = {}
    packs: tuple[Path, ...] = ()

    @property
    def fault(self) -> Diagnostic | None:
        """The first error, if there is one."""
        return next((one for one in self.diagnostics if one.severity is Severity.ERROR), None)

    @property
    def broken(self) -> bool:
        """Whether something was wrong, so that verdicts could not be trusted."""
        return self.fault is not None

    def file_of(self, item: Item) -> Path:
        """The file of an item, whose path is told from the folder in which its pack lies."""
        homes = (pack.parent for pack in self.packs if Path(item.path).parts[:1] == (pack.name,))
        return next((home / item.path for home in homes if (home / item.path).is_file()), Path(item.path))

    def where(self, diagnostic: Diagnostic) -> str:
        """The place of a diagnostic for a reader: "path:line:column"."""
        source = self.sources.get(diagnostic.path)
        if source is None:
            return diagnostic.path
        line, column = source.line_column(diagnostic.span.start)
        return f"{diagnostic.path}:{line}:{column}"
