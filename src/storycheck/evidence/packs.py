"""Loading evidence packs.

A compiled copy of what was loaded is kept between runs (`storycheck.evidence.cache`), so that YAML and
pydantic are imported only when a pack is new or was edited.
"""

import os
from collections.abc import Iterable
from pathlib import Path

from storycheck.diagnostics import Diagnostic, Severity
from storycheck.evidence.folders import default_root, packs_in
from storycheck.evidence.loaded import Loaded, Reader
from storycheck.source import Span

__all__ = ["Loaded", "Reader", "load"]


def load(
    paths: Iterable[Path | str] = (),
    *,
    default: bool = True,
    reader: Reader | None = None,
    cached: bool = True,
) -> Loaded:
    """The packs at some paths, what they require, and the packs that come with storycheck.

    A path is a pack's folder or a folder of packs. Never raises for what is on disk: faults are
    diagnostics, and the sound rest is loaded. A ``reader`` other than our own is never cached.
    """
    roots, faults = _roots(paths, default)
    if reader is not None or not cached:
        return _built(roots, reader, faults)
    from storycheck.evidence import cache  # noqa: PLC0415

    stored = cache.fetch(roots)
    if stored is None:
        stored = _built(roots, None, ())
        cache.store(roots, stored)
    return _with(stored, faults)


def _roots(paths: Iterable[Path | str], default: bool) -> tuple[tuple[Path, ...], tuple[Diagnostic, ...]]:
    """The pack folders asked for, each once, and what was no pack."""
    found: dict[Path, None] = dict.fromkeys(packs_in(default_root()) if default else ())
    faults: list[Diagnostic] = []
    for path in paths:
        packs = packs_in(Path(path))
        if not packs:
            faults.append(_no_pack(Path(path)))
        found.update(dict.fromkeys(pack.resolve() for pack in packs))
    return tuple(found), tuple(faults)


def _no_pack(path: Path) -> Diagnostic:
    is_folder = os.path.isdir(path)  # noqa: PTH112 (pathlib raises for a name that is too long)
    message = f"no evidence pack at `{path}`: there is no `pack.yaml`" if is_folder else f"no folder `{path}`"
    help_ = "a pack is a folder with a `pack.yaml`; see docs/evidence-format.md"
    return Diagnostic("no-pack", Severity.ERROR, message, Span(0, 0), help_, str(path))


def _built(roots: tuple[Path, ...], reader: Reader | None, faults: tuple[Diagnostic, ...]) -> Loaded:
    from storycheck.evidence.build import build  # noqa: PLC0415

    if reader is None:
        from storycheck.meaning.reading import read  # noqa: PLC0415

        reader = read
    return _with(build(roots, reader), faults)


def _with(loaded: Loaded, faults: tuple[Diagnostic, ...]) -> Loaded:
    return loaded._replace(diagnostics=(*faults, *loaded.diagnostics))
