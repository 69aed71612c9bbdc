"""Which definitions findings use: with them there is the finding, and without any of them there is none."""

from collections.abc import Sequence
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storycheck.api import Checker, Evidence
from storycheck.evidence.items import Item
from storycheck.logic.constraints import Branch, asserted, denied
from storycheck.logic.named import Definition
from storycheck.meaning.formula import Atom, AtomKind, conj, has, holds, mirrored
from storycheck.meaning.proposition import Proposition, Strength
from storycheck.meaning.vocabulary import Vocabulary
from storycheck.report import Verdict
from storycheck.solving.limits import Limits
from tests.checking.test_brute_force import propositions
from tests.logic.test_definitions import NAMES, sound, vocabularies
from tests.oracle import stands
from tests.small import item, judge, verdict_of

LETTERS = [has(name) for name in NAMES]
SIDES: tuple[AtomKind, ...] = ("has", "base")
ATOMS = [Atom(kind, name) for kind in SIDES for name in NAMES]
CASES = [dict(zip(ATOMS, row, strict=True)) for row in product((False, True), repeat=len(ATOMS))]
GENERAL = [strength for strength in Strength if strength is not Strength.THIS]


def _contradict(used: Sequence[Definition], ways: Sequence[Branch], said: Sequence[Proposition]) -> bool:
    meant = conj(f for each in used for f in (each.formula, mirrored(each.formula)))
    cases = [case for case in CASES if holds(meant, case)]
    beside = tuple(constraint for p in said for constraint in asserted(p))
    return not any(stands(cases, (*way, *beside)) for way in ways)


def _needed(used: Sequence[Definition], ways: Sequence[Branch], said: Sequence[Proposition]) -> bool:
    return _contradict(used, ways, said) and not any(
        _contradict([each for each in used if each is not dropped], ways, said) for dropped in used
    )


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    vocabularies().filter(sound),
    st.lists(propositions(LETTERS, GENERAL), min_size=1, max_size=2),
    propositions(LETTERS, GENERAL),
)
def test_just_those_that_are_needed(words: Vocabulary, found: list[Proposition], claim: Proposition) -> None:
    items: list[Item] = [item(f"I{n}", each) for n, each in enumerate(found)]
    said = {s.id: p for each in items for s in each.statements for p in s.propositions}
    report = verdict_of(judge(items, words, Limits(definitions=True)), claim)
    if report.verdict is Verdict.INCOHERENT:
        assert _needed(report.definitions, [asserted(claim)], [])
    if report.verdict is Verdict.REFUTED:
        for conflict in report.conflicts:
            assert conflict.definitions is not None
            assert _needed(conflict.definitions, [asserted(claim)], [said[s] for s in conflict.statements])
    if report.verdict is Verdict.ENTAILED:
        for support in report.supports:
            assert support.definitions is not None
            assert _needed(support.definitions, denied(claim), [said[s] for s in support.statements])


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(Evidence.default(), definitions=True)


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("SGD always reaches good minima.", ["bad-minimum", "generalizes-well", "good-minimum"]),
        ("Finetuning keeps what the network knew about its previous task.", ["forgets"]),
        ("Ordinary training gives adversarial robustness.", []),
    ],
)
def test_of_the_shipped_vocabulary(checker: Checker, sentence: str, names: list[str]) -> None:
    (claim,) = checker.check(sentence).claims
    *_, last = claim.conflicts
    assert sorted(each.name for each in last.definitions or ()) == names


def test_found_for_every_finding_of_the_evidences_own_examples(checker: Checker) -> None:
    texts = [text for each in checker.evidence.items.values() for text in each.refutes]
    for claim in checker.check("\n".join(texts)).claims:
        assert all(found.definitions is not None for found in (*claim.conflicts, *claim.supports)), claim.text


def test_looked_for_on_request(checker: Checker) -> None:
    (claim,) = Checker(checker.evidence).check("SGD always reaches good minima.").claims
    assert all(conflict.definitions is None for conflict in claim.conflicts)


def test_what_alone_decides_is_told_always(checker: Checker) -> None:
    (claim,) = Checker(checker.evidence).check("A good minimum does not generalize well.").claims
    assert [each.name for each in claim.definitions] == ["good-minimum"]
