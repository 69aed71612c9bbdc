"""Plain tables of text: columns as wide as their cells, the last one wrapped."""

from collections.abc import Sequence

from storycheck.reporting.layout import width_of, wrap

_NARROWEST = 20
_GAP = 2


def table(rows: Sequence[Sequence[str]], width: int) -> list[str]:
    """The rows as lines; the first may be a heading. The last column takes what room is left, at least 20."""
    if not rows:
        return []
    sizes = [max(width_of(row[column]) for row in rows) for column in range(len(rows[0]) - 1)]
    indent = sum(sizes) + _GAP * len(sizes)
    lines = []
    for row in rows:
        cells = (cell + " " * (size - width_of(cell) + _GAP) for cell, size in zip(row, sizes, strict=False))
        first, *rest = wrap(row[-1], max(width - indent, _NARROWEST))
        lines += ["".join(cells) + first, *(" " * indent + line for line in rest)]
    return [line.rstrip() for line in lines]
