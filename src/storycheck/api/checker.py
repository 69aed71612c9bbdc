"""The checker: reads the evidence once, then judges stories and documents against it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, partial
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from storycheck.api.arguments import counts, several, texts_or_paths
from storycheck.api.consistency import Consistency, contradictions, own_contradictions
from storycheck.api.desks import Desks
from storycheck.api.evidence import Evidence, EvidenceError, asked_by
from storycheck.api.judged import (
    Judged,
    accepted_items,
    by_file,
    empty_folder,
    guarded,
    lookup_of,
    own_words,
    summary,
    unusable,
)
from storycheck.api.known import accepted_if_consistent, remember_consistent, store_index, stored_index
from storycheck.api.report import Report
from storycheck.diagnostics import Diagnostic, Severity
from storycheck.files import read_source
from storycheck.folders import PROSE, STORIES, EmptyFolder, find
from storycheck.report import DocumentReport, EvidenceSummary, Verdict
from storycheck.solving.limits import Limits, Undecided
from storycheck.source import SourceText, Span

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from storycheck.api.theories import Theories
    from storycheck.checking.claims import Judge
    from storycheck.syntax.story import Story

BATCH = 8
"""Files that a worker judges at a time: fewer cost more in moving them than they gain."""

_SOLVER = RLock()
"""One thread at a time: the solver has one context for the process."""

Progress = Callable[[Sequence[str]], Iterable[str]]


class Checker:
    """Judges stories and documents against one choice of evidence.

    ``max_conflicts`` bounds the conflicts and supports listed per claim (0: all), ``limit`` the solver's
    steps for one question, ``max_repairs`` the repairs that are looked for (0: none); with ``ladder`` every
    claim is tried at every strength, with ``decisive`` it is looked for what would decide open claims and
    close steps that do not follow, with ``definitions`` for those that findings use. Raises EvidenceError
    for an unknown item or profile, TypeError and ValueError for numbers that are none of these. Threads may
    share it; one of them is judging at a time.
    """

    def __init__(
        self,
        evidence: Evidence | None = None,
        *,
        max_conflicts: int = 8,
        limit: int | None = None,
        ladder: bool = False,
        decisive: bool = False,
        definitions: bool = False,
        max_repairs: int = 2,
    ) -> None:
        """Read the packs, from their compiled form where they did not change."""
        counts(max_conflicts=max_conflicts, limit=limit or 0, max_repairs=max_repairs)
        self.evidence = evidence or Evidence.default()
        limits = Limits(
            max_conflicts=max_conflicts,
            ladder=ladder,
            decisive=decisive,
            definitions=definitions,
            max_repairs=max_repairs,
        )
        self._limits = limits if limit is None else limits._replace(rlimit=limit)
        self._set = self.evidence.selected
        self._language = self.evidence.loaded.language
        self._others: dict[Evidence, Checker] = {}
        self._desks = Desks(self._language, lambda: self._judge)

    def check(self, what: str | Path) -> Report:
        """The report on a story or bare sentences: a text, or the path of a file or folder."""
        texts_or_paths(what)
        if isinstance(what, Path):
            return self.check_paths([what])
        return self.check_paths([], sources=[SourceText(what)])

    def check_paths(
        self,
        paths: Iterable[str | Path],
        *,
        sources: Iterable[SourceText] = (),
        executor: "Executor | None" = None,
        progress: Progress = iter,
    ) -> Report:
        """The report on texts, then on files and folders of stories; what cannot be read is told in it.

        With an ``executor``, its workers judge the files, several at a time; the report is the same.
        """
        several(paths)
        judged = [self._story(source) for source in sources]
        names = list(find(paths, STORIES))
        if executor is None:
            judged += [self.judged_file(name) for name in progress(names)]
        else:
            work = partial(_judged_files, self.evidence, self._limits)
            batches = [names[start : start + BATCH] for start in range(0, len(names), BATCH)]
            judged += [one for batch in executor.map(work, batches) for one in batch]
        return self._report(judged)

    def lint(self, *paths: str | Path, progress: Progress = iter) -> Report:
        """The report on proposal documents: Markdown, plain text, or folders of them."""
        texts_or_paths(*paths)
        names = list(find(paths, PROSE))
        return self._report([one for name in progress(names) for one in self._document(name)])

    def theory(self, *what: str | Path) -> "Theories":
        """What theories make of every statement of the evidence: texts, or paths of files and folders."""
        from storycheck.api.theories import judge_theories

        texts_or_paths(*what)
        with _SOLVER:
            return judge_theories(self, what)

    def consistent(self) -> Consistency:
        """Whether the accepted evidence is consistent, and if not what contradicts what."""
        with _SOLVER:
            try:
                return Consistency(self._judge.inconsistencies)
            except Undecided:
                return Consistency((), decided=False)

    @property
    def limits(self) -> Limits:
        """What the solver may spend."""
        return self._limits

    @property
    def usable(self) -> bool:
        """Whether claims can be judged at all: not against evidence that contradicts itself."""
        with _SOLVER:
            return self._judge.usable

    def contradictions(self) -> Iterator[DocumentReport]:
        """What contradicts itself in the evidence, or was not decided, as a document if anything does."""
        if not self.usable:
            yield contradictions(self.consistent().conflicts)

    # One document

    def judged_file(self, name: str) -> Judged:
        """A story at a path, judged; of one that cannot be read, why."""
        if isinstance(name, EmptyFolder):
            return empty_folder(name, STORIES)
        read = read_source(name)
        if not read.usable:
            return unusable(read)
        with guarded(read.source) as failed:
            return self._story(read.source).having(read.diagnostics)
        return failed[0]

    def _story(self, source: SourceText) -> Judged:
        from storycheck.syntax.story import parse_story

        return self._judged(parse_story(source))

    def _judged(self, story: "Story") -> Judged:
        """A story judged against the evidence that it asks for itself, on top of ours."""
        chosen = asked_by(story, self.evidence)
        if chosen == self.evidence:
            return self._decided(story)
        try:
            other = self._other(chosen)
        except EvidenceError as error:
            fault = Diagnostic("unknown-profile", Severity.ERROR, str(error), Span(0, 0))
            return self._decided(story).having((fault,))
        judged = other._decided(story)
        return Judged(
            judged.document._replace(evidence=other.summary),
            judged.words,
            chosen.items,
            chosen.loaded.broken or not other.usable,
        ).having((*chosen.loaded.diagnostics, *own_contradictions(other.contradictions())))

    def _other(self, evidence: Evidence) -> "Checker":
        """The checker for a story's own choice of evidence, kept for the next story like it."""
        found = self._others.get(evidence)
        if found is None:
            found = self._others[evidence] = _limited(evidence, self._limits)
        return found

    def _decided(self, story: "Story") -> Judged:
        from storycheck.checking.stories import judge_story

        with _SOLVER:
            desk = self._desks.desk(story.declarations)
            document = judge_story(story, desk.language, desk.judge, desk.kept)
        if not story.declarations:
            return Judged(document)
        return Judged(document, own_words(desk.language.vocabulary)).having(desk.diagnostics)

    def _document(self, name: str) -> list[Judged]:
        """A document's prose, and its fenced stories."""
        if isinstance(name, EmptyFolder):
            return [empty_folder(name, PROSE)]
        read = read_source(name)
        if not read.usable:
            return [unusable(read)]
        with guarded(read.source) as failed:
            return list(self._linted(read.source, read.diagnostics))
        return failed

    def _linted(self, source: SourceText, diagnostics: tuple[Diagnostic, ...]) -> Iterator[Judged]:
        from storycheck.linting.claims import lintable

        found = lintable(source)
        yield Judged(self._prose(found.prose, found.skipped)).having(diagnostics)
        for story in found.stories:
            one = self._judged(story)
            yield one._replace(document=one.document._replace(source=source))

    def _prose(self, prose: "Story", skipped: int) -> DocumentReport:
        """The sentences of a document that can be read, each judged by itself; the others are counted."""
        from storycheck.linting.claims import has_known_words

        known = (one for one in prose.sentences if has_known_words(one.text, self._language))
        alone = (self._decided(prose._replace(sentences=(one,))).document for one in known)
        claims = (claim for document in alone for claim in document.claims)
        read = tuple(claim for claim in claims if claim.verdict is not Verdict.UNREAD)
        left = len(prose.sentences) - len(read)
        return DocumentReport(prose.source, None, read, skipped_sentences=skipped + left)

    # The evidence

    @cached_property
    def _judge(self) -> "Judge":
        from storycheck.checking.claims import Judge

        consistent = None if self._accepted_if_consistent is None else True
        built = stored_index(self._set)
        judge = Judge(self._set, self._language.vocabulary, self._limits, built, consistent)
        if built is None and not self.evidence.loaded.diagnostics:
            store_index(self._set, judge.built)
        return judge

    @cached_property
    def _accepted_if_consistent(self) -> int | None:
        return accepted_if_consistent(self._set)

    @cached_property
    def summary(self) -> EvidenceSummary:
        """What claims are judged against; kept for the next run if all is well."""
        known = self._accepted_if_consistent
        accepted = accepted_items(self._set) if known is None else known
        if known is None and self._judge.usable and not self.evidence.loaded.diagnostics:
            remember_consistent(self._set, accepted)
        return summary(self._set, accepted, consistent=self._judge.usable)

    def _report(self, judged: Sequence[Judged]) -> Report:
        """One report on documents, with the words and items that some of them brought along."""
        return Report(
            evidence=self.summary,
            documents=(*by_file(self.evidence.loaded), *self.contradictions(), *(j.document for j in judged)),
            lookup=lookup_of(judged, self._language.vocabulary, self._set.items),
            broken=self.evidence.loaded.broken or any(one.broken for one in judged),
        )


def _judged_files(evidence: Evidence, limits: Limits, names: Sequence[str]) -> list[Judged]:
    """The work of one worker: reports on files under a choice of evidence and limits."""
    checker = _limited(evidence, limits)
    return [checker.judged_file(name) for name in names]


def _limited(evidence: Evidence, limits: Limits) -> Checker:
    """A checker with the limits of another one."""
    checker = Checker(evidence)
    checker._limits = limits
    return checker
