"""Verdicts, conflicts and supports of random small problems against brute force over ranked models."""

from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storycheck.checking.claims import Judge
from storycheck.evidence.items import Item
from storycheck.meaning.formula import TRUE, Formula, conj, disj, has, holds, neg
from storycheck.meaning.proposition import Proposition, Strength
from storycheck.meaning.vocabulary import Concept, Family, Vocabulary
from storycheck.report import ClaimReport, Verdict
from tests.oracle import Worlds, minimal, ranked_models, small_worlds
from tests.small import ALL, Confidence, Status, evidence, item, judge, say, sets, verdict_of, vocabulary

FEW = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
A, B, C = has("a"), has("b"), has("c")
PLAIN = (Vocabulary(), small_worlds(("a", "b")))
FOUR_CASES = Worlds(ranked_models(("a", "b", "c"), most=4, own=False))


def _words(concepts: Sequence[Concept], families: tuple[Family, ...] = ()) -> Vocabulary:
    return vocabulary(concepts, families=families)


def _worlds(allowed: Formula) -> Worlds:
    from storycheck.meaning.formula import Atom

    def ok(valuation: frozenset[str]) -> bool:
        return holds(allowed, {Atom("has", name): True for name in valuation})

    return Worlds(ranked_models(("a", "b", "c"), ok))


DEFINED = (
    (
        _words([Concept("a", "a", kind_of=("b",)), Concept("b", "b"), Concept("c", "c", excludes=("b",))]),
        _worlds(conj([disj([neg(A), B]), disj([neg(C), neg(B)])])),
    ),
    (
        _words([Concept("a", "a", opposite="b"), Concept("b", "b"), Concept("c", "c")]),
        _worlds(conj([disj([A, B]), disj([neg(A), neg(B)])])),
    ),
    (
        _words([Concept("a", "a", means=("b", "not c")), Concept("b", "b"), Concept("c", "c")]),
        _worlds(conj([disj([neg(A), B]), disj([neg(A), neg(C)]), disj([A, neg(B), C])])),
    ),
    (
        _words([Concept(n, n) for n in "abc"], (Family(("a", "b", "c"), exhaustive=True),)),
        _worlds(conj([disj([A, B, C]), *(disj([neg(x), neg(y)]) for x, y in ((A, B), (A, C), (B, C)))])),
    ),
)


def _formulas(letters: Sequence[Formula]) -> st.SearchStrategy[Formula]:
    literals = st.sampled_from([*letters, *map(neg, letters)])
    pairs = st.tuples(literals, literals)
    return st.one_of(literals, literals, pairs.map(conj), pairs.map(disj), st.just(TRUE))


def propositions(letters: Sequence[Formula], strengths: Sequence[Strength]) -> st.SearchStrategy[Proposition]:
    formulas = _formulas(letters)
    return st.builds(Proposition, st.sampled_from(strengths), formulas, formulas)


PRESUMED = ("exceptional", "presumption")
GENERAL = [s for s in Strength if s is not Strength.THIS]


@st.composite
def linked(draw: st.DrawFn, letters: Sequence[Formula], strengths: Sequence[Strength]) -> Proposition:
    """Such as bear on each other: of any, most are absurd, trivial or contradictory."""
    first, *others = draw(st.permutations(letters))
    last = others.pop()
    further = [conj([first, each]) for one in others for each in (one, neg(one))]
    restrictor = draw(st.sampled_from([first] * 4 + [TRUE] + further))
    return Proposition(
        draw(st.sampled_from(strengths)), restrictor, draw(st.sampled_from([last, last, neg(last)]))
    )


@st.composite
def problems(
    draw: st.DrawFn, letters: Sequence[Formula], most: int = 4, several: int = 2
) -> tuple[list[Item], list[Proposition]]:
    """Items of one or several statements, and a claim of one or several propositions."""
    kind = draw(st.sampled_from([propositions, linked, linked, linked, linked]))
    about = kind(letters, [*GENERAL, Strength.ALWAYS, Strength.ALWAYS, Strength.USUALLY])
    items = [
        item(
            f"I{n}",
            *draw(st.lists(about, min_size=1, max_size=draw(st.integers(1, several)))),
            confidence=draw(st.sampled_from([Confidence.STRONG, Confidence.MEDIUM, Confidence.LOW])),
            status=draw(st.sampled_from([Status.ACCEPTED] * 8 + [Status.DISPUTED, Status.RETRACTED])),
        )
        for n in range(draw(st.integers(0, most)))
    ]
    about = kind(letters, list(Strength))
    return items, draw(st.lists(about, min_size=1, max_size=draw(st.integers(1, several))))


