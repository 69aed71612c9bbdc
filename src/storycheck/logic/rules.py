"""Rules: constraints as clauses, each with the piece that asserts it."""

from collections.abc import Iterable, Iterator

from storycheck.logic.assertions import Piece
from storycheck.logic.atoms import AtomTable, Clause
from storycheck.logic.constraints import Branch, Constraint, Kind, asserted
from storycheck.logic.definitions import Definitions
from storycheck.meaning.formula import neg


class Rule:
    """A constraint ready for the solver. Rules are compared by identity.

    ``material`` are the clauses that say "not ``breaks``", ``shows`` those of the constraint's ``shows``.
    ``piece`` is None for the claim at hand; ``image`` tells that it is the mirror image of another rule.
    """

    __slots__ = ("image", "kind", "material", "piece", "shows")

    def __init__(
        self,
        kind: Kind,
        shows: tuple[Clause, ...],
        material: tuple[Clause, ...],
        piece: Piece | None,
        image: bool = False,
    ) -> None:
        """See the class."""
        self.kind, self.shows, self.material, self.piece, self.image = kind, shows, material, piece, image

    @property
    def unit(self) -> str:
        """The item, or the story's sentence, that asserts it; "" for the claim."""
        return self.piece.unit if self.piece else ""

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """All clauses."""
        return self.shows + self.material

    def mirrored(self, table: AtomTable) -> "Rule":
        """The rule about the same comparisons seen from the other side."""
        shows, material = _mirrored(self.shows, table), _mirrored(self.material, table)
        return Rule(self.kind, shows, material, self.piece, image=True)

    def differs(self, table: AtomTable) -> bool:
        """Whether the rule is not its own mirror image."""
        image = self.mirrored(table)
        return (set(self.shows), set(self.material)) != (set(image.shows), set(image.material))

    def with_image(self, table: AtomTable) -> "tuple[Rule, ...]":
        """The rule, and its mirror image if that says more: a "some" case has its mirror image anyway."""
        if self.kind in (Kind.SOME, Kind.OWN) or not self.differs(table):
            return (self,)
        return (self, self.mirrored(table))


def _mirrored(clauses: tuple[Clause, ...], table: AtomTable) -> tuple[Clause, ...]:
    swapped = ((table.mirror(literal) for literal in clause) for clause in clauses)
    return tuple(tuple(sorted(clause, key=lambda lit: (abs(lit), lit))) for clause in swapped)


def rule(constraint: Constraint, definitions: Definitions, piece: Piece | None = None) -> Rule:
    """The rule of a constraint."""
    kind = constraint.kind
    shows = () if kind is Kind.EVERY else definitions.clauses(constraint.shows)
    material = definitions.clauses(neg(constraint.breaks)) if kind is Kind.EVERY or kind.ranks else ()
    return Rule(kind, shows, material, piece)


def rules(branch: Branch, definitions: Definitions) -> tuple[Rule, ...]:
    """The rules of a claim (or of a way in which it is false)."""
    return tuple(rule(constraint, definitions) for constraint in branch)


def rules_of(pieces: Iterable[Piece], definitions: Definitions) -> Iterator[Rule]:
    """The rules by which pieces are asserted."""
    for piece in pieces:
        for constraint in asserted(piece.proposition):
            yield rule(constraint, definitions, piece)
