"""Candidates for what might be found: statements near a claim, in its own words and those of what is known.

They come in *chains* about the same cases and the same scope, strongest first: "always" implies "usually",
which implies "not usually not", which implies "sometimes".
"""

from collections.abc import Iterable, Iterator, Sequence

from storycheck.meaning.formula import FALSE, TRUE, All, Formula, atoms, conj, literals, neg
from storycheck.meaning.proposition import Proposition, Strength

Claim = Sequence[Proposition]
Chain = tuple[Proposition, ...]
Pair = tuple[Formula, Formula]

_COMPARING = frozenset(("base", "did", "rises", "falls", "stays"))


def chains(claim: Claim, known: Iterable[Proposition], laws: bool, own: Formula = TRUE) -> list[Chain]:
    """The candidates for a claim, of notions that it and what is ``known`` nearby have.

    Restrictor or scope is a notion of the claim itself (or of the story's ``own`` case). With ``laws`` there
    are universal ones; without, ones of the claim's cases narrowed by what is known (of a universal claim
    these could only be the claim again, where the narrowing is nothing new).
    """
    mine = list(dict.fromkeys((*_notions(claim), *_parts(own))))
    every = list(dict.fromkeys((*mine, *_notions(known))))
    pairs = (*_paired(mine, every), *(() if laws else _narrowed(claim, every)))
    found = dict.fromkeys(
        _chain(restrictor, scope, laws) for restrictor, scope in pairs if _tells(restrictor, scope)
    )
    if any(p.strength is Strength.THIS for p in claim):
        said = (each for notion in every for each in (notion, neg(notion)) if not _compares(notion))
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


def _paired(mine: Sequence[Formula], every: Sequence[Formula]) -> Iterator[Pair]:
    for restrictor in every:
        for scope in every if restrictor in mine else mine:
            yield from ((restrictor, scope), (restrictor, neg(scope)))


def _narrowed(claim: Claim, every: Sequence[Formula]) -> Iterator[Pair]:
    for proposition in claim:
        for notion in every:
            restrictor = conj([proposition.restrictor, notion])
            yield from ((restrictor, proposition.scope), (restrictor, neg(proposition.scope)))


def _tells(restrictor: Formula, scope: Formula) -> bool:
    """Whether the scope says something new, and of changes if and only if the restrictor compares."""
    new = atoms(scope) - atoms(restrictor)
    plain = new and restrictor != FALSE and all(not atom.of_base for atom in atoms(scope))
    return bool(plain) and _compares(restrictor) == _compares(scope)


def _compares(formula: Formula) -> bool:
    return any(atom.kind in _COMPARING for atom in atoms(formula))


def _chain(restrictor: Formula, scope: Formula, laws: bool) -> Chain:
    """What can be said of the pair. "Not usually not" is left out: nobody would say it."""
    said = [Proposition(strength, restrictor, scope) for strength in (Strength.ALWAYS, Strength.USUALLY)]
    if not any(lit.positive for lit in literals(scope)):
        said.append(Proposition(Strength.NOT_USUALLY, restrictor, neg(scope)))
    said.append(Proposition(Strength.SOMETIMES, restrictor, scope))
    return tuple(each.canonical() for each in said[0 if laws else 1 :])
