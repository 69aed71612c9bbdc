"""Views: the rules that are asserted against a claim, by the literals that they contain."""

from collections.abc import Iterable, KeysView
from typing import Protocol

from storycheck.logic.atoms import Clause, Literal
from storycheck.logic.constraints import Kind
from storycheck.logic.rules import Rule


class View(Protocol):
    """The rules that are asserted against a claim, mirror images included, by their literals."""

    def limiting(self, literal: Literal) -> Iterable[Rule]:
        """The rules with the literal in what they say of every case (at their rank)."""

    def showing(self, literal: Literal) -> Iterable[Rule]:
        """The rules with the literal in the case that they say there is."""

    def watching(self, atom: int) -> Iterable[Rule]:
        """The rules that can come in reach when the atom does: each is told of one atom of every clause.

        A clause is in reach only if all atoms that it negates are, so it is enough to watch one of them.
        """

    def unconditional(self) -> Iterable[Rule]:
        """The rules that limit every case whatever it has: with a clause that negates nothing."""

    def frequency(self, atom: int) -> int:
        """How many rules show the atom, roughly."""


class LocalView:
    """A view of a few rules."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        """Index the rules."""
        rules = tuple(rules)
        self.facts = tuple(rule for rule in rules if rule.kind is Kind.OWN)
        self._unconditional = tuple(r for r in rules if not all(map(negated, r.material)))
        self._limiting: dict[Literal, list[Rule]] = {}
        self._showing: dict[Literal, list[Rule]] = {}
        self._watching: dict[int, list[Rule]] = {}
        for rule in rules:
            for atom in dict.fromkeys(max(negated(clause), default=0) for clause in rule.material):
                self._watching.setdefault(atom, []).append(rule)
            for index, clauses in ((self._limiting, rule.material), (self._showing, rule.shows)):
                for literal in dict.fromkeys(lit for clause in clauses for lit in clause):
                    index.setdefault(literal, []).append(rule)

    def limiting(self, literal: Literal) -> Iterable[Rule]:
        """See `View`."""
        return self._limiting.get(literal, ())

    def showing(self, literal: Literal) -> Iterable[Rule]:
        """See `View`."""
        return self._showing.get(literal, ())

    def watching(self, atom: int) -> Iterable[Rule]:
        """See `View`."""
        return self._watching.get(atom, ())

    @property
    def watched(self) -> KeysView[int]:
        """The atoms that bring a rule in reach."""
        return self._watching.keys()

    def unconditional(self) -> Iterable[Rule]:
        """See `View`."""
        return self._unconditional

    def frequency(self, atom: int) -> int:
        """See `View`."""
        return len(self._showing.get(atom, ()))


def negated(clause: Clause) -> list[int]:
    """The atoms that a clause negates."""
    return [-literal for literal in clause if literal < 0]
