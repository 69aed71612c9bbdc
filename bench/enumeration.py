"""All minimal conflicts of hard claims, against MARCO on Z3 and on CPMpy: goal 5; with the time to the first.

The same items are the groups of all, in one run, and the conflicts have to be the same. MARCO is written
here after Liffiton, Previti, Malik, Marques-Silva, "Fast, flexible MUS enumeration" (Constraints 2016), on
Z3's Python interface like Z3's published example, and used as CPMpy has it (`cpmpy` and `python-sat` come
with the `dev` extra). Both get all cases at once: a copy of the atoms for each case that something says
there is. For claims about a case of their own they also get that case alone, which takes our decomposition
to know. Their time is that to the last conflict, without the proof that it is the last. Ours is the time of
a fresh question, with that proof, each conflict decided again, and the statements that it uses.

Usage: python bench/enumeration.py [--patience SECONDS]
"""

import argparse
import random
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import permutations
from typing import NamedTuple

import z3
from solving import item

from storycheck.checking.claims import Judge
from storycheck.evidence.items import Confidence, EvidenceSet
from storycheck.meaning.formula import Formula, Lit, conj, disj, has, literals, neg
from storycheck.meaning.proposition import Proposition, Strength
from storycheck.meaning.vocabulary import Vocabulary
from storycheck.solving.limits import Limits

try:
    import cpmpy
    from cpmpy.tools.explain.marco import marco
except ImportError as error:
    raise SystemExit(f"this measures against CPMpy: pip install 'storycheck[dev]' ({error})") from error

Clause = tuple[int, ...]
Conflict = frozenset[str]
Said = dict[str, list[Proposition]]


class Problem(NamedTuple):
    """A claim that falls in many ways, and what each item says."""

    name: str
    items: Said
    claim: Proposition


# --- problems -----------------------------------------------------------------------------------------


def always(given: Sequence[str], then: Formula) -> Proposition:
    return Proposition(Strength.ALWAYS, conj(map(has, given)), then)


def chains(steps: int) -> Problem:
    """Each choice of one of three links for each step is a conflict of its own."""
    links = {f"R{n}-{way}": [always([f"p{n}"], has(f"p{n + 1}"))] for n in range(steps) for way in range(3)}
    return Problem("chains", links, Proposition(Strength.SOMETIMES, has("p0"), neg(has(f"p{steps}"))))


def network(layers: int, width: int, rng: random.Random) -> Problem:
    """Rules with one or two conditions from layer to layer, some said by several items."""
    said: Said = {}
    for layer in range(layers):
        for place in range(width):
            for way in range(2):
                given = [f"n{layer}-{p}" for p in rng.sample(range(width), rng.choice((1, 1, 2)))]
                said[f"N{layer}-{place}-{way}"] = [always(given, has(f"n{layer + 1}-{place}"))]
    start = conj(has(f"n0-{place}") for place in range(width))
    return Problem("network", said, Proposition(Strength.SOMETIMES, start, neg(has(f"n{layers}-0"))))


def exceptions(cases: int, rng: random.Random) -> Problem:
    """A claim that every case of a kind would have to obey, and many cases that break it by way of rules."""
    said: Said = {}
    for n in range(cases):
        kinds = conj(has(f"kind{k}") for k in rng.sample(range(6), 2))
        said[f"S{n}"] = [Proposition(Strength.SOMETIMES, conj([has("a"), has(f"own{n}")]), kinds)]
    for k in range(6):
        for way in range(3):
            said[f"K{k}-{way}"] = [always([f"kind{k}"], has(f"trait{rng.randrange(4)}"))]
    for t in range(4):
        said[f"T{t}"] = [always([f"trait{t}"], neg(has("b")))]
    return Problem("exceptions", said, Proposition(Strength.ALWAYS, has("a"), has("b")))


def normal(kinds: int) -> Problem:
    """What is usual, by way of what is usual of the same and always of its parts."""
    said: Said = {}
    for n in range(kinds):
        for way in range(2):
            said[f"U{n}-{way}"] = [Proposition(Strength.USUALLY, has("a"), has(f"part{n}"))]
            said[f"A{n}-{way}"] = [always(["a", f"part{n}"], neg(has("b")))]
    return Problem("usual", said, Proposition(Strength.USUALLY, has("a"), has("b")))


