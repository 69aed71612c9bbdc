"""The files of an evidence pack, as pydantic models; the editor schemas are made from them.

Only shape is checked here. What names refer to, and whether sentences can be read, is checked when a
pack is put together (`storycheck.evidence.packs`).
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from storycheck.evidence.items import Confidence

CONCEPT_ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
NO_CONCEPT = r"^([a-z0-9]+(-[a-z0-9]+)*)?$"
MEANT = r"^(not )?[a-z0-9]+(-[a-z0-9]+)*$"
ITEM_ID = r"^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$"
NO_STATEMENT = r"^([A-Za-z][A-Za-z0-9-]*\.[1-9][0-9]*)?$"
ANY_STATEMENT = r"^[A-Za-z][A-Za-z0-9-]*(\.[1-9][0-9]*)?$"

Text = Annotated[str, StringConstraints(min_length=1)]
ConceptId = Annotated[str, StringConstraints(pattern=CONCEPT_ID, max_length=80)]
NoConcept = Annotated[str, StringConstraints(pattern=NO_CONCEPT, max_length=80)]
Meant = Annotated[str, StringConstraints(pattern=MEANT, max_length=84)]
ItemId = Annotated[str, StringConstraints(pattern=ITEM_ID, max_length=40)]
NoStatement = Annotated[str, StringConstraints(pattern=NO_STATEMENT)]
AnyStatement = Annotated[str, StringConstraints(pattern=ANY_STATEMENT)]
Threshold = Literal["strong", "medium", "low"]
Dimension = Literal["scale", "architecture", "domain"]


class Part(BaseModel):
    """Common to all: unknown keys are errors, and a known key without a value is as if it were not there."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    @model_validator(mode="before")
    @classmethod
    def _without_empty(cls, data: object) -> object:
        if not isinstance(data, dict):
            return data
        return {key: value for key, value in data.items() if value is not None or key not in cls.model_fields}


class ConceptEntry(Part):
    """A yes/no property of a case: how it is worded and how it is defined."""

    gloss: Text = Field(description="the property as a predicate, as readings show it: `trained with SGD`")
    noun: list[Text] = Field(
        default=[], description="noun phrases, in the singular; (optional) words in parentheses"
    )
    adjective: list[Text] = Field(default=[], description="adjectives, before a noun or after *be*")
    verb: list[Text] = Field(default=[], description="whole verb phrases, in the base form: `train with SGD`")
    modifier: list[Text] = Field(default=[], description="fixed phrases after a noun or verb: `from scratch`")
    kind_of: list[ConceptId] = Field(default=[], description="concepts that every case of this one has too")
    means: list[Meant] = Field(
        default=[], description="the concept is exactly all of these; `not x` is allowed"
    )
    excludes: list[ConceptId] = Field(default=[], description="concepts that no case of this one has")
    opposite: NoConcept = Field(default="", description="the concept that holds where this does not")
    dimension: Literal["", "scale", "architecture", "domain"] = Field(
        "", description="what setups this concept narrows along"
    )
    trivial: bool = Field(default=False, description="every case has it, so that it restricts nothing")
    presupposes: list[ConceptId] = Field(
        default=[], description="what is taken for granted of the cases that this is affirmed or denied of"
    )


class QuantityEntry(Part):
    """Something that can rise, fall or stay between two cases."""

    gloss: Text = Field(description="the noun that readings use")
    noun: list[Text] = Field(default=[], description="noun phrases that name the quantity")
    adjective: list[Text] = Field(
        default=[], description="gradable adjectives: `accurate` for *more accurate*"
    )
    verb: list[Text] = Field(default=[], description="gradable verbs: `generalize` for *generalize better*")
    more: list[Text] = Field(default=[], description="words that by themselves say that it rises: `larger`")
    less: list[Text] = Field(default=[], description="words that by themselves say that it falls: `smaller`")
    high: NoConcept = Field(default="", description="the concept of having much of it")
    low: NoConcept = Field(default="", description="the concept of having little of it")
    inverse: NoConcept = Field(default="", description="the quantity that falls where this one rises")
    better: Literal["high", "low", "neither"] = Field(
        default="high", description="which way is an improvement"
    )


