"""Witnesses: the case that breaks a claim, concrete, and evaluated without the solver."""

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import product

from storycheck.explaining.findings import Case
from storycheck.logic.assertions import Piece
from storycheck.logic.atoms import AtomTable, Clause
from storycheck.logic.constraints import Constraint, Kind, asserted
from storycheck.logic.definitions import Definitions
from storycheck.logic.evaluate import case_of, obeys
from storycheck.logic.rules import Rule, rule
from storycheck.meaning.formula import TRUE, Atom, Formula, Lit, atoms, conj, holds, neg
from storycheck.meaning.proposition import Proposition, Strength
from storycheck.solving.limits import Limits, Undecided
from storycheck.solving.session import Session


def witness(
    claim: Sequence[Proposition],
    pieces: Sequence[Piece],
    definitions: Definitions,
    limits: Limits,
    setup: Formula = TRUE,
) -> Case | None:
    """A case that the pieces allow or show, and that breaks the claim; None if there is none.

    It obeys the definitions and every universal piece; where it can, it is one that the pieces say there
    is, and breaks none of them. For a claim about the story's own case it has the ``setup``. Its atoms
    are those that the claim, the pieces and the setup mention.
    """
    rules = [
        r for piece in pieces for c in asserted(piece.proposition) for r in _images(c, piece, definitions)
    ]
    mentioned = {atom for p in claim for atom in p.atoms}
    mentioned.update(atom for piece in pieces for atom in piece.proposition.atoms)
    found = None
    for proposition in claim:
        if proposition.strength is Strength.SOMETIMES:
            continue  # no single case breaks it
        broken = conj([proposition.restrictor, neg(proposition.scope)])
        own = proposition.strength is Strength.THIS
        if own:
            broken = conj([broken, setup])
            mentioned |= atoms(setup)
        telling = [r for r in rules if r.shows and not r.image and (r.kind is Kind.OWN) == own]
        for shown, limits_too in product(_preferences(telling), (True, False)):
            limiting = [r for r in rules if r.kind is Kind.EVERY or (limits_too and r.kind.ranks)]
            found = _case(broken, limiting, shown, mentioned, definitions, limits)
            if found is not None:
                return found
    return found


def seen_from(case: Case | None, told: Sequence[Proposition]) -> Case | None:
    """The case, if any, as one on the author's side: what breaks "smaller networks …" is a smaller network.

    What the case is compared with comes first then, and it second. A background that a claim leaves to both
    sides stays where it is; where it is not on both of them, and where a claim of several parts tells some
    from one side and some from the other, so does the case.
    """
    if case is None or not told or any(each == each.canonical() for each in told):
        return case
    said = {atom for each in told for atom in each.atoms}
    compared = any(atom.of_base for atom in said)
    turned = {
        atom if atom.kind in ("has", "does") and atom in said and not compared else atom.mirrored(): value
        for atom, value in case.items()
    }
    return turned if len(turned) == len(case) else case


def _images(constraint: Constraint, piece: Piece, definitions: Definitions) -> tuple[Rule, ...]:
    return rule(constraint, definitions, piece).with_image(definitions.atoms)


def _preferences(shown: list[Rule]) -> Iterable[list[Rule]]:
    """What the case should show, the most telling first."""
    if len(shown) > 1:
        yield shown
    yield from ([each] for each in shown)
    yield []


def _case(
    broken: Formula,
    limiting: Sequence[Rule],
    shown: Sequence[Rule],
    mentioned: Iterable[Atom],
    definitions: Definitions,
    limits: Limits,
) -> Case | None:
    breaking = definitions.clauses(broken)
    clauses: list[Clause] = [*breaking]
    for each in limiting:
        clauses += each.material
    for each in shown:
        clauses += each.shows
    normal = {atom: definitions.normal(Lit(atom)) for atom in sorted(mentioned)}
    numbers = {abs(lit) for clause in clauses for lit in clause}
    for formula in normal.values():
        numbers.update(abs(lit) for clause in definitions.clauses(formula) for lit in clause)
    closure = definitions.closure(sorted(numbers))
    numbers.update(abs(lit) for clause in (*clauses, *closure) for lit in clause)
    order = partial(_by_atom, table=definitions.atoms)
    clauses = [tuple(sorted(clause, key=order)) for clause in clauses]
    clauses += sorted(
        (tuple(sorted(clause, key=order)) for clause in closure), key=lambda c: [*map(order, c)]
    )
    session = Session(limits)
    session.add(clauses)
    try:
        true = session.case(sorted(numbers))
    except Undecided:
        true = None
    if true is None:
        return None
    case = case_of(true, numbers, definitions.atoms)
    if not obeys(true, clauses) or not holds(definitions.normal(broken), case):
        return None
    return {atom: holds(formula, case) for atom, formula in normal.items()}


def _by_atom(literal: int, table: AtomTable) -> tuple[bool, Atom | tuple[()], int]:
    """A key: numbers tell which atom was met first, and the case found must not depend on that."""
    atom = table.atom(abs(literal))
    return atom is None, atom or (), literal
