"""The vocabulary: concepts and quantities, and how they are defined in terms of each other.

How they are *worded* is the business of the lexicon (`storycheck.syntax.lexicon`); here is what they mean.
"""

from collections.abc import Mapping

from storycheck.records import NamedTuple


class Concept(NamedTuple):
    """A yes/no property of a case.

    ``gloss``      the property as a predicate, as readings show it ("trained with SGD")
    ``kind_of``    concepts that every case of this one has too
    ``means``      the concept is just this conjunction; each entry an identifier, or "not " and one
    ``excludes``   concepts that no case of this one has
    ``opposite``   the concept that holds exactly where this one does not
    ``dimension``  "scale", "architecture" or "domain" where the concept narrows a setup along it
    ``trivial``    every case has it ("network"): it restricts nothing
    ``presupposes``  concepts of all cases that one speaks of who says that cases have it, or have it not
    """

    id: str
    gloss: str
    kind_of: tuple[str, ...] = ()
    means: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    opposite: str = ""
    dimension: str = ""
    trivial: bool = False
    presupposes: tuple[str, ...] = ()


class Quantity(NamedTuple):
    """Something that can rise, fall or stay between a case and what it is compared with.

    ``high`` and ``low`` are the concepts of having much or little of it: a case that is ``high`` beside
    one that is not has more of it. ``inverse`` names a quantity that falls exactly where this one rises
    (overfitting and generalization). ``better`` is "low" where less of it is the improvement (test error),
    so that "improves" lowers it; "neither" where "good" does not say how much (learning rate); else "high".
    """

    id: str
    gloss: str
    high: str = ""
    low: str = ""
    inverse: str = ""
    better: str = "high"


class Family(NamedTuple):
    """Concepts of which a case has at most one; exactly one if ``exhaustive``."""

    members: tuple[str, ...]
    exhaustive: bool = False


class Vocabulary(NamedTuple):
    """All concepts and quantities by identifier, and the families."""

    concepts: Mapping[str, Concept] = {}
    quantities: Mapping[str, Quantity] = {}
    families: tuple[Family, ...] = ()

    @property
    def related(self) -> list[Concept]:
        """The concepts of which more is said than a gloss: one in six."""
        return [concept for concept in self.concepts.values() if any(concept[2:])]
