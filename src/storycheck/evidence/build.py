"""Building evidence from pack folders: files to models, models to vocabulary, sentences to propositions."""

from collections.abc import Iterable
from pathlib import Path

from storycheck.evidence.desk import Desk, Opened
from storycheck.evidence.folders import MANIFEST, default_root, digest_of, files_of, packs_in
from storycheck.evidence.itemfiles import by_identifier, items_of
from storycheck.evidence.items import EvidenceSet
from storycheck.evidence.loaded import Loaded, Reader
from storycheck.evidence.references import check_references, profiles_of
from storycheck.evidence.schema import ItemFile, PackFile, VocabularyFile
from storycheck.evidence.validate import File
from storycheck.evidence.vocabularies import language_of


def build(roots: Iterable[Path], reader: Reader) -> Loaded:
    """The packs in these folders and all that they require; faults are diagnostics of what is returned."""
    desk = Desk()
    packs = _with_required(desk, roots)
    language = language_of(desk, _files(desk, packs, "vocabulary", VocabularyFile))
    files = by_identifier(desk, _files(desk, packs, "items", ItemFile))
    check_references(desk, files, language.vocabulary)
    items = items_of(desk, files, language, reader)
    profiles = profiles_of(desk, packs.values(), files)
    evidence = EvidenceSet(items, profiles, digest=digest_of(packs))
    return Loaded(language, evidence, tuple(desk.diagnostics), desk.sources_at_fault(), tuple(packs))


def _with_required(desk: Desk, roots: Iterable[Path]) -> dict[Path, Opened[PackFile]]:
    """The manifests of the packs and of all that they require, by folder, in a fixed order."""
    packs: dict[Path, Opened[PackFile]] = {}
    named: dict[str, Path] = {}
    waiting = list(roots)
    for folder in waiting:  # grows as requirements are found
        if folder in packs:
            continue
        opened = packs[folder] = desk.open(folder / MANIFEST, folder, PackFile)
        if opened.file is None:
            continue
        if named.setdefault(opened.file.name, folder) != folder:
            message = f"pack `{opened.file.name}` is in `{named[opened.file.name]}` already"
            desk.error(opened, ("name",), "duplicate-id", message)
        waiting += _required(desk, opened, opened.file, folder)
    return packs


def _required(desk: Desk, opened: Opened[PackFile], file: PackFile, folder: Path) -> list[Path]:
    """The folders of what a pack requires: beside it, or among the packs that come with storycheck."""
    homes = (folder.parent, default_root())
    found: list[Path] = []
    for number, name in enumerate(file.requires):
        candidates = [home / name for home in homes if packs_in(home / name) == (home / name,)]
        if candidates:
            found.append(candidates[0])
        else:
            message = f"pack `{name}` is required and not there"
            help_ = "put it beside this pack, in a folder of that name"
            desk.error(opened, ("requires", number), "unknown-pack", message, help_)
    return found


def _files(desk: Desk, packs: Iterable[Path], part: str, model: type[File]) -> list[Opened[File]]:
    return [
        desk.open(path, pack, model) for pack in packs for path in files_of(pack) if path.parent.name == part
    ]
