"""Clauses of formulas, in linear size."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from storycheck.logic.atoms import AtomTable
from storycheck.logic.clauses import clausal
from storycheck.meaning.formula import FALSE, TRUE, All, Any, Atom, Formula, Lit, has, holds, neg

ATOMS = [Atom("has", name) for name in "abc"]
FORMULAS = st.recursive(
    st.builds(Lit, st.sampled_from(ATOMS), st.booleans()),
    lambda inner: (
        st.builds(All, st.lists(inner, max_size=3).map(tuple))
        | st.builds(Any, st.lists(inner, max_size=3).map(tuple))
    ),
    max_leaves=8,
)


@settings(max_examples=200, deadline=None)
@given(FORMULAS)
def test_clauses_hold_iff_the_formula_does(formula: Formula) -> None:
    """For every case there are auxiliary values that satisfy the clauses iff the formula holds of it."""
    table = AtomTable()
    numbers = [table.number(atom) for atom in ATOMS]
    clauses = clausal(formula, table)
    extra = len(table) - len(numbers)
    for row in product((False, True), repeat=len(numbers)):
        case = dict(zip(ATOMS, row, strict=True))
        found = any(
            all(any((lit > 0) == (row + rest)[abs(lit) - 1] for lit in clause) for clause in clauses)
            for rest in product((False, True), repeat=extra)
        )
        assert found == holds(formula, case)


def test_constants() -> None:
    assert clausal(TRUE, AtomTable()) == ()
    assert clausal(FALSE, AtomTable()) == ((),)
    assert clausal(Any((has("a"), neg(has("a")))), AtomTable()) == ()


def test_many_alternatives_stay_small() -> None:
    """Thirty pairs under "or" would be a billion clauses if multiplied out."""
    pairs = tuple(All((has(f"a{n}"), has(f"b{n}"))) for n in range(30))
    assert len(clausal(Any(pairs), AtomTable())) == 60


def test_mirrored_numbers_come_back() -> None:
    table = AtomTable()
    rises, aux = table.number(Atom("rises", "q")), table.fresh()
    assert table.atom(table.mirror(rises)) == Atom("falls", "q")
    for literal in (rises, -rises, aux, -aux):
        assert table.mirror(table.mirror(literal)) == literal
