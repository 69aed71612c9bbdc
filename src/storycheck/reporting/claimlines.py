"""The lines about one claim: how it was read, what would change its verdict, what falls with it."""

from collections.abc import Iterable, Iterator

from storycheck.checking.ladder import RUNGS
from storycheck.english import counted, listed
from storycheck.explaining.findings import MinimalSet, Support
from storycheck.meaning.formula import literals
from storycheck.report import GAVE_UP, ClaimReport, DocumentReport, GivenReport, Observation, Rung, Verdict
from storycheck.reporting.definitions import definition_lines
from storycheck.reporting.headlines import FINDINGS, MOST_NAMED
from storycheck.reporting.lookup import Lookup, citation

_TWO_READINGS = "two readings"
_UNDECIDED = "was not decided within the solver's limit"


def stricter_line(claim: ClaimReport) -> str:
    """What a bare generic would get if it were read as *always*; empty where there is nothing to say."""
    stricter = claim.stricter
    if not claim.generic or stricter is None or stricter.verdict == claim.verdict:
        return ""
    as_usual = "no word says how often: read as `usually`"
    if stricter.verdict is Verdict.UNKNOWN:
        return f"{as_usual}; what it would be as `always` {_UNDECIDED}"
    by = f" by {listed(stricter.evidence)}" if stricter.evidence else ""
    return f"{as_usual}; as `always` it would be {stricter.verdict}{by}"


def because(claim: ClaimReport, lookup: Lookup) -> str:
    """What a verdict that is fine rests on, or which evidence is nearest."""
    if claim.supports:
        first, *rest = claim.supports
        least = "" if claim.conflicts_complete else "at least "
        more = f"; and in {least}{counted(len(rest), 'other way')}" if rest else ""
        own = [f"the story's own {name}" for name in first.claims if name != claim.id]
        named = listed([*map(lookup.name, first.evidence), *own])
        return f"by {named}{_how_sure(claim, first, lookup)}{more}"
    if claim.related and claim.verdict is not Verdict.UNADDRESSED:
        nearest, *others = claim.related[:MOST_NAMED]
        title = f", {lookup.title(nearest)}" if lookup.title(nearest) else ""
        also = f"; also {listed(map(lookup.name, others))}" if others else ""
        return f"nearest evidence: {lookup.name(nearest)}{title}{also}"
    return ""


def _how_sure(claim: ClaimReport, support: Support, lookup: Lookup) -> str:
    """How sure the evidence of a support is; what only the story says itself is not rated."""
    if not support.evidence:
        return ""
    if not any(lookup.papers(name) for name in support.evidence):
        papers = ", without a paper"
    else:
        papers = ", a single paper" if not claim.conflicts and on_a_single_paper(claim) else ""
    return f", {support.confidence}{papers}"


def support_lines(claim: ClaimReport, lookup: Lookup) -> Iterator[str]:
    """The findings and definitions that the first support of a claim uses."""
    for support in claim.supports[:1]:
        for item_id in support.evidence:
            for statement in lookup.statements(item_id, support.statements):
                yield f"finding {statement.id} ({statement.confidence}): {statement.text}"
        yield from definition_lines(support.definitions, lookup)


def given_lines(claim: ClaimReport, document: DocumentReport) -> Iterator[str]:
    """How the lines of the story were read on which a verdict rests beside the evidence."""
    found: tuple[MinimalSet, ...] = (*claim.conflicts, *claim.supports[:1])
    used = {name for one in found for name in one.claims}
    yield from (given_line(given) for given in document.given if given.id in used)


def given_line(given: GivenReport) -> str:
    """A line of the setup or an assumption, as it was read."""
    return f"given {given.id}: {'; or as: '.join(given.readings) or 'not read'}"


def consequence_lines(
    claim: ClaimReport,
    document: DocumentReport,
    lookup: Lookup,
    everything: bool = False,
    repairs: int = MOST_NAMED,
) -> Iterator[str]:
    """What follows for a claim that has something to say, with so many ``repairs`` at most."""
    if claim.verdict is Verdict.UNKNOWN and claim.reason == GAVE_UP:
        yield "help: a higher `--limit` may decide it"
    elif not claim.conflicts_complete:
        yield "note: there may be more conflicts; `--all-conflicts` and a higher `--limit` look for more"
    if claim.supports:
        yield f"but: it is suggested {because(claim, lookup)}"
    yield from given_lines(claim, document)
    labelled = (
        ("strength", ladder_line(claim, everything)),
        ("with it falls", falling_line(claim, document)),
        ("to keep it", corrections_line(claim, everything)),
        ("note", rests_line(claim, lookup, everything)),
    )
    yield from (f"{label}: {line}" for label, line in labelled if line)
    for repair in claim.repairs[:repairs]:
        cost = f"; {listed(repair.breaks)} would not follow any more" if repair.breaks else ""
        yield f"help: {repair.text} ({repair.verdict}{cost})"
    if not claim.repairs_complete:
        yield f"note: not every change that might mend it {_UNDECIDED}"


