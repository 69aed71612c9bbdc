"""Formulas as clauses, in linear size.

A disjunction with one compound part is distributed; further compound parts get an auxiliary atom that
implies them (Plaisted and Greenbaum 1986). The clauses are therefore implied by no more than the formula:
whoever satisfies them satisfies the formula, and every case of the formula extends to them.
"""

from storycheck.logic.atoms import AtomTable, Clause
from storycheck.meaning.formula import All, Formula, Lit


def clausal(formula: Formula, table: AtomTable) -> tuple[Clause, ...]:
    """The clauses of a formula; none if it is true, an empty one if it is false."""
    found: dict[Clause, None] = {}
    _collect(formula, (), table, found)
    return tuple(found)


def _collect(formula: Formula, beside: Clause, table: AtomTable, found: dict[Clause, None]) -> None:
    """Adds the clauses of ``formula or beside``."""
    if isinstance(formula, Lit):
        _add((*beside, _number(formula, table)), found)
    elif isinstance(formula, All):
        for part in formula.parts:
            _collect(part, beside, table, found)
    else:
        simple = tuple(_number(part, table) for part in formula.parts if isinstance(part, Lit))
        compound = [part for part in formula.parts if not isinstance(part, Lit)]
        for part in compound[1:]:
            name = table.fresh()
            _collect(part, (-name,), table, found)
            simple = (*simple, name)
        if compound:
            _collect(compound[0], (*beside, *simple), table, found)
        else:
            _add((*beside, *simple), found)


def _number(lit: Lit, table: AtomTable) -> int:
    number = table.number(lit.atom)
    return number if lit.positive else -number


def _add(clause: Clause, found: dict[Clause, None]) -> None:
    literals = frozenset(clause)
    if not any(-literal in literals for literal in literals):
        found[tuple(sorted(literals, key=lambda literal: (abs(literal), literal)))] = None
