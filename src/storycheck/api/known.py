"""What is known of the evidence from earlier runs: its index, that it is consistent, how many items count.

Finding out costs more than many a verdict, and grows with the evidence. What is kept holds for one
evidence set, choice and code; if any of them differs, it is not found.
"""

import hashlib
import zlib
from functools import cache

from storycheck.evidence.cache import fingerprint, home, write
from storycheck.evidence.items import EvidenceSet
from storycheck.logic.index import Built
from storycheck.logic.stored import dumped, restored

_ROOMS = ("meaning", "evidence", "logic", "solving", "explaining", "checking")
_CRC_BYTES = 4


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
    try:
        data = memoryview((home() / _name(kind, about)).read_bytes())
    except (OSError, RuntimeError):
        return memoryview(b"")
    payload = data[_CRC_BYTES:]
    return payload if data[:_CRC_BYTES] == _crc(payload) else payload[:0]


def _write(kind: str, about: tuple[str, ...], payload: bytes) -> None:
    """Keep something; where no file can be written, nothing is kept."""
    try:
        write(home() / _name(kind, about), _crc(payload) + payload)
    except (OSError, RuntimeError):
        return


def _name(kind: str, about: tuple[str, ...]) -> str:
    key = _fingerprint() + "\0".join(about).encode()
    return f"{kind}-{hashlib.sha256(key).hexdigest()[:32]}"


@cache
def _fingerprint() -> bytes:
    return fingerprint(_ROOMS)


def _crc(data: bytes | memoryview) -> bytes:
    return zlib.crc32(data).to_bytes(_CRC_BYTES)
