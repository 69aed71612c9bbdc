"""Repairs: each stands, says what it should, and no smaller one of its kind stands."""

from collections.abc import Iterator
from functools import cache
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storycheck.checking.claims import Judge
from storycheck.checking.proposals import Propositions, narrowed, steps_down, weakened
from storycheck.checking.repairs import STANDING
from storycheck.checking.stories import judge_story
from storycheck.evidence.items import Item
from storycheck.evidence.packs import load
from storycheck.meaning.formula import TRUE, has, literals, neg
from storycheck.meaning.language import Language
from storycheck.meaning.proposition import Proposition, Strength
from storycheck.meaning.reading import read
from storycheck.meaning.weaker import base_of, spliced, weaker, words_of_sentence
from storycheck.report import ClaimReport, Verdict
from storycheck.source import SourceText
from storycheck.syntax.story import parse_story
from tests.small import evidence, item

FOUND = (
    "SGD usually reaches good minima.",
    "SGD that starts from random labels usually reaches bad minima.",
    "SGD that starts from random labels always reaches bad minima.",
    "Large networks trained with SGD sometimes reach bad minima.",
    "SGD sometimes overfits.",
    "SGD rarely overfits.",
    "No network trained with dropout overfits.",
    "Networks trained with weight decay never reach good minima.",
    "SGD with dropout sometimes overfits unless it starts from random labels.",
    "SGD without dropout sometimes overfits.",
)
CLAIMS = (
    "SGD always reaches good minima.",
    "SGD never reaches bad minima.",
    "SGD usually overfits.",
    "SGD never overfits.",
    "Every network trained with SGD reaches good minima.",
    "No networks trained with SGD overfit.",
    "Networks trained with weight decay always reach good minima.",
    "Networks trained with weight decay reach good minima and never overfit.",
    "SGD always reaches good minima and never overfits.",
    "Dropout leads to overfitting.",
    "SGD always overfits and always reaches bad minima.",
    "All networks trained with SGD do not overfit.",
    "Networks trained with dropout never overfit and usually reach good minima.",
)


@cache
def language() -> Language:
    return load().language


def says(text: str) -> Propositions:
    (reading,) = read(text, language()).readings
    return reading.propositions


def judge(*found: str) -> Judge:
    """A judge of items as packs have them, with the words that exceptions are drawn from."""
    return Judge(evidence(*(_item(f"E{n}", text) for n, text in enumerate(found))), language().vocabulary)


def _item(name: str, text: str) -> Item:
    plain = item(name, *says(text))
    return plain._replace(statements=(plain.statements[0]._replace(text=text, propositions=says(text)),))


def claim_of(text: str, the_judge: Judge) -> ClaimReport:
    (claim,) = judge_story(parse_story(SourceText(text)), language(), the_judge).claims
    return claim


def texts(claim: ClaimReport) -> list[str]:
    return [repair.text for repair in claim.repairs]


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(FOUND), max_size=4, unique=True), st.sampled_from(CLAIMS))
def test_every_repair_stands_and_no_smaller_one_of_its_kind_does(found: list[str], text: str) -> None:
    the_judge = judge(*found)
    if not the_judge.usable:
        return
    claim = claim_of(text, the_judge)
    before = claim.understood[claim.told].propositions
    if claim.verdict not in (Verdict.REFUTED, Verdict.CONTESTED):
        assert not claim.repairs
    ranks = [repair.verdict is not Verdict.ENTAILED for repair in claim.repairs]
    assert ranks == sorted(ranks) and len(ranks) <= 2
    worded = {says_one(each) for each in _proposals(text)}
    for repair in claim.repairs:
        after = says(repair.text)
        assert the_judge.brief(after).verdict is repair.verdict
        enough = STANDING[:2] if repair.verdict in STANDING[:2] or repair.edit == "setup" else STANDING
        never = not {"never", "no", "cannot"}.isdisjoint(text.lower().split())
        for smaller in _smaller(before, after):
            rarely = never and any(each.strength is Strength.USUALLY for each in smaller)
            if len(smaller) == 1 or smaller in worded:
                assert the_judge.brief(smaller).verdict not in (STANDING[:2] if rarely else enough)


def _smaller(before: Propositions, after: Propositions) -> list[Propositions]:
    """All that a part of the change would say: fewer steps down some ladders, some of what is excepted."""
    limits = [{*literals(new.restrictor)} - {*literals(old.restrictor)} for old, new in _pairs(before, after)]
    added = sorted(set.intersection(*limits))
    ladders = []
    for old, new in _pairs(before, after):
        ladder = (old, *weakened(old, TRUE))
        ladders.append(ladder[: [each.strength for each in ladder].index(new.strength) + 1])
    found = []
    for said in product(*ladders):
        for some in (some for count in range(len(added) + 1) for some in combinations(added, count)):
            whole = said
            for literal in some:
                whole = narrowed(whole, literal)
            found.append(whole)
    return [each for each in found if each not in (before, after)]