class FamilyEntry(Part):
    """Concepts of which a case has at most one."""

    members: Annotated[list[ConceptId], Field(min_length=2)]
    exhaustive: bool = Field(default=False, description="every case has one of them")


class VocabularyFile(Part):
    """A file in a pack's `vocabulary/`."""

    concepts: dict[ConceptId, ConceptEntry] = {}
    quantities: dict[ConceptId, QuantityEntry] = {}
    families: list[FamilyEntry] = []


class PaperEntry(Part):
    """A paper that reports the finding."""

    title: Text
    venue: Text
    year: Annotated[int, Field(ge=1900, le=2200)]


class ScalingEntry(Part):
    """Whether the finding holds at scale, and how sure that is."""

    direction: Literal["robust", "stronger", "maybe stronger", "unknown"] = "unknown"
    confidence: Literal["low", "medium", "medium-high", "high", "strong"] | None = None


class StatementEntry(Part):
    """One sentence that the item states; its id is the item's with its number."""

    claim: Text = Field(description="a sentence of storycheck's language that can be read in one way")
    confidence: Threshold | None = Field(
        default=None, description="if it is not what the item's effect gives"
    )
    superseded_by: NoStatement = Field(default="", description="the later statement: `X1.2`")
    supersedes: list[AnyStatement] = Field(default=[], description="earlier statements, or items as a whole")


class DisputeEntry(Part):
    """Counter-evidence, which is an item of its own."""

    by: ItemId
    scope: NoConcept = Field(default="", description="the concept that limits the dispute: `at-scale`")
    statements: list[Annotated[int, Field(ge=1)]] = Field(default=[], description="numbers; empty for all")
    summary: Text


class ExampleEntries(Part):
    """Claims that test the item, run by `storycheck evidence check`."""

    refutes: list[Text] = Field(default=[], description="claims that the item conflicts with; at least two")
    leaves: list[Text] = Field(default=[], description="claims nearby that it leaves alone; at least two")


class ItemFile(Part):
    """A file in a pack's `items/`: one finding."""

    id: ItemId
    title: Text
    aliases: list[ItemId] = Field(default=[], description="other names, also of groups that it belongs to")
    status: Literal["accepted", "disputed", "retracted", "hypothesis"] = "accepted"
    effect: Literal["definitive", "definitely real", "seems real", "unknown"]
    scaling: ScalingEntry = ScalingEntry()
    extends_to: list[Dimension] = Field(default=[], description="what existence claims carry over along")
    papers: list[PaperEntry] = []
    setups: list[Text] = Field(default=[], description="where it was seen, in plain words")
    speaks_of: list[ConceptId] = Field(default=[], description="the architectures and domains among these")
    summary: Text
    statements: Annotated[list[StatementEntry], Field(min_length=1)]
    disputes: list[DisputeEntry] = []
    examples: ExampleEntries = ExampleEntries()


class ProfileEntry(Part):
    """A reading of the literature: a threshold, and items left out or let in."""

    id: ConceptId
    summary: Text
    accept: Threshold = "medium"
    without: list[ItemId] = []
    include: list[ItemId] = []


class PackFile(Part):
    """`pack.yaml` of a pack."""

    name: ConceptId
    version: Text = "0"
    summary: Text
    requires: list[ConceptId] = Field(default=[], description="packs whose vocabulary this one builds on")
    profiles: list[ProfileEntry] = []


EFFECTS = {
    "definitive": Confidence.STRONG,
    "definitely real": Confidence.STRONG,
    "seems real": Confidence.MEDIUM,
    "unknown": Confidence.LOW,
}
CONFIDENCES = {
    "strong": Confidence.STRONG,
    "high": Confidence.STRONG,
    "medium-high": Confidence.MEDIUM,
    "medium": Confidence.MEDIUM,
    "low": Confidence.LOW,
}
