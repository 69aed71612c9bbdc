"""The index: which statements contain which literals, so that a claim only ever touches what it can meet.

It is made of plain numbers, strings and tuples, so that a cache can keep it with the pack it was built
from (`storycheck.logic.stored`). It leaves out nothing: what is asserted of it is decided when a claim comes.
"""

from collections.abc import Iterable, Iterator

from storycheck.evidence.items import EvidenceSet, Item, Statement
from storycheck.logic.assertions import Piece, Setting, extensible, fitted, pieces, reaches
from storycheck.logic.atoms import AtomTable, Clause, Literal
from storycheck.logic.constraints import Kind, asserted
from storycheck.logic.definitions import Axioms, Definitions
from storycheck.logic.rules import Rule, rule
from storycheck.logic.views import negated
from storycheck.meaning.formula import Atom, atoms, has
from storycheck.records import NamedTuple


class Entry(NamedTuple):
    """One constraint of one proposition of one statement, by their places in the item."""

    item: str
    statement: int
    proposition: int
    constraint: int


Postings = dict[Literal, list[int]]


class Index(NamedTuple):
    """Entries by the literals of what they limit and of what they show; and by one atom to watch.

    ``unconditional`` are those that limit cases whatever these have (see `storycheck.logic.slicing`).
    ``scopes`` and ``restrictors`` tell by atom the (first entries of) propositions that have it there;
    ``disputed`` are the scopes of disputes; ``items`` the range of an item's entries; ``extending`` those of
    items whose findings carry over along a dimension, or hold in setups of a concept; ``rules`` what the
    entries say where nothing narrows them: the kind, what is shown, what limits.
    """

    entries: list[Entry]
    unconditional: list[int]
    items: dict[str, tuple[int, int]]
    limiting: Postings
    watching: Postings
    showing: Postings
    extending: dict[str, list[int]]
    disputed: set[str]
    scopes: dict[Atom, list[int]]
    restrictors: dict[Atom, list[int]]
    rules: list[tuple[int, tuple[Clause, ...], tuple[Clause, ...]]]


class Built(NamedTuple):
    """An index with the numbers of its atoms, and the axioms of the vocabulary if they are worked out."""

    entries: Index
    atoms: AtomTable
    axioms: Axioms | None = None


def build(evidence: EvidenceSet, definitions: Definitions) -> Index:
    """The index of all statements, retracted ones too."""
    index = Index([], [], {}, {}, {}, {}, {}, set(), {}, {}, [])
    limits: list[list[list[int]]] = []
    for item in evidence.items.values():
        first = len(index.entries)
        for place, statement in enumerate(item.statements):
            limits += _enter(index, item, place, statement, definitions)
        index.disputed.update(dispute.scope for dispute in item.disputes if dispute.scope)
        index.items[item.id] = (first, len(index.entries))
        for along in sorted(extensible(item) | definitions.above(item.speaks_of)):
            index.extending.setdefault(along, []).extend(range(first, len(index.entries)))
    for entry, clauses in enumerate(limits):
        _watch(index, entry, clauses)
    return index


def _watch(index: Index, entry: int, clauses: list[list[int]]) -> None:
    """Lists the entry by one negated atom of each of its clauses, the one that is shown least."""
    for negations in clauses:
        if negations:
            rarest = min(negations, key=lambda atom: (len(index.showing.get(atom, ())), -atom))
            watched = index.watching.setdefault(rarest, [])
            if entry not in watched[-1:]:
                watched.append(entry)


def _enter(
    index: Index, item: Item, place: int, statement: Statement, definitions: Definitions
) -> Iterator[list[list[int]]]:
    """Enters a statement; for each entry the atoms of the language that its clauses negate."""
    for number, proposition in enumerate(statement.propositions):
        first = len(index.entries)
        for atom in sorted(atoms(proposition.scope)):
            index.scopes.setdefault(atom, []).append(first)
        for atom in sorted(atoms(proposition.restrictor)):
            index.restrictors.setdefault(atom, []).append(first)
        for part, constraint in enumerate(asserted(proposition)):
            entry = len(index.entries)
            index.entries.append(Entry(item.id, place, number, part))
            made = rule(constraint, definitions)
            index.rules.append((int(made.kind), made.shows, made.material))
            for postings, clauses in ((index.limiting, made.material), (index.showing, made.shows)):
                for literal in dict.fromkeys(lit for clause in clauses for lit in clause):
                    postings.setdefault(literal, []).append(entry)
            if any(not negated(clause) for clause in made.material):
                index.unconditional.append(entry)
            known = definitions.atoms.atom
            yield [[atom for atom in negated(clause) if known(atom)] for clause in made.material]


