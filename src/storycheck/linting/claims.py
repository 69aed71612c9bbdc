"""The stories of a document, and its prose as one more story whose claims have the role "prose"."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from storycheck.documents import markdown, plain
from storycheck.documents.passages import Document, Fence, Ignore, Passage, only
from storycheck.documents.sentences import clauses, sentences
from storycheck.meaning.closed import closed_words
from storycheck.meaning.language import Language
from storycheck.records import NamedTuple
from storycheck.source import SourceText
from storycheck.syntax.attribution import attributed
from storycheck.syntax.segment import segmented
from storycheck.syntax.story import Story, StorySentence, parse_story

PROSE = "prose"
_PLAIN = (".txt",)
_LONGEST = 600
_FEWEST_WORDS = 3
# what points at another sentence, or tells what somebody does or should do, is no claim of its own
_SAYING = (
    "expect|believe|think|claim|argue|assume|conjecture|hypothesi[sz]e|suspect|predict|anticipate|find|found|show"
    "|showed|know|observed?|note|have (?:shown|found)"
)
_TIED = re.compile(
    r"\b(should(n['’]t)?|ought|this|these|those|such an?|the (above|former|latter))\b"
    rf"|\b(we|i|you)\b(?!,? (also |therefore |thus |strongly )?({_SAYING})\b)",
    re.I,
)


class Lintable(NamedTuple):
    """What a document has to judge: its prose, its fenced stories, and how many sentences were left out."""

    prose: Story
    stories: tuple[Story, ...]
    skipped: int


def lintable(source: SourceText) -> Lintable:
    """What there is to judge in a document; Markdown unless its name says that it is plain text."""
    scan = plain.scan if source.name.lower().endswith(_PLAIN) else markdown.scan
    document = scan(source.text)
    ignored = _Ignored(document)
    stories = tuple(_story(fence, source) for fence in document.fences if not ignored.block(fence.start))
    found: list[StorySentence] = []
    skipped = 0
    for passage in document.passages:
        for start, end in sentences(passage.text):
            here = ignored.sentence(passage, passage.span(start, end).start)
            for first, last in _claims(passage.text[start:end]):
                text, span = (
                    passage.text[start + first : start + last],
                    passage.span(start + first, start + last),
                )
                if here or not _may_be_claim(text):
                    skipped += 1
                else:
                    found.append(StorySentence(f"p{len(found) + 1}", PROSE, text, span))
    return Lintable(Story(source, sentences=tuple(found)), stories, skipped)


def _claims(sentence: str) -> Iterator[tuple[int, int]]:
    """The ranges of what a sentence claims; a question claims nothing by its parts either."""
    return iter([(0, len(sentence))]) if sentence.endswith("?") else clauses(sentence)


def has_known_words(text: str, language: Language) -> bool:
    """Whether every word of a sentence is known; if not, it cannot be read, and most prose is like that.

    Whose claim it is may be told in words that are left aside. Reading would find that out too, and look for
    words to suggest to the author, who did not ask.
    """
    return not segmented(attributed(text)[0], (language.lexicon, closed_words())).unknown


def _may_be_claim(text: str) -> bool:
    """Whether it is worth reading: no question, no fragment, not too long, not tied to its neighbours."""
    whole = not text.endswith("?") and len(text) <= _LONGEST and len(text.split()) >= _FEWEST_WORDS
    return whole and not _TIED.search(text)


def _story(fence: Fence, source: SourceText) -> Story:
    return parse_story(SourceText(only(source.text, fence.lines), source.name))


class _Ignored:
    """What the suppressing comments of a document cover: the next block, or the next sentence."""

    def __init__(self, document: Document) -> None:
        blocks = sorted([p.offsets[0] for p in document.passages] + [f.start for f in document.fences])
        starts = sorted(_sentence_starts(document))
        self._blocks = frozenset(_covered(document.ignores, blocks, block=True))
        self._sentences = frozenset(_covered(document.ignores, starts, block=False))

    def block(self, start: int) -> bool:
        return start in self._blocks

    def sentence(self, passage: Passage, start: int) -> bool:
        return start in self._sentences or passage.offsets[0] in self._blocks


def _sentence_starts(document: Document) -> Iterator[int]:
    if document.ignores:
        for passage in document.passages:
            yield from (passage.offsets[start] for start, _ in sentences(passage.text))


def _covered(ignores: tuple[Ignore, ...], starts: list[int], block: bool) -> Iterator[int]:
    """The first start after each comment of a kind."""
    for ignore in ignores:
        index = bisect_left(starts, ignore.offset)
        if ignore.block == block and index < len(starts):
            yield starts[index]
