"""Theories as text: each in full, or several in one table."""

from collections.abc import Iterator

from storycheck.checking.outcomes import Outcome, StatementOutcome, TheoriesReport, Theory, TheoryJudgement
from storycheck.english import counted, listed
from storycheck.report import Report
from storycheck.reporting.layout import Look, Style, paragraph, visible, wrap
from storycheck.reporting.lookup import Lookup
from storycheck.reporting.summarylines import against
from storycheck.reporting.table import table
from storycheck.reporting.text import diagnostics_text

_TOLD = (Outcome.EXPLAINED, Outcome.CONTRADICTED, Outcome.UNDECIDED)
_HEADS = {
    Outcome.EXPLAINED: "explains",
    Outcome.CONTRADICTED: "contradicts",
    Outcome.UNDECIDED: "not decided within the solver's limit",
}
_SIGNS = {Outcome.EXPLAINED: "+", Outcome.CONTRADICTED: "-", Outcome.UNDECIDED: "?"}


def render(report: TheoriesReport, lookup: Lookup, look: Look | None = None, verbose: bool = False) -> str:
    """The report as text, ending in a line break: one theory in full, several in a table.

    ``verbose`` shows each of several in full too, and statements on which they are silent.
    """
    look = look or Look()
    plain = Report(report.evidence, report.documents)
    lines = list(_lines(report, look, verbose))
    return diagnostics_text(plain, lookup, look) + "".join(f"{line.rstrip()}\n" for line in lines)


def _lines(report: TheoriesReport, look: Look, verbose: bool) -> Iterator[str]:
    if not report.evidence.consistent:
        yield look.paint("the accepted evidence contradicts itself, so no theory was judged", Style.ERROR)
        return
    if len(report.theories) == 1 or verbose:
        for theory in report.theories:
            yield from _theory(theory, look, verbose)
            yield ""
    if len(report.theories) > 1:
        yield from _side_by_side(report, look, verbose)
        yield ""
    yield from (look.paint(line, Style.FAINT) for line in wrap(against(report.evidence), look.width))


def _theory(theory: Theory, look: Look, verbose: bool) -> Iterator[str]:
    yield look.paint(visible(_title(theory)), Style.STRONG)
    for claim in theory.judgement.claims:
        yield from paragraph(look, f"  {claim.id}: ", claim.text)
        for number, reading in enumerate(claim.readings):
            label = "not as" if number else "read as"
            if verbose or len(claim.readings) > 1:
                yield from paragraph(look, "      ", f"{label}: {reading}")
    for name in theory.unread:
        yield f"  {name}: not read, and left aside"
    yield from wrap(_verdict(theory.judgement), look.width)
    if theory.judgement.consistent:
        yield from _groups(theory.judgement, look, verbose)


def _title(theory: Theory) -> str:
    """Its name, and where it is from if that is not its name."""
    return f"{theory.name} ({theory.source.name})" if theory.title else theory.name


def _verdict(judgement: TheoryJudgement) -> str:
    """The line on a theory as a whole."""
    if judgement.clashes is None:
        return (
            "whether its claims contradict each other was not decided within the solver's limit, "
            "so neither is anything else: no score"
        )
    if judgement.clashes:
        sets = listed(_clash(names) for names in judgement.clashes)
        return f"inconsistent, so it explains nothing: {sets}; no score"
    explained, says = len(judgement.explained), judgement.says
    lost, open_ = len(judgement.given_up), judgement.count(Outcome.UNDECIDED)
    undecided = f" - {open_} not decided" if open_ else ""
    given_up = "to give up" if judgement.complete else "contradicted"
    text = f"score {_signed(judgement)} = {explained} explained - {lost} {given_up} - {says} said{undecided}"
    accepted = {one.finding for one in judgement.outcomes if one.accepted}
    text += f", of {counted(len(accepted), 'accepted finding')}"
    if not judgement.complete:
        return f"{text}; {_INCOMPLETE}"
    if judgement.given_up:
        text += f"; to keep it, give up {listed(judgement.withdrawn)}"
    return text


def _clash(names: tuple[str, ...]) -> str:
    alone = len(names) == 1
    return f"{listed(names)} contradict{'s itself' if alone else ' each other'}"


def _signed(judgement: TheoryJudgement) -> str:
    if judgement.score is None:
        return "none"
    return str(judgement.score) if judgement.complete else f"at least {judgement.score}"


