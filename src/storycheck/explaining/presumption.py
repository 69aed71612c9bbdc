"""Presumption: what the most normal cases of a setup are like, by rational closure.

System Z (Pearl 1990) ranks the rules by tolerance, all that are tolerated at each step, and a case by the
rules it breaks. A property is presumed of a setup if the most normal cases of the setup have it, and if that
is so for rules about the setup: those whose conditions its normal cases have. (The closure turns rules round
too: what does not fly would be no bird. Nobody who said what birds do has said that.) It never refutes and
never entails.
"""

from collections.abc import Callable, Iterable

from storycheck.explaining.conflicts import Used, in_order
from storycheck.explaining.enumerate import minimal_sets
from storycheck.explaining.inquiry import Ground, is_low
from storycheck.logic.atoms import Clause
from storycheck.logic.constraints import Constraint, Kind
from storycheck.logic.rules import Rule, rule
from storycheck.meaning.formula import FALSE, TRUE, Formula, conj, mirrored, neg
from storycheck.meaning.proposition import Proposition
from storycheck.records import NamedTuple
from storycheck.solving.limits import Undecided
from storycheck.solving.models import layers
from storycheck.solving.problem import Problem


class Presumption(NamedTuple):
    """``expected``: whether the scope is what is normal in the setup (else its contrary is).

    ``always``: there is no case of the other kind at all; that there is one of this kind is presumed.
    ``general``: without rules about every case whatever it would not be presumed. ``core`` is enough of what
    carries it, ``about`` all rules about the setup, those that are overruled too. ``carriers`` are the
    minimal sets of units whose rules carry it, with what they use: all if ``complete``.
    """

    expected: bool
    always: bool
    general: bool
    core: frozenset[Proposition]
    about: frozenset[Proposition]
    carriers: tuple[Used, ...] = ()
    complete: bool = False


Granted = Callable[[Presumption], bool]


def presumed(
    setup: Formula, scope: Formula, ground: Ground, limit: int, granted: Granted = lambda _: True
) -> Presumption | None:
    """What the accepted evidence presumes of the scope in the setup, if anything. May raise `Undecided`.

    What is not ``granted``, before its carriers are looked for, is not presumed.
    """
    closure = _Closure(setup, scope, ground)
    for layer in closure.layers():
        with_scope, without = (closure.blocks(rival, layer) for rival in (0, 1))
        if with_scope != without:
            return closure.presumption(0 if with_scope else 1, layer, limit, granted)
        if not with_scope:
            return None
    return None


