"""Whether what a story says can hold together: of an edited story, what is new beside what is as it was."""

from collections.abc import Sequence

from storycheck.checking.claims import Judge
from storycheck.checking.given import Facts
from storycheck.logic.assertions import Setting
from storycheck.meaning.proposition import Proposition
from storycheck.solving.limits import Undecided

_MOST = 16
"""For how many choices of facts something is kept."""


class Together:
    """The propositions that were last found to hold together, beside the same facts and evidence.

    A part of them holds together, too; and it does with others iff these hold beside it.
    """

    def __init__(self) -> None:
        """Nothing is known yet."""
        self._known: dict[tuple[Facts, Setting], frozenset[Proposition]] = {}

    def hold(self, propositions: Sequence[Proposition], facts: Facts, judge: Judge) -> bool:
        """Whether all of them can hold; not if that is not decided."""
        setting = judge.setting(propositions, facts)
        known = self._known.get((facts, setting), frozenset())
        new = tuple(p for p in propositions if p not in known)
        old = tuple(p for p in propositions if p in known)
        try:
            if new and not judge.stands(new, old, facts, setting):
                return False
        except Undecided:
            return False
        if len(self._known) >= _MOST:
            self._known.clear()
        self._known[facts, setting] = frozenset(propositions)
        return True
