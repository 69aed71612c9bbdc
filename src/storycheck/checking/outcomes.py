"""What became of theories, as frozen data."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from storycheck.evidence.items import Confidence
from storycheck.explaining.enumerate import minimal_sets
from storycheck.meaning.formula import All, Any, Formula
from storycheck.meaning.proposition import Proposition
from storycheck.records import NamedTuple
from storycheck.report import DocumentReport, EvidenceSummary
from storycheck.source import SourceText

Names = tuple[str, ...]


class Outcome(StrEnum):
    """What a theory makes of a statement."""

    EXPLAINED = "explained"
    CONTRADICTED = "contradicted"
    SILENT = "silent"
    TRIVIAL = "trivial"
    UNDECIDED = "undecided"


class TheoryClaim(NamedTuple):
    """A claim of a theory as it was read; ``says`` counts the single things that it says."""

    id: str
    text: str
    readings: tuple[str, ...]
    propositions: tuple[Proposition, ...]

    @property
    def says(self) -> int:
        """How many things: what is said, times of how many subjects, over all propositions."""
        return sum(_parts(p.scope, All) * _parts(p.restrictor, Any) for p in self.propositions)


def _parts(formula: Formula, joint: type[All | Any]) -> int:
    return max(len(formula.parts), 1) if isinstance(formula, joint) else 1


class StatementOutcome(NamedTuple):
    """What a theory makes of one statement of the evidence.

    ``claims`` is the smallest set of the theory's claims that does it; ``ways`` how many minimal ones there
    are (at least); ``beside`` the further statements without which there is no contradiction. ``accepted``
    tells whether the statement is accepted: others do not touch the score. ``finding`` is the first statement
    of its item that says the same, of whatever setup; ``sound`` tells whether claims that nothing accepted
    contradicts are enough to explain it.
    """

    item: str
    statement: str
    text: str
    confidence: Confidence
    accepted: bool
    outcome: Outcome
    claims: Names = ()
    beside: Names = ()
    ways: int = 0
    finding: str = ""
    sound: bool = True


@dataclass(frozen=True)
class TheoryJudgement:
    """What became of a theory.

    ``clashes`` are the minimal sets of its claims that contradict each other, and then there are no outcomes
    (None: not decided, as are all outcomes); ``conflicts`` the minimal sets of accepted statements that it
    contradicts, and ``refuted`` the claims that take part in a contradiction of these: all if ``complete``.
    """

    claims: tuple[TheoryClaim, ...]
    clashes: tuple[Names, ...] | None
    outcomes: tuple[StatementOutcome, ...] = ()
    conflicts: tuple[Names, ...] = ()
    complete: bool = True
    refuted: Names = ()

    @property
    def consistent(self) -> bool | None:
        """Whether the claims can all be true; None if that was not decided."""
        return None if self.clashes is None else not self.clashes

    @property
    def says(self) -> int:
        """How many single things the theory says."""
        return sum(claim.says for claim in self.claims)

    @property
    def decided(self) -> bool:
        """Whether every question was decided within the solver's limit."""
        return self.complete and not any(one.outcome is Outcome.UNDECIDED for one in self.outcomes)

    def count(self, outcome: Outcome, accepted: bool = True) -> int:
        """How many statements, accepted or not, have an outcome."""
        return sum(one.outcome is outcome and one.accepted == accepted for one in self.outcomes)

    @cached_property
    def _findings(self) -> dict[str, str]:
        return {one.statement: one.finding or one.statement for one in self.outcomes}

    @cached_property
    def explained(self) -> Names:
        """The accepted findings that claims explain which nothing accepted contradicts.

        While that is open, none: a claim whose contradictions are not known may be contradicted.
        """
        found = (one for one in self.outcomes if one.accepted and one.outcome is Outcome.EXPLAINED)
        names = (self._findings[one.statement] for one in found if one.sound)
        return tuple(dict.fromkeys(names)) if self.complete else ()

    @cached_property
    def given_up(self) -> Names:
        """The fewest accepted findings that would have to be given up for the theory to stand.

        While it is open which contradictions there are, all that are contradicted.
        """
        if not self.complete:
            return self._contradicted
        conflicts = [{self._findings[name] for name in conflict} for conflict in self.conflicts]
        names = sorted({name for conflict in conflicts for name in conflict})
        bits = {name: 1 << place for place, name in enumerate(names)}
        masks = [sum(bits[name] for name in conflict) for conflict in conflicts]

        def hits(mask: int) -> int | None:
            return mask if all(mask & each for each in masks) else None

        (fewest,) = minimal_sets((1 << len(names)) - 1, hits, lambda _: True, 1).sets
        return tuple(name for name in names if bits[name] & fewest)

    @property
    def _contradicted(self) -> Names:
        found = (one for one in self.outcomes if one.accepted and one.outcome is Outcome.CONTRADICTED)
        return tuple(dict.fromkeys(self._findings[one.statement] for one in found))

    @property
    def withdrawn(self) -> Names:
        """The statements of the findings to be given up, as far as they take part in a contradiction."""
        involved = {name for conflict in self.conflicts for name in conflict}
        lost = set(self.given_up)
        names = (one.statement for one in self.outcomes if one.statement in involved)
        return tuple(name for name in names if self._findings[name] in lost)

    @property
    def score(self) -> int | None:
        """Findings explained, less those to be given up, less what the theory says; None without one.

        What was not decided counts as contradicted: the score is at least that.
        """
        if not self.consistent:
            return None
        lost = len(self.given_up) + self.count(Outcome.UNDECIDED)
        return len(self.explained) - lost - self.says

    @property
    def idle(self) -> Names:
        """The claims that take part in no explanation and no contradiction told; none while one is open."""
        told = self.consistent and self.decided
        used = {name for one in self.outcomes for name in one.claims}
        return tuple(claim.id for claim in self.claims if claim.id not in used) if told else ()


class Theory(NamedTuple):
    """One theory: where it is from, and what became of it. ``unread`` are the claims that were not read."""

    source: SourceText
    title: str | None
    judgement: TheoryJudgement
    unread: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The title, or the name of the file."""
        return self.title or self.source.name


@dataclass(frozen=True)
class TheoriesReport:
    """Theories judged against the same evidence. ``documents`` hold what was wrong with files and packs."""

    evidence: EvidenceSummary
    theories: tuple[Theory, ...]
    documents: tuple[DocumentReport, ...] = ()
