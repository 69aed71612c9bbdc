"""Corrections and what a verdict rests on, against trying every withdrawal."""

from itertools import combinations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storycheck.evidence.items import Item, Paper
from storycheck.explaining.duals import MOST, Corrections, corrections, rests_on
from storycheck.meaning.proposition import Proposition
from storycheck.report import ClaimReport, Verdict
from tests.checking.test_brute_force import PRESUMED, A, B, problems
from tests.oracle import minimal
from tests.small import item, judge, verdict_of

SETS = st.lists(st.frozensets(st.sampled_from("abcdef"), max_size=4).map(sorted).map(tuple), max_size=6)
RESTING = (Verdict.REFUTED, Verdict.ENTAILED, Verdict.CONTESTED, Verdict.SUGGESTED)


def _hit(names: tuple[str, ...], family: list[tuple[str, ...]]) -> bool:
    return all(set(names) & set(each) for each in family)


@settings(max_examples=200, deadline=None)
@given(SETS)
def test_corrections_are_the_minimal_hitting_sets(family: list[tuple[str, ...]]) -> None:
    found = corrections(family)
    expected = minimal(sorted("abcdef"), lambda names: _hit(names, family)) if family else set()
    assert (set(found.sets), found.complete) == (expected, True)
    assert [len(each) for each in found.sets] == sorted(len(each) for each in found.sets)


@settings(max_examples=100, deadline=None)
@given(SETS.filter(all))
def test_the_corrections_of_corrections_are_the_minimal_conflicts(family: list[tuple[str, ...]]) -> None:
    """Conflicts and corrections are duals."""
    smallest = {each for each in family if not any(set(other) < set(each) for other in family)}
    assert set(corrections(corrections(family).sets).sets) == smallest


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(problems([A, B]), st.data())
def test_withdrawing_what_it_rests_on_changes_the_verdict(
    problem: tuple[list[Item], list[Proposition]], data: st.DataObject
) -> None:
    """Or leaves only a presumption; no smaller set does, of items or of papers."""
    plain, claim = problem
    papers = [Paper(f"p{n}", "V", 2000) for n in range(3)]
    cited = st.lists(st.sampled_from(papers), min_size=1, max_size=2, unique=True).map(tuple)
    items = [each._replace(papers=data.draw(cited)) for each in plain]
    report = verdict_of(judge(items), *claim)
    if report.verdict not in RESTING or report.reason in PRESUMED:
        assert report.rests_on is None
        return

    def changes(names: tuple[str, ...]) -> bool:
        left = verdict_of(judge([i for i in items if i.id not in names]), *claim)
        return left.verdict is not report.verdict or left.reason in PRESUMED

    def falls(titles: tuple[str, ...]) -> bool:
        return changes(tuple(i.id for i in items if {paper.title for paper in i.papers} <= set(titles)))

    _agrees(report, minimal([i.id for i in items], changes))
    fewest = next(n for n in range(4) for some in combinations(("p0", "p1", "p2"), n) if falls(some))
    assert report.rests_on is not None
    assert len(report.rests_on.papers) == fewest
    assert falls(tuple(paper.title for paper in report.rests_on.papers))


def _agrees(report: ClaimReport, expected: set[tuple[str, ...]]) -> None:
    against = report.verdict in (Verdict.REFUTED, Verdict.CONTESTED)
    assert set(report.corrections) == (expected if against else set())
    assert report.corrections_complete
    assert report.rests_on is not None
    assert report.rests_on.items == min(expected, key=lambda names: (len(names), names))


def test_from_some_of_the_conflicts_nothing_is_concluded() -> None:
    assert corrections([("a",)], complete=False) == Corrections((), False)
    assert rests_on(corrections([("a",)], complete=False), {}) is None
    many = [tuple(f"{place}{letter}" for letter in "abcd") for place in range(5)]
    assert 4 ** len(many) > MOST
    assert corrections(many) == Corrections((), False)


def test_what_falls_without_evidence_has_no_correction() -> None:
    """A claim against the story's own premises: no item has to do with it."""
    assert corrections([(), ("a",)]) == Corrections()


def test_an_item_without_papers_rests_on_none() -> None:
    found = rests_on(corrections([("G1",)]), {"G1": item("G1", "always a: b")})
    assert found is not None
    assert (found.items, found.papers) == (("G1",), ())
