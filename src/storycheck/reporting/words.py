"""The words of a report: headlines, cases and citations, the same in every format."""

from bisect import bisect_right
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from storycheck.diagnostics import Diagnostic, Severity
from storycheck.evidence.items import Item, Paper, Statement
from storycheck.explaining.findings import Assumption, Case, Conflict, Support
from storycheck.meaning.formula import Atom
from storycheck.meaning.vocabulary import Vocabulary
from storycheck.report import ClaimReport, DocumentReport, Report, Rung, StepReport, Verdict

FINDINGS = frozenset({Verdict.REFUTED, Verdict.CONTESTED, Verdict.INCOHERENT})
UNDECIDED = frozenset({Verdict.UNREAD, Verdict.UNKNOWN})
PROSE = "prose"
_MOST_NAMED = 3

INCONSISTENT = "the accepted evidence contradicts itself, so no claim was judged"

_CHANGES = {"rises": "rises", "falls": "falls", "stays": "stays the same"}

_WHY_NOT_PLAIN = {
    "low confidence": "the evidence is below the acceptance threshold",
    "disputed": "the evidence is disputed in the claim's scope",
    "extension": "the evidence reaches this setup only by an extension of low confidence",
    "presumption": "nothing known sets these cases apart from those that it is about",
}
_EXCEPTIONAL = "exceptional"
_TWO_READINGS = "two readings"


@dataclass(frozen=True)
class Lookup:
    """What a renderer looks up: the evidence items by identifier and the vocabulary."""

    items: Mapping[str, Item] = field(default_factory=dict)
    vocabulary: Vocabulary = field(default_factory=Vocabulary)

    def name(self, item_id: str) -> str:
        """An item's identifier with its compiled names beside it: "G2 (G-B)"."""
        item = self.items.get(item_id)
        return f"{item_id} ({', '.join(item.aliases)})" if item and item.aliases else item_id

    def title(self, item_id: str) -> str:
        """An item's title; empty if there is no such item."""
        item = self.items.get(item_id)
        return item.title if item else ""

    def papers(self, item_id: str) -> tuple[Paper, ...]:
        """The papers that an item cites."""
        item = self.items.get(item_id)
        return item.papers if item else ()

    def statements(self, item_id: str, used: Iterable[str]) -> tuple[Statement, ...]:
        """The statements of an item that are among those ``used``."""
        item = self.items.get(item_id)
        wanted = frozenset(used)
        return tuple(s for s in item.statements if s.id in wanted) if item else ()

    def concept(self, concept_id: str) -> str:
        """What readings call a concept; its identifier if the vocabulary does not have it."""
        concept = self.vocabulary.concepts.get(concept_id)
        return concept.gloss if concept else concept_id

    def atom(self, atom: Atom) -> str:
        """One property of a case in words; different properties have different words."""
        if atom.kind == "has":
            return self.concept(atom.name)
        if atom.kind == "base":
            return f"compared with: {self.concept(atom.name)}"
        if atom.kind == "due":
            return f"{self.concept(atom.name)}, due to: {self.concept(atom.cause)}"
        quantity = self.vocabulary.quantities.get(atom.name)
        return f"{quantity.gloss if quantity else atom.name} {_CHANGES[atom.kind]}"

    def case(self, case: Case) -> dict[str, bool]:
        """A case as words with their truth values, in a fixed order: what is true first."""
        worded = sorted((not value, self.atom(atom)) for atom, value in case.items())
        return {words: not absent for absent, words in worded}


def case_line(lookup: Lookup, case: Case, about: frozenset[Atom] = frozenset()) -> str:
    """A case as one line: what holds, what does not, and what it is compared with.

    Of what does not hold, only what a claim is ``about`` is told, if any of it is.
    """
    missing = {atom for atom, value in case.items() if not value and atom.kind != "base"}
    yes = [lookup.atom(atom) for atom, value in case.items() if value and atom.kind != "base"]
    no = [lookup.atom(atom) for atom in missing & about or missing]
    base = [
        f"{'' if value else 'not '}{lookup.concept(atom.name)}"
        for atom, value in case.items()
        if atom.kind == "base" and (value or atom in about)
    ]
    parts = [
        "; ".join(sorted(yes)),
        f"{'but not' if yes else 'not'}: {'; '.join(sorted(no))}" if no else "",
        f"compared with one: {'; '.join(sorted(base))}" if base else "",
    ]
    return "; ".join(part for part in parts if part)


