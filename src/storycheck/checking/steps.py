"""Steps: whether a claim follows from those it cites, with the story's premises and the evidence."""

from collections.abc import Iterable, Mapping, Sequence

from storycheck.checking.bench import Bench
from storycheck.checking.claims import Judge
from storycheck.checking.given import Facts, Premise
from storycheck.explaining.conflicts import Used
from storycheck.explaining.gaps import gap
from storycheck.explaining.inquiry import Names
from storycheck.explaining.witness import seen_from
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
    conclusion, given = sentences[step.id], given_in(step.premises, sentences, facts)
    proofs = _proofs(step, sentences, facts, judge)
    if proofs is None:
        return StepReport(step.id, step.premises, step.span, None)
    if proofs:
        evidence = min((proof.evidence for proof in proofs), key=lambda names: (len(names), names))
        return StepReport(step.id, step.premises, step.span, True, None, evidence)
    ground = judge.ground(conclusion.propositions, given)
    shown = [p for name in step.premises for p in sentences[name].told]
    report = StepReport(step.id, step.premises, step.span, False)
    try:
        case = gap(conclusion.propositions, ground.premises, shown, ground)
    except Undecided:
        return report._replace(gap_complete=False)
    return report._replace(gap=seen_from(case, conclusion.told))


def _proofs(
    step: Step, sentences: Mapping[str, Premise], facts: Facts, judge: Judge
) -> Sequence[Used] | None:
    """What the conclusion follows from; None if that was not decided."""
    given = given_in(step.premises, sentences, facts)
    try:
        return judge.decision(sentences[step.id].propositions, given).proofs()[0]
    except Undecided:
        return None


def broken_by(
    repaired: Premise, steps: Iterable[Step], sentences: Mapping[str, Premise], bench: Bench
) -> tuple[Names, bool]:
    """The conclusions of those steps that cite a claim and do not follow from it as it was repaired.

    With whether all of these steps were decided.
    """
    changed = {**sentences, repaired.id: repaired}
    citing = [step for step in steps if repaired.id in step.premises]
    proofs = [_proofs(step, changed, bench.facts, bench.judge) for step in citing]
    lost = (step.id for step, found in zip(citing, proofs, strict=True) if found == ())
    return tuple(dict.fromkeys(lost)), None not in proofs


def given_in(names: Sequence[str], sentences: Mapping[str, Premise], facts: Facts) -> Facts:
    """What a step may use: the sentences that it cites, and then all that the story takes as true."""
    others = (premise for premise in facts.premises if premise.id not in names)
    return Facts((*(sentences[name] for name in names), *others))
