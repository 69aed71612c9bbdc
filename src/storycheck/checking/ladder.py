"""The strength ladder: what a claim would get if it were made at another strength.

Always implies usually implies sometimes, and so for the contrary: never, rarely, not always. A verdict on
one rung bounds those above and below, so findings look downwards only: which weaker claim would do.
"""

from collections.abc import Callable, Sequence

from storycheck.checking.judgement import Judgement
from storycheck.meaning.formula import neg
from storycheck.meaning.proposition import Proposition, Strength
from storycheck.records import NamedTuple
from storycheck.report import Rung, Verdict

Brief = Callable[[Sequence[Proposition]], Judgement]


class _Step(NamedTuple):
    """A strength, and whether the scope is denied."""

    word: str
    strength: Strength
    denied: bool


RUNGS = (
    _Step("always", Strength.ALWAYS, False),
    _Step("usually", Strength.USUALLY, False),
    _Step("sometimes", Strength.SOMETIMES, False),
    _Step("not always", Strength.SOMETIMES, True),
    _Step("rarely", Strength.USUALLY, True),
    _Step("never", Strength.ALWAYS, True),
)
"""The rungs, relative to the scope as it was read; each half is ordered."""

_WEAKER = {Strength.ALWAYS: 1, Strength.USUALLY: 2, Strength.SOMETIMES: 3}
_FALLS = (Verdict.REFUTED, Verdict.CONTESTED)
_NOT_STANDING = (*_FALLS, Verdict.UNKNOWN)


def ladder(claim: Sequence[Proposition], judgement: Judgement, brief: Brief, full: bool) -> tuple[Rung, ...]:
    """What the claim would get on other rungs, strongest first.

    Of a claim that falls, the weaker rungs, down to the first that stands; of one that is open, down to the
    first that is entailed; with ``full`` every rung but the claim's own. Empty for claims about the story's
    own case, and where parts differ in strength.
    """
    strengths = {proposition.strength for proposition in claim}
    if len(strengths) != 1 or not strengths <= set(_WEAKER):
        return ()
    (own,) = strengths
    if full:
        others = [step for step in RUNGS if step.denied or step.strength is not own]
        return tuple(_rung(step, claim, brief) for step in others)
    found: list[Rung] = []
    falls = judgement.verdict in _FALLS
    if falls or judgement.verdict is Verdict.UNDETERMINED:
        for step in RUNGS[_WEAKER[own] : 3]:
            found.append(_rung(step, claim, brief))
            if found[-1].verdict is Verdict.ENTAILED or (falls and found[-1].verdict not in _NOT_STANDING):
                break
    return tuple(found)


def _rung(step: _Step, claim: Sequence[Proposition], brief: Brief) -> Rung:
    said = tuple(
        Proposition(step.strength, p.restrictor, neg(p.scope) if step.denied else p.scope) for p in claim
    )
    judgement = brief(said)
    return Rung(step.word, judgement.verdict, judgement.deciding)
