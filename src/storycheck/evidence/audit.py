"""Structural audits of loaded packs: what is allowed and yet hardly meant.

Whether the evidence is consistent, and whether the examples get the verdicts that they claim, needs the
solver and is checked elsewhere (`storycheck evidence check`).
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from storycheck.diagnostics import Diagnostic, Severity
from storycheck.evidence.folders import MANIFEST, PARTS, files_of
from storycheck.evidence.items import Item, Statement, Status
from storycheck.evidence.loaded import Loaded, Reader
from storycheck.evidence.located import BadYaml, Key, Located, parse
from storycheck.files import read_source
from storycheck.meaning.formula import terms
from storycheck.meaning.proposition import Proposition
from storycheck.meaning.vocabulary import Vocabulary
from storycheck.records import NamedTuple
from storycheck.source import SourceText

FEWEST_EXAMPLES = 2
_PARTS = " and ".join(f"`{part}/`" for part in PARTS)


class _File(NamedTuple):
    source: SourceText
    located: Located


def audit(loaded: Loaded, reader: Reader) -> Loaded:
    """The same packs, with what the audits found after their other diagnostics."""
    auditor = _Auditor(loaded, reader)
    found = tuple(auditor.found())
    sources = {one.path: auditor.opened(Path(one.path)).source for one in found}
    return loaded._replace(diagnostics=(*loaded.diagnostics, *found), sources={**loaded.sources, **sources})


class _Auditor:
    """The packs under audit, and their files as they are opened."""

    def __init__(self, loaded: Loaded, reader: Reader) -> None:
        self.loaded, self.reader = loaded, reader
        self.items = tuple(loaded.evidence.items.values())
        self.files: dict[Path, _File] = {}

    def found(self) -> Iterator[Diagnostic]:
        """What all audits find."""
        yield from self._stray_files()
        yield from self._few_examples()
        yield from self._same_statements()
        yield from self._superseded_in_circles()
        used = set(_names(p for item in self.items for s in item.statements for p in s.propositions))
        yield from self._examples(used)
        yield from self._unused_words(used)

    def opened(self, path: Path) -> _File:
        """A file with the places of its values."""
        if path not in self.files:
            source = read_source(path).source
            try:
                self.files[path] = _File(source, parse(source.text))
            except BadYaml:
                self.files[path] = _File(source, Located(None, {}))
        return self.files[path]

    def _at(self, path: Path, key: Key, code: str, severity: Severity, message: str) -> Diagnostic:
        return Diagnostic(code, severity, message, self.opened(path).located.place(key), path=str(path))

    def _in(self, item: Item, key: Key, code: str, severity: Severity, message: str) -> Diagnostic:
        """A diagnostic in an item's file."""
        return self._at(self.loaded.file_of(item), key, code, severity, message)

    def _stray_files(self) -> Iterator[Diagnostic]:
        """YAML in a pack that nothing reads."""
        for pack in self.loaded.packs:
            read = set(files_of(pack))
            for path in sorted((*pack.rglob("*.yaml"), *pack.rglob("*.yml"))):
                if path not in read:
                    message = f"nothing reads this file: only `{MANIFEST}`, and files right in {_PARTS}"
                    yield self._at(path, (), "stray-file", Severity.WARNING, message)

    def _few_examples(self) -> Iterator[Diagnostic]:
        """Items with few examples; one that is never asserted refutes nothing."""
        for item in self.items:
            asserted = item.status in (Status.ACCEPTED, Status.DISPUTED)
            for kind, claims in (("refutes", item.refutes), ("leaves", item.leaves)):
                if len(claims) < FEWEST_EXAMPLES and (asserted or kind == "leaves"):
                    message = f"`{item.id}` has fewer than {FEWEST_EXAMPLES} examples that it {kind}"
                    yield self._in(item, ("examples", kind), "few-examples", Severity.WARNING, message)

    def _same_statements(self) -> Iterator[Diagnostic]:
        """Statements that say what another one says."""
        first: dict[frozenset[Proposition], str] = {}
        for item in self.items:
            for statement in item.statements:
                before = first.setdefault(frozenset(statement.propositions), statement.id)
                if before != statement.id:
                    message = f"`{statement.id}` says what `{before}` says"
                    yield self._in(item, _key(statement), "same-statement", Severity.WARNING, message)

    def _superseded_in_circles(self) -> Iterator[Diagnostic]:
        """Each circle once, at the first of its statements."""
        newer = {s.id: s.superseded_by for item in self.items for s in item.statements if s.superseded_by}
        for item in self.items:
            for statement in item.statements:
                circle, at = [statement.id], newer.get(statement.id, "")
                while at and at not in circle:
                    circle.append(at)
                    at = newer.get(at, "")
                if at == statement.id == min(circle):
                    path = " → ".join(f"`{name}`" for name in (*circle, at))
                    message = f"statements supersede each other: {path}"
                    yield self._in(item, _key(statement), "superseded-circle", Severity.ERROR, message)

    def _examples(self, used: set[str]) -> Iterator[Diagnostic]:
        """Examples that cannot be read; the names in the others are added to those used."""
        for item in self.items:
            for kind, claims in (("refutes", item.refutes), ("leaves", item.leaves)):
                for number, claim in enumerate(claims):
                    understood = self.reader(claim, self.loaded.language)
                    used.update(_names(p for reading in understood.readings for p in reading.propositions))
                    if not understood.readings:
                        reason = "; ".join(one.message for one in understood.diagnostics) or "no reading"
                        message = f"`{claim}` cannot be read: {reason}"
                        key: Key = ("examples", kind, number)
                        yield self._in(item, key, "unread-example", Severity.ERROR, message)

    def _unused_words(self, used: set[str]) -> Iterator[Diagnostic]:
        """Concepts of packs with items that nothing speaks of; a pack of words alone is to be drawn on."""
        needed = used | set(_defining(self.loaded.language.vocabulary))
        for pack in self.loaded.packs:
            files = files_of(pack)
            if not any(path.parent.name == "items" for path in files):
                continue
            for path in (path for path in files if path.parent.name == "vocabulary"):
                for key in self.opened(path).located.places:
                    if len(key) == 2 and key[0] == "concepts" and key[1] not in needed:
                        message = f"no statement, example or definition uses `{key[1]}`"
                        yield self._at(path, key, "unused-concept", Severity.NOTE, message)


def _key(statement: Statement) -> Key:
    return ("statements", int(statement.id.rpartition(".")[2]) - 1)


def _names(propositions: Iterable[Proposition]) -> Iterator[str]:
    """The concepts and quantities that they speak of, also as the objects of what is done."""
    return (name for proposition in propositions for atom in proposition.atoms for _, name in terms(atom))


def _defining(vocabulary: Vocabulary) -> Iterator[str]:
    """The concepts that others are defined with."""
    for concept in vocabulary.concepts.values():
        yield from (*concept.kind_of, *concept.excludes, *concept.presupposes, concept.opposite)
        yield from (name.removeprefix("not ") for name in concept.means)
    for quantity in vocabulary.quantities.values():
        yield from (quantity.high, quantity.low)
    for family in vocabulary.families:
        yield from family.members
