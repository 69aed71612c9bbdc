"""Whether accepted evidence is consistent, kept between runs: finding out costs more than many a verdict.

What is kept holds for one evidence set, choice and code; if any of them differs, it is not found.
"""

import hashlib

from storycheck.evidence.cache import fingerprint, home, write
from storycheck.evidence.items import EvidenceSet

_ROOMS = ("meaning", "evidence", "logic", "solving", "explaining", "checking")


def known_consistent(chosen: EvidenceSet) -> bool:
    """Whether an earlier run found the evidence consistent."""
    try:
        return (home() / _name(chosen)).exists()
    except (OSError, RuntimeError):
        return False


def remember_consistent(chosen: EvidenceSet) -> None:
    """Keep that the evidence is consistent; where no file can be written, nothing is kept."""
    try:
        write(home() / _name(chosen), b"")
    except (OSError, RuntimeError):
        return


def _name(chosen: EvidenceSet) -> str:
    parts = (chosen.digest, str(chosen.accept), *sorted(chosen.excluded), "+", *sorted(chosen.included))
    about = fingerprint(_ROOMS) + "\0".join(parts).encode()
    return f"consistent-{hashlib.sha256(about).hexdigest()[:32]}"
