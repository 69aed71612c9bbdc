"""Reach: the clauses that can matter for one case. `storycheck.logic.slicing` says why these are enough."""

from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from operator import neg

from storycheck.logic.atoms import Clause, Literal
from storycheck.logic.constraints import Kind
from storycheck.logic.definitions import Definitions
from storycheck.logic.rules import Rule
from storycheck.logic.views import LocalView, View, negated

Clauses = tuple[Clause, ...]


class Reach:
    """The clauses in reach of one case: every atom that they negate may be true in it.

    A clause is found with the rules that say it, and with None if it is a definition.
    """

    def __init__(
        self,
        shown: Clauses,
        ranked: bool,
        views: tuple[View, ...],
        definitions: Definitions,
        certain: Clauses | None = None,
    ) -> None:
        """Everything in reach is found at once. ``ranked`` rules matter only to ranked ones.

        ``certain`` is what the case shows whatever units are asserted: by default, all that it shows.
        """
        self._shown, self._ranked, self._views, self._definitions = shown, ranked, views, definitions
        known = shown if certain is None else certain
        self._false = {-clause[0] for clause in known if len(clause) == 1 and clause[0] < 0}
        self._atoms: dict[int, None] = {}
        self._queue: list[int] = []
        self._found: dict[Clause, tuple[Rule | None, ...]] = {}
        self._waiting: dict[int, tuple[tuple[Clause, Rule], ...]] = {}
        self._considered: set[Rule] = set()
        self._narrower: Reach | None = None
        for clause in shown:
            self._add_atoms(clause)
        for clause in definitions.unconditional:
            self._add(clause, None)
        for view in views:
            for rule in view.unconditional():
                self._consider(rule)
        self._follow()

    def beside(self, claim: LocalView) -> "Reach":
        """The same with a claim's rules; itself if they do not come in reach."""
        near = dict.fromkeys(claim.unconditional())
        for atom in claim.watched if not claim.watched.isdisjoint(self._atoms.keys()) else ():
            if atom in self._atoms:
                near.update(dict.fromkeys(claim.watching(atom)))
        limits = [rule for rule in near if self._ranked or rule.kind is Kind.EVERY]
        if not any(self._missing(clause) is None for rule in limits for clause in rule.material):
            return self
        wider = self._copied()
        wider._views = (*self._views, claim)
        for rule in limits:
            wider._consider(rule)
        wider._follow()
        return wider

    def _copied(self) -> "Reach":
        """The same, to be made wider; what can clash in it can clash then."""
        wider = Reach.__new__(Reach)
        wider._shown, wider._ranked, wider._false = self._shown, self._ranked, self._false
        wider._definitions, wider._narrower = self._definitions, self
        wider._atoms, wider._queue = dict(self._atoms), []
        wider._found, wider._waiting = dict(self._found), dict(self._waiting)
        wider._considered = set(self._considered)
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
                for rule in view.watching(atom):
                    if rule not in self._considered:
                        self._consider(rule)

    def _consider(self, rule: Rule) -> None:
        self._considered.add(rule)
        if self._ranked or rule.kind is Kind.EVERY:
            for clause in rule.material:
                self._try(clause, rule)

    def _try(self, clause: Clause, rule: Rule) -> None:
        """Adds the clause of the rule, now or when an atom that it negates comes in reach."""
        missing = self._missing(clause)
        if missing is None:
            self._add(clause, rule)
        else:
            self._waiting[missing] = (*self._waiting.get(missing, ()), (clause, rule))

    def _missing(self, clause: Clause) -> int | None:
        atoms = self._atoms
        for literal in clause:
            if literal < 0 and -literal not in atoms:
                return -literal
        return None

    def _add(self, clause: Clause, rule: Rule | None) -> None:
        owners = self._found.get(clause, ())
        if not owners:
            self._add_atoms(clause)
        if rule not in owners:
            self._found[clause] = (*owners, rule)

    def _add_atoms(self, clause: Clause) -> None:
        for literal in clause:
            if literal > 0 and literal not in self._atoms and literal not in self._false:
                self._atoms[literal] = None
                self._queue.append(literal)

    @cached_property
    def _alive(self) -> set[Clause]:
        """The clauses whose every literal can clash.

        If only definitions compare, a case that is like what it is compared with satisfies those.
        """
        one_sided = self._definitions.atoms.one_sided
        if not one_sided(self._atoms) or any(map(one_sided, self._shown)):
            return self._partnered(self._found)
        comparing = self._comparing
        if self._said(comparing):
            alive = self._partnered(self._found)
            if self._said(comparing & alive):
                return alive
        return self._partnered(clause for clause in self._found if clause not in comparing)

    @cached_property
    def _comparing(self) -> set[Clause]:
        """The clauses that tell one side of a comparison."""
        one_sided, known = self._definitions.atoms.one_sided, self._narrower
        if known is None:
            return {clause for clause in self._found if one_sided(clause)}
        return known._comparing.union(filter(one_sided, self._found.keys() - known._found.keys()))

    def _said(self, clauses: Iterable[Clause]) -> bool:
        """Whether any of the clauses is no mere definition."""
        return any(owner is not None for clause in clauses for owner in self._found[clause])

    def _partnered(self, clauses: Iterable[Clause]) -> set[Clause]:
        """Those of the clauses whose every literal has its complement in another one left, or shown."""
        known = self._narrower
        if known is None:
            return _with_partners(clauses, {-literal for clause in self._shown for literal in clause})
        left = [clause for clause in clauses if clause not in known._alive]
        return known._alive | _with_partners(left, known._met)

    @cached_property
    def _met(self) -> set[Literal]:
        """The literals whose complements are shown, or in a clause that can clash."""
        return {-literal for clause in (*self._shown, *self._alive) for literal in clause}

    @cached_property
    def rules(self) -> dict[Rule, None]:
        """The rules in reach that can clash."""
        alive = self._alive
        owners = [owners for clause, owners in self._found.items() if clause in alive]
        return {rule: None for some in owners for rule in some if rule is not None}

    def has(self, rules: Iterable[Rule]) -> bool:
        """Whether any of the rules is in reach and can clash."""
        return any(rule in self._considered and rule in self.rules for rule in rules)

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


