"""Which items speak of what a claim says, in cases that can overlap with its own; and which are nearest.

A statement addresses a claim if its scope has the same concept or quantity as the claim's scope, the
opposite, an excluded one or a kind of it, and both restrictors can hold at once. Statements about change
must also have what changes, or what is compared, in common: "the same setup with more data" changes data
alone.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property

from storycheck.explaining.inquiry import Ground, Inquiry
from storycheck.logic.constraints import some
from storycheck.logic.definitions import Definitions
from storycheck.logic.index import Shelf
from storycheck.logic.rules import rules
from storycheck.meaning.formula import Atom, Formula, Lit, atoms, conj, literals
from storycheck.meaning.proposition import Proposition, Strength

CHANGES = ("rises", "falls", "stays")


class Relatives:
    """Finds, by the index, the statements that speak of the same."""

    def __init__(self, shelf: Shelf) -> None:
        """Nothing is looked up yet."""
        self._shelf, self._definitions = shelf, shelf.definitions
        self._near: dict[Atom, frozenset[Atom]] = {}

    def addressing(self, claim: Sequence[Proposition], ground: Ground) -> tuple[str, ...]:
        """The items that address some part of the claim, nearest first. May raise `Undecided`."""
        found = {name for proposition in claim for name in self._addressing(proposition, ground)}
        return self._by_nearness(found, claim)

    def nearest(self, claim: Sequence[Proposition], count: int = 3) -> tuple[str, ...]:
        """The items that share most atoms with the claim."""
        index = self._shelf.index
        named = {each for p in claim for atom in p.atoms for each in self._variants(atom)}
        entries = {
            e for atom in named for e in (*index.scopes.get(atom, ()), *index.restrictors.get(atom, ()))
        }
        found = {index.entries[e].item for e in sorted(entries) if self._shelf.piece(index.entries[e])}
        return self._by_nearness(found, claim)[:count]

    def _by_nearness(self, items: Iterable[str], claim: Sequence[Proposition]) -> tuple[str, ...]:
        narrow = {each for p in claim for a in atoms(p.restrictor) for each in self._variants(a)}
        wide = {each for p in claim for a in atoms(p.scope) for each in self._variants(a)}

        def distance(name: str) -> tuple[int, int, str]:
            stated = [p for s in self._shelf.evidence.items[name].statements for p in s.propositions]
            limited = {atom for p in stated for atom in atoms(p.restrictor)}
            said = {atom for p in stated for atom in p.atoms}
            return -len(limited & narrow), -len(said & (narrow | wide)), name

        return tuple(sorted(items, key=distance))

    def _addressing(self, claim: Proposition, ground: Ground) -> set[str]:
        index, found = self._shelf.index, set()
        said = sorted({each for atom in atoms(claim.scope) for each in self._variants(atom)})
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
        return found

    def _variants(self, atom: Atom) -> frozenset[Atom]:
        """The atoms in statements that speak of what the atom speaks of."""
        found = self._near.get(atom)
        if found is None:
            found = self._near[atom] = frozenset(self._variants_of(atom))
        return found

    def _variants_of(self, atom: Atom) -> Iterable[Atom]:
        if atom.kind in ("has", "base"):
            for name in self._kinds(atom.name):
                yield from (Atom("has", name), Atom("base", name))
        elif atom.kind in CHANGES:
            for name in self._same_quantity(atom.name):
                yield from (Atom("rises", name), Atom("falls", name), Atom("stays", name))
        else:
            yield from (
                each for each in self._shelf.index.scopes if each.kind == "due" and each.name == atom.name
            )

    def _same_quantity(self, name: str) -> Iterable[str]:
        kin = self._definitions.quantity_class(name)
        names = (
            q for q in self._definitions.vocabulary.quantities if self._definitions.quantity_class(q) == kin
        )
        return {name, *names}

    def _kinds(self, name: str) -> Iterable[str]:
        """The concept, its opposite, what excludes it, and all kinds of these."""
        definitions = self._definitions
        formula = definitions.normal(Lit(Atom("has", name)))
        if not isinstance(formula, Lit):
            return {name}
        number = definitions.atoms.number(formula.atom)
        reached = {number, -number}
        queue = [number, -number]
        while queue:
            literal = queue.pop()
            for clause in definitions.containing(literal):
                if len(clause) == 2:
                    implying = -(clause[0] if clause[1] == literal else clause[1])
                    if implying not in reached:
                        reached.add(implying)
                        queue.append(implying)
        return {name, *(each for literal in reached for each in self._denoting.get(literal, ()))}

    @cached_property
    def _denoting(self) -> dict[int, list[str]]:
        """The concepts by the literal that they are."""
        found: dict[int, list[str]] = {}
        for name in self._definitions.vocabulary.concepts:
            formula = self._definitions.normal(Lit(Atom("has", name)))
            if isinstance(formula, Lit):
                number = self._definitions.atoms.number(formula.atom)
                found.setdefault(number if formula.positive else -number, []).append(name)
        return found

    def _same_change(self, claim: Proposition, statement: Proposition) -> bool:
        """Whether a statement about change changes what the claim changes; true of other statements."""
        if not any(atom.kind in CHANGES for atom in atoms(statement.scope)):
            return True
        ours, theirs = (_drivers(p.restrictor, self._definitions) for p in (claim, statement))
        above = self._definitions.above
        return any(a == b or a[1] in above([b[1]]) or b[1] in above([a[1]]) for a in ours for b in theirs)

    def _overlap(self, claim: Proposition, statement: Proposition, ground: Ground) -> bool:
        both = conj([claim.restrictor, statement.restrictor])
        branch = rules((some(both),), ground.definitions)
        return not Inquiry([branch], ground).contradicted()


def _drivers(restrictor: Formula, definitions: Definitions) -> set[tuple[str, str]]:
    """What a restrictor varies: quantities that change, and concepts that case and base differ in."""
    changed = {
        ("quantity", definitions.quantity_class(atom.name))
        for atom in atoms(restrictor)
        if atom.kind in CHANGES
    }
    has = {lit.atom.name: lit.positive for lit in literals(restrictor) if lit.atom.kind == "has"}
    base = {lit.atom.name: lit.positive for lit in literals(restrictor) if lit.atom.kind == "base"}
    contrasted = {name for name in {*has, *base} if has.get(name) != base.get(name)} if base else set()
    return changed | {("concept", name) for name in contrasted}
