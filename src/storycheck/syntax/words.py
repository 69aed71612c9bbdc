"""The closed-class words of `grammar/words.txt`: determiners, adverbs, modals, verbs of relation …"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

from storycheck.syntax.lexicon import Entry, Lexicon, Words, words_of
from storycheck.where import data_folder

_DETERMINERS = ("the", "these", "those", "our", "its", "their", "such")
Inflect = Callable[[str], Mapping[str, Iterable[str]]]


@cache
def closed_words(inflect: Inflect) -> Lexicon:
    """All closed-class words; ``inflect`` gives the forms of a verb, by the names of `Entry.form`."""
    text = (data_folder("grammar") / "words.txt").read_text(encoding="utf-8")
    return Lexicon.of(_entries(text, inflect))


def _entries(text: str, inflect: Inflect) -> Iterator[tuple[Words, Entry]]:
    for line in text.splitlines():
        head, colon, phrases = line.partition(":")
        if not colon or line.startswith("#"):
            continue
        name, _, value = head.partition(" ")
        for phrase in phrases.split(","):
            words = words_of(phrase)
            if name.startswith("v-"):
                for form, variants in inflect(words[0]).items():
                    for variant in variants:
                        yield (variant, *words[1:]), Entry("word", name, value, form)
            elif words[-1] == "*":
                for determiner in _DETERMINERS:
                    yield (*words[:-1], determiner), Entry("word", name, value)
            else:
                yield words, Entry("word", name, value)
