"""The JSON report, schema 1. Names and shapes are public: change them only with a new schema version."""

import json
from collections.abc import Mapping

from storycheck import __version__
from storycheck.diagnostics import Diagnostic
from storycheck.explaining.findings import Assumption, Case, Conflict, MinimalSet, RestsOn
from storycheck.logic.named import Definition
from storycheck.report import (
    ClaimReport,
    Decisive,
    DocumentReport,
    EvidenceSummary,
    GivenReport,
    Observation,
    Report,
    StepReport,
    StricterReading,
)
from storycheck.reporting.definitions import definition_line
from storycheck.reporting.lookup import Lookup, citation
from storycheck.reporting.summarylines import summary_counts
from storycheck.source import SourceText, Span

SCHEMA = 1

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]


def render(report: Report, lookup: Lookup, indent: int | None = 2) -> str:
    """The report as one JSON object."""
    return json_text(as_json(report, lookup), indent)


def json_text(whole: Mapping[str, Json], indent: int | None = 2) -> str:
    """An object as text, ending in a line break; non-ASCII text is written as it is."""
    return json.dumps(whole, indent=indent, ensure_ascii=False) + "\n"


def answer(found: Mapping[str, Json]) -> dict[str, Json]:
    """What a command found, after what all answers begin with."""
    return {"schema": SCHEMA, "storycheck": __version__, **found}


def as_json(report: Report, lookup: Lookup) -> dict[str, Json]:
    """The report as plain lists and dictionaries; every key of the schema is there."""
    return answer(
        {
            "evidence": evidence_json(report.evidence),
            "documents": [_document(document, lookup) for document in report.documents],
            "summary": dict(summary_counts(report)),
            "profiles": [],
        }
    )


def evidence_json(evidence: EvidenceSummary) -> dict[str, Json]:
    """What was judged against."""
    return {
        "items": evidence.items,
        "accepted": evidence.accepted,
        "digest": evidence.digest,
        "profile": evidence.profile,
        "accept": str(evidence.accept),
        "consistent": evidence.consistent,
        "left_out": list(evidence.left_out),
    }


def diagnostics_json(document: DocumentReport) -> list[Json]:
    """What is wrong with a document."""
    return [_diagnostic(diagnostic, document.source) for diagnostic in document.diagnostics]


def _document(document: DocumentReport, lookup: Lookup) -> dict[str, Json]:
    source = document.source
    return {
        "path": source.name,
        "title": document.title,
        "evidence": None if document.evidence is None else evidence_json(document.evidence),
        "given": [_given(given, source) for given in document.given],
        "claims": [_claim(claim, source, lookup) for claim in document.claims],
        "joint_conflicts": [_conflict(conflict, lookup) for conflict in document.joint_conflicts],
        "steps": [_step(step, source, lookup) for step in document.steps],
        "diagnostics": diagnostics_json(document),
        "skipped_sentences": document.skipped_sentences,
    }


def _given(given: GivenReport, source: SourceText) -> dict[str, Json]:
    return {
        "id": given.id,
        "section": given.section,
        "text": given.text,
        "span": _span(given.span, source),
        "readings": list(given.readings),
    }


def _claim(claim: ClaimReport, source: SourceText, lookup: Lookup) -> dict[str, Json]:
    return {
        "id": claim.id,
        "role": claim.role,
        "text": claim.text,
        "span": _span(claim.span, source),
        "readings": list(claim.readings),
        "strength": claim.strength,
        "hedged": claim.hedged,
        "generic": claim.generic,
        "verdict": str(claim.verdict),
        "confidence": None if claim.confidence is None else str(claim.confidence),
        "reason": claim.reason,
        "definitions": _definitions(claim.definitions, lookup),
        "conflicts": [_conflict(conflict, lookup) for conflict in claim.conflicts],
        "conflicts_complete": claim.conflicts_complete,
        "supports": [_minimal_set(support, lookup) for support in claim.supports],
        "corrections": [list(correction) for correction in claim.corrections],
        "corrections_complete": claim.corrections_complete,
        "rests_on": _rests_on(claim.rests_on),
        "repairs": [
            {"text": r.text, "verdict": str(r.verdict), "edit": r.edit, "breaks": list(r.breaks)}
            for r in claim.repairs
        ],
        "repairs_complete": claim.repairs_complete,
        "related": list(claim.related),
        "parts": [{"reading": part.reading, "verdict": str(part.verdict)} for part in claim.parts],
        "stricter": _stricter(claim.stricter),
        "ladder": [
            {"strength": r.strength, "verdict": str(r.verdict), "evidence": list(r.evidence)}
            for r in claim.ladder
        ],
        "dependents": list(claim.dependents),
        "decisive": _decisive(claim.decisive),
    }


