"""From a minimal set of units to a finding: which statements it uses, how surely, and that it is minimal.

Every set is decided again in fresh solvers that hold its own rules only: it contradicts, and without any
one of its units it does not. That it contradicts is Z3's word there, however evident it is.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from storycheck.evidence.items import Confidence, Item
from storycheck.explaining.findings import Assumption
from storycheck.explaining.inquiry import STORY, Inquiry, Names, is_low
from storycheck.logic.assertions import Piece
from storycheck.logic.rules import Rule
from storycheck.solving.limits import Undecided
from storycheck.solving.masks import Mask, bits
from storycheck.solving.problem import Problem, Test
from storycheck.solving.trials import common_core, trials


def evidence_in(units: Names) -> Names:
    """The items among the units."""
    return tuple(unit for unit in units if not unit.startswith(STORY))


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


class Retrial:
    """The rules of an inquiry against the claim again, in fresh solvers, with pieces as the units."""

    def __init__(self, inquiry: Inquiry, low: bool) -> None:
        """With ``low``, rules that can only contest count too."""
        slices = [
            each._replace(rules=tuple(rule for rule in each.rules if low or not is_low(rule)))
            for each in inquiry.slices
        ]
        pieces = {_piece(rule): None for each in slices for rule in each.rules}
        self._pieces = tuple(sorted(pieces, key=_weakest_last))
        marks = {piece: 1 << place for place, piece in enumerate(self._pieces)}
        self._units: dict[str, Mask] = {}
        for piece, bit in marks.items():
            self._units[piece.unit] = self._units.get(piece.unit, 0) | bit
        self._preferred = tuple(_union(marks[piece] for piece in some) for some in _preferences(self._pieces))
        limits = inquiry.ground.limits
        self._sides: list[list[Test]] = [
            trials(Problem(part, [marks[_piece(rule)] for rule in part.rules], limits, solved=True))
            for part in slices
        ]
        self._passed: dict[Test, list[Mask]] = {test: [] for side in self._sides for test in side}
        self._known: dict[Test, dict[str, list[Mask]]] = {test: {} for test in self._passed}

    def used(self, sets: Iterable[Names]) -> list[Used]:
        """The findings that minimal sets of units make: checked again, with the pieces that they need."""
        masks = {units: _union(self._units.get(unit, 0) for unit in units) for units in sets}
        for units, mask in masks.items():
            for test, known in self._known.items():
                if test.concerns(mask):
                    for unit in units:
                        known.setdefault(unit, []).append(mask)
        return [self._used(units, mask) for units, mask in masks.items()]

    def _used(self, units: Names, everything: Mask) -> Used:
        try:
            needed = self._needed(everything)
            rest = (everything & ~self._units.get(unit, 0) for unit in units)
            minimal = needed is not None and all(map(self._stands, rest))
        except Undecided:
            needed, minimal = everything, False
        pieces = (piece for place, piece in enumerate(self._pieces) if (needed or 0) >> place & 1)
        return Used(units, tuple(sorted(pieces, key=_in_order)), minimal)

    def _needed(self, everything: Mask) -> Mask | None:
        """The pieces needed: extensions only where nothing else does it, and none weaker than need be."""
        tried = dict.fromkeys((*(everything & some for some in self._preferred), everything))
        cores = ((some, common_core(self._sides, some)) for some in tried)
        left, core = next((each for each in cores if each[1] is not None), (0, None))
        if core is None:
            return None
        for piece in reversed([*bits(left)]):  # whichever core is found, the same pieces go
            unit = self._units[self._pieces[piece.bit_length() - 1].unit]
            if left & unit & ~piece:
                found = common_core(self._sides, left & ~piece) if core & piece else core
                left, core = (left, core) if found is None else (left & ~piece, found)
        return left

    def _stands(self, mask: Mask) -> bool:
        """Whether some branch can hold beside the pieces."""
        return any(
            all(self._passes(test, mask) for test in side if test.concerns(mask)) for side in self._sides
        )

    def _passes(self, test: Test, mask: Mask) -> bool:
        """Whether a test is passed: what passes with more passes, so that one answer serves many sets."""
        passed = self._passed[test]
        if any(mask & ~each == 0 for each in passed):
            return True
        grown = self._grown(test, mask)
        if test.core(grown) is not None:
            grown = mask
            if test.core(mask) is not None:
                return False
        passed.append(grown)
        return True

    def _grown(self, test: Test, mask: Mask) -> Mask:
        """The mask with as many more units as do not complete a known set, out of what these have."""
        for unit, sets in self._known[test].items():
            more = mask | self._units.get(unit, 0)
            if all(each & ~more for each in sets):
                mask = more
        return mask


def _union(masks: Iterable[Mask]) -> Mask:
    union = 0
    for mask in masks:
        union |= mask
    return union


def _preferences(pieces: Sequence[Piece]) -> Iterator[Sequence[Piece]]:
    """Ever more of the pieces: without extensions first, and the surest of these first."""
    for some in ([piece for piece in pieces if not piece.extensions], pieces):
        for level in sorted({piece.confidence for piece in some}, reverse=True):
            yield [piece for piece in some if piece.confidence >= level]


def _in_order(piece: Piece) -> tuple[str, int, str, bool]:
    return piece.unit, _number(piece), piece.statement, bool(piece.extensions)


def _number(piece: Piece) -> int:
    """Which of its item's statements it comes from: 10 comes after 2; 0 if they have no numbers."""
    number = piece.statement.rpartition(".")[2]
    return int(number) if number.isdecimal() else 0


def _piece(rule: Rule) -> Piece:
    assert rule.piece is not None, "soft rules have a piece"
    return rule.piece


def _weakest_last(piece: Piece) -> tuple[bool, int, str, int, str, str]:
    return (
        bool(piece.extensions),
        -piece.confidence,
        piece.unit,
        _number(piece),
        piece.statement,
        repr(piece.proposition),
    )
