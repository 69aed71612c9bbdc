"""Profiles and choices by name."""

import pytest

from storycheck.evidence.items import Confidence, EvidenceSet
from storycheck.evidence.profiles import UnknownName, resolve, select

from .conftest import ITEM, OTHER, PACK, Write, loaded

PROFILES = "profiles: [{id: strict, summary: s, accept: strong, without: [T-A], include: [T2]}]\n"


@pytest.fixture
def evidence(pack: Write) -> EvidenceSet:
    third = ITEM.replace("id: T1", "id: T3")
    return loaded(pack(pack=PACK + PROFILES, items__T2=OTHER, items__T3=third)).evidence


def test_nothing_chosen_changes_nothing(evidence: EvidenceSet) -> None:
    assert select(evidence) == evidence
    assert (evidence.profile, evidence.accept) == ("default", Confidence.MEDIUM)


def test_an_alias_names_every_item_that_has_it(evidence: EvidenceSet) -> None:
    assert resolve(evidence, ["T-A"]) == {"T1", "T3"}
    assert resolve(evidence, ["T1"]) == {"T1"}


def test_a_profile_sets_all_at_once(evidence: EvidenceSet) -> None:
    chosen = select(evidence, profile="strict")
    assert (chosen.profile, chosen.accept) == ("strict", Confidence.STRONG)
    assert (chosen.excluded, chosen.included) == ({"T1", "T3"}, {"T2"})


def test_what_is_given_overrides_the_profile(evidence: EvidenceSet) -> None:
    chosen = select(evidence, "strict", accept=Confidence.LOW, without=["T2"], with_=["T1"])
    assert chosen.accept is Confidence.LOW
    assert (chosen.excluded, chosen.included) == ({"T2", "T3"}, {"T1"})


def test_the_default_profile_undoes_another(evidence: EvidenceSet) -> None:
    assert select(select(evidence, "strict"), "default") == evidence


def test_left_out_wins_over_let_in(evidence: EvidenceSet) -> None:
    chosen = select(evidence, without=["T1"], with_=["T1"])
    assert (chosen.excluded, chosen.included) == ({"T1"}, frozenset())


def test_unknown_names_are_told_with_the_nearest(evidence: EvidenceSet) -> None:
    with pytest.raises(UnknownName, match=r"no profile `strikt` .*did you mean `strict`\?"):
        select(evidence, profile="strikt")
    with pytest.raises(UnknownName, match=r"no item `T-B` .*`T-A`"):
        select(evidence, without=["T-B"])
