"""The library. The command line is a thin layer over it.

Everything that it gives back is frozen. A `Checker` may be shared by threads, one of which is judging at a
time; for more than one processor give `check_many` a process pool.
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from storycheck.api.checker import Checker
from storycheck.api.consistency import Consistency
from storycheck.api.evidence import Evidence, EvidenceError
from storycheck.api.report import Report
from storycheck.report import Verdict

if TYPE_CHECKING:
    from concurrent.futures import Executor

__all__ = ["Checker", "Consistency", "Evidence", "EvidenceError", "Report", "Verdict", "check", "check_many"]


def check(what: str | Path) -> Report:
    """The report on a story or bare sentences, against the default evidence.

    ``what`` is a text, or the path of a file or folder. Evidence is read once per process.
    """
    return _checker(Evidence.default()).check(what)


def check_many(
    paths: Iterable[str | Path], executor: "Executor | None" = None, evidence: Evidence | None = None
) -> Report:
    """One report on the stories at some paths, in their order.

    ``executor`` is any of `concurrent.futures` or like them (a Dask client's, too); only text, choices and
    reports travel between processes.
    """
    return _checker(evidence or Evidence.default()).check_paths(paths, executor=executor)


@cache
def _checker(evidence: Evidence) -> Checker:
    return Checker(evidence)
