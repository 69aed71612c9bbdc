"""Theories as JSON, schema 1: names and shapes are public, like those of the report."""

from storycheck.checking.outcomes import Outcome, StatementOutcome, TheoriesReport, Theory
from storycheck.reporting.jsonformat import Json, answer, diagnostics_json, evidence_json, json_text


def render(report: TheoriesReport, indent: int | None = 2) -> str:
    """One JSON object, ending in a line break; every key is always there."""
    found: dict[str, Json] = {
        "evidence": evidence_json(report.evidence),
        "theories": [_theory(theory) for theory in report.theories],
        "diagnostics": [one for document in report.documents for one in diagnostics_json(document)],
    }
    return json_text(answer(found), indent)


def _theory(theory: Theory) -> dict[str, Json]:
    judgement = theory.judgement
    clashes = judgement.clashes
    return {
        "path": theory.source.name,
        "title": theory.title,
        "claims": [
            {"id": claim.id, "text": claim.text, "readings": list(claim.readings), "says": claim.says}
            for claim in judgement.claims
        ],
        "unread": list(theory.unread),
        "consistent": judgement.consistent,
        "clashes": [list(names) for names in clashes] if clashes is not None else None,
        "score": judgement.score,
        "says": judgement.says,
        "explained": list(judgement.explained),
        "given_up": list(judgement.given_up),
        "refuted": list(judgement.refuted),
        "conflicts": [list(names) for names in judgement.conflicts],
        "complete": judgement.complete,
        "idle": list(judgement.idle),
        "statements": [_outcome(one) for one in judgement.outcomes],
        "summary": {str(outcome): judgement.count(outcome) for outcome in Outcome},
    }


def _outcome(one: StatementOutcome) -> dict[str, Json]:
    return {
        "item": one.item,
        "statement": one.statement,
        "text": one.text,
        "confidence": str(one.confidence),
        "accepted": one.accepted,
        "outcome": str(one.outcome),
        "claims": list(one.claims),
        "beside": list(one.beside),
        "ways": one.ways,
        "finding": one.finding,
        "sound": one.sound,
    }
