"""Choosing what an evidence set is judged with: profiles, thresholds, items left out or let in."""

from collections.abc import Iterable

from storycheck.evidence.items import Confidence, EvidenceSet
from storycheck.nearest import nearest


class UnknownName(ValueError):
    """A profile, item or alias that the evidence does not have; the message names what may be meant."""

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        """Word the fault, with the nearest names."""
        help_ = nearest(name, sorted(known))
        super().__init__(f"no {what} `{name}` in the evidence" + (f"; {help_}" if help_ else ""))


def select(
    evidence: EvidenceSet,
    profile: str = "",
    accept: Confidence | None = None,
    without: Iterable[str] = (),
    with_: Iterable[str] = (),
) -> EvidenceSet:
    """The evidence under a profile, with what is given on top of it; `UnknownName` for what it lacks.

    Items are named by identifier or alias. What is left out or let in here overrides the profile, and
    an item named both ways is left out.
    """
    excluded, included = evidence.excluded, evidence.included
    name, threshold = evidence.profile, evidence.accept
    if profile:
        if profile not in evidence.profiles:
            raise UnknownName("profile", profile, evidence.profiles)
        chosen = evidence.profiles[profile]
        name, threshold = chosen.id, chosen.accept
        excluded, included = resolve(evidence, chosen.without), resolve(evidence, chosen.include)
    let_in, left_out = resolve(evidence, with_), resolve(evidence, without)
    return evidence._replace(
        profile=name,
        accept=threshold if accept is None else accept,
        excluded=(excluded - let_in) | left_out,
        included=(included | let_in) - left_out,
    )


def resolve(evidence: EvidenceSet, names: Iterable[str]) -> frozenset[str]:
    """The identifiers that some names stand for: an alias stands for every item that has it."""
    return frozenset(found for name in names for found in _named(evidence, name))


def _named(evidence: EvidenceSet, name: str) -> tuple[str, ...]:
    if name in evidence.items:
        return (name,)
    grouped = tuple(item.id for item in evidence.items.values() if name in item.aliases)
    if not grouped:
        aliases = (alias for item in evidence.items.values() for alias in item.aliases)
        raise UnknownName("item", name, {*evidence.items, *aliases})
    return grouped
