"""Compiled evidence, kept between runs: one file for each set of packs.

It is true as long as the pack files are what they were: the same files, unchanged, or at least with the
same contents.
"""

from collections.abc import Iterable
from pathlib import Path

from storycheck.cache import code, framed, named, recall, remember, unframed
from storycheck.evidence.compiled import dumped, restored
from storycheck.evidence.folders import digest_of, states_of
from storycheck.evidence.loaded import Loaded

_READERS = ("syntax", "meaning", "evidence")


def fetch(roots: tuple[Path, ...]) -> Loaded | None:
    """What was stored for these packs, if it is still true."""
    stamp = _stamp(roots)
    kept = recall(_name(roots), stamp)
    if not kept:
        return None
    states, payload = unframed(kept)
    loaded = restored(payload)
    now = states_of(loaded.packs)
    if states == now:
        return loaded
    if digest_of(loaded.packs) != loaded.evidence.digest:
        return None
    remember(_name(roots), stamp, framed(now, payload))
    return loaded


def store(roots: tuple[Path, ...], loaded: Loaded) -> None:
    """Keep sound packs for the next run, unless they were edited meanwhile or there is no place."""
    states = states_of(loaded.packs)
    if loaded.diagnostics or digest_of(loaded.packs) != loaded.evidence.digest:
        return
    remember(_name(roots), _stamp(roots), framed(states, dumped(loaded)))


def _name(roots: Iterable[Path]) -> str:
    return named("evidence", "\0".join(map(str, roots)))


def _stamp(roots: Iterable[Path]) -> bytes:
    return "\n".join(map(str, roots)).encode(errors="surrogateescape") + b"\n" + code(_READERS)
