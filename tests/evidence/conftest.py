"""Small packs on disk, and a reader that understands "SUBJECT always|usually|sometimes OBJECT"."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from storycheck.diagnostics import Diagnostic, Severity
from storycheck.evidence.loaded import Loaded
from storycheck.evidence.packs import load
from storycheck.meaning.formula import Atom, Lit, conj, has
from storycheck.meaning.language import Language
from storycheck.meaning.proposition import Proposition, Reading, Strength
from storycheck.source import Span

PACK = "name: tiny\nsummary: a pack for tests\n"
VOCABULARY = """\
concepts:
  wug: {gloss: is a wug, noun: [wug]}
  dax: {gloss: is a dax, noun: [dax], kind_of: [wug]}
quantities:
  speed: {gloss: speed, noun: [speed], more: [faster]}
"""
ITEM = """\
id: T1
title: Wugs are daxes
aliases: [T-A]
effect: seems real
scaling: {direction: robust, confidence: medium-high}
papers: [{title: On wugs, venue: JWug, year: 1958}]
summary: Most wugs that were looked at turned out to be daxes.
statements:
  - claim: wug usually dax
  - claim: dax sometimes wug
    confidence: low
disputes: [{by: T2, scope: dax, statements: [2], summary: not so}]
examples: {refutes: [a, b], leaves: [c, d]}
"""
OTHER = """\
id: T2
title: Daxes are wugs
effect: unknown
summary: A rumour.
statements: [{claim: dax always wug}]
"""


@dataclass(frozen=True)
class Understood:
    """What the test reader gives."""

    readings: tuple[Reading, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


def read(sentence: str, language: Language) -> Understood:
    """Words that are no concept are errors at their place; "or" at the end makes two readings."""
    words = sentence.split()
    for word in (words[0], words[2]):
        if word not in language.vocabulary.concepts:
            at = sentence.index(word)
            span = Span(at, at + len(word))
            return Understood(
                (), (Diagnostic("unknown-term", Severity.ERROR, f"`{word}` is not known", span),)
            )
    scope = conj([has(words[2]), Lit(Atom("rises", "speed"), False)])
    reading = Reading((Proposition(Strength(words[1]), has(words[0]), scope),))
    return Understood((reading,) * (2 if words[-1] == "or" else 1))


Write = Callable[..., Path]


@pytest.fixture
def pack(tmp_path: Path) -> Write:
    """Writes a sound pack, with some files put in place of others or added."""

    def write(name: str = "tiny", **files: str) -> Path:
        folder = tmp_path / name
        contents = {"pack": PACK, "vocabulary__words": VOCABULARY, "items__T1": ITEM, "items__T2": OTHER}
        for key, text in (contents | files).items():
            path = folder / (key.replace("__", "/") + ".yaml")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return folder

    return write


def loaded(*folders: Path) -> Loaded:
    """The packs alone, read with the test reader."""
    return load(folders, default=False, reader=read)


def faults(result: Loaded) -> list[str]:
    """Each diagnostic as "file:line:column code"."""
    return [
        f"{result.where(diagnostic).rpartition('/')[2]} {diagnostic.code}"
        for diagnostic in result.diagnostics
    ]
