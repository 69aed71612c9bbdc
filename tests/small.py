"""Small evidence sets and claims in code, for tests of logic, solving, explaining and checking."""

from collections.abc import Iterable, Mapping, Sequence

from storycheck.checking.claims import Judge
from storycheck.checking.given import ClaimInput, Facts
from storycheck.evidence.items import (
    Confidence,
    Dispute,
    EvidenceSet,
    Item,
    Scaling,
    Statement,
    Status,
)
from storycheck.meaning.formula import TRUE, Formula, conj, has, neg
from storycheck.meaning.proposition import Proposition, Reading, Strength
from storycheck.meaning.vocabulary import Concept, Family, Quantity, Vocabulary
from storycheck.report import ClaimReport
from storycheck.solving.limits import Limits
from storycheck.source import Span

UNKNOWN_SCALING = Scaling("unknown", None)
ALL = Limits(max_conflicts=0)


def formula(text: str) -> Formula:
    """A conjunction of concepts: "sgd & !good"; "" is true."""
    parts = [part.strip() for part in text.split("&") if part.strip()]
    return conj(neg(has(part[1:])) if part.startswith("!") else has(part) for part in parts)


def say(text: str) -> Proposition:
    """A proposition: "always sgd: good", "this: !good"."""
    head, _, scope = text.partition(":")
    strength = next(s for s in sorted(Strength, key=len, reverse=True) if head.startswith(s.value))
    return Proposition(strength, formula(head[len(strength.value) :]), formula(scope))


def item(
    name: str,
    *statements: "str | Proposition",
    confidence: Confidence = Confidence.STRONG,
    status: Status = Status.ACCEPTED,
    scaling: Scaling = UNKNOWN_SCALING,
    extends_to: tuple[str, ...] = (),
    speaks_of: tuple[str, ...] = (),
    disputes: tuple[Dispute, ...] = (),
) -> Item:
    propositions = [say(each) if isinstance(each, str) else each for each in statements]
    made = (Statement(f"{name}.{n}", "", (p,), confidence) for n, p in enumerate(propositions, 1))
    return Item(
        id=name,
        title=name,
        aliases=(),
        status=status,
        effect="",
        confidence=confidence,
        scaling=scaling,
        extends_to=extends_to,
        speaks_of=speaks_of,
        papers=(),
        setups=(),
        summary="",
        statements=tuple(made),
        disputes=disputes,
        refutes=(),
        leaves=(),
    )


def evidence(*items: Item) -> EvidenceSet:
    return EvidenceSet({each.id: each for each in items}, {})


def vocabulary(
    concepts: Iterable[Concept] = (), quantities: Iterable[Quantity] = (), families: tuple[Family, ...] = ()
) -> Vocabulary:
    return Vocabulary({c.id: c for c in concepts}, {q.id: q for q in quantities}, families)


def judge(items: Iterable[Item], words: Vocabulary | None = None, limits: Limits = ALL) -> Judge:
    return Judge(evidence(*items), words or Vocabulary(), limits)


def verdict_of(
    the_judge: Judge, *claim: "str | Proposition", generic: bool = False, facts: Facts | None = None
) -> ClaimReport:
    propositions = tuple(say(each) if isinstance(each, str) else each for each in claim)
    given = ClaimInput("c", "claims", "", Span(0, 0), (Reading(propositions, generic),))
    return the_judge.judge(given, facts or Facts())


def sets(found: Sequence[object]) -> set[tuple[str, ...]]:
    """The evidence of conflicts or supports."""
    return {each.evidence for each in found}  # type: ignore[attr-defined]


__all__ = [
    "ALL",
    "TRUE",
    "Concept",
    "Confidence",
    "Dispute",
    "Facts",
    "Family",
    "Mapping",
    "Quantity",
    "Scaling",
    "Status",
    "evidence",
    "formula",
    "item",
    "judge",
    "say",
    "sets",
    "verdict_of",
    "vocabulary",
]
