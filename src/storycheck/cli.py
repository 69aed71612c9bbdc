"""The command line: what to judge, against what, and how to show it. It has no logic of its own.

Exit status: 0 without findings, 1 with findings, 2 for what cannot be used or an internal error.
"""

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from storycheck import __version__

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from storycheck.api import Evidence, Report
    from storycheck.reporting.layout import Look

FINDINGS, FAILURE, INTERRUPTED = 1, 2, 130
_Command = TypeVar("_Command", bound=Callable[..., Any])


class _Commands(click.Group):
    """A first argument that is no subcommand means `check`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        own = {"--help", "-h", "--version", *self.commands}
        if not args:
            args = ["--help"]
        elif args[0] not in own:
            args = ["check", *args]
        return super().parse_args(ctx, args)


@dataclass(frozen=True)
class _Options:
    """What `check` and `lint` have in common."""

    format: str
    output: str | None
    evidence: tuple[str, ...]
    default_evidence: bool
    without: tuple[str, ...]
    with_: tuple[str, ...]
    profile: str
    accept: str | None
    max_conflicts: int
    fail_on: str
    strict: bool
    limit: int | None
    jobs: int
    quiet: bool
    verbose: bool
    color: str


def _judging(command: _Command) -> _Command:
    """The options of a command that judges."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


_FORMATS = ("text", "json", "html", "markdown", "github", "sarif", "junit")
_OPTIONS = (
    click.option("--format", type=click.Choice(_FORMATS), default="text", help="Format of the report."),
    click.option("--output", metavar="FILE", help="Write the report to a file instead of standard output."),
    click.option("--evidence", metavar="PATH", multiple=True, help="Add an evidence pack (repeatable)."),
    click.option(
        "--default-evidence/--no-default-evidence", default=True, help="Use the packs that storycheck ships."
    ),
    click.option("--without", metavar="ID", multiple=True, help="Leave an item out (repeatable)."),
    click.option("--with", "with_", metavar="ID", multiple=True, help="Count an item in full (repeatable)."),
    click.option("--profile", metavar="NAME", default="", help="Judge under a profile of the packs."),
    click.option(
        "--accept", type=click.Choice(("strong", "medium", "low")), help="From when evidence refutes."
    ),
    click.option(
        "--max-conflicts",
        type=click.IntRange(1),
        default=8,
        show_default=True,
        help="Conflicts shown per claim.",
    ),
    click.option("--all-conflicts", "max_conflicts", flag_value=0, type=int, help="List every conflict."),
    click.option(
        "--fail-on",
        type=click.Choice(("refuted", "contested", "unread", "never")),
        default="refuted",
        show_default=True,
        help="The mildest finding that makes the exit status 1.",
    ),
    click.option("--strict", is_flag=True, help="What could not be judged is a finding."),
    click.option("--limit", type=click.IntRange(1), metavar="N", help="Solver steps for one question."),
    click.option("--jobs", type=click.IntRange(1), default=1, metavar="N", help="Processes to work with."),
    click.option("-q", "--quiet", is_flag=True, help="Show findings only."),
    click.option("-v", "--verbose", is_flag=True, help="Show every conflict in full, and every claim."),
    click.option(
        "--color", type=click.Choice(("auto", "always", "never")), default="auto", help="Colour the report."
    ),
)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="storycheck %(version)s")
@click.pass_context
def storycheck(ctx: click.Context) -> None:
    """Checks the claims of training stories against an evidence set.

    `storycheck story.ts` judges a story, `storycheck -e "SGD always reaches good minima."` a sentence.
    """
    from storycheck.settings import SettingsError, load

    try:
        values = load(Path.cwd()).values
    except SettingsError as error:
        raise click.UsageError(str(error)) from error
    except OSError:
        values = {}
    named = {"with_" if key == "with" else key.replace("-", "_"): value for key, value in values.items()}
    ctx.default_map = {"check": named, "lint": named}


@storycheck.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("-e", "--expression", metavar="SENTENCE", multiple=True, help="Judge a sentence (repeatable).")
@_judging
def check(paths: tuple[str, ...], expression: tuple[str, ...], **given: Any) -> None:
    """Judge stories: files, folders of *.ts and *.story files, or - for standard input."""
    from storycheck.api import Checker
    from storycheck.source import SourceText

    if not paths and not expression:
        raise click.UsageError("give a story, a folder of stories, `-`, or a sentence with -e")
    options = _Options(**given)
    checker = Checker(_evidence(options), max_conflicts=options.max_conflicts, limit=options.limit)
    sources = [SourceText("\n".join(expression), "<expression>")] if expression else []
    with _executor(options.jobs) as executor:
        report = checker.check_paths(paths, sources=sources, executor=executor, progress=_progress)
    _finish(report, options)


@storycheck.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@_judging
def lint(paths: tuple[str, ...], **given: Any) -> None:
    """Judge proposal documents: Markdown and plain text, or folders of them.

    Fenced `story` blocks are judged as stories; of the prose, the sentences that can be read whole.
    """
    from storycheck.api import Checker

    options = _Options(**given)
    checker = Checker(_evidence(options), max_conflicts=options.max_conflicts, limit=options.limit)
    _finish(checker.lint(*paths, progress=_progress), options)


