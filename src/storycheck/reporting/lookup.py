"""What a renderer looks up: items, and the words for cases and papers, the same in every format."""

from collections.abc import Iterable, Mapping

from storycheck.evidence.items import Item, Paper, Statement
from storycheck.explaining.findings import Case
from storycheck.meaning.formula import Atom, counted
from storycheck.meaning.readback import act_words, quantity_words
from storycheck.meaning.vocabulary import Vocabulary
from storycheck.records import NamedTuple

_CHANGES = {"rises": "rises", "falls": "falls", "stays": "stays the same"}
_UNCHANGED = {"rises": "does not rise", "falls": "does not fall", "stays": "does not stay the same"}


class Lookup(NamedTuple):
    """What a renderer looks up: the evidence items by identifier and the vocabulary."""

    items: Mapping[str, Item] = {}
    vocabulary: Vocabulary = Vocabulary()

    def name(self, item_id: str) -> str:
        """An item's identifier with its compiled names beside it: "G2 (G-B)"."""
        item = self.items.get(item_id)
        return f"{item_id} ({', '.join(item.aliases)})" if item and item.aliases else item_id

    def title(self, item_id: str) -> str:
        """An item's title; empty if there is no such item."""
        item = self.items.get(item_id)
        return item.title if item else ""

    def papers(self, item_id: str) -> tuple[Paper, ...]:
        """The papers that an item cites."""
        item = self.items.get(item_id)
        return item.papers if item else ()

    def statements(self, item_id: str, used: Iterable[str]) -> tuple[Statement, ...]:
        """The statements of an item that are among those ``used``."""
        item = self.items.get(item_id)
        wanted = frozenset(used)
        return tuple(s for s in item.statements if s.id in wanted) if item else ()

    def concept(self, concept_id: str) -> str:
        """What readings call a concept; its identifier if the vocabulary does not have it."""
        concept = self.vocabulary.concepts.get(concept_id)
        return concept.gloss if concept else concept_id

    def quantity(self, quantity_id: str) -> str:
        """What readings call a quantity; its identifier if the vocabulary does not have it."""
        known = quantity_id in self.vocabulary.quantities or counted(quantity_id) is not None
        return quantity_words(quantity_id, self.vocabulary) if known else quantity_id

    def atom(self, atom: Atom) -> str:
        """One property of a case in words; different properties have different words."""
        if atom.kind == "has":
            return self.concept(atom.name)
        if atom.of_base:
            return f"compared with: {self.atom(atom.mirrored())}"
        if atom.kind == "due":
            return f"{self.concept(atom.name)}, due to: {self.concept(atom.cause)}"
        if atom.kind == "does":
            return act_words(atom, self.vocabulary)
        return f"{self.quantity(atom.name)} {_CHANGES[atom.kind]}"

    def case(self, case: Case) -> dict[str, bool]:
        """A case as words with their truth values, in a fixed order: what is true first."""
        worded = sorted((not value, self.atom(atom)) for atom, value in case.items())
        return {words: not absent for absent, words in worded}


def case_line(lookup: Lookup, case: Case, about: frozenset[Atom] = frozenset()) -> str:
    """A case as one line: what holds, what does not, and what it is compared with, a property each.

    Of what does not hold, only what a claim is ``about`` is told, if any of it is; and neither what goes
    without saying (what rises does not fall) nor what is so on both sides of a comparison.
    """
    moved = {atom.name for atom, value in case.items() if value and atom.changes}
    missing = {atom for atom, value in case.items() if not value and not atom.of_base}
    plain = {atom for atom in missing if atom.changes and atom.name in moved}
    yes = [_said(lookup, atom, True) for atom, value in case.items() if value and not atom.of_base]
    no = [_said(lookup, atom, False) for atom in (missing & about or missing) - plain]
    base = [
        f"compared with: {_said(lookup, atom.mirrored(), value)}"
        for atom, value in case.items()
        if atom.of_base and (value or atom in about) and case.get(atom.mirrored()) != value
    ]
    return "; ".join([*sorted(yes), *sorted(no), *sorted(base)])


def _said(lookup: Lookup, atom: Atom, value: bool) -> str:
    """That a case has a property, or that it has not, as one would say it."""
    if atom.kind == "due":
        denied = "" if value else "not "
        return f"{lookup.concept(atom.name)} {denied}because of: {lookup.concept(atom.cause)}"
    if atom.changes and not value:
        return f"{lookup.quantity(atom.name)} {_UNCHANGED[atom.kind]}"
    return lookup.atom(atom) if value else f"not {lookup.atom(atom)}"


def citation(paper: Paper) -> str:
    """A paper as reports cite it."""
    return f"{paper.title}, {paper.venue} {paper.year}"
