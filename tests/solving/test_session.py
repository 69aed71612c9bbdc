"""Sessions: guards, cores, cases, and limits that never turn into an answer."""

import ctypes.util
from itertools import combinations
from pathlib import Path

import pytest

from storycheck.solving import native
from storycheck.solving.limits import Limits, Undecided
from storycheck.solving.session import Session


def test_guards_switch_clauses_on() -> None:
    session = Session(Limits())
    session.add([(1, 2)])
    first, second = session.guarded([(-1,)]), session.guarded([(-2,), (3,)])
    assert session.check([first])
    assert (session.case([1, 2, 3], [first]) or set()) >= {2}
    assert session.check([second])
    assert session.case([1, 2, 3], [second]) == {1, 3}
    assert not session.check([first, second])
    assert session.case([1, 2, 3], [first, second]) is None
    assert sorted(session.core([first, second])) == [first, second]
    assert session.check([])


def test_what_takes_a_search_is_searched_for() -> None:
    """Nothing is forced, and the first guess is wrong or all are."""
    session = Session(Limits())
    session.add([(1, 2), (-1, 3, 4), (-1, -3), (-1, -4)])
    assert session.check([])
    assert session.case([1, 2, 3, 4]) == {2}
    denied, other = session.guarded([(1, -2), (-1, -2)]), session.guarded([(5, 6)])
    assert not session.check([denied, other])
    assert session.core([denied, other]) == [denied]
    assert session.case([1, 2, 3, 4], [other, denied]) is None


def test_cores_are_minimal() -> None:
    session = Session(Limits())
    guards = [session.guarded([clause]) for clause in [(1,), (-1, 2), (-2, 3), (4,), (-3,), (-1, -4, 5)]]
    assert not session.check(guards)
    core = session.core(guards)
    assert core == [guards[0], guards[1], guards[2], guards[4]]


def _pigeons(session: Session, count: int) -> None:
    """More pigeons than holes: hard for resolution."""
    hole = [[1 + pigeon * count + place for place in range(count - 1)] for pigeon in range(count)]
    session.add(tuple(row) for row in hole)
    for place in range(count - 1):
        session.add((-one[place], -other[place]) for one, other in combinations(hole, 2))


def test_an_exhausted_budget_is_no_answer() -> None:
    session = Session(Limits(rlimit=500))
    _pigeons(session, 9)
    with pytest.raises(Undecided):
        session.check([])


def test_the_budget_is_for_the_whole_session() -> None:
    """Small questions add up; another session has its own; none is no limit."""
    session = Session(Limits(rlimit=3_000))
    session.add([(1, 2), (-1, 2), (3, 4)])
    guard = session.guarded([(1, -2), (-1, -2)])
    asked = 0
    with pytest.raises(Undecided):
        while True:
            session.check([guard] if asked % 2 else [])
            asked += 1
    assert asked > 5
    assert Session(Limits(rlimit=3_000)).check([])
    free = Session(Limits(rlimit=0))
    _pigeons(free, 6)
    assert not free.check([])


def test_an_empty_clause_is_false() -> None:
    session = Session(Limits())
    guard = session.guarded([()])
    assert session.check([])
    assert not session.check([guard])


def test_the_library_is_found_elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where the package is missing, the user may say where it is; else there is a clear error."""
    shipped = next(path for path in native._places() if path.is_file())
    monkeypatch.setattr(native, "find_spec", lambda _: None)
    monkeypatch.setenv("Z3_LIBRARY_PATH", str(shipped.parent))
    library = native.library.__wrapped__()
    assert library.literal(-1) != library.literal(1)
    monkeypatch.setenv("Z3_LIBRARY_PATH", str(tmp_path))
    monkeypatch.setattr(ctypes.util, "find_library", lambda _: None)
    with pytest.raises(ImportError, match="z3-solver"):
        native.library.__wrapped__()


def test_errors_are_raised() -> None:
    """There is no case before a check."""
    session, library = Session(Limits()), native.library()
    library.solver_get_model(library.context, session._solver)
    with pytest.raises(native.SolverError):
        library.raise_errors()
