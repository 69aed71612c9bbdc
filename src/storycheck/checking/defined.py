"""Which definitions the findings of a judgement use, and those by which a claim is false, or says nothing."""

from collections.abc import Sequence

from storycheck.checking.judgement import Defined, Judgement, Uses
from storycheck.explaining.conflicts import Used
from storycheck.explaining.defined import definitions_used
from storycheck.logic.constraints import Branch, asserted, broken, denied, occurring
from storycheck.meaning.proposition import Proposition
from storycheck.meaning.vocabulary import Vocabulary
from storycheck.report import Verdict
from storycheck.solving.limits import Limits


def defined(
    claim: Sequence[Proposition], judgement: Judgement, vocabulary: Vocabulary, limits: Limits
) -> Defined:
    """What the findings of a judgement on a claim use."""

    def used(ways: Sequence[Sequence[Branch]], found: Used | None = None) -> Uses:
        pieces = found.pieces if found else ()
        each = (definitions_used(branches, pieces, vocabulary, limits) for branches in ways)
        return next((names for names in each if names is not None), None)

    if judgement.reason == "by definition":
        single = map(broken, claim) if judgement.verdict is Verdict.VACUOUS else [_all(claim)]
        names = (each for branch in single for each in used([[branch]]) or ())
        return Defined(own=tuple(dict.fromkeys(names)))
    against = [[_all(claim)]]
    if judgement.verdict is Verdict.VACUOUS:
        against = [[(occurring(p),)] for p in claim]
    denial = [[way for p in claim for way in denied(p)]]
    return Defined(
        tuple(used(against, found) for found in judgement.conflicts),
        tuple(used(denial, found) for found in judgement.supports),
    )


def _all(claim: Sequence[Proposition]) -> Branch:
    return tuple(constraint for p in claim for constraint in asserted(p))
