"""Segmenting: the words of a sentence as the longest known phrases, left to right."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from storycheck.source import Span
from storycheck.syntax.lexicon import Entry, Lexicon, words_in
from storycheck.syntax.tree import Segment

_MARKS = {mark: (Entry("word", "mark", mark),) for mark in ",;:()[]"}
_MARKS |= {mark: (Entry("word", "mark", "quote"),) for mark in "\"“”‘’'*_`"}
_MARKS |= {mark: (Entry("word", "mark", "dash"),) for mark in "—–-"}
_CITATION = re.compile(
    r"[(\[](?:see |cf\.? |e\.g\.,? )?[^()\[\]]*\bet al\b[^()\[\]]*[)\]]"
    r"|[(\[](?:see |cf\.? )?[A-Z][^()\[\]]*\b(?:19|20)\d\d[a-z]?[)\]]"
    r"|\[\d+(?:\s*[,–-]\s*\d+)*\]"
)


class Segmented(NamedTuple):
    """The segments, and the words that are in no known phrase, neighbours taken together."""

    segments: tuple[Segment, ...]
    unknown: tuple[Span, ...]


def without_citations(sentence: str) -> str:
    """The sentence with "(Zhang et al., 2017)" and "[12]" blanked out; every other place stays the same."""
    if "(" not in sentence and "[" not in sentence:
        return sentence
    return _CITATION.sub(lambda match: " " * len(match.group()), sentence)


def segmented(sentence: str, lexicons: Sequence[Lexicon]) -> Segmented:
    """The sentence as segments; where several lexicons know a phrase, the first's entries come first."""
    words = words_in(without_citations(sentence))
    while words and words[-1].text in ".!…":
        words.pop()
    texts = [word.text for word in words]
    segments: list[Segment] = []
    unknown: list[Span] = []
    at = 0
    while at < len(words):
        end, entries = _match(texts, at, lexicons)
        start_place, end_place = words[at].start, words[end - 1].end
        if entries:
            segments.append(Segment(len(segments), tuple(texts[at:end]), start_place, end_place, entries))
        elif unknown and not sentence[unknown[-1].end : start_place].strip("- "):
            unknown[-1] = Span(unknown[-1].start, end_place)
        else:
            unknown.append(Span(start_place, end_place))
        at = end
    return Segmented(tuple(segments), tuple(unknown))


def _match(texts: Sequence[str], at: int, lexicons: Sequence[Lexicon]) -> tuple[int, tuple[Entry, ...]]:
    """The end of the longest phrase at this word and its entries; an unknown word has none."""
    best, entries = at, ()
    for lexicon in lexicons:
        end, found = lexicon.match(texts, at)
        if end > best:
            best, entries = end, found
        elif end == best and found:
            entries += found
    if best > at:
        return best, entries
    return at + 1, _MARKS.get(texts[at], ())
