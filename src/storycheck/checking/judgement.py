"""What was decided of a claim, and the findings that it rests on as reports have them."""

from collections.abc import Mapping

from storycheck.evidence.items import Confidence, Item
from storycheck.explaining.conflicts import Used
from storycheck.explaining.findings import Case, Conflict, Support
from storycheck.logic.named import Definition
from storycheck.records import NamedTuple
from storycheck.report import Verdict


class Judgement(NamedTuple):
    """A verdict, why it is not the plain one, and what it rests on."""

    verdict: Verdict
    reason: str | None = None
    conflicts: tuple[Used, ...] = ()
    supports: tuple[Used, ...] = ()
    complete: bool = True
    related: tuple[str, ...] = ()

    @property
    def confidence(self) -> Confidence | None:
        """That of the strongest finding on the verdict's side."""
        first = self.supports if self.verdict in (Verdict.ENTAILED, Verdict.SUGGESTED) else self.conflicts
        return first[0].confidence if first else None

    @property
    def deciding(self) -> tuple[str, ...]:
        """The items of the first finding that decides, against the claim or for it."""
        found = self.conflicts or self.supports
        return found[0].evidence if found else ()

    @property
    def resting(self) -> tuple[Used, ...]:
        """The findings of which each has to lose an item for the verdict to change.

        None where that is not so: what is presumed may be presumed for other reasons then.
        """
        if self.reason in ("exceptional", "presumption") or self.verdict is Verdict.VACUOUS:
            return ()
        return self.conflicts or self.supports


Uses = tuple[Definition, ...] | None
"""Those that a finding uses; None where that was not asked, or not found out."""


class Defined(NamedTuple):
    """For each conflict and each support the definitions that it uses (None: not looked for, not found out).

    ``own`` are those that alone decide a claim: none for most.
    """

    conflicts: tuple[Uses, ...] = ()
    supports: tuple[Uses, ...] = ()
    own: tuple[Definition, ...] = ()

    @staticmethod
    def unknown(judgement: Judgement) -> "Defined":
        """Not looked for."""
        return Defined((None,) * len(judgement.conflicts), (None,) * len(judgement.supports))


def conflict(
    found: Used, case: Case | None, name: str, items: Mapping[str, Item], defined: Uses = None
) -> Conflict:
    """The finding as a conflict of the claim called ``name``, with its witness."""
    return Conflict(*support(found, name, items, defined), witness=case)


def support(found: Used, name: str, items: Mapping[str, Item], defined: Uses = None) -> Support:
    """The finding as a support of the claim called ``name``."""
    return Support(
        found.evidence,
        tuple(sorted({name, *found.premises})),
        found.statements,
        found.confidence,
        found.minimal,
        found.assumptions,
        found.disputes(items),
        defined,
    )


def why_low(found: Used) -> str | None:
    """Why a finding can only contest or suggest: the first reason that one of its pieces gives."""
    reasons = {piece.low for piece in found.pieces if piece.low}
    return next((reason for reason in ("disputed", "extension", "low confidence") if reason in reasons), None)
