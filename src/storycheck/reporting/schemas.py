"""The JSON Schemas of what `theory`, `diff` and `evidence coverage` print, like that of the report.

``python -m storycheck.reporting.schemas`` writes them all beside this file; a test keeps them current.
"""

from pathlib import Path
from typing import Literal

from pydantic import Field

from storycheck.checking.outcomes import Outcome
from storycheck.reporting.schema import (
    Confidence,
    DiagnosticModel,
    EvidenceModel,
    Part,
    ReportModel,
    schema_text,
)


class AnswerModel(Part):
    """What all answers begin with."""

    schema_version: Literal[1] = Field(alias="schema")
    storycheck: str


# --- theory -----------------------------------------------------------------------------------------------


class TheoryClaimModel(Part):
    """A claim of a theory; ``says`` counts the single things that it says."""

    id: str
    text: str
    readings: list[str]
    says: int


class StatementModel(Part):
    """What a theory makes of a statement: by which of its claims, beside which other statements.

    ``ways``: how many minimal sets of claims do it, at least.
    """

    item: str
    statement: str
    text: str
    confidence: Confidence
    accepted: bool
    outcome: Outcome
    claims: list[str]
    beside: list[str]
    ways: int
    finding: str
    sound: bool


class TheoryModel(Part):
    """One theory. ``consistent`` and ``clashes`` are null where that was not decided.

    Where not all is (``complete``), ``score`` is a lower bound.
    """

    path: str
    title: str | None
    claims: list[TheoryClaimModel]
    unread: list[str]
    consistent: bool | None
    clashes: list[list[str]] | None
    score: int | None
    says: int
    explained: list[str]
    given_up: list[str]
    refuted: list[str]
    conflicts: list[list[str]]
    complete: bool
    idle: list[str]
    statements: list[StatementModel]
    summary: dict[Outcome, int]


class TheoriesModel(AnswerModel):
    """What `storycheck theory --format json` prints."""

    evidence: EvidenceModel
    theories: list[TheoryModel]
    diagnostics: list[DiagnosticModel]


# --- diff -------------------------------------------------------------------------------------------------

Kind = Literal["added", "removed", "changed"]


class ChangeModel(Part):
    """One thing, in words, before and after."""

    what: str
    old: str
    new: str


class StatementChangeModel(Part):
    """A statement that was added, removed or changed."""

    id: str
    kind: Kind
    text: str
    changes: list[ChangeModel]


class ItemChangeModel(Part):
    """An item that was added, removed or changed."""

    id: str
    kind: Kind
    title: str
    changes: list[ChangeModel]
    statements: list[StatementChangeModel]


class CellModel(Part):
    """What became of a claim, a step or claims taken together under one choice, and what it rests on."""

    verdict: str
    confidence: Confidence | None
    evidence: list[str]
    reason: str | None


class VerdictChangeModel(Part):
    """A claim, step or clash that differs; null where one of the reports has no such thing."""

    path: str
    kind: Literal["claim", "step", "joint"]
    id: str
    text: str
    old: CellModel | None
    new: CellModel | None


class DifferenceModel(AnswerModel):
    """What `storycheck diff --format json` prints; ``compared`` counts all claims, steps and clashes."""

    choices: list[str]
    items: list[ItemChangeModel]
    verdicts: list[VerdictChangeModel]
    compared: int


# --- coverage ---------------------------------------------------------------------------------------------


class TouchedModel(Part):
    """An item, how many claims it decides, and how many it is only near to."""

    item: str
    decides: int
    near: int


class OpenTermModel(Part):
    """A concept or quantity of which no evidence speaks, and the claims that use it."""

    kind: Literal["concept", "quantity"]
    id: str
    gloss: str
    claims: list[str]


class CoverageModel(AnswerModel):
    """What `storycheck evidence coverage --format json` prints."""

    claims: int
    unread: int
    undecided: int
    touched: list[TouchedModel]
    untouched: list[str]
    open: list[OpenTermModel]
    unknown: list[str]


MODELS: dict[str, type[Part]] = {
    "theory": TheoriesModel,
    "diff": DifferenceModel,
    "coverage": CoverageModel,
}


def path_of(name: str) -> Path:
    """Where a schema is shipped."""
    return Path(__file__).with_name(f"{name}.schema.json")


if __name__ == "__main__":
    every: dict[str, type[Part]] = {"report": ReportModel, **MODELS}
    for name, model in every.items():
        path_of(name).write_text(schema_text(model, name), encoding="utf-8")
