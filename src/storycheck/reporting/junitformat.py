"""JUnit XML: a suite per document, a case per claim; for build servers that show test results."""

import re
from xml.sax.saxutils import escape, quoteattr

from storycheck.report import ClaimReport, DocumentReport, Report, Verdict
from storycheck.reporting import conflictlines, headlines
from storycheck.reporting.annotations import Annotation, annotations
from storycheck.reporting.lookup import Lookup

_FAILED = frozenset({Verdict.REFUTED, Verdict.INCOHERENT})
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report, lookup: Lookup) -> str:
    """Refuted claims fail, claims that could not be judged are skipped, other verdicts pass."""
    suites = "".join(_suite(document, report, lookup) for document in report.documents)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="storycheck">\n{suites}</testsuites>\n'


def _suite(document: DocumentReport, report: Report, lookup: Lookup) -> str:
    cases = [_case(claim, document, lookup) for claim in document.claims]
    alone = Report(report.evidence, (document,))
    others = (one for one in annotations(alone, lookup) if not one.claim and one.severity == "error")
    cases += map(_error, others)
    failures = sum("<failure" in case for case in cases)
    skipped = sum("<skipped" in case for case in cases)
    counts = f'tests="{len(cases)}" failures="{failures}" skipped="{skipped}"'
    return f"<testsuite name={_attribute(document.source.name)} {counts}>\n{''.join(cases)}</testsuite>\n"


def _case(claim: ClaimReport, document: DocumentReport, lookup: Lookup) -> str:
    line = document.source.line_column(claim.span.start)[0]
    head = (
        f"<testcase classname={_attribute(document.source.name)} "
        f'name={_attribute(f"{claim.id}: {claim.text}")} line="{line}"'
    )
    message = _attribute(headlines.headline(claim, lookup))
    if claim.verdict in _FAILED:
        details = "\n".join(line for c in claim.conflicts for line in conflictlines.conflict_lines(c, lookup))
        return f"{head}><failure message={message}>{_text(details)}</failure></testcase>\n"
    if claim.verdict in headlines.UNDECIDED:
        return f"{head}><skipped message={message}/></testcase>\n"
    return f"{head}/>\n"


def _error(found: Annotation) -> str:
    name = f"{found.code} {found.place.line if found.place else ''}".strip()
    return (
        f"<testcase classname={_attribute(found.path)} name={_attribute(name)}>"
        f"<failure message={_attribute(found.headline)}/></testcase>\n"
    )


def _text(text: str) -> str:
    return escape(_NOT_XML.sub("\ufffd", text))


def _attribute(text: str) -> str:
    return quoteattr(_NOT_XML.sub("\ufffd", text))
