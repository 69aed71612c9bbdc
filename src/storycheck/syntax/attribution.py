"""Attributions: "our results show that …", "it has been argued that …": who holds a claim, not what it is."""

import re
from functools import cache

_OF = """
    our my their his her these those the this that a an recent recently previous prior earlier past
    existing new current many several other empirical theoretical experimental preliminary related
    own
"""
_SOURCE = """
    result results finding findings experiment experiments evidence work works research study
    studies theory theories paper papers analysis analyses observation observations literature
    researchers authors people critics experts practitioners theorists intuition argument arguments
    hypothesis
"""
_STATE = """
    show shows showed shown find finds found demonstrate demonstrates demonstrated prove proves
    proved proven confirm confirms confirmed establish establishes established reveal reveals
    revealed observe observed report reports reported conclude concludes concluded note noted know
    known is states state tells tell
"""
_HOLD = """
    suggest suggests suggested indicate indicates indicated hint hints argue argues argued claim
    claims claimed believe believes believed think thinks thought conjecture conjectures conjectured
    hypothesize hypothesizes hypothesized propose proposed posit posits predict predicts predicted
    expect expects expected assume assumes assumed suppose supposes supposed contend contends
    contended maintain maintains maintained presume presumes presumed
    suspect suspected speculate speculated says say said
"""
_BESIDE = """
    have has had also clearly strongly often widely commonly generally recently frequently long
    repeatedly us
"""


def _any(words: str) -> str:
    return f"(?:{'|'.join(words.split())})"


_FIRST = frozenset(
    f"however but and so thus moreover furthermore finally it according {_OF} {_SOURCE}".split()
)


@cache
def _attribution() -> re.Pattern[str]:
    """Compiled when a sentence may begin so: that takes longer than to read a sentence or two."""
    return re.compile(
        rf"\s*(?:(?:however|but|and|so|thus|moreover|furthermore|finally),?\s+)?"
        rf"(?:(?:{_any(_OF)}\s+)*{_any(_SOURCE)}\s+(?:{_any(_BESIDE)}\s+)*(?:{_any(_STATE)}|(?P<held>{_any(_HOLD)}))"
        rf"(?:\s+us)?\s+that\b"
        rf"|it\s+(?:is|was|has\s+been|had\s+been)\s+(?:{_any(_BESIDE)}\s+)*"
        rf"(?:{_any(_STATE)}|(?P<thought>{_any(_HOLD)}))\s+that\b"
        rf"|according\s+to\s+(?P<by>(?:{_any(_OF)}\s+)*{_any(_SOURCE)}),)",
        re.IGNORECASE,
    )


def attributed(sentence: str) -> tuple[str, bool]:
    """The sentence with its attribution blanked out, and whether that says no more than that it is held.

    Every other word keeps its place.
    """
    first = sentence.lstrip()[:16].lower().replace(",", " ").split(" ", 1)[0]
    likely = first in _FIRST and any(mark in sentence.lower() for mark in ("that", "according"))
    found = _attribution().match(sentence) if likely else None
    if found is None:
        return sentence, False
    held = any(found.group(name) for name in ("held", "thought", "by"))
    return " " * found.end() + sentence[found.end() :], held
