"""What reading a sentence yields before meaning: segments, tokens and a small tree. All keep their place."""

from collections.abc import Sequence
from itertools import chain

from storycheck.records import NamedTuple
from storycheck.source import Span
from storycheck.syntax.entries import Entries, Entry, Roles
from storycheck.syntax.made import made
from storycheck.syntax.starting import Words


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
        return not self.entries.forms.isdisjoint(forms)

    @property
    def span(self) -> Span:
        """Where it stands."""
        return made(Span, self[2:4])

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
    """A production of the grammar with what it spans.

    ``leaves``  every token below, left to right
    """

    name: str
    children: "tuple[Node | Token, ...]"
    leaves: tuple[Token, ...]

    @classmethod
    def of(cls, name: str, children: "Sequence[Node | Token]") -> "Node":
        """The node with these children, where it is not the parser that makes it."""
        leaves = (child.leaves if isinstance(child, Node) else (child,) for child in children)
        return cls(name, tuple(children), tuple(chain.from_iterable(leaves)))

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

    def tokens(self) -> tuple[Token, ...]:
        """Every token below, left to right."""
        return self.leaves

    def first(self) -> Token | None:
        """The first token below; None if the node is empty."""
        return self.leaves[0] if self.leaves else None

    @property
    def span(self) -> Span:
        """From its first token to its last."""
        leaves = self.leaves
        return Span(leaves[0].segment.start, leaves[-1].segment.end) if leaves else Span(0, 0)
