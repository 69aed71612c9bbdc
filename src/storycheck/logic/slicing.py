"""Slicing: which rules can matter for a claim.

Every test of `storycheck.solving.problem` asks for one case that shows something, within clauses that
limit it: definitions, and what rules say of every case (at its rank). Two facts keep the clauses few.

*Reach.* Atoms that no clause in reach mentions can be false. A clause is in reach only if all atoms that
it negates are; then so are its other atoms. (A case of the clauses in reach, with all other atoms false,
satisfies the clauses out of reach too: each of them negates one of those.)

*Purity.* A clause with a literal whose complement is nowhere in reach can be satisfied by that literal.
Definitions that compare are no matter where nothing else does: let the case be like what it is compared with.

What the tests are: those of the claim's own cases; for a universal claim, those of the cases of other
rules in whose reach the claim comes; and for every ranked rule that can stand in the way of a ranked rule,
its own (a contradiction among ranked rules is closed under "stands in the way of"). `docs/meaning.md` has
the argument; a test holds slices against no slicing.
"""

from collections.abc import Iterable, Iterator
from copy import copy
from functools import cached_property
from typing import NamedTuple, Protocol

from storycheck.logic.atoms import Clause, Literal
from storycheck.logic.constraints import Kind
from storycheck.logic.definitions import Definitions
from storycheck.logic.rules import Rule

Clauses = tuple[Clause, ...]


class View(Protocol):
    """The rules that are asserted against a claim, mirror images included, by their literals."""

    def limiting(self, literal: Literal) -> Iterable[Rule]:
        """The rules with the literal in what they say of every case (at their rank)."""

    def showing(self, literal: Literal) -> Iterable[Rule]:
        """The rules with the literal in the case that they say there is."""

    def unconditional(self) -> Iterable[Rule]:
        """The rules that limit every case whatever it has: with a clause that negates nothing."""

    def frequency(self, atom: int) -> int | None:
        """How many rules show the atom, roughly; None if more do than ``showing`` tells."""


class Slice(NamedTuple):
    """The claim's rules with their mirror images; definitions and rules that can contradict them.

    ``idle``: nothing can, and the claim does not contradict itself.
    """

    claim: tuple[Rule, ...]
    definitions: Clauses
    rules: tuple[Rule, ...]
    idle: bool = False


class LocalView:
    """A view of a few rules."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        """Index the rules."""
        self._rules = tuple(rules)
        self.facts = tuple(rule for rule in self._rules if rule.kind is Kind.OWN)
        self._limiting: dict[Literal, list[Rule]] = {}
        self._showing: dict[Literal, list[Rule]] = {}
        for rule in self._rules:
            for index, clauses in ((self._limiting, rule.material), (self._showing, rule.shows)):
                for literal in dict.fromkeys(lit for clause in clauses for lit in clause):
                    index.setdefault(literal, []).append(rule)

    def limiting(self, literal: Literal) -> Iterable[Rule]:
        """See `View`."""
        return self._limiting.get(literal, ())

    def showing(self, literal: Literal) -> Iterable[Rule]:
        """See `View`."""
        return self._showing.get(literal, ())

    def unconditional(self) -> Iterable[Rule]:
        """See `View`."""
        return [rule for rule in self._rules if any(not negated(clause) for clause in rule.material)]

    def frequency(self, atom: int) -> int | None:
        """See `View`."""
        return len(self._showing.get(atom, ()))


def negated(clause: Clause) -> list[int]:
    """The atoms that a clause negates."""
    return [-literal for literal in clause if literal < 0]


def unsliced(branch: tuple[Rule, ...], rules: Iterable[Rule], definitions: Definitions) -> Slice:
    """The claim's rules with all of some others (mirror images included) and all definitions they need."""
    claim, rest = _with_images(branch, definitions), tuple(rules)
    atoms = (abs(lit) for rule in (*claim, *rest) for clause in rule.clauses for lit in clause)
    return Slice(claim, definitions.closure(atoms), rest)


def clashing(rules: tuple[Rule, ...], definitions: Definitions) -> Slice:
    """What can clash among rules, mirror images included, without a claim. That there is a case is given."""
    cut = _Cut((Rule(Kind.SOME, (), (), None),), Slicer((LocalView(rules),), definitions))
    for rule in rules:
        if not rule.image and rule.kind is not Kind.EVERY:
            cut.test(rule)
    return cut.slice()


def _with_images(branch: tuple[Rule, ...], definitions: Definitions) -> tuple[Rule, ...]:
    return tuple(each for rule in branch for each in rule.with_image(definitions.atoms))


class Slicer:
    """Cuts slices out of the same rules; what is in reach of their cases is found once."""

    def __init__(self, views: tuple[View, ...], definitions: Definitions) -> None:
        """``views`` are all the rules there are beside a claim's own."""
        self.views, self.definitions = views, definitions
        self.facts = tuple(rule for view in views if isinstance(view, LocalView) for rule in view.facts)
        self._reaches: dict[Rule, _Reach] = {}

    def sliced(self, branch: tuple[Rule, ...]) -> Slice:
        """The slice for the claim's rules (one way of its being true or false)."""
        return _Cut(branch, self).slice()

    def reach(self, rule: Rule) -> "_Reach":
        """What is in reach of the rule's case when no claim is made."""
        found = self._reaches.get(rule)
        if found is None:
            found = self._reaches[rule] = _Reach(rule.shows, rule.kind.ranks, self.views, self.definitions)
        return found


