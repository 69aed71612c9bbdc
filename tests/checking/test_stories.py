"""Whole stories, read with the shipped vocabulary and judged against small evidence."""

from functools import cache

from storycheck.checking.claims import Judge
from storycheck.checking.stories import judge_story
from storycheck.evidence.packs import load
from storycheck.meaning.language import Language
from storycheck.meaning.reading import read
from storycheck.report import DocumentReport, Verdict
from storycheck.source import SourceText
from storycheck.syntax.story import parse_story
from tests.small import evidence, item

FINDINGS = {
    "G1": ("SGD usually reaches good minima.",),
    "G2": ("SGD that starts from random labels usually reaches bad minima.",),
    "F1": ("Finetuned networks usually forget the previous task.",),
}


@cache
def language() -> Language:
    return load().language


@cache
def judge() -> Judge:
    items = (
        item(name, *(p for text in texts for r in read(text, language()).readings for p in r.propositions))
        for name, texts in FINDINGS.items()
    )
    return Judge(evidence(*items), language().vocabulary)


def told(text: str) -> DocumentReport:
    return judge_story(parse_story(SourceText(text, "story")), language(), judge())


def verdicts(report: DocumentReport) -> dict[str, Verdict]:
    return {claim.id: claim.verdict for claim in report.claims}


def test_a_whole_story() -> None:
    """Setup, goal, rationale, a step that follows and one that does not."""
    report = told(
        """
        story "A classifier"
        setup
          The network is trained with SGD.
        goal
          g1: The model generalizes well.
        rationale
          r1: SGD always reaches good minima.
          r2: The model reaches a good minimum.
          r3: Finetuned networks usually forget the previous task.
          therefore r2 from r1
          therefore g1 from r2
          therefore g1 from r3
        """
    )
    assert report.title == "A classifier"
    assert verdicts(report) == {
        "g1": Verdict.SUGGESTED,
        "r1": Verdict.REFUTED,
        "r2": Verdict.SUGGESTED,
        "r3": Verdict.ENTAILED,
    }
    assert [claim.role for claim in report.claims] == ["goal", "rationale", "rationale", "rationale"]
    assert [(step.id, step.follows) for step in report.steps] == [("r2", True), ("g1", True), ("g1", False)]
    gap = {atom.name: value for atom, value in (report.steps[2].gap or {}).items()}
    assert gap["generalizes-well"] is False
    assert report.joint_conflicts == ()


def test_an_unread_sentence_leaves_the_rest_standing() -> None:
    report = told(
        "claims\n  a: SGD flurbs the quux.\n  b: SGD always reaches good minima.\n  therefore b from a\n"
    )
    assert verdicts(report) == {"a": Verdict.UNREAD, "b": Verdict.REFUTED}
    assert report.steps[0].follows is None
    assert any(diagnostic.span.start >= 0 for diagnostic in report.diagnostics)


def test_contradictory_assumptions_are_told_and_left_out() -> None:
    """By name; the other assumption still counts."""
    report = told(
        """
        assume
          a1: SGD always reaches bad minima.
          a2: SGD sometimes reaches good minima.
          a3: Pruned networks always generalize well.
        claims
          c1: Pruned networks sometimes generalize badly.
          c2: SGD never reaches good minima.
        """
    )
    (clash,) = (d for d in report.diagnostics if d.code == "contradictory-assumptions")
    assert "`a1` and `a2`" in clash.message
    assert verdicts(report) == {"c1": Verdict.REFUTED, "c2": Verdict.REFUTED}
    assert report.claims[0].conflicts[0].claims == ("a3", "c1")
    assert report.claims[1].conflicts[0].evidence == ("G1",)


def test_contradictory_setup() -> None:
    report = told(
        "setup\n  The network is pruned.\n  The network is not pruned.\nclaims\n  The model is pruned.\n"
    )
    assert [d.code for d in report.diagnostics] == ["contradictory-setup"]
    assert report.claims[0].verdict not in (Verdict.REFUTED, Verdict.ENTAILED)


def test_assumptions_against_the_evidence_are_told() -> None:
    """And prove nothing by the contradiction."""
    report = told(
        "assume\n  a1: SGD always reaches bad minima.\nclaims\n  c1: Pruned networks generalize well.\n"
    )
    assert [(c.claims, c.evidence) for c in report.joint_conflicts] == [(("a1",), ("G1",))]
    assert report.diagnostics == ()
    assert report.claims[0].verdict in (Verdict.UNDETERMINED, Verdict.UNADDRESSED)


def test_claims_that_each_stand_may_fall_together() -> None:
    """Two of them with the evidence; the third is not needed."""
    report = told(
        """
        claims
          c1: Networks that reach good minima are always pruned.
          c2: Networks trained with SGD are never pruned.
          c3: Pruned networks are sometimes robust to distribution shift.
        """
    )
    assert all(verdict is not Verdict.REFUTED for verdict in verdicts(report).values())
    assert [(c.claims, c.evidence) for c in report.joint_conflicts] == [(("c1", "c2"), ("G1",))]


def test_the_exception_is_the_storys_own() -> None:
    """Setup facts that make the run one of the known exceptions."""
    report = told(
        """
        setup
          The network is trained with SGD.
          The network starts from random labels.
        goal
          The model reaches a good minimum.
        """
    )
    (claim,) = report.claims
    assert (claim.verdict, claim.reason) == (Verdict.CONTESTED, "exceptional")
    assert claim.conflicts[0].evidence == ("G2",)


def test_an_empty_story() -> None:
    report = told("")
    assert (report.claims, report.steps, report.joint_conflicts) == ((), (), ())


def test_how_setup_and_assumptions_were_read_is_told() -> None:
    report = told(
        """
        setup
          The model is trained with SGD.
          The model gimbles.
        assume
          a1: The overseer is competent.
        claims
          r1: SGD reaches good minima.
        """
    )
    first, unread, assumed = report.given
    assert (first.section, first.readings) == ("setup", ("in the story's own case: trained with SGD",))
    assert unread.readings == unread.understood == ()
    assert (assumed.id, assumed.section) == ("a1", "assume")
    assert assumed.readings[0].startswith("in the story's own case: competently overseen")


def test_no_single_case_breaks_a_claim_that_something_sometimes_is_so() -> None:
    report = told(
        """
        assume
          a1: Finetuned networks never generalize well.
        claims
          c1: Finetuned networks sometimes generalize well.
          c2: Finetuned networks usually generalize well.
        """
    )
    sometimes, usually = (claim.conflicts for claim in report.claims)
    assert sometimes and not any(conflict.witness for conflict in sometimes)
    assert usually and all(conflict.witness for conflict in usually)


def test_the_storys_own_premises_are_rated_by_nobody() -> None:
    story = "assume\n  a1: Capable models are honest.\nclaims\n  r1: Capable models are honest."
    (claim,) = told(story).claims
    assert (claim.verdict, claim.confidence) == (Verdict.ENTAILED, None)


def test_a_repair_tells_what_would_not_follow_any_more() -> None:
    report = told(
        """
        setup
          The network is trained with SGD.
        assume
          a1: SGD sometimes reaches bad minima.
        claims
          r1: SGD always reaches good minima.
          g1: The network reaches a good minimum.
          g2: SGD sometimes reaches good minima.
          therefore g1 from r1
          therefore g2 from r1
        """
    )
    claim = report.claims[0]
    assert [step.follows for step in report.steps] == [True, True]
    assert claim.repairs[0].text == "SGD usually reaches good minima."
    assert claim.repairs[0].breaks == ("g1",)