def citation(paper: Paper) -> str:
    """A paper as reports cite it."""
    return f"{paper.title}, {paper.venue} {paper.year}"


def listed(names: Iterable[str]) -> str:
    """Names as English lists them: "a, b and c"."""
    all_names = list(names)
    if len(all_names) < 2:
        return "".join(all_names)
    return f"{', '.join(all_names[:-1])} and {all_names[-1]}"


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 claim", "2 claims"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def assumption_line(assumption: Assumption) -> str:
    """What a finding takes for granted of a narrower setup."""
    dimension = {"scale": "to large scale"}.get(assumption.dimension, f"along {assumption.dimension}")
    return f"assumes that {assumption.evidence} carries over {dimension} ({assumption.confidence} confidence)"


def members(found: Conflict | Support, own: str) -> list[str]:
    """The members of a conflict or support: items, and the story's other claims and premises by name."""
    return [*found.evidence, *(name for name in found.claims if name != own)]


def together(found: Conflict | Support, own: str) -> str:
    """The members as English lists them."""
    return listed(members(found, own))


def headline(claim: ClaimReport, lookup: Lookup) -> str:
    """What became of a claim, as if it were the only line shown; lower case, no final period."""
    return f"{claim.id} {_PREDICATES[claim.verdict](claim, lookup)}"


def _refuted(claim: ClaimReport, lookup: Lookup) -> str:
    return (
        f"contradicts {_conflicts(claim, lookup)}" if claim.conflicts else "is contradicted by the evidence"
    )


def _contested(claim: ClaimReport, lookup: Lookup) -> str:
    if not claim.conflicts:
        return "is contested"
    against = _conflicts(claim, lookup)
    if claim.reason == _EXCEPTIONAL:
        return f"makes the story's case an exception to {against}"
    why = _WHY_NOT_PLAIN.get(claim.reason or "")
    return f"is contested by {against}: {why}" if why else f"is contested by {against}"


def _conflicts(claim: ClaimReport, lookup: Lookup) -> str:
    """The first conflict with its title, and the others by name while they are few."""
    first, *rest = claim.conflicts
    text = together(first, claim.id) or "itself"
    title = lookup.title(first.evidence[0]) if len(first.evidence) == 1 else ""
    if title:
        text = text.replace(first.evidence[0], f"{first.evidence[0]} ({title})", 1)
    if not rest:
        return text
    if len(rest) > _MOST_NAMED or any(len(c.evidence) + len(c.claims) > 2 for c in rest):
        return f"{text}, and in {counted(len(rest), 'other way')}"
    return f"{text}, and independently {listed(together(c, claim.id) for c in rest)}"


def _entailed(claim: ClaimReport, _: Lookup) -> str:
    return (
        f"follows from {together(claim.supports[0], claim.id)}"
        if claim.supports
        else "follows from the evidence"
    )


def _suggested(claim: ClaimReport, _: Lookup) -> str:
    by = f" by {together(claim.supports[0], claim.id)}" if claim.supports else ""
    why = f" ({claim.reason})" if claim.reason else ""
    return f"is suggested{by}{why}"


def unjudged(claim: ClaimReport) -> bool:
    """Whether a claim was not judged at all, since the evidence contradicts itself."""
    return claim.verdict is Verdict.UNKNOWN and claim.reason == "inconsistent evidence"


def _unknown(claim: ClaimReport, _: Lookup) -> str:
    if unjudged(claim):
        return "was not judged, since the accepted evidence contradicts itself"
    return "was not decided within the solver's limit"


def _vacuous(claim: ClaimReport, _: Lookup) -> str:
    if claim.conflicts:
        return f"is vacuous: {together(claim.conflicts[0], claim.id)} says that its conditions cannot occur"
    return "is vacuous: true by the definitions of its own words"


