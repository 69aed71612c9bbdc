"""The words about steps, documents and whole reports."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from storycheck.diagnostics import Diagnostic, Severity
from storycheck.english import counted, listed
from storycheck.explaining.findings import Conflict
from storycheck.meaning.formula import Atom, atoms
from storycheck.meaning.proposition import Strength
from storycheck.report import DocumentReport, EvidenceSummary, GivenReport, Report, StepReport, Verdict
from storycheck.reporting.claimlines import given_line, observation_line
from storycheck.reporting.conflictlines import atoms_of, joint_headline
from storycheck.reporting.headlines import unjudged
from storycheck.reporting.lookup import Lookup, case_line

PROSE = "prose"
INCONSISTENT = "the accepted evidence contradicts itself, so no claim was judged"


def step_headline(step: StepReport, document: DocumentReport) -> str:
    """Whether a *therefore* follows, and what became of the claims that it cites."""
    verdicts = {claim.id: claim.verdict for claim in document.claims}
    unread = [name for name in (*step.premises, step.id) if verdicts.get(name) is Verdict.UNREAD]
    if step.follows:
        by = f", with {listed(step.evidence)}" if step.evidence else ""
        refuted = [name for name in step.premises if verdicts.get(name) is Verdict.REFUTED]
        but = f"; but {listed(refuted)} {_is(refuted)} refuted" if refuted else ""
        return f"{step.id} follows from {listed(step.premises)}{by}{but}"
    if step.follows is None and unread:
        return f"{step.id} was not decided: {listed(unread)} {_is(unread)} unread"
    limit = "" if any(map(unjudged, document.claims)) else " within the limit"
    what = "does not follow from" if step.follows is False else f"was not decided{limit} from"
    return f"{step.id} {what} {listed([*step.premises, 'the evidence'])}"


def step_lines(step: StepReport, document: DocumentReport, lookup: Lookup) -> Iterator[str]:
    """Why a step does not follow, what it took as given, and what would close it."""
    if step.gap:
        case = case_line(lookup, step.gap, _told_of_gap(step, document))
        yield f"gap: a case in which they hold and it fails: {case}"
        yield from map(given_line, _given_about(step, document))
    elif step.follows is False:
        clash = _clash(step, document)
        why = _NO_CASE if step.gap_complete else _NO_CASE_SO_FAR
        told = f"{joint_headline(clash)}: nothing follows from them together" if clash else why
        yield f"note: {told}"
    yield from (f"note: {line}" for line in _of_one_case(step, document))
    if step.missing:
        yield f"would close it: {observation_line(step.missing)}"
    if not step.missing_complete:
        yield "note: what would close it was not found out within the solver's limit"


_NO_CASE = "no case was found in which they hold and it fails"
_NO_CASE_SO_FAR = f"{_NO_CASE}, within the solver's limit"


def _clash(step: StepReport, document: DocumentReport) -> Conflict | None:
    """A conflict among what the step may use."""
    used = {*step.premises, *(given.id for given in document.given)}
    return next((found for found in document.joint_conflicts if used.issuperset(found.claims)), None)


def _told_of_gap(step: StepReport, document: DocumentReport) -> frozenset[Atom]:
    """What the conclusion says, and what the premises are about: where that is missing, they say nothing.

    What premises compare is told where the conclusion compares, too.
    """
    cited = [claim for claim in document.claims if claim.id in step.premises]
    said = [p for claim in cited for reading in claim.understood for p in reading.told]
    own = next((atoms_of(claim) for claim in document.claims if claim.id == step.id), frozenset[Atom]())
    premises = frozenset[Atom]().union(*(atoms(p.restrictor) for p in said))
    compares = any(atom.compares for atom in own)
    return own | {atom for atom in premises if compares or not atom.compares}


def _given_about(step: StepReport, document: DocumentReport) -> Iterator[GivenReport]:
    """The lines that the story gives and that speak of what a step is about."""
    named = {step.id, *step.premises}
    about = {atom for claim in document.claims if claim.id in named for atom in atoms_of(claim)}
    yield from (given for given in document.given if not about.isdisjoint(atoms_of(given)))


def _of_one_case(step: StepReport, document: DocumentReport) -> Iterator[str]:
    """That what is usually so says nothing certain of one case."""
    strengths = {claim.id: claim.strength for claim in document.claims}
    usual = [name for name in step.premises if strengths.get(name) == Strength.USUALLY]
    if step.follows is False and usual and strengths.get(step.id) == Strength.THIS:
        says = "says" if len(usual) == 1 else "say"
        usually = f"{listed(usual)} {says} what is usually so"
        yield f"{usually}; {step.id} is about one case, which may be an exception"


def _is(names: Sequence[str]) -> str:
    return "is" if len(names) == 1 else "are"


def step_severity(step: StepReport) -> Severity:
    """A step that does not follow breaks the story; one that was not decided may not."""
    return Severity.ERROR if step.follows is False else Severity.WARNING


def is_elsewhere(diagnostic: Diagnostic, document: DocumentReport) -> bool:
    """Whether a diagnostic is about another file than the document's."""
    return diagnostic.path not in ("", document.source.name)


