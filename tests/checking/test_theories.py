"""Theories against brute force over ranked models, and what their score cannot be moved by."""

from collections.abc import Sequence
from itertools import combinations

from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from storycheck.checking.outcomes import Outcome, StatementOutcome, TheoryClaim, TheoryJudgement
from storycheck.checking.theories import judge_theory
from storycheck.evidence.items import Item
from storycheck.meaning.formula import TRUE, Formula, conj, disj, has, neg
from storycheck.meaning.proposition import Proposition, Strength
from storycheck.meaning.vocabulary import Vocabulary
from storycheck.solving.limits import Limits
from tests.checking.test_brute_force import linked
from tests.oracle import Worlds, minimal, small_worlds
from tests.small import ALL, Concept, Confidence, evidence, item, say, vocabulary

FEW = settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
GENERAL = [s for s in Strength if s is not Strength.THIS]
LETTERS = [has("a"), has("b")]


def claims(*texts: "str | Proposition") -> tuple[TheoryClaim, ...]:
    said = [say(each) if isinstance(each, str) else each for each in texts]
    return tuple(TheoryClaim(f"c{n}", "", (), (p,)) for n, p in enumerate(said, 1))


def judged(
    theory: Sequence[TheoryClaim],
    *items: Item,
    words: Vocabulary | None = None,
    limits: Limits = ALL,
) -> TheoryJudgement:
    return judge_theory(theory, evidence(*items), words or Vocabulary(), limits)


def outcomes(judgement: TheoryJudgement) -> dict[str, tuple[str, ...]]:
    return {one.statement: (str(one.outcome), *one.claims) for one in judgement.outcomes}


def one(judgement: TheoryJudgement, name: str) -> StatementOutcome:
    return next(each for each in judgement.outcomes if each.statement == name)


SGD = (
    item("G1", "usually sgd: good", "sometimes sgd: random", "always random: !good"),
    item("G2", "usually sgd & shuffled: !good", confidence=Confidence.MEDIUM),
    item("G3", "usually sgd & warm: good"),
    item("L1", "usually adam: good", confidence=Confidence.LOW),
    item("X1", "usually wug: dax"),
)


def test_every_statement_is_explained_contradicted_or_left() -> None:
    found = judged(claims("always sgd: good", "usually adam: !good"), *SGD)
    assert found.consistent
    assert outcomes(found) == {
        "G1.1": ("explained", "c1"),
        "G1.2": ("contradicted", "c1"),
        "G1.3": ("contradicted", "c1"),
        "G2.1": ("contradicted", "c1"),
        "G3.1": ("explained", "c1"),
        "L1.1": ("contradicted", "c2"),
        "X1.1": ("silent",),
    }
    assert one(found, "G1.3").beside == ("G1.2",)
    assert not one(found, "L1.1").accepted
    assert set(found.conflicts) == {("G2.1",), ("G1.2", "G1.3")}
    assert len(found.given_up) == 2
    assert found.refuted == ("c1",)
    assert found.score == 0 - 2 - 2


def test_what_is_usual_says_nothing_of_a_narrower_setup() -> None:
    found = judged(claims("usually sgd: good"), *SGD)
    assert outcomes(found)["G3.1"] == ("silent",)
    assert found.score == 0


def test_an_inconsistent_theory_explains_nothing_and_shows_why() -> None:
    found = judged(claims("usually sgd: good", "usually wug: dax", "usually sgd: !good"), *SGD)
    assert found.consistent is False
    assert found.clashes == (("c1", "c3"),)
    assert (found.outcomes, found.score) == ((), None)


def test_what_is_true_by_definition_is_nobodys_merit() -> None:
    words = vocabulary([Concept("good", "good", means=("fits", "general"))])
    found = judged(claims("always good: fits"), item("T1", "always good: fits"), words=words)
    assert outcomes(found) == {"T1.1": ("trivial",)}
    assert found.score == -1
    assert found.idle == ("c1",)


def test_that_nothing_of_the_kind_occurs_contradicts_and_explains_nothing() -> None:
    found = judged(claims("always : !wug"), item("X1", "usually wug: dax"))
    assert outcomes(found)["X1.1"][0] == "contradicted"


