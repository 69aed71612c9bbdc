"""Names that are one another's synonyms or opposites."""

from collections.abc import Iterable

Signed = tuple[str, bool]


class Classes:
    """A union-find with parity: which name stands for a name, and whether it means the same.

    The name that comes first stands for the others, so that a story's own words never change who does.
    """

    def __init__(self, names: Iterable[str]) -> None:
        """``names`` in the order of precedence."""
        self._parent: dict[str, Signed] = {}
        self._places = {name: place for place, name in enumerate(names)}

    @property
    def joined(self) -> list[str]:
        """The names that others stand for."""
        return list(self._parent)

    def find(self, name: str) -> Signed:
        """The representative of a name, and whether the name means the same (or the opposite)."""
        same = True
        while name in self._parent:
            name, sign = self._parent[name]
            same = same == sign
        return name, same

    def join(self, name: str, other: str, same: bool) -> None:
        """Makes the names synonyms or opposites; what contradicts earlier words is left to the linter."""
        (first, first_sign), (second, second_sign) = self.find(name), self.find(other)
        if first != second:
            last = len(self._places)
            keep, drop = sorted((first, second), key=lambda each: (self._places.get(each, last), each))
            self._parent[drop] = (keep, (first_sign == second_sign) == same)
