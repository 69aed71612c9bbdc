"""The decisive observation: which statement, if it were found true, would decide an open claim each way.

It is the same question which premise would close a step that does not follow. Of the statements that decide,
those are left that are weakest, and that are not the claim or its denial again: what follows from these,
with what is known, is no way to find out. Of the others the one that is easiest to observe is told: one about
the claim's own cases rather than others, of single cases rather than most, with few words. It is read again,
and the claim judged again with it among the story's premises. Of a claim only what an experiment could show
is told (`storycheck.explaining.experiments`).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from storycheck.checking.bench import Bench
from storycheck.checking.claims import Judge
from storycheck.checking.given import Facts, Premise, own_case
from storycheck.checking.steps import given_in
from storycheck.explaining.abduction import Abduction, Weakest
from storycheck.explaining.candidates import Chain, Claim, chains
from storycheck.explaining.experiments import Experiments
from storycheck.explaining.inquiry import Ground
from storycheck.logic.assertions import Piece
from storycheck.logic.constraints import asserted, denied
from storycheck.logic.rules import rules
from storycheck.meaning.formula import TRUE, Formula, conj, literals, neg
from storycheck.meaning.proposition import Proposition, Strength
from storycheck.meaning.readback import plainest, read_back
from storycheck.report import ClaimReport, Decisive, Observation, StepReport, Verdict
from storycheck.solving.limits import Undecided

Asked = Callable[[Proposition], bool]

NEAR = 12
"""Findings from which candidates take their words: those that share most with the claim."""

_SHARE = 4
"""What part of the limit for a question one group of candidates may spend."""

_LINKED = 1
"""How many items an observation decides a claim with: how it bears on a claim by way of two, nobody sees."""

_FOUND = "?"
_FALSE = (Verdict.REFUTED, Verdict.INCOHERENT, Verdict.VACUOUS, Verdict.UNKNOWN)
_EASIEST = (Strength.SOMETIMES, Strength.THIS, Strength.USUALLY, Strength.ALWAYS)


def observed(claim: ClaimReport, bench: Bench) -> ClaimReport:
    """The claim, if it is undetermined, with what would decide it each way."""
    if claim.verdict is not Verdict.UNDETERMINED or not claim.understood:
        return claim
    told, said = claim.understood[claim.told].told, claim.understood[claim.told].propositions
    own = [p for premise in bench.facts.premises for p in premise.propositions]
    judge, facts = bench.judge, bench.facts
    experiments = Experiments(said, facts.own, judge.relatives, judge.shelf.definitions)
    search = Search(told, own, judge, facts, _readable(bench, told), experiments.show)
    nearby = [*judge.near(said, NEAR), *own]
    found = (search.towards(each, nearby) for each in (Verdict.REFUTED, Verdict.ENTAILED))
    refuting, proving = (each if each and len(each.evidence) <= _LINKED else None for each in found)
    return claim._replace(decisive=Decisive(refuting, proving, search.complete))


def closed(step: StepReport, sentences: Mapping[str, Premise], bench: Bench) -> StepReport:
    """A step that does not follow, with the weakest further premise that would close it.

    Only where there is a gap: from premises that contradict each other nothing is to follow.
    """
    if step.follows is not False or step.gap is None:
        return step._replace(missing_complete=step.gap_complete)
    cited = [sentences[name] for name in step.premises]
    given = given_in(step.premises, sentences, bench.facts)
    told = sentences[step.id].told
    search = Search(told, (), bench.judge, given, _readable(bench, told))
    said = [p for premise in cited for p in premise.propositions]
    missing = search.towards(Verdict.ENTAILED, said, own_case(cited))
    return step._replace(missing=missing, missing_complete=search.complete)


def _readable(bench: Bench, told: Claim) -> Asked:
    """Whether the words for a statement say it when they are read."""
    return lambda each: bench.says(read_back(plainest(each, told), bench.judge.vocabulary)) == (each,)


class Search:
    """The search for statements that decide one claim; ``complete`` until the solver gives up in it."""

    def __init__(
        self,
        claim: Claim,
        given: Claim,
        judge: Judge,
        facts: Facts,
        readable: Asked,
        telling: Asked = lambda _: True,
    ) -> None:
        """What decides the claim with no more than is ``given`` is left out, and what is not ``telling``."""
        self.complete, self._telling = True, telling
        self._author, self._claim = tuple(claim), tuple(each.canonical() for each in claim)
        self._judge, self._facts, self._readable = judge, facts, readable
        self._limits = judge.limits._replace(rlimit=-(-judge.limits.rlimit // _SHARE))
        self._presupposed = tuple(_presupposed(self._claim, facts.own))
        self._given = (*self._presupposed, *given)
        self._shared = {lit for p in self._claim for lit in literals(p.restrictor)}

    def towards(
        self, verdict: Verdict, nearby: Iterable[Proposition], own: Formula = TRUE
    ) -> Observation | None:
        """What would give the claim the verdict; None if nothing else would, or the solver gave up."""
        try:
            near = chains(self._claim, nearby, self._laws(verdict), own)
            telling = (tuple(filter(self._telling, chain)) for chain in near)
            found = self._deciding(verdict, [chain for chain in telling if chain])
            usable = [each for each in sorted(found, key=self._ease) if self._decides(each, verdict)]
            weakest = Weakest(self._given, self._judge.shelf.definitions, self._limits).of(usable)
            return next((self._told(each) for each in weakest if not self._restates(each, verdict)), None)
        except (Undecided, RecursionError):
            self.complete = False
            return None

    def _laws(self, verdict: Verdict) -> bool:
        """Whether universal statements are proposed: to prove one, or of the one case of a story.

        Else they would be harder to find out than the claim is.
        """
        laws = (Strength.ALWAYS, Strength.THIS) if verdict is Verdict.ENTAILED else (Strength.THIS,)
        return any(p.strength in laws for p in self._claim)

    def _deciding(self, verdict: Verdict, candidates: Sequence[Chain]) -> list[Proposition]:
        definitions = self._judge.shelf.definitions
        if verdict is Verdict.ENTAILED:
            branches = [rules(way, definitions) for p in self._claim for way in denied(p)]
        else:
            branches = [tuple(rule for p in self._claim for rule in rules(asserted(p), definitions))]
        return Abduction(branches, self._ground, self._given).deciding(candidates)

    def _ground(self, pieces: Sequence[Piece]) -> Ground:
        return self._judge.ground(self._claim, self._facts).beside(pieces, self._limits)

    def _decides(self, statement: Proposition, verdict: Verdict) -> bool:
        """Whether a statement can be read, can be true, and then gives the claim the verdict."""
        return (
            self._readable(statement)
            and self._verdict((statement,), self._facts) not in _FALSE
            and self._verdict(self._claim, self._with((statement,))) is verdict
        )

    def _restates(self, statement: Proposition, verdict: Verdict) -> bool:
        """Whether it follows from the claim, or from its denial: then it is nothing else to look for."""
        ways = [self._claim] if verdict is Verdict.ENTAILED else [(denial(each),) for each in self._claim]
        said = [(*way, *self._presupposed) for way in ways]
        possible = (each for each in said if self._verdict(each, self._facts) not in _FALSE)
        return all(self._follows(statement, self._with(each)) for each in possible)

    def _follows(self, statement: Proposition, facts: Facts) -> bool:
        return self._verdict((statement,), facts) in (Verdict.ENTAILED, Verdict.UNKNOWN)

    def _verdict(self, claim: Claim, facts: Facts) -> Verdict:
        found = self._judge.brief(claim, facts).verdict
        self.complete = self.complete and found is not Verdict.UNKNOWN
        return found

    def _with(self, found: Claim) -> Facts:
        return Facts((*self._facts.premises, Premise(_FOUND, tuple(found))))

    def _told(self, statement: Proposition) -> Observation:
        text = read_back(plainest(statement, self._author), self._judge.vocabulary)
        deciding = self._judge.brief(self._claim, self._with((statement,))).deciding
        return Observation(text, statement, deciding)

    def _ease(self, statement: Proposition) -> tuple[bool, int, int, str]:
        inside = set(literals(statement.restrictor))
        elsewhere = not (inside <= self._shared or inside >= self._shared)
        words = len(inside) + sum(1 for _ in literals(statement.scope))
        return elsewhere, _EASIEST.index(statement.strength), words, repr(statement)


def _presupposed(claim: Claim, own: Formula) -> Iterator[Proposition]:
    """That there are such cases as the claim speaks of."""
    for proposition in claim:
        this = proposition.strength is Strength.THIS
        cases = conj([proposition.restrictor, own]) if this else proposition.restrictor
        if cases != TRUE:
            yield Proposition(Strength.SOMETIMES, cases, TRUE)


def denial(proposition: Proposition) -> Proposition:
    """How one would deny a proposition, where there are such cases as it speaks of: say, "usually not"."""
    restrictor, scope = proposition.restrictor, proposition.scope
    match proposition.strength:
        case Strength.ALWAYS:
            return Proposition(Strength.SOMETIMES, restrictor, neg(scope))
        case Strength.USUALLY:
            return Proposition(Strength.USUALLY, restrictor, neg(scope))
        case Strength.NOT_USUALLY:
            return Proposition(Strength.USUALLY, restrictor, scope)
        case Strength.SOMETIMES:
            return Proposition(Strength.ALWAYS, restrictor, neg(scope))
        case Strength.THIS:
            return Proposition(Strength.THIS, TRUE, conj([restrictor, neg(scope)]))
