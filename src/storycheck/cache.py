"""What a run keeps for the next: files under `$XDG_CACHE_HOME/storycheck` or `~/.cache/storycheck`.

Each holds the stamp of what it was made from. If that differs, or the file is damaged, it is as if it were
not there. Where no file can be written, nothing is kept, and nothing else changes.
"""

import os
import sys
import zlib
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import storycheck
from storycheck.where import data_folder

_NUMBER = 4
"""Bytes of a checksum, and of a length."""


def recall(name: str, stamp: bytes) -> memoryview:
    """What was kept under a name, made from what has this stamp; empty if there is nothing of the kind."""
    try:
        data = memoryview((home() / name).read_bytes())
    except (OSError, RuntimeError):
        return memoryview(b"")
    checksum, rest = data[:_NUMBER], data[_NUMBER:]
    if checksum != _number(zlib.crc32(rest)):
        return memoryview(b"")
    kept_stamp, payload = unframed(rest)
    return payload if kept_stamp == stamp else payload[:0]


def remember(name: str, stamp: bytes, payload: bytes) -> None:
    """Keep something; where no file can be written, nothing is kept."""
    framed_payload = framed(stamp, payload)
    try:
        _write(home() / name, _number(zlib.crc32(framed_payload)) + framed_payload)
    except (OSError, RuntimeError):
        return


def kept(name: str, rooms: Iterable[str], make: Callable[[], bytes]) -> bytes | memoryview:
    """What depends on nothing but some rooms of this package and its grammar: of an earlier run, or made."""
    stamp = code(rooms)
    found = recall(name, stamp)
    if found:
        return found
    made = make()
    remember(name, stamp, made)
    return made


def named(kind: str, about: str) -> str:
    """A file's name. Several things may come to share one, so the stamp has to tell what is in it."""
    return f"{kind}-{zlib.crc32(about.encode(errors='surrogateescape')):08x}"


def framed(head: bytes, rest: bytes | memoryview) -> bytes:
    """Two pieces as one."""
    return b"".join((_number(len(head)), head, rest))


def unframed(data: memoryview) -> tuple[memoryview, memoryview]:
    """The two pieces that `framed` made one of."""
    end = _NUMBER + int.from_bytes(data[:_NUMBER])
    return data[_NUMBER:end], data[end:]


def home() -> Path:
    """The folder of all that is kept; RuntimeError if the user has no home."""
    given = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(given) if Path(given).is_absolute() else Path.home() / ".cache") / "storycheck"


def code(rooms: Iterable[str]) -> bytes:
    """A stamp that differs when the Python, some rooms of this package or its grammar do."""
    package = Path(__file__).parent
    folders = (*(package / room for room in rooms), data_folder("grammar"))
    return "\0".join((_versions(), *map(_files, map(str, folders)))).encode(errors="surrogateescape")


def state(name: str, file: os.stat_result) -> str:
    """What tells a file from any other, and from itself before an edit, without reading it."""
    return f"{name} {file.st_size} {file.st_mtime_ns} {file.st_ctime_ns} {file.st_ino}"


def _versions() -> str:
    return f"{sys.implementation.cache_tag} {storycheck.__version__}"


@cache
def _files(folder: str) -> str:
    """The state of the files of a folder of code."""
    with os.scandir(folder) as entries:
        found = sorted((entry.name, entry.stat()) for entry in entries if entry.is_file())
    return "\0".join(state(name, file) for name, file in found)


def _number(number: int) -> bytes:
    return number.to_bytes(_NUMBER)


def _write(path: Path, data: bytes) -> None:
    """All of it or nothing, whoever else is writing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(f".{os.getpid()}.tmp")
    try:
        draft.write_bytes(data)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
