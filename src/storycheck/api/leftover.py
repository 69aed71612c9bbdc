"""Notes on evidence that is sound and could be leaner: what follows from the rest, what nothing uses."""

from collections.abc import Iterable, Iterator

from storycheck.api.checker import Checker
from storycheck.diagnostics import Diagnostic, Severity
from storycheck.english import quoted
from storycheck.evidence.islands import islands
from storycheck.evidence.items import Item, Status
from storycheck.evidence.loaded import Loaded
from storycheck.evidence.located import Key, parse
from storycheck.files import read_source
from storycheck.source import SourceText

Found = tuple[Diagnostic, SourceText]


def notes(checker: Checker, used: Iterable[str], loaded: Loaded) -> Iterator[Found]:
    """All notes, each with its file; ``used`` are the items that the examples' verdicts rest on."""
    items = loaded.evidence.items
    yield from _redundant(checker, loaded)
    known = frozenset(used)
    for item in items.values():
        if item.id not in known and item.status in (Status.ACCEPTED, Status.DISPUTED):
            message = f"no example's verdict rests on `{item.id}`"
            yield noted(item, ("examples",), "unused-item", message, loaded)
    for group in islands(items, loaded.language.vocabulary):
        verb = "shares" if len(group) == 1 else "share"
        message = f"{quoted(group)} {verb} no term with the rest of the evidence"
        yield noted(items[group[0]], ("statements",), "lone-items", message, loaded)


def _redundant(checker: Checker, loaded: Loaded) -> Iterator[Found]:
    from storycheck.checking.redundancy import redundant

    for found in redundant(checker.evidence.selected, loaded.language.vocabulary, checker.limits):
        item = loaded.evidence.items[found.item]
        key: Key = ("statements", int(found.statement.rpartition(".")[2]) - 1, "claim")
        if found.follows_from is None:
            message = f"whether `{found.statement}` follows from others was not decided within the limit"
        else:
            message = f"`{found.statement}` follows from {quoted(found.follows_from)}"
        yield noted(item, key, "redundant-statement", message, loaded)


def noted(
    item: Item,
    key: Key,
    code: str,
    message: str,
    loaded: Loaded,
    help_: str = "",
    severity: Severity = Severity.NOTE,
) -> Found:
    """A diagnostic at a place in an item's file, with the file."""
    source = read_source(loaded.file_of(item)).source
    span = parse(source.text).place(key)
    return Diagnostic(code, severity, message, span, help_, source.name), source
