"""Reports on claims, from what became of their readings."""

from collections.abc import Mapping, Sequence

from storycheck.checking.given import ClaimInput
from storycheck.checking.judgement import Defined, Judgement, conflict, support
from storycheck.evidence.items import Item
from storycheck.explaining.duals import Corrections, rests_on
from storycheck.explaining.findings import Case
from storycheck.meaning.proposition import Reading
from storycheck.records import NamedTuple
from storycheck.report import ClaimReport, PartVerdict, Rung, StricterReading, Verdict

_WORST_FIRST = (
    Verdict.INCOHERENT,
    Verdict.REFUTED,
    Verdict.VACUOUS,
    Verdict.CONTESTED,
    Verdict.UNKNOWN,
    Verdict.UNADDRESSED,
    Verdict.UNDETERMINED,
    Verdict.SUGGESTED,
    Verdict.ENTAILED,
)


class Outcome(NamedTuple):
    """What became of a reading: the judgement, what would change it, a case for each conflict, …"""

    judgement: Judgement
    changing: Corrections
    witnesses: tuple[Case | None, ...]
    defined: Defined
    parts: tuple[Verdict, ...]
    stricter: StricterReading | None
    ladder: tuple[Rung, ...]


def worst(claim: ClaimInput, reports: Sequence[ClaimReport]) -> ClaimReport:
    """The report on a claim with one reading or several: where they differ, the worse one is told."""
    if len({report.verdict for report in reports}) == 1:
        return reports[0]
    found = min(reports, key=lambda report: _WORST_FIRST.index(report.verdict))
    parts = tuple(PartVerdict(text, r.verdict) for text, r in zip(claim.texts, reports, strict=False))
    return found._replace(reason="two readings", parts=parts)


def reported(claim: ClaimInput, number: int, outcome: Outcome, items: Mapping[str, Item]) -> ClaimReport:
    """The report on one of a claim's readings."""
    judgement = outcome.judgement
    cited = sorted({n for found in (*judgement.conflicts, *judgement.supports) for n in found.evidence})
    against = zip(judgement.conflicts, outcome.witnesses, outcome.defined.conflicts, strict=True)
    supports = zip(judgement.supports, outcome.defined.supports, strict=True)
    words = claim.words[number] if claim.words else ("",) * len(outcome.parts)
    changing = outcome.changing
    corrected = changing if judgement.conflicts else Corrections()
    return bare(claim, claim.readings[number], judgement)._replace(
        confidence=judgement.confidence if cited else None,
        definitions=outcome.defined.own,
        conflicts=tuple(conflict(each, case, claim.id, items, names) for each, case, names in against),
        supports=tuple(support(each, claim.id, items, names) for each, names in supports),
        corrections=corrected.sets,
        corrections_complete=corrected.complete,
        rests_on=rests_on(changing, items),
        related=judgement.related or tuple(cited),
        parts=tuple(map(PartVerdict, words, outcome.parts)),
        stricter=outcome.stricter,
        ladder=outcome.ladder,
    )


def bare(claim: ClaimInput, reading: Reading | None, judgement: Judgement) -> ClaimReport:
    """A report with the verdict alone."""
    return ClaimReport(
        id=claim.id,
        role=claim.role,
        text=claim.text,
        span=claim.span,
        readings=claim.texts,
        understood=claim.readings,
        strength=reading.told[0].strength.value if reading else None,
        hedged=claim.hedged,
        generic=reading.generic if reading else False,
        verdict=judgement.verdict,
        confidence=judgement.confidence,
        reason=judgement.reason,
        conflicts_complete=judgement.complete,
        related=judgement.related,
    )
