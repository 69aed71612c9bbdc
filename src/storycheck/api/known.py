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
    data = memoryview(_read("index", (chosen.digest,)))
    try:
        payload = data[_CRC_BYTES:]
        return restored(payload) if data[:_CRC_BYTES] == _crc(payload) else None
    except (ValueError, EOFError, TypeError):
        return None


def store_index(chosen: EvidenceSet, built: Built) -> None:
    """Keep the index for the next run."""
    payload = dumped(built)
    _write("index", (chosen.digest,), _crc(payload) + payload)


def accepted_if_consistent(chosen: EvidenceSet) -> int | None:
    """How many items count, if an earlier run found the evidence consistent; None if none did."""
    try:
        return int(_read("consistent", _choice(chosen)))
    except ValueError:
        return None


def remember_consistent(chosen: EvidenceSet, accepted: int) -> None:
    """Keep that the evidence is consistent."""
    _write("consistent", _choice(chosen), b"%d" % accepted)


def _choice(chosen: EvidenceSet) -> tuple[str, ...]:
    return chosen.digest, str(chosen.accept), *sorted(chosen.excluded), "+", *sorted(chosen.included)


def _read(kind: str, about: tuple[str, ...]) -> bytes:
    try:
        return (home() / _name(kind, about)).read_bytes()
    except (OSError, RuntimeError):
        return b""


def _write(kind: str, about: tuple[str, ...], data: bytes) -> None:
    """Keep something; where no file can be written, nothing is kept."""
    try:
        write(home() / _name(kind, about), data)
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