# --- ours ---------------------------------------------------------------------------------------------


def ours(problem: Problem, limit: int) -> tuple[float, list[Conflict], bool]:
    """Seconds, conflicts, and whether they are all; with everything that a report tells of each."""
    items = [item(name, said, Confidence.STRONG) for name, said in problem.items.items()]
    limits = Limits(max_conflicts=limit)
    judge = Judge(EvidenceSet({i.id: i for i in items}, {}), Vocabulary(), limits, consistent=True)
    began = time.process_time()
    found, complete = judge.decision([problem.claim]).refutations()
    spent = time.process_time() - began
    assert all(each.minimal for each in found)
    return spent, [frozenset(each.evidence) for each in found], complete


# --- the encoding: one copy of all atoms for each case that something says there is ---------------------


class Grounded:
    """Propositions as clauses about as many cases as they say there are; ranks as "comes before"."""

    def __init__(self, problem: Problem, alone: bool) -> None:
        """The claim is hard, each item a group. With ``alone`` there is the claim's case only."""
        said = [("", problem.claim), *((name, p) for name, ps in problem.items.items() for p in ps)]
        self._numbers: dict[tuple[object, ...], int] = {}
        self.cases = range(1 if alone else len(said))
        self.groups: dict[str, list[Clause]] = {name: [] for name in problem.items}
        self.hard: list[Clause] = []
        ranked = [case for case, (_, p) in enumerate(said) if p.strength is Strength.USUALLY]
        for case, (name, proposition) in enumerate(said):
            clauses = self.groups[name] if name else self.hard
            clauses.extend(self._said(proposition, case, ranked))
        self.hard += [
            (-self._before(a, b), -self._before(b, c), self._before(a, c))
            for a, b, c in permutations(ranked, 3)
        ]
        self.hard += [(-self._before(a, b), -self._before(b, a)) for a, b in permutations(ranked, 2)]

    @property
    def size(self) -> int:
        """How many numbers are in use."""
        return len(self._numbers)

    def _number(self, *key: object) -> int:
        return self._numbers.setdefault(key, len(self._numbers) + 1)

    def _before(self, case: int, other: int) -> int:
        return self._number("before", case, other)

    def _literals(self, formula: Formula, case: int) -> Clause:
        """The literals of a conjunction (or disjunction) of them, in a case."""
        found = (formula,) if isinstance(formula, Lit) else literals(formula)
        return tuple((1 if lit.positive else -1) * self._number(lit.atom.name, case) for lit in found)

    def _said(self, p: Proposition, case: int, ranked: Sequence[int]) -> Iterator[Clause]:
        if case in self.cases:
            shown = p.restrictor if p.strength is Strength.ALWAYS else conj([p.restrictor, p.scope])
            yield from ((literal,) for literal in self._literals(shown, case))
        obeyed = disj([neg(p.restrictor), p.scope])
        if p.strength is Strength.ALWAYS:
            yield from (self._literals(obeyed, other) for other in self.cases)
        elif p.strength is Strength.USUALLY:
            others = (other for other in ranked if other != case)
            yield from ((*self._literals(obeyed, other), self._before(case, other)) for other in others)


# --- MARCO --------------------------------------------------------------------------------------------

Marco = Callable[[Grounded], Iterator[Conflict | None]]
"""Gives conflicts, and None for each largest consistent set in between."""


