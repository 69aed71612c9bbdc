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

    @cached_property
    def senses(self) -> Senses:
        """What the phrases' entries mean, worked out once."""
        return Senses(self.vocabulary)
