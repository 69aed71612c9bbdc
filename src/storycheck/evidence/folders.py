"""Which files make up the evidence: pack folders, what they require, and a digest of it all.

A pack is a folder with a `pack.yaml`, files in `vocabulary/` and files in `items/`. Nothing here
parses YAML, so that a run whose compiled evidence is up to date never does.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from storycheck.cache import state
from storycheck.where import data_folder

MANIFEST = "pack.yaml"
PARTS = ("vocabulary", "items")
_SUFFIXES = (".yaml", ".yml")


def default_root() -> Path:
    """The folder of the packs that come with storycheck."""
    return data_folder("evidence_rules").resolve()


def packs_in(path: Path) -> tuple[Path, ...]:
    """The pack at a path, or the packs right under it, by name; empty if there are none."""
    path = path.parent if path.name == MANIFEST else path
    try:
        if (path / MANIFEST).is_file():
            return (path,)
        return tuple(child for child in sorted(path.iterdir()) if (child / MANIFEST).is_file())
    except (OSError, ValueError):  # also for a name that is too long, or that no path can have
        return ()


def files_of(pack: Path) -> tuple[Path, ...]:
    """The files of a pack: its manifest, then its vocabulary, then its items, each by name."""
    return tuple(pack / name for name in _names(pack))


def _names(pack: Path) -> list[str]:
    """The same, relative to the pack; plain strings, as every run goes through them."""
    found = [MANIFEST]
    for part in PARTS:
        try:
            names = sorted(os.listdir(pack / part))  # noqa: PTH208
        except OSError:
            continue
        found += (f"{part}/{name}" for name in names if name.endswith(_SUFFIXES))
    return found


def digest_of(packs: Iterable[Path]) -> str:
    """The SHA-256 of all names and contents, which is the same wherever the folders lie."""
    import hashlib  # noqa: PLC0415  (takes OpenSSL along; a run whose compiled evidence is new needs none)

    total = hashlib.sha256()
    for name, path in sorted(_paths(packs)):
        try:
            with open(path, "rb", buffering=0) as file:  # noqa: PTH123
                content = file.read()
        except OSError:
            content = b""
        encoded = name.encode(errors="surrogateescape")
        total.update(b"%d %d " % (len(encoded), len(content)) + encoded + content)
    return total.hexdigest()


def states_of(packs: Iterable[Path]) -> bytes:
    """What differs when one of the files was edited or is another one, found without reading them."""
    return "\0".join(_state(path) for _, path in _paths(packs)).encode(errors="surrogateescape")


def _state(path: str) -> str:
    try:
        return state(path, os.stat(path))  # noqa: PTH116
    except OSError:
        return path


def _paths(packs: Iterable[Path]) -> Iterator[tuple[str, str]]:
    """The names of all files within the folder of their pack's, and their paths."""
    return ((f"{pack.name}/{name}", f"{pack}/{name}") for pack in packs for name in _names(pack))
