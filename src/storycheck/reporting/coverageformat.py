"""What evidence and stories have to do with each other, as text and as JSON."""

from collections.abc import Iterator

from storycheck.checking.coverage import Coverage
from storycheck.english import counted
from storycheck.reporting.jsonformat import Json, answer, json_text
from storycheck.reporting.layout import Look, Style, paragraph, wrap
from storycheck.reporting.lookup import Lookup
from storycheck.reporting.table import table


def coverage_text(found: Coverage, lookup: Lookup, look: Look) -> str:
    """The coverage as text, ending in a line break."""
    return "".join(f"{line.rstrip()}\n" for line in _lines(found, lookup, look))


def _lines(found: Coverage, lookup: Lookup, look: Look) -> Iterator[str]:
    if found.touched:
        rows = [("item", "decides", "speaks of", "")]
        rows += [(t.item, str(t.decides), str(t.near), lookup.title(t.item)) for t in found.touched]
        yield from table(rows, look.width)
        yield ""
    if found.untouched:
        yield look.paint("not touched", Style.STRONG)
        yield from (f"  {line}" for line in wrap(", ".join(found.untouched), look.width - 2))
        yield ""
    if found.open:
        yield look.paint("terms that no evidence speaks of", Style.STRONG)
        for term in found.open:
            yield from paragraph(look, "  ", f"{term.gloss} ({term.kind}): {', '.join(term.claims)}")
        yield ""
    if found.unknown:
        yield look.paint("words that are not known", Style.STRONG)
        yield from (f"  {line}" for line in wrap(", ".join(found.unknown), look.width - 2))
        yield ""
    items = len(found.touched) + len(found.untouched)
    line = f"{counted(found.claims, 'claim')}, {found.unread} of them not read"
    yield f"{line}; {len(found.touched)} of {counted(items, 'item')} touched"
    if found.undecided:
        undecided = f"{counted(found.undecided, 'claim')} not decided: what these touch is not known"
        yield look.paint(undecided, Style.WARNING)


def coverage_json(found: Coverage) -> str:
    """The coverage as one JSON object."""
    whole: dict[str, Json] = {
        "claims": found.claims,
        "unread": found.unread,
        "undecided": found.undecided,
        "touched": [{"item": t.item, "decides": t.decides, "near": t.near} for t in found.touched],
        "untouched": list(found.untouched),
        "open": [
            {"kind": t.kind, "id": t.id, "gloss": t.gloss, "claims": list(t.claims)} for t in found.open
        ],
        "unknown": list(found.unknown),
    }
    return json_text(answer(whole))
