"""What would decide an open claim, or close a step: against brute force over ranked models, and in words."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import storycheck as sc
from storycheck.checking.bench import Bench
from storycheck.checking.claims import Judge
from storycheck.checking.decisive import NEAR, Search, closed, denial
from storycheck.checking.given import Facts, Premise, own_case
from storycheck.checking.steps import judge_step
from storycheck.checking.stories import judge_story
from storycheck.explaining.candidates import Chain, chains
from storycheck.meaning.formula import TRUE, conj
from storycheck.meaning.language import Language
from storycheck.meaning.proposition import Proposition, Strength
from storycheck.meaning.readback import read_back
from storycheck.meaning.reading import read
from storycheck.meaning.vocabulary import Concept
from storycheck.report import ClaimReport, Decisive, DocumentReport, Observation, Verdict
from storycheck.source import SourceText, Span
from storycheck.syntax.directives import Step
from storycheck.syntax.lexicon import Entry, Lexicon
from storycheck.syntax.story import parse_story
from tests.checking.test_brute_force import DEFINED, FEW, A, B, C, Reference, problems, propositions
from tests.checking.test_repairs import judge as judge_of
from tests.checking.test_repairs import language
from tests.oracle import small_worlds
from tests.small import item, judge, say, vocabulary

NAMED = vocabulary([Concept(name, f"{name}lpha") for name in "ab"])
LANGUAGE = Language(
    Lexicon.of([((f"{name}lpha",), Entry("concept", name, "gloss", "")) for name in "ab"]), NAMED
)
ANY = propositions((A, B), list(Strength))
CASES = ((NAMED, small_worlds(("a", "b"))), *DEFINED)


class Decided:
    """What statements do to a claim beside some evidence, by enumeration of everything."""

    def __init__(self, reference: Reference, presupposed: int, verdict: Verdict) -> None:
        self.reference, self.worlds, self.presupposed = reference, reference.worlds, presupposed
        self.known = reference.of(reference.accepted)
        refuting = verdict is Verdict.REFUTED
        self.against = reference.true() if refuting else reference.false()
        claim = reference.claim
        self.said = [(denial(each),) for each in claim] if refuting else [tuple(claim)]

    def decides(self, *statement: Proposition) -> bool:
        """Whether it says something, can be true, leaves what the claim speaks of and not its contrary."""
        if not any(self.reference.possible(p) & self.reference.denied(p) for p in statement):
            return False
        left = self.known & self.worlds.of(*statement)
        claim = (p for p in self.reference.claim if p.restrictor != TRUE)
        return bool(
            left and all(left & self.reference.possible(p) for p in claim) and not left & self.against
        )

    def trivially(self, statement: Proposition) -> bool:
        return not self.presupposed & self.worlds.of(statement) & self.against

    def restates(self, statement: Proposition) -> bool:
        """Whether it follows from what was to be found out, with what is known."""
        said = (self.known & self.presupposed & self.worlds.of(*each) for each in self.said)
        return not any(left & ~self.worlds.of(statement) for left in said)

    def weaker(self, one: Proposition, other: Proposition) -> bool:
        """Whether one is strictly weaker than the other, as far as the definitions go."""
        mine, its = (self.presupposed & self.worlds.of(each) for each in (one, other))
        return mine != its and not its & ~mine


@pytest.mark.parametrize("case", range(len(CASES)))
@settings(FEW, max_examples=12, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_each_decides_and_nothing_weaker_does(case: int, data: st.DataObject) -> None:
    words, worlds = CASES[case]
    items, claim = data.draw(problems((A, B) if case == 0 else (A, B, C)))
    reference = Reference(items, claim, worlds)
    the_judge = judge(items, words)
    assume(reference.consistent() and the_judge.brief(claim).verdict is Verdict.UNDETERMINED)
    nearby = the_judge.near(claim, NEAR)
    for verdict in (Verdict.REFUTED, Verdict.ENTAILED):
        search = Search(claim, (), the_judge, Facts(), lambda _: True)
        found = search.towards(verdict, nearby)
        assert search.complete
        laws = _universal(claim, verdict)
        _is_weakest(
            found, Decided(reference, worlds.of(*_exist(claim)), verdict), chains(claim, nearby, laws)
        )


def _exist(claim: Sequence[Proposition]) -> list[Proposition]:
    """That there are such cases as it speaks of, and the story's own if it speaks of that."""
    own = [Proposition(Strength.THIS, TRUE, TRUE)] if any(p.strength is Strength.THIS for p in claim) else []
    return own + [Proposition(Strength.SOMETIMES, p.restrictor, TRUE) for p in claim if p.restrictor != TRUE]


