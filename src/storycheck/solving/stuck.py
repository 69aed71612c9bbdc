"""All minimal sets of units with which a ranked rule can never be placed, by what blocks each rule.

A rule is stuck iff it is in a set of ranked rules of which each is blocked by others of the set (or by what
holds of every case): see `storycheck.solving.trials`. Only weak rules may not block each other in a circle:
cases of one rank satisfy them all. What blocks one rule is a question about one case, whose minimal answers
`storycheck.solving.elimination` finds; sets are made of these, rule by rule.
"""

from collections.abc import Iterator

from storycheck.logic.constraints import Kind
from storycheck.records import NamedTuple
from storycheck.solving.elimination import Elimination, Labelled
from storycheck.solving.masks import Mask, bits
from storycheck.solving.problem import Problem

MOST_STATES = 20_000
"""Incomplete sets looked at, at most."""


class _State(NamedTuple):
    """A set of units and ranked rules; which of these have what blocks them in it; and which weak rules
    have to come after which others."""

    mask: Mask
    done: Mask
    order: tuple[tuple[Mask, Mask], ...] = ()


class Stuck:
    """The sets for the ranked rules of a problem. A mask has the units and, above these, the ranked rules."""

    def __init__(self, problem: Problem, ranked: list[int]) -> None:
        """Nothing is found yet."""
        self._problem = problem
        width = max(mask.bit_length() for mask in problem.masks)
        self._units = (1 << width) - 1
        self._rules = {1 << (width + place): index for place, index in enumerate(ranked)}
        self._marks = {index: bit | problem.masks[index] for bit, index in self._rules.items()}
        self._weak = sum(bit for bit, index in self._rules.items() if self._is_weak(index))
        clauses: list[Labelled] = [(clause, 0) for clause in problem.definitions]
        for index, rule in enumerate(problem.rules):
            if rule.kind is Kind.EVERY or rule.kind.ranks:
                mark = self._marks.get(index, problem.masks[index])
                clauses += ((clause, mark) for clause in rule.material)
        self._limiting = Elimination(clauses, problem.limits.patience)
        self._blocking: dict[Mask, list[Mask] | None] = {}
        self._found: list[Mask] = []

    def sets(self, goals: list[int]) -> list[Mask] | None:
        """The minimal sets of units with which one of the goals is stuck, and others; None if too many."""
        queue = [_State(self._marks[goal], 0) for goal in reversed(goals)]
        seen = set(queue)
        while queue:
            state = queue.pop()
            if any(found & state.mask == found for found in self._found):
                continue
            further = self._further(state)
            if further is None or len(seen) > MOST_STATES * self._problem.limits.patience:
                return None
            new = [each for each in further if each not in seen]
            seen.update(new)
            queue += reversed(new)
        return self._found

    def _further(self, state: _State) -> list[_State] | None:
        """The ways to block one more rule of the set; if none is left to block, the set is found."""
        left = state.mask & ~self._units & ~state.done
        if not left:
            self._found.append(state.mask & self._units)
            return []
        bit = next(bits(left))
        as_it_is = self._each_way(state, bit, self._limiting.contradictory(self._shown(bit), state.mask))
        for each in as_it_is or ():
            if each.order == state.order:
                return [each]  # nothing else can need less
        return self._each_way(state, bit, self._blocked(bit))

    def _each_way(self, state: _State, bit: Mask, ways: list[Mask] | None) -> list[_State] | None:
        """The sets in which a rule is blocked in one of some ways, if weak rules make no circle."""
        if ways is None:
            return None
        ordered = ((way, self._ordered(state, bit, way)) for way in ways)
        done = state.done | bit
        return [_State(state.mask | way, done, order) for way, order in ordered if order is not None]

    def _blocked(self, bit: Mask) -> list[Mask] | None:
        """The minimal sets that block a ranked rule."""
        if bit not in self._blocking:
            self._blocking[bit] = self._limiting.contradictory(self._shown(bit))
        return self._blocking[bit]

    def _shown(self, bit: Mask) -> Iterator[Labelled]:
        return ((clause, 0) for clause in self._problem.rules[self._rules[bit]].shows)

    def _is_weak(self, index: int) -> bool:
        return self._problem.rules[index].kind is Kind.AT_LEAST

    def _ordered(self, state: _State, bit: Mask, way: Mask) -> tuple[tuple[Mask, Mask], ...] | None:
        """The order of weak rules with one more rule blocked in this way; None if that makes a circle."""
        if not bit & self._weak or not way & self._weak:
            return state.order
        order = left = (*state.order, (bit, way & self._weak))
        while left:
            waiting = sum(weak for weak, _ in left)
            blocked = tuple(each for each in left if each[1] & waiting)
            if len(blocked) == len(left):
                return None
            left = blocked
        return order
