"""What reading a sentence yields before meaning: segments, tokens and a small tree. All keep their place."""

from typing import NamedTuple

from storycheck.source import Span
from storycheck.syntax.entries import Entries, Entry, Roles
from storycheck.syntax.tables import Words


class Segment(NamedTuple):
    """A known phrase as it stands in the sentence, with all that it may be.

    ``position`` counts the segments of the sentence; ``start`` and ``end`` are code points of it.
    """

    position: int
    words: Words
    start: int
    end: int
    entries: Entries

    def word(self, *classes: str) -> str | None:
        """Its value in the first of these closed classes that it belongs to."""
        values = self.entries.values
        for name in classes:
            if name in values:
                return values[name]
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

    # A child's first field is its name or terminal; names are written small and terminals large, so that
    # to look for one is never to find the other.

    def nodes(self, *names: str) -> "list[Node]":
        """The children that are nodes, of these names if any are given."""
        if not names:
            return [child for child in self.children if type(child) is Node]
        return [child for child in self.children if child[0] in names]  # type: ignore[misc]

    def node(self, *names: str) -> "Node | None":
        """The first child of one of these names."""
        for child in self.children:
            if child[0] in names:
                return child  # type: ignore[return-value]
        return None

    def token(self, *terminals: str) -> Token | None:
        """The first child that is one of these terminals."""
        for child in self.children:
            if child[0] in terminals:
                return child  # type: ignore[return-value]
        return None

    def tokens(self) -> "list[Token]":
        """Every token below, left to right."""
        found: list[Token] = []
        _gather(self.children, found)
        return found

    def first(self) -> Token | None:
        """The first token below; None if the node is empty."""
        return _leaf(self, 0)

    @property
    def span(self) -> Span:
        """From its first token to its last."""
        first, last = _leaf(self, 0), _leaf(self, -1)
        return Span(first.segment.start, last.segment.end) if first and last else Span(0, 0)


def _gather(children: "tuple[Node | Token, ...]", found: list[Token]) -> None:
    """Add the tokens below."""
    for child in children:
        if type(child) is Node:
            _gather(child.children, found)
        else:
            found.append(child)  # type: ignore[arg-type]


def _leaf(node: Node, side: int) -> Token | None:
    """The first (0) or last (-1) token below a node; every node but an empty one has some."""
    found: Node | Token = node
    while type(found) is Node:
        if not found.children:
            return None
        found = found.children[side]
    return found  # type: ignore[return-value]
