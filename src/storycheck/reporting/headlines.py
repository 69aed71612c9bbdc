"""What became of a claim in one line, why, and how grave it is."""

from collections.abc import Callable

from storycheck.diagnostics import Severity
from storycheck.english import counted, listed
from storycheck.report import TOO_DEEP, UNJUDGED, ClaimReport, Verdict
from storycheck.reporting.conflictlines import together
from storycheck.reporting.lookup import Lookup

FINDINGS = frozenset({Verdict.REFUTED, Verdict.CONTESTED, Verdict.INCOHERENT})
UNDECIDED = frozenset({Verdict.UNREAD, Verdict.UNKNOWN})
NOTABLE = FINDINGS | UNDECIDED | {Verdict.VACUOUS}
"""Verdicts that have something to say."""
MOST_NAMED = 3

_WHY_NOT_PLAIN = {
    "low confidence": "the evidence is below the acceptance threshold",
    "disputed": "the evidence is disputed in the claim's scope",
    "extension": "the evidence reaches this setup only by an extension of low confidence",
    "presumption": "said of more cases than these, and nothing known makes these an exception",
}
_WHY_UNKNOWN = {
    UNJUDGED: "was not judged, since the accepted evidence contradicts itself",
    TOO_DEEP: "was not judged, for it is nested too deeply",
}
_EXCEPTIONAL = "exceptional"


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
    if len(rest) > MOST_NAMED or any(len(c.evidence) + len(c.claims) > 2 for c in rest):
        least = "" if claim.conflicts_complete else "at least "
        return f"{text}, and in {least}{counted(len(rest), 'other way')}"
    return f"{text}, and independently {listed(together(c, claim.id) for c in rest)}"


def _entailed(claim: ClaimReport, _: Lookup) -> str:
    return (
        f"follows from {together(claim.supports[0], claim.id)}"
        if claim.supports
        else "follows from the evidence"
    )


def _suggested(claim: ClaimReport, _: Lookup) -> str:
    by = f" by {together(claim.supports[0], claim.id)}" if claim.supports else ""
    why = _WHY_NOT_PLAIN.get(claim.reason or "")
    return f"is suggested{by}: {why}" if why else f"is suggested{by}"


def unjudged(claim: ClaimReport) -> bool:
    """Whether a claim was not judged at all, since the evidence contradicts itself."""
    return claim.verdict is Verdict.UNKNOWN and claim.reason == UNJUDGED


def _unknown(claim: ClaimReport, _: Lookup) -> str:
    return _WHY_UNKNOWN.get(claim.reason or "", "was not decided within the solver's limit")


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


def reason_line(claim: ClaimReport) -> str:
    """Why a verdict that is fine is not the plain one; empty where there is nothing to say."""
    if claim.verdict is Verdict.VACUOUS and not claim.conflicts:
        return "true by the definitions of its own words"
    if claim.verdict is Verdict.SUGGESTED:
        why = _WHY_NOT_PLAIN.get(claim.reason or "")
        return f"only suggested: {why}" if why else ""
    return ""


def severity(claim: ClaimReport) -> Severity:
    """How grave a claim's verdict is; a claim that its author hedges weighs less."""
    if claim.verdict in (Verdict.REFUTED, Verdict.INCOHERENT):
        return Severity.WARNING if claim.hedged else Severity.ERROR
    if claim.verdict in UNDECIDED or claim.verdict is Verdict.CONTESTED:
        return Severity.WARNING
    return Severity.NOTE