def decisive_lines(claim: ClaimReport) -> Iterator[str]:
    """What would decide a claim that is open."""
    found = claim.decisive
    if found is None:
        return
    if found.refuting:
        yield f"would refute it: {observation_line(found.refuting)}"
    if found.proving:
        yield f"would prove it: {observation_line(found.proving)}"
    if not found.complete:
        yield "note: what would decide it was not found out within the solver's limit"


def observation_line(found: Observation) -> str:
    """A statement that decides, and what with."""
    return f"{found.text}{f' (with {listed(found.evidence)})' if found.evidence else ''}"


def corrections_line(claim: ClaimReport, everything: bool = False) -> str:
    """What to give up for a claim to stand; empty where that is plain: the one item of each conflict."""
    ways = claim.corrections
    alone = {conflict.evidence for conflict in claim.conflicts}
    if len(ways) < 2 and all(len(way) < 2 or {(name,) for name in way} == alone for way in ways):
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
    """That a verdict rests on a single paper; else what it rests on if ``everything`` is asked for."""
    rests = claim.rests_on
    if rests is None:
        return ""
    if len(rests.papers) == 1:
        cited = {paper for name in claim.cited for paper in lookup.papers(name)}
        return "rests on a single paper" + (f": {citation(rests.papers[0])}" if len(cited) > 1 else "")
    if not everything:
        return ""
    most = "" if rests.complete else "at most "
    count = f"{most}{counted(len(rests.papers), 'paper')}"
    papers = f", or without {count} ({'; '.join(map(citation, rests.papers))})" if rests.papers else ""
    return f"would be another verdict without {listed(rests.items)}{papers}"


def falling_line(claim: ClaimReport, document: DocumentReport) -> str:
    """Which claims lose their ground with one that falls, goals first; empty for one that stands."""
    empty = claim.verdict is Verdict.VACUOUS and bool(claim.conflicts)  # else it is true, by definition
    if not (empty or claim.verdict in (Verdict.REFUTED, Verdict.INCOHERENT)):
        return ""
    goals = {other.id for other in document.claims if other.role == "goal"}
    ordered = sorted(claim.dependents, key=lambda name: name not in goals)
    return listed(f"the goal {name}" if name in goals else name for name in ordered)


def ladder_line(claim: ClaimReport, everything: bool = False) -> str:
    """What a claim would get at weaker strengths, in words of its own kind; with ``everything``, at all.

    Of a claim that is open, the weaker one that the evidence entails, if one is. Empty where a repair says
    it in the author's words, and where strength changes nothing.
    """
    if not claim.ladder:
        return ""
    verdicts = {rung.verdict for rung in claim.ladder}
    if everything:
        rungs = (_rung(rung, claim, ":") for rung in claim.ladder)
        return "; ".join(rungs) if verdicts != {claim.verdict} else ""
    if claim.verdict not in FINDINGS:
        weaker = (rung for rung in claim.ladder if _is_weaker(rung, claim))
        return next((_rung(rung, claim) for rung in weaker if rung.verdict is Verdict.ENTAILED), "")
    if any(repair.edit == "strength" for repair in claim.repairs):
        return ""
    *_, weakest = claim.ladder
    if verdicts == {claim.verdict}:
        return f"even {_rung(weakest, claim)}"
    standing = [rung for rung in claim.ladder if rung.verdict not in FINDINGS]
    known = [rung for rung in standing if rung.verdict is not Verdict.UNKNOWN]
    return next((_rung(rung, claim) for rung in known or standing), "")


_RUNGS = tuple(step.word for step in RUNGS)


def _is_weaker(rung: Rung, claim: ClaimReport) -> bool:
    half = _RUNGS[:3]
    return claim.strength in half and rung.strength in half[half.index(claim.strength) + 1 :]


def _rung(rung: Rung, claim: ClaimReport, would: str = " it would be") -> str:
    """A rung of the ladder; of "never reaches …", whose scope is a denial, in the words of what it denies."""
    word = _RUNGS[-1 - _RUNGS.index(rung.strength)] if _denies(claim) else rung.strength
    if rung.verdict is Verdict.UNKNOWN and would != ":":
        return f"as `{word}` it {_UNDECIDED}"
    return f"as `{word}`{would} {rung.verdict}{_by(rung.evidence)}"


def _denies(claim: ClaimReport) -> bool:
    """Whether all that a claim says of its cases is denied."""
    said = [p for reading in claim.understood[:1] for p in reading.propositions]
    found = [literal for p in said for literal in literals(p.scope)]
    return bool(found) and not any(literal.positive for literal in found)


def _by(evidence: Iterable[str]) -> str:
    named = listed(evidence)
    return f" by {named}" if named else ""


def reading_lines(claim: ClaimReport, lookup: Lookup) -> Iterator[str]:
    """How a claim was read: each reading and what became of each part, and the definitions that settle it."""
    if claim.reason == _TWO_READINGS:
        yield from (f"read as: {part.reading} ({part.verdict})" for part in claim.parts)
    else:
        for index, reading in enumerate(claim.readings):
            yield f"{'or as' if index else 'read as'}: {reading}"
        if any(part.verdict is not claim.verdict for part in claim.parts):
            yield from (f"part: {part.reading} ({part.verdict})" for part in claim.parts)
    if stricter := stricter_line(claim):
        yield f"note: {stricter}"
    yield from definition_lines(claim.definitions, lookup)