def _decisive(found: Decisive | None) -> dict[str, Json] | None:
    if found is None:
        return None
    return {
        "refuting": _observation(found.refuting),
        "proving": _observation(found.proving),
        "complete": found.complete,
    }


def _observation(found: Observation | None) -> dict[str, Json] | None:
    if found is None:
        return None
    return {"text": found.text, "evidence": list(found.evidence)}


def _stricter(stricter: StricterReading | None) -> dict[str, Json] | None:
    if stricter is None:
        return None
    return {"verdict": str(stricter.verdict), "evidence": list(stricter.evidence)}


def _rests_on(found: RestsOn | None) -> dict[str, Json] | None:
    if found is None:
        return None
    papers: list[Json] = [citation(paper) for paper in found.papers]
    return {"items": list(found.items), "papers": papers, "complete": found.complete}


def _conflict(conflict: Conflict, lookup: Lookup) -> dict[str, Json]:
    return _minimal_set(conflict, lookup) | {"witness": _case(conflict.witness, lookup)}


def _minimal_set(found: MinimalSet, lookup: Lookup) -> dict[str, Json]:
    return {
        "evidence": list(found.evidence),
        "claims": list(found.claims),
        "statements": list(found.statements),
        "confidence": str(found.confidence),
        "minimal": found.minimal,
        "assumptions": [_assumption(assumption) for assumption in found.assumptions],
        "disputes": list(found.disputes),
        "definitions": _definitions(found.definitions, lookup),
    }


def _definitions(found: tuple[Definition, ...] | None, lookup: Lookup) -> list[Json] | None:
    """Definitions that are used; null where it was not found out which."""
    if found is None:
        return None
    return [
        {"how": each.how, "term": each.name, "others": [*each.others], "text": definition_line(each, lookup)}
        for each in found
    ]


def _assumption(assumption: Assumption) -> dict[str, Json]:
    return {
        "evidence": assumption.evidence,
        "dimension": assumption.dimension,
        "confidence": str(assumption.confidence),
    }


def _case(case: Case | None, lookup: Lookup) -> dict[str, Json] | None:
    return None if case is None else dict(lookup.case(case))


def _step(step: StepReport, source: SourceText, lookup: Lookup) -> dict[str, Json]:
    return {
        "id": step.id,
        "from": list(step.premises),
        "span": _span(step.span, source),
        "follows": step.follows,
        "gap": _case(step.gap, lookup),
        "gap_complete": step.gap_complete,
        "evidence": list(step.evidence),
        "missing": _observation(step.missing),
        "missing_complete": step.missing_complete,
    }


def _diagnostic(diagnostic: Diagnostic, source: SourceText) -> dict[str, Json]:
    """A diagnostic; its span is null where it is about another file (``path``)."""
    elsewhere = diagnostic.path not in ("", source.name)
    return {
        "code": diagnostic.code,
        "severity": str(diagnostic.severity),
        "message": diagnostic.message,
        "span": None if elsewhere else _span(diagnostic.span, source),
        "help": diagnostic.help,
        "path": diagnostic.path or source.name,
    }


def _span(span: Span, source: SourceText) -> dict[str, Json]:
    place = source.place(span)
    return {
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }
