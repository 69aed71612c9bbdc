"""Candidates for what might be found: statements near a claim, in its own words and those of what is known.

They come in *chains* about the same cases and the same scope, strongest first: "always" implies "usually",
which implies "sometimes". Only what somebody might say and find out is one: "not usually" is left out, and
what takes many conditions.
"""

from collections.abc import Iterable, Iterator, Sequence

from storycheck.meaning.formula import FALSE, TRUE, All, Formula, atoms, literals, neg
from storycheck.meaning.proposition import Proposition, Strength
from storycheck.meaning.rises import compares

Claim = Sequence[Proposition]
Chain = tuple[Proposition, ...]

MOST_LITERALS = 4
"""What a candidate speaks of at most, its conditions included."""


def chains(claim: Claim, known: Iterable[Proposition], laws: bool, own: Formula = TRUE) -> list[Chain]:
    """The candidates for a claim, of notions that it and what is ``known`` nearby have.

    They are about the claim's own cases (or the story's ``own``), or say of others what the claim is to say.
    With ``laws`` there are universal ones. Nothing is called usual of the cases that the claim's scope picks,
    and nothing is said of what the claim's conditions have to do with each other.
    """
    mine = dict.fromkeys((*_notions(claim), *_parts(own)))
    told = dict.fromkeys(part for p in claim for part in _parts(p.scope))
    every = dict.fromkeys((*mine, *_notions(known)))
    conditions = {part for p in claim for part in _parts(p.restrictor)}
    unusual = {each for part in told for each in (part, neg(part))} - conditions
    found = dict.fromkeys(
        _chain(restrictor, scope, laws, usual=restrictor not in unusual)
        for restrictor in every
        for notion in (every if restrictor in mine else told)
        for scope in (notion, neg(notion))
        if _tells(restrictor, scope) and not {restrictor, scope} <= conditions
    )
    if any(p.strength is Strength.THIS for p in claim):
        said = (each for notion in every for each in (notion, neg(notion)) if not compares(notion))
        found.update(dict.fromkeys((Proposition(Strength.THIS, TRUE, scope),) for scope in said))
    return list(found)


def _notions(propositions: Iterable[Proposition]) -> Iterator[Formula]:
    for proposition in propositions:
        yield from _parts(proposition.restrictor)
        yield from _parts(proposition.scope)


def _parts(formula: Formula) -> Iterator[Formula]:
    """A formula and what it is a conjunction of; what a case is compared with is no notion by itself."""
    for part in (formula, *(formula.parts if isinstance(formula, All) else ())):
        if any(not atom.of_base for atom in atoms(part)):
            yield part


def _tells(restrictor: Formula, scope: Formula) -> bool:
    """Whether the scope says something new, in few words, and of changes only where they are compared."""
    few = len([*literals(restrictor), *literals(scope)]) <= MOST_LITERALS
    new = atoms(scope).isdisjoint(atoms(restrictor)) and restrictor != FALSE
    plain = all(not atom.of_base for atom in atoms(scope))
    return few and new and plain and compares(scope) <= compares(restrictor)


def _chain(restrictor: Formula, scope: Formula, laws: bool, usual: bool) -> Chain:
    """What can be said of the pair."""
    strengths = [Strength.ALWAYS] * laws + [Strength.USUALLY] * usual + [Strength.SOMETIMES]
    return tuple(Proposition(strength, restrictor, scope).canonical() for strength in strengths)
