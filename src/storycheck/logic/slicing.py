"""Slicing: which rules can matter for a claim.

A minimal contradiction is connected: every literal in it clashes with its complement elsewhere in it. So
from the claim's literals it is enough to follow complementary literals, through the definitions and
through what rules say of every case, and then to drop whatever has a literal that nothing clashes with.
Three facts keep slices small: a "some" claim is met by universals only; existential statements are ends,
never ways through; of a ranked contradiction every member is needed to block another one, so it too is
reached from the claim. `docs/meaning.md` has the argument; a test holds slices against no slicing.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol

from storycheck.logic.atoms import Clause, Literal
from storycheck.logic.constraints import Kind
from storycheck.logic.definitions import Definitions
from storycheck.logic.rules import Rule


class View(Protocol):
    """The rules that are asserted against a claim, by the literals that they contain."""

    def limiting(self, literal: Literal) -> Iterable[Rule]:
        """The rules with the literal in what they say of every case (at their rank)."""

    def showing(self, literal: Literal) -> Iterable[Rule]:
        """The rules with the literal in the case that they say there is."""


class Slice(NamedTuple):
    """The claim's rules with their mirror images; definitions and rules that can contradict them."""

    claim: tuple[Rule, ...]
    definitions: tuple[Clause, ...]
    rules: tuple[Rule, ...]


class LocalView:
    """A view of a few rules."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._limiting: dict[Literal, list[Rule]] = {}
        self._showing: dict[Literal, list[Rule]] = {}
        for rule in rules:
            for index, clauses in ((self._limiting, rule.material), (self._showing, rule.shows)):
                for literal in dict.fromkeys(lit for clause in clauses for lit in clause):
                    index.setdefault(literal, []).append(rule)

    def limiting(self, literal: Literal) -> Iterable[Rule]:
        return self._limiting.get(literal, ())

    def showing(self, literal: Literal) -> Iterable[Rule]:
        return self._showing.get(literal, ())


def sliced(branch: tuple[Rule, ...], views: tuple[View, ...], definitions: Definitions) -> Slice:
    """The slice for the claim's rules (one way of its being true or false)."""
    claim = _with_images(branch, definitions, everywhere=False)
    reach = _Reach(claim, views, definitions, comparing=False)
    if reach.compares():
        claim = _with_images(branch, definitions, everywhere=True)
        reach = _Reach(claim, views, definitions, comparing=True)
    return reach.pruned()


def unsliced(branch: tuple[Rule, ...], rules: Iterable[Rule], definitions: Definitions) -> Slice:
    """The claim's rules with all of some others (mirror images included) and all definitions they need."""
    rest = tuple(rules)
    based = any(not rule.image and _speaks_of_base(rule, definitions) for rule in (*branch, *rest))
    if not based:
        rest = tuple(rule for rule in rest if not _speaks_of_base(rule, definitions))
    claim = _with_images(branch, definitions, everywhere=based)
    atoms = (abs(lit) for rule in (*claim, *rest) for clause in rule.clauses for lit in clause)
    return Slice(claim, definitions.closure(atoms), rest)


def _speaks_of_base(rule: Rule, definitions: Definitions) -> bool:
    atoms = (definitions.atoms.atom(abs(literal)) for clause in rule.clauses for literal in clause)
    return any(atom is not None and atom.kind == "base" for atom in atoms)


def _with_images(branch: tuple[Rule, ...], definitions: Definitions, everywhere: bool) -> tuple[Rule, ...]:
    return tuple(each for rule in branch for each in rule.with_image(definitions.atoms, everywhere))


