"""From a minimal set of units to a finding: which statements it uses, how surely, and that it is minimal.

Every set is decided again in fresh solvers that hold its own rules only: it contradicts, and without any
one of its units it does not.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
        """The items."""
        return tuple(unit for unit in self.units if not unit.startswith(STORY))

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


class Retrial:
    """The rules of an inquiry against the claim again, in fresh solvers, with pieces as the units."""

    def __init__(self, inquiry: Inquiry, low: bool) -> None:
        """With ``low``, rules that can only contest count too."""
        slices = [
            each._replace(rules=tuple(rule for rule in each.rules if low or not is_low(rule)))
            for each in inquiry.slices
        ]
        pieces = {_piece(rule) for each in slices for rule in each.rules}
        self._pieces = tuple(sorted(pieces, key=_weakest_last))
        self._bits = {piece: 1 << place for place, piece in enumerate(self._pieces)}
        self._sides: list[list[Test]] = [
            Problem(each, [self._bits[_piece(rule)] for rule in each.rules], inquiry.ground.limits).tests()
            for each in slices
        ]

    def used(self, units: Names) -> Used:
        """The finding that a minimal set of units makes: checked again, with the pieces that it needs."""
        names = set(units)
        everything = [piece for piece in self._pieces if piece.unit in names]
        try:
            return Used(units, self._needed(everything), self._irreducible(units, everything))
        except Undecided:
            return Used(units, tuple(everything), False)

    def _core(self, pieces: Iterable[Piece]) -> list[Piece] | None:
        """Those of the pieces that contradict all branches; None if they do not."""
        mask = 0
        for piece in pieces:
            mask |= self._bits[piece]
        used = 0
        for side in self._sides:
            found = next(((t, core) for t in side if (core := t.core(mask)) is not None), None)
            if found is None:
                return None
            used |= found[0].mask_of(found[1])
        return [piece for piece in self._pieces if self._bits[piece] & used]

    def _irreducible(self, units: Names, everything: Sequence[Piece]) -> bool:
        """Whether the units contradict, and no longer do when any one of them is given up."""
        without = ([piece for piece in everything if piece.unit != unit] for unit in units)
        return self._core(everything) is not None and all(self._core(rest) is None for rest in without)

    def _needed(self, everything: Sequence[Piece]) -> tuple[Piece, ...]:
        """The pieces needed: extensions only where nothing else does it, and none weaker than need be."""
        left = next((core for some in _preferences(everything) if (core := self._core(some)) is not None), [])
        for piece in reversed(tuple(left)):
            rest = [other for other in left if other is not piece]
            if any(other.unit == piece.unit for other in rest) and self._core(rest) is not None:
                left = rest
        return tuple(sorted(left, key=lambda piece: (piece.unit, piece.statement, bool(piece.extensions))))


def _preferences(pieces: Sequence[Piece]) -> Iterator[Sequence[Piece]]:
    """Ever more of the pieces: without extensions first, and the surest of these first."""
    for some in ([piece for piece in pieces if not piece.extensions], pieces):
        for level in sorted({piece.confidence for piece in some}, reverse=True):
            yield [piece for piece in some if piece.confidence >= level]


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
