"""The judge of single claims: from what a sentence says to its report."""

from collections.abc import Sequence
from functools import cached_property

from storycheck.checking.consistency import Clashes, clashes, inconsistencies
from storycheck.checking.decide import Decision, Depth
from storycheck.checking.given import NO_FACTS, ClaimInput, Facts
from storycheck.checking.judgement import Defined, Judgement, Uses
from storycheck.checking.ladder import ladder
from storycheck.checking.memory import Memory
from storycheck.checking.reported import Outcome, bare, reported, worst
from storycheck.evidence.items import Confidence, EvidenceSet
from storycheck.explaining.conflicts import Used
from storycheck.explaining.findings import Conflict
from storycheck.explaining.inquiry import STORY, Ground, Inquiry
from storycheck.explaining.related import Relatives
from storycheck.explaining.witness import seen_from
from storycheck.logic.assertions import Piece, Setting, setting_of
from storycheck.logic.constraints import asserted, broken
from storycheck.logic.definitions import Definitions
from storycheck.logic.index import Built, EvidenceView, Shelf
from storycheck.logic.rules import Rule, rules_of
from storycheck.meaning.proposition import Proposition, Reading, Strength
from storycheck.meaning.vocabulary import Vocabulary
from storycheck.report import (
    TOO_DEEP,
    UNJUDGED,
    ClaimReport,
    Rung,
    StricterReading,
    Verdict,
)
from storycheck.solving.limits import Limits, Undecided

_GROUNDS = 64
"""How many are kept at most."""


