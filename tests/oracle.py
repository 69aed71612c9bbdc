"""An oracle by brute force: every ranked model over a few atoms, no solver, no decomposition.

A ranked model is a set of valuations with a rank each. Whatever else a case might have, only the lowest
rank of each valuation matters to any proposition, so over n atoms these are the weak orders of the
non-empty subsets of 2^n valuations: 149 for two atoms, each with every choice of the story's own case.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import combinations, product

from storycheck.logic.constraints import Constraint, Kind
from storycheck.logic.evaluate import Case, Ranked, satisfies
from storycheck.meaning.formula import Atom, Lit, holds
from storycheck.meaning.proposition import Proposition, Strength

Valuation = frozenset[str]


def valuations(names: Sequence[str], allowed: Callable[[Valuation], bool]) -> list[Valuation]:
    rows = product((False, True), repeat=len(names))
    found = (frozenset(name for name, true in zip(names, row, strict=True) if true) for row in rows)
    return [valuation for valuation in found if allowed(valuation)]


def weak_orders(count: int) -> Iterator[tuple[int, ...]]:
    """Every way to give ranks 0..k without gaps to ``count`` things."""
    for ranks in product(range(max(count, 1)), repeat=count):
        if set(ranks) == set(range(len(set(ranks)))):
            yield ranks


def ranked_models(
    names: Sequence[str],
    allowed: Callable[[Valuation], bool] = lambda _: True,
    most: int | None = None,
    own: bool = True,
) -> list[Ranked]:
    """Every ranked model over concepts (of at most ``most`` cases).

    With ``own``, also with every choice of the story's own case.
    """
    found: list[Ranked] = []
    everything = valuations(names, allowed)
    largest = len(everything) if most is None else most
    for size in range(1, largest + 1):
        for chosen in combinations(everything, size):
            cases = [{Atom("has", name): name in valuation for name in names} for valuation in chosen]
            for ranks in weak_orders(size):
                ranked = tuple(zip(ranks, cases, strict=True))
                found.append(Ranked(ranked, None))
                if own:
                    found.extend(Ranked(ranked, case) for case in cases)
    return found


R, S = Atom("has", "r"), Atom("has", "s")


@cache
def _true(
    strength: Strength, cases: frozenset[tuple[int, bool, bool]], own: tuple[bool, bool] | None
) -> bool:
    """Whether it is so of a model of which only restrictor and scope are known."""
    ranked = tuple((rank, {R: r, S: s}) for rank, r, s in sorted(cases))
    model = Ranked(ranked, None if own is None else {R: own[0], S: own[1]})
    return satisfies(model, Proposition(strength, Lit(R), Lit(S)))


class Worlds:
    """Ranked models as bits of a number: a proposition is the set of models that satisfy it."""

    def __init__(self, models: list[Ranked]) -> None:
        self.models = models
        self.all = (1 << len(models)) - 1
        self._of = cache(self._truth)
        cases = (case for model in models for _, case in model.cases)
        self._cases = {tuple(case.items()): case for case in cases}
        self._shapes = [
            ([(r, tuple(c.items())) for r, c in m.cases], m.own and tuple(m.own.items())) for m in models
        ]

    def _truth(self, proposition: Proposition) -> int:
        """Restrictor and scope are evaluated once for each valuation."""
        held = {
            key: (holds(proposition.restrictor, case), holds(proposition.scope, case))
            for key, case in self._cases.items()
        }
        bits = 0
        for index, (cases, own) in enumerate(self._shapes):
            said = frozenset((rank, *held[key]) for rank, key in cases)
            if _true(proposition.strength, said, None if own is None else held[own]):
                bits |= 1 << index
        return bits

    def of(self, *propositions: Proposition) -> int:
        """The models in which all the propositions hold."""
        found = self.all
        for proposition in propositions:
            found &= self._of(proposition)
        return found

    def consistent(self, propositions: Sequence[Proposition]) -> bool:
        return bool(self.of(*propositions))

    def refutes(self, premises: Sequence[Proposition], claim: Sequence[Proposition]) -> bool:
        return not self.of(*premises, *claim)

    def entails(self, premises: Sequence[Proposition], claim: Sequence[Proposition]) -> bool:
        return not self.of(*premises) & ~self.of(*claim)


def minimal(units: Sequence[str], bad: Callable[[tuple[str, ...]], bool]) -> set[tuple[str, ...]]:
    """The minimal subsets for which ``bad`` holds, by trying all subsets, smallest first."""
    found: list[tuple[str, ...]] = []
    for size in range(len(units) + 1):
        for subset in combinations(sorted(units), size):
            if not any(set(each) <= set(subset) for each in found) and bad(subset):
                found.append(subset)
    return set(found)


def stands(cases: Sequence[Case], constraints: Sequence[Constraint]) -> bool:
    """Whether constraints, with their mirror images, can all hold, given all cases that there can be.

    By trying every case: existence one by one, rankings by tolerance (`docs/meaning.md`).
    """
    both = dict.fromkeys(each for c in constraints for each in (c, c.mirrored()) if c.kind is not Kind.OWN)
    allowed = [case for case in cases if not any(holds(c.breaks, case) for c in both if c.kind is Kind.EVERY)]
    facts = [c.shows for c in constraints if c.kind is Kind.OWN]
    if not any(all(holds(fact, case) for fact in facts) for case in allowed):
        return False
    if not all(any(holds(c.shows, case) for case in allowed) for c in both if c.kind is Kind.SOME):
        return False
    return _placed([c for c in both if c.kind.ranks], allowed)


def _placed(left: list[Constraint], allowed: list[Case]) -> bool:
    if not left:
        return True
    near = _near(allowed, left)
    rest = [r for r in left if not any(holds(r.shows, case) for case in near)]
    return len(rest) < len(left) and _placed(rest, allowed)


def _near(allowed: list[Case], left: list[Constraint]) -> list[Case]:
    """The cases that are as normal as any, while these rules are left to be shown."""
    near = [c for c in allowed if not any(holds(r.breaks, c) for r in left if r.kind is Kind.STRICTLY)]
    weak = [r for r in left if r.kind is Kind.AT_LEAST]
    while late := [r for r in weak if not any(holds(r.shows, case) for case in near)]:
        weak = [r for r in weak if r not in late]
        near = [case for case in near if not any(holds(r.breaks, case) for r in late)]
    return near


@cache
def small_worlds(names: tuple[str, ...]) -> Worlds:
    return Worlds(ranked_models(names))


def ranks(cases: Sequence[Case], constraints: Sequence[Constraint]) -> tuple[list[int | None], list[int]]:
    """System Z by trying every case: how normal the cases are, and the rank at which each rule is shown.

    None of cases that there cannot be. A rule is obeyed by all cases up to its rank.
    """
    every = [c.breaks for c in constraints if c.kind is Kind.EVERY]
    rules = [c for c in constraints if c.kind.ranks]
    found: list[int | None] = [None] * len(cases)
    shown = [len(rules)] * len(rules)
    allowed = [n for n, case in enumerate(cases) if not any(holds(breaks, case) for breaks in every)]
    for rank in range(len(rules) + 1):
        left = [n for n, each in enumerate(shown) if each == len(rules)]
        near = _near([cases[n] for n in allowed], [rules[n] for n in left])
        for n in allowed:
            if found[n] is None and cases[n] in near:
                found[n] = rank
        for n in left:
            if any(holds(rules[n].shows, case) for case in near):
                shown[n] = rank
    return found, shown