def summary_counts(report: Report) -> dict[str, int]:
    """How many claims there are, and how many of each verdict; every verdict is a key."""
    counts = {"claims": len(report.claims)} | {str(verdict): 0 for verdict in Verdict}
    for claim in report.claims:
        counts[claim.verdict] += 1
    return counts


def summary_line(report: Report) -> str:
    """The last line of a text report."""
    counts = summary_counts(report)
    parts = [f"{number} {verdict}" for verdict, number in counts.items() if number and verdict != "claims"]
    text = counted(counts["claims"], "claim")
    unread = sum(not given.readings for document in report.documents for given in document.given)
    lines = f"; {counted(unread, 'line')} of setup and assumptions unread" if unread else ""
    return f"{text}: {', '.join(parts)}{lines}" if parts else f"{text}{lines}"


def evidence_lines(report: Report) -> Iterator[str]:
    """What the claims were judged against; those of some stories against evidence of their own."""
    own = [(one.source.name, one.evidence) for one in report.documents if one.evidence]
    if not own or any(one.claims and not one.evidence for one in report.documents):
        yield against(report.evidence)
    yield from (f"{name}: {against(evidence)}" for name, evidence in own)


def against(evidence: EvidenceSummary) -> str:
    """How much evidence there is, and how it was chosen."""
    profile = "" if evidence.profile == "default" else f", profile {evidence.profile}"
    left_out = f"; left out: {listed(evidence.left_out)}" if evidence.left_out else ""
    return (
        f"judged against {counted(evidence.items, 'evidence item')}, "
        f"{evidence.accepted} accepted from {evidence.accept} confidence on{profile}{left_out}"
    )


def unread_by_diagnostic(document: DocumentReport) -> list[str]:
    """For each diagnostic of a document the claim that could not be read because of it, or ""."""
    unread = sorted((c.span.start, c.span.end, c.id) for c in document.claims if c.verdict is Verdict.UNREAD)
    starts = [start for start, _, _ in unread]
    found = []
    for diagnostic in document.diagnostics:
        index = bisect_right(starts, diagnostic.span.start) - 1
        inside = index >= 0 and diagnostic.span.end <= unread[index][1]
        inside = inside and diagnostic.severity is Severity.ERROR and not is_elsewhere(diagnostic, document)
        found.append(unread[index][2] if inside else "")
    return found


def skipped_line(report: Report) -> str:
    """How many sentences of prose were left alone; empty where there is no prose."""
    skipped = sum(document.skipped_sentences for document in report.documents)
    return (
        f"{counted(skipped, 'sentence')} of prose left alone: not in storycheck's language" if skipped else ""
    )
