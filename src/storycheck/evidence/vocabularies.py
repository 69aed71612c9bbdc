"""The vocabulary files of all packs put together, linted as one, and turned into a language."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from storycheck.evidence.desk import Desk, Opened, line_of
from storycheck.evidence.schema import ConceptEntry, QuantityEntry, VocabularyFile
from storycheck.meaning.language import Language
from storycheck.meaning.lint import Key, lint
from storycheck.meaning.vocabulary import Concept, Family, Quantity, Vocabulary
from storycheck.meaning.wording import Wording, flaw_of, phrases
from storycheck.syntax.lexicon import Lexicon

_CONCEPT_PARTS = ("gloss", "noun", "adjective", "verb", "modifier")
_QUANTITY_PARTS = ("gloss", "noun", "adjective", "verb", "more", "less")

VocabularyFiles = Iterable[Opened[VocabularyFile]]


@dataclass
class _Merged:
    """Entries of all files; ``origins`` tells the file of an entry, and its key there."""

    concepts: dict[str, Concept] = field(default_factory=dict)
    quantities: dict[str, Quantity] = field(default_factory=dict)
    families: list[Family] = field(default_factory=list)
    wordings: dict[Key, Wording] = field(default_factory=dict)
    origins: dict[Key, tuple[Opened[VocabularyFile], Key]] = field(default_factory=dict)


def language_of(desk: Desk, files: VocabularyFiles) -> Language:
    """The language of all vocabulary files; what is at fault is reported and left out."""
    merged = _Merged()
    for opened in files:
        if opened.file is not None:
            _merge(desk, merged, opened, opened.file)
    vocabulary = Vocabulary(merged.concepts, merged.quantities, tuple(merged.families))
    for flaw in lint(vocabulary, merged.wordings):
        opened, key = merged.origins[flaw.key[:2]]
        desk.error(opened, (*key, *flaw.key[2:]), flaw.code, flaw.message, flaw.help)
    usable = [wording for wording in merged.wordings.values() if not flaw_of(wording.text)]
    return Language(Lexicon.of(phrases(usable)), _without_dangling(vocabulary))


def _merge(desk: Desk, merged: _Merged, opened: Opened[VocabularyFile], file: VocabularyFile) -> None:
    for name, concept in file.concepts.items():
        if _is_new(desk, merged, opened, ("concepts", name)):
            merged.concepts[name] = _concept(name, concept)
            merged.wordings |= _wordings("concept", name, concept, _CONCEPT_PARTS)
    for name, quantity in file.quantities.items():
        if _is_new(desk, merged, opened, ("quantities", name)):
            merged.quantities[name] = _quantity(name, quantity)
            merged.wordings |= _wordings("quantity", name, quantity, _QUANTITY_PARTS)
    for number, family in enumerate(file.families):
        merged.origins["families", len(merged.families)] = opened, ("families", number)
        merged.families.append(Family(tuple(family.members), family.exhaustive))


def _is_new(desk: Desk, merged: _Merged, opened: Opened[VocabularyFile], key: Key) -> bool:
    if before := merged.origins.get(key):
        message = f"`{key[1]}` is defined in {line_of(*before)} already"
        desk.error(opened, key, "duplicate-id", message, "keep one of the two")
        return False
    merged.origins[key] = opened, key
    return True


def _concept(name: str, entry: ConceptEntry) -> Concept:
    return Concept(
        name,
        entry.gloss,
        tuple(entry.kind_of),
        tuple(entry.means),
        tuple(entry.excludes),
        entry.opposite,
        entry.dimension,
        entry.trivial,
        tuple(entry.presupposes),
    )


def _quantity(name: str, entry: QuantityEntry) -> Quantity:
    return Quantity(name, entry.gloss, entry.high, entry.low, entry.inverse, entry.better)


def _wordings(
    kind: str, name: str, entry: ConceptEntry | QuantityEntry, parts: tuple[str, ...]
) -> dict[Key, Wording]:
    section = "concepts" if kind == "concept" else "quantities"
    found: dict[Key, Wording] = {(section, name, "gloss"): Wording(kind, name, "gloss", entry.gloss)}
    for part in parts[1:]:
        for number, text in enumerate(getattr(entry, part)):
            found[section, name, part, number] = Wording(kind, name, part, text)
    return found


def _without_dangling(vocabulary: Vocabulary) -> Vocabulary:
    """The vocabulary without references to what is not defined, so that nothing later trips over them."""

    def kept(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(name for name in names if name.removeprefix("not ") in vocabulary.concepts)

    def one(name: str) -> str:
        return name if name in vocabulary.concepts else ""

    concepts = {
        name: concept._replace(
            kind_of=kept(concept.kind_of),
            means=kept(concept.means),
            excludes=kept(concept.excludes),
            opposite=one(concept.opposite),
            presupposes=kept(concept.presupposes),
        )
        for name, concept in vocabulary.concepts.items()
    }
    quantities = {
        name: quantity._replace(
            high=one(quantity.high),
            low=one(quantity.low),
            inverse=quantity.inverse if quantity.inverse in vocabulary.quantities else "",
        )
        for name, quantity in vocabulary.quantities.items()
    }
    families = (family._replace(members=kept(family.members)) for family in vocabulary.families)
    return Vocabulary(concepts, quantities, tuple(families))
