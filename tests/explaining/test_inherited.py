"""What claims about narrower setups inherit from rules, and what keeps them from it."""

import pytest
from hypothesis import HealthCheck, given, settings

from storycheck.evidence.items import Item
from storycheck.meaning.proposition import Proposition, Strength
from storycheck.report import ClaimReport, Verdict
from tests.checking.test_brute_force import A, B, C, problems
from tests.small import Concept, Confidence, item, judge, sets, verdict_of, vocabulary

BIRDS = (
    item("B", "usually bird: flies"),
    item("P", "always penguin: bird"),
    item("N", "usually penguin: !flies"),
)
OPEN = (Verdict.UNDETERMINED, Verdict.UNADDRESSED)
WORDS = vocabulary(
    [
        *(Concept(name, name) for name in ("bird", "penguin", "flies", "red", "wet")),
        Concept("arctic", "arctic", dimension="domain"),
        Concept("polar", "polar", kind_of=("arctic",)),
    ]
)


def told(claim: str, *more: Item) -> ClaimReport:
    return verdict_of(judge((*BIRDS, *more), WORDS), claim)


@pytest.mark.parametrize(
    ("claim", "verdict", "carrier"),
    [
        ("usually bird & red: flies", Verdict.SUGGESTED, "B"),
        ("sometimes bird & red: flies", Verdict.SUGGESTED, "B"),
        ("usually bird & !red: flies", Verdict.SUGGESTED, "B"),
        ("usually bird & arctic: flies", Verdict.SUGGESTED, "B"),
        ("usually bird & arctic: !flies", Verdict.CONTESTED, "B"),
        ("always bird & polar: !flies", Verdict.CONTESTED, "B"),
        ("usually penguin & red: !flies", Verdict.SUGGESTED, "N"),
        ("usually penguin & arctic: flies", Verdict.CONTESTED, "N"),
    ],
)
def test_narrower_setups_inherit(claim: str, verdict: Verdict, carrier: str) -> None:
    """From the most specific rule; against a claim, only along a dimension."""
    report = told(claim)
    assert (report.verdict, report.reason) == (verdict, "presumption")
    assert sets(report.conflicts) | sets(report.supports) == {(carrier,)}
    assert report.rests_on is None


@pytest.mark.parametrize(
    "claim",
    [
        "usually bird & red: !flies",
        "usually bird & arctic & red: !flies",
        "always bird & arctic: flies",
        "sometimes bird & arctic: !flies",
        "usually red: flies",
        "usually bird & arctic: wet",
    ],
)
def test_what_is_not_inherited(claim: str) -> None:
    """A condition may be just why an exception is expected; all and some are not what is normal."""
    assert told(claim).verdict in OPEN


def test_low_evidence_for_it_comes_first() -> None:
    low = item("L", "usually bird & arctic: !flies", confidence=Confidence.LOW)
    report = told("usually bird & arctic: !flies", low)
    assert (report.verdict, report.reason) == (Verdict.SUGGESTED, "low confidence")


@pytest.mark.parametrize(
    "apart",
    [
        item("S", "sometimes bird & arctic: !flies"),
        item("S", "sometimes bird & polar: !flies", confidence=Confidence.LOW),
        item("S", "usually arctic: !flies"),
    ],
)
def test_what_is_known_to_be_apart_inherits_nothing(apart: Item) -> None:
    """By whatever says anything of the same in such setups, be it of a kind of them, or not sure."""
    assert told("usually bird & arctic: flies", apart).reason != "presumption"


def test_a_wider_setup_that_is_apart() -> None:
    apart = item("S", "sometimes bird & arctic: !flies")
    assert told("usually bird & polar: flies", apart).verdict in OPEN


def test_a_rule_about_everything_carries_nothing() -> None:
    report = verdict_of(judge([item("E", "usually : flies")], WORDS), "usually arctic: flies")
    assert report.verdict in OPEN


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(problems([A, B, C]))
def test_only_where_strict_entailment_is_silent(problem: tuple[list[Item], list[Proposition]]) -> None:
    """What carries a presumption does not decide the claim by itself, and presumes it without the rest."""
    items, (claim, *_) = problem
    report = verdict_of(judge(items), claim)
    if report.reason != "presumption" or claim.strength is Strength.THIS:
        return
    assert report.verdict in (Verdict.SUGGESTED, Verdict.CONTESTED)
    for found in (*report.conflicts, *report.supports):
        strict = verdict_of(judge([i for i in items if i.id in found.evidence]), claim)
        assert strict.reason == "presumption"
