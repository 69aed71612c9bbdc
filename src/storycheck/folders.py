"""Which files paths name: a file as it is, of a folder those of a kind."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

STDIN = "-"
STORIES = (".ts", ".story")
PROSE = (".md", ".markdown", ".txt")
_SKIPPED = frozenset({"node_modules", "__pycache__"})


class EmptyFolder(str):
    """The name of a folder that holds no file of the kind sought."""

    __slots__ = ()


def find(paths: Iterable[str | Path], suffixes: tuple[str, ...]) -> Iterator[str]:
    """The files that paths name, each once, those of a folder sorted; EmptyFolder where it has none.

    Links to folders inside a folder are not followed, so a loop of them ends; hidden folders are left out.
    """
    seen: set[str] = set()
    for path in map(str, paths):
        for name in _files(path, suffixes):
            real = os.path.realpath(name) if "\0" not in name else name
            if real not in seen:
                seen.add(real)
                yield name


def _files(path: str, suffixes: tuple[str, ...]) -> list[str]:
    if path == STDIN or not os.path.isdir(path):  # noqa: PTH112 (pathlib raises for a zero byte)
        return [path]
    names: list[str] = []
    for parent, folders, files in os.walk(path):
        folders[:] = [name for name in folders if not name.startswith(".") and name not in _SKIPPED]
        names += [str(Path(parent, name)) for name in files if name.endswith(suffixes)]
    return sorted(name for name in names if not _waits(name)) or [EmptyFolder(path)]


def _waits(name: str) -> bool:
    """Whether it is a pipe, a socket or a device: there, but no file; reading it might never end."""
    return os.path.exists(name) and not os.path.isfile(name)  # noqa: PTH110, PTH113
