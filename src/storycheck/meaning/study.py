"""What is shared while one sentence is read."""

from collections.abc import Callable

from storycheck.meaning.formula import Formula
from storycheck.meaning.noun import Noun
from storycheck.meaning.senses import Senses
from storycheck.source import Span
from storycheck.syntax.tree import Node, Token


class Study:
    """The vocabulary, and what has been met so far.

    ``relative``   reads a relative clause (set by `storycheck.meaning.inner`)
    ``pronouns``   places of pronouns that refer to something; ``antecedent`` whether there was anything
    ``other``      whether a condition before has named a network other than the story's own
    ``denied``     whether what is being read stands under a negation ("not X but Y")
    ``here``       "(in) this setting", which only the story's own run can be
    ``kinds``      "no optimizer": a quantifier over kinds of what every case has
    ``head``       what the relative clause that is being read belongs to
    ``used``       the segments that have gone into the meaning: what is left over must mean nothing
    """

    def __init__(self, senses: Senses, relative: "Callable[[Node, Study], Formula]", tree: Node) -> None:
        """Nothing has been met yet."""
        self.senses, self.relative, self.tree = senses, relative, tree
        self.pronouns: list[Span] = []
        self.antecedent = self.other = self.denied = False
        self.here: Span | None = None
        self.kinds: Span | None = None
        self.head: Noun | None = None
        self.used: set[int] = set()

    def use(self, *tokens: Token) -> None:
        """Note that these tokens have gone into the meaning."""
        for token in tokens:
            self.used.add(token.segment.position)
