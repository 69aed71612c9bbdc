"""Definitions: what the vocabulary makes true of every case.

Opposites, inverse quantities, "stays the same" and meanings ("a good minimum fits the training data and
generalizes well") are rewritten away, so that one property is one atom: `Definitions.normal`. What remains
are clauses, given on demand for the atoms at hand: kinds, exclusions, families, the poles of quantities,
and the same for what a case is compared with.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from storycheck.logic.atoms import AtomTable, Clause, Literal
from storycheck.logic.clauses import clausal
from storycheck.logic.sentences import Sentence, entry, sentences
from storycheck.logic.synonyms import Names
from storycheck.meaning.formula import (
    FALSE,
    TRUE,
    All,
    Atom,
    AtomKind,
    Formula,
    Lit,
    conj,
    disj,
    mirrored,
    neg,
    unwrapped,
)
from storycheck.meaning.vocabulary import Vocabulary
from storycheck.records import NamedTuple
from storycheck.syntax.canonical import CAN, adverb_and_verb

_CASE = ("has", "base")


class Axioms(NamedTuple):
    """What holds of every case, worked out once: the clauses of each sentence and of its mirror image.

    ``mentions`` and ``changes`` tell for every class of concepts and of quantities the places of the
    sentences that mention it; ``unconditional`` are the clauses without a negation.
    """

    clauses: list[tuple[Clause, ...]]
    mentions: dict[str, list[int]]
    changes: dict[str, list[int]]
    unconditional: tuple[Clause, ...]


class Definitions:
    """The definitions of a vocabulary, over numbered atoms."""

    def __init__(
        self, vocabulary: Vocabulary, atoms: AtomTable | None = None, axioms: Axioms | None = None
    ) -> None:
        """Learn what names stand for; everything else is looked up when needed, in ``axioms`` if given."""
        self.vocabulary = vocabulary
        self.atoms = atoms or AtomTable()
        self._names = Names(vocabulary)
        self._normal: dict[Atom, Formula] = {}
        self._containing: dict[Literal, tuple[Clause, ...]] = {}
        self._clauses: dict[int, tuple[Clause, ...]] = {}
        if axioms is not None:
            self.axioms = axioms
            self._clauses.update(enumerate(axioms.clauses))
            self._mentions, self._changes, self.unconditional = axioms[1:]

    # --- one property, one atom ---------------------------------------------------------------------

    def normal(self, formula: Formula) -> Formula:
        """The same formula without opposites, inverses, "stays", meanings and trivial words."""
        if isinstance(formula, Lit):
            found = self._normal.get(formula.atom)
            if found is None:
                found = self._normal[formula.atom] = self._normal_atom(formula.atom)
            return found if formula.positive else neg(found)
        join = conj if isinstance(formula, All) else disj
        return join(self.normal(part) for part in formula.parts)

    def _normal_atom(self, atom: Atom) -> Formula:
        if atom.kind == "has":
            return self._normal_concept(atom)
        if atom.kind == "base":
            return mirrored(self._normal_concept(atom.mirrored()))
        if atom.kind == "due":
            sides = (self._normal_concept(Atom("has", name)) for name in (atom.name, atom.cause))
            return conj([Lit(atom), *sides])
        if atom.kind in ("does", "did"):
            return self._normal_act(atom)
        name, same = self._names.quantities.find(atom.name)
        rises, falls = Atom("rises", name), Atom("falls", name)
        if atom.kind == "stays":
            return conj([Lit(rises, False), Lit(falls, False)])
        return Lit(rises if (atom.kind == "rises") == same else falls)

    def _normal_act(self, atom: Atom) -> Formula:
        """What does something, can do it."""
        adverb, verb = adverb_and_verb(atom.name)
        return disj([Lit(atom), self.normal(unwrapped(atom, verb))]) if adverb == CAN else Lit(atom)

    def _normal_concept(self, atom: Atom) -> Formula:
        name, same = self._names.concepts.find(atom.name)
        if name in self._names.trivial:
            return TRUE if self._names.trivial[name] == same else FALSE
        meaning = self._names.meanings.get(name)
        if meaning is None:
            return Lit(Atom("has", name), same)
        return self.normal(meaning if same else neg(meaning))

    def clauses(self, formula: Formula) -> tuple[Clause, ...]:
        """The clauses of the normal form of a formula."""
        return clausal(self.normal(formula), self.atoms)

    @property
    def renamed(self) -> list[str]:
        """The concepts whose normal form may not be their own atom."""
        return [*self._names.concepts.joined, *self._names.meanings]

    # --- clauses on demand --------------------------------------------------------------------------

    def containing(self, literal: Literal) -> tuple[Clause, ...]:
        """The definitions that contain the literal."""
        found = self._containing.get(literal)
        if found is None:
            clauses = tuple(dict.fromkeys(self._of_atom(abs(literal))))
            for each in (literal, -literal):
                self._containing[each] = tuple(clause for clause in clauses if each in clause)
            found = self._containing[literal]
        return found

    def _of_atom(self, number: int) -> Iterator[Clause]:
        atom = self.atoms.atom(number)
        if atom is None or atom.kind == "does":
            return
        if atom.kind == "due":
            yield from self._cause_clauses(atom)
            return
        if atom.kind in _CASE:
            numbers = self._mentions.get(atom.name, ())
        else:
            changes = (Lit(Atom("rises", atom.name), False), Lit(Atom("falls", atom.name), False))
            yield from clausal(disj(changes), self.atoms)
            numbers = self._changes.get(atom.name, ())
        for place in numbers:
            yield from self._made(place)

    def _made(self, place: int) -> tuple[Clause, ...]:
        """The clauses of a sentence, and of its mirror image."""
        found = self._clauses.get(place)
        if found is None:
            sentence = disj(
                Lit(Atom(kind, name), positive) for kind, name, positive in self._sentences[place]
            )
            both = (*self.clauses(sentence), *self.clauses(mirrored(sentence)))
            found = self._clauses[place] = tuple(dict.fromkeys(both))
        return found

    def _cause_clauses(self, atom: Atom) -> Iterator[Clause]:
        """What is due to a kind of something is due to that something."""
        for below, above in self._cause_pairs.get(atom.cause, ()):
            kind, general = (Lit(atom._replace(cause=cause)) for cause in (below, above))
            yield from clausal(disj([neg(kind), general]), self.atoms)

    @cached_property
    def _cause_pairs(self) -> dict[str, list[tuple[str, str]]]:
        pairs: dict[str, list[tuple[str, str]]] = {}
        for concept in self.vocabulary.related:
            for above in concept.kind_of:
                for name in {concept.id, above}:
                    pairs.setdefault(name, []).append((concept.id, above))
        return pairs

    @cached_property
    def _sentences(self) -> list[Sentence]:
        """What holds of every case, over the vocabulary's own names, but for meanings rewritten away."""
        return sentences(self.vocabulary, self._names.rewritten)

    @cached_property
    def axioms(self) -> Axioms:
        """All that holds of every case; to be kept."""
        clauses = [self._made(place) for place in range(len(self._sentences))]
        return Axioms(clauses, self._mentions, self._changes, self.unconditional)

    @cached_property
    def _mentions(self) -> dict[str, list[int]]:
        """For every class of concepts the places of the sentences that mention it once rewritten."""
        return self._places(_CASE, self._names.leaves)

    @cached_property
    def _changes(self) -> dict[str, list[int]]:
        """For every class of quantities the places of the sentences that mention it."""
        return self._places(("rises", "falls"), lambda name: [self._names.quantities.find(name)[0]])

    def _places(
        self, kinds: tuple[str, ...], classes: Callable[[str], Iterable[str]]
    ) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for place, sentence in enumerate(self._sentences):
            mentioned = {name for kind, name, _ in sentence if kind in kinds}
            for name in sorted({each for other in mentioned for each in classes(other)}):
                found.setdefault(name, []).append(place)
        return found

    @cached_property
    def unconditional(self) -> tuple[Clause, ...]:
        """Clauses without a negation: they hold of every case whatever it mentions."""
        return tuple(
            clause
            for place, sentence in enumerate(self._sentences)
            if not any(self._denies(*part) for part in sentence)
            for clause in self._made(place)
            if all(literal > 0 for literal in clause)
        )

    def _denies(self, kind: AtomKind, name: str, positive: bool) -> bool:
        """Whether a part of a sentence stays a negation: such a sentence has no clause without one."""
        if positive or kind != "has":
            return False
        names = self._names
        representative, same = names.concepts.find(name)
        return same and representative not in names.meanings and representative not in names.trivial

    def closure(self, atoms: Iterable[int]) -> tuple[Clause, ...]:
        """The definitions that bear on the atoms; all atoms that none of them mentions can be false.

        A clause bears on atoms that include all it negates, and then on its other atoms.
        """
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

    # --- names --------------------------------------------------------------------------------------

    def quantity_class(self, name: str) -> str:
        """The name that stands for the quantity and its inverses."""
        return self._names.quantities.find(name)[0]

    def above(self, concepts: Iterable[str]) -> frozenset[str]:
        """The concepts and all that they are kinds of, or mean among other things."""
        found = set(concepts)
        queue = list(found)
        while queue:
            concept = self.vocabulary.concepts.get(queue.pop())
            if concept is not None:
                means = [name for name, positive in map(entry, concept.means) if positive]
                new = [name for name in (*concept.kind_of, *means) if name not in found]
                found.update(new)
                queue.extend(new)
        return frozenset(found)
