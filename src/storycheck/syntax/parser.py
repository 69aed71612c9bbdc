"""The LALR(1) parser: tokens with several possible terminals in, trees out.

Each segment of a sentence comes with the terminals that it may be, best first (`tagger`). The automaton
of `grammar` takes the first that fits where it is; where that leads nowhere it goes back and tries the
next. All stacks are linked lists, so going back costs nothing. The number of steps is bounded.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from storycheck.records import NamedTuple
from storycheck.syntax.entries import NO_ENTRIES, SKIP
from storycheck.syntax.grammar import END, Table, table
from storycheck.syntax.made import made
from storycheck.syntax.tree import Choice, Node, Segment, Token

_STEPS_A_TOKEN = 400
_NOTHING = Segment(0, (), 0, 0, NO_ENTRIES)


# a stack as a linked list: the state on top, the value it came with, its tokens, and the stack below
_Stack = tuple[int, Any, tuple[Token, ...], Any]


class Stuck(NamedTuple):
    """Where no reading of the tokens got further: the position, and the terminals that would have fitted."""

    position: int
    expected: tuple[str, ...]


class Parser:
    """All trees of one sentence, best first; ``stuck`` tells afterwards how far the furthest try came."""

    def __init__(self, choices: Sequence[Choice]) -> None:
        """Take for each segment its possible roles, best first."""
        self._choices = choices
        self._table: Table = table()
        self._states, self._rules, self._accept = self._table.states, self._table.rules, self._table.accept
        self._start: _Stack = (self._table.start, None, (), (-1, None, (), None))
        self._furthest: tuple[int, _Stack] = (0, self._start)

    @property
    def stuck(self) -> Stuck:
        """Where the furthest try ended."""
        position, stack = self._furthest
        expected = (symbol for symbol in self._table.states[stack[0]] if symbol.isupper() or symbol == END)
        return Stuck(position, tuple(sorted(expected)))

    def trees(self) -> Iterator[Node]:
        """The trees, in the order in which the tagger prefers them."""
        choices, last = self._choices, len(self._choices)
        steps = _STEPS_A_TOKEN * (last + 2)
        open_choices: list[tuple[int, int, _Stack]] = [(0, 0, self._start)]
        while open_choices and steps > 0:
            position, choice, stack = open_choices.pop()
            while position < last:
                segment, roles = choices[position]
                for at in range(choice, len(roles)):
                    terminal, value = roles[at]
                    steps -= 1
                    moved = stack if terminal == SKIP else self._shift(stack, terminal, segment, value)
                    if moved is not None:
                        break
                else:
                    break
                if at + 1 < len(roles):
                    open_choices.append((position, at + 1, stack))
                position, choice, stack = position + 1, 0, moved
            if position > self._furthest[0]:
                self._furthest = (position, stack)
            if position == last:
                accepted = self._shift(stack, END, _NOTHING, "")
                if accepted is not None:
                    yield accepted[1]

    def _shift(self, stack: _Stack, terminal: str, segment: Segment, value: str) -> _Stack | None:
        """The stack after the reductions that a terminal asks for and its shift; None if it does not fit."""
        states, rules, accept = self._states, self._rules, self._accept
        state, top, leaves, below = stack
        while True:
            names, state, action = _renamed(below[0], state, terminal)
            if action is None and state != accept:
                return None
            for name in names:
                top = made(Node, (name, top if type(top) is tuple else (top,), leaves))
            if action is None:
                return state, top, leaves, below
            if action >= 0:
                token = made(Token, (terminal, segment, value))
                return action, token, (token,), (state, top, leaves, below)
            origin, name, length, inline = rules[-1 - action]
            children: tuple[Node | Token, ...] = top if type(top) is tuple else (top,)
            while length > 1:  # no rule is empty
                _, taken, before, below = below
                children = (taken if type(taken) is tuple else (taken,)) + children
                leaves = before + leaves
                length -= 1
            state = states[below[0]][origin]
            top = children if inline else made(Node, (name, children, leaves))


@cache
def _renamed(below: int, state: int, terminal: str) -> tuple[tuple[str, ...], int, int | None]:
    """The reductions by rules of one symbol that a terminal asks for, which are most, found once for all.

    The names of their nodes, the state in which they end, and what is done there; None if nothing can be,
    or if it is the state that accepts.
    """
    states, rules, _, accept = table()
    names: list[str] = []
    while state != accept:
        action = states[state].get(terminal)
        if action is None or action >= 0 or rules[-1 - action].length > 1:
            return tuple(names), state, action
        rule = rules[-1 - action]
        names += () if rule.inline else (rule.name,)
        state = states[below][rule.origin]
    return tuple(names), state, None