def test_restating_the_evidence_gains_nothing() -> None:
    said = ["usually sgd: good", "sometimes sgd: random", "always random: !good", "usually wug: dax"]
    for count in range(len(said) + 1):
        assert judged(claims(*said[:count]), item("G", *said)).score == 0


def test_one_finding_stated_of_several_setups_counts_once() -> None:
    said = [f"usually {setup}: good" for setup in ("sgd", "sgd & wide", "sgd & warm")]
    found = judged(claims("always sgd: good"), item("G", *said))
    assert (found.count(Outcome.EXPLAINED), found.explained) == (3, ("G.1",))
    several = judged(claims("always sgd: good"), *(item(f"E{n}", p) for n, p in enumerate(said)))
    assert several.explained == ("E0.1", "E1.1", "E2.1")


def test_what_the_evidence_refutes_explains_nothing() -> None:
    """A sweeping claim is worth less than the true one, and than none, whatever would follow from it."""
    sweeping = judged(claims("always sgd: good"), *SGD)
    assert [each.statement for each in sweeping.outcomes if not each.sound] == ["G1.1", "G3.1"]
    true = judged(claims("usually sgd: good", "usually sgd & shuffled: !good"), *SGD)
    assert true.score == 0
    assert sweeping.score is not None and sweeping.score < 0
    kept = judged(claims("always sgd: good", "usually sgd: good"), *SGD)
    assert [each.statement for each in kept.outcomes if not each.sound] == ["G3.1"]


def test_joining_claims_in_one_sentence_does_not_make_them_cheaper() -> None:
    both = Proposition(Strength.ALWAYS, disj([has("a"), has("b")]), conj([has("c"), has("d")]))
    (claim,) = claims(both)
    assert claim.says == 4
    assert [each.says for each in claims("always a & b: c", "usually : c")] == [1, 1]


def test_a_budget_that_runs_out_is_said_and_costs() -> None:
    theory = claims("always sgd: good", "usually adam: !good")
    found = judged(theory, *SGD, limits=Limits(rlimit=1))
    assert found.consistent is None or not found.decided
    whole = judged(theory, *SGD)
    assert found.score is None or (whole.score is not None and found.score <= whole.score)


BUDGETS = (1, 2, 3, 4, 6, 9, 14, 20, 30, 50)


def test_a_budget_that_runs_out_changes_no_outcome_silently() -> None:
    """What a statement is said to be, it is: else it is undecided, however much was found out of others."""
    theory = claims("always sgd: good", "usually adam: !good")
    whole = judged(theory, *SGD)
    seen: set[bool] = set()
    for budget in BUDGETS:
        found = judged(theory, *SGD, limits=Limits(rlimit=budget))
        for one, other in zip(found.outcomes, whole.outcomes, strict=True):
            assert one.outcome in (other.outcome, Outcome.UNDECIDED)
            seen.add(one.outcome is Outcome.UNDECIDED)
        assert found.complete or not found.explained
        assert set(found.conflicts) <= set(whole.conflicts)
        if found.complete:
            assert (found.conflicts, found.explained) == (whole.conflicts, whole.explained)
    assert seen == {True, False}


def test_where_not_even_consistency_is_decided_nothing_is_silent() -> None:
    theory = claims("always a: b", "always b: c", "always c: d", "sometimes a: !d")
    found = judged(theory, *SGD, limits=Limits(rlimit=1))
    assert (found.consistent, found.score, found.decided) == (None, None, False)
    assert {one.outcome for one in found.outcomes} == {Outcome.UNDECIDED}


# Against brute force


@st.composite
def formulas(draw: st.DrawFn) -> Formula:
    literals = st.sampled_from([*LETTERS, *map(neg, LETTERS)])
    pairs = st.tuples(literals, literals)
    return draw(st.one_of(literals, literals, pairs.map(conj), pairs.map(disj), st.just(TRUE)))


propositions = st.one_of(
    st.builds(Proposition, st.sampled_from(GENERAL), formulas(), formulas()), *[linked(LETTERS, GENERAL)] * 3
)
theories = st.lists(propositions, min_size=1, max_size=3)


