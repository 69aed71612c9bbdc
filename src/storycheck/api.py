"""The library: evidence to judge against, a checker, and reports. The command line is a thin layer over it.

Everything is frozen. A `Checker` may be used from several threads: the solver works for one at a time.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Self

from storycheck.diagnostics import Diagnostic, Severity
from storycheck.evidence.items import Confidence, EvidenceSet, Item
from storycheck.evidence.packs import Loaded, load
from storycheck.files import read_source
from storycheck.folders import STORIES, EmptyFolder, find
from storycheck.report import DocumentReport, EvidenceSummary
from storycheck.report import Report as BareReport
from storycheck.reporting.words import Lookup
from storycheck.solving.limits import Limits
from storycheck.source import SourceText, Span

if TYPE_CHECKING:
    import pandas as pd

_BATCH = 8
_SOLVER = RLock()


class EvidenceError(Exception):
    """The evidence asked for cannot be had: an unknown item or profile."""


@dataclass(frozen=True)
class Evidence:
    """Which packs count, and how: a description that is cheap to make; the packs are read when needed.

    >>> Evidence.default().without("G2").accept("low")  # doctest: +SKIP
    """

    packs: tuple[str, ...] = ()
    shipped: bool = True
    profile_id: str = ""
    threshold: Confidence | None = None
    left_out: tuple[str, ...] = ()
    let_in: tuple[str, ...] = ()

    @classmethod
    def default(cls) -> Self:
        """The packs that come with storycheck."""
        return cls()

    @classmethod
    def empty(cls) -> Self:
        """No packs: only what a story declares itself, and what is added."""
        return cls(shipped=False)

    def add(self, *packs: str | os.PathLike[str]) -> Self:
        """With further packs: folders with a `pack.yaml`, or folders of such."""
        return replace(self, packs=(*self.packs, *map(os.fspath, packs)))

    def without(self, *ids: str) -> Self:
        """Without some items, by identifier or compiled name."""
        return replace(self, left_out=(*self.left_out, *ids))

    def with_(self, *ids: str) -> Self:
        """With some items counted in full although their status or confidence would not let them."""
        return replace(self, let_in=(*self.let_in, *ids))

    def profile(self, profile_id: str) -> Self:
        """Under a profile of the packs."""
        return replace(self, profile_id=profile_id)

    def accept(self, confidence: Confidence | str) -> Self:
        """With another acceptance threshold: "strong", "medium" or "low"; ValueError for other words."""
        if not isinstance(confidence, Confidence):
            try:
                confidence = Confidence[confidence.upper()]
            except KeyError as error:
                raise ValueError(f"accept is strong, medium or low, not {confidence!r}") from error
        return replace(self, threshold=confidence)

    @property
    def items(self) -> Mapping[str, Item]:
        """All items by identifier, whether they count or not."""
        return self.loaded.evidence.items

    @property
    def loaded(self) -> Loaded:
        """The packs as they were read, with what was wrong with them."""
        return _loaded(self.packs, self.shipped)

    @property
    def selected(self) -> EvidenceSet:
        """The evidence set with profile, threshold and choices applied; EvidenceError for an unknown name."""
        from storycheck.evidence.profiles import select

        try:
            return select(
                self.loaded.evidence,
                profile=self.profile_id,
                accept=self.threshold,
                without=self.left_out,
                with_=self.let_in,
            )
        except (KeyError, ValueError) as error:
            raise EvidenceError(str(error.args[0])) from error


@cache
def _loaded(packs: tuple[str, ...], shipped: bool) -> Loaded:
    return load(packs, default=shipped)


@dataclass(frozen=True, repr=False)
class Report(BareReport):
    """What became of the claims of one or several documents. Printed, it is the text report."""

    lookup: Lookup = field(default_factory=Lookup)

    def __str__(self) -> str:
        """The text report at 80 columns, without colour."""
        from storycheck.reporting import text

        return text.render(self, self.lookup).rstrip("\n")

    __repr__ = __str__

    def to_json(self, indent: int | None = 2) -> str:
        """The report as JSON text, schema 1."""
        from storycheck.reporting import jsonformat

        return jsonformat.render(self, self.lookup, indent)

    def to_html(self) -> str:
        """The report as an HTML page that needs no other file."""
        from storycheck.reporting import htmlformat

        return htmlformat.render(self, self.lookup)

    def _repr_html_(self) -> str:
        from storycheck.reporting import htmlformat

        return htmlformat.fragment(self, self.lookup)

    def to_frame(self) -> "pd.DataFrame":
        """One row per claim, as a pandas data frame; ImportError with advice where pandas is missing."""
        from storycheck.reporting.frame import frame

        return frame(self)
