"""What the solver may spend. Counted in its own steps, never in seconds, so that answers repeat."""

from storycheck.records import NamedTuple


class Limits(NamedTuple):
    """``rlimit``: solver steps for one question, of which a claim asks a few (0: no limit): Z3's units.

    A check of a usual claim takes some 200 units; a million is about a third of a second.
    ``max_conflicts`` bounds how many conflicts (or supports) of a claim are listed; 0 lists all.
    ``ladder`` asks what every other strength of a claim would get, not only those that help it.
    ``decisive`` looks for what would decide open claims, and close steps that do not follow.
    ``definitions`` tells of every conflict and support which definitions it uses.
    ``max_repairs`` bounds how many repairs of a claim are listed; 0 looks for none.
    """

    rlimit: int = 5_000_000
    max_conflicts: int = 8
    ladder: bool = False
    decisive: bool = False
    definitions: bool = False
    max_repairs: int = 2

    @property
    def patience(self) -> int:
        """How many times as long lists may take where all is asked for."""
        return 1 if self.max_conflicts else 10


class Undecided(Exception):
    """The solver gave up inside its limit: neither yes nor no is known."""
