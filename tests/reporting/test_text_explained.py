"""The lines on what stands, what falls, what to give up, and what a verdict rests on."""

from storycheck.evidence.items import Paper
from storycheck.explaining.findings import RestsOn
from storycheck.report import ClaimReport, Repair, Report, Rung, Verdict
from storycheck.reporting.layout import Look
from storycheck.reporting.text import Detail, render
from tests.reporting.sample import DOCUMENT, LOOKUP, R1, R2, REPORT

PAPER = Paper("Paper 0 on random labels can be fitted", "NeurIPS", 2018)
BARE = R1._replace(corrections=(), repairs=(), ladder=(), rests_on=None)
USUALLY = Rung("usually", Verdict.ENTAILED, ("G1",))
SOMETIMES = Rung("sometimes", Verdict.REFUTED, ("G2",))


def shown(claim: ClaimReport, verbose: bool = False) -> str:
    document = DOCUMENT._replace(claims=(claim,), diagnostics=(), steps=())
    return render(Report(REPORT.evidence, (document,)), LOOKUP, Look(200), Detail(verbose=verbose))


def test_nothing_idle() -> None:
    text = shown(BARE._replace(corrections=(("G1",),), rests_on=RestsOn(("G1", "G2"), (PAPER, PAPER))))
    assert not any(word in text for word in ("give up", "rests on", "without", "strength:", "falls"))


def test_what_stands() -> None:
    assert "strength: as `usually` it would be entailed by G1\n" in shown(BARE._replace(ladder=(USUALLY,)))
    low = BARE._replace(ladder=(USUALLY._replace(verdict=Verdict.REFUTED), SOMETIMES))
    assert "strength: even as `sometimes` it would be refuted by G2\n" in shown(low)
    said = BARE._replace(ladder=(USUALLY,), repairs=(Repair("…", Verdict.ENTAILED, "strength"),))
    assert "strength:" not in shown(said)
    assert "strength: `usually` it would be entailed by G1; `sometimes`" in shown(
        said._replace(ladder=(USUALLY, SOMETIMES)), verbose=True
    )


def test_what_to_give_up() -> None:
    ways = (("G1", "G2"), ("PF4",), ("G6",), ("G3",))
    assert "to keep it: give up G1 and G2\n" in shown(BARE._replace(corrections=ways[:1]))
    many = BARE._replace(corrections=ways)
    assert "to keep it: give up G1 and G2; or PF4; or G6, or in 1 other way\n" in shown(many)
    assert "give up G1 and G2; or PF4; or G6; or G3\n" in shown(many, verbose=True)


def test_a_single_paper() -> None:
    alone = RestsOn(("G1",), (PAPER,))
    assert "note: rests on a single paper: Paper 0 on random" in shown(BARE._replace(rests_on=alone))
    assert "by G1 (G-A), strong, a single paper\n" in shown(R2._replace(rests_on=alone))
    several = BARE._replace(rests_on=RestsOn(("G1", "G2"), (PAPER, PAPER._replace(year=2019))))
    assert "without G1 and G2: 2 of the items or 2 papers" in shown(several, verbose=True)


def test_what_falls_with_a_claim() -> None:
    goal = R2._replace(id="g1", role="goal")
    claim = BARE._replace(dependents=("r7", "g1"))
    document = DOCUMENT._replace(claims=(claim, goal), diagnostics=(), steps=())
    text = render(Report(REPORT.evidence, (document,)), LOOKUP, Look(200))
    assert "with it falls: the goal g1 and r7\n" in text
    assert "with it falls" not in shown(claim._replace(verdict=Verdict.CONTESTED))
