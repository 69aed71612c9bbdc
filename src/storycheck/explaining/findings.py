"""What an explanation consists of, as frozen data. Surfaces word it; nothing here prints."""

from collections.abc import Mapping

from storycheck.evidence.items import Confidence, Paper
from storycheck.logic.named import Definition
from storycheck.meaning.formula import Atom
from storycheck.records import NamedTuple

Case = Mapping[Atom, bool]


class Assumption(NamedTuple):
    """That a finding carries over to a narrower setup: "G2 carries over to large models", and how surely."""

    evidence: str
    dimension: str
    confidence: Confidence


class Support(NamedTuple):
    """A minimal set of evidence items (and assumptions of the story) from which a claim follows.

    ``evidence`` and ``claims`` are sorted identifiers; ``statements`` and ``definitions`` those that it uses
    (None: definitions were not looked for, or not found out); ``disputes`` identifiers of counter-evidence.
    """

    evidence: tuple[str, ...]
    claims: tuple[str, ...]
    statements: tuple[str, ...]
    confidence: Confidence
    minimal: bool = True
    assumptions: tuple[Assumption, ...] = ()
    disputes: tuple[str, ...] = ()
    definitions: tuple[Definition, ...] | None = None


class Conflict(NamedTuple):
    """A minimal set of evidence items with which claims (and assumptions of the story) cannot stand.

    As a `Support`; and ``witness`` is a case that the evidence allows or forces and the claim forbids (or
    None where none is a single case).
    """

    evidence: tuple[str, ...]
    claims: tuple[str, ...]
    statements: tuple[str, ...]
    confidence: Confidence
    minimal: bool = True
    assumptions: tuple[Assumption, ...] = ()
    disputes: tuple[str, ...] = ()
    definitions: tuple[Definition, ...] | None = None
    witness: Case | None = None


MinimalSet = Conflict | Support
"""What decides something."""


class RestsOn(NamedTuple):
    """The fewest items, and the fewest papers, whose withdrawal would change a verdict.

    ``papers`` is empty where no withdrawal of papers would; unless ``complete``, fewer of them might do.
    """

    items: tuple[str, ...]
    papers: tuple[Paper, ...]
    complete: bool = True
