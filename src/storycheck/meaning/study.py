"""What is shared while one sentence is read."""

from collections.abc import Callable
from dataclasses import dataclass, field

from storycheck.meaning.formula import Formula
from storycheck.meaning.senses import Senses
from storycheck.source import Span
from storycheck.syntax.tree import Node, Token


@dataclass
class Study:
    """The vocabulary, and what has been met so far.

    ``relative``   reads a relative clause (set by `storycheck.meaning.inner`)
    ``pronouns``   places of pronouns that refer to something; ``antecedent`` whether there was anything
    ``buts``       places of "(not) X but Y"
    ``used``       the segments that have gone into the meaning: what is left over must mean nothing
    """

    senses: Senses
    relative: Callable[[Node, "Study"], Formula]
    tree: Node
    pronouns: list[Span] = field(default_factory=list)
    antecedent: bool = False
    buts: list[Span] = field(default_factory=list)
    used: set[int] = field(default_factory=set)

    def use(self, *tokens: Token) -> None:
        """Note that these tokens have gone into the meaning."""
        for token in tokens:
            self.used.add(token.segment.position)
