"""Whole stories: setup and assumptions, every claim, steps, and what claims do to each other."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from storycheck.checking.bench import Bench
from storycheck.checking.claims import Judge
from storycheck.checking.consistency import Clashes
from storycheck.checking.given import ClaimInput, Facts, Premise, own_case
from storycheck.checking.kept import Kept
from storycheck.checking.premises import Refutations, against_evidence, contradictory, jointly_refuted
from storycheck.checking.steps import broken_by, judge_step
from storycheck.checking.structure import dependents, structure_notes
from storycheck.diagnostics import Diagnostic, Severity
from storycheck.english import quoted
from storycheck.meaning.language import Language
from storycheck.meaning.proposition import Strength
from storycheck.meaning.readback import read_back
from storycheck.meaning.reading import Context, Understood
from storycheck.records import NamedTuple
from storycheck.report import (
    MORE_CONFLICTS,
    ClaimReport,
    DocumentReport,
    GivenReport,
    StepReport,
    Verdict,
)
from storycheck.source import Span
from storycheck.syntax.directives import Step
from storycheck.syntax.story import Story, StorySentence

PREMISES = ("setup", "assume")
_STANDING = (
    Verdict.ENTAILED,
    Verdict.SUGGESTED,
    Verdict.CONTESTED,
    Verdict.UNDETERMINED,
    Verdict.UNADDRESSED,
)


def _more(message: str) -> Diagnostic:
    help_ = "mend those that are listed, or raise `--limit`, and check again"
    return Diagnostic(MORE_CONFLICTS, Severity.NOTE, message, Span(0, 0), help_)


_MORE_CONFLICTS = _more("there may be more conflicts that take several sentences of the story")
_MORE_CLASHES = _more(
    "whether more lines of the setup and the assumptions contradict each other was not found out: "
    "the claims are judged with these lines"
)


class _Read(NamedTuple):
    """A sentence of the story and how it was understood."""

    sentence: StorySentence
    understood: Understood

    @property
    def premise(self) -> Premise:
        """What its first reading says; nothing if it was not read."""
        readings = self.understood.readings
        return Premise(self.sentence.id, readings[0].told if readings else ())


def judge_story(story: Story, language: Language, judge: Judge, kept: Kept | None = None) -> DocumentReport:
    """The report on a story. ``language`` and ``judge`` have the words that the story declares.

    ``kept`` is what was found out for earlier stories with the same language and judge.
    """
    kept = kept or Kept()
    generics = Strength.ALWAYS if story.read_generics_always else Strength.USUALLY
    has_setup = any(sentence.section == "setup" for sentence in story.sentences)
    around = Context(has_setup=has_setup, generics=generics)
    reader, describer = (_reader(language, each, kept) for each in (around, around._replace(is_setup=True)))
    setup = [describer(s) for s in story.sentences if s.section == "setup"]
    assumed = [reader(s) for s in story.sentences if s.section == "assume"]
    facts, clashes = _facts((*setup, *assumed), judge, kept)
    described = {each.sentence.id for each in setup}
    own = own_case(premise for premise in facts.premises if premise.id in described)
    context = around._replace(setup=own)
    reader = _reader(language, context, kept)
    claims = [reader(s) for s in story.sentences if s.section not in PREMISES]
    bench = Bench(judge, facts, language, lambda text: kept.read(text, language, context), own)
    reports = tuple(_claim(each, bench, context, kept) for each in claims)
    usable = judge.usable
    premises = {each.sentence.id: each.premise for each in claims if each.understood.readings}
    standing = tuple(premises[r.id] for r in reports if r.verdict in _STANDING and r.id in premises)
    refuted_premises = joint = Refutations()
    if usable:
        refuted_premises = kept.conflicts.recall(
            (facts.premises, facts, False), lambda: against_evidence(facts.premises, facts, judge)
        )
        joint = kept.conflicts.recall(
            (standing, facts, True), lambda: jointly_refuted(standing, facts, judge, kept.together)
        )
    given = {premise.id: premise for premise in facts.premises}
    sentences = {**given, **premises}
    founded = {report.id for report in reports if report.verdict is Verdict.ENTAILED}
    falling = dependents([report.id for report in reports], story.steps, founded)
    unread = {report.id for report in reports if report.verdict is Verdict.UNREAD}
    notes = [*structure_notes(story, founded, unread)]
    notes += [] if clashes.complete else [_MORE_CLASHES]
    notes += [] if refuted_premises.complete and joint.complete else [_MORE_CONFLICTS]
    steps = tuple(_step(step, sentences, bench, context, kept) for step in story.steps)
    following = [step for step, report in zip(story.steps, steps, strict=True) if report.follows]
    reports = tuple(_warned(report, following, sentences, bench) for report in reports)
    return DocumentReport(
        source=story.source,
        title=story.title,
        claims=tuple(r._replace(dependents=falling[r.id]) if r.id in falling else r for r in reports),
        joint_conflicts=(*refuted_premises.conflicts, *joint.conflicts),
        steps=steps,
        diagnostics=_diagnostics(story, (*setup, *assumed, *claims), clashes, notes),
        given=tuple(_given(each, language) for each in (*setup, *assumed)),
    )


def _claim(each: _Read, bench: Bench, context: Context, kept: Kept) -> ClaimReport:
    """The report on a claim, or what it was when the same was said under the same name."""
    sentence = each.sentence
    question = (sentence.id, sentence.section, sentence.text, context, bench.facts)

    def report() -> ClaimReport:
        judged = bench.judge.judge(_input(each, bench.language), bench.facts)
        return _remembered(judged, bench, context, kept)

    return kept.reports.recall(question, report)._replace(span=sentence.span)


def _remembered(report: ClaimReport, bench: Bench, context: Context, kept: Kept) -> ClaimReport:
    """The claim worked on, or as it was when its text was the same."""
    question = (report.text, context, bench.facts)
    worked = kept.worked.recall(question, lambda: _worked_on(report, bench))
    return report._replace(
        repairs=worked.repairs, repairs_complete=worked.repairs_complete, decisive=worked.decisive
    )


def _worked_on(report: ClaimReport, bench: Bench) -> ClaimReport:
    """The report with what would stand in the place of a claim that falls, or decide an open one."""
    if report.verdict in (Verdict.REFUTED, Verdict.CONTESTED):
        from storycheck.checking.repairs import repaired  # noqa: PLC0415  (most runs need none)

        return repaired(report, bench)
    if report.verdict is Verdict.UNDETERMINED and bench.judge.limits.decisive:
        from storycheck.checking.decisive import observed  # noqa: PLC0415  (looked for on request)

        return observed(report, bench)
    return report


def _warned(
    report: ClaimReport, following: Sequence[Step], sentences: Mapping[str, Premise], bench: Bench
) -> ClaimReport:
    """The report, its repairs with what they would cost: steps that follow and would not any more."""
    if not following:
        return report
    repairs, complete = [], report.repairs_complete
    for repair in report.repairs:
        changed = Premise(report.id, bench.says(repair.text) or ())
        breaks, decided = broken_by(changed, following, sentences, bench)
        repairs.append(repair._replace(breaks=breaks))
        complete = complete and decided
    return report._replace(repairs=tuple(repairs), repairs_complete=complete)


def _step(
    step: Step, sentences: Mapping[str, Premise], bench: Bench, context: Context, kept: Kept
) -> StepReport:
    """The report on a step, or what it was when the same was said."""
    named = tuple(sentences.get(name) for name in (step.id, *step.premises))
    question = (step._replace(span=Span(0, 0)), named, context, bench.facts)
    return kept.steps.recall(question, lambda: _judged_step(step, sentences, bench))._replace(span=step.span)


def _judged_step(step: Step, sentences: Mapping[str, Premise], bench: Bench) -> StepReport:
    """The report, with what would close the step if it does not follow."""
    report = judge_step(step, sentences, bench.facts, bench.judge)
    if report.follows is not False or not bench.judge.limits.decisive:
        return report
    from storycheck.checking.decisive import closed  # noqa: PLC0415  (looked for on request)

    return closed(report, sentences, bench)


def _reader(language: Language, context: Context, kept: Kept) -> Callable[[StorySentence], _Read]:
    def one(sentence: StorySentence) -> _Read:
        return _Read(sentence, kept.read(sentence.text, language, context, sentence.span.start))

    return one


def _facts(given: Iterable[_Read], judge: Judge, kept: Kept) -> tuple[Facts, Clashes]:
    """The premises that can be true together, and the sets of those that cannot, which are left out."""
    premises = tuple(each.premise for each in given if each.understood.readings)
    clashes = kept.clashes.recall(premises, lambda: contradictory(premises, judge))
    dropped = {name for names in clashes.sets for name in names}
    return Facts(tuple(premise for premise in premises if premise.id not in dropped)), clashes


def _input(each: _Read, language: Language) -> ClaimInput:
    sentence, understood = each.sentence, each.understood
    words = tuple(
        tuple(read_back(p, language.vocabulary) for p in reading.told) for reading in understood.readings
    )
    return ClaimInput(
        sentence.id,
        sentence.section,
        sentence.text,
        sentence.span,
        understood.readings,
        understood.hedged,
        words,
    )


def _given(each: _Read, language: Language) -> GivenReport:
    claim = _input(each, language)
    return GivenReport(claim.id, claim.role, claim.text, claim.span, claim.texts, claim.readings)


def _diagnostics(
    story: Story,
    sentences: Iterable[_Read],
    clashes: Clashes,
    notes: Iterable[Diagnostic],
) -> tuple[Diagnostic, ...]:
    """What the story's text, its sentences and its premises have wrong, in the order of the text."""
    sentences = tuple(sentences)
    places = {each.sentence.id: each.sentence for each in sentences}
    found = [*story.diagnostics, *(d for each in sentences for d in each.understood.diagnostics)]
    found += [_clash(names, places) for names in clashes.sets]
    return tuple(sorted([*found, *notes], key=lambda each: (each.span, each.code)))


def _clash(names: tuple[str, ...], places: dict[str, StorySentence]) -> Diagnostic:
    setup = all(places[name].section == "setup" for name in names)
    what = "setup" if setup else "assumptions"
    listed = quoted(names)
    message = f"{listed} contradict each other" if len(names) > 1 else f"{listed} contradicts itself"
    help_ = "the claims are judged without them" if len(names) > 1 else "the claims are judged without it"
    first = min((places[name] for name in names), key=lambda sentence: sentence.span)
    return Diagnostic(f"contradictory-{what}", Severity.ERROR, message, first.span, help_)
