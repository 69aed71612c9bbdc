"""The report: what was read, and what became of every claim. Frozen; surfaces render it."""

from enum import StrEnum

from storycheck.diagnostics import Diagnostic
from storycheck.evidence.items import Confidence
from storycheck.explaining.findings import Case, Conflict, MinimalSet, RestsOn, Support
from storycheck.logic.named import Definition
from storycheck.meaning.proposition import Proposition, Reading
from storycheck.records import NamedTuple
from storycheck.source import SourceText, Span


class Verdict(StrEnum):
    """What becomes of a claim; `docs/meaning.md` says when, `storycheck explain VERDICT` what it means."""

    REFUTED = "refuted"
    CONTESTED = "contested"
    ENTAILED = "entailed"
    SUGGESTED = "suggested"
    UNDETERMINED = "undetermined"
    UNADDRESSED = "unaddressed"
    VACUOUS = "vacuous"
    INCOHERENT = "incoherent"
    UNREAD = "unread"
    UNKNOWN = "unknown"


GAVE_UP = "the solver gave up inside its limit"
UNJUDGED = "inconsistent evidence"
TOO_DEEP = "nested too deeply"
"""Why a verdict is unknown."""


class Repair(NamedTuple):
    """A changed claim that stands, its verdict, and what was changed ("strength", …).

    ``breaks`` are the conclusions that followed from the claim and do not from the changed one.
    """

    text: str
    verdict: Verdict
    edit: str
    breaks: tuple[str, ...] = ()


class PartVerdict(NamedTuple):
    """The verdict on one part of a coordinated claim."""

    reading: str
    verdict: Verdict


class StricterReading(NamedTuple):
    """What a bare generic would get if it were read as *always*."""

    verdict: Verdict
    evidence: tuple[str, ...]


class Rung(NamedTuple):
    """What a claim would get at another strength: a word of "always … never", relative to its scope."""

    strength: str
    verdict: Verdict
    evidence: tuple[str, ...]


class Observation(NamedTuple):
    """A statement that would decide something if it were found true.

    ``text`` has it in words, ``says`` as data; ``evidence`` are the items with which it decides.
    """

    text: str
    says: Proposition
    evidence: tuple[str, ...] = ()


class Decisive(NamedTuple):
    """What would refute an undetermined claim and what would prove it; None where nothing was found to.

    That the claim itself would, or its denial, is not told.

    ``complete`` tells that the solver did not give up on the way.
    """

    refuting: Observation | None
    proving: Observation | None
    complete: bool = True


class ClaimReport(NamedTuple):
    """One claim, how it was read, and what the evidence makes of it.

    ``role`` is the story's section (goal, rationale, claims) or "prose"; ``strength`` a word of
    `Strength`; ``reason`` why a verdict is not the plain one ("exceptional", "disputed", "low confidence",
    "by definition", …) or None; ``readings`` in plain words, ``understood`` as data. ``definitions`` are
    those that alone make a claim incoherent, or say all that it says. ``corrections`` are
    minimal sets of items to give up for the claim to stand, all of them if ``corrections_complete``;
    ``dependents`` the claims that fall with it, by the story's steps. ``repairs_complete`` tells that the
    solver did not give up on any change that it was asked about.
    """

    id: str
    role: str
    text: str
    span: Span
    readings: tuple[str, ...]
    understood: tuple[Reading, ...]
    strength: str | None
    hedged: bool
    generic: bool
    verdict: Verdict
    confidence: Confidence | None = None
    reason: str | None = None
    definitions: tuple[Definition, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    conflicts_complete: bool = True
    supports: tuple[Support, ...] = ()
    corrections: tuple[tuple[str, ...], ...] = ()
    corrections_complete: bool = True
    rests_on: RestsOn | None = None
    repairs: tuple[Repair, ...] = ()
    repairs_complete: bool = True
    related: tuple[str, ...] = ()
    parts: tuple[PartVerdict, ...] = ()
    stricter: StricterReading | None = None
    ladder: tuple[Rung, ...] = ()
    dependents: tuple[str, ...] = ()
    decisive: Decisive | None = None

    @property
    def told(self) -> int:
        """Which of several readings the verdict is of: the first that has it."""
        if self.reason != "two readings":
            return 0
        return next(place for place, part in enumerate(self.parts) if part.verdict is self.verdict)

    @property
    def cited(self) -> frozenset[str]:
        """The items that its conflicts and supports cite."""
        found: tuple[MinimalSet, ...] = (*self.conflicts, *self.supports)
        return frozenset(name for one in found for name in one.evidence)


class StepReport(NamedTuple):
    """A ``therefore``: whether the claim follows; if not, a case in which the premises hold and it fails.

    ``missing`` is the weakest further premise found with which it would follow, if that was looked for.
    ``gap_complete`` and ``missing_complete`` tell that the solver did not give up on the way to them.
    """

    id: str
    premises: tuple[str, ...]
    span: Span
    follows: bool | None
    gap: Case | None = None
    evidence: tuple[str, ...] = ()
    missing: Observation | None = None
    missing_complete: bool = True
    gap_complete: bool = True


class GivenReport(NamedTuple):
    """A line of the setup or an assumption, and how it was read: in plain words and as data.

    ``section`` is "setup" or "assume"; there are no readings if it could not be read.
    """

    id: str
    section: str
    text: str
    span: Span
    readings: tuple[str, ...] = ()
    understood: tuple[Reading, ...] = ()


class EvidenceSummary(NamedTuple):
    """What claims were judged against; ``accepted`` tells how many of the items count.

    ``left_out`` are items that were not to take part; they are none of ``items``.
    """

    items: int
    accepted: int
    digest: str
    profile: str
    accept: Confidence
    consistent: bool = True
    left_out: tuple[str, ...] = ()


MORE_CONFLICTS = "more-conflicts"
"""The code of the diagnostics of a story whose ``joint_conflicts`` may not be all."""


class DocumentReport(NamedTuple):
    """What became of one story, or of the prose of a document; ``given`` is what a story takes as true.

    ``evidence`` is what it was judged against if it asks for evidence of its own. ``joint_conflicts`` are
    those of the claims together, and of what is given with the evidence.
    """

    source: SourceText
    title: str | None
    claims: tuple[ClaimReport, ...]
    joint_conflicts: tuple[Conflict, ...] = ()
    steps: tuple[StepReport, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    skipped_sentences: int = 0
    given: tuple[GivenReport, ...] = ()
    evidence: EvidenceSummary | None = None

    @property
    def conflicts_complete(self) -> bool:
        """Whether the joint conflicts are all there are, as far as anything was judged."""
        judged = all(claim.reason != UNJUDGED for claim in self.claims)
        return judged and all(one.code != MORE_CONFLICTS for one in self.diagnostics)


class Report:
    """What became of the claims of one or several documents."""

    def __init__(self, evidence: EvidenceSummary, documents: tuple[DocumentReport, ...]) -> None:
        """See `DocumentReport` for what is in it."""
        self.evidence, self.documents = evidence, documents

    @property
    def claims(self) -> tuple[ClaimReport, ...]:
        """The claims of all documents, in order."""
        return tuple(claim for document in self.documents for claim in document.claims)
