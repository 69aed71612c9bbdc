"""Profiles and choices by name."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

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


NAMES = st.lists(st.sampled_from(["T1", "T2", "T3", "T-A"]), max_size=3)
CHOICES = st.fixed_dictionaries(
    {},
    optional={
        "profile": st.sampled_from(["strict", "default"]),
        "accept": st.sampled_from(Confidence),
        "without": NAMES,
        "with_": NAMES,
    },
)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(CHOICES, max_size=4))
def test_choices_on_top_of_each_other(evidence: EvidenceSet, choices: list[dict[str, Any]]) -> None:
    """For every item and the threshold the last choice that speaks of it counts; a profile speaks of all."""
    chosen, accept, fates = evidence, Confidence.MEDIUM, dict[str, str]()
    for choice in choices:
        chosen = select(chosen, **choice)
        if "profile" in choice:
            strict = choice["profile"] == "strict"
            accept = Confidence.STRONG if strict else Confidence.MEDIUM
            fates = {"T1": "out", "T3": "out", "T2": "in"} if strict else {}
        accept = choice.get("accept", accept)
        for fate, key in (("in", "with_"), ("out", "without")):
            fates |= dict.fromkeys(resolve(evidence, choice.get(key, ())), fate)
    assert chosen.accept is accept
    assert chosen.excluded == {name for name, fate in fates.items() if fate == "out"}
    assert chosen.included == {name for name, fate in fates.items() if fate == "in"}
