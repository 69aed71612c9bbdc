"""The parse table: Lark's LALR(1) table of `grammar/storycheck.lark` as plain data.

Lark checks the grammar (``strict=True``: no conflict is resolved in silence) and computes the table. It is
kept for later runs, so that reading a sentence needs neither Lark nor its start-up time.
"""

import marshal
from collections import deque
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from storycheck.cache import kept
from storycheck.records import NamedTuple
from storycheck.where import data_folder

END = "$END"


class Rule(NamedTuple):
    """A production: its node's name, how many symbols it takes, whether its children go to its parent."""

    origin: str
    name: str
    length: int
    inline: bool


class Table(NamedTuple):
    """States as maps from symbol to action.

    A shift or goto to state ``n`` is ``n``, a reduction by rule ``r`` is ``-1 - r``; ``accept`` is the
    state that has read a whole sentence.
    """

    states: tuple[dict[str, int], ...]
    rules: tuple[Rule, ...]
    start: int
    accept: int


@cache
def table() -> Table:
    """The table of the grammar as it is now."""
    data = marshal.loads(kept("grammar", ("syntax",), _made))
    return Table(tuple(data["states"]), tuple(map(Rule._make, data["rules"])), data["start"], data["accept"])


def _made() -> bytes:
    return marshal.dumps(compiled((data_folder("grammar") / "storycheck.lark").read_text(encoding="utf-8")))


def compiled(source: str) -> dict[str, Any]:
    """The table as plain data; raises lark's GrammarError on a conflict."""
    from lark import Lark  # noqa: PLC0415  (only where the table is made)
    from lark.lexer import Lexer  # noqa: PLC0415

    class NoLexer(Lexer):
        """Lark's own lexer is not used: tokens come from the tagger."""

        def __init__(self, _conf: object) -> None:
            """Take no configuration."""

        def lex(self, lexer_state: Any, parser_state: Any) -> Iterator[Any]:
            """Give no token."""
            return iter(())

    lark = Lark(source, parser="lalr", strict=True, lexer=NoLexer, start="start")
    parse_table = lark.parser.parser._parse_table
    rules = sorted(lark.rules, key=str)
    numbers = {rule: number for number, rule in enumerate(rules)}
    start = parse_table.start_states["start"]
    order = _order(parse_table.states, start)
    states = [
        {
            str(symbol): _action(action, numbers, order)
            for symbol, action in sorted(parse_table.states[state].items())
        }
        for state in order
    ]
    return {
        "states": states,
        "rules": [tuple(_rule(rule)) for rule in rules],
        "start": order[start],
        "accept": order[parse_table.end_states["start"]],
    }


def _order(states: Mapping[int, Mapping[str, Any]], start: int) -> dict[int, int]:
    """The states by their new numbers, in the order in which they are come by: Lark's own differs by run."""
    order, waiting = {start: 0}, deque([start])
    while waiting:
        for _, (kind, target) in sorted(states[waiting.popleft()].items()):
            if kind.name != "Reduce" and target not in order:
                order[target] = len(order)
                waiting.append(target)
    return order


def _action(action: Any, numbers: dict[Any, int], order: dict[int, int]) -> int:
    kind, target = action
    return -1 - numbers[target] if kind.name == "Reduce" else order[target]


def _rule(rule: Any) -> Rule:
    origin = str(rule.origin.name)
    return Rule(origin, str(rule.alias or origin), len(rule.expansion), origin.startswith("_"))
