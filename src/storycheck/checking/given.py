"""What is given to be judged: claims as they were read, and what a story takes as true."""

from collections.abc import Iterable

from storycheck.meaning.formula import Formula, conj, disj, neg
from storycheck.meaning.proposition import Proposition, Reading, Strength
from storycheck.records import NamedTuple
from storycheck.source import Span


class ClaimInput(NamedTuple):
    """A claim to be judged: where it stands and how it was read.

    ``words`` has, for each reading, the words for each of its propositions.
    """

    id: str
    role: str
    text: str
    span: Span
    readings: tuple[Reading, ...]
    hedged: bool = False
    words: tuple[tuple[str, ...], ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """One text per reading."""
        return tuple("; and ".join(words) for words in self.words)


class Premise(NamedTuple):
    """A sentence that a story takes as true, as a `Reading`: an assumption, or a fact of its setup."""

    id: str
    told: tuple[Proposition, ...]

    @property
    def propositions(self) -> tuple[Proposition, ...]:
        """What is said, each from its canonical side."""
        return Reading(self.told).propositions


class Facts(NamedTuple):
    """What a story takes as true."""

    premises: tuple[Premise, ...] = ()

    @property
    def own(self) -> Formula:
        """What the premises say of the story's own case, taken together."""
        return own_case(self.premises)


NO_FACTS = Facts()


def own_case(premises: Iterable[Premise]) -> Formula:
    """What facts about the story's own case say of it, taken together."""
    facts = (p for premise in premises for p in premise.told if p.strength is Strength.THIS)
    return conj(disj([neg(p.restrictor), p.scope]) for p in facts)