_PREDICATES: dict[Verdict, Callable[[ClaimReport, Lookup], str]] = {
    Verdict.REFUTED: _refuted,
    Verdict.CONTESTED: _contested,
    Verdict.ENTAILED: _entailed,
    Verdict.SUGGESTED: _suggested,
    Verdict.UNDETERMINED: lambda claim, _: "is settled neither way by the evidence",
    Verdict.UNADDRESSED: lambda claim, _: "is not addressed by the evidence",
    Verdict.VACUOUS: _vacuous,
    Verdict.INCOHERENT: lambda claim, _: "is false by the definitions of its own words",
    Verdict.UNREAD: lambda claim, _: "could not be read",
    Verdict.UNKNOWN: _unknown,
}


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
    shown = ways if everything else ways[:_MOST_NAMED]
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
        findings = [each.evidence for each in claim.conflicts] + [each.evidence for each in claim.supports]
        cited = {paper for names in findings for name in names for paper in lookup.papers(name)}
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


def conflict_title(claim: ClaimReport, index: int, lookup: Lookup) -> str:
    """Which conflict of a claim it is, how sure, and its members."""
    conflict = claim.conflicts[index]
    number = f" {index + 1} of {len(claim.conflicts)}" if len(claim.conflicts) > 1 else ""
    named = listed(map(lookup.name, members(conflict, claim.id)))
    title = f", {lookup.title(conflict.evidence[0])}" if len(conflict.evidence) == 1 else ""
    rough = "" if conflict.minimal else ", not shown to be minimal"
    return f"conflict{number} ({conflict.confidence}{rough}): {named}{title}"


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


def atoms_of(claim: ClaimReport) -> frozenset[Atom]:
    """The properties that a claim speaks of."""
    return frozenset(atom for reading in claim.understood for p in reading.propositions for atom in p.atoms)


def conflict_lines(
    conflict: Conflict, lookup: Lookup, told: Container[str] = (), about: frozenset[Atom] = frozenset()
) -> Iterator[str]:
    """What a conflict rests on, a line each; papers of the items in ``told`` are left out."""
    for item_id in conflict.evidence:
        if len(conflict.evidence) > 1:
            yield f"{lookup.name(item_id)}: {lookup.title(item_id)}"
        for statement in lookup.statements(item_id, conflict.statements):
            yield f"finding {statement.id} ({statement.confidence}): {statement.text}"
        if item_id not in told:
            yield from (f"paper: {citation(paper)}" for paper in lookup.papers(item_id))
    yield from map(assumption_line, conflict.assumptions)
    for dispute in conflict.disputes:
        yield f"disputed by {lookup.name(dispute)}: {lookup.title(dispute)}"
    if conflict.witness:
        yield f"breaking case: {case_line(lookup, conflict.witness, about)}"


def joint_headline(conflict: Conflict) -> str:
    """That claims which may each stand cannot all hold."""
    given = f" given {listed(conflict.evidence)}" if conflict.evidence else ""
    return f"{listed(conflict.claims)} cannot all hold{given}"


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
    what = "does not follow from" if step.follows is False else "was not decided within the limit from"
    return f"{step.id} {what} {listed([*step.premises, 'the evidence'])}"


def _is(names: Sequence[str]) -> str:
    return "is" if len(names) == 1 else "are"


def reason_line(claim: ClaimReport) -> str:
    """Why a verdict that is fine is not the plain one; empty where there is nothing to say."""
    if claim.verdict is Verdict.VACUOUS and not claim.conflicts:
        return "true by the definitions of its own words"
    if claim.verdict is Verdict.SUGGESTED:
        why = _WHY_NOT_PLAIN.get(claim.reason or "")
        return f"only suggested: {why}" if why else ""
    return ""


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
    return f"{text}: {', '.join(parts)}" if parts else text


def evidence_line(report: Report) -> str:
    """What the claims were judged against."""
    evidence = report.evidence
    profile = "" if evidence.profile == "default" else f", profile {evidence.profile}"
    return (
        f"judged against {counted(evidence.items, 'evidence item')}, "
        f"{evidence.accepted} accepted from {evidence.accept} confidence on{profile}"
    )


def severity(claim: ClaimReport) -> Severity:
    """How grave a claim's verdict is; a claim that its author hedges weighs less."""
    if claim.verdict in (Verdict.REFUTED, Verdict.INCOHERENT):
        return Severity.WARNING if claim.hedged else Severity.ERROR
    if claim.verdict in UNDECIDED or claim.verdict is Verdict.CONTESTED:
        return Severity.WARNING
    return Severity.NOTE


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
