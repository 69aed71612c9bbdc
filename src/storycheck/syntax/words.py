"""The closed-class words of `grammar/words.txt`: determiners, adverbs, modals, verbs of relation …"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from storycheck.syntax.entries import Entry
from storycheck.syntax.lexicon import Lexicon, words_of
from storycheck.syntax.starting import Words

_DETERMINERS = ("the", "these", "those", "our", "its", "their", "such")
Inflect = Callable[[str], Mapping[str, Iterable[str]]]


def closed_class(folder: Path, inflect: Inflect) -> Lexicon:
    """All closed-class words; ``inflect`` gives the forms of a verb, by the names of `Entry.form`."""
    return Lexicon.of(_entries((folder / "words.txt").read_text(encoding="utf-8"), inflect))


def _entries(text: str, inflect: Inflect) -> Iterator[tuple[Words, Entry]]:
    for line in text.splitlines():
        head, colon, phrases = line.partition(":")
        if not colon or line.startswith("#"):
            continue
        name, _, value = head.partition(" ")
        for phrase in phrases.split(","):
            words = words_of(phrase)
            if name.startswith("v-"):
                meant = value or " ".join(words)
                for form, variants in inflect(words[0]).items():
                    for variant in variants:
                        yield (variant, *words[1:]), Entry("word", name, meant, form)
            elif words[-1] == "*":
                for determiner in _DETERMINERS:
                    yield (*words[:-1], determiner), Entry("word", name, value)
            else:
                meant = " ".join(words) if name.endswith("adverb") else value
                meant = " ".join(("be", *words)) if name == "n-act" else meant
                yield words, Entry("word", name, meant)
