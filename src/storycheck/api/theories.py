"""Theories side by side: read like stories, judged against every statement of the evidence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from storycheck.api.judged import by_file, empty_folder, unusable
from storycheck.checking.outcomes import TheoriesReport, Theory, TheoryClaim
from storycheck.diagnostics import Diagnostic, Severity
from storycheck.files import read_source
from storycheck.folders import STORIES, EmptyFolder, find
from storycheck.meaning.language import Language
from storycheck.report import DocumentReport
from storycheck.reporting.lookup import Lookup
from storycheck.source import SourceText, Span
from storycheck.syntax.story import Story, StorySentence

if TYPE_CHECKING:
    from storycheck.api.checker import Checker


@dataclass(frozen=True, repr=False)
class Theories(TheoriesReport):
    """Theories judged against the same evidence. Printed, it is the text report.

    ``broken`` tells that a file or a pack could not be used, so that this is not all there is to say.
    """

    lookup: Lookup = field(default_factory=Lookup)
    broken: bool = False

    def __str__(self) -> str:
        """The text report at 80 columns, without colour."""
        from storycheck.reporting import theorytext

        return theorytext.render(self, self.lookup).rstrip("\n")

    __repr__ = __str__

    def to_json(self, indent: int | None = 2) -> str:
        """The report as JSON text, schema 1."""
        from storycheck.reporting import theoryjson

        return theoryjson.render(self, indent)


def judge_theories(checker: "Checker", what: Iterable[str | Path]) -> Theories:
    """Theories out of texts (strings) and files and folders (paths), in their order."""
    stories: list[Story] = []
    documents = [*by_file(checker.evidence.loaded), *checker.contradictions()]
    broken = checker.evidence.loaded.broken
    for source, document in _sources(what):
        if document is not None:
            documents.append(document)
            broken = broken or not source
        if source is not None:
            stories.append(_parsed(source))
    judged = [_judged(checker, story) for story in stories] if checker.usable else []
    documents += [document for _, document in judged if document.diagnostics]
    return Theories(
        checker.summary,
        tuple(theory for theory, _ in judged),
        tuple(documents),
        Lookup(checker.evidence.items, checker.evidence.loaded.language.vocabulary),
        broken,
    )


def _parsed(source: SourceText) -> Story:
    from storycheck.syntax.story import parse_story

    return parse_story(source)


def _sources(what: Iterable[str | Path]) -> Iterator[tuple[SourceText | None, DocumentReport | None]]:
    """The text of each theory, or what is wrong with its file; sometimes both."""
    for one in what:
        if isinstance(one, str):
            yield SourceText(one), None
            continue
        for name in find([one], STORIES):
            if isinstance(name, EmptyFolder):
                yield None, empty_folder(name, STORIES).document
                continue
            read = read_source(name)
            if not read.usable:
                yield None, unusable(read).document
            else:
                fault = DocumentReport(read.source, None, (), diagnostics=read.diagnostics)
                yield read.source, fault if read.diagnostics else None


def _judged(checker: "Checker", story: Story) -> tuple[Theory, DocumentReport]:
    from storycheck.checking.theories import judge_theory
    from storycheck.meaning.declared import declare

    language, found = declare(checker.evidence.loaded.language, story.declarations)
    diagnostics = [*story.diagnostics, *found, *_out_of_place(story)]
    claims, unread = [], []
    for sentence in story.sentences:
        if sentence.section == "setup":
            continue
        claim, faults = _claim(sentence, language, story.read_generics_always)
        diagnostics += faults
        if claim is None:
            unread.append(sentence.id)
        else:
            claims.append(claim)
    judgement = judge_theory(claims, checker.evidence.selected, language.vocabulary, checker.limits)
    diagnostics.sort(key=lambda one: (one.span, one.code))
    document = DocumentReport(story.source, story.title, (), diagnostics=tuple(diagnostics))
    return Theory(story.source, story.title, judgement, tuple(unread)), document


def _claim(
    sentence: StorySentence, language: Language, always: bool
) -> tuple[TheoryClaim | None, tuple[Diagnostic, ...]]:
    """The claim that a sentence makes, in its first reading; None if it was not read."""
    from storycheck.meaning.proposition import Strength
    from storycheck.meaning.reading import Context, read, read_back

    context = Context(generics=Strength.ALWAYS if always else Strength.USUALLY)
    understood = read(sentence.text, language, context, sentence.span.start)
    if not understood.readings:
        return None, understood.diagnostics
    readings = (
        "; and ".join(read_back(p, language.vocabulary) for p in reading.told)
        for reading in understood.readings
    )
    propositions = understood.readings[0].propositions
    return TheoryClaim(sentence.id, sentence.text, tuple(readings), propositions), understood.diagnostics


def _out_of_place(story: Story) -> Iterator[Diagnostic]:
    """What a story may have and a theory does not: it is left aside, and that is said."""
    for sentence in story.sentences:
        if sentence.section == "setup":
            yield _aside("a theory speaks of no single run: its setup", sentence.span, _CLAIM)
    for step in story.steps:
        yield _aside("a theory is judged by its claims: `therefore`", step.span, _CLAIM)
    if story.profile or story.evidence_paths:
        help_ = "choose the evidence with options, such as `--evidence` and `--profile`"
        yield _aside("theories share one choice of evidence: what this one asks for", Span(0, 0), help_)


_CLAIM = "make it a claim, or leave it out"


def _aside(what: str, span: Span, help_: str) -> Diagnostic:
    return Diagnostic("not-of-a-theory", Severity.WARNING, f"{what} is left aside", span, help_)
