"""A report made by hand, with something of everything that a report can hold."""

from storycheck.diagnostics import Diagnostic, Severity
from storycheck.evidence.items import Confidence, Dispute, Item, Paper, Scaling, Statement, Status
from storycheck.explaining.findings import Assumption, Conflict, Support
from storycheck.meaning.formula import TRUE, Atom
from storycheck.meaning.proposition import Proposition, Strength
from storycheck.meaning.vocabulary import Concept, Quantity, Vocabulary
from storycheck.report import (
    ClaimReport,
    Decisive,
    DocumentReport,
    EvidenceSummary,
    Observation,
    Repair,
    Report,
    StepReport,
    StricterReading,
    Verdict,
)
from storycheck.reporting.lookup import Lookup
from storycheck.source import SourceText, Span

SAID = Proposition(Strength.USUALLY, TRUE, TRUE)
TEXT = """story "Sample"

rationale
  r1: SGD always reaches good minima.
  r2: SGD reaches good minima.
\tr3: Größere Netze 网络 are
    always plateaued.
  r4: Generalization comes from SGD's own bias.
  r5: Deep networks are conscious.
  r6: Larger networks never forget.
  therefore r4 from r1, r2
"""


def span(words: str) -> Span:
    """Where ``words`` stand in the sample text."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


SGD = Atom("has", "sgd")
RANDOM = Atom("has", "random-labels")
GOOD = Atom("has", "good-minimum")


def item(
    item_id: str, title: str, alias: str, *, papers: int = 1, disputes: tuple[Dispute, ...] = ()
) -> Item:
    return Item(
        id=item_id,
        title=title,
        aliases=(alias,) if alias else (),
        status=Status.ACCEPTED,
        effect="definitive",
        confidence=Confidence.STRONG,
        scaling=Scaling("robust", Confidence.MEDIUM),
        extends_to=("scale",),
        papers=tuple(Paper(f"Paper {n} on {title.lower()}", "NeurIPS", 2018 + n) for n in range(papers)),
        setups=("image classification",),
        speaks_of=(),
        summary="What was found.",
        statements=(Statement(f"{item_id}.1", f"{title} was seen.", (), Confidence.MEDIUM),),
        disputes=disputes,
        refutes=(),
        leaves=(),
    )


ITEMS = {
    "G1": item("G1", "Random labels can be fitted", "G-A", papers=2),
    "G2": item("G2", "SGD can be led astray", "G-B"),
    "G6": item("G6", "The optimizer adds little", ""),
    "PF4": item("PF4", "Sequential training forgets", "PF-C"),
    "PF4-D": item("PF4-D", "Forgetting shrinks with scale", ""),
}

VOCABULARY = Vocabulary(
    concepts={
        "sgd": Concept("sgd", "trained with SGD"),
        "random-labels": Concept("random-labels", "labels random"),
        "good-minimum": Concept("good-minimum", "reaches a good minimum"),
    },
    quantities={"accuracy": Quantity("accuracy", "accuracy")},
)

LOOKUP = Lookup(ITEMS, VOCABULARY)


def _claim(claim_id: str, text: str, verdict: Verdict, reading: str, **more: object) -> ClaimReport:
    base = ClaimReport(
        id=claim_id,
        role="rationale",
        text=" ".join(text.split()),
        span=span(text),
        readings=(reading,) if reading else (),
        understood=(),
        strength="usually" if reading else None,
        hedged=False,
        generic=False,
        verdict=verdict,
    )
    return base._replace(**more)


R1 = _claim(
    "r1",
    "SGD always reaches good minima.",
    Verdict.REFUTED,
    "in every case where trained with SGD: reaches a good minimum",
    strength="always",
    confidence=Confidence.STRONG,
    conflicts=(
        Conflict(
            ("G1",), ("r1",), ("G1.1",), Confidence.STRONG, witness={SGD: True, RANDOM: True, GOOD: False}
        ),
        Conflict(("G2",), ("r1",), ("G2.1",), Confidence.MEDIUM),
    ),
    corrections=(("G1", "G2"),),
    repairs=(Repair("SGD usually reaches good minima.", Verdict.ENTAILED, "strength"),),
    related=("G1", "G2"),
)
R2 = _claim(
    "r2",
    "SGD reaches good minima.",
    Verdict.ENTAILED,
    "usually, where trained with SGD: reaches a good minimum",
    generic=True,
    confidence=Confidence.STRONG,
    supports=(Support(("G1",), ("r2",), ("G1.1",), Confidence.STRONG),),
    stricter=StricterReading(Verdict.REFUTED, ("G2",)),
)
R3 = _claim("r3", "Größere Netze 网络 are\n    always plateaued.", Verdict.UNREAD, "")
R4 = _claim(
    "r4",
    "Generalization comes from SGD's own bias.",
    Verdict.CONTESTED,
    "usually, where generalizes well: this is due to the bias of SGD",
    confidence=Confidence.LOW,
    reason="low confidence",
    conflicts=(Conflict(("G6",), ("r4",), ("G6.1",), Confidence.LOW),),
)
R5 = _claim(
    "r5",
    "Deep networks are conscious.",
    Verdict.UNDETERMINED,
    "usually, where deep: conscious",
    related=("G1",),
    decisive=Decisive(
        Observation("usually, where deep: trained with SGD", SAID, ("G6",)),
        Observation("usually, where deep: understood", SAID),
    ),
)
R6 = _claim(
    "r6",
    "Larger networks never forget.",
    Verdict.REFUTED,
    "in no case where large: forgets",
    hedged=True,
    confidence=Confidence.MEDIUM,
    conflicts=(
        Conflict(
            ("PF4",),
            ("a1", "r6"),
            ("PF4.1",),
            Confidence.MEDIUM,
            assumptions=(Assumption("PF4", "scale", Confidence.MEDIUM),),
            disputes=("PF4-D",),
        ),
    ),
)

DIAGNOSTICS = (
    Diagnostic(
        "unknown-term",
        Severity.ERROR,
        "`plateaued` is not in the vocabulary",
        span("plateaued"),
        "declare it",
    ),
)

DOCUMENT = DocumentReport(
    source=SourceText(TEXT, "sample.ts"),
    title="Sample",
    claims=(R1, R2, R3, R4, R5, R6),
    joint_conflicts=(Conflict(("G1",), ("r1", "r4"), ("G1.1",), Confidence.STRONG),),
    steps=(
        StepReport(
            "r4",
            ("r1", "r2"),
            span("therefore r4 from r1, r2"),
            follows=False,
            gap={SGD: True, GOOD: False},
            missing=Observation("always, where trained with SGD: labels random", SAID),
        ),
    ),
    diagnostics=DIAGNOSTICS,
)

SUMMARY = EvidenceSummary(5, 4, "sha256:abc", "default", Confidence.MEDIUM)

REPORT = Report(SUMMARY, (DOCUMENT,))
