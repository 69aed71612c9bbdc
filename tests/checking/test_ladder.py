"""The ladder: each rung is what the claim would get there, and rungs are monotone."""

from hypothesis import HealthCheck, given, settings

from storycheck.checking.ladder import RUNGS
from storycheck.evidence.items import Item
from storycheck.meaning.formula import neg
from storycheck.meaning.proposition import Proposition, Strength
from storycheck.report import Rung, Verdict
from tests.checking.test_brute_force import A, B, problems
from tests.small import ALL, item, judge, verdict_of

FULL = ALL._replace(ladder=True)
FALLS = (Verdict.REFUTED, Verdict.INCOHERENT, Verdict.VACUOUS)
HOLDS = (Verdict.ENTAILED, Verdict.VACUOUS)
GRADED = (Strength.ALWAYS, Strength.USUALLY, Strength.SOMETIMES)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(problems([A, B]))
def test_rungs_are_what_the_claim_would_get_and_monotone(
    problem: tuple[list[Item], list[Proposition]],
) -> None:
    items, (claim, *_) = problem
    report = verdict_of(judge(items, limits=FULL), claim)
    if claim.strength not in GRADED or report.verdict is Verdict.UNKNOWN:
        assert report.ladder == ()
        return
    rungs = {rung.strength: rung.verdict for rung in report.ladder}
    assert len(rungs) == len(RUNGS) - 1
    for step in RUNGS:
        scope = neg(claim.scope) if step.denied else claim.scope
        said = Proposition(step.strength, claim.restrictor, scope)
        expected = verdict_of(judge(items), said).verdict
        assert rungs.setdefault(step.word, report.verdict) is expected
    for strongest, middle, weakest in (("always", "usually", "sometimes"), ("never", "rarely", "not always")):
        _monotone(rungs[strongest], rungs[middle])
        _monotone(rungs[middle], rungs[weakest])


def _monotone(stronger: Verdict, weaker: Verdict) -> None:
    """What follows strongly follows weakly; what cannot be weakly cannot be strongly."""
    if stronger is Verdict.ENTAILED:
        assert weaker in HOLDS
    if weaker is Verdict.REFUTED:
        assert stronger in FALLS


SGD = (item("G1", "usually sgd: good"), item("G2", "sometimes sgd: !good"))


def test_a_claim_that_falls_is_told_what_stands() -> None:
    """Only weaker strengths, and none below the first that stands."""
    report = verdict_of(judge(SGD), "always sgd: good")
    assert report.verdict is Verdict.REFUTED
    assert report.ladder == (Rung("usually", Verdict.ENTAILED, ("G1",)),)
    report = verdict_of(judge(SGD), "usually sgd: !good")
    assert report.ladder == (Rung("sometimes", Verdict.ENTAILED, ("G2",)),)
    report = verdict_of(judge([item("N", "always sgd: good")]), "usually sgd: !good")
    assert report.ladder == (Rung("sometimes", Verdict.REFUTED, ("N",)),)


def test_what_stands_and_what_is_of_one_case_has_no_ladder() -> None:
    assert verdict_of(judge(SGD), "usually sgd: good").ladder == ()
    assert verdict_of(judge(SGD, limits=FULL), "this sgd: good").ladder == ()


def test_in_full_for_any_claim() -> None:
    report = verdict_of(judge(SGD, limits=FULL), "usually sgd: good")
    assert [(rung.strength, rung.verdict, rung.evidence) for rung in report.ladder] == [
        ("always", Verdict.REFUTED, ("G2",)),
        ("sometimes", Verdict.ENTAILED, ("G1",)),
        ("not always", Verdict.ENTAILED, ("G2",)),
        ("rarely", Verdict.REFUTED, ("G1",)),
        ("never", Verdict.REFUTED, ("G1",)),
    ]