class _Cut:
    """Collects what the tests of one claim can need."""

    def __init__(self, branch: tuple[Rule, ...], slicer: Slicer) -> None:
        self._claim = _with_images(branch, slicer.definitions)
        self._slicer = slicer
        self._own = tuple(rule for rule in self._claim if rule.kind is Kind.OWN)
        self._kept: dict[Rule, None] = {}
        self._clauses: dict[Clause, None] = {}
        self._tested: set[Rule | None] = set()

    def slice(self) -> Slice:
        """What the tests tried so far and those of the claim can need."""
        for rule in self._claim:
            if rule.kind is not Kind.EVERY and not rule.image:
                self.test(rule)
        limits = [rule for rule in self._claim if rule.kind is Kind.EVERY]
        for rule in _met_by(limits, self._slicer):
            self.test(rule, limits)
        mine = tuple(r for r in self._claim if not r.image or r in self._kept)
        rules = tuple(rule for rule in self._kept if rule not in self._claim)
        return Slice(mine, tuple(self._clauses), rules, idle=not self._kept)

    def test(self, rule: Rule, concerning: list[Rule] | None = None) -> None:
        """Collects what can stand in the way of the case that the rule shows, and of what does so.

        With ``concerning``, only if any of these can.
        """
        queue = [(rule, concerning)]
        while queue:
            each, needed = queue.pop()
            key = None if each.kind is Kind.OWN else each
            if key in self._tested:
                continue
            reach = self._reach(each)
            if needed is not None and not any(r in reach.rules for r in needed):
                continue
            self._tested.add(key)
            if reach.rules or reach.clauses or reach.clashes:
                self._keep(each, reach)
            queue += [(r, None) for r in reach.rules if r.kind.ranks and r not in self._tested]

    def _reach(self, rule: Rule) -> "_Reach":
        slicer = self._slicer
        if rule.kind is Kind.OWN:
            shown = tuple(clause for fact in (*self._own, *slicer.facts) for clause in fact.shows)
            return _Reach(shown, False, slicer.views, slicer.definitions).beside(self._claim)
        if rule in self._claim:
            return _Reach(rule.shows, rule.kind.ranks, slicer.views, slicer.definitions).beside(self._claim)
        return slicer.reach(rule).beside(self._claim)

    def _keep(self, tested: Rule, reach: "_Reach") -> None:
        self._kept[tested] = None
        self._kept.update(reach.rules)
        self._clauses.update(reach.clauses)
        if tested.kind is Kind.OWN:
            self._kept.update(dict.fromkeys(self._slicer.facts))


