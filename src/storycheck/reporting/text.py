"""The text report: findings in full in the manner of a compiler, the rest in a line or two, in order."""

from collections.abc import Iterator

from storycheck.diagnostics import Diagnostic, Severity
from storycheck.english import listed
from storycheck.explaining.findings import Conflict
from storycheck.meaning.formula import Atom
from storycheck.records import NamedTuple
from storycheck.report import ClaimReport, DocumentReport, GivenReport, Report, StepReport, Verdict
from storycheck.reporting import claimlines, conflictlines, headlines, summarylines
from storycheck.reporting.excerpt import excerpt
from storycheck.reporting.layout import Look, Style, paragraph, visible, wrap
from storycheck.reporting.lookup import Lookup
from storycheck.source import Span

IN_FULL = 3
_SEVERITY_STYLE = {Severity.ERROR: Style.ERROR, Severity.WARNING: Style.WARNING, Severity.NOTE: Style.NOTE}
_GOOD = frozenset({Verdict.ENTAILED, Verdict.SUGGESTED})

Entry = ClaimReport | StepReport | Diagnostic | GivenReport


class Detail(NamedTuple):
    """How much to show: ``quiet`` leaves out what is fine, ``verbose`` spells out every conflict."""

    quiet: bool = False
    verbose: bool = False


def render(report: Report, lookup: Lookup, look: Look | None = None, detail: Detail | None = None) -> str:
    """The whole report as text, ending in a line break."""
    return (
        "\n".join(line.rstrip() for line in _lines(report, lookup, look or Look(), detail or Detail())) + "\n"
    )


def diagnostics_text(report: Report, lookup: Lookup, look: Look) -> str:
    """Only what documents consist of, without a summary; empty if there is nothing to say."""
    return "".join(f"{line.rstrip()}\n" for line in _documents(report, lookup, look, Detail()))


def _lines(report: Report, lookup: Lookup, look: Look, detail: Detail) -> Iterator[str]:
    yield from _documents(report, lookup, look, detail)
    if not report.evidence.consistent:
        yield look.paint(summarylines.INCONSISTENT, Style.ERROR)
    yield from paragraph(look, "", "", label=summarylines.summary_line(report), style=Style.STRONG)
    if not detail.quiet:
        if skipped := summarylines.skipped_line(report):
            yield from paragraph(look, "", skipped)
        for against in summarylines.evidence_lines(report):
            yield from (look.paint(line, Style.FAINT) for line in wrap(against, look.width))


def _documents(report: Report, lookup: Lookup, look: Look, detail: Detail) -> Iterator[str]:
    for document in report.documents:
        lines = list(_Page(document, lookup, look, detail).lines())
        if lines and (document.title or len(report.documents) > 1):
            title = f": {document.title}" if document.title else ""
            yield look.paint(visible(document.source.name + title), Style.STRONG)
            yield ""
        yield from lines


