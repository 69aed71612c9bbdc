"""Particles after the object: "scale *the network* up" is "scale up the network"."""

from collections.abc import Sequence

from storycheck.syntax.joints import stands
from storycheck.syntax.lexicon import Lexicon
from storycheck.syntax.tree import Segment

_OF_OBJECT = frozenset(("DET", "QUANT", "ADJ", "NOUN", "OF", "POSS", "PRON"))
_FARTHEST = 6


def with_particles(segments: Sequence[Segment], closed: Lexicon) -> tuple[Segment, ...]:
    """The segments with each particle beside the verb that it belongs to, if there is one."""
    found = list(segments)
    for particle in [each for each in segments if each.entries.values.get("unread") == "particle"]:
        _join(found, found.index(particle), closed)
    return tuple(found)


def _join(segments: list[Segment], at: int, closed: Lexicon) -> None:
    verb = at - 1
    while verb > max(0, at - _FARTHEST) and not _joined(segments[verb], segments[at], closed):
        if not stands(segments, verb, _OF_OBJECT):
            return
        verb -= 1
    both = _joined(segments[verb], segments[at], closed) if verb >= 0 else None
    if both is not None and verb < at - 1:
        segments[verb] = both
        del segments[at]


def _joined(verb: Segment, particle: Segment, closed: Lexicon) -> Segment | None:
    """The verb with its particle, if the closed classes know it so."""
    words = (*verb.words, *particle.words)
    entries = closed.phrases.get(words)
    known = entries and any(entry.ref.startswith("v-") for entry in verb.entries)
    return verb._replace(words=words, entries=entries) if known and entries else None
