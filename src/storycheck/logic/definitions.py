"""Definitions: what the vocabulary makes true of every case.

Opposites, inverse quantities and "stays the same" are rewritten away, so that one property is one atom:
`Definitions.normal`. What remains are clauses, given on demand for the atoms at hand: kinds, meanings,
exclusions, families, the poles of quantities, and copies of all of these for what a case is compared with.

Clauses are handed out so that what is left out can be set false: a clause belongs to a set of atoms as
soon as the set has all atoms that the clause negates, and then brings its other atoms along
(`Definitions.closure`).
"""

from collections.abc import Iterable, Iterator
from functools import cached_property

from storycheck.logic.atoms import AtomTable, Clause, Literal
from storycheck.logic.clauses import clausal
from storycheck.meaning.formula import (
    TRUE,
    All,
    Atom,
    AtomKind,
    Formula,
    Lit,
    conj,
    disj,
    neg,
)
from storycheck.meaning.vocabulary import Concept, Vocabulary

Signed = tuple[str, bool]


class Classes:
    """Names that are one another's synonyms or opposites: a union-find with parity.

    The first named represents the others, so that a story's own words never change who does.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._parent: dict[str, Signed] = {}
        self._places = {name: place for place, name in enumerate(names)}

    def find(self, name: str) -> Signed:
        """The representative of a name, and whether the name means the same (or the opposite)."""
        same = True
        while name in self._parent:
            name, sign = self._parent[name]
            same = same == sign
        return name, same

    def join(self, name: str, other: str, same: bool) -> None:
        """Makes the names synonyms or opposites; what contradicts earlier words is left to the linter."""
        (first, first_sign), (second, second_sign) = self.find(name), self.find(other)
        if first != second:
            last = len(self._places)
            keep, drop = sorted((first, second), key=lambda each: (self._places.get(each, last), each))
            self._parent[drop] = (keep, (first_sign == second_sign) == same)


class Definitions:
    """The definitions of a vocabulary, over numbered atoms."""

    def __init__(self, vocabulary: Vocabulary, atoms: AtomTable | None = None) -> None:
        self.vocabulary = vocabulary
        self.atoms = atoms or AtomTable()
        self._concepts, self._quantities = Classes(vocabulary.concepts), Classes(vocabulary.quantities)
        self._normal: dict[Atom, Formula] = {}
        self._about: dict[Literal, tuple[Clause, ...]] = {}
        self._join_opposites()

    def _join_opposites(self) -> None:
        for concept in self.vocabulary.concepts.values():
            if concept.opposite:
                self._concepts.join(concept.id, concept.opposite, same=False)
            if len(concept.means) == 1:
                name, positive = _entry(concept.means[0])
                self._concepts.join(concept.id, name, same=positive)
        for family in self.vocabulary.families:
            if family.exhaustive and len(family.members) == 2:
                self._concepts.join(*family.members, same=False)
        for quantity in self.vocabulary.quantities.values():
            if quantity.inverse:
                self._quantities.join(quantity.id, quantity.inverse, same=False)

    # --- one property, one atom ---------------------------------------------------------------------

    def normal(self, formula: Formula) -> Formula:
        """The same formula over representatives: no opposites, inverse quantities, "stays", trivial words."""
        if isinstance(formula, Lit):
            found = self._normal.get(formula.atom)
            if found is None:
                found = self._normal[formula.atom] = self._normal_atom(formula.atom)
            return found if formula.positive else neg(found)
        join = conj if isinstance(formula, All) else disj
        return join(self.normal(part) for part in formula.parts)

    def _normal_atom(self, atom: Atom) -> Formula:
        if atom.kind in ("has", "base"):
            concept = self.vocabulary.concepts.get(atom.name)
            if concept is not None and concept.trivial:
                return TRUE
            name, same = self._concepts.find(atom.name)
            return Lit(Atom(atom.kind, name), same)
        if atom.kind == "due":
            return Lit(atom)
        name, same = self._quantities.find(atom.name)
        rises, falls = Atom("rises", name), Atom("falls", name)
        if atom.kind == "stays":
            return conj([Lit(rises, False), Lit(falls, False)])
        return Lit(rises if (atom.kind == "rises") == same else falls)

    def clauses(self, formula: Formula) -> tuple[Clause, ...]:
        """The clauses of the normal form of a formula."""
        return clausal(self.normal(formula), self.atoms)

    # --- clauses on demand --------------------------------------------------------------------------

    def containing(self, literal: Literal) -> tuple[Clause, ...]:
        """The definitions that contain the literal."""
        found = self._about.get(literal)
        if found is None:
            clauses = tuple(dict.fromkeys(self._of_atom(abs(literal))))
            for each in (literal, -literal):
                self._about[each] = tuple(clause for clause in clauses if each in clause)
            found = self._about[literal]
        return found

    def _of_atom(self, number: int) -> Iterator[Clause]:
        atom = self.atoms.atom(number)
        if atom is None:
            return
        if atom.kind in ("has", "base"):
            for clause in self._concept_clauses.get(atom.name, ()):
                yield self._clause((atom.kind, name, sign) for name, sign in clause)
        elif atom.kind == "due":
            yield from self._cause_clauses(atom)
        else:
            yield self._clause([("rises", atom.name, False), ("falls", atom.name, False)])
        for pole in self._poles.get((atom.kind in ("has", "base"), atom.name), ()):
            yield from (self._clause(pole), self._clause(_mirrored(pole)))

    def _clause(self, parts: "Iterable[tuple[AtomKind, str, bool]]") -> Clause:
        literals = {self.atoms.number(Atom(kind, name)) * (1 if sign else -1) for kind, name, sign in parts}
        return tuple(sorted(literals, key=lambda literal: (abs(literal), literal)))

    def _cause_clauses(self, atom: Atom) -> Iterator[Clause]:
        """What is due to a kind of something is due to that something."""
        for below, above in self._cause_pairs.get(atom.cause, ()):
            kind, general = (self.atoms.number(atom._replace(cause=cause)) for cause in (below, above))
            yield (-kind, general) if kind < general else (general, -kind)

    @cached_property
    def _cause_pairs(self) -> dict[str, list[tuple[str, str]]]:
        pairs: dict[str, list[tuple[str, str]]] = {}
        for concept in self.vocabulary.concepts.values():
            for above in concept.kind_of:
                for name in {concept.id, above}:
                    pairs.setdefault(name, []).append((concept.id, above))
        return pairs

    @cached_property
    def _concept_clauses(self) -> dict[str, list[tuple[Signed, ...]]]:
        """For every representative the clauses that mention it, as signed names."""
        found: dict[str, list[tuple[Signed, ...]]] = {}
        for clause in self._all_concept_clauses():
            signed = {name: sign == same for (name, same), sign in clause}
            if len(signed) == len({(name, sign == same) for (name, same), sign in clause}):
                for name in signed:
                    found.setdefault(name, []).append(tuple(signed.items()))
        return found

    def _all_concept_clauses(self) -> Iterator[list[tuple[Signed, bool]]]:
        """Clauses as (representative and sameness, sign); trivial concepts are true and left out."""
        for raw in self._raw_clauses():
            clause, satisfied = [], False
            for name, sign in raw:
                concept = self.vocabulary.concepts.get(name)
                if concept is not None and concept.trivial:
                    satisfied = satisfied or sign
                else:
                    clause.append((self._concepts.find(name), sign))
            if not satisfied:
                yield clause

    def _raw_clauses(self) -> Iterator[list[Signed]]:
        for concept in self.vocabulary.concepts.values():
            yield from _concept_definitions(concept)
        for family in self.vocabulary.families:
            for index, member in enumerate(family.members):
                yield from ([(member, False), (other, False)] for other in family.members[:index])
            if family.exhaustive and len(family.members) != 2:
                yield [(member, True) for member in family.members]

    @cached_property
    def _poles(self) -> "dict[tuple[bool, str], list[list[tuple[AtomKind, str, bool]]]]":
        """Pole clauses by what they mention: (is a concept, name). ``high`` beside not ``high`` rises."""
        found: dict[tuple[bool, str], list[list[tuple[AtomKind, str, bool]]]] = {}
        for quantity in self.vocabulary.quantities.values():
            name, same = self._quantities.find(quantity.id)
            for pole, rises in ((quantity.high, same), (quantity.low, not same)):
                if pole:
                    concept, positive = self._concepts.find(pole)
                    change: AtomKind = "rises" if rises else "falls"
                    clause: list[tuple[AtomKind, str, bool]] = [
                        ("has", concept, not positive),
                        ("base", concept, positive),
                        (change, name, True),
                    ]
                    found.setdefault((True, concept), []).append(clause)
                    found.setdefault((False, name), []).append(clause)
        return found

    @cached_property
    def unconditional(self) -> tuple[Clause, ...]:
        """Clauses without a negation: they hold of every case whatever it mentions."""
        plain = {c: None for group in self._concept_clauses.values() for c in group if all(s for _, s in c)}
        sides: tuple[AtomKind, ...] = ("has", "base")
        return tuple(self._clause((side, name, True) for name, _ in clause) for clause in plain for side in sides)

    def closure(self, atoms: Iterable[int]) -> tuple[Clause, ...]:
        """The definitions that bear on the atoms; all atoms that none of them mentions can be false."""
        found = dict.fromkeys(self.unconditional)
        seen = dict.fromkeys(atoms)
        seen.update(dict.fromkeys(abs(literal) for clause in found for literal in clause))
        queue = list(seen)
        while queue:
            for clause in self.containing(-queue.pop()):
                if clause not in found and all(-lit in seen for lit in clause if lit < 0):
                    found[clause] = None
                    new = [lit for lit in clause if lit > 0 and lit not in seen]
                    seen.update(dict.fromkeys(new))
                    queue.extend(new)
        return tuple(found)

    def quantity_class(self, name: str) -> str:
        """The name that stands for the quantity and its inverses."""
        return self._quantities.find(name)[0]

    def above(self, concepts: Iterable[str]) -> frozenset[str]:
        """The concepts and all that they are kinds of, or mean among other things."""
        found = set(concepts)
        queue = list(found)
        while queue:
            concept = self.vocabulary.concepts.get(queue.pop())
            if concept is not None:
                means = [name for name, positive in map(_entry, concept.means) if positive]
                new = [name for name in (*concept.kind_of, *means) if name not in found]
                found.update(new)
                queue.extend(new)
        return frozenset(found)


def _entry(text: str) -> Signed:
    """An entry of ``means``: an identifier, or "not " and one."""
    return (text[4:].strip(), False) if text.startswith("not ") else (text, True)


def _concept_definitions(concept: Concept) -> Iterator[list[Signed]]:
    for above in concept.kind_of:
        yield [(concept.id, False), (above, True)]
    for other in concept.excludes:
        yield [(concept.id, False), (other, False)]
    if len(concept.means) > 1:
        entries = [_entry(text) for text in concept.means]
        yield from ([(concept.id, False), entry] for entry in entries)
        yield [(concept.id, True), *((name, not positive) for name, positive in entries)]


def _mirrored(
    clause: "list[tuple[AtomKind, str, bool]]",
) -> "list[tuple[AtomKind, str, bool]]":
    return [(Atom(kind, name).mirrored().kind, name, sign) for kind, name, sign in clause]