class _Reach:
    """What complementary literals lead to."""

    def __init__(
        self, branch: tuple[Rule, ...], views: tuple[View, ...], definitions: Definitions, comparing: bool
    ) -> None:
        self._branch, self._views, self._definitions = branch, views, definitions
        self._comparing = comparing
        self._universal = any(rule.kind is Kind.EVERY or rule.kind.ranks for rule in branch)
        self._literals: dict[Literal, None] = {}
        self._clauses: dict[Clause, None] = {}
        self._rules: dict[Rule, None] = {}
        self._follow(branch)

    def _follow(self, branch: tuple[Rule, ...]) -> None:
        queue: list[Literal] = []
        for rule in branch:
            self._push(rule.clauses, queue)
        while queue:
            literal = -queue.pop()
            for clause in self._definitions.containing(literal, self._comparing):
                if clause not in self._clauses:
                    self._clauses[clause] = None
                    self._push((clause,), queue)
            for rule in self._met(literal):
                if rule not in self._rules:
                    self._rules[rule] = None
                    self._push(_passage(rule), queue)

    def _push(self, clauses: Iterable[Clause], queue: list[Literal]) -> None:
        for clause in clauses:
            for literal in clause:
                if literal not in self._literals:
                    self._literals[literal] = None
                    queue.append(literal)

    def _met(self, literal: Literal) -> Iterator[Rule]:
        for view in self._views:
            for rule in view.limiting(literal):
                if rule.kind is Kind.EVERY or self._universal:
                    yield rule
            if self._universal:
                yield from view.showing(literal)
            else:
                yield from (rule for rule in view.showing(literal) if rule.kind is Kind.OWN)

    def compares(self) -> bool:
        """Whether anything in reach speaks of what a case is compared with."""
        table = self._definitions.atoms
        atoms = (table.atom(abs(literal)) for literal in self._literals)
        ends = (table.atom(abs(lit)) for rule in self._rules for clause in rule.shows for lit in clause)
        return any(atom is not None and atom.kind == "base" for group in (atoms, ends) for atom in group)

    def pruned(self) -> Slice:
        """What can clash."""
        return _pruned(self._branch, tuple(self._clauses), tuple(self._rules))


def clashing(rules: tuple[Rule, ...], definitions: Definitions) -> Slice:
    """What can clash among rules, mirror images included, without a claim. That there is a case is given."""
    whole = unsliced((Rule(Kind.SOME, (), (), None),), rules, definitions)
    return _pruned(whole.claim, whole.definitions, whole.rules)


def _pruned(claim: tuple[Rule, ...], clauses: tuple[Clause, ...], rules: tuple[Rule, ...]) -> Slice:
    """Without the clauses that have a literal whose complement is nowhere, again and again."""
    limits = [*clauses, *(clause for rule in (*claim, *rules) for clause in _limits(rule))]
    shown = [c for rule in (*claim, *rules) if rule.kind is not Kind.OWN for c in rule.shows]
    alive = _with_partners(limits, shown)
    needed = {-literal for clause in alive for literal in clause}
    kept = tuple(rule for rule in rules if _clashes(rule, alive, needed))
    return Slice(claim, tuple(clause for clause in clauses if clause in alive), kept)


def _clashes(rule: Rule, alive: set[Clause], needed: set[Literal]) -> bool:
    """Whether the rule limits others, is met by what limits, or contradicts itself."""
    if any(clause in alive for clause in _limits(rule)) or () in rule.shows:
        return True
    shown = {literal for clause in rule.shows for literal in clause}
    return not shown.isdisjoint(needed) or any(-literal in shown for literal in shown)


def _limits(rule: Rule) -> tuple[Clause, ...]:
    """The clauses that meet a case of another rule: the story's own case is one for all facts about it."""
    return rule.shows if rule.kind is Kind.OWN else rule.material


def _passage(rule: Rule) -> Iterator[Clause]:
    """The clauses through which a rule leads on: not the plain properties of a case that it shows."""
    yield from rule.material
    for clause in rule.shows:
        if rule.kind is not Kind.SOME or len(clause) > 1:
            yield clause


def _with_partners(limits: list[Clause], shown: list[Clause]) -> set[Clause]:
    """Those of the clauses ``limits`` whose every literal has its complement in another one left, or shown."""
    alive = dict.fromkeys(limits)
    count: dict[Literal, int] = {}
    users: dict[Literal, list[Clause]] = {}
    for clause in (*alive, *shown):
        for literal in clause:
            count[literal] = count.get(literal, 0) + 1
    for clause in alive:
        for literal in clause:
            users.setdefault(-literal, []).append(clause)
    left = set(alive)
    doomed = [clause for clause in alive if any(not count.get(-literal) for literal in clause)]
    while doomed:
        clause = doomed.pop()
        if clause not in left:
            continue
        left.discard(clause)
        for literal in clause:
            count[literal] -= 1
            if not count[literal]:
                doomed.extend(users.get(literal, ()))
    return left
