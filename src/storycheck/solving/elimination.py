"""All minimal sets of labels under which clauses about one case contradict each other, by elimination.

Each clause has a label, the units that have to be asserted for it to hold. An atom is eliminated by
resolving every clause that has it with every clause that negates it; a resolvent holds under the labels of
both (Davis and Putnam 1960, with the labels of de Kleer's assumption-based truth maintenance, 1986). What is
left of the clauses in the end is the empty one: its labels are the contradictory sets, and of these the
minimal ones are all there are. Clauses and labels that others make superfluous are dropped on the way.

That takes no consistent set, of which there can be very many more than of the contradictory ones.
"""

from collections.abc import Iterable

from storycheck.logic.atoms import Clause
from storycheck.solving.masks import Mask, irreducible

Labelled = tuple[Clause, Mask]

MOST_PAIRS = 200_000
"""Pairs of labels joined at most: about a tenth of a second."""


def contradictory(clauses: Iterable[Labelled]) -> list[Mask] | None:
    """The minimal labels that contradict, smallest first; None if there is too much to do."""
    table = _Table()
    for clause, label in clauses:
        table.read(clause, label)
    try:
        table.settle()
        while table.clauses.keys() - {0}:
            table.eliminate()
    except _TooMuch:
        return None
    return table.clauses.get(0, [])


class _TooMuch(Exception):
    """More pairs than allowed."""


class _Table:
    """Clauses as bits, two for each atom (with it, without it), and the minimal labels of each."""

    def __init__(self) -> None:
        self.clauses: dict[int, list[Mask]] = {}
        self._places: dict[int, int] = {}
        self._positive = 0
        self._left = MOST_PAIRS

    def read(self, clause: Clause, label: Mask) -> None:
        """Adds a clause; one that is always true adds nothing."""
        bits = 0
        for literal in clause:
            place = self._places.setdefault(abs(literal), 2 * len(self._places))
            self._positive |= 1 << place
            bits |= 1 << (place + (literal < 0))
        if not bits & self._negated(bits):
            self.clauses[bits] = irreducible([*self.clauses.get(bits, ()), label])

    def settle(self) -> None:
        """Makes true what holds under no label at all: most clauses then say nothing, or less."""
        while units := [bits for bits, labels in self.clauses.items() if labels == [0] and _single(bits)]:
            true = _union(units)
            false = self._negated(true)
            before, self.clauses = self.clauses, {}
            for bits, labels in before.items():
                if not bits & true:
                    self._add(bits & ~false, labels)
            if true & false:
                self._add(0, [0])

    def eliminate(self) -> None:
        """Eliminates the atom that makes the fewest pairs."""
        place = self._cheapest()
        both = 3 << place
        having: list[tuple[int, list[Mask]]] = []
        lacking: list[tuple[int, list[Mask]]] = []
        for bits in [bits for bits in self.clauses if bits & both]:
            side = having if bits >> place & 1 else lacking
            side.append((bits & ~both, self.clauses.pop(bits)))
        for bits, labels in having:
            for others, more in lacking:
                resolvent = bits | others
                if not resolvent & self._negated(resolvent):
                    self._add(resolvent, self._joined(labels, more))

    def _negated(self, bits: int) -> int:
        """The same literals negated: neighbouring bits change places."""
        positive = bits & self._positive
        return positive << 1 | (bits ^ positive) >> 1

    def _cheapest(self) -> int:
        """The place of the atom with the fewest pairs of labels to join."""
        weights: dict[int, int] = {}
        for bits, labels in self.clauses.items():
            left = bits
            while left:
                bit = left & -left
                left ^= bit
                weights[bit] = weights.get(bit, 0) + len(labels)
        places = {(bit.bit_length() - 1) & ~1 for bit in weights}
        return min(places, key=lambda p: (weights.get(1 << p, 0) * weights.get(2 << p, 0), p))

    def _joined(self, labels: list[Mask], more: list[Mask]) -> list[Mask]:
        self._left -= len(labels) * len(more)
        if self._left < 0:
            raise _TooMuch
        return irreducible([label | other for label in labels for other in more])

    def _add(self, bits: int, labels: list[Mask]) -> None:
        """Adds what no clause says yet, and drops what others now say more than they have to."""
        for other, known in self.clauses.items():
            if other & bits == other:
                labels = [label for label in labels if not _contains(label, known)]
                if not labels:
                    return
        for other in [other for other in self.clauses if other & bits == bits and other != bits]:
            left = [label for label in self.clauses[other] if not _contains(label, labels)]
            if left:
                self.clauses[other] = left
            else:
                del self.clauses[other]
        self.clauses[bits] = irreducible([*self.clauses.get(bits, ()), *labels])


def _contains(label: Mask, others: list[Mask]) -> bool:
    return any(other & label == other for other in others)


def _single(bits: int) -> bool:
    return bits != 0 and bits & (bits - 1) == 0


def _union(masks: list[int]) -> int:
    union = 0
    for mask in masks:
        union |= mask
    return union
