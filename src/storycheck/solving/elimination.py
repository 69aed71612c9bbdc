"""All minimal sets of labels under which clauses about one case contradict each other, by elimination.

Each clause has a label, the units that have to be asserted for it to hold. An atom is eliminated by
resolving every clause that has it with every clause that negates it; a resolvent holds under the labels of
both (Davis and Putnam 1960, with the labels of de Kleer's assumption-based truth maintenance, 1986). What is
left of the clauses in the end is the empty one: its labels are the contradictory sets, and of these the
minimal ones are all there are. Clauses and labels that others make superfluous are dropped on the way.

That takes no consistent set, of which there can be very many more than of the contradictory ones.
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from storycheck.logic.atoms import Clause
from storycheck.solving.masks import Mask, Steps, TooMuch, irreducible

Labelled = tuple[Clause, Mask]

MOST_STEPS = 3_000_000
"""Comparisons of labels, at most, for all questions that share clauses: about a tenth of a second."""
_JOINING, _READING = 16, 16
"""How many comparisons it takes to join two labels, and to look at a clause."""


class Elimination:
    """Clauses to which others are added for each question. They are bits, two for each atom."""

    def __init__(self, clauses: Iterable[Labelled], patience: int = 1) -> None:
        """``clauses`` are those of all questions, ``patience`` how many times as long they may take."""
        self._places: dict[int, int] = {}
        self._steps = Steps(MOST_STEPS * patience)
        self._clauses: dict[int, list[Mask]] = {}
        self._read(clauses, self._clauses)

    def contradictory(self, clauses: Iterable[Labelled], within: Mask = -1) -> list[Mask] | None:
        """The minimal labels that contradict beside further clauses, smallest first; None if too many.

        Of the clauses of all questions those count whose labels are ``within`` a mask.
        """
        found: dict[int, list[Mask]] = {}
        for bits, labels in self._clauses.items():
            if some := [label for label in labels if not label & ~within]:
                found[bits] = some
        self._read(clauses, found)
        positive = sum(1 << place for place in self._places.values())
        try:
            return _Table(found, positive, self._steps).contradictory()
        except TooMuch:
            return None

    def _read(self, clauses: Iterable[Labelled], into: dict[int, list[Mask]]) -> None:
        """Reads clauses; one that is always true says nothing."""
        for clause, label in clauses:
            literals = set(clause)
            if not any(-literal in literals for literal in literals):
                places = ((self._places.setdefault(abs(lit), 2 * len(self._places)), lit) for lit in literals)
                bits = sum(1 << (place + (literal < 0)) for place, literal in places)
                into[bits] = irreducible([*into.get(bits, ()), label])


class _Table:
    """Clauses and the minimal labels of each; ``positive`` are the bits of atoms that are not negated."""

    def __init__(self, clauses: dict[int, list[Mask]], positive: int, steps: Steps) -> None:
        self._clauses, self._positive, self._steps = clauses, positive, steps
        self._found = _Shelves(clauses.pop(0, []))

    def contradictory(self) -> list[Mask]:
        """The minimal labels of the empty clause, when all atoms are eliminated."""
        self._settle()
        while self._clauses:
            for place in self._cheapest():
                self._eliminate(place)
        return irreducible(self._found, self._steps)

    def _settle(self) -> None:
        """Makes true what holds under no label at all: most clauses then say nothing, or less."""
        while units := [bits for bits, labels in self._clauses.items() if labels == [0] and _single(bits)]:
            true = sum(units)
            false = self._negated(true)
            before, self._clauses = self._clauses, {}
            self._steps.take(_READING * len(before))
            for bits, labels in before.items():
                if not bits & true:
                    self._add(bits & ~false, labels)
            if true & false:
                self._found.add(0)

    def _negated(self, bits: int) -> int:
        """The same literals negated: neighbouring bits change places."""
        positive = bits & self._positive
        return positive << 1 | (bits ^ positive) >> 1

    def _cheapest(self) -> list[int]:
        """The places of the atoms that make the fewest pairs of labels to join."""
        weights: dict[int, int] = {}
        self._steps.take(_READING * len(self._clauses))
        for bits, labels in self._clauses.items():
            left = bits
            while left:
                bit = left & -left
                left ^= bit
                weights[bit] = weights.get(bit, 0) + len(labels)
        places = {(bit.bit_length() - 1) & ~1 for bit in weights}
        costs = {place: weights.get(1 << place, 0) * weights.get(2 << place, 0) for place in places}
        least = min(costs.values())
        return sorted(place for place, cost in costs.items() if cost == least)

    def _eliminate(self, place: int) -> None:
        """Eliminates an atom."""
        both = 3 << place
        having: list[tuple[int, list[Mask]]] = []
        lacking: list[tuple[int, list[Mask]]] = []
        for bits in [bits for bits in self._clauses if bits & both]:
            side = having if bits >> place & 1 else lacking
            side.append((bits & ~both, self._clauses.pop(bits)))
        for bits, labels in having:
            for others, more in lacking:
                resolvent = bits | others
                if not resolvent & self._negated(resolvent):
                    self._steps.take(_JOINING * len(labels) * len(more))
                    joined = (label | other for label in labels for other in more)
                    self._add(resolvent, irreducible(joined, self._steps))

    def _add(self, bits: int, labels: list[Mask]) -> None:
        """Adds what no clause says yet, and drops what others now say more than they have to."""
        self._steps.take(_JOINING * len(labels))
        labels = [label for label in labels if not self._found.within(label)]
        if not bits:
            for label in labels:
                self._found.add(label)
            return
        for other, known in self._clauses.items():
            if other & bits == other:
                labels = self._without(labels, known)
        if not labels:
            return
        for other in [other for other in self._clauses if other & bits == bits]:
            self._clauses[other] = self._without(self._clauses[other], labels)
            if not self._clauses[other]:
                del self._clauses[other]
        self._clauses[bits] = self._clauses.get(bits, []) + labels

    def _without(self, labels: list[Mask], known: list[Mask]) -> list[Mask]:
        """The labels that contain none of those known."""
        self._steps.take(len(labels) * len(known))
        for each in known:
            labels = [label for label in labels if each & label != each]
        return labels


class _Shelves:
    """Labels by their lowest bits."""

    def __init__(self, labels: Iterable[Mask]) -> None:
        self._shelves: dict[Mask, list[Mask]] = {}
        for label in labels:
            self.add(label)

    def __iter__(self) -> Iterator[Mask]:
        """All of them."""
        return chain.from_iterable(self._shelves.values())

    def add(self, label: Mask) -> None:
        """Adds one."""
        self._shelves.setdefault(label & -label, []).append(label)

    def within(self, label: Mask) -> bool:
        """Whether the label contains one of them."""
        left = label
        while left:
            bit = left & -left
            left ^= bit
            for each in self._shelves.get(bit, ()):
                if each & label == each:
                    return True
        return 0 in self._shelves


def _single(bits: int) -> bool:
    return bits != 0 and bits & (bits - 1) == 0
