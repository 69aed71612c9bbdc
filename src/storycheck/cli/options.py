"""Options that several commands share."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., Any])
_Option = Callable[[Any], Any]

PACKS = (
    click.option("--evidence", metavar="PATH", multiple=True, help="Add an evidence pack (repeatable)."),
    click.option(
        "--default-evidence/--no-default-evidence", default=True, help="Use the packs that storycheck ships."
    ),
)
OUTPUT = click.option("--output", metavar="FILE", help="Write to a file instead of standard output.")
COLOR = click.option(
    "--color", type=click.Choice(("auto", "always", "never")), default="auto", help="Colour the text."
)
SELECTION = (
    click.option("--without", metavar="ID", multiple=True, help="Leave an item out (repeatable)."),
    click.option("--with", "with_", metavar="ID", multiple=True, help="Count an item in full (repeatable)."),
)
ACCEPT = click.option(
    "--accept", type=click.Choice(("strong", "medium", "low")), help="From when evidence refutes."
)
LIMIT = click.option("--limit", type=click.IntRange(1), metavar="N", help="Solver steps for one question.")
CHOICE = (
    *PACKS,
    *SELECTION,
    click.option(
        "--profile",
        metavar="NAME",
        callback=lambda _context, _option, name: (name,) if name else (),
        help="Judge under a profile of the packs.",
    ),
    ACCEPT,
    LIMIT,
)
TEXT_OR_JSON = click.option(
    "--format", type=click.Choice(("text", "json")), default="text", help="Format of the report."
)


def having(*options: _Option) -> Callable[[_Command], _Command]:
    """A command with some options, in their order."""

    def with_options(command: _Command) -> _Command:
        for option in reversed(options):
            command = option(command)
        return command

    return with_options


packs = having(*PACKS)
