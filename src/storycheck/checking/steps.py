"""Steps: whether a claim follows from those it cites, with the story's premises and the evidence."""

from collections.abc import Mapping, Sequence

from storycheck.checking.claims import Judge
from storycheck.checking.given import Facts, Premise
from storycheck.explaining.gaps import gap
from storycheck.report import StepReport
from storycheck.solving.limits import Undecided
from storycheck.syntax.directives import Step


def judge_step(step: Step, sentences: Mapping[str, Premise], facts: Facts, judge: Judge) -> StepReport:
    """The report on a ``therefore``. ``follows`` is None if a sentence was not read, or no answer was found.

    Premises that contradict each other prove nothing: only what follows from a consistent set does.
    """
    read = all(name in sentences for name in (step.id, *step.premises))
    if not read or not judge.usable:
        return StepReport(step.id, step.premises, step.span, None)
    conclusion, given = sentences[step.id].propositions, given_in(step.premises, sentences, facts)
    try:
        proofs, _ = judge.decision(conclusion, given).proofs()
    except Undecided:
        return StepReport(step.id, step.premises, step.span, None)
    if proofs:
        evidence = min((proof.evidence for proof in proofs), key=lambda names: (len(names), names))
        return StepReport(step.id, step.premises, step.span, True, None, evidence)
    ground = judge.ground(conclusion, given)
    shown = [p for name in step.premises for p in sentences[name].propositions]
    case = gap(conclusion, ground.premises, shown, ground)
    return StepReport(step.id, step.premises, step.span, False, case)


def given_in(names: Sequence[str], sentences: Mapping[str, Premise], facts: Facts) -> Facts:
    """What a step may use: the sentences that it cites, and then all that the story takes as true."""
    others = (premise for premise in facts.premises if premise.id not in names)
    return Facts((*(sentences[name] for name in names), *others))
