"""Evidence items as text: a list of them, and one in full."""

from collections.abc import Iterable, Iterator

from storycheck.evidence.items import Dispute, Item, Statement
from storycheck.reporting.layout import Look, paragraph, wrap
from storycheck.reporting.lookup import citation
from storycheck.reporting.table import table

_COLUMNS = ("item", "compiled", "status", "confidence", "title")


def list_text(items: Iterable[Item], width: int = 80) -> str:
    """Items as a table, titles wrapped to the width."""
    return "\n".join(table([_COLUMNS, *map(_row, items)], width)) + "\n"


def _row(item: Item) -> tuple[str, ...]:
    return item.id, " ".join(item.aliases), str(item.status), str(item.confidence), item.title


def item_text(item: Item, look: Look | None = None) -> str:
    """Everything that an item records."""
    look = look or Look()
    return "\n".join(line.rstrip() for line in _lines(item, look)) + "\n"


def _lines(item: Item, look: Look) -> Iterator[str]:
    aliases = f" ({', '.join(item.aliases)})" if item.aliases else ""
    yield from wrap(f"{item.id}{aliases}: {item.title}", look.width)
    yield ""
    yield from wrap(item.summary, look.width)
    yield ""
    confidence = f" ({item.scaling.confidence})" if item.scaling.confidence is not None else ""
    facts = {
        "status": str(item.status),
        "effect": f"{item.effect} ({item.confidence} confidence)",
        "scaling": f"{item.scaling.direction}{confidence}",
        "extends to": ", ".join(item.extends_to) or "no other setups",
        "seen in": "; ".join(item.setups) or "not recorded",
        "speaks of": ", ".join(item.speaks_of) or "no architecture or domain by name",
    }
    for name, value in facts.items():
        yield from paragraph(look, f"{name:<11}", value)
    yield from (line for paper in item.papers for line in paragraph(look, f"{'paper':<11}", citation(paper)))
    yield ""
    yield "statements"
    yield from (line for one in item.statements for line in _statement(one, look))
    for title, texts in (("must refute", item.refutes), ("must leave alone", item.leaves)):
        if texts:
            yield f"\n{title}"
        yield from (line for text in texts for line in paragraph(look, "  - ", text))
    if item.disputes:
        yield "\ndisputes"
    yield from (line for dispute in item.disputes for line in _dispute(dispute, look))
    if item.path:
        yield f"\n{item.path}"


def _statement(statement: Statement, look: Look) -> list[str]:
    superseded = f", superseded by {statement.superseded_by}" if statement.superseded_by else ""
    return paragraph(look, f"  {statement.id}  ", f"{statement.text} ({statement.confidence}{superseded})")


def _dispute(dispute: Dispute, look: Look) -> list[str]:
    scope = f" ({dispute.scope})" if dispute.scope else ""
    covered = f" of {', '.join(dispute.statements)}" if dispute.statements else ""
    return paragraph(look, "  - ", f"by {dispute.by}{covered}{scope}: {dispute.summary}")