class Judge:
    """Judges claims against one evidence set. Not safe to use from two threads at a time.

    ``consistent`` tells that the accepted evidence is known to be consistent (a cache may know); if None,
    it is found out before the first verdict.
    """

    def __init__(
        self,
        evidence: EvidenceSet,
        vocabulary: Vocabulary,
        limits: Limits | None = None,
        built: Built | None = None,
        consistent: bool | None = None,
    ) -> None:
        """Index the evidence, unless that was ``built`` before. Nothing is decided yet."""
        self.evidence, self.vocabulary, self.limits = evidence, vocabulary, limits or Limits()
        definitions = Definitions(vocabulary, *(built[1:] if built else ()))
        self.shelf = Shelf(evidence, definitions, built.entries if built else None)
        self.relatives = Relatives(self.shelf)
        self._known = consistent
        self._grounds: Memory[tuple[Setting, Facts], Ground] = Memory(_GROUNDS)
        self._outcomes: Memory[tuple[Reading, Facts], Outcome] = Memory()
        self._briefs: Memory[tuple[tuple[Proposition, ...], Facts, Depth], Judgement] = Memory()

    @property
    def built(self) -> Built:
        """The index, to be kept (`storycheck.logic.stored`) or used again."""
        return Built(self.shelf.index, self.shelf.definitions.atoms, self.shelf.definitions.axioms)

    def extended(self, vocabulary: Vocabulary) -> "Judge":
        """The same judge with a story's own words added at the end of the vocabulary."""
        built = self.built._replace(axioms=None)
        return Judge(self.evidence, vocabulary, self.limits, built, consistent=self.usable)

    @cached_property
    def usable(self) -> bool:
        """Whether the accepted evidence is consistent: from a contradiction everything follows."""
        if self._known is None:
            try:
                self._known = not self.inconsistencies
            except Undecided:
                self._known = False
        return self._known

    @cached_property
    def inconsistencies(self) -> tuple[Conflict, ...]:
        """The minimal sets of accepted items that contradict each other. May raise `Undecided`."""
        return inconsistencies(self.shelf, self.limits._replace(rlimit=0))

    def ground(self, claim: Sequence[Proposition], facts: Facts = NO_FACTS) -> Ground:
        """The evidence as it is asserted against the claim, with the story's premises."""
        return self._ground(self.setting(claim, facts), facts)

    def setting(self, claim: Sequence[Proposition], facts: Facts = NO_FACTS) -> Setting:
        """What the claim is limited to."""
        about_this = any(p.strength is Strength.THIS for p in claim)
        formulas = [p.restrictor for p in claim] + ([facts.own] if about_this else [])
        return setting_of(formulas, self.shelf.definitions, self.shelf.index.disputed)

    def _ground(self, setting: Setting, facts: Facts) -> Ground:
        def ground() -> Ground:
            view = EvidenceView(self.shelf, setting)
            return Ground(self.shelf.definitions, view, self._premise_rules(facts), self.limits)

        return self._grounds.recall((setting, facts), ground)

    def _premise_rules(self, facts: Facts) -> tuple[Rule, ...]:
        pieces = (
            Piece(STORY + premise.id, premise.id, proposition, Confidence.STRONG)
            for premise in facts.premises
            for proposition in premise.propositions
        )
        return tuple(rules_of(pieces, self.shelf.definitions))

    def clashing(self, facts: Facts) -> Clashes:
        """The minimal sets of premises that contradict each other by themselves. May raise `Undecided`."""
        if not facts.premises:
            return Clashes()
        definitions = self.shelf.definitions
        premises = (
            each for rule in self._premise_rules(facts) for each in rule.with_image(definitions.atoms)
        )
        found = clashes((), tuple(premises), definitions, self.limits)
        named = (tuple(unit.removeprefix(STORY) for unit in units) for units in found.sets)
        return Clashes(tuple(named), found.complete)

    def decision(self, claim: Sequence[Proposition], facts: Facts = NO_FACTS) -> Decision:
        """What decides the claim, with all its findings."""
        return Decision(
            claim, self.ground(claim, facts), self.relatives, facts.own, self.limits.max_conflicts
        )

    def verdict(self, claim: Sequence[Proposition], facts: Facts = NO_FACTS) -> Verdict:
        """The verdict alone."""
        known = (tuple(claim), facts, Depth.UNITS) in self._briefs
        return self._brief(claim, facts, Depth.UNITS if known else Depth.VERDICT).verdict

    def brief(self, claim: Sequence[Proposition], facts: Facts = NO_FACTS) -> Judgement:
        """The verdict, with the units of one finding at most."""
        return self._brief(claim, facts, Depth.UNITS)

    def _brief(self, claim: Sequence[Proposition], facts: Facts, depth: Depth) -> Judgement:
        """The judgement to some depth. Kept: ladders and repairs ask the same."""

        def judgement() -> Judgement:
            ground = self.ground(claim, facts)
            return Decision(claim, ground, self.relatives, facts.own, limit=1, depth=depth).judgement()

        return self._briefs.recall((tuple(claim), facts, depth), judgement)

    def stands(
        self, claim: Sequence[Proposition], beside: Sequence[Proposition], facts: Facts, setting: Setting
    ) -> bool:
        """Whether it can hold beside others, which can, and what is accepted as it is asserted in a setting.

        May raise `Undecided`.
        """
        ground = self._ground(setting, facts)
        if beside:
            others = (Piece(STORY, "", p, Confidence.STRONG) for p in beside)
            ground = ground.beside(others, self.limits)
        branch = tuple(rule for p in claim for rule in ground.rules(asserted(p)))
        return not Inquiry([branch], ground).contradicted()

    def provable(self, claim: Sequence[Proposition], facts: Facts = NO_FACTS) -> bool:
        """False only of claims that are neither entailed nor suggested: some case may break an *always*."""
        ground = self.ground(claim, facts)
        breaking = (ground.rules(broken(p)) for p in claim if p.strength is Strength.ALWAYS)
        try:
            return all(Inquiry([way], ground).contradicted(low=True) for way in breaking)
        except Undecided:
            return True

    def addressing(self, claim: Sequence[Proposition], facts: Facts = NO_FACTS) -> tuple[str, ...]:
        """The items that speak of the claim, nearest first. May raise `Undecided`."""
        return self.relatives.addressing(claim, self.ground(claim, facts))

    def near(self, claim: Sequence[Proposition], most: int) -> tuple[Proposition, ...]:
        """What is accepted of things that the claim speaks of: what shares most with it first."""
        return self.relatives.near(claim, most)

    def judge(self, claim: ClaimInput, facts: Facts = NO_FACTS) -> ClaimReport:
        """The report on a claim. Two readings are both judged; where they differ, the worse one is told."""
        if not claim.readings:
            return bare(claim, None, Judgement(Verdict.UNREAD))
        try:
            return self._read(claim, facts)
        except RecursionError:
            return bare(claim, claim.readings[0], Judgement(Verdict.UNKNOWN, TOO_DEEP))

    def _read(self, claim: ClaimInput, facts: Facts) -> ClaimReport:
        if not self.usable:
            return bare(claim, claim.readings[0], Judgement(Verdict.UNKNOWN, UNJUDGED))
        outcomes = (self._outcome(reading, facts) for reading in claim.readings)
        items = self.evidence.items
        return worst(claim, [reported(claim, n, outcome, items) for n, outcome in enumerate(outcomes)])

    def _outcome(self, reading: Reading, facts: Facts) -> Outcome:
        """What becomes of a reading; asked again about the same, it is not found out again."""
        return self._outcomes.recall((reading, facts), lambda: self._decided(reading, facts))

    def _decided(self, reading: Reading, facts: Facts) -> Outcome:
        decision = self.decision(reading.propositions, facts)
        judgement = decision.judgement()
        cases = map(decision.witness, judgement.conflicts)
        several = reading.propositions if len(reading.propositions) > 1 else ()
        return Outcome(
            judgement,
            witnesses=tuple(seen_from(case, reading.told) for case in cases),
            parts=tuple(self.verdict([p], facts) for p in several),
            ladder=self._ladder(reading, facts, judgement),
            stricter=self._stricter(reading, facts, judgement),
            changing=decision.changing(judgement),
            defined=self._defined(reading.propositions, judgement),
        )

    def uses(self, claim: Sequence[Proposition], found: Used) -> Uses:
        """On request, the definitions that a finding against a claim uses."""
        refuted = Judgement(Verdict.REFUTED, conflicts=(found,))
        return self._defined(claim, refuted).conflicts[0]

    def _defined(self, claim: Sequence[Proposition], judgement: Judgement) -> Defined:
        """The definitions that decide; on request, those that the findings use."""
        if not self.limits.definitions and judgement.reason != "by definition":
            return Defined.unknown(judgement)
        from storycheck.checking.defined import defined  # noqa: PLC0415  (most runs need none)

        return defined(claim, judgement, self.vocabulary, self.limits)

    def _stricter(self, reading: Reading, facts: Facts, judgement: Judgement) -> StricterReading | None:
        """What a bare generic would get as *always*: what contradicts it contradicts that as well."""
        if not reading.generic:
            return None
        strict = [p._replace(strength=_as_always(p.strength)) for p in reading.propositions]
        if tuple(strict) == reading.propositions:
            return None
        if len(strict) > 1 or judgement.verdict not in (Verdict.INCOHERENT, Verdict.REFUTED):
            judgement = self.brief(strict, facts)
        return StricterReading(judgement.verdict, judgement.deciding)

    def _ladder(self, reading: Reading, facts: Facts, judgement: Judgement) -> tuple[Rung, ...]:
        """What other strengths would get."""

        def brief(claim: Sequence[Proposition]) -> Judgement:
            return self.brief(claim, facts)

        return ladder(reading.propositions, judgement, brief, self.limits.ladder)


def _as_always(strength: Strength) -> Strength:
    return Strength.ALWAYS if strength is Strength.USUALLY else strength
