"""The grammar has no conflict, its table is kept as it is, and our automaton agrees with Lark's."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import lark
import pytest
from lark.lexer import Lexer

from storycheck.meaning.closed import closed_words
from storycheck.meaning.inflect import verb_forms
from storycheck.syntax.entries import Entry
from storycheck.syntax.grammar import compiled, table
from storycheck.syntax.parser import Parser
from storycheck.syntax.segment import segmented
from storycheck.syntax.tagger import tagged
from storycheck.syntax.tree import Node, Token
from storycheck.syntax.words import closed_class
from storycheck.where import data_folder
from tests.meaning.test_constructions import PAIRS
from tests.vocabulary import LANGUAGE

SOURCE = (data_folder("grammar") / "storycheck.lark").read_text(encoding="utf-8")
SENTENCES = [sentence for sentence, _ in PAIRS]


class Given(Lexer):
    """Passes tokens on to Lark as they are."""

    def __init__(self, conf: Any) -> None: ...

    def lex(self, tokens: Any, state: Any = None) -> Iterator[lark.Token]:
        return iter(tokens)


@pytest.fixture(scope="module")
def stock() -> lark.Lark:
    return lark.Lark(SOURCE, parser="lalr", strict=True, lexer=Given, start="start")


def tree_of(sentence: str) -> Node:
    segments = segmented(sentence, (LANGUAGE.lexicon, closed_words())).segments
    return next(Parser(tagged(segments)).trees())


def shape(node: Node | Token | lark.Tree[lark.Token] | lark.Token) -> Any:
    if isinstance(node, Node):
        return (node.name, *(shape(child) for child in node.children))
    if isinstance(node, lark.Tree):
        return (str(node.data), *(shape(child) for child in node.children))
    return node.terminal if isinstance(node, Token) else node.type


def test_words_have_all_their_forms(tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("freq A: forevermore\nv-make make: bake\n", encoding="utf-8")
    lexicon = closed_class(tmp_path, lambda verb: verb_forms(verb)._asdict())
    assert lexicon.phrases[("forevermore",)] == (Entry("word", "freq", "A"),)
    assert ("baking",) in lexicon.phrases


def test_the_table_that_is_kept_is_of_this_grammar() -> None:
    fresh = compiled(SOURCE)
    assert list(table().states) == fresh["states"]
    assert [tuple(rule) for rule in table().rules] == fresh["rules"]
    assert (table().start, table().accept) == (fresh["start"], fresh["accept"])


def test_a_conflict_is_an_error() -> None:
    with pytest.raises(lark.exceptions.GrammarError, match="conflict"):
        compiled("start: a a?\na: A*\n%declare A")


@pytest.mark.parametrize("sentence", SENTENCES)
def test_our_automaton_agrees_with_larks(sentence: str, stock: lark.Lark) -> None:
    tree = tree_of(sentence)
    tokens = [lark.Token(token.terminal, token.segment.text) for token in tree.tokens()]
    assert shape(stock.parse(tokens)) == shape(tree)  # type: ignore[arg-type]