@FEW
@given(problems((A, B, C)), st.sampled_from(range(len(DEFINED))))
def test_only_what_is_not_provable_is_told_to_be_so(
    problem: tuple[list[Item], list[Proposition]], meaning: int
) -> None:
    items, claim = problem
    the_judge = judge(items, DEFINED[meaning][0])
    if the_judge.usable and not the_judge.provable(claim):
        assert the_judge.verdict(claim) not in (Verdict.ENTAILED, Verdict.SUGGESTED)


def test_a_case_that_may_break_it_keeps_an_always_from_being_provable() -> None:
    the_judge = judge([item("I", "usually a: b"), item("L", "always a & c: b", confidence=Confidence.LOW)])
    provable = {
        text: the_judge.provable([say(text)]) for text in ("always a: b", "usually a: b", "always a & c: b")
    }
    assert provable == {"always a: b": False, "usually a: b": True, "always a & c: b": True}


class Reference:
    """What the verdict has to be, by enumeration of everything."""

    def __init__(self, items: Sequence[Item], claim: Sequence[Proposition], worlds: Worlds) -> None:
        self.items = {each.id: each for each in items}
        self.claim, self.worlds = list(claim), worlds
        self.own = sum(1 << i for i, model in enumerate(worlds.models) if model.own is not None)
        live = [i for i in items if i.status is not Status.RETRACTED]
        self.low = [i.id for i in live if i.status is Status.DISPUTED or i.confidence < Confidence.MEDIUM]
        self.accepted = [i.id for i in live if i.id not in self.low]

    def of(self, names: Sequence[str]) -> int:
        return self.worlds.of(*(p for n in names for s in self.items[n].statements for p in s.propositions))

    def consistent(self) -> bool:
        return bool(self.of(self.accepted))

    def true(self) -> int:
        return self.worlds.of(*self.claim)

    def denied(self, proposition: Proposition) -> int:
        models = self.own if proposition.strength is Strength.THIS else self.worlds.all
        return models & ~self.worlds.of(proposition)

    def false(self) -> int:
        found = 0
        for proposition in self.claim:
            found |= self.denied(proposition)
        return found

    def minimal(self, models: int, low: bool) -> set[tuple[str, ...]]:
        """The minimal consistent sets of items that leave none of the models."""
        names = [*self.accepted, *(self.low if low else ())]
        found = minimal(names, lambda subset: not self.of(subset) & models)
        return {subset for subset in found if self.of(subset)}

    def possible(self, proposition: Proposition) -> int:
        this = proposition.strength is Strength.THIS
        strength = Strength.THIS if this else Strength.SOMETIMES
        return self.worlds.of(
            Proposition(strength, TRUE, proposition.restrictor)
            if this
            else Proposition(strength, proposition.restrictor, TRUE)
        )

    def trivial(self) -> bool:
        return all(not self.possible(p) & self.denied(p) for p in self.claim)

    def vacuous(self) -> bool:
        return any(self.minimal(self.possible(p), low=False) for p in self.claim if p.restrictor != TRUE)


def _check(report: ClaimReport, reference: Reference) -> None:
    """Compares the verdict and, where it rests on any, its conflicts and supports."""
    verdict = report.verdict
    single = len(reference.claim) == 1
    if not reference.consistent():
        assert (verdict, report.reason) == (Verdict.UNKNOWN, "inconsistent evidence")
    elif not reference.true():
        assert verdict is Verdict.INCOHERENT
    elif reference.trivial():
        assert (verdict, report.reason) == (Verdict.VACUOUS, "by definition")
    elif reference.vacuous():
        assert verdict is Verdict.VACUOUS
    elif found := reference.minimal(reference.true(), low=False):
        assert (verdict, sets(report.conflicts)) == (Verdict.REFUTED, found)
    elif found := reference.minimal(reference.false(), low=False):
        assert (verdict, sets(report.supports)) == (Verdict.ENTAILED, found)
    elif found := reference.minimal(reference.true(), low=True):
        assert (verdict, sets(report.conflicts)) == (Verdict.CONTESTED, found)
        assert sets(report.supports) == reference.minimal(reference.false(), low=True)
    elif single and report.reason in PRESUMED:
        assert verdict in (Verdict.CONTESTED, Verdict.SUGGESTED)
    elif found := reference.minimal(reference.false(), low=True):
        assert (verdict, sets(report.supports)) == (Verdict.SUGGESTED, found)
    else:
        assert verdict in (Verdict.UNDETERMINED, Verdict.UNADDRESSED)
    assert report.conflicts_complete
    assert all(found.minimal for found in (*report.conflicts, *report.supports))