def met_by(
    limits: Iterable[Rule], views: tuple[View, ...], claim: LocalView, definitions: Definitions
) -> Iterator[Rule]:
    """The rules whose cases may come in reach of what universal rules of the claim say.

    One clause of the claim can lead to another: "everything is A, and what is A is B".
    """
    found: dict[Rule, None] = {}
    for limit in limits:
        for clause in limit.material:
            for literal in _leading_to(clause, (*views, claim), definitions):
                for view in views:
                    found.update(dict.fromkeys(rule for rule in view.showing(literal) if not rule.image))
    yield from found


def _leading_to(clause: Clause, views: tuple[View, ...], definitions: Definitions) -> list[Literal]:
    """Literals one of which a case has to show if the clause is to be in reach, and to matter."""
    atoms = _sources(clause, views, definitions)
    if atoms is not None:
        return list(atoms)
    return [-literal for literal in _connected(clause, views, definitions)]


def _sources(clause: Clause, views: tuple[View, ...], definitions: Definitions) -> list[int] | None:
    """Atoms one of which a case has to show for the clause to be in reach; None if it always is."""
    found: dict[int, None] = {}
    queue = [clause]
    while queue:
        counts = [(sum(view.frequency(atom) for view in views), atom) for atom in negated(queue.pop())]
        if not counts:
            return None
        _, rarest = min(counts)
        if rarest not in found:
            found[rarest] = None
            queue += _limits_with(rarest, views, definitions)
    return list(found)


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


def _with_partners(limits: Iterable[Clause], met: Collection[Literal]) -> set[Clause]:
    """Those of the clauses whose every literal is met, or has its complement in another one left."""
    left = list(limits)
    while True:
        present = set[Literal]().union(*left)
        lonely = present.difference(met, map(neg, present))
        kept = [clause for clause in left if lonely.isdisjoint(clause)]
        if len(kept) == len(left):
            return set(kept)
        left = kept
