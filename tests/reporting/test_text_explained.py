"""The lines on what stands, what falls, what to give up, and what a verdict rests on."""

import storycheck as sc
from storycheck.evidence.items import Paper
from storycheck.explaining.findings import RestsOn
from storycheck.meaning.formula import Lit
from storycheck.meaning.proposition import Proposition, Reading, Strength
from storycheck.report import ClaimReport, GivenReport, Repair, Report, Rung, StepReport, Verdict
from storycheck.reporting.layout import Look
from storycheck.reporting.text import Detail, render
from storycheck.source import Span
from tests.reporting.sample import DOCUMENT, GOOD, LOOKUP, R1, R2, REPORT, SGD

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
    assert "strength: as `usually`: entailed by G1; as `sometimes`: " in shown(
        said._replace(ladder=(USUALLY, SOMETIMES)), verbose=True
    )


def test_what_to_give_up() -> None:
    ways = (("G1", "G2"), ("PF4",), ("G6",), ("G3",))
    assert "to keep it: give up G1 and G2\n" in shown(BARE._replace(corrections=ways[:1], conflicts=()))
    assert "to keep it" not in shown(BARE._replace(corrections=ways[:1])), "each is a conflict of its own"
    many = BARE._replace(corrections=ways)
    assert "to keep it: give up G1 and G2; or PF4; or G6, or in 1 other way\n" in shown(many)
    assert "give up G1 and G2; or PF4; or G6; or G3\n" in shown(many, verbose=True)


def test_a_single_paper() -> None:
    alone = RestsOn(("G1",), (PAPER,))
    assert "note: rests on a single paper: Paper 0 on random" in shown(BARE._replace(rests_on=alone))
    assert "by G1 (G-A), strong, a single paper\n" in shown(R2._replace(rests_on=alone))
    several = BARE._replace(rests_on=RestsOn(("G1", "G2"), (PAPER, PAPER._replace(year=2019))))
    assert "without G1 and G2, or without 2 papers (Paper 0 on random" in shown(several, verbose=True)


def test_what_falls_with_a_claim() -> None:
    goal = R2._replace(id="g1", role="goal")
    claim = BARE._replace(dependents=("r7", "g1"))
    document = DOCUMENT._replace(claims=(claim, goal), diagnostics=(), steps=())
    text = render(Report(REPORT.evidence, (document,)), LOOKUP, Look(200))
    assert "with it falls: the goal g1 and r7\n" in text
    assert "with it falls" not in shown(claim._replace(verdict=Verdict.CONTESTED))


def test_nothing_falls_with_what_is_true_by_definition() -> None:
    story = """
goal
  g1: The network generalizes well.
rationale
  r1: The network reaches a good minimum.
  r2: Good minima always generalize well.
  therefore g1 from r1, r2
"""
    document = sc.check(story)
    (r2,) = (claim for claim in document.claims if claim.id == "r2")
    assert r2.verdict is Verdict.VACUOUS
    assert r2.dependents
    assert "with it falls" not in str(document)


def test_strengths_are_told_in_the_words_of_what_is_denied() -> None:
    """ "Never reaches …" is "always not" of what it denies, so it weakens to rarely and not always."""
    never = Proposition(Strength.ALWAYS, Lit(SGD), Lit(GOOD, False))
    claim = BARE._replace(
        understood=(Reading((never,)),), strength="always", ladder=(USUALLY, SOMETIMES), repairs=()
    )
    assert "strength: as `rarely` it would be entailed by G1\n" in shown(claim)
    assert "as `rarely`: entailed by G1; as `not always`: " in shown(claim, verbose=True)


def test_an_open_claim_tells_the_weaker_one_that_is_entailed() -> None:
    claim = BARE._replace(verdict=Verdict.UNDETERMINED, conflicts=(), strength="always", ladder=(USUALLY,))
    assert "strength: as `usually` it would be entailed by G1\n" in shown(claim)
    assert "strength" not in shown(claim._replace(strength="sometimes")), "usually is not weaker"
    assert "strength" not in shown(claim._replace(ladder=(SOMETIMES,)))


def test_strengths_that_all_get_the_same_are_idle() -> None:
    same = USUALLY._replace(verdict=BARE.verdict)
    assert "strength:" not in shown(BARE._replace(ladder=(same, same)), verbose=True)


def test_what_the_story_says_itself_is_rated_by_nobody() -> None:
    own = R2.supports[0]._replace(evidence=(), claims=("a1",), statements=())
    given = GivenReport("a1", "assume", "Wugs are daxes.", Span(0, 1), ("usually, where wug: dax",))
    document = DOCUMENT._replace(given=(given,), claims=(R2._replace(supports=(own,)),))
    text = render(Report(REPORT.evidence, (document,)), LOOKUP, Look(200))
    assert "  by the story's own a1\n" in text
    assert "  given a1: usually, where wug: dax\n" in text


def test_how_setup_and_assumptions_were_read() -> None:
    read = GivenReport("a1", "assume", "Wugs are daxes.", Span(0, 1), ("usually, where wug: dax",))
    unread = GivenReport("a2", "assume", "Feps gimble.", Span(1, 2))
    document = DOCUMENT._replace(given=(read, unread), claims=(), diagnostics=(), steps=())
    report = Report(REPORT.evidence, (document,))
    assert "given a1 (1:1) Wugs are daxes.\n  read as: usually, where wug: dax\n" in render(
        report, LOOKUP, Look(200), Detail(verbose=True)
    )
    plain = render(report, LOOKUP, Look(200))
    assert "read as" not in plain
    assert "; 1 line of setup and assumptions unread\n" in plain


def test_why_a_strong_conflict_only_contests() -> None:
    claim = BARE._replace(verdict=Verdict.CONTESTED, reason="disputed")
    assert "(strong, but disputed): G1" in shown(claim)
    assert "(strong): G1" in shown(BARE._replace(reason="disputed"))


def test_what_was_left_out_is_named() -> None:
    evidence = REPORT.evidence._replace(left_out=("G2", "G3"))
    assert render(Report(evidence, ()), LOOKUP, Look(200)).endswith("; left out: G2 and G3\n")


def test_usually_is_not_enough_for_one_case() -> None:
    goal = R2._replace(id="g1", role="goal", strength="this")
    step = StepReport("g1", ("r2",), Span(0, 1), False)
    document = DOCUMENT._replace(
        claims=(R2._replace(strength="usually"), goal), steps=(step,), diagnostics=()
    )
    text = render(Report(REPORT.evidence, (document,)), LOOKUP, Look(200))
    assert "note: r2 says what is usually so; g1 is about one case, which may be an exception\n" in text
    always = document._replace(claims=(R2._replace(strength="always"), goal))
    assert "one case" not in render(Report(REPORT.evidence, (always,)), LOOKUP, Look(200))
