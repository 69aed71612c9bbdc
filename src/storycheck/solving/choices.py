"""That one of many sets of units is asserted, as one term: what sets have in common is said once."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from storycheck.solving.masks import Mask, bits

if TYPE_CHECKING:
    from storycheck.solving.native import Library

DEEPEST = 100
"""Terms are not nested deeper; below, each set is said by itself."""


class Choices:
    """Makes such terms; they live until they are released."""

    def __init__(self, z3: "Library", marked: Mapping[Mask, Sequence[int]]) -> None:
        """``marked`` are the terms of every bit."""
        self._z3, self._marked = z3, marked
        self._known: dict[tuple[Mask, ...], int] = {}
        self._made: list[int] = []

    def one_of(self, sets: Sequence[Mask], depth: int = 0) -> int:
        """That all of one of the sets holds. They are sorted: rests that are the same look the same."""
        key = tuple(sets)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._of(key, depth)
        return found

    def _of(self, sets: tuple[Mask, ...], depth: int) -> int:
        common = sets[0]
        for each in sets:
            common &= each
        parts = [term for bit in bits(common) for term in self._marked[bit]]
        rests = [each ^ common for each in sets]
        if 0 not in rests:
            parts.append(self._join(self._z3.mk_or, [*self._apart(rests, depth + 1)]))
        return self._join(self._z3.mk_and, parts)

    def _apart(self, sets: Sequence[Mask], depth: int) -> list[int]:
        """A term for those with the same lowest bit, each; or for each of them."""
        if depth > DEEPEST:
            return [self._of((each,), depth) for each in sets]
        groups: dict[Mask, list[Mask]] = {}
        for each in sets:
            groups.setdefault(each & -each, []).append(each)
        return [self.one_of(group, depth) for group in groups.values()]

    def _join(self, call: Callable[[int, int, Any], int], parts: Sequence[int]) -> int:
        """The conjunction or disjunction of some terms."""
        if len(parts) == 1:
            return parts[0]
        term = call(self._z3.context, len(parts), self._z3.handles(parts))
        self._z3.inc_ref(self._z3.context, term)
        self._made.append(term)
        return term

    def release(self) -> None:
        """Lets go of the terms, which the solver holds as far as it needs them."""
        for term in self._made:
            self._z3.dec_ref(self._z3.context, term)
