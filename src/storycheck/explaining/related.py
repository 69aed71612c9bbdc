"""Which items speak of what a claim says, in cases that can overlap with its own; and which are nearest.

A statement addresses a claim if its scope has the same concept or quantity as the claim's scope, the
opposite, an excluded one or a kind of it, and both restrictors can hold at once. Statements about change
must also have what changes, or what is compared, in common: "the same setup with more data" changes data
alone.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice

from storycheck.explaining.inquiry import Ground, Inquiry
from storycheck.logic.assertions import dimensions
from storycheck.logic.constraints import some
from storycheck.logic.definitions import Definitions
from storycheck.logic.index import Shelf
from storycheck.meaning.formula import (
    Any,
    Atom,
    Formula,
    Lit,
    atoms,
    conj,
    conjuncts,
    counted,
    has,
    literals,
    object_of,
)
from storycheck.meaning.proposition import Proposition, Strength

MODELS = frozenset(("network", "classifier"))


class Relatives:
    """Finds, by the index, the statements that speak of the same."""

    def __init__(self, shelf: Shelf) -> None:
        """Nothing is looked up yet."""
        self._shelf, self._definitions = shelf, shelf.definitions
        self._near: dict[Atom, frozenset[Atom]] = {}

    def addressing(
        self, claim: Sequence[Proposition], ground: Ground, most: int | None = None
    ) -> tuple[str, ...]:
        """The items, or ``most`` of them, that address some part of the claim, nearest first.

        May raise `Undecided`.
        """
        found = (name for proposition in claim for name in self._addressing(proposition, ground))
        return self._by_nearness({*islice(found, most)}, claim)

    def nearest(self, claim: Sequence[Proposition], count: int = 3) -> tuple[str, ...]:
        """The items that share most atoms with the claim."""
        index = self._shelf.index
        named = {each for p in claim for atom in p.atoms for each in self.variants(atom)}
        entries = {
            e for atom in named for e in (*index.scopes.get(atom, ()), *index.restrictors.get(atom, ()))
        }
        found = {index.entries[e].item for e in sorted(entries) if self._shelf.piece(index.entries[e])}
        return self._by_nearness(found, claim)[:count]

    def stating(self, scope: Formula) -> tuple[Proposition, ...]:
        """What is asserted, however surely, of what the scope speaks of."""
        return self._asserted(scope, self._shelf.index.scopes)

    def given(self, scope: Formula) -> tuple[Proposition, ...]:
        """What is asserted, however surely, of cases that have, or lack, what the scope speaks of."""
        return self._asserted(scope, self._shelf.index.restrictors)

    def _asserted(self, scope: Formula, postings: Mapping[Atom, list[int]]) -> tuple[Proposition, ...]:
        index = self._shelf.index
        said = sorted({each for atom in atoms(scope) for each in self.variants(atom)})
        entries = sorted({e for atom in said for e in postings.get(atom, ())})
        pieces = (self._shelf.piece(index.entries[e]) for e in entries)
        return tuple(dict.fromkeys(piece.proposition for piece in pieces if piece))

    def near(self, claim: Sequence[Proposition], most: int) -> tuple[Proposition, ...]:
        """What is accepted and mentions anything that the claim does: what shares most of its scope first."""
        index = self._shelf.index
        says, limits = (
            {each for formula in formulas for atom in atoms(formula) for each in self.variants(atom)}
            for formulas in ([p.scope for p in claim], [p.restrictor for p in claim])
        )
        postings = (index.scopes, index.restrictors)
        entries = {e for atom in says | limits for posting in postings for e in posting.get(atom, ())}
        pieces = (self._shelf.piece(index.entries[e]) for e in sorted(entries))
        found = dict.fromkeys(piece.proposition for piece in pieces if piece and not piece.low)

        def order(p: Proposition) -> tuple[int, int, int]:
            return -len(p.atoms & says), -len(p.atoms & limits), len(p.atoms)

        return tuple(sorted(found, key=order)[:most])

    def follows(self, formula: Formula, given: Formula) -> bool:
        """Whether the definitions say it of every case of ``given``, as far as they do it in pairs."""
        known = {self._number(lit) for lit in _conjuncts(self._definitions.normal(given))}
        return self._truth(self._definitions.normal(formula), self._closed(known, 1)) is True

    def narrows(self, concept: str) -> bool:
        """Whether it is a kind of setup, along a dimension (architecture, domain, scale), or of model."""
        return bool(MODELS & self._definitions.above([concept]) or dimensions(concept, self._definitions))

    def _by_nearness(self, items: Iterable[str], claim: Sequence[Proposition]) -> tuple[str, ...]:
        limits = {each for p in claim for a in atoms(p.restrictor) for each in self.variants(a)}
        says = {each for p in claim for a in atoms(p.scope) for each in self.variants(a)}

        def distance(name: str) -> tuple[tuple[int, int, int], int, str]:
            item = self._shelf.evidence.items[name]
            stated = (p for statement in item.statements for p in statement.propositions)
            nearest = min(_distance(p, limits, says) for p in stated)
            return nearest, -item.confidence, name

        return tuple(sorted(items, key=distance))

    def _addressing(self, claim: Proposition, ground: Ground) -> Iterator[str]:
        """The items that address it, each once."""
        index, found = self._shelf.index, set[str]()
        said = sorted({each for atom in atoms(claim.scope) for each in self.variants(atom)})
        postings = [index.scopes]
        if claim.strength is Strength.SOMETIMES:
            postings.append(index.restrictors)
        entries = {e for atom in said for posting in postings for e in posting.get(atom, ())}
        for number in sorted(entries):
            entry = index.entries[number]
            piece = self._shelf.piece(entry)
            if piece is None or entry.item in found:
                continue
            if self._same_change(claim, piece.proposition) and self._overlap(
                claim, piece.proposition, ground
            ):
                found.add(entry.item)
                yield entry.item

    def variants(self, atom: Atom) -> frozenset[Atom]:
        """The atoms in statements that speak of what the atom speaks of."""
        found = self._near.get(atom)
        if found is None:
            found = self._near[atom] = frozenset(self._variants_of(atom))
        return found

    def _variants_of(self, atom: Atom) -> Iterable[Atom]:
        if atom.kind in ("has", "base"):
            for name in self._kinds(atom.name):
                yield from (Atom("has", name), Atom("base", name))
        elif atom.changes:
            for name in self._same_quantity(atom.name):
                yield from (Atom("rises", name), Atom("falls", name), Atom("stays", name))
            said = counted(atom.name)
            yield from self._variants_of(said) if said else ()
        else:
            alike = (a for a in self._shelf.index.scopes if (a.kind, a.name) == (atom.kind, atom.name))
            yield from (each for each in alike if atom.kind == "due" or self._same_object(atom, each))

    def _same_object(self, one: Atom, other: Atom) -> bool:
        """Whether what is done is done to the same, to kinds of it, or to what it excludes."""
        (ours, our_quantity), (theirs, their_quantity) = object_of(one), object_of(other)
        if our_quantity or their_quantity or not (ours and theirs):
            return one.cause == other.cause
        return any(a in self._kinds(b) or b in self._kinds(a) for a in ours for b in theirs)

    def _same_quantity(self, name: str) -> Iterable[str]:
        kin = self._definitions.quantity_class(name)
        names = (
            q for q in self._definitions.vocabulary.quantities if self._definitions.quantity_class(q) == kin
        )
        return {name, *names}

    def _kinds(self, name: str) -> Iterable[str]:
        """The concept, its kinds, its opposite, what it excludes: their cases all have it, or all lack it."""
        formula = self._definitions.normal(has(name))
        number = self._definitions.atoms.number
        mentioned = {sign * number(atom) for atom in atoms(formula) for sign in (1, -1)}
        related = {each for literal in self._closed(mentioned, -1) for each in self._denoting(literal)}
        return {name, *(each for each in related if self._settles(each, formula))}

    def _settles(self, name: str, formula: Formula) -> bool:
        """Whether a case that has the concept has the property for sure, or lacks it for sure."""
        given = {self._number(lit) for lit in _conjuncts(self._definitions.normal(has(name)))}
        return self._truth(formula, self._closed(given, 1)) is not None

    def _truth(self, formula: Formula, known: set[int]) -> bool | None:
        if isinstance(formula, Lit):
            literal = self._number(formula)
            return True if literal in known else False if -literal in known else None
        values = [self._truth(part, known) for part in formula.parts]
        decisive = isinstance(formula, Any)
        if decisive in values:
            return decisive
        return None if None in values else not decisive

    def _number(self, lit: Lit) -> int:
        number = self._definitions.atoms.number(lit.atom)
        return number if lit.positive else -number

    def _closed(self, literals: set[int], direction: int) -> set[int]:
        """What the literals imply by pairs, one way (1), or what implies them (-1)."""
        found, queue = set(literals), sorted(literals)
        while queue:
            literal = queue.pop()
            for clause in self._definitions.containing(-direction * literal):
                if len(clause) == 2:
                    other = clause[0] if clause[1] == -direction * literal else clause[1]
                    if direction * other not in found:
                        found.add(direction * other)
                        queue.append(direction * other)
        return found

    def _denoting(self, literal: int) -> list[str]:
        """The concepts whose cases all have the literal by meaning."""
        atom = self._definitions.atoms.atom(abs(literal))
        itself = [atom.name] if atom is not None and atom.kind == "has" and literal > 0 else []
        return itself + self._renamed.get(literal, [])

    @cached_property
    def _renamed(self) -> dict[int, list[str]]:
        """The concepts that go by another name, or by a meaning, by the literals that these have."""
        found: dict[int, list[str]] = {}
        for name in self._definitions.renamed:
            for lit in _conjuncts(self._definitions.normal(has(name))):
                found.setdefault(self._number(lit), []).append(name)
        return found

    def _same_change(self, claim: Proposition, statement: Proposition) -> bool:
        """Whether a statement about change changes what the claim changes; true of other statements."""
        if not any(atom.changes for atom in atoms(statement.scope)):
            return True
        ours, theirs = (_drivers(_varied(p), self._definitions) for p in (claim, statement))
        above = self._definitions.above
        return any(a == b or a[1] in above([b[1]]) or b[1] in above([a[1]]) for a in ours for b in theirs)

    def _overlap(self, claim: Proposition, statement: Proposition, ground: Ground) -> bool:
        both = conj([claim.restrictor, statement.restrictor])
        return not Inquiry([ground.rules((some(both),))], ground).contradicted()


def _varied(proposition: Proposition) -> Formula:
    """Where it says what varies: of "some case is both" either side may."""
    both = proposition.strength is Strength.SOMETIMES
    return conj((proposition.restrictor, proposition.scope)) if both else proposition.restrictor


def _conjuncts(formula: Formula) -> list[Lit]:
    return [part for part in conjuncts(formula) if isinstance(part, Lit)]


def _distance(statement: Proposition, limits: set[Atom], says: set[Atom]) -> tuple[int, int, int]:
    """Orders statements by what their conditions share with the claim's, what they say, what they add."""
    conditions = atoms(statement.restrictor)
    shared = len(conditions & limits)
    return -shared, -len(statement.atoms & (limits | says)), len(conditions) - shared


def _drivers(restrictor: Formula, definitions: Definitions) -> set[tuple[str, str]]:
    """What a restrictor varies: quantities that change, and concepts that case and base differ in."""
    changed = {
        ("quantity", definitions.quantity_class(atom.name)) for atom in atoms(restrictor) if atom.changes
    }
    has = {lit.atom.name: lit.positive for lit in literals(restrictor) if lit.atom.kind == "has"}
    base = {lit.atom.name: lit.positive for lit in literals(restrictor) if lit.atom.kind == "base"}
    contrasted = {name for name in {*has, *base} if has.get(name) != base.get(name)} if base else set()
    return changed | {("concept", name) for name in contrasted}
