"""What claims about narrower setups inherit from rules, and what keeps them from it."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings

from storycheck.checking.claims import Judge
from storycheck.checking.given import Facts, Premise
from storycheck.evidence import packs
from storycheck.evidence.items import Item
from storycheck.explaining.presumption import presumed
from storycheck.meaning.formula import TRUE, Atom, Formula, Lit, conj, has, mirrored
from storycheck.meaning.proposition import Proposition, Strength
from storycheck.meaning.reading import read
from storycheck.report import ClaimReport, Verdict
from tests.checking.test_brute_force import A, B, C, problems
from tests.explaining.test_presumption import PACKS, QUESTIONS
from tests.small import Concept, Confidence, item, judge, sets, verdict_of, vocabulary

BIRDS = (
    item("B", "usually bird: flies"),
    item("P", "always penguin: bird"),
    item("N", "usually penguin: !flies"),
)
OPEN = (Verdict.UNDETERMINED, Verdict.UNADDRESSED)
WORDS = vocabulary(
    [
        *(Concept(name, name) for name in ("bird", "penguin", "flies", "red", "wet", "ringed")),
        Concept("network", "network", trivial=True),
        Concept("robot", "robot", kind_of=("network",)),
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


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("usually arctic: flies", Verdict.SUGGESTED),
        ("usually arctic: !flies", Verdict.CONTESTED),
        ("usually robot: !flies", Verdict.CONTESTED),
        ("usually red: flies", Verdict.UNDETERMINED),
    ],
)
def test_a_rule_about_everything(claim: str, verdict: Verdict) -> None:
    """It is about all kinds of setups, but no reason to expect anything where a case is special."""
    assert verdict_of(judge([item("E", "usually : flies")], WORDS), claim).verdict is verdict


AGREEING = (item("R", "usually bird & red: flies"), item("W", "usually bird & wet: flies"))


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("usually bird & red & wet: flies", Verdict.SUGGESTED),
        ("usually bird & red & wet: !flies", Verdict.CONTESTED),
        ("usually bird & red & wet & arctic: !flies", Verdict.CONTESTED),
        ("usually bird & red & wet & ringed: flies", Verdict.SUGGESTED),
        ("usually bird & red & wet & ringed: !flies", Verdict.UNDETERMINED),
    ],
)
def test_rules_that_agree(claim: str, verdict: Verdict) -> None:
    """What one of them speaks of sets nothing apart from the other."""
    assert told(claim, *AGREEING).verdict is verdict


def test_a_rule_for_other_cases_that_agrees() -> None:
    """Red swans fly: no reason why red birds should not."""
    assert told("usually bird & red: flies", item("S", "usually swan & red: flies")).reason == "presumption"


def test_a_rule_that_says_when() -> None:
    """What is said of swans if they are not wet may not be so of wet birds; but it is, if said of all."""
    claim, dry = "usually bird & wet: flies", item("S", "usually swan & !wet: flies")
    assert told(claim, dry).verdict in OPEN
    assert told(claim, item("S", "usually bird & !wet: flies")).reason == "presumption"


def test_an_exception_that_is_one_of_wider_cases() -> None:
    """Some red birds do not fly, as some birds do not: red sets nothing apart."""
    red, any_bird = item("S", "sometimes bird & red: !flies"), item("T", "sometimes bird: !flies")
    assert told("usually bird & red: flies", red).verdict in OPEN
    assert told("usually bird & red: flies", red, any_bird).reason == "presumption"


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("usually fish & red: !flies", Verdict.SUGGESTED),
        ("always fish & red: !flies", Verdict.SUGGESTED),
        ("sometimes fish & red: !flies", Verdict.SUGGESTED),
        ("usually fish & red: flies", Verdict.REFUTED),
        ("this fish & red: !flies", Verdict.ENTAILED),
    ],
)
def test_what_holds_of_all(claim: str, verdict: Verdict) -> None:
    """It carries no less than what holds usually, though there may be no such cases."""
    report = told(claim, item("F", "always fish: !flies"))
    assert report.verdict is verdict
    assert sets(report.conflicts) | sets(report.supports) == {("F",)}


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("not usually bird & arctic: flies", Verdict.CONTESTED),
        ("not usually bird & red: !flies", Verdict.SUGGESTED),
        ("not usually penguin & arctic: !flies", Verdict.CONTESTED),
    ],
)
def test_what_is_said_not_to_be_usual(claim: str, verdict: Verdict) -> None:
    assert (told(claim).verdict, told(claim).reason) == (verdict, "presumption")


def test_what_the_definitions_alone_make_of_a_setup_no_rule_carries() -> None:
    report = verdict_of(judge([]), "this a & b: a & !b")
    assert (report.verdict, report.conflicts) == (Verdict.UNADDRESSED, ())


def test_a_comparison_told_from_its_other_side() -> None:
    """Red birds beside those that are not sing better; so arctic ones do, whichever side is told."""
    better, worse = (Lit(Atom(kind, "song")) for kind in ("rises", "falls"))
    sides = conj([has("red"), Lit(Atom("base", "red"), False)])
    stated = Proposition(Strength.USUALLY, mirrored(sides), worse)
    claim = Proposition(Strength.USUALLY, conj([sides, has("arctic")]), better)
    assert verdict_of(judge([item("S", stated)], WORDS), claim).verdict is Verdict.SUGGESTED
    assert verdict_of(judge([item("S", stated)], WORDS), claim._replace(scope=worse)).reason == "presumption"


def test_a_change_is_another_comparison() -> None:
    """A rule about birds says nothing of birds beside others of which less is known."""
    more = Proposition(Strength.USUALLY, conj([has("bird"), Lit(Atom("rises", "size"))]), has("flies"))
    assert verdict_of(judge(BIRDS, WORDS), more).verdict in OPEN


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


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PACKS, QUESTIONS)
def test_the_model_is_judged_as_its_kind(
    pack: list[list[Proposition]], question: tuple[Formula, Formula]
) -> None:
    """What is presumed of a kind of setup is presumed of the story's case, and the other way round.

    But that it is an exception is told of the story's case even where it may be one for a reason.
    """
    items = [item(f"I{n}", *statements) for n, statements in enumerate(pack)]
    the_judge, (r, s) = judge(items), question
    assume(the_judge.usable)
    kind = verdict_of(the_judge, Proposition(Strength.USUALLY, r, s))
    facts = Facts((Premise("f", (Proposition(Strength.THIS, TRUE, r),)),))
    own = verdict_of(the_judge, Proposition(Strength.THIS, TRUE, s), facts=facts)
    if kind.reason == "presumption":
        alike = (kind.verdict, sets(kind.supports)) == (own.verdict, sets(own.supports))
        assert alike or own.verdict is Verdict.ENTAILED or own.reason == "exceptional"
    if own.reason == "presumption":
        assert kind.verdict is Verdict.ENTAILED or kind.reason == "presumption"
    if own.reason == "exceptional":
        assert kind.verdict in (Verdict.REFUTED, Verdict.UNDETERMINED) or kind.reason == "presumption"


PAGE = Path(__file__, "../../../docs/decisions/presumption.md").resolve().read_text("utf-8")
LESS = re.findall(r"^\| ([A-Z].*?\.) \| (for|against) it \((\w+)\) \|", PAGE, re.MULTILINE)


@pytest.mark.parametrize(("text", "which", "carrier"), LESS)
def test_what_is_not_told_of_the_closure(text: str, which: str, carrier: str) -> None:
    """The page says truly what the closure presumes, and that the claim is undetermined."""
    loaded = packs.load()
    the_judge = Judge(loaded.evidence, loaded.language.vocabulary)
    (claim,) = read(text, loaded.language).readings[0].propositions
    found = presumed(claim.restrictor, claim.scope, the_judge.ground([claim]), 0)
    assert found is not None
    assert found.expected is (which == "for")
    assert carrier in {unit for used in found.carriers for unit in used.evidence}
    judged = the_judge.brief([claim])
    assert judged.verdict is Verdict.UNDETERMINED
    assert carrier in judged.related


def test_the_page_tells_where_less_is_told() -> None:
    assert len(LESS) == 10
