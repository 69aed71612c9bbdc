"""What sentences are read with: the words that are known, and what they mean."""

from dataclasses import dataclass, field

from storycheck.meaning.vocabulary import Vocabulary
from storycheck.syntax.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Language:
    """The lexicon and the vocabulary that its entries refer to; both come from the evidence packs."""

    lexicon: Lexicon = field(default_factory=lambda: Lexicon({}))
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
