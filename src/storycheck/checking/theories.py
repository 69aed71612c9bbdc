"""Theories: claims offered as an account of inductive biases, judged statement by statement.

A statement of the evidence is *explained* if the theory entails it, given that its conditions occur at
all; it is *contradicted* if it cannot be true beside the theory, alone or together with further accepted
statements; else the theory is *silent* on it. Nothing else is assumed: the statement is taken as it stands,
without extensions, and the rest of the evidence proves nothing. What the definitions settle alone is
nobody's merit (*trivial*), and from an inconsistent theory nothing is drawn. `docs/theories.md` tells how
the score is counted, and why.
"""

from collections.abc import Callable, Iterator, Sequence

from storycheck.checking.claims import Judge
from storycheck.checking.consistency import Clashes, clashes_found
from storycheck.checking.decide import Decision
from storycheck.checking.given import Facts, Premise
from storycheck.checking.outcomes import Names, Outcome, StatementOutcome, TheoryClaim, TheoryJudgement
from storycheck.evidence.items import Confidence, EvidenceSet, Statement
from storycheck.explaining.conflicts import Used
from storycheck.explaining.inquiry import STORY
from storycheck.logic.assertions import Piece, standing
from storycheck.logic.rules import Rule, rules_of
from storycheck.meaning.formula import TRUE
from storycheck.meaning.proposition import Proposition, Strength
from storycheck.meaning.vocabulary import Vocabulary
from storycheck.records import NamedTuple
from storycheck.report import Verdict
from storycheck.solving.limits import Limits, Undecided

_MOST_CONFLICTS = 64
_CONDITIONS = ""
"""The name of what a statement presupposes, beside those of the theory's claims."""
# a trivial one still says that there is a case
_OPEN = (Outcome.SILENT, Outcome.EXPLAINED, Outcome.TRIVIAL)


class _Found(NamedTuple):
    """What becomes of a statement by itself: the findings that make it so, and whether these are all."""

    outcome: Outcome
    used: tuple[Used, ...] = ()
    complete: bool = True


def judge_theory(
    claims: Sequence[TheoryClaim], evidence: EvidenceSet, vocabulary: Vocabulary, limits: Limits
) -> TheoryJudgement:
    """What a theory makes of every statement that the evidence asserts. Never raises `Undecided`."""
    limits = limits._replace(max_conflicts=_MOST_CONFLICTS)
    return _Trial(claims, evidence, vocabulary, limits).judgement()


