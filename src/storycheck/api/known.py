"""What is known of a choice of evidence from earlier runs: that it is consistent, and how many items count.

Finding out costs more than many a verdict, and grows with the evidence. What is kept holds for one
evidence set, choice and code; if any of them differs, it is not found.
"""

import hashlib

from storycheck.evidence.cache import fingerprint, home, write
from storycheck.evidence.items import EvidenceSet

_ROOMS = ("meaning", "evidence", "logic", "solving", "explaining", "checking")


def accepted_if_consistent(chosen: EvidenceSet) -> int | None:
    """How many items count, if an earlier run found the evidence consistent; None if none did."""
    try:
        return int((home() / _name(chosen)).read_bytes())
    except (OSError, RuntimeError, ValueError):
        return None


def remember_consistent(chosen: EvidenceSet, accepted: int) -> None:
    """Keep that the evidence is consistent; where no file can be written, nothing is kept."""
    try:
        write(home() / _name(chosen), b"%d" % accepted)
    except (OSError, RuntimeError):
        return


def _name(chosen: EvidenceSet) -> str:
    parts = (chosen.digest, str(chosen.accept), *sorted(chosen.excluded), "+", *sorted(chosen.included))
    about = fingerprint(_ROOMS) + "\0".join(parts).encode()
    return f"consistent-{hashlib.sha256(about).hexdigest()[:32]}"