class Shelf:
    """Rules made from the index so far, shared by the claims that are judged against the same evidence."""

    def __init__(self, evidence: EvidenceSet, definitions: Definitions, index: Index | None = None) -> None:
        """With an index of the evidence if there is one, else it is built."""
        self.evidence, self.definitions = evidence, definitions
        self.index = index or build(evidence, definitions)
        self._pieces: dict[tuple[str, int], tuple[Piece, ...]] = {}
        self._rules: dict[tuple[int, bool], Rule] = {}

    def item(self, entry: Entry) -> Item:
        """The item that an entry is of."""
        return self.evidence.items[entry.item]

    def piece(self, entry: Entry) -> Piece | None:
        """What the entry's proposition asserts of claims in general; None if it is not asserted."""
        key = (entry.item, entry.statement)
        found = self._pieces.get(key)
        if found is None:
            item = self.item(entry)
            found = self._pieces[key] = pieces(self.evidence, item, item.statements[entry.statement])
        return found[entry.proposition] if found else None

    def plain(self, number: int, piece: Piece, mirror: bool) -> Rule:
        """The rule of an entry for claims that nothing about the item concerns."""
        found = self._rules.get((number, mirror))
        if found is None:
            if mirror:
                found = self.plain(number, piece, False).mirrored(self.definitions.atoms)
            else:
                kind, shows, material = self.index.rules[number]
                found = Rule(Kind(kind), shows, material, piece)
            self._rules[number, mirror] = found
        return found


class EvidenceView:
    """The rules that the evidence asserts against claims of one setting."""

    def __init__(self, shelf: Shelf, setting: Setting) -> None:
        """Rules are made when they are first asked for."""
        self._shelf, self._setting = shelf, setting
        self._rules: dict[tuple[int, bool], tuple[Rule, ...]] = {}
        self._limiting: dict[Literal, tuple[Rule, ...]] = {}
        self._watching: dict[int, tuple[Rule, ...]] = {}
        narrowing = (has(name) for names in setting.narrowed.values() for name in names)
        literals = (lit for f in narrowing for clause in shelf.definitions.clauses(f) for lit in clause)
        self._narrowing = frozenset(map(abs, literals))
        along = (each for dimension, names in setting.dimensions for each in (dimension, *names))
        extending = (shelf.index.extending.get(each, ()) for each in along)
        self._extending = sorted({entry for entries in extending for entry in entries})

    @property
    def narrowed(self) -> bool:
        """Whether claims of the setting may meet extensions."""
        return bool(self._narrowing)

    def limiting(self, literal: Literal) -> Iterable[Rule]:
        """See `storycheck.logic.views.View`."""
        found = self._limiting.get(literal)
        if found is None:
            found = self._limiting[literal] = tuple(self._found(self._shelf.index.limiting, literal))
        return found

    def showing(self, literal: Literal) -> Iterable[Rule]:
        """See `View`. What is carried over shows the concepts that narrow the setting."""
        yield from self._found(self._shelf.index.showing, literal)
        for entry in self._extending if literal in self._narrowing else ():
            yield from self._of(entry, False)

    def watching(self, atom: int) -> Iterable[Rule]:
        """See `View`."""
        found = self._watching.get(atom)
        if found is None:
            found = self._watching[atom] = tuple(self._found(self._shelf.index.watching, atom))
        return found

    def unconditional(self) -> Iterable[Rule]:
        """See `View`."""
        for entry in self._shelf.index.unconditional:
            yield from (*self._of(entry, False), *self._of(entry, True))

    def frequency(self, atom: int) -> int:
        """See `View`."""
        extending = len(self._extending) if atom in self._narrowing else 0
        return len(self._shelf.index.showing.get(atom, ())) + extending

    def of_items(self, items: Iterable[str]) -> tuple[Rule, ...]:
        """All rules of some items, mirror images included."""
        ranges = [range(*self._shelf.index.items[item]) for item in sorted(items)]
        return tuple(
            rule
            for entries in ranges
            for n in entries
            for mirror in (False, True)
            for rule in self._of(n, mirror)
        )

    def reaches(self, rule: Rule) -> bool:
        """Whether the rule says anything at the scale of the setting."""
        piece = rule.piece
        if piece is None or not self._setting.narrowed:
            return True
        return reaches(piece, self._shelf.evidence.items[piece.unit], self._setting, self._shelf.definitions)

    def _found(self, postings: Postings, literal: Literal) -> Iterable[Rule]:
        for entry in postings.get(literal, ()):
            yield from self._of(entry, False)
        for entry in postings.get(self._shelf.definitions.atoms.mirror(literal), ()):
            yield from self._of(entry, True)

    def _of(self, number: int, mirror: bool) -> tuple[Rule, ...]:
        found = self._rules.get((number, mirror))
        if found is None:
            found = self._rules[number, mirror] = self._made(number, mirror)
        return found

    def _made(self, number: int, mirror: bool) -> tuple[Rule, ...]:
        shelf, entry = self._shelf, self._shelf.index.entries[number]
        piece = shelf.piece(entry)
        if piece is None:
            return ()
        made = []
        for each in fitted(piece, shelf.item(entry), self._setting, shelf.evidence.accept, shelf.definitions):
            if each is piece:
                made.append(shelf.plain(number, piece, mirror))
            else:
                constraint = asserted(each.proposition)[entry.constraint]
                narrowed = rule(constraint, shelf.definitions, each)
                made.append(narrowed.mirrored(shelf.definitions.atoms) if mirror else narrowed)
        return tuple(each for each in made if not mirror or _says_more(each, shelf.definitions.atoms))


def _says_more(image: Rule, table: AtomTable) -> bool:
    return image.kind not in (Kind.SOME, Kind.OWN) and image.differs(table)
