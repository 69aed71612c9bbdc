"""Checks the claims of training stories against an evidence set.

>>> import storycheck as sc
>>> sc.check("SGD always reaches good minima.").claims[0].verdict
<Verdict.REFUTED: 'refuted'>

Importing this package is cheap: the language, the solver and the evidence are loaded at first use.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from storycheck.api import Checker, Evidence, EvidenceError, Report, check, check_many
    from storycheck.report import Verdict

__version__ = "0.1.0"

__all__ = ["Checker", "Evidence", "EvidenceError", "Report", "Verdict", "__version__", "check", "check_many"]


def __getattr__(name: str) -> object:
    """Public names are imported when they are first asked for."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module("storycheck.api"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