def expected(worlds: Worlds, theory: Sequence[Proposition], said: Proposition) -> Outcome:
    occurs = [Proposition(Strength.SOMETIMES, said.restrictor, TRUE)]
    if not worlds.consistent([*theory, said]):
        return Outcome.CONTRADICTED
    if worlds.entails(occurs, [said]):
        return Outcome.TRIVIAL
    return Outcome.EXPLAINED if worlds.entails([*theory, *_granted(said)], [said]) else Outcome.SILENT


def _granted(said: Proposition) -> list[Proposition]:
    """That there is such a case, unless that is what has to be explained."""
    if said.strength is Strength.SOMETIMES:
        return []
    return [Proposition(Strength.SOMETIMES, said.restrictor, TRUE)]


A, B = LETTERS[:2]


@FEW
@example(
    [Proposition(Strength.ALWAYS, disj([A, neg(B)]), neg(B))],
    [Proposition(Strength.ALWAYS, A, A), Proposition(Strength.ALWAYS, disj([A, B]), B)],
)
@example(
    [Proposition(Strength.ALWAYS, neg(B), TRUE), Proposition(Strength.ALWAYS, TRUE, A)],
    [Proposition(Strength.SOMETIMES, neg(B), A)],
)
@given(theories, st.lists(propositions, min_size=1, max_size=4))
def test_outcomes_are_those_of_all_ranked_models(said: list[Proposition], found: list[Proposition]) -> None:
    worlds = small_worlds(("a", "b"))
    assume(worlds.consistent(found))
    items = [item(f"E{n}", p) for n, p in enumerate(found)]
    judgement = judged(claims(*said), *items)
    assert judgement.consistent == worlds.consistent(said)
    if not judgement.consistent:
        names = [claim.id for claim in judgement.claims]
        by_name = dict(zip(names, said, strict=True))
        clashing = minimal(names, lambda some: not worlds.consistent([by_name[n] for n in some]))
        assert set(judgement.clashes or ()) == clashing
        return
    evidence_of = {f"E{n}.1": p for n, p in enumerate(found)}
    conflicts = minimal(
        list(evidence_of), lambda some: not worlds.consistent([*said, *(evidence_of[n] for n in some)])
    )
    assert judgement.complete
    assert set(judgement.conflicts) == conflicts
    for each in judgement.outcomes:
        alone = expected(worlds, said, evidence_of[each.statement])
        jointly = any(each.statement in conflict and len(conflict) > 1 for conflict in conflicts)
        assert each.outcome == (Outcome.CONTRADICTED if jointly and alone is Outcome.SILENT else alone)
        if each.outcome is Outcome.EXPLAINED:
            _is_smallest(each, said, evidence_of[each.statement], worlds)
    kept = [p for name, p in evidence_of.items() if name not in judgement.given_up]
    assert worlds.consistent([*said, *kept])


def _is_smallest(
    each: StatementOutcome, said: Sequence[Proposition], found: Proposition, worlds: Worlds
) -> None:
    """The claims named explain the statement, and no fewer do."""
    granted = _granted(found)
    named = [said[int(name[1:]) - 1] for name in each.claims]
    assert worlds.entails([*named, *granted], [found])
    assert not any(
        worlds.entails([*fewer, *granted], [found]) for fewer in combinations(said, len(named) - 1) if named
    )


@FEW
@given(theories, st.lists(propositions, min_size=1, max_size=3), propositions)
def test_explained_and_contradicted_are_disjoint_however_more_is_claimed(
    said: list[Proposition], found: list[Proposition], more: Proposition
) -> None:
    """A claim more never lets a contradicted statement be explained, as long as the theory is consistent."""
    items = [item(f"E{n}", p) for n, p in enumerate(found)]
    before, after = judged(claims(*said), *items), judged(claims(*said, more), *items)
    if not after.consistent:
        return
    for earlier, later in zip(before.outcomes, after.outcomes, strict=True):
        if earlier.outcome is Outcome.CONTRADICTED:
            assert later.outcome is not Outcome.EXPLAINED or earlier.beside