@storycheck.command()
@click.argument("name", metavar="CODE|ID")
def explain(name: str) -> None:
    """What a verdict, a diagnostic's code or an evidence item means."""
    from storycheck import codes
    from storycheck.api import Evidence
    from storycheck.nearest import nearest
    from storycheck.reporting.evidenceformat import item_text

    text = codes.page(name) or "\n".join(map(item_text, Evidence.default().find(name)))
    if not text:
        hint = nearest(name, codes.all_codes()) or "codes stand in brackets in a report"
        raise click.UsageError(f"no code and no evidence item `{name}`; {hint}")
    click.echo(text.rstrip())


@storycheck.group()
def evidence() -> None:
    """Look at the evidence, and check it."""


def _packs(command: _Command) -> _Command:
    """The options that choose packs."""
    for option in reversed(_OPTIONS[2:4]):
        command = option(command)
    return command


@evidence.command("list")
@_packs
def list_(**given: Any) -> None:
    """List the items: identifier, compiled name, status, confidence, title."""
    from storycheck.reporting.evidenceformat import list_text
    from storycheck.reporting.terminal import look_for

    click.echo(list_text(_chosen(**given).items.values(), look_for(sys.stdout).width), nl=False)


@evidence.command()
@click.argument("name", metavar="ID")
@_packs
def show(name: str, **given: Any) -> None:
    """Show an item in full."""
    from storycheck.reporting.evidenceformat import item_text

    found = _chosen(**given).find(name)
    if not found:
        raise click.UsageError(f"no evidence item `{name}`; `storycheck evidence list` lists them")
    click.echo("\n".join(map(item_text, found)), nl=False)


@evidence.command("check")
@_packs
@click.option("-v", "--verbose", is_flag=True, help="Show notes too: words that nothing uses, and the like.")
def check_evidence(verbose: bool, **given: Any) -> None:
    """Check the evidence: its files, its consistency, and the examples that its items bring along."""
    from storycheck.api.checkup import checkup
    from storycheck.reporting.terminal import look_for
    from storycheck.reporting.text import diagnostics_text

    found = checkup(_chosen(**given), notes=verbose)
    sys.stdout.write(diagnostics_text(found.report, found.report.lookup, look_for(sys.stdout)))
    click.echo(found.summary)
    if not found.report.evidence.consistent or found.report.broken:
        raise SystemExit(FAILURE)
    raise SystemExit(0 if found.sound else FINDINGS)


def _chosen(evidence: tuple[str, ...], default_evidence: bool) -> "Evidence":
    from storycheck.api import Evidence

    return (Evidence.default() if default_evidence else Evidence.empty()).add(*evidence)


def _evidence(options: _Options) -> "Evidence":
    chosen = _chosen(options.evidence, options.default_evidence)
    chosen = chosen.without(*options.without).with_(*options.with_).profile(options.profile)
    return chosen.accept(options.accept) if options.accept else chosen


def _executor(jobs: int) -> "AbstractContextManager[Executor | None]":
    """Processes to judge with; none if one job is enough."""
    if jobs == 1:
        return nullcontext()
    from concurrent.futures import ProcessPoolExecutor

    return ProcessPoolExecutor(jobs)


def _progress(paths: Sequence[str]) -> Iterable[str]:
    """The paths, with a bar on a terminal if there are many."""
    if len(paths) < 4 or not sys.stderr.isatty():
        return paths
    return _with_bar(paths)


def _with_bar(paths: Sequence[str]) -> Iterable[str]:
    with click.progressbar(paths, label="judging", file=sys.stderr) as bar:
        yield from bar


def _finish(report: "Report", options: _Options) -> None:
    """Writes the report and ends the run with its exit status."""
    from storycheck.reporting.outcome import has_findings

    _write(report, options)
    if report.broken or not report.evidence.consistent:
        raise SystemExit(FAILURE)
    if has_findings(report, options.fail_on, options.strict):
        raise SystemExit(FINDINGS)


def _write(report: "Report", options: _Options) -> None:
    from storycheck.reporting.terminal import look_for

    if options.output is None:
        # not click's echo, which would write UTF-8 where standard output is to be ASCII
        sys.stdout.write(_rendered(report, options, look_for(sys.stdout, options.color)))
        return
    try:
        with Path(options.output).open("w", encoding="utf-8") as file:
            file.write(_rendered(report, options, look_for(file, options.color)))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise click.UsageError(f"cannot write `{options.output}`: {reason}") from error


def _rendered(report: "Report", options: _Options, look: "Look") -> str:
    if options.format != "text":
        module = import_module(f"storycheck.reporting.{options.format}format")
        text: str = module.render(report, report.lookup)
        return text
    from storycheck.reporting.text import Detail, render

    return render(report, report.lookup, look, Detail(options.quiet, options.verbose))


def main() -> None:
    """The command `storycheck`. Whatever happens ends in a message and an exit status, never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        status = storycheck(standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        status = FAILURE
    except (click.Abort, KeyboardInterrupt):
        click.echo("storycheck: interrupted", err=True)
        status = INTERRUPTED
    except BrokenPipeError:
        status = _without_reader()
    except Exception as error:  # the last line of defence: a user must never meet a traceback
        status = _internal(error)
    raise SystemExit(status if isinstance(status, int) else 0)


def _without_reader() -> int:
    """Whoever read our output has left: nothing more is written, not even at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return FAILURE


def _internal(error: Exception) -> int:
    if os.environ.get("STORYCHECK_TRACEBACK"):
        raise error
    from storycheck.api.judged import internal_error

    click.echo(
        f"storycheck: internal error: {internal_error(error)}\n"
        "This is a bug in storycheck. Please report it with the input that leads to it;\n"
        "STORYCHECK_TRACEBACK=1 shows where it happened.",
        err=True,
    )
    return FAILURE
