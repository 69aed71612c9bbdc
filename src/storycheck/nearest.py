"""Did you mean …?"""

from collections.abc import Iterable


def nearest(name: str, known: Iterable[str]) -> str:
    """Help that names the up to three known names closest to this one; empty if none is close."""
    from difflib import get_close_matches  # noqa: PLC0415

    close = get_close_matches(name, list(known), n=3, cutoff=0.6)
    return f"did you mean {' or '.join(f'`{match}`' for match in close)}?" if close else ""
