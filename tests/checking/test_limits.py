"""What the solver's limit left undecided is said wherever it was reached, and changes no verdict."""

from functools import cache
from pathlib import Path

import pytest

import storycheck as sc
from storycheck.report import ClaimReport, DocumentReport, Verdict

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
NAMES = ("assistant", "oversight-by-probing", "pruned-for-deployment")
LIMITS = (1, 10, 40, 100, 300, 1000)
PREMISES = """\
concept "wug"
concept "dax"
concept "fep"
setup
  s1: The model is a wug.
assume
  a1: Every wug is a dax.
  a2: Every dax is a fep.
  a3: No wug is a fep.
claims
  c1: The model is a fep.
"""


@cache
def told(name: str, limit: int | None = None) -> DocumentReport:
    checker = sc.Checker(limit=limit, ladder=True)
    return checker.check(EXAMPLES / f"{name}.ts").documents[0]


def pairs(name: str, limit: int) -> list[tuple[ClaimReport, ClaimReport]]:
    """Each claim as it is judged in full, and within the limit."""
    return list(zip(told(name).claims, told(name, limit).claims, strict=True))


@pytest.mark.parametrize("limit", LIMITS)
@pytest.mark.parametrize("name", NAMES)
def test_a_limit_only_makes_verdicts_unknown(name: str, limit: int) -> None:
    for whole, found in pairs(name, limit):
        assert found.verdict in (whole.verdict, Verdict.UNKNOWN)
        for one, other in zip(whole.ladder, found.ladder, strict=True):
            assert (one.strength, other.verdict) in (
                (other.strength, one.verdict),
                (other.strength, Verdict.UNKNOWN),
            )
        if whole.stricter and found.stricter:
            assert found.stricter.verdict in (whole.stricter.verdict, Verdict.UNKNOWN)


@pytest.mark.parametrize("limit", LIMITS)
@pytest.mark.parametrize("name", NAMES)
def test_what_is_missing_is_flagged(name: str, limit: int) -> None:
    """Conflicts, corrections, repairs; steps, and the cases that break them."""
    for whole, found in pairs(name, limit):
        if found.verdict is Verdict.UNKNOWN:
            continue
        sets = [[each.evidence for each in one.conflicts] for one in (whole, found)]
        assert sets[0] == sets[1] or not found.conflicts_complete
        assert whole.corrections == found.corrections or not found.corrections_complete
        assert whole.repairs == found.repairs or not found.repairs_complete or _rough(found)
    for step, other in zip(told(name).steps, told(name, limit).steps, strict=True):
        assert other.follows in (step.follows, None)
        assert other.follows is not False or other.gap or step.gap is None or not other.gap_complete


def _rough(claim: ClaimReport) -> bool:
    """Whether a conflict names findings that it does not need: exceptions are drawn from these."""
    return not all(conflict.minimal for conflict in claim.conflicts)


def test_the_limits_tried_leave_something_open_and_decide_something() -> None:
    found = [told(name, limit) for name in NAMES for limit in LIMITS]
    claims = [claim for document in found for claim in document.claims]
    steps = [step for document in found for step in document.steps]
    assert {Verdict.UNKNOWN, Verdict.REFUTED, Verdict.ENTAILED} <= {claim.verdict for claim in claims}
    assert {True, False, None} == {step.follows for step in steps}
    assert {step.gap_complete for step in steps} == {True, False}
    assert {claim.repairs_complete for claim in claims} == {True, False}
    assert {claim.conflicts_complete for claim in claims} == {True, False}


def test_repairs_found_within_a_limit_have_the_verdicts_that_they_are_told_with() -> None:
    checker = sc.Checker()
    repairs = [r for name in NAMES for limit in LIMITS for _, c in pairs(name, limit) for r in c.repairs]
    assert repairs
    for repair in {(each.text, each.verdict): each for each in repairs}.values():
        if "network" in repair.text or "model" in repair.text:
            continue  # may be about the story's own
        assert checker.check(repair.text).claims[0].verdict is repair.verdict


def test_premises_that_may_contradict_each_other_are_said_to() -> None:
    """What is judged with them may rest on a contradiction that was not found."""
    found = {limit: sc.Checker(limit=limit).check(PREMISES).documents[0] for limit in (1, 100_000)}
    codes = {limit: [one.code for one in document.diagnostics] for limit, document in found.items()}
    assert codes[100_000] == ["contradictory-assumptions"]
    assert "contradictory-assumptions" not in codes[1]
    assert "contradict each other was not found out" in found[1].diagnostics[0].message
    assert not found[1].conflicts_complete
    assert found[100_000].conflicts_complete
