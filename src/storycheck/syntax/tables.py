"""One table over another."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Over(Mapping[K, V]):
    """Two mappings as one: what is in the upper hides what is in the lower."""

    __slots__ = ("_lower", "_upper")

    def __init__(self, upper: Mapping[K, V], lower: Mapping[K, V]) -> None:
        """Look up in the upper first."""
        self._upper, self._lower = upper, lower

    def __getitem__(self, key: K) -> V:
        """The value, the upper one if both have one; KeyError if none has."""
        return self._upper[key] if key in self._upper else self._lower[key]

    def get(self, key: K, default: Any = None) -> Any:
        """The value or the default; spelled out because sentences are segmented with it."""
        found = self._upper.get(key)
        return self._lower.get(key, default) if found is None else found

    def __contains__(self, key: object) -> bool:
        """Whether one of them has it."""
        return key in self._upper or key in self._lower

    def __iter__(self) -> Iterator[K]:
        """All keys, each once, the upper ones first."""
        yield from self._upper
        yield from (key for key in self._lower if key not in self._upper)

    def __len__(self) -> int:
        """How many keys there are."""
        return len(self._upper) + sum(1 for key in self._lower if key not in self._upper)
