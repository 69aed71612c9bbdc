"""Evidence as frozen data: what was found, how surely, in which setups, by whom, disputed by whom."""

from collections.abc import Mapping
from enum import IntEnum, StrEnum

from storycheck.meaning.proposition import Proposition
from storycheck.records import NamedTuple


class Confidence(IntEnum):
    """How sure a finding, a conflict or an extension is; ordered."""

    LOW = 1
    MEDIUM = 2
    STRONG = 3

    def __str__(self) -> str:
        """Give the word that reports use."""
        return self.name.lower()


class Status(StrEnum):
    """What may be made of an item; `docs/meaning.md` tells what each does to a verdict."""

    ACCEPTED = "accepted"
    DISPUTED = "disputed"
    RETRACTED = "retracted"
    HYPOTHESIS = "hypothesis"


class Paper(NamedTuple):
    """Where a finding was published."""

    title: str
    venue: str
    year: int


class Scaling(NamedTuple):
    """Whether the finding extends to large setups: direction and how sure that is.

    ``direction`` is "robust", "stronger", "maybe stronger" or "unknown"; ``confidence`` is None if unknown.
    """

    direction: str
    confidence: Confidence | None


class Statement(NamedTuple):
    """One proposition of an item. ``id`` is the item's with a number: "G1.3"."""

    id: str
    text: str
    propositions: tuple[Proposition, ...]
    confidence: Confidence
    superseded_by: str = ""


class Dispute(NamedTuple):
    """Counter-evidence ``by`` another item against ``statements``, in ``scope`` (a concept; "" for all)."""

    by: str
    scope: str
    statements: tuple[str, ...]
    summary: str


class Item(NamedTuple):
    """One entry of an evidence set; the unit that conflicts name.

    ``aliases`` are the compiled names that group it ("G-B" for "G2"); ``extends_to`` the dimensions
    along which its findings carry over to narrower setups; ``speaks_of`` concepts of the setups that it
    was seen in, where its findings hold as they do at large.
    """

    id: str
    title: str
    aliases: tuple[str, ...]
    status: Status
    effect: str
    confidence: Confidence
    scaling: Scaling
    extends_to: tuple[str, ...]
    papers: tuple[Paper, ...]
    setups: tuple[str, ...]
    speaks_of: tuple[str, ...]
    summary: str
    statements: tuple[Statement, ...]
    disputes: tuple[Dispute, ...]
    refutes: tuple[str, ...]
    leaves: tuple[str, ...]
    path: str = ""


class Profile(NamedTuple):
    """A reading of the literature: what is left out, what is let in, from which confidence on."""

    id: str
    summary: str
    accept: Confidence = Confidence.MEDIUM
    without: tuple[str, ...] = ()
    include: tuple[str, ...] = ()


class EvidenceSet(NamedTuple):
    """Items by identifier, sorted, with the acceptance threshold and what was switched on or off."""

    items: Mapping[str, Item]
    profiles: Mapping[str, Profile]
    profile: str = "default"
    accept: Confidence = Confidence.MEDIUM
    excluded: frozenset[str] = frozenset()
    included: frozenset[str] = frozenset()
    digest: str = ""
