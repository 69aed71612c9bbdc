"""The verdict on propositions, with the findings it rests on. `docs/meaning.md` says what each means."""

from collections.abc import Sequence
from enum import Enum
from functools import cached_property

from storycheck.checking.judgement import Judgement, why_low
from storycheck.evidence.items import Confidence
from storycheck.explaining.conflicts import Used, evidence_in
from storycheck.explaining.duals import Corrections, corrections
from storycheck.explaining.findings import Case
from storycheck.explaining.inherited import Inherited, inherited
from storycheck.explaining.inquiry import Ground, Inquiry, Names, Rules
from storycheck.explaining.related import Relatives
from storycheck.explaining.retrial import Retrial
from storycheck.explaining.witness import witness
from storycheck.logic.constraints import Branch, asserted, broken, denied, occurring
from storycheck.meaning.formula import TRUE, Formula, neg
from storycheck.meaning.proposition import Proposition, Strength
from storycheck.report import GAVE_UP, Verdict
from storycheck.solving.limits import Undecided


class Depth(Enum):
    """How much is found out of the findings that a verdict rests on."""

    VERDICT = "that there are some"
    UNITS = "which units they are of"
    PIECES = "what of these they need, confirmed by the solver"


_GAVE_UP = Judgement(Verdict.UNKNOWN, GAVE_UP, complete=False)
_SOMETHING = Used((), (), True)


