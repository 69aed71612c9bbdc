"""What sentences are read with: the words that are known, and what they mean."""

from dataclasses import dataclass, field
from functools import cached_property

from storycheck.meaning.senses import Senses
from storycheck.meaning.vocabulary import Vocabulary
from storycheck.syntax.lexicon import Lexicon


@dataclass(frozen=True)
class Language:
    """The phrases of a vocabulary, and the vocabulary that they refer to; both come from evidence packs."""

    lexicon: Lexicon = field(default_factory=lambda: Lexicon({}))
    vocabulary: Vocabulary = field(default_factory=Vocabulary)

    @cached_property
    def senses(self) -> Senses:
        """What the phrases' entries mean, worked out once."""
        return Senses(self.vocabulary)
