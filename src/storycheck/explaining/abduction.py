"""Abduction: which statements, each by itself, would decide a claim beside what is known (Poole 1989).

A statement decides if what is known contradicts with it every way in which the claim (or its contrary) can
be true. Of those that do, only the weakest are of interest, and none that do so by definition.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from storycheck.evidence.items import Confidence
from storycheck.explaining.candidates import Chain, Claim
from storycheck.explaining.inquiry import STORY, Ground, Inquiry, Rules
from storycheck.logic.assertions import Piece
from storycheck.logic.constraints import Branch, denied
from storycheck.logic.definitions import Definitions
from storycheck.logic.rules import rules, rules_of
from storycheck.logic.slicing import unsliced
from storycheck.meaning.proposition import Proposition
from storycheck.solving.limits import Limits
from storycheck.solving.problem import Problem
from storycheck.solving.trials import trials

GroundWith = Callable[[Sequence[Piece]], Ground]
"""The ground of a claim with some further pieces, each a unit of its own, among the story's premises."""

GROUP = 8
"""Statements tried in one problem: in larger ones each check takes longer, smaller ones are more to build."""

_ASKED = STORY + "?"
_GIVEN = _ASKED + "given"


class Abduction:
    """Tries statements against the branches of a claim, or of its contrary."""

    def __init__(self, branches: Sequence[Rules], ground: GroundWith, given: Claim) -> None:
        """What decides with nothing but what is ``given`` does so by definition."""
        self._branches, self._ground, self._given = tuple(branches), ground, tuple(given)

    def deciding(self, candidates: Sequence[Chain]) -> list[Proposition]:
        """Of each chain the weakest statement that decides, unless by definition. May raise `Undecided`."""
        strongest = self._settling(chain[0] for chain in candidates)
        left = [chain for chain in candidates if chain[0] in strongest]
        settling = strongest | self._settling(each for chain in left for each in chain[1:])
        weakest = ([each for each in chain if each in settling][-1] for chain in left)
        return [each for each in dict.fromkeys(weakest) if not settling[each]]

    def _settling(self, statements: Iterable[Proposition]) -> dict[Proposition, bool]:
        """The statements with which all branches are contradicted, and whether they are by definition."""
        left = list(dict.fromkeys(statements))
        groups = (left[start : start + GROUP] for start in range(0, len(left), GROUP))
        return {each: trivial for group in groups for each, trivial in self._of_group(group)}

    def _of_group(self, statements: Sequence[Proposition]) -> Iterator[tuple[Proposition, bool]]:
        named = {_ASKED + str(number): each for number, each in enumerate(statements)}
        pieces = [_piece(name, each) for name, each in named.items()]
        inquiry = Inquiry(self._branches, self._ground([*pieces, *(_piece(_GIVEN, p) for p in self._given)]))
        units = inquiry.units
        given = units.get(_GIVEN, 0)
        known = sum(bit for unit, bit in units.items() if not unit.startswith(_ASKED))
        for name, each in named.items():
            if name in units and inquiry.fails(known | units[name]):
                yield each, inquiry.fails(given | units[name])


def _piece(name: str, proposition: Proposition) -> Piece:
    return Piece(name, name, proposition, Confidence.STRONG)


class Weakest:
    """Which of several statements follow from no other one by definition (with what is ``given``)."""

    def __init__(self, given: Claim, definitions: Definitions, limits: Limits) -> None:
        """Nothing is decided yet."""
        self._given, self._definitions, self._limits = tuple(given), definitions, limits

    def of(self, statements: Sequence[Proposition]) -> Iterator[Proposition]:
        """Those than which no other one is strictly weaker, in order. May raise `Undecided`."""
        return (each for each in statements if not any(self._weaker(other, each) for other in statements))

    def _weaker(self, one: Proposition, other: Proposition) -> bool:
        return one != other and self._implies(other, one) and not self._implies(one, other)

    def _implies(self, one: Proposition, other: Proposition) -> bool:
        return all(self._excludes(one, way) for way in denied(other))

    def _excludes(self, statement: Proposition, way: Branch) -> bool:
        definitions = self._definitions
        asserted = rules_of((_piece("", each) for each in (statement, *self._given)), definitions)
        known = (each for rule in asserted for each in rule.with_image(definitions.atoms))
        whole = unsliced(rules(way, definitions), known, definitions)
        problem = Problem(whole, [0] * len(whole.rules), self._limits)
        return any(test.core(0) is not None for test in trials(problem, everything=True))
