"""The lines about one claim: how it was read, what would change its verdict, what falls with it."""

from collections.abc import Iterable, Iterator

from storycheck.report import ClaimReport, DocumentReport, Observation, Rung, Verdict
from storycheck.reporting.conflictlines import members
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


def because(claim: ClaimReport, lookup: Lookup) -> str:
    """What a verdict that is fine rests on, or which evidence is nearest."""
    if claim.supports:
        first, *rest = claim.supports
        more = f" and in {counted(len(rest), 'other way')}" if rest else ""
        named = listed(map(lookup.name, members(first, claim.id)))
        single = ", a single paper" if not claim.conflicts and on_a_single_paper(claim) else ""
        return f"by {named}, {first.confidence}{more}{single}"
    if claim.related:
        return f"nearest evidence: {listed(map(lookup.name, claim.related[:MOST_NAMED]))}"
    return ""


def consequence_lines(
    claim: ClaimReport,
    document: DocumentReport,
    lookup: Lookup,
    everything: bool = False,
    repairs: int = MOST_NAMED,
) -> Iterator[str]:
    """What follows for a claim that has something to say, with so many ``repairs`` at most."""
    if not claim.conflicts_complete:
        yield "note: there may be more conflicts; `--all-conflicts` looks for all of them"
    if claim.supports:
        yield f"but: {because(claim, lookup).removeprefix('by ')} speaks for it"
    labelled = (
        ("strength", ladder_line(claim, everything)),
        ("with it falls", falling_line(claim, document)),
        ("to keep it", corrections_line(claim, everything)),
        ("note", rests_line(claim, lookup, everything)),
    )
    yield from (f"{label}: {line}" for label, line in labelled if line)
    for repair in claim.repairs[:repairs]:
        yield f"help: {repair.text} ({repair.verdict})"


def decisive_lines(claim: ClaimReport) -> Iterator[str]:
    """What would decide a claim that is open."""
    found = claim.decisive
    if found is None:
        return
    if found.refuting:
        yield f"would refute it: {observation_line(found.refuting, 'its contrary')}"
    if found.proving:
        yield f"would prove it: {observation_line(found.proving, '')}"
    if not found.complete:
        yield "note: what would decide it was not found out within the solver's limit"


def observation_line(found: Observation, plain: str) -> str:
    """A statement that decides, and what with; ``plain`` names one that is nothing but the contrary."""
    if found.itself:
        return f"nothing short of {plain}: {found.text}" if plain else "nothing short of the claim itself"
    return f"{found.text}{f' (with {listed(found.evidence)})' if found.evidence else ''}"


def corrections_line(claim: ClaimReport, everything: bool = False) -> str:
    """What to give up for a claim to stand; empty where that is plain from its one conflict."""
    ways = claim.corrections
    if len(ways) < 2 and all(len(way) < 2 for way in ways):
        return ""
    shown = ways if everything else ways[:MOST_NAMED]
    more = f", or in {counted(len(ways) - len(shown), 'other way')}" if len(shown) < len(ways) else ""
    if not claim.corrections_complete:
        more = ", or in other ways"
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
    most = "" if rests.complete else "at most "
    papers = f" or {most}{counted(len(rests.papers), 'paper')}" if rests.papers else ""
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
    """How a claim was read: each reading, and what became of each part where that differs."""
    if claim.reason == _TWO_READINGS:
        yield from (f"read as: {part.reading} ({part.verdict})" for part in claim.parts)
    else:
        for index, reading in enumerate(claim.readings):
            yield f"{'or as' if index else 'read as'}: {reading}"
        if any(part.verdict is not claim.verdict for part in claim.parts):
            yield from (f"part: {part.reading} ({part.verdict})" for part in claim.parts)
    if stricter := stricter_line(claim):
        yield f"note: {stricter}"
