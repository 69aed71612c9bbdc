"""The desk on which packs are put together: opened files, and the faults found so far."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic

from storycheck.diagnostics import Diagnostic, Severity
from storycheck.evidence.located import Key, Located
from storycheck.evidence.validate import File, validate
from storycheck.files import read_source
from storycheck.source import SourceText, Span


@dataclass(frozen=True)
class Opened(Generic[File]):
    """A file of a pack; ``file`` is None if nothing could be made of it. ``name`` is "pack/items/G1.yaml"."""

    name: str
    source: SourceText
    located: Located
    file: File | None


@dataclass
class Desk:
    """Faults in the order found, and the texts that they point into."""

    diagnostics: list[Diagnostic] = field(default_factory=list)
    sources: dict[str, SourceText] = field(default_factory=dict)

    def open(self, path: Path, pack: Path, model: type[File]) -> Opened[File]:
        """The file as its model, with its faults reported."""
        read = read_source(path)
        self.sources[read.source.name] = read.source
        self.diagnostics += read.diagnostics
        name = path.relative_to(pack.parent).as_posix()
        if not read.usable:
            return Opened(name, read.source, Located(None, {}), None)
        validated = validate(model, read.source)
        self.diagnostics += validated.diagnostics
        return Opened(name, read.source, validated.located, validated.file)

    def error(self, opened: Opened[File], key: Key, code: str, message: str, help_: str = "") -> None:
        """Report a fault of the value at a key."""
        self.error_at(opened, opened.located.place(key), code, message, help_)

    def error_at(self, opened: Opened[File], span: Span, code: str, message: str, help_: str = "") -> None:
        """Report a fault at a place of a file."""
        self.diagnostics.append(Diagnostic(code, Severity.ERROR, message, span, help_, opened.source.name))

    def sources_at_fault(self) -> dict[str, SourceText]:
        """The texts that diagnostics point into, by name."""
        return {diagnostic.path: self.sources[diagnostic.path] for diagnostic in self.diagnostics}


def line_of(opened: Opened[File], key: Key) -> str:
    """Where a value stands, for a reader: "core/items/G1.yaml:3"."""
    return f"{opened.name}:{opened.source.line_column(opened.located.place(key).start)[0]}"
