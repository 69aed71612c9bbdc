"""Verdicts under several choices of evidence as JSON, schema 1."""

from collections.abc import Sequence

from storycheck.checking.changes import Change, Difference, ItemChange, StatementChange
from storycheck.checking.readings import Cell, Row
from storycheck.explaining.findings import Conflict
from storycheck.report import DocumentReport, Report, StepReport
from storycheck.reporting.jsonformat import Json, answer, as_json, evidence_json, json_text
from storycheck.reporting.lookup import Lookup
from storycheck.reporting.summarylines import summary_counts


def matrix_json(reports: Sequence[Report], lookup: Lookup) -> str:
    """The report under the first choice, as ever, with the verdicts under all of them in `profiles`."""
    whole = as_json(reports[0], lookup) | {"profiles": [_profile(report) for report in reports]}
    return json_text(whole)


def _profile(report: Report) -> dict[str, Json]:
    return {
        "evidence": evidence_json(report.evidence),
        "documents": [_verdicts(document) for document in report.documents],
        "summary": dict(summary_counts(report)),
    }


def _verdicts(document: DocumentReport) -> dict[str, Json]:
    return {
        "path": document.source.name,
        "claims": [
            {
                "id": claim.id,
                "verdict": str(claim.verdict),
                "confidence": None if claim.confidence is None else str(claim.confidence),
                "reason": claim.reason,
            }
            for claim in document.claims
        ],
        "steps": [_step(step) for step in document.steps],
        "joint_conflicts": [_joint(conflict) for conflict in document.joint_conflicts],
    }


def _step(step: StepReport) -> dict[str, Json]:
    return {"id": step.id, "from": list(step.premises), "follows": step.follows}


def _joint(conflict: Conflict) -> dict[str, Json]:
    return {"claims": list(conflict.claims), "evidence": list(conflict.evidence)}


def difference_json(found: Difference) -> str:
    """What changed between two choices of evidence, as one JSON object."""
    whole: dict[str, Json] = {
        "choices": list(found.names),
        "items": [_item(item) for item in found.items],
        "verdicts": [_row(row) for row in found.verdicts],
        "compared": len(found.rows),
    }
    return json_text(answer(whole))


def _item(item: ItemChange) -> Json:
    return {
        "id": item.id,
        "kind": item.kind,
        "title": item.title,
        "changes": [_change(one) for one in item.changes],
        "statements": [_statement(one) for one in item.statements],
    }


def _statement(statement: StatementChange) -> Json:
    return {
        "id": statement.id,
        "kind": statement.kind,
        "text": statement.text,
        "changes": [_change(one) for one in statement.changes],
    }


def _change(change: Change) -> Json:
    return {"what": change.what, "old": change.old, "new": change.new}


def _row(row: Row) -> Json:
    old, new = map(_cell, row.cells)
    return {"path": row.path, "kind": row.kind, "id": row.id, "text": row.text, "old": old, "new": new}


def _cell(cell: Cell | None) -> Json:
    if cell is None:
        return None
    confidence = None if cell.confidence is None else str(cell.confidence)
    return {
        "verdict": cell.verdict,
        "confidence": confidence,
        "evidence": list(cell.evidence),
        "reason": cell.reason,
    }
