"""Adjectives that a wording takes in without meaning them: "deep networks" are networks, if none is shallow.

Most say "deep network" and "linear probe" for any network and probe. Who sets them against shallow ones, or
nonlinear ones, means more than that.
"""

from collections.abc import Sequence

from storycheck.meaning.language import Language
from storycheck.meaning.senses import Senses
from storycheck.meaning.trouble import Unreadable
from storycheck.syntax.tree import Segment


def check_contrasted(segments: Sequence[Segment], language: Language) -> None:
    """Raises Unreadable for an adjective that is left out, where other words make it count."""
    for segment in segments:
        noun = segment.entry("concept", "noun") if len(segment.words) > 1 else None
        adjective = language.left_out(segment.words[0], noun.ref) if noun is not None else ""
        if not adjective:
            continue
        others = (ref for other in segments if other is not segment for ref in other.entries.refs)
        if any(_are_opposed(adjective, ref, language.senses) for ref in others):
            word = segment.words[0]
            raise Unreadable(
                "word-left-over",
                f"`{segment.text}` is read without `{word}`, which counts here",
                segment.span,
                f"say it by itself: `if they are {word}`",
            )


def _are_opposed(one: str, other: str, senses: Senses) -> bool:
    return one != other and (senses.are_akin(one, other) or senses.are_exclusive(one, other))
