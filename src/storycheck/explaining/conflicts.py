"""From a minimal set of units to a finding: which statements it uses, how surely, and that it is minimal.

Every set is decided again in fresh solvers that hold its own rules only: it contradicts, and without any
one of its units it does not.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from storycheck.evidence.items import Confidence, Item
from storycheck.explaining.findings import Assumption
from storycheck.explaining.inquiry import STORY, Inquiry, Names, is_low
from storycheck.logic.assertions import Piece
from storycheck.logic.rules import Rule
from storycheck.solving.limits import Undecided
from storycheck.solving.problem import Problem, Test


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
        return tuple(unit for unit in self.units if not unit.startswith(STORY))

    @property
    def premises(self) -> Names:
        """The identifiers of the story's assumptions and setup facts."""
        return tuple(unit.removeprefix(STORY) for unit in self.units if unit.startswith(STORY))

    @property
    def statements(self) -> Names:
        return tuple(dict.fromkeys(p.statement for p in self.pieces if not p.unit.startswith(STORY)))

    @property
    def assumptions(self) -> tuple[Assumption, ...]:
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


def used(inquiry: Inquiry, units: Names, low: bool) -> Used:
    """The finding that a minimal set of units makes."""
    retrial = _Retrial(inquiry, units, low)
    try:
        minimal = retrial.irreducible()
        pieces = retrial.pieces()
    except Undecided:
        minimal, pieces = False, retrial.everything
    return Used(units, pieces, minimal)


class _Retrial:
    """The rules of some units against the claim again, in fresh solvers, with pieces as the units."""

    def __init__(self, inquiry: Inquiry, units: Names, low: bool) -> None:
        names = set(units)
        slices = [
            each._replace(rules=tuple(r for r in each.rules if r.unit in names and (low or not is_low(r))))
            for each in inquiry.slices
        ]
        self.everything = tuple(sorted({_piece(r) for each in slices for r in each.rules}, key=_weakest_last))
        bits = {piece: 1 << place for place, piece in enumerate(self.everything)}
        self._sides: list[list[Test]] = [
            Problem(each, [bits[_piece(rule)] for rule in each.rules], inquiry.ground.limits).tests()
            for each in slices
        ]

    def _contradicts(self, pieces: Sequence[Piece]) -> bool:
        chosen = set(pieces)
        mask = sum(1 << place for place, piece in enumerate(self.everything) if piece in chosen)
        return all(any(test.core(mask) is not None for test in side) for side in self._sides)

    def irreducible(self) -> bool:
        """Whether the units contradict, and no longer do when any one of them is given up."""
        units = {piece.unit for piece in self.everything}
        without = ([p for p in self.everything if p.unit != unit] for unit in sorted(units))
        return self._contradicts(self.everything) and not any(map(self._contradicts, without))

    def pieces(self) -> tuple[Piece, ...]:
        """The pieces needed: extensions only where nothing else does it, and none weaker than need be."""
        plain = [piece for piece in self.everything if not piece.extensions]
        left = list(plain if self._contradicts(plain) else self.everything)
        for piece in reversed(tuple(left)):
            rest = [other for other in left if other is not piece]
            if any(other.unit == piece.unit for other in rest) and self._contradicts(rest):
                left = rest
        return tuple(sorted(left, key=lambda piece: (piece.unit, piece.statement, bool(piece.extensions))))


def _piece(rule: Rule) -> Piece:
    assert rule.piece is not None, "soft rules have a piece"
    return rule.piece


def _weakest_last(piece: Piece) -> tuple[bool, int, str, str, str]:
    return (
        bool(piece.extensions),
        -piece.confidence,
        piece.unit,
        piece.statement,
        repr(piece.proposition),
    )
