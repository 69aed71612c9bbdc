"""Which rules a narrower setup can inherit: only what is about wider setups, where nothing sets it apart.

A claim about setups R inherits from a statement about setups Q if every R-case is a Q-case by definition,
and no statement, not even one that can only contest, says anything of the scope in cases that have what R
adds to Q. Rules about every case whatever are no reason to expect anything of a special one. Against a
claim a rule only counts if R adds nothing but kinds of setups (an architecture, a domain, scale): any other
condition may be just why the author expects an exception.
"""

from collections.abc import Iterable

from storycheck.explaining.conflicts import Used
from storycheck.explaining.presumption import Presumption
from storycheck.explaining.related import Relatives
from storycheck.meaning.formula import TRUE, Atom, Lit, atoms, literals
from storycheck.meaning.proposition import Proposition, Strength

INHERITING = (Strength.ALWAYS, Strength.USUALLY, Strength.SOMETIMES)


class Heritage:
    """The rules that one claim can inherit."""

    def __init__(self, claim: Proposition, relatives: Relatives) -> None:
        """Nothing is looked up yet."""
        self._claim, self._relatives = claim, relatives

    def possible(self) -> bool:
        """Whether any statement about the same scope is one that the claim can inherit."""
        if self._claim.strength not in INHERITING or self._claim.restrictor == TRUE:
            return False
        stated = self._relatives.stating(self._claim.scope)
        wider = [one for one in stated if self._inherits(one)]
        added = self._added(wider)
        return bool(wider and added) and not any(
            self._concerns(lit, added)
            for one in stated
            if one not in wider
            for lit in literals(one.restrictor)
        )

    def findings(self, found: Presumption) -> tuple[Used, ...]:
        """What carries the presumption with no rule but those that the claim can inherit."""
        used = tuple(each for each in found.carriers if each.pieces and self._carries(each))
        return used if found.expected else tuple(each for each in used if self._adds_setups_only(each))

    def _carries(self, used: Used) -> bool:
        said = [piece.proposition for piece in used.pieces]
        return all(p.strength is Strength.ALWAYS or self._inherits(p) for p in said)

    def _adds_setups_only(self, used: Used) -> bool:
        rules = [p.proposition for p in used.pieces if p.proposition.strength is Strength.USUALLY]
        return all(map(self._relatives.narrows, self._added(rules)))

    def _inherits(self, stated: Proposition) -> bool:
        """Whether the statement is a rule about wider setups than the claim's."""
        return (
            stated.strength is Strength.USUALLY
            and stated.restrictor != TRUE
            and self._relatives.follows(stated.restrictor, self._claim.restrictor)
            and all(atom.kind == "has" for atom in self._added([stated]))
        )

    def _added(self, wider: Iterable[Proposition]) -> list[Atom]:
        """What the claim's restrictor mentions beyond what these do."""
        known = {atom for one in wider for atom in atoms(one.restrictor)}
        return sorted(atoms(self._claim.restrictor) - known)

    def _concerns(self, lit: Lit, added: Iterable[Atom]) -> bool:
        """Whether a condition has to do with something added: a kind of it, a wider one, its contrary."""
        follows, variants = self._relatives.follows, self._relatives.variants
        either = (Lit(lit.atom), Lit(lit.atom, False))
        return any(
            lit.atom in variants(atom) or any(follows(one, Lit(atom)) for one in either) for atom in added
        )
