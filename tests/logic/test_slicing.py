"""Slices change nothing: minimal conflicts with and without slicing, comparisons and definitions included.

Both are held against an oracle that tries every case one by one (`tests.oracle.stands`).
"""

from collections.abc import Sequence
from itertools import product

from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from storycheck.evidence.items import Confidence
from storycheck.explaining.enumerate import minimal_sets
from storycheck.logic.assertions import Piece
from storycheck.logic.constraints import Branch, asserted, denied
from storycheck.logic.definitions import Definitions
from storycheck.logic.evaluate import Case
from storycheck.logic.rules import Rule, rules, rules_of
from storycheck.logic.slicing import Slice, Slicer, clashing, unsliced
from storycheck.logic.views import LocalView
from storycheck.meaning.formula import TRUE, Atom, Formula, Lit, conj, disj, has, holds, neg
from storycheck.meaning.proposition import Proposition, Strength
from storycheck.meaning.vocabulary import Vocabulary
from storycheck.solving.limits import Limits
from storycheck.solving.masks import irreducible
from storycheck.solving.problem import Problem
from storycheck.solving.trials import trials
from tests.oracle import minimal, stands
from tests.small import Concept, Quantity, vocabulary

A, B, Q = has("a"), has("b"), Lit(Atom("rises", "q"))
BASE, FALLS, STAYS = (Lit(Atom(kind, name)) for kind, name in (("base", "a"), ("falls", "q"), ("stays", "q")))
LITERALS = (A, B, BASE, Q, FALLS, STAYS, *map(neg, (A, B, BASE, Q, FALLS, STAYS)))
ATOMS = [
    Atom("has", "a"),
    Atom("has", "b"),
    Atom("base", "a"),
    Atom("base", "b"),
    Q.atom,
    FALLS.atom,
    STAYS.atom,
]

MEANT: list[tuple[Vocabulary, Formula]] = [
    (Vocabulary(), TRUE),
    (
        vocabulary([Concept("a", "a", kind_of=("b",)), Concept("b", "b")], [Quantity("q", "q")]),
        conj([disj([neg(A), B]), disj([neg(BASE), Lit(Atom("base", "b"))])]),
    ),
    (
        vocabulary([Concept("a", "a"), Concept("b", "b")], [Quantity("q", "q", high="a", low="b")]),
        conj(
            [
                disj([neg(A), BASE, Q]),
                disj([neg(BASE), A, FALLS]),
                disj([neg(B), Lit(Atom("base", "b")), FALLS]),
                disj([Lit(Atom("base", "b"), False), B, Q]),
            ]
        ),
    ),
]
EXCLUSIVE = conj(
    [
        disj([neg(Q), neg(FALLS)]),
        disj([neg(STAYS), neg(Q)]),
        disj([neg(STAYS), neg(FALLS)]),
        disj([Q, FALLS, STAYS]),
    ]
)


def possible(meant: Formula) -> list[Case]:
    """Every case that the definitions leave."""
    cases = (dict(zip(ATOMS, row, strict=True)) for row in product((False, True), repeat=len(ATOMS)))
    return [case for case in cases if holds(conj([meant, EXCLUSIVE]), case)]


CASES = [possible(meant) for _, meant in MEANT]
FORMULAS = st.one_of(
    st.sampled_from(LITERALS),
    st.lists(st.sampled_from(LITERALS), min_size=2, max_size=3).map(conj),
    st.lists(st.sampled_from(LITERALS), min_size=2, max_size=2).map(disj),
    st.just(TRUE),
)
RANKED = (Strength.USUALLY, Strength.NOT_USUALLY)
FEW = st.sampled_from(
    [A, B, Q, *map(neg, (A, B, Q)), *map(conj, ((A, B), (A, Q), (A, neg(B)), (B, Q))), TRUE]
)
PROPOSITIONS = st.one_of(
    st.builds(Proposition, st.sampled_from(Strength), FORMULAS, FORMULAS),
    st.builds(Proposition, st.sampled_from((*Strength, *RANKED)), FEW, FEW),
    st.builds(Proposition, st.sampled_from((*RANKED, Strength.THIS)), FEW, FEW),
)
UNITS = st.lists(st.lists(PROPOSITIONS, min_size=1, max_size=2), max_size=4)


def conflicts(part: Slice, units: Sequence[str]) -> set[tuple[str, ...]]:
    """The minimal sets of units that the slice's claim cannot stand with."""
    bits = {unit: 1 << place for place, unit in enumerate(units)}
    problem = Problem(part, [bits[rule.unit] for rule in part.rules], Limits())
    found: list[int] = []
    for test in trials(problem):

        def core(mask: int) -> int | None:
            clash = test.core(mask)  # noqa: B023
            return None if clash is None else problem.mask_of(clash)

        found += minimal_sets((1 << len(units)) - 1, core, lambda _: True, 0).sets
    return {tuple(unit for unit in units if bits[unit] & mask) for mask in irreducible(found)}


