"""Nodes give their children by name, and their tokens in order."""

from storycheck.source import Span
from storycheck.syntax.entries import NO_ENTRIES
from storycheck.syntax.tree import Node, Segment, Token

SGD = Token("NOUN", Segment(0, ("sgd",), 0, 3, NO_ENTRIES))
OFTEN = Token("FREQ", Segment(1, ("often",), 4, 9, NO_ENTRIES))
WORKS = Token("VI", Segment(2, ("works",), 10, 15, NO_ENTRIES))
CORE, PRED = Node.of("core", (SGD,)), Node.of("pred", (OFTEN, Node.of("vp", (WORKS,))))
CLAUSE = Node.of("clause", (CORE, PRED))


def test_children_are_found_by_name() -> None:
    assert (CLAUSE.node("pred", "vp"), CLAUSE.node("vp")) == (PRED, None)
    assert (PRED.token("FREQ"), PRED.token("VI")) == (OFTEN, None)
    assert (CLAUSE.nodes(), CLAUSE.nodes("core"), PRED.nodes()) == ([CORE, PRED], [CORE], [PRED.children[1]])


def test_tokens_come_left_to_right() -> None:
    assert CLAUSE.tokens() == (SGD, OFTEN, WORKS)
    assert (CLAUSE.first(), PRED.first()) == (SGD, OFTEN)


def test_a_node_spans_its_tokens() -> None:
    assert (CLAUSE.span, PRED.span) == (Span(0, 15), Span(4, 15))
    assert (Node.of("empty", ()).span, Node.of("empty", ()).first()) == (Span(0, 0), None)
