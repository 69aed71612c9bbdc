"""The grammar has no conflict, its saved table is of this grammar, and our automaton agrees with Lark's."""

import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import lark
import pytest
from lark.lexer import Lexer

from storycheck.meaning.closed import closed_words, forms_of
from storycheck.syntax.entries import Entry
from storycheck.syntax.grammar import compiled
from storycheck.syntax.parser import Parser
from storycheck.syntax.segment import segmented
from storycheck.syntax.tagger import tagged
from storycheck.syntax.tree import Node, Token
from storycheck.syntax.words import closed_class, packed
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


def test_the_saved_table_is_of_this_grammar() -> None:
    saved = json.loads((data_folder("grammar") / "table.json").read_text(encoding="utf-8"))
    assert saved == json.loads(json.dumps(compiled(SOURCE))), "run python -m storycheck.syntax.grammar"


def test_the_saved_words_are_of_these_words() -> None:
    folder = data_folder("grammar")
    saved = (folder / "words.tsv").read_text(encoding="utf-8")
    assert saved == packed(folder, forms_of), "run python -m storycheck.meaning.closed"


def test_words_that_were_edited_are_made_again(tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("freq A: forevermore\nv-make make: bake\n", encoding="utf-8")
    digest = zlib.crc32((tmp_path / "words.txt").read_bytes())
    for stale in ("", "0\nforevermore\t1\t{}\t\n", f"{digest}\nforevermore", f"{digest}\na\tb\t\t\n"):
        (tmp_path / "words.tsv").write_text(stale, encoding="utf-8")
        lexicon = closed_class(tmp_path, forms_of)
        assert lexicon.phrases[("forevermore",)] == (Entry("word", "freq", "A"),)
        assert ("baking",) in lexicon.phrases


def test_a_conflict_is_an_error() -> None:
    with pytest.raises(lark.exceptions.GrammarError, match="conflict"):
        compiled("start: a a?\na: A*\n%declare A")


@pytest.mark.parametrize("sentence", SENTENCES)
def test_our_automaton_agrees_with_larks(sentence: str, stock: lark.Lark) -> None:
    tree = tree_of(sentence)
    tokens = [lark.Token(token.terminal, token.segment.text) for token in tree.tokens()]
    assert shape(stock.parse(tokens)) == shape(tree)  # type: ignore[arg-type]
