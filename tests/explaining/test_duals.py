"""Corrections and what a verdict rests on, against trying every withdrawal."""

from itertools import combinations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storycheck.evidence.items import Item, Paper
from storycheck.explaining.duals import MOST, MOST_ASKED, Corrections, corrections, rests_on
from storycheck.meaning.proposition import Proposition
from storycheck.report import ClaimReport, Verdict
from storycheck.solving.limits import Undecided
from tests.checking.test_brute_force import PRESUMED, A, B, C, problems
from tests.oracle import minimal
from tests.small import ALL, item, judge, verdict_of

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
@given(problems([A, B, C], most=5), st.data())
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


@settings(max_examples=200, deadline=None)
@given(SETS.filter(bool), st.integers(1, 3))
def test_conflicts_that_are_not_listed_are_found_when_they_are_missed(
    family: list[tuple[str, ...]], listed: int
) -> None:
    found = corrections(family[:listed], lambda names: next((f for f in family if not {*f} & {*names}), None))
    assert found == corrections(family)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(problems([A, B, C], most=6))
def test_corrections_do_not_depend_on_how_many_conflicts_are_listed(
    problem: tuple[list[Item], list[Proposition]],
) -> None:
    items, claim = problem
    full = verdict_of(judge(items), *claim)
    cut = verdict_of(judge(items, limits=ALL._replace(max_conflicts=1)), *claim)
    assert (cut.corrections, cut.corrections_complete) == (full.corrections, full.corrections_complete)
    assert cut.rests_on == full.rests_on


def test_too_many_corrections_leave_the_smallest() -> None:
    """And say that they are not all."""
    many = [tuple(f"{place}{letter}" for letter in "abcd") for place in range(5)]
    assert 4 ** len(many) > MOST
    assert corrections(many) == Corrections((), False)
    held = [(f"x{place}", f"y{place}") for place in range(7)]
    found = corrections(held[:1], lambda names: next((f for f in held if not {*f} & {*names}), None))
    assert not found.complete and all(len(names) == 7 and _hit(names, held) for names in found.sets)
    assert 0 < len(found.sets) <= MOST_ASKED
    known = rests_on(found, {name: item(name, "always a: b") for names in held for name in names})
    assert known is not None and known.items == found.sets[0] and not known.complete


def test_a_solver_that_gives_up_is_told() -> None:
    def gives_up(_: tuple[str, ...]) -> tuple[str, ...]:
        raise Undecided

    assert corrections([("a",)], gives_up) == Corrections((), False)
    assert rests_on(Corrections((), False), {}) is None


def test_what_falls_without_evidence_has_no_correction() -> None:
    """A claim against the story's own premises: no item has to do with it."""
    assert corrections([(), ("a",)]) == Corrections()


def test_an_item_without_papers_rests_on_none() -> None:
    found = rests_on(corrections([("G1",)]), {"G1": item("G1", "always a: b")})
    assert found is not None
    assert (found.items, found.papers) == (("G1",), ())