def _universal(claim: Sequence[Proposition], verdict: Verdict = Verdict.ENTAILED) -> bool:
    laws = {Strength.THIS} | ({Strength.ALWAYS} if verdict is Verdict.ENTAILED else set())
    return any(p.strength in laws for p in claim)


def _is_weakest(found: Observation | None, decided: Decided, candidates: Sequence[Chain]) -> None:
    """It decides, no candidate strictly weaker does, and it is not what was to be found out."""
    said = dict.fromkeys(each for chain in candidates for each in chain)
    telling = [each for each in said if decided.decides(each) and not decided.trivially(each)]
    weakest = [each for each in telling if not any(decided.weaker(other, each) for other in telling)]
    new = [each for each in weakest if not decided.restates(each)]
    assert (found.says in new) if found else not new


@settings(FEW, max_examples=100)
@given(st.lists(ANY, min_size=1, max_size=2), ANY)
def test_what_closes_a_step_is_the_weakest_and_the_gap_breaks_it(
    said: list[Proposition], conclusion: Proposition
) -> None:
    """With the premises it entails the conclusion, and no candidate strictly weaker does."""
    premises = {f"p{n}": Premise(f"p{n}", (each,)) for n, each in enumerate(said)}
    step = Step("g", tuple(premises), Span(0, 0))
    the_judge = judge([], NAMED)
    bench = Bench(the_judge, Facts(), LANGUAGE, lambda text: read(text, LANGUAGE), TRUE)
    sentences = premises | {"g": Premise("g", (conclusion,))}
    report = closed(judge_step(step, sentences, Facts(), the_judge), sentences, bench)
    items = [item(name, *premise.propositions) for name, premise in premises.items()]
    reference = Reference(items, [conclusion], CASES[0][1])
    if not reference.consistent():
        assert report.missing is None
        return
    assert report.follows is (not reference.of(reference.accepted) & reference.false())
    assert report.missing_complete
    if report.follows:
        assert report.missing is None
        return
    assert report.gap is not None
    own = own_case(premises.values())
    cases = (
        conj([conclusion.restrictor, own]) if conclusion.strength is Strength.THIS else conclusion.restrictor
    )
    exist = reference.worlds.of(*_exist([conclusion._replace(restrictor=cases)]))
    decided = Decided(reference, exist, Verdict.ENTAILED)
    _is_weakest(report.missing, decided, chains([conclusion], said, _universal([conclusion]), own))


def test_a_candidate_is_read_as_what_it_says() -> None:
    """Chains go down: each statement implies the next."""
    worlds = CASES[0][1]
    for chain in chains([say("always a: b")], [say("usually b: !a")], laws=True):
        for stronger, weaker in pairwise(chain):
            assert not worlds.of(stronger) & ~worlds.of(weaker)
        for each in chain:
            assert read(read_back(each, NAMED), LANGUAGE).readings[0].propositions == (each,)


FITTING = "Networks that fit random labels never generalize well."


def test_a_claim_about_most_cases_is_decided_by_what_most_of_them_are() -> None:
    seen = "Large networks sometimes memorize training data."
    lost = "Networks that memorize training data never generalize well."
    claim = _claim_of("Networks trained with dropout usually generalize well.", lost, seen)
    assert claim.verdict is Verdict.UNDETERMINED and claim.decisive is not None and claim.decisive.complete
    refuting, proving = claim.decisive.refuting, claim.decisive.proving
    assert refuting is not None
    assert refuting.text == "in the most normal cases where trained with dropout: memorizes training data"
    assert refuting.evidence == ("E0",)
    assert proving is None


def test_how_most_are_trained_decides_but_is_nothing_to_look_for() -> None:
    claim = _claim_of("Networks trained with dropout usually generalize well.", FITTING)
    assert claim.verdict is Verdict.UNDETERMINED
    assert claim.decisive == Decisive(None, None, complete=True)


