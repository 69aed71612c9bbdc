"""Which definitions a contradiction uses: some with which there is one, and without any of them none.

The claim and the pieces are taken in their own words, and every definition is a unit beside them.
"""

from collections.abc import Iterable, Sequence

from storycheck.logic.assertions import Piece
from storycheck.logic.constraints import Branch, Kind, asserted
from storycheck.logic.definitions import Definitions
from storycheck.logic.named import Definition, bearing
from storycheck.logic.rules import Rule, rules, rules_of
from storycheck.logic.slicing import unsliced
from storycheck.meaning.formula import Formula, Term, atoms, mirrored, terms
from storycheck.meaning.vocabulary import Vocabulary
from storycheck.solving.limits import Limits, Undecided
from storycheck.solving.masks import bits
from storycheck.solving.problem import Problem
from storycheck.solving.trials import common_core, trials


def definitions_used(
    branches: Sequence[Branch], pieces: Sequence[Piece], vocabulary: Vocabulary, limits: Limits
) -> tuple[Definition, ...] | None:
    """The definitions with which the pieces contradict all branches; None if that is not found out."""
    literal = Definitions(Vocabulary())
    candidates = bearing(vocabulary, _spoken_of(branches, pieces))
    said = [image for rule in rules_of(pieces, literal) for image in rule.with_image(literal.atoms)]
    defined = [_rule(each.formula, literal) for each in candidates]
    masks = [0] * len(said) + [1 << place for place in range(len(defined))]
    parts = (unsliced(rules(branch, literal), (*said, *defined), literal) for branch in branches)
    sides = [trials(Problem(part, masks, limits), everything=True) for part in parts]
    try:
        needed = common_core(sides, (1 << len(defined)) - 1)
        for bit in reversed([*bits(needed or 0)]):
            if needed is not None and needed & bit:
                rest = common_core(sides, needed & ~bit)
                needed = needed if rest is None else rest
    except Undecided:
        return None
    if needed is None:
        return None
    return tuple(each for place, each in enumerate(candidates) if needed >> place & 1)


def _rule(formula: Formula, definitions: Definitions) -> Rule:
    both = dict.fromkeys((*definitions.clauses(formula), *definitions.clauses(mirrored(formula))))
    return Rule(Kind.EVERY, (), tuple(both), None)


def _spoken_of(branches: Sequence[Branch], pieces: Sequence[Piece]) -> Iterable[Term]:
    """The concepts and quantities of the claim and the pieces, in a fixed order."""
    constraints = [*(c for branch in branches for c in branch)]
    constraints += (c for piece in pieces for c in asserted(piece.proposition))
    formulas = (formula for c in constraints for formula in (c.shows, c.breaks))
    return (term for formula in formulas for atom in sorted(atoms(formula)) for term in terms(atom))
