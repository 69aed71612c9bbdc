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

from collections.abc import Collection, Iterable

from storycheck.logic.atoms import Clause
from storycheck.logic.constraints import Kind
from storycheck.logic.definitions import Definitions
from storycheck.logic.reach import Reach, met_by
from storycheck.logic.rules import Rule
from storycheck.logic.views import LocalView, View
from storycheck.records import NamedTuple


class Slice(NamedTuple):
    """The claim's rules with their mirror images; definitions and rules that can contradict them.

    ``idle``: nothing can, and the claim does not contradict itself.
    """

    claim: tuple[Rule, ...]
    definitions: tuple[Clause, ...]
    rules: tuple[Rule, ...]
    idle: bool = False


def unsliced(branch: tuple[Rule, ...], rules: Iterable[Rule], definitions: Definitions) -> Slice:
    """The claim's rules with all of some others (mirror images included) and all definitions they need."""
    claim, rest = _with_images(branch, definitions), tuple(rules)
    atoms = (abs(lit) for rule in (*claim, *rest) for clause in rule.clauses for lit in clause)
    return Slice(claim, definitions.closure(atoms), rest)


def clashing(fixed: tuple[Rule, ...], rules: tuple[Rule, ...], definitions: Definitions) -> Slice:
    """What can clash among rules, mirror images included, without a claim. That there is a case is given.

    With ``fixed`` rules, what can clash with these: the others are known not to clash by themselves.
    """
    every = (*fixed, *rules)
    cut = _Cut((Rule(Kind.SOME, (), (), None),), Slicer((LocalView(every),), definitions))
    concerned = set(fixed or rules)
    for rule in every:
        if not rule.image and rule.kind is not Kind.EVERY:
            always = rule in concerned or rule.kind is Kind.OWN
            cut.test(rule, None if always else concerned)
    return cut.slice()


def _with_images(branch: tuple[Rule, ...], definitions: Definitions) -> tuple[Rule, ...]:
    return tuple(each for rule in branch for each in rule.with_image(definitions.atoms))


class Slicer:
    """Cuts slices out of the same rules; what is in reach of their cases is found once."""

    def __init__(self, views: tuple[View, ...], definitions: Definitions) -> None:
        """``views`` are all the rules there are beside a claim's own."""
        self.views, self.definitions = views, definitions
        self.facts = tuple(rule for view in views if isinstance(view, LocalView) for rule in view.facts)
        self._reaches: dict[Rule, Reach] = {}

    def sliced(self, branch: tuple[Rule, ...]) -> Slice:
        """The slice for the claim's rules (one way of its being true or false)."""
        return _Cut(branch, self).slice()

    def reach(self, rule: Rule) -> Reach:
        """What is in reach of the rule's case when no claim is made."""
        found = self._reaches.get(rule)
        if found is None:
            found = self._reaches[rule] = Reach(rule.shows, rule.kind.ranks, self.views, self.definitions)
        return found


class _Cut:
    """Collects what the tests of one claim can need."""

    def __init__(self, branch: tuple[Rule, ...], slicer: Slicer) -> None:
        self._claim = dict.fromkeys(_with_images(branch, slicer.definitions))
        self._view = LocalView(self._claim)
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
        for rule in met_by(limits, self._slicer.views, self._view, self._slicer.definitions):
            self.test(rule, limits)
        mine = tuple(r for r in self._claim if not r.image or r in self._kept)
        rules = tuple(rule for rule in self._kept if rule not in self._claim)
        return Slice(mine, tuple(self._clauses), rules, idle=not self._kept)

    def test(self, rule: Rule, concerning: Collection[Rule] | None = None) -> None:
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
            if needed is not None and not reach.has(needed):
                continue
            self._tested.add(key)
            if reach.rules or reach.clauses or reach.clashes:
                self._keep(each, reach)
            queue += [(r, None) for r in reach.rules if r.kind.ranks and r not in self._tested]

    def _reach(self, rule: Rule) -> Reach:
        slicer = self._slicer
        if rule.kind is Kind.OWN:
            certain = tuple(clause for fact in self._own for clause in fact.shows)
            shown = certain + tuple(clause for fact in slicer.facts for clause in fact.shows)
            return Reach(shown, False, slicer.views, slicer.definitions, certain).beside(self._view)
        if rule in self._claim:
            return Reach(rule.shows, rule.kind.ranks, slicer.views, slicer.definitions).beside(self._view)
        return slicer.reach(rule).beside(self._view)

    def _keep(self, tested: Rule, reach: Reach) -> None:
        self._kept[tested] = None
        self._kept.update(reach.rules)
        self._clauses.update(reach.clauses)
        if tested.kind is Kind.OWN:
            self._kept.update(dict.fromkeys(self._slicer.facts))
