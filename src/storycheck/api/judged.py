"""Judged documents, and what is said of files and packs that are not as they should be."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from storycheck.diagnostics import Diagnostic, Severity
from storycheck.evidence.items import EvidenceSet, Item
from storycheck.evidence.loaded import Loaded
from storycheck.files import Read
from storycheck.meaning.vocabulary import Vocabulary
from storycheck.records import NamedTuple
from storycheck.report import DocumentReport, EvidenceSummary
from storycheck.reporting.lookup import Lookup
from storycheck.source import SourceText, Span
from storycheck.syntax.tables import Over


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
        return self._replace(document=self.document._replace(diagnostics=tuple(found)))


def own_words(vocabulary: Vocabulary) -> Vocabulary:
    """What a story declares, out of the vocabulary that it is judged with."""
    from storycheck.meaning.declared import PREFIX

    concepts, quantities = vocabulary.concepts, vocabulary.quantities
    return Vocabulary(
        {name: concepts[name] for name in concepts if name.startswith(PREFIX)},
        {name: quantities[name] for name in quantities if name.startswith(PREFIX)},
    )


def lookup_of(judged: Sequence[Judged], vocabulary: Vocabulary, items: Mapping[str, Item]) -> Lookup:
    """Words and items of the evidence, with those that some documents brought along."""
    own = [one.words for one in judged if one.words.concepts or one.words.quantities]
    if own:
        concepts = {name: one for words in own for name, one in words.concepts.items()}
        quantities = {name: one for words in own for name, one in words.quantities.items()}
        vocabulary = Vocabulary(Over(concepts, vocabulary.concepts), Over(quantities, vocabulary.quantities))
    if any(one.items for one in judged):
        items = {**items, **{name: item for one in judged for name, item in one.items.items()}}
    return Lookup(items, vocabulary)


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
    import traceback

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


def accepted_items(chosen: EvidenceSet) -> int:
    """How many items have a statement that counts in full."""
    from storycheck.logic.assertions import standing

    return sum(
        any(standing(chosen, item, one) == "" for one in item.statements) for item in chosen.items.values()
    )


def summary(chosen: EvidenceSet, accepted: int, consistent: bool) -> EvidenceSummary:
    """What claims are judged against."""
    left_out = tuple(sorted(chosen.excluded & chosen.items.keys()))
    return EvidenceSummary(
        items=len(chosen.items) - len(left_out),
        accepted=accepted,
        digest=chosen.digest,
        profile=chosen.profile,
        accept=chosen.accept,
        consistent=consistent,
        left_out=left_out,
    )