class Decision:
    """Decides what becomes of propositions taken together, on one ground.

    ``setup`` is what is known of the story's own case. ``limit`` bounds how many conflicts and supports
    are listed (0: all), ``depth`` how far they are looked into.
    """

    def __init__(
        self,
        claim: Sequence[Proposition],
        ground: Ground,
        relatives: Relatives,
        setup: Formula = TRUE,
        limit: int = 8,
        depth: Depth = Depth.PIECES,
    ) -> None:
        """Nothing is decided yet."""
        self._claim, self._ground, self._relatives = tuple(claim), ground, relatives
        self._setup, self._limit, self._depth = setup, limit, depth

    def judgement(self) -> Judgement:
        """The verdict; `Verdict.UNKNOWN` if the solver gives up before there is one."""
        try:
            return self._settled() or self._open()
        except Undecided:
            return _GAVE_UP

    def _settled(self) -> Judgement | None:
        steps = (
            self._incoherent,
            self._vacuous,
            self._refuted,
            self._true_by_definition,
            self._entailed,
            self._contested,
            self._exceptional,
            self._suggested,
            self._presumed,
        )
        return next((found for step in steps if (found := step()) is not None), None)

    @cached_property
    def _assertion(self) -> Inquiry:
        branch = tuple(rule for p in self._claim for rule in self._rules(asserted(p)))
        return Inquiry([branch], self._ground)

    @cached_property
    def _denial(self) -> Inquiry:
        """All ways in which a part of the claim can be false, the breaking cases first."""
        return Inquiry([self._rules(way) for _, way in self._ways], self._ground)

    @cached_property
    def _ways(self) -> list[tuple[Proposition, Branch]]:
        return [(p, way) for p in self._claim for way in reversed(denied(p))]

    def _rules(self, branch: Branch) -> Rules:
        return self._ground.rules(branch)

    # --- the verdicts, in order -------------------------------------------------------------------------

    def _incoherent(self) -> Judgement | None:
        if self._assertion.by_definition():
            return Judgement(Verdict.INCOHERENT, "by definition")
        return None

    def _true_by_definition(self) -> Judgement | None:
        if all(map(self._trivial, self._claim)):
            return Judgement(Verdict.VACUOUS, "by definition")
        return None

    def _trivial(self, proposition: Proposition) -> bool:
        """Whether the definitions leave no way to break it while its restrictor is possible."""
        way = broken(proposition)
        if proposition.strength is not Strength.SOMETIMES:
            return self._denial.by_definition(self._ways.index((proposition, way)))
        return self._ground.impossible(self._rules(way))

    def _vacuous(self) -> Judgement | None:
        for proposition in self._claim:
            if proposition.restrictor == TRUE:
                continue
            this = proposition.strength is Strength.THIS
            if not this and not self._assertion.contradicted():
                continue
            condition = self._rules((occurring(proposition),))
            found, complete = self._findings(Inquiry([condition], self._ground), low=False)
            if found:
                reason = "conditions cannot occur"
                vacuous = Judgement(Verdict.VACUOUS, reason, conflicts=found, complete=complete)
                return self._true_by_definition() or vacuous
        return None

    def refutations(self) -> tuple[tuple[Used, ...], bool]:
        """The accepted findings that refute, and whether these are all. May raise `Undecided`."""
        return self._findings(self._assertion, low=False)

    def proofs(self) -> tuple[tuple[Used, ...], bool]:
        """The accepted findings that entail, and whether these are all. May raise `Undecided`."""
        return self._findings(self._denial, low=False)

    def _refuted(self) -> Judgement | None:
        found, complete = self.refutations()
        return Judgement(Verdict.REFUTED, None, conflicts=found, complete=complete) if found else None

    def _entailed(self) -> Judgement | None:
        found, complete = self.proofs()
        return Judgement(Verdict.ENTAILED, None, supports=found, complete=complete) if found else None

    def _contested(self) -> Judgement | None:
        found, complete = self._low_conflicts
        if not found:
            return None
        supports, _ = self._low_supports
        return Judgement(Verdict.CONTESTED, why_low(found[0]), found, supports, complete)

    def _exceptional(self) -> Judgement | None:
        found = self._inherited
        if found is None or found.favours:
            return None
        strength = self._claim[0].strength
        if strength is Strength.SOMETIMES or (strength is not Strength.THIS and self._low_supports[0]):
            return None
        reason = "exceptional" if strength is Strength.THIS else "presumption"
        return Judgement(Verdict.CONTESTED, reason, conflicts=found.carriers, complete=found.complete)

    def _suggested(self) -> Judgement | None:
        found, complete = self._low_supports
        return Judgement(Verdict.SUGGESTED, why_low(found[0]), (), found, complete) if found else None

    def _presumed(self) -> Judgement | None:
        found = self._inherited
        if found is None or not found.favours:
            return None
        if self._claim[0].strength is Strength.ALWAYS and not found.always:
            return None
        return Judgement(Verdict.SUGGESTED, "presumption", supports=found.carriers, complete=found.complete)

    def _open(self) -> Judgement:
        most = 1 if self._depth is Depth.VERDICT else None
        addressed = self._relatives.addressing(self._claim, self._ground, most) or self._bounding()
        if addressed:
            return Judgement(Verdict.UNDETERMINED, related=addressed)
        return Judgement(Verdict.UNADDRESSED, related=self._relatives.nearest(self._claim))

    def _bounding(self) -> Names:
        """The items from which it follows that what is claimed is not always so, or not never."""
        general = (p for p in self._claim if p.strength is not Strength.THIS)
        extremes = (
            p._replace(strength=Strength.ALWAYS, scope=s) for p in general for s in (p.scope, neg(p.scope))
        )
        inquiries = (Inquiry([self._rules(asserted(p))], self._ground) for p in extremes)
        found = (used for each in inquiries for used in self._findings(each, low=True)[0])
        return tuple(dict.fromkeys(item for used in found for item in used.evidence))

    # --- what they rest on ------------------------------------------------------------------------------

    @cached_property
    def _low_conflicts(self) -> tuple[tuple[Used, ...], bool]:
        return self._findings(self._assertion, low=True)

    @cached_property
    def _low_supports(self) -> tuple[tuple[Used, ...], bool]:
        return self._findings(self._denial, low=True)

    def _findings(self, inquiry: Inquiry, low: bool) -> tuple[tuple[Used, ...], bool]:
        """The minimal findings, strongest first, and whether they are all there are."""
        if not inquiry.contradicted(low):
            return (), True
        if self._depth is Depth.VERDICT and not low and self._ground.sound:
            return (_SOMETHING,), False
        sets, complete = _some(inquiry, low, self._limit)
        if self._depth is not Depth.PIECES:
            return tuple(Used(units, (), True) for units in sets), complete
        retrial = Retrial(inquiry, low)
        if complete:
            return tuple(sorted(retrial.used(sets), key=lambda each: each.order)), True
        return self._strongest(inquiry, low, retrial, sets), False

    def _strongest(
        self, inquiry: Inquiry, low: bool, retrial: Retrial, known: Sequence[Names]
    ) -> tuple[Used, ...]:
        """As many findings as asked for, the strongest of all: of those known, at least."""
        found = {each.units: each for each in retrial.used(known)}
        for level in sorted(Confidence, reverse=True):
            sets = inquiry.minimal(low, self._limit, level)[0]
            new = retrial.used([units for units in sets if units not in found])
            found |= {each.units: each for each in new}
            if self._limit and sum(each.confidence >= level for each in found.values()) >= self._limit:
                break
        ordered = sorted(found.values(), key=lambda each: each.order)
        return tuple(ordered[: self._limit] if self._limit else ordered)

    @cached_property
    def _inherited(self) -> Inherited | None:
        """What rules make of the claim where they do not settle it."""
        if len(self._claim) != 1:
            return None
        return inherited(self._claim[0], self._setup, self._relatives, self._ground, self._limit)

    def changing(self, judgement: Judgement) -> Corrections:
        """What items would have to be given up for its own judgement to change."""
        findings = [each.evidence for each in judgement.resting]
        if judgement.complete or not findings:
            return corrections(findings)
        inquiry = self._assertion if judgement.conflicts else self._denial
        low = judgement.verdict in (Verdict.CONTESTED, Verdict.SUGGESTED)

        def left(without: Names) -> Names | None:
            sets, _ = _some(inquiry, low, 1, without)
            return next((evidence_in(units) for units in sets), None)

        return corrections(findings, left)

    def witness(self, found: Used) -> Case | None:
        """A case that breaks the claim, as a finding against it has it."""
        ground = self._ground
        return witness(self._claim, found.pieces, ground.definitions, ground.limits, self._setup)


def _some(inquiry: Inquiry, low: bool, limit: int, without: Names = ()) -> tuple[Sequence[Names], bool]:
    """Some minimal findings, and whether they are all there are. Raises `Undecided` if that is not known."""
    sets, complete = inquiry.minimal(low, limit, without=without)
    if not sets and not complete:
        # The few tried may all contradict themselves; there can be others.
        sets, complete = inquiry.minimal(low, 0, without=without)
    if not sets and not complete:
        raise Undecided
    return sets[:limit] if limit else sets, complete
