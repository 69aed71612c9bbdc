"""Did you mean …?"""

from collections.abc import Iterable

_CLOSE = 60


def nearest(name: str, known: Iterable[str]) -> str:
    """Help that names the up to three known names closest to this one; empty if none is close."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415

    found = process.extract(name, list(known), scorer=fuzz.ratio, limit=3, score_cutoff=_CLOSE)
    return f"did you mean {' or '.join(f'`{match}`' for match, _, _ in found)}?" if found else ""
