"""Sentences of running text, as ranges: where one ends, and where a full stop only looks like an end."""

import re
from collections.abc import Iterator

_END = re.compile(r"(?:[.!?…]+)[\"'”’»)\]*_]*(?=\s|$)")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[“\"'/-])"
    r"(?:e\.g|i\.e|cf|vs|viz|al|figs?|eqs?|secs?|chap|thm|pp?|eds?|dr|mrs?|ms|prof|jr|sr|inc|ltd|approx|resp"
    r"|ca|w\.r\.t|a\.k\.a|incl|excl|est|dept|univ|(?:[A-Z]\.)+[A-Z])$",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r";\s+|,\s+(?:and\s+)?(?:so(?!\s+(?:that|long|far|much|many|as)\b)|therefore|hence|thus)\s+"
    r"|,\s+which\s+is\s+(?:why|the\s+reason)\b",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(r"\W*(?:suppos|assum|imagin|consider|say|let|if|given|whether|when)", re.IGNORECASE)
_INITIAL = re.compile(r"(?:^|[\s(.])[A-Z]$")
_LOWER = re.compile(r"\s+[\"'“‘(\[]*[a-z0-9]")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The ranges of the sentences of a text, in order; together they hold all that is not white space.

    A sentence ends at a full stop, question or exclamation mark before white space, unless an
    abbreviation stands before it or a small letter follows.
    """
    start = 0
    for match in _END.finditer(text):
        if match.end() < len(text) and not _ends(text, start, match):
            continue
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, len(text))


def clauses(text: str) -> Iterator[tuple[int, int]]:
    """The ranges of the main clauses of a sentence that stand by themselves: "A; B", "A, so B".

    What is only supposed for the sake of what follows is not taken apart from it.
    """
    start = 0
    for match in () if _SUPPOSED.match(text) else _JOINT.finditer(text):
        yield from _trimmed(text, start, match.start())
        start = match.end()
    yield from _trimmed(text, start, len(text))


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    if match.group()[0] in "!?":
        return not _LOWER.match(text, match.end()) or text[match.end() - 1] in "!?"
    if match.group() == "." and _abbreviated(text[max(start, match.start() - 12) : match.start()]):
        return False
    return not _LOWER.match(text, match.end())


def _abbreviated(before: str) -> bool:
    """Whether the words before a full stop end in an abbreviation or an initial ("et al", "J")."""
    return bool(_INITIAL.search(before) or _ABBREVIATION.search(before))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The range without white space at its ends, unless nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
