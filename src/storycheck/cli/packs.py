"""Commands of `evidence` that are about writing it: `new`, `coverage`, `graph`."""

import sys
from pathlib import Path
from typing import Any

import click

from storycheck.cli.options import CHOICE, COLOR, OUTPUT, TEXT_OR_JSON, having, packs
from storycheck.cli.run import (
    Options,
    UnusableError,
    check_usable,
    checker_for,
    chosen,
    status_of,
    write_text,
)


@click.command()
@click.argument("pack", metavar="PACK")
@click.argument("identifier", metavar="ID")
@click.option("--claim", required=True, metavar="SENTENCE", help="What was found, as evidence says it.")
@click.option("--cite", multiple=True, metavar="'TITLE, VENUE YEAR'", help="The paper (repeatable).")
@click.option("--title", default="", help="The item's title; the claim unless given.")
@click.option(
    "--effect",
    type=click.Choice(("definitive", "definitely real", "seems real", "unknown")),
    help="How sure the finding is; unknown unless given.",
)
def new(
    pack: str, identifier: str, claim: str, cite: tuple[str, ...], title: str, effect: str | None
) -> None:
    """Write the skeleton of an item into the folder PACK. Nothing is overwritten."""
    from storycheck.api.newitem import BadSkeleton, new_item

    try:
        path = new_item(Path(pack), identifier, claim, cite, title, effect or "")
    except BadSkeleton as error:
        raise UnusableError(str(error)) from error
    click.echo(f"{path}: written; add examples, then `storycheck evidence check --evidence {pack}`")


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@having(TEXT_OR_JSON, OUTPUT, COLOR, *CHOICE)
def coverage(paths: tuple[str, ...], **given: Any) -> int:
    """Which items stories touch, and which of their terms no evidence speaks of."""
    from storycheck.checking.coverage import coverage as covered
    from storycheck.reporting.coverageformat import coverage_json, coverage_text

    options = Options(**given)
    checker = checker_for(options)
    report = checker.check_paths(paths)
    check_usable(report)
    found = covered(report, checker.evidence.selected, report.lookup.vocabulary)
    if options.format == "json":
        write_text(options, lambda look: coverage_json(found))
    else:
        write_text(options, lambda look: coverage_text(found, report.lookup, look))
    return 0


@click.command()
@packs
@click.option(
    "--format", type=click.Choice(("mermaid", "dot")), default="mermaid", help="Mermaid or Graphviz text."
)
def graph(format: str, **given: Any) -> int:
    """Draw items, their statements, disputes and supersedings, as text for Mermaid or Graphviz."""
    from storycheck.reporting.graphformat import graph as drawn

    known = chosen(**given)
    sys.stdout.write(drawn(known.items.values(), format))
    return status_of(known)
