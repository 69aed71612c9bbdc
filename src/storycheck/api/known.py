"""What is known of the evidence from earlier runs: its index, that it is consistent, how many items count.

Finding out costs more than many a verdict, and grows with the evidence. What is kept holds for one
evidence set, choice and code; if any of them differs, it is not found.
"""

from storycheck.cache import code, named, recall, remember
from storycheck.evidence.items import EvidenceSet
from storycheck.logic.index import Built
from storycheck.logic.stored import dumped, restored

_ROOMS = ("meaning", "evidence", "logic", "solving", "explaining", "checking")


def stored_index(chosen: EvidenceSet) -> Built | None:
    """The index of all items as an earlier run built it."""
    try:
        return restored(_read("index", (chosen.digest,)))
    except (ValueError, EOFError, TypeError):
        return None


def store_index(chosen: EvidenceSet, built: Built) -> None:
    """Keep the index for the next run."""
    _write("index", (chosen.digest,), dumped(built))


def accepted_if_consistent(chosen: EvidenceSet) -> int | None:
    """How many items count, if an earlier run found the evidence consistent; None if none did."""
    try:
        return int(bytes(_read("consistent", _choice(chosen))))
    except ValueError:
        return None


def remember_consistent(chosen: EvidenceSet, accepted: int) -> None:
    """Keep that the evidence is consistent."""
    _write("consistent", _choice(chosen), b"%d" % accepted)


def _choice(chosen: EvidenceSet) -> tuple[str, ...]:
    return chosen.digest, str(chosen.accept), *sorted(chosen.excluded), "+", *sorted(chosen.included)


def _read(kind: str, about: tuple[str, ...]) -> memoryview:
    """What was kept; empty if nothing was, or if it is damaged."""
    return recall(named(kind, "\0".join(about)), _stamp(about))


def _write(kind: str, about: tuple[str, ...], payload: bytes) -> None:
    remember(named(kind, "\0".join(about)), _stamp(about), payload)


def _stamp(about: tuple[str, ...]) -> bytes:
    return "\0".join(about).encode() + b"\0" + code(_ROOMS)
