"""Judged documents, and what is said of files and packs that are not as they should be."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from storycheck.diagnostics import Diagnostic, Severity
from storycheck.evidence.items import Item
from storycheck.evidence.loaded import Loaded
from storycheck.files import Read
from storycheck.meaning.vocabulary import Vocabulary
from storycheck.report import DocumentReport, EvidenceSummary
from storycheck.reporting.words import listed
from storycheck.source import SourceText, Span

if TYPE_CHECKING:
    from storycheck.checking.claims import Judge


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

    concepts = {name: one for name, one in vocabulary.concepts.items() if name.startswith(PREFIX)}
    quantities = {name: one for name, one in vocabulary.quantities.items() if name.startswith(PREFIX)}
    return Vocabulary(concepts, quantities)


def unusable(read: Read) -> Judged:
    """A file that cannot be read as text."""
    return Judged(DocumentReport(read.source, None, (), diagnostics=read.diagnostics), broken=True)


def empty_folder(name: str, suffixes: tuple[str, ...]) -> Judged:
    """A folder without a file of the kind sought."""
    kinds = " or ".join(f"*{suffix}" for suffix in suffixes)
    message = f"there is no {kinds} file in the folder `{name}`"
    fault = Diagnostic("empty-folder", Severity.ERROR, message, Span(0, 0))
    return Judged(DocumentReport(SourceText("", str(name)), None, (), diagnostics=(fault,)), broken=True)


def faults(loaded: Loaded, judge: "Judge") -> Iterator[DocumentReport]:
    """What is wrong with the packs, a document per file, and what contradicts itself in them."""
    by_path: dict[str, list[Diagnostic]] = {}
    for diagnostic in loaded.diagnostics:
        by_path.setdefault(diagnostic.path, []).append(diagnostic)
    for path, diagnostics in by_path.items():
        source = loaded.sources.get(path) or SourceText("", path)
        yield DocumentReport(source, None, (), diagnostics=tuple(diagnostics))
    if not judge.usable:
        yield DocumentReport(SourceText("", "<evidence>"), None, (), diagnostics=tuple(_clashes(judge)))


def _clashes(judge: "Judge") -> Iterator[Diagnostic]:
    for conflict in judge.inconsistencies:
        alone = len(conflict.evidence) == 1
        message = f"{listed(conflict.evidence)} contradict{'s itself' if alone else ' each other'}"
        help_ = f"leave {'it' if alone else 'one of them'} out: `--without {conflict.evidence[-1]}`"
        yield Diagnostic("inconsistent-evidence", Severity.ERROR, message, Span(0, 0), help_)


def summary(judge: "Judge") -> EvidenceSummary:
    """What claims are judged against."""
    from storycheck.logic.assertions import standing

    chosen = judge.evidence
    items = chosen.items.values()
    return EvidenceSummary(
        items=len(items),
        accepted=sum(any(standing(chosen, item, one) == "" for one in item.statements) for item in items),
        digest=chosen.digest,
        profile=chosen.profile,
        accept=chosen.accept,
        titles={item.id: item.title for item in items},
        consistent=judge.usable,
    )