class _Closure:
    """The rules that bear on two rival cases, index 0 with the scope and 1 without it."""

    def __init__(self, setup: Formula, scope: Formula, ground: Ground) -> None:
        self._setup, self._definitions = setup, ground.definitions
        self._rivals = conj([setup, scope]), conj([setup, neg(scope)])
        question = (rule(Constraint(Kind.STRICTLY, each, FALSE), self._definitions) for each in self._rivals)
        bare = ground.slicer.sliced(tuple(question))
        soft = tuple(r for r in bare.rules if not is_low(r) and r.kind is not Kind.OWN and ground.reaches(r))
        shown = (self._definitions.clauses(each) for each in self._rivals)
        rivals = tuple(Rule(Kind.SOME, clauses, (), None) for clauses in shown)
        self._units = sorted({r.unit for r in soft})
        bits = {unit: 1 << place for place, unit in enumerate(self._units)}
        self._problem = Problem(
            bare._replace(claim=rivals, rules=soft), [bits[r.unit] for r in soft], ground.limits
        )
        self._guards: dict[Formula, int] = {}
        self._lacking: dict[int, tuple[Clause, ...]] = {}
        self._every = self._of(range(2, 2 + len(soft)), Kind.EVERY)
        self._ranked = self._of(range(2, 2 + len(soft)), Kind.STRICTLY, Kind.AT_LEAST)

    def _of(self, some: Iterable[int], *kinds: Kind) -> list[int]:
        return [index for index in some if self._problem.rules[index].kind in kinds]

    def layers(self) -> list[list[int]]:
        """For every rank the rules that no case of that rank breaks, the most normal rank first."""
        return layers(self._problem, self._every, self._ranked)

    def blocks(self, rival: int, limits: list[int]) -> bool:
        """Whether the rules leave no room for the rival case."""
        return self._problem.clash([rival], limits) is not None

    def presumption(self, rival: int, layer: list[int], limit: int, granted: Granted) -> Presumption | None:
        """What rules about the setup make of it at the rank of the layer, which blocks the rival."""
        about = self._about(self._setup, layer)
        carrying = self._carrying(rival, about, layer)
        if carrying is None:
            return None
        always = self.blocks(rival, self._every)
        special = [i for i in carrying if i in self._every or self._if(i) != TRUE]
        found = Presumption(
            expected=rival == 1,
            always=always,
            general=not self.blocks(rival, special),
            core=self._said(self._problem.clash([rival], carrying) or ()),
            about=self._said(about),
        )
        if not granted(found):
            return None
        overruled = [] if always else self._overruled(rival, about, layer)
        carriers, complete = self._carriers(rival, carrying, overruled, limit)
        if not carriers and not complete:  # those listed may all be about other cases than what they overrule
            carriers, complete = self._carriers(rival, carrying, overruled, 0)
        if not carriers:
            if not complete:
                raise Undecided
            return None
        used = sorted(map(self._used, carriers), key=lambda used: used.order)
        return found._replace(carriers=tuple(used), complete=complete)

    def _said(self, rules: Iterable[int]) -> frozenset[Proposition]:
        pieces = (self._problem.rules[index].piece for index in rules)
        return frozenset(piece.proposition for piece in pieces if piece)

    def _overruled(self, rival: int, about: list[int], layer: list[int]) -> list[int]:
        """The rules about the setup, whatever is normal in it, that would have the rival instead."""
        against = [i for i in about if i not in layer and self.blocks(1 - rival, [*self._every, i])]
        return [index for index in against if self._meets(self._setup, index)]

    def _carrying(self, rival: int, about: list[int], layer: list[int]) -> list[int] | None:
        """Rules that block the rival: about the setup, or some of these with such as are about the rival."""
        limits = self._every + [index for index in about if index in layer]
        if self.blocks(rival, limits):
            return limits
        further = (i for i in self._about(self._rivals[rival], layer) if i in layer and i not in about)
        others = [i for i in further if self._possible(self._setup, [self._problem.guard(i, False)])]
        if self.blocks(rival, self._every + others) or not self.blocks(rival, limits + others):
            return None
        return limits + others

    def _about(self, cases: Formula, layer: list[int]) -> list[int]:
        """The rules whose conditions such cases have, as far as those of the layer make sure of it."""
        rules, found = self._of(self._ranked, Kind.STRICTLY), list[int]()
        while new := self._met(cases, [i for i in rules if i not in found], [i for i in found if i in layer]):
            found += new
        return found

    def _met(self, cases: Formula, rules: list[int], obeying: list[int]) -> list[int]:
        """Those of the rules that all such cases meet: of these, any one case tells that most are not."""
        if not self._possible(cases, [self._problem.guard(i, True) for i in obeying]):
            return rules
        left = [index for index in rules if not self._problem.session.shows(self._unmet(index))]
        return [index for index in left if self._meets(cases, index, obeying)]

    def _unmet(self, index: int) -> tuple[Clause, ...]:
        """That a case does not have the conditions of a rule."""
        if index not in self._lacking:
            self._lacking[index] = self._definitions.clauses(neg(self._if(index)))
        return self._lacking[index]

    def _meets(self, cases: Formula, index: int, obeying: Iterable[int] = ()) -> bool:
        """Whether such cases, as far as they obey some rules, all have the conditions of the rule."""
        obeyed = [self._problem.guard(i, True) for i in obeying]
        return not self._possible(conj([cases, neg(self._if(index))]), obeyed)

    def _possible(self, cases: Formula, guards: Iterable[int]) -> bool:
        every = (self._problem.guard(i, True) for i in self._every)
        return self._problem.session.check([self._guard_of(cases), *every, *guards])

    def _guard_of(self, cases: Formula) -> int:
        """What switches on that a case is such a one."""
        found = self._guards.get(cases)
        if found is None:
            clauses = self._definitions.clauses(cases)
            found = self._guards[cases] = self._problem.session.guarded(clauses)
        return found

    def _if(self, index: int) -> Formula:
        """The conditions of a rule."""
        said = self._problem.rules[index]
        assert said.piece is not None, "soft rules have a piece"
        conditions = said.piece.proposition.restrictor
        return mirrored(conditions) if said.image else conditions

    def _more_specific(self, core: Iterable[int], overruled: Iterable[int]) -> bool:
        """Whether some rule is about some cases only of one that is overruled."""
        ranked = self._of(core, Kind.STRICTLY)
        return any(self._meets(self._if(each), wider) for each in ranked for wider in overruled)

    def _carriers(
        self, rival: int, rules: list[int], overruled: list[int], limit: int
    ) -> tuple[list[list[int]], bool]:
        """For each minimal set of units rules that block the rival case, if they may overrule the others.

        And whether these are all.
        """
        problem = self._problem

        def clash(mask: int) -> frozenset[int] | None:
            return problem.clash([rival], [i for i in rules if problem.masks[i] & ~mask == 0])

        def core(mask: int) -> int | None:
            found = clash(mask)
            return None if found is None else problem.mask_of(found)

        found = minimal_sets((1 << len(self._units)) - 1, core, lambda _: True, limit)
        cores = [sorted(clash(mask) or ()) for mask in found.sets]
        kept = [each for each in cores if not overruled or self._more_specific(each, overruled)]
        return kept, found.complete

    def _used(self, core: list[int]) -> Used:
        rules = [each for index in core if (each := self._problem.rules[index]).piece]
        pieces = sorted(dict.fromkeys(each.piece for each in rules if each.piece), key=in_order)
        return Used(tuple(sorted({each.unit for each in rules})), tuple(pieces), True)
