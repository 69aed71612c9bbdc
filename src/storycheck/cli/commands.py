"""The commands and their options, for `click`."""

import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import click

from storycheck import __version__
from storycheck.cli.options import ACCEPT, COLOR, LIMIT, OUTPUT, PACKS, SELECTION, having, packs
from storycheck.cli.packs import coverage, graph, new
from storycheck.cli.readings import diff
from storycheck.cli.run import (
    FAILURE,
    FINDINGS,
    Options,
    UnusableError,
    chosen,
    judge_documents,
    judge_stories,
    status_of,
)
from storycheck.cli.theory import theory
from storycheck.settings import Settings, Value

if TYPE_CHECKING:
    from storycheck.evidence.items import Item
    from storycheck.reporting.layout import Look

_FORMATS = ("text", "json", "html", "markdown", "github", "sarif", "junit")


def run(arguments: list[str], settings: Settings) -> int:
    """Does what the arguments say, with the project's settings where they say nothing."""
    defaults = _defaults(settings.values)
    try:
        status = storycheck.main(arguments, "storycheck", standalone_mode=False, default_map=defaults)
    except click.ClickException as error:
        if _is_of_settings(error):
            raise UnusableError(f"`{settings.path}`: {error.format_message()}") from error
        error.show()
        return FAILURE
    except click.Abort as error:
        raise KeyboardInterrupt from error
    return status if isinstance(status, int) else 0


def _defaults(settings: Mapping[str, Value]) -> dict[str, Any]:
    """What each command's options are unless they are given; the other commands have formats of their own."""
    named = {"with_" if key == "with" else key.replace("-", "_"): value for key, value in settings.items()}
    shared = {key: value for key, value in named.items() if key not in ("format", "fail_on")}
    if "profile" in named:
        named["profile"] = (str(named["profile"]),)
    defaults: dict[str, Any] = dict.fromkeys(storycheck.commands, shared)
    return defaults | {"check": named, "lint": named, "evidence": dict.fromkeys(evidence.commands, shared)}


def _is_of_settings(error: click.ClickException) -> bool:
    """Whether it is the settings, and not the arguments, in which a value is wrong."""
    if not isinstance(error, click.BadParameter) or error.ctx is None or error.param is None:
        return False
    source = error.ctx.get_parameter_source(error.param.name or "")
    return source is click.core.ParameterSource.DEFAULT_MAP