def z3_marco(grounded: Grounded) -> Iterator[Conflict | None]:
    """The conflicts as MARCO comes by them, on Z3's Python interface."""

    def clause(literals: Iterable[int]) -> z3.BoolRef:
        return z3.Or([z3.Bool(f"v{lit}") if lit > 0 else z3.Not(z3.Bool(f"v{-lit}")) for lit in literals])

    names = list(grounded.groups)
    guards = {name: z3.Bool(name) for name in names}
    subsets, unexplored = z3.Solver(), z3.Solver()
    subsets.add([clause(each) for each in grounded.hard])
    for name, clauses in grounded.groups.items():
        subsets.add(z3.Implies(guards[name], z3.And([clause(each) for each in clauses])))

    def consistent(some: Iterable[str]) -> bool:
        return bool(subsets.check([guards[name] for name in sorted(some)]) == z3.sat)

    def core() -> set[str]:
        return {str(each) for each in subsets.unsat_core()}

    while unexplored.check() == z3.sat:
        model = unexplored.model()
        seed = {name for name in names if not z3.is_false(model[guards[name]])}  # as large as can be
        if consistent(seed):
            for name in names:
                if name not in seed and consistent(seed | {name}):
                    seed.add(name)
            unexplored.add(z3.Or([guards[name] for name in names if name not in seed]))
            yield None
        else:
            seed = core()
            for name in sorted(seed):
                if name in seed and not consistent(seed - {name}):
                    seed = core()
            unexplored.add(z3.Not(z3.And([guards[name] for name in sorted(seed)])))
            yield frozenset(seed)


def cpmpy_marco(grounded: Grounded) -> Iterator[Conflict | None]:
    """The conflicts as CPMpy's `marco` comes by them, with SAT solvers for subsets and map."""
    variables = cpmpy.boolvar(shape=(grounded.size + 1,))

    def clause(literals: Iterable[int]) -> object:
        return cpmpy.any([variables[lit] if lit > 0 else ~variables[-lit] for lit in literals])

    groups = {name: cpmpy.all([clause(c) for c in clauses]) for name, clauses in grounded.groups.items()}
    names = {id(group): name for name, group in groups.items()}
    hard = [clause(each) for each in grounded.hard]
    for kind, found in marco(list(groups.values()), hard, "pysat", "pysat"):
        yield frozenset(names[id(each)] for each in found) if kind == "MUS" else None


def race(
    method: Marco, problem: Problem, alone: bool, expected: Sequence[Conflict], patience: float
) -> tuple[float, float, int]:
    """Seconds to the first conflict and to the last, or until patience ran out; and how many there were."""
    began, missing, spent, first = time.process_time(), set(expected), 0.0, 0.0
    for found in method(Grounded(problem, alone)):
        spent = time.process_time() - began
        if found is not None:
            missing.remove(found)  # it is one of ours, and new
            first = first or spent
        if not missing or spent > patience:
            break
    return first, spent, len(expected) - len(missing)


def compare(problem: Problem, patience: float) -> float:
    """Prints times for a problem; MARCO's on Z3 with all cases as a multiple of ours, at least."""
    best: list[tuple[float, float]] = []
    for _ in range(RUNS):
        first, _, _ = ours(problem, 1)
        spent, found, complete = ours(problem, 0)
        assert complete
        best.append((first, spent))
    first, spent = (min(times) for times in zip(*best, strict=True))
    print(f"{problem.name}: {len(found)} conflicts of {len(problem.items)} items")
    print(f"  {'ours':<28} first {first * 1e3:9.1f} ms, all {spent * 1e3:9.1f} ms")
    ratio = 0.0
    for name, method in METHODS.items():
        for alone in (False, True) if problem.claim.strength is Strength.SOMETIMES else (False,):
            to_first, to_last, count = race(method, problem, alone, found, patience)
            what = f"{to_last * 1e3:9.1f} ms" if count == len(found) else f"{count} in {to_last:.0f} s"
            times = f"{'>' if count < len(found) else ''}{to_last / spent:.0f} x ours"
            label = f"{name}, {'its own case' if alone else 'all cases'}"
            print(f"  {label:<28} first {to_first * 1e3:9.1f} ms, all {what} ({times})")
            ratio = ratio or to_last / spent
    return ratio


RUNS = 3
METHODS: dict[str, Marco] = {"MARCO on Z3": z3_marco, "CPMpy's marco": cpmpy_marco}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--patience", type=float, default=20, help="seconds for one method and problem")
    patience: float = parser.parse_args().patience
    problems = (
        chains(5),
        network(5, 15, random.Random(1)),
        exceptions(128, random.Random(1)),
        normal(8),
    )
    ratios = {problem.name: compare(problem, patience) for problem in problems}
    print("5. all conflicts of a dense slice, MARCO on Z3 / ours (goal 50):")
    print("   " + ", ".join(f"{name} {ratio:.0f} x" for name, ratio in ratios.items()))


if __name__ == "__main__":
    main()
