"""Presumption: what the most normal cases of a setup are like, by rational closure.

System Z (Pearl 1990) ranks the rules by tolerance, all that are tolerated at each step, and a case by the
rules it breaks. A property is presumed of a setup if the most normal cases of the setup have it. It is
what a rule makes of a narrower setup that nothing sets apart; it never refutes and never entails.
"""

from typing import NamedTuple

from storycheck.explaining.conflicts import Used
from storycheck.explaining.enumerate import minimal_sets
from storycheck.explaining.inquiry import Ground, is_low
from storycheck.logic.assertions import Piece
from storycheck.logic.constraints import Constraint, Kind
from storycheck.logic.rules import Rule, rule
from storycheck.meaning.formula import FALSE, Formula, conj, neg
from storycheck.solving.models import layers
from storycheck.solving.problem import Problem


class Presumption(NamedTuple):
    """``expected``: whether the scope is what is normal in the setup (else its contrary is).

    ``carriers`` are the minimal sets of units whose rules carry it, with what they use: all if ``complete``.
    """

    expected: bool
    carriers: tuple[Used, ...]
    complete: bool = True


def presumed(setup: Formula, scope: Formula, ground: Ground, limit: int) -> Presumption | None:
    """What the accepted evidence presumes of the scope in the setup, if anything. May raise `Undecided`."""
    closure = _Closure(setup, scope, ground)
    for layer in closure.layers():
        with_scope, without = (closure.blocks(index, layer) for index in (0, 1))
        if not with_scope and not without:
            return None
        if not (with_scope and without):
            carriers, complete = closure.carriers(0 if with_scope else 1, layer, limit)
            return Presumption(not with_scope, carriers, complete)
    return None


class _Closure:
    """The rules that bear on two rival cases, index 0 with the scope and 1 without it."""

    def __init__(self, setup: Formula, scope: Formula, ground: Ground) -> None:
        definitions = ground.definitions
        shows, breaks = conj([setup, scope]), conj([setup, neg(scope)])
        question = (rule(Constraint(Kind.STRICTLY, each, FALSE), definitions) for each in (shows, breaks))
        bare = ground.slicer.sliced(tuple(question))
        soft = tuple(r for r in bare.rules if not is_low(r) and r.kind is not Kind.OWN and ground.reaches(r))
        rivals = tuple(Rule(Kind.SOME, definitions.clauses(each), (), None) for each in (shows, breaks))
        self._units = sorted({r.unit for r in soft})
        bits = {unit: 1 << place for place, unit in enumerate(self._units)}
        self._problem = Problem(
            bare._replace(claim=rivals, rules=soft), [bits[r.unit] for r in soft], ground.limits
        )
        self._soft = range(2, 2 + len(soft))
        self._ground = ground

    def _of(self, *kinds: Kind) -> list[int]:
        return [index for index in self._soft if self._problem.rules[index].kind in kinds]

    def layers(self) -> list[list[int]]:
        """For every rank the rules that no case of that rank breaks, the most normal rank first."""
        return layers(self._problem, self._of(Kind.EVERY), self._of(Kind.STRICTLY, Kind.AT_LEAST))

    def blocks(self, rival: int, layer: list[int]) -> bool:
        """Whether the layer's rules leave no room for the rival case."""
        return self._problem.clash([rival], layer) is not None

    def carriers(self, rival: int, layer: list[int], limit: int) -> tuple[tuple[Used, ...], bool]:
        """The minimal sets of units whose rules in the layer block the rival case; whether these are all."""
        problem = self._problem

        def core(mask: int) -> int | None:
            clash = problem.clash([rival], [i for i in layer if problem.masks[i] & ~mask == 0])
            return None if clash is None else problem.mask_of(clash)

        found = minimal_sets((1 << len(self._units)) - 1, core, lambda _: True, limit)
        used = sorted((self._used(rival, layer, mask) for mask in found.sets), key=lambda u: u.order)
        return tuple(used), found.complete

    def _used(self, rival: int, layer: list[int], mask: int) -> Used:
        problem = self._problem
        clash = problem.clash([rival], [i for i in layer if problem.masks[i] & ~mask == 0]) or frozenset()
        pieces: dict[Piece, None] = {}
        for index in sorted(clash):
            piece = problem.rules[index].piece
            if piece is not None:
                pieces[piece] = None
        units = tuple(unit for place, unit in enumerate(self._units) if mask >> place & 1)
        return Used(units, tuple(pieces), True)
