"""Which files make up the evidence: pack folders, what they require, and a digest of it all.

A pack is a folder with a `pack.yaml`, files in `vocabulary/` and files in `items/`. Nothing here
parses YAML, so that a run whose compiled evidence is up to date never does.
"""

import hashlib
from collections.abc import Iterable
from pathlib import Path

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
    if (path / MANIFEST).is_file():
        return (path,)
    try:
        children = sorted(path.iterdir())
    except OSError:
        return ()
    return tuple(child for child in children if (child / MANIFEST).is_file())


def files_of(pack: Path) -> tuple[Path, ...]:
    """The files of a pack: its manifest, then its vocabulary, then its items, each by name."""
    found = [pack / MANIFEST]
    for part in PARTS:
        try:
            children = sorted((pack / part).iterdir())
        except OSError:
            continue
        found += (child for child in children if child.suffix in _SUFFIXES)
    return tuple(found)


def digest_of(packs: Iterable[Path]) -> str:
    """The SHA-256 of all names and contents, which is the same wherever the folders lie."""
    total = hashlib.sha256()
    named = ((file.relative_to(pack.parent).as_posix(), file) for pack in packs for file in files_of(pack))
    for name, file in sorted(named):
        try:
            content = file.read_bytes()
        except OSError:
            content = b""
        total.update(b"%d %d " % (len(name.encode()), len(content)) + name.encode() + content)
    return total.hexdigest()
