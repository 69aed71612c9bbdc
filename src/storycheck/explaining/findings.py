"""What an explanation consists of, as frozen data. Surfaces word it; nothing here prints."""

from collections.abc import Mapping
from dataclasses import dataclass

from storycheck.evidence.items import Confidence, Paper
from storycheck.meaning.formula import Atom

Case = Mapping[Atom, bool]


@dataclass(frozen=True, slots=True)
class Assumption:
    """That a finding carries over to a narrower setup: "G2 carries over to large models", and how surely."""

    evidence: str
    dimension: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class MinimalSet:
    """A minimal set of evidence items and claims (and assumptions of the story) that decides something.

    ``evidence`` and ``claims`` are sorted identifiers; ``statements`` those that it uses; ``disputes``
    identifiers of counter-evidence.
    """

    evidence: tuple[str, ...]
    claims: tuple[str, ...]
    statements: tuple[str, ...]
    confidence: Confidence
    minimal: bool = True
    assumptions: tuple[Assumption, ...] = ()
    disputes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict(MinimalSet):
    """A minimal set of evidence items with which claims (and assumptions of the story) cannot stand.

    ``witness`` is a case that the evidence allows or forces and the claim forbids (or None where none is a
    single case).
    """

    witness: Case | None = None


@dataclass(frozen=True, slots=True)
class Support(MinimalSet):
    """A minimal set of evidence items (and assumptions of the story) from which a claim follows."""


@dataclass(frozen=True, slots=True)
class RestsOn:
    """The fewest items, and the fewest papers, whose withdrawal would change a verdict.

    ``papers`` is empty where no withdrawal of papers would.
    """

    items: tuple[str, ...]
    papers: tuple[Paper, ...]
