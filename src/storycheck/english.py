"""Lists and numbers as English writes them."""

from collections.abc import Iterable


def listed(names: Iterable[str]) -> str:
    """Names as English lists them: "a, b and c"."""
    all_names = list(names)
    if len(all_names) < 2:
        return "".join(all_names)
    return f"{', '.join(all_names[:-1])} and {all_names[-1]}"


def quoted(names: Iterable[str]) -> str:
    """What a text has, marked as such and listed: "`a`, `b` and `c`"."""
    return listed(f"`{name}`" for name in names)


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 claim", "2 claims"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
