"""New item files: a valid skeleton from an identifier, a claim and a citation, to be filled in."""

import re
from collections.abc import Iterable
from pathlib import Path

from storycheck.evidence.items import Paper, Status
from storycheck.evidence.schema import EFFECTS, ITEM_ID

_CITATION = re.compile(r"\s*(?P<title>.*\S)\s*,\s*(?P<venue>[^,]*[^,\s])[\s,]+(?P<year>\d{4})\s*\.?\s*", re.S)
_ID = re.compile(ITEM_ID)
_LONGEST_ID = 40


class BadSkeleton(ValueError):
    """What was given makes no item; the message says why."""


def paper(citation: str) -> Paper:
    """The paper of a citation "Title, Venue 2021"; `BadSkeleton` if it is not of that form."""
    found = _CITATION.fullmatch(citation)
    if found is None or not 1900 <= int(found["year"]) <= 2200:
        raise BadSkeleton(f"`{citation}` is no citation; write it as `Title, Venue 2021`")
    return Paper(" ".join(found["title"].split()), " ".join(found["venue"].split()), int(found["year"]))


def skeleton(identifier: str, claim: str, cited: Iterable[Paper], title: str = "", effect: str = "") -> str:
    """The text of an item file that loads as it is; `BadSkeleton` for an identifier that is none.

    What only its author can know is left as it is when nothing is known: the effect "unknown" (of low
    confidence) unless given, scaling unknown, no examples.
    """
    if not _ID.fullmatch(identifier) or len(identifier) > _LONGEST_ID:
        raise BadSkeleton(f"`{identifier}` is no identifier; letters and digits joined by hyphens, like `X1`")
    papers = [f"  - {{title: {_scalar(p.title)}, venue: {_scalar(p.venue)}, year: {p.year}}}" for p in cited]
    effects = ", ".join(EFFECTS)
    lines = [
        f"id: {identifier}",
        f"title: {_scalar(title or claim.rstrip('.'))}",
        f"status: accepted  # {', '.join(Status)}",
        f"effect: {effect or 'unknown'}  # {effects}",
        "scaling: {direction: unknown}  # robust, stronger, maybe stronger, unknown; with a confidence",
        "extends_to: []  # scale, architecture, domain",
        *(["papers:", *papers] if papers else ["papers: []"]),
        "setups: []  # where it was seen",
        "speaks_of: []  # the architectures and domains among these, by their concepts",
        f"summary: {_scalar(title or claim)}  # what was found, in your own words",
        "statements:",
        f"  - claim: {_scalar(claim)}",
        "examples:",
        "  refutes: []  # two claims or more that this conflicts with",
        "  leaves: []  # two claims or more nearby that it leaves alone",
    ]
    return "\n".join(lines) + "\n"


def _scalar(text: str) -> str:
    """A text as a double-quoted YAML scalar on one line."""
    import yaml  # noqa: PLC0415

    return yaml.safe_dump(
        " ".join(text.split()), allow_unicode=True, default_style='"', width=float("inf")
    ).strip()


def write_new(path: Path, text: str) -> None:
    """Writes a file that is not there yet; FileExistsError if it is, OSError if it cannot be written."""
    path.parent.mkdir(exist_ok=True)
    with path.open("x", encoding="utf-8") as file:
        file.write(text)
