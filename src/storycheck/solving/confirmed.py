"""That sets of units make tests fail, by Z3's word: one question for many, to which "no" says that all do."""

from collections.abc import Iterable, Iterator, Sequence

from storycheck.records import NamedTuple
from storycheck.solving.limits import Undecided
from storycheck.solving.masks import Mask
from storycheck.solving.problem import Problem, Test

_Case = tuple[Mask, list[int]]


class Failure(NamedTuple):
    """Units that are found to contradict, and the tests that fail with them."""

    mask: Mask
    tests: list[Test]


def unconfirmed(failures: Iterable[Failure]) -> set[Mask]:
    """The masks with which, for all that the solver says within its limit, some of their tests are passed."""
    found: set[Mask] = set()
    together: dict[Problem, list[_Case]] = {}
    for failure in failures:
        for test in failure.tests:
            shown = test.shown(failure.mask)
            if shown is not None:
                together.setdefault(test.problem, []).append((failure.mask, shown))
            elif not _fails(test, failure.mask):
                found.add(failure.mask)
    for problem, cases in together.items():
        found.update(_possible(problem, cases))
    return found


def _fails(test: Test, mask: Mask) -> bool:
    try:
        return test.fails(mask)
    except Undecided:
        return False


def _possible(problem: Problem, cases: Sequence[_Case]) -> Iterator[Mask]:
    """The masks of the cases that may be possible: looked for by halves, as there should be none."""
    try:
        if problem.excludes(cases):
            return
    except Undecided:
        pass
    if len(cases) == 1:
        yield cases[0][0]
        return
    half = len(cases) // 2
    yield from _possible(problem, cases[:half])
    yield from _possible(problem, cases[half:])