def _pairs(before: Propositions, after: Propositions) -> Iterator[tuple[Proposition, Proposition]]:
    return zip(before, after, strict=True)


def _proposals(text: str) -> Iterator[str]:
    return (spliced(text, splices) for splices in weaker(words_of_sentence(text, language())))


def says_one(text: str) -> Propositions | None:
    readings = read(text, language()).readings
    return readings[0].propositions if len(readings) == 1 else None


def test_correlatives_are_weakened_where_they_say_it() -> None:
    claim = claim_of(
        "The larger a network is, the more accurate it is.",
        judge("Larger networks are sometimes not more accurate."),
    )
    assert texts(claim)[:1] == ["The larger a network is, the more accurate it usually is."]
    (after,) = says(texts(claim)[0])
    (before,) = says(claim.text)
    assert after == before._replace(strength=Strength.USUALLY)


def test_of_two_readings_a_repair_has_one() -> None:
    claim = claim_of("All networks do not generalize well.", judge("Networks sometimes generalize well."))
    assert (claim.verdict, len(claim.readings)) == (Verdict.REFUTED, 2)
    assert texts(claim) == ["Most networks do not generalize well."]


def test_two_exceptions_together_where_neither_is_enough() -> None:
    claim = claim_of(
        "SGD always reaches good minima.",
        judge(
            "SGD that starts from random labels without dropout sometimes reaches bad minima.",
            "SGD with dropout sometimes reaches bad minima unless it starts from random labels.",
        ),
    )
    (exception,) = (repair for repair in claim.repairs if repair.edit == "exception")
    assert exception.text == (
        "SGD always reaches good minima "
        "unless the network starts from random labels or is trained with dropout."
    )


def test_what_the_evidence_is_about_without_it_is_excepted_by_requiring_it() -> None:
    claim = claim_of(
        "SGD always reaches good minima.", judge("SGD without dropout sometimes reaches bad minima.")
    )
    assert "SGD always reaches good minima with dropout." in texts(claim)


def test_the_storys_own_network_can_be_an_exception_of_a_known_kind() -> None:
    story = "setup\n  The network is trained with SGD.\nclaims\n  The network reaches a good minimum.\n"
    the_judge = judge("SGD usually reaches bad minima.", "SGD with dropout usually reaches good minima.")
    (claim,) = judge_story(parse_story(SourceText(story)), language(), the_judge).claims
    assert (claim.verdict, claim.reason) == (Verdict.CONTESTED, "exceptional")
    assert ("setup", Verdict.SUGGESTED) in [(repair.edit, repair.verdict) for repair in claim.repairs]
    assert "The network reaches a good minimum with dropout." in texts(claim)


@pytest.mark.parametrize(
    ("text", "repair"),
    [
        ("SGD always reaches good minima.", "SGD usually reaches good minima."),
        ("SGD never reaches bad minima.", "SGD rarely reaches bad minima."),
        ("SGD can never reach bad minima.", "SGD will rarely reach bad minima."),
        ("SGD never fails to reach good minima.", "SGD rarely fails to reach good minima."),
        ("SGD cannot reach bad minima.", "SGD usually cannot reach bad minima."),
        ("SGD must reach good minima.", "SGD will usually reach good minima."),
        ("SGD is guaranteed to reach good minima.", "SGD is likely to reach good minima."),
        ("SGD reaches good minima in all cases.", "SGD reaches good minima in most cases."),
        ("All SGD runs reach good minima.", "Most SGD runs reach good minima."),
        ("All of the SGD runs reach good minima.", "Most of the SGD runs reach good minima."),
        ("Every SGD run reaches good minima.", "Almost every SGD run reaches good minima."),
        ("No SGD run reaches bad minima.", "Almost no SGD run reaches bad minima."),
        ("No SGD runs reach bad minima.", "Few SGD runs reach bad minima."),
        ("It is impossible for SGD to reach bad minima.", "It is unlikely for SGD to reach bad minima."),
        ("SGD does not reach good minima.", "SGD does not always reach good minima."),
        ("SGD doesn't reach good minima.", "SGD doesn't always reach good minima."),
        ("SGD reaches bad minima.", "SGD sometimes reaches bad minima."),
        (
            "Networks trained with SGD are at bad minima.",
            "Networks trained with SGD are sometimes at bad minima.",
        ),
        ("SGD ensures good minima.", "SGD usually leads to good minima."),
    ],
)
def test_the_repair_keeps_the_authors_words(text: str, repair: str) -> None:
    assert texts(claim_of(text, judge(*FOUND[:3:2])))[0] == repair


