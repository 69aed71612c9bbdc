"""Slicing: which rules can matter for a claim.

Every test of `storycheck.solving.problem` asks for one case that shows something, within clauses that
limit it: definitions, and what rules say of every case (at its rank). Two facts keep the clauses few.

*Reach.* Atoms that no clause in reach mentions can be false. A clause is in reach only if all atoms that
it negates are; then so are its other atoms. (A case of the clauses in reach, with all other atoms false,
satisfies the clauses out of reach too: each of them negates one of those.)

*Purity.* A clause with a literal whose complement is nowhere in reach can be satisfied by that literal.

What the tests are: those of the claim's own cases; for a universal claim, those of the cases of other
rules in whose reach the claim comes; and for every ranked rule that can stand in the way of a ranked rule,
its own (a contradiction among ranked rules is closed under "stands in the way of"). `docs/meaning.md` has
the argument; a test holds slices against no slicing.
"""

from collections.abc import Iterable, Iterator
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

    def frequency(self, atom: int) -> int:
        """How many rules show the atom or its contrary, roughly."""


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

    def frequency(self, atom: int) -> int:
        """See `View`."""
        return len(self._showing.get(atom, ())) + len(self._showing.get(-atom, ()))


def negated(clause: Clause) -> list[int]:
    """The atoms that a clause negates."""
    return [-literal for literal in clause if literal < 0]


def sliced(branch: tuple[Rule, ...], views: tuple[View, ...], definitions: Definitions) -> Slice:
    """The slice for the claim's rules (one way of its being true or false)."""
    return _Slicer(branch, views, definitions).slice()


def unsliced(branch: tuple[Rule, ...], rules: Iterable[Rule], definitions: Definitions) -> Slice:
    """The claim's rules with all of some others (mirror images included) and all definitions they need."""
    claim, rest = _with_images(branch, definitions), tuple(rules)
    atoms = (abs(lit) for rule in (*claim, *rest) for clause in rule.clauses for lit in clause)
    return Slice(claim, definitions.closure(atoms), rest)


def clashing(rules: tuple[Rule, ...], definitions: Definitions) -> Slice:
    """What can clash among rules, mirror images included, without a claim. That there is a case is given."""
    view = LocalView(rules)
    slicer = _Slicer((Rule(Kind.SOME, (), (), None),), (view,), definitions)
    for rule in rules:
        if not rule.image:
            slicer.test(rule)
    return slicer.slice()


def _with_images(branch: tuple[Rule, ...], definitions: Definitions) -> tuple[Rule, ...]:
    return tuple(each for rule in branch for each in rule.with_image(definitions.atoms))


class _Slicer:
    """Collects what the tests of a claim can need."""

    def __init__(
        self, branch: tuple[Rule, ...], views: tuple[View, ...], definitions: Definitions
    ) -> None:
        self._claim = _with_images(branch, definitions)
        self._views, self._definitions = views, definitions
        self._kept: dict[Rule, None] = {}
        self._clauses: dict[Clause, None] = {}
        self._tested: set[Rule | None] = set()
        self._facts = [r for view in views for r in _facts_of(view)]

    def slice(self) -> Slice:
        """What the tests tried so far and those of the claim can need."""
        for rule in self._claim:
            if rule.kind is not Kind.EVERY and not rule.image:
                self.test(rule)
        limits = [rule for rule in self._claim if rule.kind is Kind.EVERY]
        for rule in _met_by(limits, self._views, self._definitions):
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
            shown = each.shows
            if each.kind is Kind.OWN:
                shown = tuple(c for fact in (*self._own_claim(), *self._facts) for c in fact.shows)
            reach = _Reach(shown, each.kind, self._claim, self._views, self._definitions)
            rules, clauses = reach.alive()
            if needed is not None and not any(r in rules for r in needed):
                continue
            self._tested.add(key)
            if rules or clauses or _self_clash(shown):
                self._keep(each, rules, clauses)
            queue += [(r, None) for r in rules if r.kind.ranks and r not in self._tested]

    def _own_claim(self) -> Iterator[Rule]:
        return (rule for rule in self._claim if rule.kind is Kind.OWN)

    def _keep(self, tested: Rule, rules: Iterable[Rule], clauses: Iterable[Clause]) -> None:
        self._kept[tested] = None
        self._kept.update(dict.fromkeys(rules))
        self._clauses.update(dict.fromkeys(clauses))
        if tested.kind is Kind.OWN:
            self._kept.update(dict.fromkeys(self._facts))