class _Commands(click.Group):
    """A first argument that is no subcommand means `check`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        own = {"--help", "-h", "--version", *self.commands}
        if not args:
            args = ["--help"]
        elif args[0] not in own:
            args = ["check", *args]
        return super().parse_args(ctx, args)


_judging = having(
    click.option("--format", type=click.Choice(_FORMATS), default="text", help="Format of the report."),
    OUTPUT,
    *PACKS,
    *SELECTION,
    click.option(
        "--profile",
        metavar="NAME",
        multiple=True,
        help="Judge under a profile of the packs; several: a matrix.",
    ),
    click.option("--profiles", type=click.Choice(("all",)), help="Judge under every profile: a matrix."),
    ACCEPT,
    click.option(
        "--max-conflicts",
        type=click.IntRange(1),
        default=8,
        show_default=True,
        help="Conflicts to look for per claim.",
    ),
    click.option("--all-conflicts", is_flag=True, help="Look for every conflict."),
    click.option(
        "--fail-on",
        type=click.Choice(("refuted", "contested", "unread", "never")),
        default="refuted",
        show_default=True,
        help="The mildest finding that makes the exit status 1.",
    ),
    click.option("--strict", is_flag=True, help="What could not be judged is a finding."),
    LIMIT,
    click.option("--jobs", type=click.IntRange(1), default=1, metavar="N", help="Processes to work with."),
    click.option("--fix", is_flag=True, help="Write the first repair of each refuted claim into its file."),
    click.option("--diff", is_flag=True, help="Show what --fix would write, and write nothing."),
    click.option("-q", "--quiet", is_flag=True, help="Show findings only."),
    click.option("-v", "--verbose", is_flag=True, help="Show every conflict in full, and every claim."),
    COLOR,
)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="storycheck %(version)s")
def storycheck() -> None:
    """Checks the claims of training stories against an evidence set.

    `storycheck story.ts` judges a story, `storycheck -e "SGD always reaches good minima."` a sentence.
    """


@storycheck.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("-e", "--expression", metavar="SENTENCE", multiple=True, help="Judge a sentence (repeatable).")
@_judging
def check(paths: tuple[str, ...], expression: tuple[str, ...], **given: Any) -> int:
    """Judge stories: files, folders of *.ts and *.story files, or - for standard input."""
    if not paths and not expression:
        raise click.UsageError("give a story, a folder of stories, `-`, or a sentence with -e")
    return judge_stories(paths, expression, Options(**given))


@storycheck.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@_judging
def lint(paths: tuple[str, ...], **given: Any) -> int:
    """Judge proposal documents: Markdown and plain text, or folders of them.

    Fenced `story` blocks are judged as stories; of the prose, the sentences that can be read whole.
    """
    return judge_documents(paths, Options(**given))


@storycheck.command()
@click.argument("name", metavar="CODE|ID|WORDS")
@packs
def explain(name: str, **given: Any) -> int:
    """What a verdict, a diagnostic's code, an evidence item or a word of the vocabulary means."""
    from storycheck import codes
    from storycheck.nearest import nearest
    from storycheck.reporting.pageformat import page_text
    from storycheck.reporting.terminal import look_for
    from storycheck.reporting.wordformat import words_text

    look = look_for(sys.stdout)
    if page := codes.page(name):
        sys.stdout.write(page_text(page, look))
        return 0
    known = chosen(**given)
    text = _items_text(known.find(name), look) or words_text(name, known.loaded.language, look)
    if not text:
        hint = nearest(name, codes.all_codes()) or "codes stand in brackets in a report"
        raise UnusableError(f"no code, no evidence item and no word of the vocabulary is `{name}`; {hint}")
    sys.stdout.write(text)
    return status_of(known)


def _items_text(items: "Iterable[Item]", look: "Look") -> str:
    from storycheck.reporting.evidenceformat import item_text

    return "\n".join(item_text(item, look) for item in items)


@storycheck.group()
def evidence() -> None:
    """Look at the evidence, and check it."""


@evidence.command("list")
@packs
def list_(**given: Any) -> int:
    """List the items: identifier, compiled name, status, confidence, title."""
    from storycheck.reporting.evidenceformat import list_text
    from storycheck.reporting.terminal import look_for

    known = chosen(**given)
    sys.stdout.write(list_text(known.items.values(), look_for(sys.stdout).width))
    return status_of(known)


@evidence.command()
@click.argument("name", metavar="ID")
@packs
def show(name: str, **given: Any) -> int:
    """Show an item in full."""
    from storycheck.reporting.terminal import look_for

    known = chosen(**given)
    found = known.find(name)
    if not found:
        raise UnusableError(f"no evidence item `{name}`; `storycheck evidence list` lists them")
    sys.stdout.write(_items_text(found, look_for(sys.stdout)))
    return status_of(known)


@evidence.command("check")
@packs
@click.option("-v", "--verbose", is_flag=True, help="Show notes too: words that nothing uses, and the like.")
def check_evidence(verbose: bool, **given: Any) -> int:
    """Check the evidence: its files, its consistency, and the examples that its items bring along."""
    from storycheck.api.checkup import checkup
    from storycheck.reporting.terminal import look_for
    from storycheck.reporting.text import diagnostics_text

    found = checkup(chosen(**given), notes=verbose)
    sys.stdout.write(diagnostics_text(found.report, found.report.lookup, look_for(sys.stdout)))
    click.echo(found.summary)
    if not found.report.evidence.consistent or found.report.broken:
        return FAILURE
    return 0 if found.sound else FINDINGS


for command in (theory, diff):
    storycheck.add_command(command)
for command in (new, coverage, graph):
    evidence.add_command(command)
