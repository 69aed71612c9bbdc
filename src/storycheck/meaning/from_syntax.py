"""From the tree of a sentence to its readings: claims, each with the strengths that its words may have."""

from collections.abc import Sequence
from itertools import zip_longest

from storycheck.meaning.claims import Claim
from storycheck.meaning.clauses import Clauses
from storycheck.meaning.formula import TRUE, Formula, conj, literals, neg
from storycheck.meaning.proposition import Proposition, Reading, Strength
from storycheck.meaning.senses import Senses
from storycheck.meaning.strength import Force, forces
from storycheck.meaning.study import Study
from storycheck.meaning.trouble import Unreadable, no_antecedent
from storycheck.records import NamedTuple
from storycheck.source import Span
from storycheck.syntax.tree import Node

Way = tuple[Proposition, bool]  # a proposition, and whether its strength is the one of bare generics


class Context(NamedTuple):
    """What surrounds a sentence in a story.

    ``setup``     the facts of the story's own run;  ``has_setup`` whether the story states any
    ``generics``  the strength of a bare generic;  ``is_setup`` for the sentences of the setup themselves
    """

    setup: Formula = TRUE
    has_setup: bool = False
    generics: Strength = Strength.USUALLY
    is_setup: bool = False


def readings_of(sentence: Node, study: Study, context: Context) -> tuple[Reading, ...]:
    """The one or two readings of a sentence."""
    clauses = Clauses(study, context.has_setup, context.is_setup)
    claims = (clauses.correlative if sentence.name == "correlative" else clauses.sentence)(sentence)
    if study.pronouns and not study.antecedent:
        several = clauses.subjects is not None and any(noun.foreign for noun in clauses.subjects.members)
        if several or not clauses.has_own:
            raise no_antecedent(study.pronouns[0])
    if study.here is not None and not all(claim.own for claim in claims):
        raise no_antecedent(study.here)
    ways = [
        [_way(claim, force, context, study.senses) for force in forces(claim.operators, claim.whenever)]
        for claim in claims
    ]
    if study.kinds is not None:
        _check_each(study.kinds, claims, ways)
    if max(map(len, ways), default=1) == 1:
        return (_reading([way[0] for way in ways]),)
    return tuple(dict.fromkeys(_reading(list(chosen)) for chosen in zip_longest(*map(_twice, ways))))


def _check_each(kinds: Span, claims: Sequence[Claim], ways: Sequence[list[Way]]) -> None:
    """ "No optimizer always …" speaks of each optimizer by itself, which no strength over cases says."""
    for claim, found in zip(claims, ways, strict=True):
        several = sum(any(code not in ("N", "any") for code in op.codes) for op in claim.operators) > 1
        if several and any(proposition.strength in _OF_SOME for proposition, _ in found):
            raise Unreadable("strength-inside", "this is said of each one by itself", kinds, "name one")


_OF_SOME = (Strength.SOMETIMES, Strength.NOT_USUALLY)


def _twice(ways: list[Way]) -> list[Way]:
    return ways if len(ways) > 1 else ways * 2


def _reading(ways: list[Way]) -> Reading:
    return Reading(tuple([proposition for proposition, _ in ways]), True in [generic for _, generic in ways])


def _way(claim: Claim, force: Force, context: Context, senses: Senses) -> Way:
    """The proposition that a claim stands for with this strength and sign."""
    strength, generic, restrictor = force.strength, False, claim.restrictor
    scope = claim.scope if force.positive else neg(claim.scope)
    if claim.own and strength in (None, Strength.ALWAYS):
        strength, scope = Strength.THIS, conj((claim.presumed, scope))
    elif claim.own:
        restrictor = conj((restrictor, claim.presumed, context.setup))
    elif strength is None:
        generic = not claim.whenever
        strength = Strength.ALWAYS if claim.whenever else context.generics
    assert strength is not None
    if strength is not Strength.THIS:  # some case that has it, has what it presupposes
        said = [lit for lit in literals(scope) if not (strength is Strength.SOMETIMES and lit.positive)]
        restrictor = conj((restrictor, senses.presupposed(said, restrictor)))
    return Proposition(strength, restrictor, scope), generic
