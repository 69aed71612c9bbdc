"""The command `theory`."""

from pathlib import Path
from typing import Any

import click

from storycheck.cli.options import CHOICE, COLOR, OUTPUT, TEXT_OR_JSON, having
from storycheck.cli.run import FAILURE, FINDINGS, Options, checker_for, write_text


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="FILE...")
@having(TEXT_OR_JSON, OUTPUT, COLOR, *CHOICE)
@click.option(
    "--fail-on",
    type=click.Choice(("contradicted", "inconsistent", "never")),
    default="contradicted",
    show_default=True,
    help="The mildest finding that makes the exit status 1.",
)
@click.option("--strict", is_flag=True, help="What could not be read or decided is a finding.")
@click.option("-v", "--verbose", is_flag=True, help="Every theory in full, and what it is silent on.")
def theory(paths: tuple[str, ...], fail_on: str, strict: bool, **given: Any) -> int:
    """Judge theories, files whose claims are the theory: what they explain, contradict, and leave open."""
    from storycheck.reporting import theoryjson, theorytext

    if "" in paths:  # as a path, it would be the current folder
        raise click.UsageError("the name of a file is empty")
    options = Options(**given)
    found = checker_for(options).theory(*map(Path, paths))
    if options.format == "json":
        write_text(options, lambda look: theoryjson.render(found))
    else:
        write_text(options, lambda look: theorytext.render(found, found.lookup, look, options.verbose))
    if found.broken or not found.evidence.consistent:
        return FAILURE
    judged = [(one.unread, one.judgement) for one in found.theories]
    findings = {
        "inconsistent": any(judgement.consistent is False for _, judgement in judged),
        "contradicted": any(judgement.conflicts for _, judgement in judged),
    }
    failing = {"contradicted": ("inconsistent", "contradicted"), "inconsistent": ("inconsistent",)}
    if any(findings[kind] for kind in failing.get(fail_on, ())):
        return FINDINGS
    return FINDINGS if strict and any(unread or not one.decided for unread, one in judged) else 0