class _Page:
    """One document's part of the report; ``gutter`` is the columns that line numbers take."""

    def __init__(self, document: DocumentReport, lookup: Lookup, look: Look, detail: Detail) -> None:
        self.document, self.lookup, self.look, self.detail = document, lookup, look, detail
        self.gutter = max(2, len(str(document.source.text.count("\n") + 1)))

    def lines(self) -> Iterator[str]:
        """The document's findings in the order of its text, a blank line around those shown in full."""
        compact = False
        for block in self._blocks():
            if not block:
                continue
            in_full = block[-1:] == [""]
            if compact and in_full:
                yield ""
            yield from block
            compact = not in_full
        if compact:
            yield ""

    def _blocks(self) -> Iterator[list[str]]:
        for entry, unread in _entries(self.document, self.detail.verbose):
            if isinstance(entry, Diagnostic):
                if self.detail.quiet and entry.severity is Severity.NOTE:
                    continue
                yield list(self._diagnostic(entry, unread))
            elif isinstance(entry, StepReport):
                yield list(self._step(entry))
            elif isinstance(entry, GivenReport):
                yield list(self._given(entry))
            elif not self._is_shown(entry):
                continue
            elif entry.verdict in headlines.NOTABLE and not headlines.unjudged(entry):
                yield list(self._claim(entry))
            else:
                yield list(self._compact(entry))
        together: dict[tuple[str, ...], list[Conflict]] = {}
        for conflict in self.document.joint_conflicts:
            together.setdefault(conflict.claims, []).append(conflict)
        for conflicts in together.values():
            yield list(self._joint(conflicts))

    def _is_shown(self, claim: ClaimReport) -> bool:
        """Of claims found in prose, only findings are worth the reader's time, unless all are asked for."""
        if claim.verdict in headlines.FINDINGS or self.detail.verbose:
            return True
        notable = claim.verdict in headlines.NOTABLE
        return claim.role != summarylines.PROSE and (notable or not self.detail.quiet)

    # What is fine

    def _given(self, given: GivenReport) -> Iterator[str]:
        line, column = self.document.source.line_column(given.span.start)
        head = f"{given.id} ({line}:{column}) {given.text}"
        yield from paragraph(self.look, "", head, label="given", style=Style.NOTE)
        for reading in given.readings or ("not read",):
            yield from paragraph(self.look, "  ", f"read as: {reading}")

    def _compact(self, claim: ClaimReport) -> Iterator[str]:
        style = Style.GOOD if claim.verdict in _GOOD else Style.NOTE
        where = "{}:{}".format(*self.document.source.line_column(claim.span.start))
        yield from paragraph(
            self.look, "", f"{claim.id} ({where}) {claim.text}", label=claim.verdict, style=style
        )
        for line in self._told(claim):
            yield from paragraph(self.look, "  ", line)

    def _told(self, claim: ClaimReport) -> Iterator[str]:
        """The lines under a claim that needs no action."""
        yield from filter(None, (claimlines.because(claim, self.lookup), headlines.reason_line(claim)))
        yield from claimlines.reading_lines(claim, self.lookup)
        if self.detail.verbose:
            yield from claimlines.support_lines(claim, self.lookup)
        yield from claimlines.given_lines(claim, self.document)
        if strengths := claimlines.ladder_line(claim, self.detail.verbose):
            yield f"strength: {strengths}"
        yield from claimlines.decisive_lines(claim)

    # What has something to say

    def _claim(self, claim: ClaimReport) -> Iterator[str]:
        severity = headlines.severity(claim)
        yield from self._head(severity, str(claim.verdict), headlines.headline(claim, self.lookup))
        yield from self._place(claim.span, _SEVERITY_STYLE[severity])
        yield from self._branches(list(self._claim_notes(claim)))
        yield ""

    def _claim_notes(self, claim: ClaimReport) -> Iterator[list[str]]:
        """The notes under a claim; the first line of each is its own, the rest belong to it."""
        yield from ([line] for line in claimlines.reading_lines(claim, self.lookup))
        told: set[str] = set()
        about = conflictlines.atoms_of(claim)
        for index, conflict in enumerate(claim.conflicts):
            full = self.detail.verbose or index < IN_FULL
            yield [
                conflictlines.conflict_title(claim, index, self.lookup),
                *(self._conflict(conflict, told, about) if full else ()),
            ]
        verbose, repairs = self.detail.verbose, IN_FULL if self.detail.verbose else 1
        lines = claimlines.consequence_lines(claim, self.document, self.lookup, verbose, repairs)
        yield from ([line] for line in lines)

    def _conflict(
        self, conflict: Conflict, told: set[str], about: frozenset[Atom] = frozenset()
    ) -> Iterator[str]:
        """What a conflict rests on; ``told`` are the items whose papers the reader has seen."""
        yield from conflictlines.conflict_lines(conflict, self.lookup, told, about)
        told.update(conflict.evidence)

    def _joint(self, conflicts: list[Conflict]) -> Iterator[str]:
        """Conflicts that the same sentences take part in."""
        conflict, *others = conflicts
        code = conflictlines.joint_code(conflict, self.document)
        more = "".join(f", and independently {listed(other.evidence)}" for other in others)
        yield from self._head(Severity.ERROR, code, conflictlines.joint_headline(conflict) + more)
        lines_of_story: tuple[GivenReport | ClaimReport, ...] = (*self.document.given, *self.document.claims)
        for line in lines_of_story:
            if line.id in conflict.claims:
                yield from self._place(line.span, Style.ERROR)
        yield from self._branches([note for each in conflicts for note in self._joint_notes(each)])
        yield ""

    def _joint_notes(self, conflict: Conflict) -> Iterator[list[str]]:
        lines = list(self._conflict(conflict, set()))
        if conflict.evidence:
            yield [conflictlines.joint_title(conflict, self.lookup), *lines]
        else:
            yield from ([line] for line in lines)

    def _step(self, step: StepReport) -> Iterator[str]:
        if step.follows:
            if not self.detail.quiet:
                yield from paragraph(
                    self.look, "", summarylines.step_headline(step, self.document), style=Style.GOOD
                )
            return
        severity = summarylines.step_severity(step)
        yield from self._head(severity, "step", summarylines.step_headline(step, self.document))
        yield from self._place(step.span, _SEVERITY_STYLE[severity])
        lines = summarylines.step_lines(step, self.document, self.lookup)
        yield from self._branches([[line] for line in lines])
        yield ""

    def _diagnostic(self, diagnostic: Diagnostic, unread: str) -> Iterator[str]:
        message = f"{unread} cannot be read: {diagnostic.message}" if unread else diagnostic.message
        yield from self._head(diagnostic.severity, diagnostic.code, message)
        if summarylines.is_elsewhere(diagnostic, self.document):
            yield self.look.paint("  --> ", Style.FRAME) + visible(diagnostic.path)
        elif self.document.source.text:
            yield from self._place(diagnostic.span, _SEVERITY_STYLE[diagnostic.severity])
        else:
            yield self.look.paint("  --> ", Style.FRAME) + visible(self.document.source.name)
        if diagnostic.help:
            yield from self._branches([[f"help: {diagnostic.help}"]])
        yield ""

    # Drawing

    def _head(self, severity: Severity, code: str, text: str) -> Iterator[str]:
        yield from paragraph(
            self.look, "", text, label=f"{severity}[{code}]:", style=_SEVERITY_STYLE[severity]
        )

    def _place(self, span: Span, style: Style) -> Iterator[str]:
        gutter = self.gutter
        line, column = self.document.source.line_column(span.start)
        arrow = self.look.paint(f"{'':{gutter}}--> ", Style.FRAME)
        yield f"{arrow}{visible(self.document.source.name)}:{line}:{column}"
        bar = self.look.paint(f"{'':{gutter}} {self.look.glyphs.bar}", Style.FRAME)
        yield bar
        yield from excerpt(self.look, self.document.source, span, style, gutter)
        yield bar

    def _branches(self, notes: list[list[str]]) -> Iterator[str]:
        """Notes hanging off the frame; the label before a note's first colon is coloured."""
        glyphs, gutter = self.look.glyphs, self.gutter
        for index, (first, *rest) in enumerate(notes):
            last = index == len(notes) - 1
            lead = f"{'':{gutter}} {glyphs.last if last else glyphs.branch} "
            below = f"{'':{gutter}} {' ' if last else glyphs.bar} "
            label, colon, text = first.partition(": ")
            style = Style.GOOD if label == "help" else Style.STRONG
            yield from paragraph(self.look, lead, text, rest=below, label=label + colon.strip(), style=style)
            for line in rest:
                yield from paragraph(self.look, f"{below}  ", line, rest=f"{below}  ")


def _entries(document: DocumentReport, everything: bool) -> list[tuple[Entry, str]]:
    """What a document's report consists of, in the order of the text.

    A claim that could not be read is its diagnostics, each with the claim's name beside it.
    """
    unread = summarylines.unread_by_diagnostic(document)
    told = frozenset(unread)
    entries: list[tuple[Entry, str]] = [(claim, "") for claim in document.claims if claim.id not in told]
    entries += [(given, "") for given in document.given if everything and given.readings]
    entries += [(step, "") for step in document.steps]
    entries += [(diagnostic, unread[index]) for index, diagnostic in enumerate(document.diagnostics)]
    return sorted(entries, key=lambda entry: (entry[0].span.start, entry[0].span.end))
