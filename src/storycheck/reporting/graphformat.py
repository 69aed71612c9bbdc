"""Items, their statements, disputes and supersedings as a graph: Mermaid or Graphviz text."""

from collections.abc import Iterable, Iterator

from storycheck.evidence.items import Item, Status

_DOT_SHAPES = {
    Status.ACCEPTED: "solid",
    Status.DISPUTED: "dashed",
    Status.RETRACTED: "dotted",
    Status.HYPOTHESIS: "dotted",
}
Edge = tuple[str, str, str]


def graph(items: Iterable[Item], format_: str) -> str:
    """The graph as text, ending in a line break; ``format_`` is "mermaid" or "dot"."""
    lines = (_dot if format_ == "dot" else _mermaid)(tuple(items))
    return "\n".join(lines) + "\n"


def edges(items: Iterable[Item]) -> Iterator[Edge]:
    """Who disputes or supersedes what: from, to, label. A dispute of an item as a whole is with the item."""
    for item in items:
        for dispute in item.disputes:
            label = f"disputes in {dispute.scope}" if dispute.scope else "disputes"
            whole = len(dispute.statements) in (0, len(item.statements))
            for target in (item.id,) if whole else dispute.statements:
                yield dispute.by, target, label
        for statement in item.statements:
            if statement.superseded_by:
                yield statement.superseded_by, statement.id, "supersedes"


def _mermaid(items: tuple[Item, ...]) -> Iterator[str]:
    """Node names are numbers: identifiers of items may be words that Mermaid keeps for itself."""
    names = _numbered(items)
    yield "flowchart LR"
    for status in Status:
        yield f"  classDef {status} stroke-dasharray: {_dashes(status)}"
    for item in items:
        yield f'  subgraph {names[item.id]}["{_mermaid_text(f"{item.id}: {item.title}")}"]'
        for one in item.statements:
            text = f"{one.id} ({one.confidence}): {one.text}"
            yield f'    {names[one.id]}["{_mermaid_text(text)}"]:::{item.status}'
        yield "  end"
    for start, end, label in edges(items):
        if start in names and end in names:
            arrow = "==>" if label == "supersedes" else "-.->"
            yield f'  {names[start]} {arrow}|"{_mermaid_text(label)}"| {names[end]}'


def _numbered(items: tuple[Item, ...]) -> dict[str, str]:
    names = {}
    for number, item in enumerate(items, 1):
        names[item.id] = f"i{number}"
        names |= {one.id: f"i{number}s{place}" for place, one in enumerate(item.statements, 1)}
    return names


def _dashes(status: Status) -> str:
    return {"solid": "0", "dashed": "6 4", "dotted": "2 4"}[_DOT_SHAPES[status]]


def _mermaid_text(text: str) -> str:
    """Text inside quotes: Mermaid takes entities for what would end it or be read as markup."""
    for character, code in (("#", "#35;"), ('"', "#quot;"), ("<", "#lt;"), (">", "#gt;"), ("`", "#96;")):
        text = text.replace(character, code)
    return " ".join(text.split())


def _dot(items: tuple[Item, ...]) -> Iterator[str]:
    yield "digraph evidence {"
    yield "  rankdir=LR;"
    yield "  node [shape=box];"
    known = {item.id for item in items} | {one.id for item in items for one in item.statements}
    for item in items:
        style = _DOT_SHAPES[item.status]
        title = _quoted(f"{item.id}: {item.title}")
        yield f"  {_quoted(item.id)} [label={title}, shape=folder, style={style}];"
        for one in item.statements:
            label = _quoted(f"{one.id} ({one.confidence}): {one.text}")
            yield f"  {_quoted(one.id)} [label={label}, style={style}];"
            yield f"  {_quoted(item.id)} -> {_quoted(one.id)} [arrowhead=none];"
    for start, end, label in edges(items):
        if start in known and end in known:
            style = "bold" if label == "supersedes" else "dashed"
            yield f"  {_quoted(start)} -> {_quoted(end)} [label={_quoted(label)}, style={style}];"
    yield "}"


def _quoted(text: str) -> str:
    escaped = " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
