"""Presumption: what System Z makes of a setup, on its textbook examples."""

import pytest

from storycheck.checking.given import Facts, Premise
from storycheck.report import Verdict
from tests.small import item, judge, say, sets, verdict_of

BIRDS = (
    item("B", "usually bird: flies"),
    item("P", "always penguin: bird"),
    item("N", "usually penguin: !flies"),
    item("W", "usually bird: winged"),
)


def about(*facts: str) -> Facts:
    return Facts(tuple(Premise(f"s{n}", (say(f"this: {fact}"),)) for n, fact in enumerate(facts)))


@pytest.mark.parametrize(
    ("facts", "claim", "verdict", "carriers"),
    [
        (["bird"], "this: flies", Verdict.SUGGESTED, {("B",)}),
        (["bird"], "this: !flies", Verdict.CONTESTED, {("B",)}),
        (["bird", "red"], "this: flies", Verdict.SUGGESTED, {("B",)}),
        (["penguin"], "this: flies", Verdict.CONTESTED, {("N",)}),
        (["penguin", "red"], "this: !flies", Verdict.SUGGESTED, {("N",)}),
        (["bird", "!flies"], "this: penguin", Verdict.UNADDRESSED, set()),
        (["bird", "!flies"], "this: !penguin", Verdict.UNADDRESSED, set()),
        (["bird"], "this: !penguin", Verdict.SUGGESTED, {("B", "N")}),
        ([], "this bird: winged", Verdict.SUGGESTED, {("W",)}),
        (["fish"], "this: flies", Verdict.UNDETERMINED, set()),
    ],
)
def test_birds(facts: list[str], claim: str, verdict: Verdict, carriers: set[tuple[str, ...]]) -> None:
    """More specific rules win; red sets no bird apart; an odd bird is odd in no other way."""
    report = verdict_of(judge(BIRDS), claim, facts=about(*facts))
    assert report.verdict is verdict
    assert sets(report.conflicts) | sets(report.supports) == carriers
    if carriers:
        assert report.reason == ("presumption" if verdict is Verdict.SUGGESTED else "exceptional")


def test_an_exceptional_bird_inherits_nothing() -> None:
    """The known limit of System Z: penguins, being odd birds, are not presumed to be winged."""
    report = verdict_of(judge(BIRDS), "this: winged", facts=about("penguin"))
    assert report.verdict is Verdict.UNDETERMINED


def test_it_never_refutes_nor_entails() -> None:
    """What holds of all does; then nothing is presumed."""
    report = verdict_of(judge(BIRDS), "this: !bird", facts=about("penguin"))
    assert (report.verdict, sets(report.conflicts)) == (Verdict.REFUTED, {("P",)})
    assert report.conflicts[0].claims == ("c", "s0")
    report = verdict_of(judge(BIRDS), "this: bird", facts=about("penguin"))
    assert (report.verdict, sets(report.supports)) == (Verdict.ENTAILED, {("P",)})


def test_rules_at_odds_presume_nothing() -> None:
    """Quakers are pacifists, Republicans are not; this one is both."""
    nixon = [item("Q", "usually quaker: pacifist"), item("R", "usually republican: !pacifist")]
    report = verdict_of(judge(nixon), "this: pacifist", facts=about("quaker", "republican"))
    assert report.verdict is Verdict.UNDETERMINED


def test_the_exceptional_case_is_shown() -> None:
    report = verdict_of(judge(BIRDS), "this: flies", facts=about("penguin"))
    told = {atom.name: value for atom, value in (report.conflicts[0].witness or {}).items()}
    assert told == {"penguin": True, "flies": False}
