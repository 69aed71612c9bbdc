"""Adding an item to a pack: its sentence is read first, so that what is written can be loaded."""

from collections.abc import Iterable
from pathlib import Path

from storycheck.api.evidence import Evidence
from storycheck.evidence.folders import MANIFEST, packs_in
from storycheck.evidence.packs import load
from storycheck.evidence.skeleton import BadSkeleton, paper, skeleton, write_new

__all__ = ["BadSkeleton", "new_item"]


def new_item(
    pack: Path, identifier: str, claim: str, citations: Iterable[str], title: str = "", effect: str = ""
) -> Path:
    """Writes the skeleton of an item into a pack, and gives its path.

    `BadSkeleton` where that would not load, or overwrite something: the file is only there if it loads.
    """
    if not packs_in(pack) == (pack,):
        raise BadSkeleton(f"`{pack}` is no pack: there is no `{MANIFEST}` in it")
    text = skeleton(identifier, claim, [paper(one) for one in citations], title, effect)
    evidence = Evidence.default().add(pack)
    if fault := evidence.loaded.fault:
        raise BadSkeleton(f"the pack has errors; `storycheck evidence check` tells them: {fault.message}")
    taken = {name: item for item in evidence.items.values() for name in (item.id, *item.aliases)}
    if identifier in taken:
        raise BadSkeleton(f"`{identifier}` is taken by `{taken[identifier].path}`")
    path = pack / "items" / f"{identifier}.yaml"
    try:
        write_new(path, text)
    except FileExistsError as error:
        raise BadSkeleton(f"`{path}` is there already") from error
    except OSError as error:
        raise BadSkeleton(f"cannot write `{path}`: {(error.strerror or str(error)).lower()}") from error
    _loads(pack, path)
    return path


def _loads(pack: Path, path: Path) -> None:
    """Takes the file back if it does not load, and says why."""
    if fault := load([pack], cached=False).fault:
        path.unlink()
        raise BadSkeleton(f"nothing is written, since it would not load: {fault.message}")
