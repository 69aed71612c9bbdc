"""The report as the library gives it: the findings, and what it takes to show them."""

from typing import TYPE_CHECKING

from storycheck import report
from storycheck.reporting.lookup import Lookup

if TYPE_CHECKING:
    import pandas as pd


_NOTHING = Lookup()


class Report(report.Report):
    """What became of the claims of one or several documents. Printed, it is the text report.

    ``broken`` tells that a file or a pack could not be used, so that this is not all there is to say.
    """

    def __init__(
        self,
        evidence: report.EvidenceSummary,
        documents: tuple[report.DocumentReport, ...],
        lookup: Lookup = _NOTHING,
        broken: bool = False,
    ) -> None:
        """``lookup`` is what it takes to show them."""
        super().__init__(evidence, documents)
        self.lookup, self.broken = lookup, broken

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
        """The table that a notebook shows."""
        from storycheck.reporting import htmlformat

        return htmlformat.fragment(self, self.lookup)

    def to_frame(self) -> "pd.DataFrame":
        """One row per claim, as a pandas data frame; ImportError with advice where pandas is missing."""
        from storycheck.reporting.frame import frame

        return frame(self)
