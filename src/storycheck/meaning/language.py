"""What sentences are read with: the words that are known, and what they mean."""

from functools import cached_property

from storycheck.meaning.senses import Senses
from storycheck.meaning.vocabulary import Vocabulary
from storycheck.syntax.lexicon import Lexicon


class Language:
    """The phrases of a vocabulary, and the vocabulary that they refer to; both come from evidence packs."""

    def __init__(self, lexicon: Lexicon, vocabulary: Vocabulary) -> None:
        """Nothing is worked out yet."""
        self.lexicon, self.vocabulary = lexicon, vocabulary
        self._left_out: dict[tuple[str, str], str] = {}

    @cached_property
    def senses(self) -> Senses:
        """What the phrases' entries mean, worked out once."""
        return Senses(self.vocabulary)

    def left_out(self, first: str, noun: str) -> str:
        """The concept that the first word of a longer noun names by itself, if the noun does not tell it."""
        found = self._left_out.get((first, noun))
        if found is None:
            found = self._left_out[first, noun] = self._named_apart(first, noun)
        return found

    def _named_apart(self, first: str, noun: str) -> str:
        entries = self.lexicon.alone(first)
        adjective = next(
            (entry.ref for entry in entries if entry.kind == "concept" and entry.part == "adjective"), ""
        )
        told = first in self.senses.gloss(noun)
        return "" if told or not adjective or self.senses.is_kind(noun, adjective) else adjective