class _Trial:
    """One theory on trial: its claims are the premises, by which each statement is judged like a claim."""

    def __init__(
        self,
        claims: Sequence[TheoryClaim],
        evidence: EvidenceSet,
        vocabulary: Vocabulary,
        limits: Limits,
    ) -> None:
        self.claims, self.evidence, self.limits = tuple(claims), evidence, limits
        self.facts = Facts(tuple(Premise(claim.id, claim.propositions) for claim in claims))
        self.judge = Judge(EvidenceSet({}, {}), vocabulary, limits, consistent=True)
        self._sets: dict[str, tuple[Names, ...]] = {}
        self._complete = True

    def judgement(self) -> TheoryJudgement:
        try:
            inner = self.judge.clashing(self.facts)
        except Undecided:
            unknown = tuple(self._alone(lambda _: _Found(Outcome.UNDECIDED)))
            return TheoryJudgement(self.claims, None, unknown, complete=False)
        if inner.sets:
            return TheoryJudgement(self.claims, inner.sets)
        alone = list(self._alone(self._judged))
        joint = self._joint(alone)
        if not joint.complete or any(one.accepted and one.outcome is Outcome.UNDECIDED for one in alone):
            self._complete = False
        broken = (one for one in alone if one.accepted and one.outcome is Outcome.CONTRADICTED)
        conflicts = (*((one.statement,) for one in broken), *joint.sets)
        outcomes = [self._together(one, joint) for one in alone]
        refuted = self._refuted(outcomes)
        told = tuple(one._replace(sound=self._sound(one, refuted)) for one in outcomes)
        return TheoryJudgement(self.claims, (), told, conflicts, self._complete, refuted)

    def _refuted(self, outcomes: Sequence[StatementOutcome]) -> Names:
        """The claims that take part in a contradiction of what is accepted."""
        broken = (one for one in outcomes if one.accepted and one.outcome is Outcome.CONTRADICTED)
        found = {name for one in broken for names in self._sets[one.statement] for name in names}
        return tuple(claim.id for claim in self.claims if claim.id in found)

    def _sound(self, one: StatementOutcome, refuted: Names) -> bool:
        """Whether claims that are not refuted explain it, if it is explained."""
        sets = self._sets[one.statement]
        return one.outcome is not Outcome.EXPLAINED or any(not set(names) & set(refuted) for names in sets)

    def _alone(self, judged: Callable[[Statement], _Found]) -> Iterator[StatementOutcome]:
        """Every asserted statement as it is judged by itself."""
        for item in self.evidence.items.values():
            firsts: dict[object, str] = {}
            for statement in item.statements:
                low = standing(self.evidence, item, statement)
                if low is not None:
                    finding = firsts.setdefault(_said(statement), statement.id)
                    one = self._outcome(item.id, statement, judged(statement), not low)
                    yield one._replace(finding=finding)

    def _outcome(self, item: str, statement: Statement, found: _Found, accepted: bool) -> StatementOutcome:
        """One statement by itself."""
        ordered = sorted(found.used, key=lambda one: (len(one.units), one.units))
        sets = tuple(tuple(n for n in used.premises if n != _CONDITIONS) for used in ordered)
        return StatementOutcome(
            item,
            statement.id,
            statement.text,
            statement.confidence,
            accepted,
            found.outcome,
            self._kept(statement.id, sets, found.complete),
            ways=len(sets),
        )

    def _kept(self, statement: str, sets: tuple[Names, ...], complete: bool) -> Names:
        """The first of the sets of claims that make a statement what it is; they are kept, all of them."""
        self._sets[statement] = sets
        self._complete = self._complete and complete
        return sets[0] if sets else ()

    def _judged(self, statement: Statement) -> _Found:
        decision = self.judge.decision(statement.propositions, self._given(statement))
        judged = decision.judgement()
        match judged.verdict:
            case Verdict.ENTAILED:
                return _Found(Outcome.EXPLAINED, judged.supports)
            case Verdict.REFUTED:
                return _Found(Outcome.CONTRADICTED, judged.conflicts, judged.complete)
            case Verdict.VACUOUS if judged.conflicts:  # the theory says that its conditions cannot occur
                return _Found(Outcome.CONTRADICTED, judged.conflicts, judged.complete)
            case Verdict.VACUOUS | Verdict.INCOHERENT:
                return self._trivial(decision)
            case Verdict.UNKNOWN:
                return _Found(Outcome.UNDECIDED)
            case _:
                return _Found(Outcome.SILENT)

    @staticmethod
    def _trivial(decision: Decision) -> _Found:
        """Of what the definitions settle: whether the theory leaves room for its conditions."""
        try:
            found, complete = decision.refutations()
        except Undecided:
            return _Found(Outcome.UNDECIDED)
        if found and found[0].units:
            return _Found(Outcome.CONTRADICTED, found, complete)
        return _Found(Outcome.TRIVIAL)

    def _given(self, statement: Statement) -> Facts:
        """The theory, and that the statement's conditions occur: it need not account for that."""
        presupposed = tuple(
            Proposition(Strength.SOMETIMES, p.restrictor, TRUE)
            for p in statement.propositions
            if p.strength is not Strength.SOMETIMES and p.restrictor != TRUE
        )
        if not presupposed:
            return self.facts
        return Facts((*self.facts.premises, Premise(_CONDITIONS, presupposed)))

    def _joint(self, alone: Sequence[StatementOutcome]) -> Clashes:
        """The minimal sets of accepted statements that contradict the theory only together."""
        free = {one.statement for one in alone if one.accepted and one.outcome in _OPEN}
        found = clashes_found(
            self._rules_of_claims(), self._rules_of(free), self.judge.shelf.definitions, self.limits
        )
        sets = sorted((each for each in found.sets if each), key=lambda each: (len(each), each))
        return found._replace(sets=tuple(sets))

    def _together(self, one: StatementOutcome, joint: Clashes) -> StatementOutcome:
        """The outcome of a statement, given the sets that contradict the theory only together."""
        if one.outcome is not Outcome.SILENT:
            return one
        own = [names for names in joint.sets if one.statement in names]
        if not own:
            return one._replace(outcome=Outcome.UNDECIDED) if one.statement in joint.open else one
        beside = tuple(name for name in own[0] if name != one.statement)
        found = self._ways(own[0])
        claims = self._kept(one.statement, found.sets, found.complete)
        return one._replace(outcome=Outcome.CONTRADICTED, claims=claims, beside=beside, ways=len(own))

    def _ways(self, statements: Names) -> Clashes:
        """The minimal sets of claims that contradict some statements, as far as they were found."""
        rules, definitions = self._rules_of_claims(), self.judge.shelf.definitions
        found = clashes_found(self._rules_of(statements), rules, definitions, self.limits)
        named = (tuple(name.removeprefix(STORY) for name in names) for names in found.sets)
        return found._replace(sets=tuple(named))

    def _rules_of_claims(self) -> tuple[Rule, ...]:
        return self._rules(
            Piece(STORY + claim.id, claim.id, proposition, Confidence.STRONG)
            for claim in self.claims
            for proposition in claim.propositions
        )

    def _rules_of(self, statements: Names | set[str]) -> tuple[Rule, ...]:
        """The rules of some statements, each a unit of its own."""
        return self._rules(
            Piece(one.id, one.id, proposition, one.confidence)
            for item in self.evidence.items.values()
            for one in item.statements
            if one.id in statements
            for proposition in one.propositions
        )

    def _rules(self, pieces: Iterator[Piece]) -> tuple[Rule, ...]:
        definitions = self.judge.shelf.definitions
        made = rules_of(pieces, definitions)
        return tuple(each for rule in made for each in rule.with_image(definitions.atoms))


def _said(statement: Statement) -> object:
    """What a statement says, and how strongly, of whatever setup it says it."""
    return tuple((p.strength, p.scope) for p in statement.propositions)
