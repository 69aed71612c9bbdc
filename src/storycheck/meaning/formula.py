"""Boolean formulas over the yes/no properties of one case.

A formula speaks of a single case. It is kept in negation normal form: literals under ``All`` and
``Any``. How many cases it holds of is the business of a proposition (`storycheck.meaning.proposition`).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal as OneOf

from storycheck.records import NamedTuple

AtomKind = OneOf["has", "base", "rises", "falls", "stays", "due", "does", "did"]

_CHANGES: frozenset[AtomKind] = frozenset(("rises", "falls", "stays"))
_COMPARING: frozenset[AtomKind] = _CHANGES | {"base", "did"}
_ONE_SIDED: frozenset[AtomKind] = _COMPARING - {"stays"}
_MIRROR: dict[AtomKind, AtomKind] = {
    "has": "base",
    "base": "has",
    "rises": "falls",
    "falls": "rises",
    "stays": "stays",
    "due": "due",
    "does": "did",
    "did": "does",
}


class Atom(NamedTuple):
    """One yes/no property of a case.

    ``has``    the case has concept ``name``
    ``base``   what the case is compared with has concept ``name``
    ``rises``  quantity ``name`` is higher than in what the case is compared with; `often` gives the
               quantity that is how often something is so
    ``falls``  … is lower;  ``stays``  … is the same
    ``due``    concept ``name`` comes from concept ``cause``
    ``does``   verb ``name`` ("detect") is done to what ``cause`` tells, as `done_to` puts it
    ``did``    the same of what the case is compared with
    """

    kind: AtomKind
    name: str
    cause: str = ""

    @property
    def of_base(self) -> bool:
        """Whether it is told of what the case is compared with."""
        return self.kind in ("base", "did")

    @property
    def changes(self) -> bool:
        """Whether it tells how a quantity differs from that of what the case is compared with."""
        return self.kind in _CHANGES

    @property
    def compares(self) -> bool:
        """Whether it speaks of something that the case is compared with."""
        return self.kind in _COMPARING

    @property
    def one_sided(self) -> bool:
        """Whether it compares, and not in the same way from the other side, as "stays" does."""
        return self.kind in _ONE_SIDED

    def mirrored(self) -> "Atom":
        """The same comparison seen from the other side."""
        return Atom(_MIRROR[self.kind], self.name, self.cause)


class Lit(NamedTuple):
    """An atom or its negation."""

    atom: Atom
    positive: bool = True


class All(NamedTuple):
    """Every part holds; the empty one is true."""

    parts: "tuple[Formula, ...]"
    join: OneOf["all"] = "all"  # no `All` equals an `Any` of the same parts


class Any(NamedTuple):
    """Some part holds; the empty one is false."""

    parts: "tuple[Formula, ...]"
    join: OneOf["any"] = "any"


Formula = Lit | All | Any
TRUE = All(())
FALSE = Any(())


def has(concept: str) -> Lit:
    """That the case has the concept."""
    return Lit(Atom("has", concept))


_JOINT, _QUANTITY = "+", "#"


def done_to(verb: str, concepts: Iterable[str], quantity: str = "") -> Lit:
    """That the verb is done to what has all these concepts, or to a quantity, or to the model itself."""
    named = f"{_QUANTITY}{quantity}" if quantity else _JOINT.join(sorted(set(concepts)))
    return Lit(Atom("does", verb, named))


def object_of(atom: Atom) -> tuple[tuple[str, ...], str]:
    """The concepts of what a verb is done to, and the quantity; neither if it is the model itself."""
    if atom.cause.startswith(_QUANTITY):
        return (), atom.cause.removeprefix(_QUANTITY)
    return tuple(filter(None, atom.cause.split(_JOINT))), ""


def unwrapped(atom: Atom, verb: str) -> Formula:
    """What is said of the case by an act whose verb is no more than a way in which ``verb`` is done.

    Without a verb that is its object: "can (overfits)" is about overfitting.
    """
    if verb:
        return Lit(atom._replace(name=verb))
    concepts, _ = object_of(atom)
    kind: AtomKind = "base" if atom.of_base else "has"
    return conj(Lit(Atom(kind, name)) for name in concepts)


_OFTEN, _DONE = "%", "@"


def often(atom: Atom) -> str:
    """The quantity that "more often" raises: how often cases have a concept, or do what a verb says."""
    return _OFTEN + (f"{atom.name}{_DONE}{atom.cause}" if atom.kind == "does" else atom.name)


def counted(quantity: str) -> Atom | None:
    """What a quantity is the frequency of; None if it is a quantity of the vocabulary."""
    if not quantity.startswith(_OFTEN):
        return None
    name, done, objects = quantity.removeprefix(_OFTEN).partition(_DONE)
    return Atom("does", name, objects) if done else Atom("has", name)


Term = tuple[OneOf["concept", "quantity"], str]


def terms(atom: Atom) -> Iterator[Term]:
    """The concepts and quantities that an atom speaks of, by their identifiers."""
    concepts: tuple[str, ...] = (atom.name, atom.cause)
    quantity = ""
    often_said = counted(atom.name)
    if often_said is not None:
        yield from terms(often_said)
        return
    if atom.kind in ("does", "did"):
        concepts, quantity = object_of(atom)
    elif atom.changes:
        concepts, quantity = (), atom.name
    yield from (("concept", name) for name in concepts if name)
    if quantity:
        yield "quantity", quantity


def conj(parts: Iterable[Formula]) -> Formula:
    """The conjunction, flattened, without repetitions, in a fixed order."""
    found: list[Formula] = []  # nearly always one, or none
    for part in parts:
        if part is not TRUE:
            found.append(part)
    if len(found) < 2:
        return found[0] if found else TRUE
    return _joined(found, All, FALSE)


def disj(parts: Iterable[Formula]) -> Formula:
    """The disjunction, flattened, without repetitions, in a fixed order."""
    return _joined(parts, Any, TRUE)


def _joined(parts: Iterable[Formula], same: type[All | Any], decisive: All | Any) -> Formula:
    """The parts in one formula; it is ``decisive`` wherever one of them is."""
    flat = {each for part in parts for each in (part.parts if type(part) is same else (part,))}
    if decisive in flat:
        return decisive
    ordered = sorted(flat) if _LITERAL.issuperset(map(type, flat)) else sorted(flat, key=_order)
    return ordered[0] if len(ordered) == 1 else same(tuple(ordered))


_LITERAL = frozenset((Lit,))


def _order(formula: Formula) -> tuple[int, Lit | str]:
    """Literals first, then by how they are written."""
    return (0, formula) if isinstance(formula, Lit) else (1, repr(formula))


def neg(formula: Formula) -> Formula:
    """The negation, pushed down to the literals."""
    if isinstance(formula, Lit):
        return Lit(formula.atom, not formula.positive)
    join = disj if isinstance(formula, All) else conj
    return join(neg(part) for part in formula.parts)


def literals(formula: Formula) -> Sequence[Lit]:
    """Every literal, left to right."""
    if isinstance(formula, Lit):
        return (formula,)
    return [literal for part in formula.parts for literal in literals(part)]


def conjuncts(formula: Formula) -> tuple[Formula, ...]:
    """What a formula is a conjunction of: itself, if it is none."""
    return formula.parts if isinstance(formula, All) else (formula,)


def named(part: Formula) -> str:
    """The concept that a formula says and nothing else; "" if it says another thing."""
    return part.atom.name if isinstance(part, Lit) and part.atom.kind == "has" and part.positive else ""


def atoms(formula: Formula) -> frozenset[Atom]:
    """Every atom of the formula."""
    return frozenset(lit.atom for lit in literals(formula))


def mapped(formula: Formula, atom_map: Mapping[Atom, Atom]) -> Formula:
    """The formula with some atoms replaced."""
    if isinstance(formula, Lit):
        return Lit(atom_map.get(formula.atom, formula.atom), formula.positive)
    join = conj if isinstance(formula, All) else disj
    return join(mapped(part, atom_map) for part in formula.parts)


def mirrored(formula: Formula) -> Formula:
    """The formula about a comparison, seen from the other side."""
    return mapped(formula, {atom: atom.mirrored() for atom in atoms(formula)})


def holds(formula: Formula, case: Mapping[Atom, bool]) -> bool:
    """Whether the formula is true of the case; atoms that it does not mention are false."""
    if isinstance(formula, Lit):
        return case.get(formula.atom, False) == formula.positive
    quantifier = all if isinstance(formula, All) else any
    return quantifier(holds(part, case) for part in formula.parts)
