"""Minimal sets of units as findings: which statements they use, how surely, and who disputes these."""

from collections.abc import Mapping

from storycheck.evidence.items import Confidence, Item
from storycheck.explaining.findings import Assumption
from storycheck.explaining.inquiry import STORY, Names
from storycheck.logic.assertions import Piece
from storycheck.records import NamedTuple


def evidence_in(units: Names) -> Names:
    """The items among the units."""
    return tuple(unit for unit in units if not unit.startswith(STORY))


def number(piece: Piece) -> int:
    """Which of its item's statements it comes from: 10 comes after 2; 0 if they have no numbers."""
    told = piece.statement.rpartition(".")[2]
    return int(told) if told.isdecimal() else 0


def in_order(piece: Piece) -> tuple[str, int, str, bool]:
    """The order in which pieces are told, whatever the order of the evidence."""
    return piece.unit, number(piece), piece.statement, bool(piece.extensions)


class Used(NamedTuple):
    """A minimal set of units with the pieces that it uses."""

    units: Names
    pieces: tuple[Piece, ...]
    minimal: bool

    @property
    def confidence(self) -> Confidence:
        """That of the weakest piece of evidence; strong where only the story's own premises are used."""
        asserted = [piece.confidence for piece in self.pieces if not piece.unit.startswith(STORY)]
        return min(asserted, default=Confidence.STRONG)

    @property
    def evidence(self) -> Names:
        """The items."""
        return evidence_in(self.units)

    @property
    def premises(self) -> Names:
        """The identifiers of the story's assumptions and setup facts."""
        return tuple(unit.removeprefix(STORY) for unit in self.units if unit.startswith(STORY))

    @property
    def statements(self) -> Names:
        """The statements of the items that are used."""
        return tuple(dict.fromkeys(p.statement for p in self.pieces if not p.unit.startswith(STORY)))

    @property
    def assumptions(self) -> tuple[Assumption, ...]:
        """The extensions that are used."""
        extensions = sorted({extension for piece in self.pieces for extension in piece.extensions})
        return tuple(Assumption(*extension) for extension in extensions)

    def disputes(self, items: Mapping[str, Item]) -> Names:
        """Counter-evidence against the statements used."""
        used = set(self.statements)
        found = {
            dispute.by
            for unit in self.evidence
            for dispute in items[unit].disputes
            if not dispute.statements or used.intersection(dispute.statements)
        }
        return tuple(sorted(found))

    @property
    def order(self) -> tuple[int, int, Names]:
        """Strongest first, then fewest, then by name."""
        return -self.confidence, len(self.units), self.units