class _Reach:
    """The clauses in reach of one case: every atom that they negate may be true in it.

    A clause is found with the rules that say it, and with None if it is a definition.
    """

    def __init__(
        self, shown: Clauses, ranked: bool, views: tuple[View, ...], definitions: Definitions
    ) -> None:
        self._shown, self._ranked, self._views, self._definitions = shown, ranked, views, definitions
        self._false = {-clause[0] for clause in shown if len(clause) == 1 and clause[0] < 0}
        self._atoms: set[int] = set()
        self._queue: list[int] = []
        self._found: dict[Clause, list[Rule | None]] = {}
        self._waiting: dict[int, list[tuple[Clause, Rule]]] = {}
        for clause in shown:
            self._add_atoms(clause)
        for clause in definitions.unconditional:
            self._add(clause, None)
        for view in views:
            for rule in view.unconditional():
                self._consider(rule)
        self._follow()

    def beside(self, claim: Iterable[Rule]) -> "_Reach":
        """The same with a claim's rules; itself if they do not come in reach."""
        limits = [rule for rule in claim if self._ranked or rule.kind is Kind.EVERY]
        near = [(c, rule) for rule in limits for c in rule.material if self._missing(c) is None]
        if not near:
            return self
        wider = copy(self)
        wider._atoms, wider._queue = set(self._atoms), []
        wider._found = {clause: list(owners) for clause, owners in self._found.items()}
        wider._waiting = {atom: list(waiting) for atom, waiting in self._waiting.items()}
        for name in ("_alive", "rules", "clauses"):
            wider.__dict__.pop(name, None)
        for rule in limits:
            wider._consider(rule)
        wider._follow()
        return wider

    def _follow(self) -> None:
        while self._queue:
            atom = self._queue.pop()
            for clause, rule in self._waiting.pop(atom, ()):
                self._try(clause, rule)
            for clause in self._definitions.containing(-atom):
                if self._missing(clause) is None:
                    self._add(clause, None)
            for view in self._views:
                for rule in view.limiting(-atom):
                    self._consider(rule)

    def _consider(self, rule: Rule) -> None:
        if self._ranked or rule.kind is Kind.EVERY:
            for clause in rule.material:
                self._try(clause, rule)

    def _try(self, clause: Clause, rule: Rule) -> None:
        """Adds the clause of the rule, now or when an atom that it negates comes in reach."""
        missing = self._missing(clause)
        if missing is None:
            self._add(clause, rule)
        else:
            self._waiting.setdefault(missing, []).append((clause, rule))

    def _missing(self, clause: Clause) -> int | None:
        atoms = self._atoms
        for literal in clause:
            if literal < 0 and -literal not in atoms:
                return -literal
        return None

    def _add(self, clause: Clause, rule: Rule | None) -> None:
        owners = self._found.get(clause)
        if owners is None:
            owners = self._found[clause] = []
            self._add_atoms(clause)
        if rule not in owners:
            owners.append(rule)

    def _add_atoms(self, clause: Clause) -> None:
        for literal in clause:
            if literal > 0 and literal not in self._atoms and literal not in self._false:
                self._atoms.add(literal)
                self._queue.append(literal)

    @cached_property
    def _alive(self) -> set[Clause]:
        """The clauses whose every literal can clash.

        If only definitions compare, a case that is like what it is compared with satisfies those.
        """
        alive = _with_partners(self._found, self._shown)
        compares = self._definitions.atoms.compares
        comparing = {clause for clause in alive if compares(clause)}
        if not comparing or any(map(compares, self._shown)):
            return alive
        if any(owner is not None for clause in comparing for owner in self._found[clause]):
            return alive
        return _with_partners(alive - comparing, self._shown)

    @cached_property
    def rules(self) -> dict[Rule, None]:
        """The rules in reach that can clash."""
        alive = self._alive
        owners = (each for clause, owners in self._found.items() if clause in alive for each in owners)
        return {rule: None for rule in owners if rule is not None}

    @cached_property
    def clauses(self) -> dict[Clause, None]:
        """The definitions in reach that can clash."""
        alive = self._alive
        return {clause: None for clause, owners in self._found.items() if clause in alive and None in owners}

    @cached_property
    def clashes(self) -> bool:
        """Whether the case contradicts itself."""
        literals = {literal for clause in self._shown for literal in clause}
        return () in self._shown or any(-literal in literals for literal in literals)


def _met_by(limits: list[Rule], slicer: Slicer) -> Iterator[Rule]:
    """The rules whose cases may come in reach of what universal rules of the claim say."""
    found: dict[Rule, None] = {}
    for limit in limits:
        for clause in limit.material:
            for literal in _leading_to(clause, slicer.views, slicer.definitions):
                for view in slicer.views:
                    found.update(dict.fromkeys(rule for rule in view.showing(literal) if not rule.image))
    yield from found


def _leading_to(clause: Clause, views: tuple[View, ...], definitions: Definitions) -> list[Literal]:
    """Literals one of which a case has to show if the clause is to be in reach, and to matter."""
    atoms = _sources(clause, views, definitions)
    if atoms is not None:
        return list(atoms)
    return [-literal for literal in _connected(clause, views, definitions)]


def _sources(clause: Clause, views: tuple[View, ...], definitions: Definitions) -> list[int] | None:
    """Atoms one of which a case has to show for the clause to be in reach; None if that cannot be told."""
    found: dict[int, None] = {}
    queue = [clause]
    while queue:
        counts = [(count, atom) for atom in negated(queue.pop()) if (count := _frequency(atom, views)) is not None]
        if not counts:
            return None
        _, rarest = min(counts)
        if rarest not in found:
            found[rarest] = None
            queue += _limits_with(rarest, views, definitions)
    return list(found)


def _frequency(atom: int, views: tuple[View, ...]) -> int | None:
    counts = [view.frequency(atom) for view in views]
    return None if None in counts else sum(count for count in counts if count)


def _connected(clause: Clause, views: tuple[View, ...], definitions: Definitions) -> list[Literal]:
    """All literals that complementary literals lead to from a clause."""
    found = dict.fromkeys(clause)
    queue = list(clause)
    while queue:
        for each in _limits_with(-queue.pop(), views, definitions):
            new = [literal for literal in each if literal not in found]
            found.update(dict.fromkeys(new))
            queue += new
    return list(found)


def _limits_with(literal: Literal, views: tuple[View, ...], definitions: Definitions) -> Iterator[Clause]:
    """The clauses with the literal, of definitions and of rules."""
    yield from definitions.containing(literal)
    for view in views:
        for rule in view.limiting(literal):
            yield from (clause for clause in rule.material if literal in clause)


def _with_partners(limits: Iterable[Clause], shown: Clauses) -> set[Clause]:
    """Those of the clauses whose every literal has its complement in another one left, or shown."""
    left = list(limits)
    affirmed = {literal for clause in shown for literal in clause}
    while True:
        present = affirmed.union(*left)
        lonely = {literal for literal in present if -literal not in present}
        kept = [clause for clause in left if lonely.isdisjoint(clause)]
        if len(kept) == len(left):
            return set(kept)
        left = kept
