"""Reading sentences: segmenting, tagging, parsing and meaning, each against stock Lark on the same tokens.

Prints sentences a second of each stage, of all four together, and of Lark's LALR(1) parser on the same
tokens: with its own lexer and places kept (what we keep too), with its lexer alone, and handed ready-made
tokens without places (goal 4 asks for half of stock Lark).

Sentences are read again and again, which must not be what makes it fast: the line "new sentences" is for
every other sentence, read once, by a language that has read the rest. It decodes the words that are new to
it as well.

Usage: python bench/reading.py [--repeat N]
"""

import argparse
import re
import time
from collections.abc import Callable, Iterator
from typing import Any

import lark
from lark.lexer import Lexer

from storycheck.evidence.packs import load
from storycheck.meaning.closed import closed_words
from storycheck.meaning.language import Language
from storycheck.meaning.reading import read
from storycheck.syntax.parser import Parser
from storycheck.syntax.segment import segmented
from storycheck.syntax.tagger import tagged
from storycheck.where import data_folder


class Given(Lexer):
    """Hands tokens on as they are."""

    def __init__(self, conf: Any) -> None:
        """Take no configuration."""

    def lex(self, tokens: Any, state: Any = None) -> Iterator[lark.Token]:
        """The tokens."""
        return iter(tokens)


def sentences() -> list[str]:
    """The examples of the language page and the statements of the evidence."""
    page = (data_folder("grammar").parent / "docs" / "language.md").read_text(encoding="utf-8")
    examples = re.findall(r"^\| ([A-Z][^|]*\.) \|", page, re.M)
    items = load().evidence.items.values()
    return [*examples, *(statement.text for item in items for statement in item.statements)]


def straight(text: str, language: Language) -> bool:
    """Whether the sentence is read, and in the order of its words: else Lark would get other tokens."""
    found = segmented(text, (language.lexicon, closed_words()))
    tree = next(Parser(tagged(found.segments)).trees(), None) if not found.unknown else None
    return tree is not None and bool(read(text, language).readings)


def rates(stages: dict[str, Callable[[], object]], count: int, repeat: int) -> dict[str, float]:
    """Sentences a second of each stage, at best; the stages take turns, so that all have the same weather."""
    best = dict.fromkeys(stages, float("inf"))
    for _ in range(repeat):
        for name, run in stages.items():
            best[name] = min(best[name], seconds(run))
    return {name: count / time for name, time in best.items()}


def seconds(run: Callable[[], object]) -> float:
    """The processor's time for one run."""
    started = time.process_time()
    run()
    return time.process_time() - started


def new_sentences(texts: list[str], repeat: int) -> float:
    """Sentences a second, at best, where each is read for the first time."""
    return len(texts[1::2]) / min(_first_time(texts) for _ in range(repeat))


def _first_time(texts: list[str]) -> float:
    language = load().language
    for text in texts[::2]:
        read(text, language)
    return seconds(lambda: [read(text, language) for text in texts[1::2]])


def spelled(source: str) -> str:
    """The grammar with every terminal spelled as its own name, so that Lark can lex a line of names."""
    names = re.findall(r"[A-Z][A-Z_0-9]*", " ".join(re.findall(r"%declare (.*)", source)))
    kept = "\n".join(line for line in source.splitlines() if not line.startswith("%declare"))
    return kept + "\n" + "\n".join(f'{name}: "{name} "' for name in sorted(set(names)))


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--repeat", type=int, default=7)
    repeat = arguments.parse_args().repeat
    language, source = load().language, (data_folder("grammar") / "storycheck.lark").read_text("utf-8")
    texts = [text for text in sentences() if straight(text, language)]
    segments = [segmented(text, (language.lexicon, closed_words())).segments for text in texts]
    choices = [tagged(found) for found in segments]
    tokens = [next(Parser(found).trees()).tokens() for found in choices]
    lines = ["".join(f"{token.terminal} " for token in found) for found in tokens]
    ready = [[lark.Token(token.terminal, token.segment.text) for token in found] for found in tokens]
    stock = lark.Lark(source, parser="lalr", lexer=Given, start="start")
    lexing = lark.Lark(spelled(source), parser="lalr", start="start")
    placed = lark.Lark(spelled(source), parser="lalr", start="start", propagate_positions=True)
    stages: dict[str, Callable[[], object]] = {
        "segment": lambda: [segmented(text, (language.lexicon, closed_words())) for text in texts],
        "tag": lambda: [tagged(found) for found in segments],
        "parse": lambda: [next(Parser(found).trees()) for found in choices],
        "read, all together": lambda: [read(text, language) for text in texts],
        "Lark, lexer and places": lambda: [placed.parse(line) for line in lines],
        "Lark, lexer": lambda: [lexing.parse(line) for line in lines],
        "Lark, ready tokens": lambda: [stock.parse(found) for found in ready],
    }
    found = rates(stages, len(texts), repeat) | {"new sentences": new_sentences(texts, repeat)}
    words = sum(map(len, tokens)) / len(texts)
    print(f"{len(texts)} sentences, {words:.1f} tokens each; sentences a second:")
    for name, value in found.items():
        print(f"  {name:<24}{value:>10,.0f}")
    for name in ("Lark, lexer and places", "Lark, lexer", "Lark, ready tokens"):
        print(f"reading / {name}: {found['read, all together'] / found[name]:.2f}")


if __name__ == "__main__":
    main()