def test_an_exception_is_drawn_from_the_refuting_evidence() -> None:
    the_judge = judge(FOUND[1])
    claim = claim_of("Networks trained with SGD always reach good minima.", the_judge)
    exception = next(repair for repair in claim.repairs if repair.edit == "exception")
    assert exception.text.endswith("good minima unless they start from random labels.")
    (before,) = says(claim.text)
    (after,) = says(exception.text)
    assert after.strength is before.strength and after.scope == before.scope


def test_an_excepted_noun_keeps_its_article() -> None:
    the_judge = judge("Networks trained on an imbalanced dataset usually reach bad minima.")
    claim = claim_of("Networks always reach good minima.", the_judge)
    assert "Networks always reach good minima except with an imbalanced dataset." in texts(claim)


def test_a_condition_is_offered_where_the_evidence_has_the_claim_under_it() -> None:
    claim = claim_of("SGD usually reaches bad minima.", judge(*FOUND[:2]))
    assert [(repair.edit, repair.verdict, repair.text) for repair in claim.repairs] == [
        ("strength", Verdict.ENTAILED, "SGD sometimes reaches bad minima."),
        (
            "setup",
            Verdict.ENTAILED,
            "SGD usually reaches bad minima if the network starts from random labels.",
        ),
    ]


def test_what_stands_is_not_repaired_and_what_cannot_be_is_not_either() -> None:
    assert not claim_of("SGD usually reaches good minima.", judge(FOUND[0])).repairs
    assert not claim_of(
        "Networks trained with weight decay sometimes reach good minima.", judge(FOUND[7])
    ).repairs


def test_the_ladder() -> None:
    always = Proposition(Strength.ALWAYS, TRUE, has("good"))
    this = Proposition(Strength.THIS, TRUE, has("good"))
    rare = Proposition(Strength.NOT_USUALLY, TRUE, has("good"))
    assert [p.strength for p in weakened(always, TRUE)] == [Strength.USUALLY, Strength.SOMETIMES]
    assert weakened(this, has("sgd")) == (Proposition(Strength.SOMETIMES, has("sgd"), has("good")),)
    assert weakened(rare, TRUE) == (Proposition(Strength.SOMETIMES, TRUE, neg(has("good"))),)
    assert steps_down((always, always), (always, weakened(always, TRUE)[1]), TRUE) == 2
    assert steps_down((always,), (this,), TRUE) == 0


def test_base_forms() -> None:
    words = "reaches generalizes overfits carries has is memorize misses trained"
    assert [base_of(word) for word in words.split()] == [
        "reach", "generalize", "overfit", "carry", "have", "be", "memorize", "miss", "",
    ]  # fmt: skip


def test_two_changes_are_composed_where_neither_is_enough() -> None:
    the_judge = judge(
        "SGD usually starts from random labels.",
        "SGD that starts from random labels never reaches good minima.",
        "SGD sometimes reaches bad minima unless it starts from random labels.",
    )
    claim = claim_of("Networks trained with SGD always reach good minima.", the_judge)
    assert [(repair.edit, repair.text) for repair in claim.repairs] == [
        ("strength", "Networks trained with SGD sometimes reach good minima."),
        (
            "strength and exception",
            "Networks trained with SGD usually reach good minima unless they start from random labels.",
        ),
    ]
    for alone in (
        "Networks trained with SGD usually reach good minima.",
        "Networks trained with SGD always reach good minima unless they start from random labels.",
    ):
        assert the_judge.brief(says(alone)).verdict not in STANDING


def test_a_claim_about_the_storys_own_network_is_weakened_in_its_setup() -> None:
    story = "setup\n  The network is trained with SGD.\nclaims\n  The network reaches a good minimum.\n"
    the_judge = judge("SGD usually reaches bad minima.")
    (claim,) = judge_story(parse_story(SourceText(story)), language(), the_judge).claims
    assert (claim.verdict, texts(claim)) == (
        Verdict.CONTESTED,
        ["The network sometimes reaches a good minimum."],
    )


def test_no_repairs_if_none_are_asked_for() -> None:
    the_judge = judge(FOUND[1])
    the_judge.limits = the_judge.limits._replace(max_repairs=0)
    assert claim_of(CLAIMS[0], the_judge).verdict is Verdict.REFUTED
    assert not claim_of(CLAIMS[0], the_judge).repairs


def test_every_weakening_of_the_evidence_can_be_worded() -> None:
    """Each statement that storycheck ships, and each of its examples, at every lower rung of the ladder."""
    items = load().evidence.items.values()
    known = (s.text for each in items for s in each.statements)
    for text in dict.fromkeys((*known, *(text for each in items for text in each.refutes))):
        readings = read(text, language()).readings
        before = readings[0].propositions
        if len(readings) > 1 or len(before) > 1:
            continue
        proposals = (spliced(text, splices) for splices in weaker(words_of_sentence(text, language())))
        worded = [read(proposal, language()).readings for proposal in proposals]
        found = {each[0].propositions for each in worded if len(each) == 1}
        assert {(each,) for each in weakened(before[0], TRUE)} <= found, text