def _usually(restrictor: Formula, scope: Formula) -> Proposition:
    return Proposition(Strength.USUALLY, restrictor, scope)


@settings(max_examples=400, deadline=None)
@example(0, [[_usually(disj([B, Q]), neg(A))], [_usually(Q, A)]], _usually(B, A), 0)  # by way of a rule
@given(st.sampled_from(range(len(MEANT))), UNITS, PROPOSITIONS, st.integers(0, 2))
def test_slicing_changes_nothing(
    meaning: int, units: list[list[Proposition]], claim: Proposition, way: int
) -> None:
    """Conflicts of a claim, and of each way of denying it."""
    definitions = Definitions(MEANT[meaning][0])
    said = {f"u{n}": propositions for n, propositions in enumerate(units)}
    branch: Branch = (asserted(claim), *denied(claim))[min(way, len(denied(claim)))]

    def together(names: Sequence[str], with_claim: bool = True) -> bool:
        constraints = [c for name in names for p in said[name] for c in asserted(p)]
        return stands(CASES[meaning], [*constraints, *(branch if with_claim else ())])

    soft = _soft(said, definitions)
    mine = rules(branch, definitions)
    sliced = Slicer((LocalView(soft),), definitions).sliced(mine)
    expected = {
        each for each in minimal(sorted(said), lambda names: not together(names)) if together(each, False)
    }
    for part in (sliced, unsliced(mine, soft, definitions)):
        found = conflicts(part, sorted(said))
        assert {each for each in found if together(each, False)} == expected
    if sliced.idle:
        assert not expected


def _soft(said: dict[str, list[Proposition]], definitions: Definitions) -> list[Rule]:
    pieces = (Piece(name, name, p, Confidence.STRONG) for name, ps in said.items() for p in ps)
    return [each for rule in rules_of(pieces, definitions) for each in rule.with_image(definitions.atoms)]


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(range(len(MEANT))), UNITS)
def test_what_can_clash_decides_consistency(meaning: int, units: list[list[Proposition]]) -> None:
    """Without a claim."""
    definitions = Definitions(MEANT[meaning][0])
    said = {f"u{n}": propositions for n, propositions in enumerate(units)}
    found = _consistent(clashing((), tuple(_soft(said, definitions)), definitions))
    assert found == _possible(meaning, units)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(st.sampled_from(range(len(MEANT))), UNITS, UNITS)
def test_what_can_clash_with_fixed_rules_decides_consistency(
    meaning: int, fixed: list[list[Proposition]], units: list[list[Proposition]]
) -> None:
    """Where neither these nor the others clash by themselves."""
    assume(_possible(meaning, fixed) and _possible(meaning, units))
    definitions = Definitions(MEANT[meaning][0])
    sides = [
        tuple(_soft({f"{side}{n}": propositions for n, propositions in enumerate(each)}, definitions))
        for side, each in enumerate((fixed, units))
    ]
    found = _consistent(clashing(sides[0], sides[1], definitions))
    assert found == _possible(meaning, [*fixed, *units])


def _consistent(part: Slice) -> bool:
    problem = Problem(part, [0] * len(part.rules), Limits())
    return all(test.core(0) is None for test in trials(problem, everything=True))


def _possible(meaning: int, units: list[list[Proposition]]) -> bool:
    return stands(CASES[meaning], [c for ps in units for p in ps for c in asserted(p)])


def test_what_shares_nothing_that_clashes_is_left_out() -> None:
    """A claim about SGD and minima does not touch evidence about probes, or about SGD and speed."""
    definitions = Definitions(Vocabulary())
    said = {
        "G": [Proposition(Strength.USUALLY, has("sgd"), neg(has("good")))],
        "P": [Proposition(Strength.USUALLY, has("probe"), has("accurate"))],
        "S": [Proposition(Strength.USUALLY, has("sgd"), has("fast"))],
    }
    claim = rules(asserted(Proposition(Strength.USUALLY, has("sgd"), has("good"))), definitions)
    part = Slicer((LocalView(_soft(said, definitions)),), definitions).sliced(claim)
    assert {rule.unit for rule in part.rules} == {"G"}
    other = rules(asserted(Proposition(Strength.USUALLY, has("sgd"), has("cheap"))), definitions)
    assert Slicer((LocalView(_soft(said, definitions)),), definitions).sliced(other).idle
