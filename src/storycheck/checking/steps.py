"""Steps: whether a claim follows from those it cites, with the story's premises and the evidence."""

from collections.abc import Mapping

from storycheck.checking.claims import Facts, Judge, Premise
from storycheck.explaining.gaps import gap
from storycheck.report import StepReport
from storycheck.solving.limits import Undecided
from storycheck.syntax.directives import Step


def judge_step(step: Step, sentences: Mapping[str, Premise], facts: Facts, judge: Judge) -> StepReport:
    """The report on a ``therefore``. ``follows`` is None if a sentence was not read, or no answer was found.

    Premises that contradict each other prove nothing: only what follows from a consistent set does.
    """
    cited = [sentences[name] for name in step.premises if name in sentences]
    if step.id not in sentences or len(cited) < len(step.premises) or not judge.usable:
        return StepReport(step.id, step.premises, step.span, None)
    conclusion = sentences[step.id].propositions
    others = [premise for premise in facts.premises if premise.id not in {each.id for each in cited}]
    given = Facts((*cited, *others))
    decision = judge.decision(conclusion, given)
    try:
        proofs, _ = decision.proofs()
    except Undecided:
        return StepReport(step.id, step.premises, step.span, None)
    if proofs:
        evidence = min((proof.evidence for proof in proofs), key=lambda names: (len(names), names))
        return StepReport(step.id, step.premises, step.span, True, None, evidence)
    ground = judge.ground(conclusion, given)
    shown = [p for premise in cited for p in premise.propositions]
    return StepReport(
        step.id, step.premises, step.span, False, gap(conclusion, ground.premises, shown, ground)
    )