class _Reach:
    """The clauses in reach of one case."""

    def __init__(
        self,
        shown: Clauses,
        kind: Kind,
        claim: tuple[Rule, ...],
        views: tuple[View, ...],
        definitions: Definitions,
    ) -> None:
        self._shown, self._ranked = shown, kind.ranks
        self._views, self._definitions = views, definitions
        self._atoms: set[int] = set()
        self._queue: list[int] = []
        self._found: dict[Clause, list[Rule]] = {}
        self._waiting: dict[int, list[tuple[Clause, Rule]]] = {}
        self._claim = LocalView(claim)
        self._follow()

    def _follow(self) -> None:
        for clause in self._shown:
            self._add_atoms(clause)
        for clause in self._definitions.unconditional:
            self._add(clause, None)
        for view in (self._claim, *self._views):
            for rule in view.unconditional():
                self._consider(rule)
        while self._queue:
            atom = self._queue.pop()
            literal = -atom
            for clause, rule in self._waiting.pop(atom, ()):
                self._try(clause, rule)
            for clause in self._definitions.containing(literal):
                if self._within(clause):
                    self._add(clause, None)
            for view in (self._claim, *self._views):
                for rule in view.limiting(literal):
                    self._consider(rule)

    def _consider(self, rule: Rule) -> None:
        if self._ranked or rule.kind is Kind.EVERY:
            for clause in rule.material:
                self._try(clause, rule)

    def _try(self, clause: Clause, rule: Rule) -> None:
        """Adds the clause of the rule, now or when an atom that it negates comes in reach."""
        missing = next((-lit for lit in clause if lit < 0 and -lit not in self._atoms), None)
        if missing is None:
            self._add(clause, rule)
        else:
            self._waiting.setdefault(missing, []).append((clause, rule))

    def _within(self, clause: Clause) -> bool:
        atoms = self._atoms
        return all(literal > 0 or -literal in atoms for literal in clause)

    def _add(self, clause: Clause, rule: Rule | None) -> None:
        owners = self._found.get(clause)
        if owners is None:
            owners = self._found[clause] = []
            self._add_atoms(clause)
        if rule is not None and rule not in owners:
            owners.append(rule)

    def _add_atoms(self, clause: Clause) -> None:
        for literal in clause:
            atom = abs(literal)
            if atom not in self._atoms:
                self._atoms.add(atom)
                self._queue.append(atom)

    def alive(self) -> tuple[dict[Rule, None], list[Clause]]:
        """The rules, and the definitions, with a clause whose every literal can clash."""
        left = _with_partners(self._found, self._shown)
        rules = {rule: None for clause in self._found if clause in left for rule in self._found[clause]}
        return rules, [clause for clause, owners in self._found.items() if clause in left and not owners]


def _met_by(limits: list[Rule], views: tuple[View, ...], definitions: Definitions) -> Iterator[Rule]:
    """The rules whose cases may come in reach of what universal rules of the claim say."""
    found: dict[Rule, None] = {}
    for limit in limits:
        for clause in limit.material:
            for literal in _leading_to(clause, views, definitions):
                for view in views:
                    found.update(dict.fromkeys(rule for rule in view.showing(literal) if not rule.image))
    yield from found


def _leading_to(clause: Clause, views: tuple[View, ...], definitions: Definitions) -> list[Literal]:
    """Literals one of which a case has to show if the clause is to be in reach, and to matter."""
    atoms = _sources(clause, views, definitions)
    if atoms is not None:
        return [literal for atom in atoms for literal in (atom, -atom)]
    return [-literal for literal in _connected(clause, views, definitions)]


def _sources(clause: Clause, views: tuple[View, ...], definitions: Definitions) -> list[int] | None:
    """Atoms one of which a case has to show for the clause to be in reach; None if every case does."""
    found: dict[int, None] = {}
    queue = [clause]
    while queue:
        atoms = negated(queue.pop())
        if not atoms:
            return None
        rarest = min(atoms, key=lambda atom: (sum(view.frequency(atom) for view in views), atom))
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


def _facts_of(view: View) -> Iterable[Rule]:
    return view.facts if isinstance(view, LocalView) else ()


def _self_clash(shown: Clauses) -> bool:
    literals = {literal for clause in shown for literal in clause}
    return () in shown or any(-literal in literals for literal in literals)


def _with_partners(limits: Iterable[Clause], shown: Clauses) -> set[Clause]:
    """Those of the clauses whose every literal has its complement in another one left, or shown."""
    count: dict[Literal, int] = {}
    users: dict[Literal, list[Clause]] = {}
    left = set(limits)
    for clause in (*left, *shown):
        for literal in clause:
            count[literal] = count.get(literal, 0) + 1
    for clause in left:
        for literal in clause:
            users.setdefault(-literal, []).append(clause)
    doomed = [clause for clause in left if any(not count.get(-literal) for literal in clause)]
    while doomed:
        clause = doomed.pop()
        if clause in left:
            left.discard(clause)
            for literal in clause:
                count[literal] -= 1
                if not count[literal]:
                    doomed.extend(users.get(literal, ()))
    return left
