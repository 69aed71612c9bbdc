"""What claims are worked on with once they are judged."""

from collections.abc import Callable

from storycheck.checking.claims import Judge
from storycheck.checking.given import Facts
from storycheck.meaning.formula import Formula
from storycheck.meaning.language import Language
from storycheck.meaning.proposition import Proposition
from storycheck.meaning.reading import Understood
from storycheck.records import NamedTuple


class Bench(NamedTuple):
    """The judge, the story's premises, its reader, and what the setup says of its own case."""

    judge: Judge
    facts: Facts
    language: Language
    read: Callable[[str], Understood]
    own: Formula

    def says(self, text: str) -> tuple[Proposition, ...] | None:
        """What a text says; None if that is not one thing."""
        readings = self.read(text).readings
        return readings[0].propositions if len(readings) == 1 else None
