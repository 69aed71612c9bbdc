"""The command line: what to judge, against what, and how to show it. It has no logic of its own.

Exit status: 0 without findings, 1 with findings, 2 for what cannot be used or an internal error.
"""

import gc
import os
import sys
from io import TextIOWrapper
from typing import NoReturn

from storycheck.cli.run import FAILURE, Options, UnusableError, judge_stories
from storycheck.settings import SettingsError, settings_here

COMMANDS = ("check", "lint", "theory", "diff", "explain", "evidence")
_INTERRUPTED = 130
_OBJECTS = 100_000
"""Few of the many objects that a run makes are ever to be collected."""


def command() -> NoReturn:
    """The command `storycheck`: does what the arguments say, and leaves at once.

    Taking apart all that is in memory would take as long as several verdicts.
    """
    gc.set_threshold(_OBJECTS)
    try:
        main()
    except SystemExit as end:
        sys.stderr.flush()
        os._exit(end.code if isinstance(end.code, int) else FAILURE)


def main() -> NoReturn:
    """Does what the arguments say. Whatever happens ends in an exit status, never in a traceback."""
    _open_closed()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        status = _run(sys.argv[1:])
        sys.stdout.flush()
    except KeyboardInterrupt:
        print("storycheck: interrupted", file=sys.stderr)
        status = _INTERRUPTED
    except BrokenPipeError:
        status = _without_reader()
    except (SettingsError, UnusableError) as error:
        print(f"Error: {error}", file=sys.stderr)
        status = FAILURE
    except Exception as error:  # the last line of defence: a user must never meet a traceback
        status = _internal(error)
    raise SystemExit(status)


def _open_closed() -> None:
    """What the shell has closed is as empty, or as forgetful, as the null device."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115


def _run(arguments: list[str]) -> int:
    """Does what the arguments say. The plain case, paths and nothing else, needs no parser of options."""
    settings = settings_here()
    plain = arguments and arguments[0] not in COMMANDS
    if plain and not settings.values and all(one == "-" or not one.startswith("-") for one in arguments):
        return judge_stories(tuple(arguments), (), Options())
    from storycheck.cli.commands import run

    return run(arguments, settings)


def _without_reader() -> int:
    """Whoever read our output has left: nothing more is written, not even at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return FAILURE


def _internal(error: Exception) -> int:
    if os.environ.get("STORYCHECK_TRACEBACK"):
        raise error
    from storycheck.api.judged import internal_error

    print(
        f"storycheck: internal error: {internal_error(error)}\n"
        "This is a bug in storycheck. Please report it with the input that leads to it;\n"
        "STORYCHECK_TRACEBACK=1 shows where it happened.",
        file=sys.stderr,
    )
    return FAILURE
