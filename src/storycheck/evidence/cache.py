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
        stamp = _fingerprint()
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
        _write(_file(roots), _fingerprint() + _crc(payload) + payload)
    except (OSError, RuntimeError):
        return


def _write(path: Path, data: bytes) -> None:
    """All of it or nothing, whoever else is writing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(f".{os.getpid()}.tmp")
    try:
        draft.write_bytes(data)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _file(roots: Iterable[Path]) -> Path:
    home = os.environ.get("XDG_CACHE_HOME", "")
    folder = Path(home) if Path(home).is_absolute() else Path.home() / ".cache"
    name = hashlib.sha256("\0".join(map(str, roots)).encode(errors="surrogateescape")).hexdigest()[:16]
    return folder / "storycheck" / f"evidence-{name}.bin"


def _crc(data: bytes | memoryview) -> bytes:
    return zlib.crc32(data).to_bytes(_CRC_BYTES)


def _fingerprint() -> bytes:
    """32 bytes that differ when the Python, this package or its grammar do."""
    total = hashlib.sha256(f"{sys.implementation.cache_tag} {storycheck.__version__}".encode())
    for entry in _code():
        stat = entry.stat()
        total.update(f"\0{entry.name} {stat.st_size} {stat.st_mtime_ns}".encode())
    return total.digest()


def _code() -> Iterator[os.DirEntry[str]]:
    package = Path(__file__).parent.parent
    for folder in (*(package / room for room in _READERS), data_folder("grammar")):
        with os.scandir(folder) as entries:
            yield from sorted((entry for entry in entries if entry.is_file()), key=lambda entry: entry.name)
