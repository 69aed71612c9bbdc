"""The lines about one claim: how it was read, what would change its verdict, what falls with it."""

from collections.abc import Iterable, Iterator

from storycheck.report import ClaimReport, DocumentReport, Rung, Verdict
from storycheck.reporting.english import counted, listed
from storycheck.reporting.headlines import FINDINGS, MOST_NAMED
from storycheck.reporting.lookup import Lookup, citation

_TWO_READINGS = "two readings"


def stricter_line(claim: ClaimReport) -> str:
    """What a bare generic would get if it were read as *always*; empty where there is nothing to say."""
    stricter = claim.stricter
    if not claim.generic or stricter is None or stricter.verdict == claim.verdict:
        return ""
    by = f" by {listed(stricter.evidence)}" if stricter.evidence else ""
    return f"no word says how often: read as `usually`; as `always` it would be {stricter.verdict}{by}"


def corrections_line(claim: ClaimReport, everything: bool = False) -> str:
    """What to give up for a claim to stand; empty where that is plain from its one conflict."""
    ways = claim.corrections
    if len(ways) < 2 and all(len(way) < 2 for way in ways):
        return ""
    shown = ways if everything else ways[:MOST_NAMED]
    more = f", or in {counted(len(ways) - len(shown), 'other way')}" if len(shown) < len(ways) else ""
    return f"give up {'; or '.join(map(listed, shown))}{more}"


def on_a_single_paper(claim: ClaimReport) -> bool:
    """Whether a verdict would change if one paper were withdrawn."""
    return claim.rests_on is not None and len(claim.rests_on.papers) == 1


def rests_line(claim: ClaimReport, lookup: Lookup, everything: bool = False) -> str:
    """That a verdict rests on a single paper; else how much it rests on if ``everything`` is asked for."""
    rests = claim.rests_on
    if rests is None:
        return ""
    if len(rests.papers) == 1:
        cited = {paper for name in claim.cited for paper in lookup.papers(name)}
        return "rests on a single paper" + (f": {citation(rests.papers[0])}" if len(cited) > 1 else "")
    if not everything:
        return ""
    papers = f" or {counted(len(rests.papers), 'paper')}" if rests.papers else ""
    return f"would be another verdict without {listed(rests.items)}: {len(rests.items)} of the items{papers}"


def falling_line(claim: ClaimReport, document: DocumentReport) -> str:
    """Which claims lose their ground with one that falls, goals first; empty for one that stands."""
    if claim.verdict not in (Verdict.REFUTED, Verdict.INCOHERENT, Verdict.VACUOUS):
        return ""
    goals = {other.id for other in document.claims if other.role == "goal"}
    ordered = sorted(claim.dependents, key=lambda name: name not in goals)
    return listed(f"the goal {name}" if name in goals else name for name in ordered)


def ladder_line(claim: ClaimReport, everything: bool = False) -> str:
    """What a claim that falls would get at weaker strengths; with ``everything``, what all claims would.

    Empty where a repair says it in the author's words.
    """
    if not claim.ladder:
        return ""
    repaired = any(repair.edit == "strength" for repair in claim.repairs)
    if everything or repaired or claim.verdict not in FINDINGS:
        return "; ".join(map(_rung, claim.ladder)) if everything else ""
    *_, weakest = claim.ladder
    if weakest.verdict is claim.verdict and len({rung.verdict for rung in claim.ladder}) == 1:
        return f"even as `{weakest.strength}` it would be {weakest.verdict}{_by(weakest.evidence)}"
    standing = [rung for rung in claim.ladder if rung.verdict not in FINDINGS]
    return f"as {_rung(standing[0])}" if standing else ""


def _rung(rung: Rung) -> str:
    return f"`{rung.strength}` it would be {rung.verdict}{_by(rung.evidence)}"


def _by(evidence: Iterable[str]) -> str:
    named = listed(evidence)
    return f" by {named}" if named else ""


def reading_lines(claim: ClaimReport) -> Iterator[str]:
    """How a claim was read: each reading, and what became of each where that differs."""
    if claim.reason == _TWO_READINGS:
        yield from (f"read as: {part.reading} ({part.verdict})" for part in claim.parts)
    else:
        for index, reading in enumerate(claim.readings):
            yield f"{'or as' if index else 'read as'}: {reading}"
        yield from (f"part: {part.reading} ({part.verdict})" for part in claim.parts)
    if stricter := stricter_line(claim):
        yield f"note: {stricter}"