def _groups(judgement: TheoryJudgement, look: Look, verbose: bool) -> Iterator[str]:
    for accepted in (True, False):
        note = "" if accepted else " (not accepted, so outside the score)"
        for outcome in _TOLD:
            found = [o for o in judgement.outcomes if o.outcome is outcome and o.accepted == accepted]
            if found:
                yield ""
                yield look.paint(_HEADS[outcome] + note, Style.STRONG)
                yield from _paragraphs(found, look)
    yield ""
    for outcome, what in ((Outcome.SILENT, "silent on"), (Outcome.TRIVIAL, "true by definition:")):
        found = [one for one in judgement.outcomes if one.outcome is outcome and one.accepted]
        if found:
            named = f": {listed(one.statement for one in found)}" if verbose else ""
            yield from wrap(f"{what} {counted(len(found), 'accepted statement')}{named}", look.width)
    if judgement.idle:
        yield f"no part in any of it: {listed(judgement.idle)}"


def _paragraphs(found: list[StatementOutcome], look: Look) -> Iterator[str]:
    for one in found:
        yield from paragraph(look, f"  {one.statement}  ", f"{one.text} ({one.confidence})")
        if by := _by(one):
            yield from paragraph(look, "      ", by)


def _by(one: StatementOutcome) -> str:
    """The theory's claims that do it, the smallest set of them."""
    by = f"by {listed(one.claims)}" if one.claims else ""
    if one.beside:
        by += f", beside {listed(one.beside)}"
    by += f", and in {counted(one.ways - 1, 'other way')}" if one.ways > 1 else ""
    return by + ("" if one.sound else "; not counted, as accepted evidence contradicts that")


def _side_by_side(report: TheoriesReport, look: Look, verbose: bool) -> Iterator[str]:
    """One row per statement, one column per theory; a plus is explained, a minus contradicted."""
    theories = report.theories
    letters = [_letter(number) for number in range(len(theories))]
    for letter, theory in zip(letters, theories, strict=True):
        yield from paragraph(look, f"{letter}  ", _title(theory))
        if theory.judgement.consistent is not True or not theory.judgement.complete:
            yield from paragraph(look, "   ", _verdict(theory.judgement))
        if theory.unread:
            yield from paragraph(look, "   ", f"not read, and left aside: {listed(theory.unread)}")
    yield ""
    undecided = any(one.outcome is Outcome.UNDECIDED for t in theories for one in t.judgement.outcomes)
    yield from wrap(_LEGEND + (_UNDECIDED if undecided else ""), look.width)
    yield ""
    rows = [["statement", *letters, ""]]
    totals = (*_TOTALS, _NOT_DECIDED) if undecided else _TOTALS
    rows += [["", *(_total(t.judgement, kind) for t in theories), kind] for kind in totals]
    by_name = [{one.statement: one for one in t.judgement.outcomes} for t in theories]
    for name in dict.fromkeys(name for outcomes in by_name for name in outcomes):
        found = [outcomes.get(name) for outcomes in by_name]
        known = [one for one in found if one is not None]
        if verbose or any(one.outcome in _TOLD for one in known):
            text = known[0].text + ("" if known[0].accepted else " (not accepted)")
            rows.append([name, *map(_cell, found), text])
    yield from table(rows, look.width)


_LEGEND = "+ explained by, (+) explained by claims that are contradicted, so not counted, - contradicted by"
_UNDECIDED = ", ? not decided within the solver's limit"
_TOTALS = ("score", "explained", "to give up", "said")
_NOT_DECIDED = "not decided"
_INCOMPLETE = (
    "not every question was decided within the solver's limit, so nothing counts as explained, and all that "
    "is contradicted as given up"
)


def _total(judgement: TheoryJudgement, kind: str) -> str:
    if not judgement.consistent:
        return "none" if kind == "score" else ""
    totals = {
        "score": str(judgement.score) if judgement.complete else f">= {judgement.score}",
        "explained": str(len(judgement.explained)),
        "to give up": str(len(judgement.given_up)),
        "said": str(judgement.says),
        _NOT_DECIDED: str(judgement.count(Outcome.UNDECIDED)),
    }
    return totals[kind]


def _cell(one: StatementOutcome | None) -> str:
    if one is None or one.outcome not in _TOLD:
        return ""
    sign = _SIGNS[one.outcome] if one.sound else "(+)"
    return f"{sign} {' '.join(one.claims)}".rstrip()


def _letter(number: int) -> str:
    """A, B, … Z, AA, AB, …"""
    head = "" if number < 26 else _letter(number // 26 - 1)
    return head + chr(ord("A") + number % 26)