@FEW
@given(problems((A, B)))
def test_verdicts_and_findings_agree_with_brute_force(problem: tuple[list[Item], list[Proposition]]) -> None:
    """Over two concepts: every ranked model there is."""
    items, claim = problem
    words, worlds = PLAIN
    _check(verdict_of(judge(items, words), *claim), Reference(items, claim, worlds))


@settings(FEW, max_examples=400)
@given(problems((A, B, C), most=3, several=1).filter(lambda each: each[1][0].strength is not Strength.THIS))
def test_they_do_over_three_concepts(problem: tuple[list[Item], list[Proposition]]) -> None:
    """Every ranked model of up to four cases: more are not needed, one for each proposition."""
    items, claim = problem
    _check(verdict_of(judge(items), *claim), Reference(items, claim, FOUR_CASES))


@pytest.mark.parametrize("case", range(len(DEFINED)))
@settings(FEW, max_examples=120)
@given(problem=problems((A, B, C)))
def test_they_do_with_definitions(case: int, problem: tuple[list[Item], list[Proposition]]) -> None:
    """Kinds and exclusions, opposites, meanings, exhaustive families over three concepts."""
    items, claim = problem
    words, worlds = DEFINED[case]
    _check(verdict_of(judge(items, words), *claim), Reference(items, claim, worlds))


@FEW
@given(problems((A, B, C), most=7), st.randoms(use_true_random=False))
def test_order_changes_nothing(problem: tuple[list[Item], list[Proposition]], random: Random) -> None:
    items, claim = problem
    shuffled = list(items)
    random.shuffle(shuffled)
    limits = ALL._replace(ladder=True, max_conflicts=random.choice([0, 1, 2]))
    report = verdict_of(judge(items, limits=limits), *claim)
    assert verdict_of(judge(shuffled, limits=limits), *claim) == report


def _essence(report: ClaimReport) -> tuple[object, ...]:
    """The verdict and what it rests on."""
    whole = (report.verdict, report.reason, report.confidence, report.corrections, report.rests_on)
    return (*whole, report.conflicts, report.supports)


@FEW
@given(problems((A, B, C), most=7))
def test_idle_items_change_nothing(problem: tuple[list[Item], list[Proposition]]) -> None:
    """What no finding uses can be left out, one by one or all together."""
    items, claim = problem
    report = verdict_of(judge(items), *claim)
    if report.verdict in (Verdict.REFUTED, Verdict.ENTAILED):
        used = {name for found in (*report.conflicts, *report.supports) for name in found.evidence}
        idle = [each for each in items if each.id not in used]
        for left_out in (idle, *([each] for each in idle)):
            fewer = [each for each in items if each not in left_out]
            assert _essence(verdict_of(judge(fewer), *claim)) == _essence(report)


@FEW
@given(problems((A, B, C), most=7))
def test_the_items_of_a_conflict_alone_reproduce_it(problem: tuple[list[Item], list[Proposition]]) -> None:
    """And none of them can be left out."""
    items, claim = problem
    report = verdict_of(judge(items), *claim)
    for conflict in report.conflicts[:3]:
        if report.verdict in (Verdict.REFUTED, Verdict.CONTESTED) and report.reason not in PRESUMED:
            alone = [each for each in items if each.id in conflict.evidence]
            assert conflict.evidence in sets(verdict_of(judge(alone), *claim).conflicts)
            for left_out in alone:
                rest = [each for each in alone if each is not left_out]
                assert verdict_of(judge(rest), *claim).verdict not in (
                    Verdict.REFUTED,
                    Verdict.CONTESTED,
                ) or (verdict_of(judge(rest), *claim).reason in PRESUMED)


def test_the_excluded_are_not_asserted() -> None:
    """An excluded item decides nothing, an included low one does."""
    items = [item("I", "always a: b", confidence=Confidence.LOW)]
    held = evidence(*items)._replace(included=frozenset({"I"}))
    assert verdict_of(Judge(held, Vocabulary(), ALL), "always a: b").verdict is Verdict.ENTAILED
    gone = evidence(*items)._replace(excluded=frozenset({"I"}))
    assert verdict_of(Judge(gone, Vocabulary(), ALL), "always a: b").verdict is Verdict.UNADDRESSED
