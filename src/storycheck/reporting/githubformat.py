"""GitHub workflow commands: findings as annotations on the lines of a change."""

from storycheck.report import Report
from storycheck.reporting.annotations import Annotation, annotations
from storycheck.reporting.lookup import Lookup
from storycheck.reporting.summarylines import summary_line

_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}


def render(report: Report, lookup: Lookup) -> str:
    """One command per finding, errors first (GitHub shows ten of each per step), then the summary."""
    found = sorted(annotations(report, lookup), key=lambda one: list(_LEVELS).index(one.severity))
    return "\n".join([*map(_command, found), summary_line(report)]) + "\n"


def _command(found: Annotation) -> str:
    properties = {"file": found.path, "title": f"storycheck: {found.code}"}
    if found.place:
        place = found.place
        properties |= {"line": str(place.line), "endLine": str(place.end_line), "col": str(place.column)}
        if place.line == place.end_line:
            properties["endColumn"] = str(place.end_column)
    named = ",".join(f"{key}={_escaped(value, ':,')}" for key, value in properties.items())
    text = "\n".join([found.headline, *found.details])
    return f"::{_LEVELS[found.severity]} {named}::{_escaped(text)}"


def _escaped(text: str, also: str = "") -> str:
    """Text as workflow commands want it; in properties colons and commas are escaped too."""
    for character in "%\r\n" + also:
        text = text.replace(character, f"%{ord(character):02X}")
    return text
