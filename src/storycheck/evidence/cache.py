"""Compiled evidence, kept between runs.

One file for each set of packs, under `$XDG_CACHE_HOME/storycheck` or `~/.cache/storycheck`. It holds
what it was made from: the digest of all pack files, and a fingerprint of the code that read them. If
either differs, or the file is damaged, it is as if it were not there. Where no file can be written,
nothing is kept, and nothing else changes.
"""

import hashlib
import os
import sys
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import storycheck
from storycheck.evidence.compiled import dumped, restored
from storycheck.evidence.folders import digest_of
from storycheck.evidence.loaded import Loaded
from storycheck.where import data_folder

_READERS = ("syntax", "meaning", "evidence")
_CRC_BYTES = 4


def fetch(roots: tuple[Path, ...]) -> Loaded | None:
    """What was stored for these packs, if it is still true."""
    try:
        data = memoryview(_file(roots).read_bytes())
        stamp = fingerprint(_READERS)
        head = len(stamp) + _CRC_BYTES
        payload = data[head:]
        if data[:head] != stamp + _crc(payload):
            return None
        loaded = restored(payload)
    except (OSError, RuntimeError, ValueError, EOFError, TypeError):
        return None
    return loaded if digest_of(loaded.packs) == loaded.evidence.digest else None


def store(roots: tuple[Path, ...], loaded: Loaded) -> None:
    """Keep sound packs for the next run, unless they were edited meanwhile or there is no place."""
    if loaded.diagnostics or digest_of(loaded.packs) != loaded.evidence.digest:
        return
    payload = dumped(loaded)
    try:
        write(_file(roots), fingerprint(_READERS) + _crc(payload) + payload)
    except (OSError, RuntimeError):
        return


def write(path: Path, data: bytes) -> None:
    """All of it or nothing, whoever else is writing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(f".{os.getpid()}.tmp")
    try:
        draft.write_bytes(data)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def home() -> Path:
    """The folder of all that is kept between runs; RuntimeError if the user has no home."""
    given = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(given) if Path(given).is_absolute() else Path.home() / ".cache") / "storycheck"


def _file(roots: Iterable[Path]) -> Path:
    name = hashlib.sha256("\0".join(map(str, roots)).encode(errors="surrogateescape")).hexdigest()[:16]
    return home() / f"evidence-{name}.bin"


def _crc(data: bytes | memoryview) -> bytes:
    return zlib.crc32(data).to_bytes(_CRC_BYTES)


def fingerprint(rooms: Iterable[str]) -> bytes:
    """32 bytes that differ when the Python, some rooms of this package or its grammar do."""
    total = hashlib.sha256(f"{sys.implementation.cache_tag} {storycheck.__version__}".encode())
    for entry in _code(rooms):
        stat = entry.stat()
        total.update(f"\0{entry.name} {stat.st_size} {stat.st_mtime_ns}".encode())
    return total.digest()


def _code(rooms: Iterable[str]) -> Iterator[os.DirEntry[str]]:
    package = Path(__file__).parent.parent
    for folder in (*(package / room for room in rooms), data_folder("grammar")):
        with os.scandir(folder) as entries:
            yield from sorted((entry for entry in entries if entry.is_file()), key=lambda entry: entry.name)
