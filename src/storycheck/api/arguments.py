"""What the library is called with, if it is of the wrong kind: told at once."""

from collections.abc import Iterable
from pathlib import Path


def texts_or_paths(*given: object) -> None:
    """Raises TypeError for anything else."""
    for one in given:
        if not isinstance(one, str | Path):
            raise TypeError(f"a text or a pathlib.Path is expected, not {_kind(one)}")


def several(paths: object) -> None:
    """Raises TypeError for what is no collection; and for a text, whose letters would be taken for paths."""
    if isinstance(paths, str | bytes | bytearray) or not isinstance(paths, Iterable):
        raise TypeError(f"a list of paths is expected, not {_kind(paths)}")


def counts(**given: object) -> None:
    """Raises TypeError for what is no whole number, ValueError for what is below 0."""
    for name, number in given.items():
        if isinstance(number, bool) or not isinstance(number, int):
            raise TypeError(f"{name} is a whole number, not {_kind(number)}")
        if number < 0:
            raise ValueError(f"{name} is 0 or more, not {number}")


def _kind(what: object) -> str:
    return "None" if what is None else f"a {type(what).__name__}: {what!r:.40}"
