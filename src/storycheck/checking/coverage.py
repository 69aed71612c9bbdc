"""Coverage: which evidence some stories touch, and which of their terms no evidence speaks of."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from storycheck.evidence.items import EvidenceSet
from storycheck.logic.assertions import standing
from storycheck.logic.definitions import Definitions
from storycheck.meaning.formula import Term, terms
from storycheck.meaning.vocabulary import Vocabulary
from storycheck.records import NamedTuple
from storycheck.report import ClaimReport, Report, Verdict


class Touched(NamedTuple):
    """An item, how many claims it decides (takes part in a conflict or support), and is otherwise near to."""

    item: str
    decides: int
    near: int


class OpenTerm(NamedTuple):
    """A concept or quantity (``kind``) of which no asserted statement speaks, and the claims that use it."""

    kind: str
    id: str
    gloss: str
    claims: tuple[str, ...]


class Coverage(NamedTuple):
    """What evidence and stories have to do with each other. ``unknown`` are words that could not be read.

    What the ``undecided`` claims touch is not known.
    """

    claims: int
    unread: int
    undecided: int
    touched: tuple[Touched, ...]
    untouched: tuple[str, ...]
    open: tuple[OpenTerm, ...]
    unknown: tuple[str, ...]


def coverage(report: Report, evidence: EvidenceSet, vocabulary: Vocabulary) -> Coverage:
    """The coverage of the stories in a report; ``vocabulary`` has their own words too."""
    claims = [
        (f"{document.source.name}:{claim.id}", claim)
        for document in report.documents
        for claim in document.claims
    ]
    decides, near = _counted(claim for _, claim in claims)
    touched = [
        Touched(name, decides.get(name, 0), near.get(name, 0))
        for name in evidence.items
        if name in decides or name in near
    ]
    named = {one.item for one in touched}
    return Coverage(
        claims=len(claims),
        unread=sum(claim.verdict is Verdict.UNREAD for _, claim in claims),
        undecided=sum(claim.verdict is Verdict.UNKNOWN for _, claim in claims),
        touched=tuple(sorted(touched, key=lambda one: (-one.decides, -one.near, one.item))),
        untouched=tuple(name for name in evidence.items if name not in named),
        open=tuple(_open(claims, evidence, vocabulary)),
        unknown=tuple(sorted(set(_unknown(report)))),
    )


def _counted(claims: Iterable[ClaimReport]) -> tuple[dict[str, int], dict[str, int]]:
    """For each item the claims that it decides, and those that it is only near to."""
    decides: dict[str, int] = {}
    near: dict[str, int] = {}
    for claim in claims:
        for name in claim.cited:
            decides[name] = decides.get(name, 0) + 1
        if claim.verdict is Verdict.UNDETERMINED:  # what is named for an unaddressed claim is only a hint
            for name in set(claim.related) - claim.cited:
                near[name] = near.get(name, 0) + 1
    return decides, near


def _unknown(report: Report) -> Iterator[str]:
    for document in report.documents:
        for one in document.diagnostics:
            if one.code == "unknown-term" and one.path in ("", document.source.name):
                yield document.source.slice(one.span).lower()


def _open(
    claims: Iterable[tuple[str, ClaimReport]], evidence: EvidenceSet, vocabulary: Vocabulary
) -> Iterator[OpenTerm]:
    spoken = _Spoken(evidence, vocabulary)
    used: dict[Term, dict[str, None]] = {}
    for name, claim in claims:
        atoms = {a for reading in claim.understood for p in reading.propositions for a in p.atoms}
        for term in sorted({term for atom in atoms for term in terms(atom)}):
            used.setdefault(term, {})[name] = None
    for (kind, identifier), names in sorted(used.items()):
        if not spoken.of(kind, identifier):
            known = vocabulary.concepts if kind == "concept" else vocabulary.quantities
            entry = known.get(identifier)
            yield OpenTerm(kind, identifier, entry.gloss if entry else identifier, tuple(names))


class _Spoken:
    """The terms of asserted statements, and those that definitions tie to them.

    These are what they are kinds of, their kinds, what they exclude, their opposites and their poles.
    """

    def __init__(self, evidence: EvidenceSet, vocabulary: Vocabulary) -> None:
        self._vocabulary, self._definitions = vocabulary, Definitions(vocabulary)
        asserted = (
            one
            for item in evidence.items.values()
            for one in item.statements
            if standing(evidence, item, one) is not None
        )
        atoms = {atom for one in asserted for p in one.propositions for atom in p.atoms}
        spoken = {term for atom in atoms for term in terms(atom)}
        self._concepts = {name for kind, name in spoken if kind == "concept"}
        quantities = [name for kind, name in spoken if kind == "quantity"]
        self._quantities = {self._definitions.quantity_class(name) for name in quantities}
        self._above = self._definitions.above(self._concepts)

    def of(self, kind: str, name: str) -> bool:
        """Whether some statement speaks of the concept or quantity."""
        if kind == "quantity":
            return self._of_quantity(name)
        concept = self._vocabulary.concepts.get(name)
        if concept is not None and concept.trivial:
            return True
        names = self._partners.get(name, set()) | {name}
        poles = (q.id for q in self._vocabulary.quantities.values() if {q.high, q.low}.intersection(names))
        return self._of_concept(name) or any(self._in_classes(q) for q in poles)

    def _of_concept(self, name: str) -> bool:
        above = self._definitions.above([name])
        against = {other for each in above for other in self._partners.get(each, ())}
        own = self._partners.get(name, set()) | {name}
        return not (self._concepts.isdisjoint(above | against) and self._above.isdisjoint(own))

    @cached_property
    def _partners(self) -> dict[str, set[str]]:
        """For each concept those that it cannot occur with, by definition."""
        found: dict[str, set[str]] = {}
        for concept in self._vocabulary.concepts.values():
            denied = [name.removeprefix("not ") for name in concept.means if name.startswith("not ")]
            for other in (*concept.excludes, concept.opposite, *denied):
                found.setdefault(concept.id, set()).add(other)
                found.setdefault(other, set()).add(concept.id)
        for family in self._vocabulary.families:
            for member in family.members:
                found.setdefault(member, set()).update(set(family.members) - {member})
        found.pop("", None)
        return {name: others - {""} for name, others in found.items()}

    def _of_quantity(self, name: str) -> bool:
        quantity = self._vocabulary.quantities.get(name)
        poles = [pole for pole in (quantity.high, quantity.low) if pole] if quantity else []
        return self._in_classes(name) or any(map(self._of_concept, poles))

    def _in_classes(self, name: str) -> bool:
        return self._definitions.quantity_class(name) in self._quantities
