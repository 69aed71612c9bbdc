"""Which propositions the evidence asserts against a given claim, and how surely.

A statement asserts its propositions as *pieces*. How they are asserted depends on the claim's setup (its
`Setting`): at a disputed scope they only contest. A claim limited to scale (an architecture, a domain) is
met by items that were seen there, and by what an item extends to, with the extension named and its
confidence counted in.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping

from storycheck.evidence.items import Confidence, EvidenceSet, Item, Statement, Status
from storycheck.logic.definitions import Definitions
from storycheck.meaning.formula import Formula, conj, conjuncts, has, named, neg
from storycheck.meaning.proposition import Proposition, Strength
from storycheck.records import NamedTuple

SCALE = "scale"


class Extension(NamedTuple):
    """That an item's finding carries over along a dimension, and how surely."""

    item: str
    dimension: str
    confidence: Confidence


class Piece(NamedTuple):
    """One proposition as asserted. ``unit`` is the item (or the story's sentence) that asserts it.

    ``low`` tells why the piece cannot refute but only contest ("" if it can).
    """

    unit: str
    statement: str
    proposition: Proposition
    confidence: Confidence
    low: str = ""
    extensions: tuple[Extension, ...] = ()


class Setting(NamedTuple):
    """What a claim is limited to: scopes of disputes that its cases all have; what narrows a dimension."""

    concepts: frozenset[str] = frozenset()
    dimensions: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def narrowed(self) -> dict[str, tuple[str, ...]]:
        """The narrowing concepts by dimension."""
        return dict(self.dimensions)


def setting_of(formulas: Iterable[Formula], definitions: Definitions, disputed: Collection[str]) -> Setting:
    """The setting that restrictors (and the setup of a story) describe; of concepts, those ``disputed``."""
    named = sorted({name for formula in formulas for name in _concepts(formula)})
    narrowed: dict[str, list[str]] = {}
    for name in named:
        for dimension in dimensions(name, definitions):
            narrowed.setdefault(dimension, []).append(name)
    concepts = definitions.above(named).intersection(disputed)
    return Setting(concepts, tuple((key, tuple(names)) for key, names in sorted(narrowed.items())))


def _concepts(formula: Formula) -> Iterator[str]:
    """The concepts that every case of the formula has, as far as it says so outright."""
    return filter(None, map(named, conjuncts(formula)))


def dimensions(name: str, definitions: Definitions) -> list[str]:
    """The dimensions along which a concept is narrower."""
    concepts = definitions.vocabulary.concepts
    above = (concepts[each] for each in definitions.above([name]) if each in concepts)
    return sorted({concept.dimension for concept in above if concept.dimension})


def standing(evidence: EvidenceSet, item: Item, statement: Statement) -> str | None:
    """None if the statement is not asserted, "" if it is accepted, else why it can only contest."""
    if item.id in evidence.excluded:
        return None
    if item.id in evidence.included:
        return ""
    if item.status in (Status.RETRACTED, Status.HYPOTHESIS) or _superseded(evidence, statement):
        return None
    if item.status is Status.DISPUTED:
        return "disputed"
    return "low confidence" if statement.confidence < evidence.accept else ""


def _superseded(evidence: EvidenceSet, statement: Statement) -> bool:
    """Whether a statement that is there takes its place."""
    newer = statement.superseded_by.rpartition(".")[0]
    return bool(newer) and newer in evidence.items and newer not in evidence.excluded


def pieces(evidence: EvidenceSet, item: Item, statement: Statement) -> tuple[Piece, ...]:
    """The pieces of a statement for claims that no dispute and no dimension concerns."""
    low = standing(evidence, item, statement)
    if low is None:
        return ()
    return tuple(Piece(item.id, statement.id, p, statement.confidence, low) for p in statement.propositions)


def fitted(
    piece: Piece, item: Item, setting: Setting, accept: Confidence, d: Definitions
) -> tuple[Piece, ...]:
    """The piece as it is asserted against a claim with this setting."""
    if not piece.low and _disputed(piece.statement, item, setting):
        piece = piece._replace(low="disputed")
    narrowed = _beyond(piece.proposition.restrictor, setting, d)
    if piece.proposition.strength is Strength.ALWAYS:
        narrowed = {dim: names for dim, names in narrowed.items() if dim == SCALE}
    if not narrowed:
        return (piece,)
    return _narrowed(piece, item, narrowed, accept, d.above(item.speaks_of))


def _beyond(restrictor: Formula, setting: Setting, definitions: Definitions) -> dict[str, tuple[str, ...]]:
    """The narrowing concepts of the setting that the restrictor does not have itself, by dimension."""
    if not setting.narrowed:
        return {}
    already = definitions.above(_concepts(restrictor))
    left = {dim: tuple(c for c in names if c not in already) for dim, names in setting.narrowed.items()}
    return {dim: names for dim, names in left.items() if names}


def reaches(piece: Piece, item: Item, setting: Setting, definitions: Definitions) -> bool:
    """Whether the piece says anything at the scale of the setting."""
    beyond = _beyond(piece.proposition.restrictor, setting, definitions)
    return SCALE not in beyond or extension(item, SCALE, piece.confidence) is not None


def _disputed(statement: str, item: Item, setting: Setting) -> bool:
    return any(
        dispute.scope in setting.concepts and (not dispute.statements or statement in dispute.statements)
        for dispute in item.disputes
    )


def _narrowed(
    piece: Piece,
    item: Item,
    narrowed: Mapping[str, tuple[str, ...]],
    accept: Confidence,
    seen: Collection[str],
) -> tuple[Piece, ...]:
    """The piece, and once more for the setting, as far as it was ``seen`` there or carries over to it."""
    beyond = [dim for dim, names in narrowed.items() if not set(names) <= set(seen)]
    extensions = tuple(e for dim in beyond if (e := extension(item, dim, piece.confidence)) is not None)
    base = piece
    if piece.proposition.strength is Strength.ALWAYS:
        base = _restricted(piece, neg(conj(has(name) for name in narrowed[SCALE])))
    over = [e.dimension for e in extensions]
    within = [name for dim, names in narrowed.items() for name in names if dim in over or name in seen]
    if not within:
        return (base,)
    confidence = min([piece.confidence, *(e.confidence for e in extensions)])
    low = piece.low or ("extension" if confidence < accept else "")
    narrower = _restricted(piece, conj(map(has, within)))
    return base, narrower._replace(confidence=confidence, low=low, extensions=extensions)


def extension(item: Item, dimension: str, confidence: Confidence) -> Extension | None:
    """How a finding of this confidence carries over along the dimension; None if the item does not say."""
    if dimension not in extensible(item):
        return None
    if dimension == SCALE and item.scaling.confidence is not None:
        confidence = min(confidence, item.scaling.confidence)
    return Extension(item.id, dimension, confidence)


def extensible(item: Item) -> frozenset[str]:
    """The dimensions along which the item's findings carry over."""
    scales = () if item.scaling.direction == "unknown" else (SCALE,)
    return frozenset((*item.extends_to, *scales))


def _restricted(piece: Piece, formula: Formula) -> Piece:
    proposition = piece.proposition
    narrower = Proposition(proposition.strength, conj([proposition.restrictor, formula]), proposition.scope)
    return piece._replace(proposition=narrower)
