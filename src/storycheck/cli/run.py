"""What the judging commands do once their options are known."""

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from storycheck.records import NamedTuple

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from storycheck.api import Checker, Evidence, Report
    from storycheck.reporting.layout import Look

FINDINGS, FAILURE = 1, 2
_FEW = 4
_PAGES = ("html", "markdown")
"""Formats to be read at leisure."""


class UnusableError(Exception):
    """Something that the user named cannot be used; the message says what and why."""


class Options(NamedTuple):
    """What `check` and `lint` have in common; the names are those of the long options."""

    format: str = "text"
    output: str | None = None
    evidence: tuple[str, ...] = ()
    default_evidence: bool = True
    without: tuple[str, ...] = ()
    with_: tuple[str, ...] = ()
    profile: tuple[str, ...] = ()
    profiles: str | None = None
    accept: str | None = None
    max_conflicts: int = 8
    all_conflicts: bool = False
    fail_on: str = "refuted"
    strict: bool = False
    limit: int | None = None
    jobs: int = 1
    quiet: bool = False
    verbose: bool = False
    color: str = "auto"
    fix: bool = False
    diff: bool = False

    @property
    def several(self) -> bool:
        """Whether to judge under several profiles."""
        return self.profiles is not None or len(set(self.profile)) > 1


def judge_stories(paths: tuple[str, ...], sentences: tuple[str, ...], options: Options) -> int:
    """Judges stories and sentences, writes the report, and gives the exit status."""
    from storycheck.source import SourceText

    sources = [SourceText("\n".join(sentences), "<expression>")] if sentences else []

    def judge(checker: "Checker", paths: Sequence[str] = paths) -> "Report":
        with _executor(options.jobs) as executor:
            return checker.check_paths(paths, sources=sources, executor=executor, progress=_progress)

    if options.several:
        from storycheck.cli.readings import judge_under_profiles, read_once

        paths, given = read_once(paths)
        sources += given
        return judge_under_profiles(options, lambda checker: judge(checker, paths))
    if options.fix and (sentences or "-" in paths):
        raise UnusableError("`--fix` writes into files; for other input, `--diff` shows the repairs")
    return _judge(judge, options)


def judge_documents(paths: tuple[str, ...], options: Options) -> int:
    """Judges the claims in documents, writes the report, and gives the exit status."""

    def judge(checker: "Checker") -> "Report":
        return checker.lint(*paths, progress=_progress)

    if options.several:
        from storycheck.cli.readings import judge_under_profiles

        return judge_under_profiles(options, judge)
    if options.fix and "-" in paths:
        raise UnusableError("`--fix` writes into files; for standard input, `--diff` shows the repairs")
    return _judge(judge, options)


def _judge(judge: "Callable[[Checker], Report]", options: Options) -> int:
    """Judges, and with `--fix` once more what was written."""
    checker = checker_for(options)
    report = judge(checker)
    if not (options.fix or options.diff):
        return _finish(report, options)
    from storycheck.cli.fix import differences, write_fixes

    if options.diff:
        return _finish(report, options, differences(report))
    written, failed = write_fixes(report)
    status = _finish(judge(checker) if written else report, options)
    return FAILURE if failed else status


def chosen(evidence: tuple[str, ...], default_evidence: bool) -> "Evidence":
    """The evidence of some packs, with or without those that come with storycheck."""
    from storycheck.api import Evidence

    return (Evidence.default() if default_evidence else Evidence.empty()).add(*evidence)


def checker_for(options: Options) -> "Checker":
    """The checker for the evidence that the options choose; UnusableError if there is no such evidence."""
    from storycheck.api import Checker, EvidenceError

    evidence = chosen(options.evidence, options.default_evidence)
    evidence = evidence.without(*options.without).with_(*options.with_)
    evidence = evidence.profile(next(iter(options.profile), ""))
    if options.accept:
        evidence = evidence.accept(options.accept)
    try:
        full = options.verbose or options.format == "json"
        pages = options.format in _PAGES
        return Checker(
            evidence,
            max_conflicts=0 if options.all_conflicts else options.max_conflicts,
            limit=options.limit,
            ladder=full,
            decisive=full or pages,
            definitions=full or pages,
            max_repairs=2 if full or pages else 1,
        )
    except EvidenceError as error:
        raise UnusableError(str(error)) from error


def check_usable(report: "Report") -> None:
    """UnusableError for a story that cannot be read, or evidence that contradicts itself."""
    if report.broken or not report.evidence.consistent:
        faults = (one for document in report.documents for one in document.diagnostics)
        message = next((one.message for one in faults if one.severity == "error"), "it cannot be judged")
        raise UnusableError(message)


def status_of(evidence: "Evidence") -> int:
    """The exit status for evidence that is only shown; what is wrong with its packs is told."""
    fault = evidence.loaded.fault
    if fault is None:
        return 0
    print(f"Error: `{fault.path}`: {fault.message}", file=sys.stderr)
    return FAILURE


def _executor(jobs: int) -> "AbstractContextManager[Executor | None]":
    """Processes to judge with, at most one for each processor; none if one job is enough."""
    jobs = min(jobs, os.cpu_count() or 1)
    if jobs == 1:
        return nullcontext()
    from concurrent.futures import ProcessPoolExecutor

    return ProcessPoolExecutor(jobs)


def _progress(paths: Sequence[str]) -> Iterable[str]:
    """The paths, with a bar on a terminal if there are many."""
    return paths if len(paths) < _FEW or not sys.stderr.isatty() else _with_bar(paths)


def _with_bar(paths: Sequence[str]) -> Iterable[str]:
    import click

    with click.progressbar(paths, label="judging", file=sys.stderr) as bar:
        yield from bar


def _finish(report: "Report", options: Options, instead: str | None = None) -> int:
    """Writes the report, or something ``instead``, and gives the exit status."""
    from storycheck.reporting.outcome import has_findings

    write_text(options, lambda look: _rendered(report, options, look) if instead is None else instead)
    if report.broken or not report.evidence.consistent:
        return FAILURE
    return FINDINGS if has_findings(report, options.fail_on, options.strict) else 0


def write_text(options: Options, rendered: "Callable[[Look], str]") -> None:
    """Writes a text, drawn for where it goes; UnusableError if it cannot be written."""
    from storycheck.reporting.terminal import look_for

    try:
        if options.output is None:
            sys.stdout.write(rendered(look_for(sys.stdout, options.color)))
            sys.stdout.flush()
            return
        with Path(options.output).open("w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(rendered(look_for(file, options.color)))
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UnusableError(f"cannot write `{options.output or '<stdout>'}`: {reason}") from error


def _rendered(report: "Report", options: Options, look: "Look") -> str:
    if options.format != "text":
        module = import_module(f"storycheck.reporting.{options.format}format")
        text: str = module.render(report, report.lookup)
        return text
    from storycheck.reporting.text import Detail, render

    return render(report, report.lookup, look, Detail(options.quiet, options.verbose))
