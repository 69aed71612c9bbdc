"""The lexicon: which phrases name which concepts and quantities, and in which form."""

import re
from collections import ChainMap
from collections.abc import Iterable, Mapping
from typing import NamedTuple

Words = tuple[str, ...]


class Entry(NamedTuple):
    """What a phrase may stand for.

    ``kind``  "concept", "quantity" or "word";  ``ref`` the identifier, or for a word its class
    ``part``  concept: noun adjective verb modifier gloss; quantity: noun adjective verb more less gloss
    ``form``  noun: "sg" or "pl"; verb: "base" "s" "past" "participle" "ing"; "" otherwise
    """

    kind: str
    ref: str
    part: str
    form: str = ""


def words_of(phrase: str) -> Words:
    """The phrase as the lexicon keeps it: lower case, split at spaces and hyphens."""
    return tuple(word for word in re.split(r"[\s\u2010\u2011-]+", phrase.lower()) if word)


class Lexicon:
    """Phrases by their words; immutable."""

    def __init__(self, phrases: Mapping[Words, tuple[Entry, ...]]) -> None:
        """Take the phrases as they are: lower-case words, hyphens split."""
        self.phrases = phrases

    def extended(self, phrases: Iterable[tuple[Words, Entry]]) -> "Lexicon":
        """This lexicon with a story's own phrases on top; shares what it had."""
        added: dict[Words, tuple[Entry, ...]] = {}
        for words, entry in phrases:
            known = added.get(words) or self.phrases.get(words, ())
            added[words] = known if entry in known else (*known, entry)
        return Lexicon(ChainMap(added, self.phrases))  # type: ignore[arg-type]
