"""What reading a sentence yields before meaning: segments, tokens and a small tree. All keep their place."""

from typing import NamedTuple

from storycheck.source import Span
from storycheck.syntax.lexicon import Entry, Words


class Segment(NamedTuple):
    """A known phrase as it stands in the sentence, with all that it may be.

    ``position`` counts the segments of the sentence; ``start`` and ``end`` are code points of it.
    """

    position: int
    words: Words
    start: int
    end: int
    entries: tuple[Entry, ...]

    def word(self, *classes: str) -> str | None:
        """Its value in the first of these closed classes that it belongs to."""
        for name in classes:
            for entry in self.entries:
                if entry.kind == "word" and entry.ref == name:
                    return entry.part
        return None

    def entry(self, kind: str, *parts: str) -> Entry | None:
        """Its first entry of this kind with one of these parts."""
        for entry in self.entries:
            if entry.kind == kind and entry.part in parts:
                return entry
        return None

    def has_form(self, *forms: str) -> bool:
        """Whether it may stand in one of these forms."""
        return any(entry.form in forms for entry in self.entries)

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)

    @property
    def text(self) -> str:
        """Its words, lower-case."""
        return " ".join(self.words)


Roles = tuple[tuple[str, str], ...]  # pairs of a terminal of the grammar and a value
SKIP = "SKIP"  # the role of what may be left out


class Choice(NamedTuple):
    """A segment with the roles it may have, best first."""

    segment: Segment
    roles: Roles


class Token(NamedTuple):
    """A segment in one of its roles: a terminal of the grammar, and the value that the role has."""

    terminal: str
    segment: Segment
    value: str = ""


class Node(NamedTuple):
    """A production of the grammar with what it spans."""

    name: str
    children: "tuple[Node | Token, ...]"

    def nodes(self, *names: str) -> "list[Node]":
        """The children that are nodes, of these names if any are given."""
        return [
            child for child in self.children if isinstance(child, Node) and (not names or child.name in names)
        ]

    def node(self, *names: str) -> "Node | None":
        """The first child of one of these names."""
        for child in self.children:
            if isinstance(child, Node) and child.name in names:
                return child
        return None

    def token(self, *terminals: str) -> Token | None:
        """The first child that is one of these terminals."""
        for child in self.children:
            if isinstance(child, Token) and child.terminal in terminals:
                return child
        return None

    def tokens(self) -> "list[Token]":
        """Every token below, left to right."""
        found: list[Token] = []
        waiting: list[Node | Token] = [self]
        while waiting:
            child = waiting.pop()
            if type(child) is Node:
                waiting.extend(reversed(child.children))
            else:
                found.append(child)  # type: ignore[arg-type]
        return found

    @property
    def span(self) -> Span:
        """From its first token to its last."""
        first, last = _leaf(self, 0), _leaf(self, -1)
        return Span(first.start, last.end) if first and last else Span(0, 0)


def _leaf(node: Node, side: int) -> Segment | None:
    """The first (0) or last (-1) segment below a node; every node but an empty one has some."""
    found: Node | Token = node
    while isinstance(found, Node):
        if not found.children:
            return None
        found = found.children[side]
    return found.segment
