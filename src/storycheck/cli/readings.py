"""Several readings of the literature: the matrix of profiles, and the command `diff`."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import click

from storycheck.cli.options import COLOR, LIMIT, OUTPUT, TEXT_OR_JSON, having
from storycheck.cli.run import (
    FAILURE,
    FINDINGS,
    Options,
    UnusableError,
    check_usable,
    checker_for,
    write_text,
)
from storycheck.files import read_source
from storycheck.folders import STDIN
from storycheck.source import SourceText

if TYPE_CHECKING:
    from storycheck.api import Checker, Report


def judge_under_profiles(options: Options, run: "Callable[[Checker], Report]") -> int:
    """Judges under each of the profiles, writes the matrix, and gives the exit status."""
    from storycheck.checking.readings import lined_up
    from storycheck.reporting.matrixjson import matrix_json
    from storycheck.reporting.matrixtext import matrix_text
    from storycheck.reporting.outcome import has_findings

    if options.format not in ("text", "json"):
        raise UnusableError(f"several profiles are shown as text or json, not {options.format}")
    if options.fix or options.diff:
        raise UnusableError("`--fix` and `--diff` repair under one profile, not under several")
    names = _profiles(options)
    reports = [run(checker_for(options._replace(profile=(name,)))) for name in names]
    if options.format == "json":
        write_text(options, lambda look: matrix_json(reports, reports[0].lookup))
    else:
        write_text(options, lambda look: matrix_text(names, reports, lined_up(reports), look))
    if any(report.broken or not report.evidence.consistent for report in reports):
        return FAILURE
    found = any(has_findings(report, options.fail_on, options.strict) for report in reports)
    return FINDINGS if found else 0


def _profiles(options: Options) -> Sequence[str]:
    """The profiles asked for, each once; with all of them, the default first."""
    if options.profiles is None:
        return tuple(dict.fromkeys(options.profile))
    known = checker_for(options._replace(profile=())).evidence.loaded.evidence.profiles
    return tuple(sorted(known, key=lambda name: (name != "default", name)))


@click.command()
@click.argument("old")
@click.argument("new")
@click.argument("stories", nargs=-1, metavar="[STORY]...")
@having(TEXT_OR_JSON, OUTPUT, COLOR, LIMIT)
def diff(old: str, new: str, stories: tuple[str, ...], limit: int | None, **given: str) -> int:
    """What changes from one choice of evidence to another: items, statements, verdicts of stories.

    OLD and NEW are packs and options with commas between them, such as `default`, `my-pack`,
    `default,my-pack`, `profile=strict`, `without=G2,accept=low`. The exit status is 1 if a verdict
    changes, or without stories if anything does.
    """
    from storycheck.api.choices import difference
    from storycheck.reporting.matrixjson import difference_json
    from storycheck.reporting.matrixtext import difference_text

    options = Options(limit=limit, **given)  # type: ignore[arg-type]
    checkers = (_checker(old, limit), _checker(new, limit))
    reports: tuple[Report, ...] = ()
    if stories:
        paths, sources = read_once(stories)
        reports = tuple(checker.check_paths(paths, sources=sources) for checker in checkers)
        for report in reports:
            check_usable(report)
    found = difference((old, new), (checkers[0].evidence, checkers[1].evidence), reports)
    if options.format == "json":
        write_text(options, lambda look: difference_json(found))
    else:
        write_text(options, lambda look: difference_text(found, look))
    return FINDINGS if (found.verdicts if stories else found.items) else 0


def _checker(choice: str, limit: int | None) -> "Checker":
    """The checker for a choice; UnusableError if it cannot be had whole."""
    from storycheck.api import Checker, EvidenceError
    from storycheck.api.choices import chosen_by

    try:
        checker = Checker(chosen_by(choice), limit=limit)
    except EvidenceError as error:
        raise UnusableError(f"`{choice}`: {error}") from error
    if fault := checker.evidence.loaded.fault:
        raise UnusableError(f"`{choice}`: {fault.message}")
    return checker


def read_once(paths: Sequence[str]) -> tuple[tuple[str, ...], list[SourceText]]:
    """Paths, with standard input read beforehand: it cannot be read twice."""
    sources = []
    if STDIN in paths:
        read = read_source(STDIN)
        if not read.usable:
            raise UnusableError(read.diagnostics[0].message)
        sources.append(read.source)
    return tuple(path for path in paths if path != STDIN), sources