def test_a_universal_claim_is_refuted_by_a_case_and_proven_by_a_law() -> None:
    """The case that denies it is not told."""
    seen = "Overparameterized networks sometimes fit random labels."
    claim = _claim_of("Networks trained with dropout never fit random labels.", FITTING, seen)
    assert claim.decisive is not None
    refuting, proving = claim.decisive.refuting, claim.decisive.proving
    assert refuting is None
    cases = "where trained with dropout and trained on random labels"
    assert proving is not None
    assert (proving.text, proving.evidence) == (
        f"in every case {cases}: generalizes well",
        ("E0",),
    )


def test_only_open_claims_are_asked_about_and_only_on_request() -> None:
    refuted = "Networks that fit random labels sometimes generalize well."
    assert _claim_of(refuted, FITTING).decisive is None
    (claim,) = _judged("Networks trained with dropout usually generalize well.", judge_of(FITTING)).claims
    assert claim.verdict is Verdict.UNDETERMINED and claim.decisive is None


def test_a_limit_that_is_reached_is_told() -> None:
    the_judge = judge_of(FITTING)
    the_judge.limits = the_judge.limits._replace(rlimit=40, decisive=True)
    (claim,) = _judged("Networks trained with dropout usually generalize well.", the_judge).claims
    assert claim.verdict is Verdict.UNDETERMINED
    assert claim.decisive is not None and not claim.decisive.complete


def test_a_step_is_closed_by_what_it_leaves_out() -> None:
    story = """
setup
  The network is trained with SGD.

claims
  r1: SGD always reaches good minima.
  r2: Models that generalize well are robust to distribution shift.
  therefore g1 from r1
  g1: The network uses human-aligned features.
  therefore g2 from r2
  g2: The network is adversarially robust.
"""
    the_judge = judge_of()
    the_judge.limits = the_judge.limits._replace(decisive=True)
    one, other = _judged(story, the_judge).steps
    assert one.missing is not None
    assert one.missing.text == "in every case where reaches a good minimum: uses human-aligned features"
    assert other.missing is None and other.missing_complete


def _claim_of(text: str, *found: str) -> ClaimReport:
    the_judge = judge_of(*found)
    the_judge.limits = the_judge.limits._replace(decisive=True)
    (claim,) = _judged(text, the_judge).claims
    return claim


def _judged(text: str, the_judge: Judge) -> DocumentReport:
    return judge_story(parse_story(SourceText(text)), language(), the_judge)


GD = "in the most normal cases where trained with gradient descent"


@pytest.mark.parametrize(
    ("text", "refuting", "proving"),
    [
        (
            "SGD with a warm restart always reaches good minima.",
            "in some case where trained with SGD and uses warm restarts: fits random labels",
            None,
        ),
        ("Regularization is necessary for a network to generalize.", f"{GD}: not regularized", None),
        (
            "Explicit regularization is not necessary for good generalization.",
            None,  # a law, which nobody finds
            f"{GD}: not trained with explicit regularization",
        ),
        # the claim of its own cases, narrowed by what these usually are, is the claim again
        (
            "Models generalize better when they are larger.",
            None,
            "number of parameters rises: fits the training",
        ),
        ("Adversarially robust models do not memorize mislabeled examples.", None, None),
        # that most cases of one condition have the other would decide it
        ("Sequential training does not cause forgetting if the tasks are similar.", None, None),
        # many conditions
        ("Pretraining on synthetic images performs as well as pretraining on text.", None, None),
    ],
)
def test_what_is_told_links_a_claim_to_a_finding(
    text: str, refuting: str | None, proving: str | None
) -> None:
    (claim,) = sc.Checker(decisive=True).check(text).claims
    assert claim.verdict is Verdict.UNDETERMINED and claim.decisive is not None and claim.decisive.complete
    for found, expected in ((claim.decisive.refuting, refuting), (claim.decisive.proving, proving)):
        assert (found and found.text) is None if expected is None else found and expected in found.text
        assert found is None or found.evidence


def test_a_limit_on_the_way_is_told() -> None:
    told = [
        claim.decisive
        for limit in (200, 500, 1000, 4000, 20_000, 1_000_000)
        for claim in sc.Checker(decisive=True, limit=limit).check("Larger models generalize better.").claims
        if claim.decisive
    ]
    (whole,) = {found.proving for found in told[-1:]}
    assert whole is not None
    assert {found.complete for found in told} == {True, False}
    assert all(found.proving == whole for found in told if found.complete)
