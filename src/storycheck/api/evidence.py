"""Which evidence counts: packs, profile, threshold, items left out or let in."""

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Self

from storycheck.evidence.items import Confidence, EvidenceSet, Item
from storycheck.evidence.packs import Loaded, load
from storycheck.evidence.profiles import resolve, select
from storycheck.records import NamedTuple

if TYPE_CHECKING:
    from storycheck.syntax.story import Story


class EvidenceError(ValueError):
    """The evidence asked for cannot be had: an unknown item or profile."""


class Evidence(NamedTuple):
    """A choice of evidence: a description that is cheap to make; the packs are read when they are needed.

    >>> Evidence.default().without("G2").accept("low").left_out
    ('G2',)
    """

    packs: tuple[str, ...] = ()
    shipped: bool = True
    profile_id: str = ""
    threshold: Confidence | None = None
    left_out: tuple[str, ...] = ()
    let_in: tuple[str, ...] = ()

    @classmethod
    def default(cls) -> Self:
        """The packs that come with storycheck."""
        return cls()

    @classmethod
    def empty(cls) -> Self:
        """No packs: only what is added, and what a story declares itself."""
        return cls(shipped=False)

    def add(self, *packs: str | os.PathLike[str]) -> Self:
        """With further packs: folders with a `pack.yaml`, or folders of such."""
        return self._replace(packs=(*self.packs, *(os.fspath(pack) for pack in packs)))

    def without(self, *ids: str) -> Self:
        """Without some items, by identifier or compiled name."""
        return self._replace(left_out=(*self.left_out, *ids))

    def with_(self, *ids: str) -> Self:
        """With some items counted in full although their status or confidence would not let them."""
        return self._replace(let_in=(*self.let_in, *ids))

    def profile(self, profile_id: str) -> Self:
        """Under a profile of the packs."""
        return self._replace(profile_id=profile_id)

    def accept(self, confidence: Confidence | str) -> Self:
        """With another acceptance threshold: "strong", "medium" or "low"; ValueError for other words."""
        if not isinstance(confidence, Confidence):
            try:
                confidence = Confidence[confidence.upper()]
            except KeyError as error:
                raise ValueError(f"accept is strong, medium or low, not {confidence!r}") from error
        return self._replace(threshold=confidence)

    @property
    def loaded(self) -> Loaded:
        """The packs as they were read, once in a process, with what was wrong with them."""
        return _loaded(self.packs, self.shipped)

    @property
    def items(self) -> Mapping[str, Item]:
        """All items by identifier, whether they count or not."""
        return self.loaded.evidence.items

    @property
    def selected(self) -> EvidenceSet:
        """The evidence set with everything applied; EvidenceError for an unknown item or profile."""
        try:
            return select(
                self.loaded.evidence,
                profile=self.profile_id,
                accept=self.threshold,
                without=self.left_out,
                with_=self.let_in,
            )
        except ValueError as error:
            raise EvidenceError(str(error)) from error

    def find(self, name: str) -> tuple[Item, ...]:
        """The items with an identifier or compiled name; none if there are none."""
        try:
            return tuple(self.items[item_id] for item_id in sorted(resolve(self.loaded.evidence, (name,))))
        except ValueError:
            return ()


@cache
def _loaded(packs: tuple[str, ...], shipped: bool) -> Loaded:
    return load(packs, default=shipped)


def asked_by(story: "Story", evidence: Evidence) -> Evidence:
    """The evidence that a story asks for itself, on top of ours."""
    folder = Path(story.source.name).parent
    if story.evidence_paths:
        evidence = evidence.add(*(folder / path for path in story.evidence_paths))
    if story.profile and not evidence.profile_id:
        evidence = evidence.profile(story.profile)
    return evidence
