"""References between items, and from profiles to items: reported where they lead nowhere."""

from collections.abc import Collection, Iterable

from storycheck.evidence.desk import Desk, Opened
from storycheck.evidence.itemfiles import ItemFiles
from storycheck.evidence.items import Profile
from storycheck.evidence.located import Key
from storycheck.evidence.schema import CONFIDENCES, ItemFile, PackFile, ProfileEntry
from storycheck.evidence.validate import File
from storycheck.meaning.vocabulary import Vocabulary
from storycheck.nearest import nearest

DEFAULT = Profile("default", "all accepted items of medium confidence or more")


def check_references(desk: Desk, files: ItemFiles, vocabulary: Vocabulary) -> None:
    """Report disputes by no item, in no known scope, or of no statement, and supersedings by or of none.

    So for setups that no concept of an architecture or domain names.
    """
    concepts = vocabulary.concepts.values()
    narrowing = [each.id for each in concepts if each.dimension in ("architecture", "domain")]
    statements = [f"{name}.{n + 1}" for name, (_, file) in files.items() for n in range(len(file.statements))]
    for opened, file in files.values():
        for key, name in _disputes(file):
            if key[-1] == "scope":
                _known(desk, opened, key, name, vocabulary.concepts, "concept")
            else:
                _known(desk, opened, key, name, files, "item")
        for place, name in enumerate(file.speaks_of):
            _known(desk, opened, ("speaks_of", place), name, narrowing, "architecture or domain")
        for key, name in _numbers(file):
            _known(desk, opened, key, name, statements, "statement")
        for key, name in _supersedings(file):
            known = statements if key[-1] == "superseded_by" else [*statements, *files]
            _known(desk, opened, key, name, known, "statement")


def _disputes(file: ItemFile) -> Iterable[tuple[Key, str]]:
    for number, dispute in enumerate(file.disputes):
        yield ("disputes", number, "by"), dispute.by
        if dispute.scope:
            yield ("disputes", number, "scope"), dispute.scope


def _numbers(file: ItemFile) -> Iterable[tuple[Key, str]]:
    for number, dispute in enumerate(file.disputes):
        for place, statement in enumerate(dispute.statements):
            yield ("disputes", number, "statements", place), f"{file.id}.{statement}"


def _supersedings(file: ItemFile) -> Iterable[tuple[Key, str]]:
    for number, statement in enumerate(file.statements):
        if statement.superseded_by:
            yield ("statements", number, "superseded_by"), statement.superseded_by
        for place, name in enumerate(statement.supersedes):
            yield ("statements", number, "supersedes", place), name


def profiles_of(desk: Desk, packs: Iterable[Opened[PackFile]], files: ItemFiles) -> dict[str, Profile]:
    """The profiles of all packs by identifier, with the one that holds if none is named."""
    names = [*files, *(alias for _, file in files.values() for alias in file.aliases)]
    owners: dict[str, str] = {}
    profiles = {DEFAULT.id: DEFAULT}
    for opened in packs:
        for number, entry in enumerate(opened.file.profiles if opened.file else ()):
            key: Key = ("profiles", number)
            if entry.id in owners:
                message = f"profile `{entry.id}` is in `{owners[entry.id]}` already"
                desk.error(opened, (*key, "id"), "duplicate-id", message)
                continue
            owners[entry.id] = opened.name
            _check_profile(desk, opened, key, entry, names)
            profiles[entry.id] = Profile(
                entry.id, entry.summary, CONFIDENCES[entry.accept], tuple(entry.without), tuple(entry.include)
            )
    return dict(sorted(profiles.items()))


def _check_profile(
    desk: Desk, opened: Opened[PackFile], key: Key, entry: ProfileEntry, names: list[str]
) -> None:
    for field, listed in (("without", entry.without), ("include", entry.include)):
        for place, name in enumerate(listed):
            _known(desk, opened, (*key, field, place), name, names, "item")


def _known(desk: Desk, opened: Opened[File], key: Key, name: str, known: Collection[str], what: str) -> None:
    if name not in known:
        code = "unknown-id" if what in ("item", "statement") else "unknown-concept"
        desk.error(opened, key, code, f"no {what} `{name}` is known", nearest(name, known))
