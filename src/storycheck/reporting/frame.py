"""A report as a pandas data frame, one row per claim; pandas is an extra."""

from typing import TYPE_CHECKING

from storycheck.report import Report

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = ("path", "line", "id", "role", "text", "verdict", "confidence", "reading", "conflicts", "supports")


def frame(report: Report) -> "pd.DataFrame":
    """Columns `COLUMNS`; ``conflicts`` and ``supports`` are tuples of tuples of evidence identifiers."""
    try:
        import pandas as pd  # noqa: PLC0415
    except ImportError as error:
        raise ImportError("to_frame needs pandas: pip install 'storycheck[notebook]'") from error
    rows = [
        (
            document.source.name,
            document.source.line_column(claim.span.start)[0],
            claim.id,
            claim.role,
            claim.text,
            str(claim.verdict),
            None if claim.confidence is None else str(claim.confidence),
            " / ".join(claim.readings),
            tuple(conflict.evidence for conflict in claim.conflicts),
            tuple(support.evidence for support in claim.supports),
        )
        for document in report.documents
        for claim in document.claims
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))
