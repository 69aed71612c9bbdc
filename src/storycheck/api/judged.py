"""Judged documents, and what is said of files and packs that are not as they should be."""

import os
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from storycheck.diagnostics import Diagnostic, Severity
from storycheck.evidence.items import EvidenceSet, Item
from storycheck.evidence.loaded import Loaded
from storycheck.explaining.findings import Conflict
from storycheck.files import Read
from storycheck.meaning.vocabulary import Vocabulary
from storycheck.report import DocumentReport, EvidenceSummary
from storycheck.reporting.english import listed
from storycheck.source import SourceText, Span

_INCONSISTENT = "inconsistent-evidence"
_FEW = 4


class Judged(NamedTuple):
    """The report on a document, the words and items that its story brought along, whether it was unusable."""

    document: DocumentReport
    words: Vocabulary = Vocabulary()
    items: Mapping[str, Item] = {}
    broken: bool = False

    def having(self, diagnostics: tuple[Diagnostic, ...]) -> "Judged":
        """With further diagnostics, in the order of the text."""
        if not diagnostics:
            return self
        found = sorted((*self.document.diagnostics, *diagnostics), key=lambda one: one.span)
        return self._replace(document=replace(self.document, diagnostics=tuple(found)))


def own_words(vocabulary: Vocabulary) -> Vocabulary:
    """What a story declares, out of the vocabulary that it is judged with."""
    from storycheck.meaning.declared import PREFIX

    concepts, quantities = vocabulary.concepts, vocabulary.quantities
    return Vocabulary(
        {name: concepts[name] for name in concepts if name.startswith(PREFIX)},
        {name: quantities[name] for name in quantities if name.startswith(PREFIX)},
    )


def unusable(read: Read) -> Judged:
    """A file that cannot be read as text."""
    return Judged(DocumentReport(read.source, None, (), diagnostics=read.diagnostics), broken=True)


@contextmanager
def guarded(source: SourceText) -> Iterator[list[Judged]]:
    """Keeps an internal error in one document from costing the others; the list then holds its report.

    With STORYCHECK_TRACEBACK in the environment the error is let through.
    """
    failed: list[Judged] = []
    try:
        yield failed
    except Exception as error:
        if os.environ.get("STORYCHECK_TRACEBACK"):
            raise
        message = f"internal error: {internal_error(error)}"
        help_ = "this is a bug in storycheck; please report it with this file"
        fault = Diagnostic("internal-error", Severity.ERROR, message, Span(0, 0), help_)
        failed.append(Judged(DocumentReport(source, None, (), diagnostics=(fault,)), broken=True))


def internal_error(error: Exception) -> str:
    """What went wrong and where in our code, on one line."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" in {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}: {error}{place}"


def empty_folder(name: str, suffixes: tuple[str, ...]) -> Judged:
    """A folder without a file of the kind sought."""
    kinds = " or ".join(f"*{suffix}" for suffix in suffixes)
    message = f"there is no {kinds} file in the folder `{name}`"
    fault = Diagnostic("empty-folder", Severity.ERROR, message, Span(0, 0))
    return Judged(DocumentReport(SourceText("", str(name)), None, (), diagnostics=(fault,)), broken=True)


def by_file(loaded: Loaded) -> Iterator[DocumentReport]:
    """What is wrong with packs, a document per file."""
    found: dict[str, list[Diagnostic]] = {}
    for diagnostic in loaded.diagnostics:
        found.setdefault(diagnostic.path, []).append(diagnostic)
    for path, diagnostics in found.items():
        source = loaded.sources.get(path) or SourceText("", path)
        yield DocumentReport(source, None, (), diagnostics=tuple(diagnostics))


def contradictions(conflicts: tuple[Conflict, ...]) -> DocumentReport:
    """What contradicts itself in the accepted evidence; no conflicts say that this was not decided."""
    message = "whether the evidence is consistent was not decided within the solver's limit"
    undecided = Diagnostic(_INCONSISTENT, Severity.ERROR, message, Span(0, 0), "raise it with `--limit`")
    found = tuple(map(_clash, conflicts)) or (undecided,)
    return DocumentReport(SourceText("", "<evidence>"), None, (), diagnostics=found)


def _clash(conflict: Conflict) -> Diagnostic:
    alone = len(conflict.evidence) == 1
    message = f"{listed(conflict.evidence)} contradict{'s itself' if alone else ' each other'}"
    few = len(conflict.statements) <= _FEW
    through = f" through {listed(conflict.statements)}" if few else ""
    help_ = f"leave {'it' if alone else 'one of them'} out: `--without {conflict.evidence[-1]}`"
    return Diagnostic("inconsistent-evidence", Severity.ERROR, message + through, Span(0, 0), help_)


def accepted_items(chosen: EvidenceSet) -> int:
    """How many items have a statement that counts in full."""
    from storycheck.logic.assertions import standing

    return sum(
        any(standing(chosen, item, one) == "" for one in item.statements) for item in chosen.items.values()
    )


def summary(chosen: EvidenceSet, accepted: int, consistent: bool) -> EvidenceSummary:
    """What claims are judged against."""
    return EvidenceSummary(
        items=len(chosen.items),
        accepted=accepted,
        digest=chosen.digest,
        profile=chosen.profile,
        accept=chosen.accept,
        titles=_Titles(chosen.items),
        consistent=consistent,
    )


class _Titles(Mapping[str, str]):
    """Titles by identifier, looked up when asked for: items are unpacked one by one."""

    def __init__(self, items: Mapping[str, Item]) -> None:
        self._items = items

    def __getitem__(self, item_id: str) -> str:
        return self._items[item_id].title

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)
