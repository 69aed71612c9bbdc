"""What rises and falls; and states put as changes: "robust models" against others are more robust.

A state that is an end of a quantity ("robust", "large") is, where cases are compared that differ in it, that
quantity rising or falling.
"""

from storycheck.meaning.formula import (
    TRUE,
    All,
    Atom,
    Formula,
    Lit,
    conj,
    conjuncts,
    literals,
    mapped,
    mirrored,
    named,
)
from storycheck.meaning.senses import Senses


def changes(formula: Formula) -> bool:
    """Whether anything in the formula rises, falls or stays."""
    if isinstance(formula, Lit):
        return formula.atom.changes
    return any(map(changes, formula.parts))


def compares(formula: Formula) -> bool:
    """Whether the formula speaks of something that the case is compared with."""
    if isinstance(formula, Lit):
        return formula.atom.compares
    return any(map(compares, formula.parts))


def raised(formula: Formula, senses: Senses) -> Formula:
    """Concepts that are the ends of quantities as changes of these quantities."""
    found = {
        lit.atom: change.atom
        for lit in literals(formula)
        if lit.atom.kind == "has" and (change := change_of(Lit(lit.atom), senses))
    }
    return mapped(formula, found)


def as_rise(formula: Formula, senses: Senses) -> Formula:
    """ "has the high concept, and the base has not" put as the quantity rising."""
    if not isinstance(formula, All):
        return formula
    parts: list[Formula] = list(formula.parts)
    for literal in list(parts):
        if not isinstance(literal, Lit) or literal.atom.kind != "has":
            continue
        against = [part for part in parts if isinstance(part, Lit) and _opposes(literal, part, senses)]
        apart = any(part.atom.name != literal.atom.name for part in against)
        change = change_of(literal, senses) or (_by_kind(literal, senses) if apart else None)
        if change is not None and against:
            parts = [part for part in parts if part != literal and part not in against]
            parts.append(change)
    return conj(parts)


def beside_end(topic: Formula, base: Formula, senses: Senses) -> Formula:
    """What is compared with what; "robust models … than small robust models" are robust and not small."""
    here, there = conjuncts(topic), conjuncts(mirrored(base))
    alike = [part for part in here if part in there]
    ours, theirs = ([part for part in side if part not in alike] for side in (here, there))
    if not alike or compares(topic) or len(ours) > 1 or len(theirs) > 1:
        return conj((topic, base))
    found = [_by_kind(part, senses) for part in ours] + [mirrored(_by_kind(part, senses)) for part in theirs]
    told = found and all(change == found[0] != TRUE for change in found)
    return conj((*alike, found[0])) if told else conj((topic, base))


def _opposes(here: Lit, there: Lit, senses: Senses) -> bool:
    """Whether the base lacks just what the case has, or has the other end of the same quantity."""
    if there.atom.kind != "base":
        return False
    if there.atom.name == here.atom.name:
        return there.positive != here.positive
    ours, theirs = senses.ends.get(here.atom.name), senses.ends.get(there.atom.name)
    return bool(ours and theirs and ours[0] == theirs[0] and here.positive and there.positive)


def change_of(literal: Lit, senses: Senses) -> Lit | None:
    """ "robust" as what is new is more robustness, "not robust" less."""
    quantity, pole = senses.poles.get(literal.atom.name, ("", ""))
    if not quantity or literal.atom.kind != "has":
        return None
    rises = (pole == "high") == literal.positive
    return Lit(Atom("rises" if rises else "falls", quantity))


def _by_kind(part: Formula, senses: Senses) -> Formula:
    """The same of what is a kind of such an end: "large models … than small ones"; true if it is none."""
    quantity, end = senses.ends.get(named(part), ("", ""))
    return Lit(Atom("rises" if end == "high" else "falls", quantity)) if quantity else TRUE
