"""The JSON Schema of the JSON report, from pydantic models that mirror `storycheck.reporting.jsonformat`.

Only this module and `storycheck.reporting.schemas` need pydantic; reports are written without it.
`report.schema.json` beside it is its output, shipped, and a test keeps it current.
"""

import json
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from storycheck.logic.named import How
from storycheck.report import Verdict
from storycheck.reporting.jsonformat import SCHEMA

Confidence = Literal["strong", "medium", "low"]


class Part(BaseModel):
    """What all models share."""

    model_config = ConfigDict(frozen=True, strict=False)


class SpanModel(Part):
    """Lines and columns from 1, columns in code points; the end is exclusive."""

    line: int = Field(ge=1)
    column: int = Field(ge=1)
    end_line: int = Field(ge=1)
    end_column: int = Field(ge=1)


class AssumptionModel(Part):
    """That a finding carries over along a dimension (scale, architecture, domain)."""

    evidence: str
    dimension: str
    confidence: Confidence


class DefinitionModel(Part):
    """A definition of the vocabulary: how a term (an identifier) is defined by others, and that in words."""

    how: How
    term: str
    others: list[str]
    text: str


class SupportModel(Part):
    """A minimal set of evidence items, and claims or premises of the story, from which a claim follows."""

    evidence: list[str]
    claims: list[str]
    statements: list[str]
    confidence: Confidence
    minimal: bool
    assumptions: list[AssumptionModel]
    disputes: list[str]
    definitions: list[DefinitionModel] | None


class ConflictModel(SupportModel):
    """A minimal set with which claims cannot stand; the witness is a case in words that breaks the claim."""

    witness: dict[str, bool] | None


class RepairModel(Part):
    """A changed claim that stands, its verdict, what was changed, and what would not follow any more."""

    text: str
    verdict: Verdict
    edit: str
    breaks: list[str]


class PartModel(Part):
    """The verdict on one part of a coordinated claim."""

    reading: str
    verdict: Verdict


class RestsOnModel(Part):
    """The fewest items and (if ``complete``) papers whose withdrawal would change the verdict."""

    items: list[str]
    papers: list[str]
    complete: bool


class StricterModel(Part):
    """What a bare generic would get if it were read as *always*."""

    verdict: Verdict
    evidence: list[str]


class RungModel(Part):
    """What a claim would get at another strength."""

    strength: Literal["always", "usually", "sometimes", "not always", "rarely", "never"]
    verdict: Verdict
    evidence: list[str]


class ObservationModel(Part):
    """A statement that would decide something if it were found true, and the items with which it does."""

    text: str
    evidence: list[str]


class DecisiveModel(Part):
    """What would refute an undetermined claim and what would prove it."""

    refuting: ObservationModel | None
    proving: ObservationModel | None
    complete: bool


class ClaimModel(Part):
    """A claim, how it was read, and what became of it."""

    id: str
    role: str
    text: str
    span: SpanModel
    readings: list[str]
    strength: str | None
    hedged: bool
    generic: bool
    verdict: Verdict
    confidence: Confidence | None
    reason: str | None
    definitions: list[DefinitionModel]
    conflicts: list[ConflictModel]
    conflicts_complete: bool
    supports: list[SupportModel]
    corrections: list[list[str]]
    corrections_complete: bool
    rests_on: RestsOnModel | None
    repairs: list[RepairModel]
    repairs_complete: bool
    related: list[str]
    parts: list[PartModel]
    stricter: StricterModel | None
    ladder: list[RungModel]
    dependents: list[str]
    decisive: DecisiveModel | None


class GivenModel(Part):
    """A line of the setup or an assumption, and how it was read."""

    id: str
    section: Literal["setup", "assume"]
    text: str
    span: SpanModel
    readings: list[str]


class StepModel(Part):
    """A *therefore*: ``follows`` is null where it was not decided; ``gap`` a case that breaks it.

    ``missing`` is the weakest further premise that would close it.
    """

    id: str
    premises: list[str] = Field(alias="from")
    span: SpanModel
    follows: bool | None
    gap: dict[str, bool] | None
    gap_complete: bool
    evidence: list[str]
    missing: ObservationModel | None
    missing_complete: bool


class DiagnosticModel(Part):
    """What is wrong with the text or a file; ``span`` is null where it is about another file."""

    code: str
    severity: Literal["error", "warning", "note"]
    message: str
    span: SpanModel | None
    help: str
    path: str


class EvidenceModel(Part):
    """What the claims were judged against."""

    items: int
    accepted: int
    digest: str
    profile: str
    accept: Confidence
    consistent: bool
    left_out: list[str]


class DocumentModel(Part):
    """One story or document."""

    path: str
    title: str | None
    evidence: EvidenceModel | None
    given: list[GivenModel]
    claims: list[ClaimModel]
    joint_conflicts: list[ConflictModel]
    steps: list[StepModel]
    diagnostics: list[DiagnosticModel]
    skipped_sentences: int


class ClaimVerdictModel(Part):
    """What became of a claim under a profile."""

    id: str
    verdict: Verdict
    confidence: Confidence | None
    reason: str | None


class StepVerdictModel(Part):
    """What became of a *therefore* under a profile."""

    id: str
    premises: list[str] = Field(alias="from")
    follows: bool | None


class JointModel(Part):
    """Claims that clash under a profile, and the evidence with which they do."""

    claims: list[str]
    evidence: list[str]


class DocumentVerdictsModel(Part):
    """The verdicts on a document under a profile."""

    path: str
    claims: list[ClaimVerdictModel]
    steps: list[StepVerdictModel]
    joint_conflicts: list[JointModel]


class ProfileModel(Part):
    """The verdicts under a profile, where several were asked for."""

    evidence: EvidenceModel
    documents: list[DocumentVerdictsModel]
    summary: dict[str, int]


class ReportModel(Part):
    """What `storycheck --format json` prints."""

    schema_version: Literal[1] = Field(alias="schema")
    storycheck: str
    evidence: EvidenceModel
    documents: list[DocumentModel]
    summary: dict[str, int]
    profiles: list[ProfileModel]


def schema_text(model: type[Part] = ReportModel, name: str = "report") -> str:
    """The JSON Schema (draft 2020-12) as text, ending in a line break."""
    schema = model.model_json_schema(by_alias=True)
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:storycheck:{name}:{SCHEMA}",
    }
    return json.dumps(head | schema, indent=2) + "\n"
