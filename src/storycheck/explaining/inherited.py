"""Which presumptions hold for a setup: those of rules about it that nothing known sets it apart from.

What a setup adds to the conditions of the rules that speak of it sets it apart if a statement, even one that
can only contest, says another thing of the scope in cases that have what is added; and if what is added is a
change, which makes another comparison. Against a claim a rule only counts if what is added is nothing but
kinds of setups (an architecture, a domain, scale) or of models: any other condition that a claim names may
be just why its author expects an exception. A rule about every case whatever is a reason for no more than
that, either way. But the story's own case is as its setup says, for whatever reason: that it is an exception
can always be told.
"""

from collections.abc import Container, Iterable
from functools import cached_property

from storycheck.explaining.conflicts import Used
from storycheck.explaining.inquiry import Ground
from storycheck.explaining.presumption import Presumption, presumed
from storycheck.explaining.related import Relatives
from storycheck.meaning.formula import Atom, Formula, Lit, atoms, conj, literals, neg
from storycheck.meaning.proposition import GENERAL, Proposition, Strength
from storycheck.records import NamedTuple


class Inherited(NamedTuple):
    """What rules make of a claim: whether they favour it, ``always`` if no case can be another way.

    ``complete`` tells whether the carriers are all there are.
    """

    favours: bool
    always: bool
    carriers: tuple[Used, ...]
    complete: bool


def inherited(
    claim: Proposition, own: Formula, relatives: Relatives, ground: Ground, limit: int
) -> Inherited | None:
    """What rules make of the claim; ``own`` is what is known of the story's own case.

    At most ``limit`` carriers (0: all). May raise `Undecided`.
    """
    this = claim.strength is Strength.THIS
    setup = conj([own, claim.restrictor]) if this else claim.restrictor
    heritage = _Heritage(claim, setup, relatives)
    found = presumed(setup, claim.scope, ground, limit, heritage.holds) if heritage.possible() else None
    if found is None or not all(carrier.units for carrier in found.carriers):
        return None  # what the definitions alone make of the setup, no rule carries
    return Inherited(heritage.favours(found), found.always, found.carriers, found.complete)


class _Heritage:
    """What keeps a claim's setup from having what rules about it make of the claim's scope."""

    def __init__(self, claim: Proposition, setup: Formula, relatives: Relatives) -> None:
        self._claim, self._setup, self._relatives = claim, setup, relatives
        self._scope, self._own = claim.scope, claim.strength is Strength.THIS

    @cached_property
    def _stated(self) -> tuple[Proposition, ...]:
        return self._relatives.stating(self._scope)

    def possible(self) -> bool:
        """Whether any rule speaks of the scope; a story's own premises may, too."""
        general = any(stated.strength in GENERAL for stated in self._stated)
        return self._own or general or bool(self._relatives.given(self._scope))

    def favours(self, found: Presumption) -> bool:
        """Whether what is presumed is what is claimed."""
        return found.expected is (self._claim.strength is not Strength.NOT_USUALLY)

    def holds(self, found: Presumption) -> bool:
        """Whether nothing sets the setup apart from the rules that carry the presumption."""
        scope = self._scope if found.expected else neg(self._scope)
        weighed = found.core | found.about.intersection(self._stated)
        added = sorted(atoms(self._setup).difference(*map(_conditions, weighed)))
        if not self._idle(added, self.favours(found), found.general):
            return False
        near = {p for p in self._stated if self._concerns(p, added)}
        others = (p for p in self._stated if p in near and p not in weighed and not self._says(p, scope))
        return not any(self._sets_apart(p, near) for p in others)

    def _idle(self, added: Iterable[Atom], favoured: bool, general: bool) -> bool:
        """Whether what is added is no reason to expect another thing than rules, ``general`` ones maybe."""
        if any(atom.kind != "has" for atom in added):
            return False
        whatever = not general if favoured else self._own
        return whatever or all(self._relatives.narrows(atom.name) for atom in added)

    def _says(self, stated: Proposition, scope: Formula) -> bool:
        """Whether the statement says the same, of all of its own cases or of some, and not of others only."""
        follows = self._relatives.follows
        elsewhere = follows(neg(stated.restrictor), self._setup)
        return not elsewhere and stated.strength is not Strength.NOT_USUALLY and follows(scope, stated.scope)

    def _sets_apart(self, stated: Proposition, near: Container[Proposition]) -> bool:
        """Whether no statement that is not ``near`` says the same of wider cases."""
        follows = self._relatives.follows
        same = (p for p in self._stated if (p.strength, p.scope) == (stated.strength, stated.scope))
        return not any(follows(p.restrictor, stated.restrictor) for p in same if p not in near)

    def _concerns(self, stated: Proposition, added: Iterable[Atom]) -> bool:
        """Whether some condition has to do with what is added: a kind of it, a wider one, its contrary."""
        follows, variants = self._relatives.follows, self._relatives.variants
        both = ((lit.atom, (Lit(lit.atom), Lit(lit.atom, False))) for lit in literals(stated.restrictor))
        return any(
            one in variants(atom) or any(follows(each, Lit(atom)) for each in either)
            for one, either in both
            for atom in added
        )


def _conditions(stated: Proposition) -> frozenset[Atom]:
    """The atoms of a statement's conditions; of a comparison, seen from either side."""
    found = atoms(stated.restrictor)
    compared = any(atom.compares for atom in stated.atoms)
    return found.union(atom.mirrored() for atom in found) if compared else found
