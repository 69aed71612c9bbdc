"""What a document consists of for storycheck: passages of prose and fenced stories."""

from collections.abc import Iterable, Iterator

from storycheck.records import NamedTuple
from storycheck.source import Span


class Char(NamedTuple):
    """One visible character and where it stands in the document, in code points."""

    text: str
    offset: int


class Passage(NamedTuple):
    """The running text of one block (a paragraph, an item, a heading, a cell), without its markup.

    ``offsets[i]`` is where ``text[i]`` stands in the document; offsets only rise.
    """

    text: str
    offsets: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """Where the part ``text[start:end]``, not empty, stands in the document."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1)


class Fence(NamedTuple):
    """A fenced story: the lines of its content as spans of the document, line breaks included."""

    lines: tuple[Span, ...]

    @property
    def start(self) -> int:
        """Where the content starts in the document; 0 if there is none."""
        return self.lines[0].start if self.lines else 0


class Ignore(NamedTuple):
    """A comment that suppresses what follows it: the next block if it stands on a line of its own."""

    offset: int
    block: bool


class Document(NamedTuple):
    """Passages, stories and suppressions, each in the order of the text."""

    passages: tuple[Passage, ...]
    fences: tuple[Fence, ...] = ()
    ignores: tuple[Ignore, ...] = ()


def passage(characters: Iterable[Char]) -> Passage | None:
    """A passage of characters, white space made single blanks; None if nothing is left."""
    kept = list(_single_blanks(characters))
    if kept and kept[-1].text == " ":
        kept.pop()
    if not kept:
        return None
    return Passage("".join(c.text for c in kept), tuple(c.offset for c in kept))


def _single_blanks(characters: Iterable[Char]) -> Iterator[Char]:
    blank = True
    for character in characters:
        if not character.text.isspace():
            blank = False
            yield character
        elif not blank:
            blank = True
            yield Char(" ", character.offset)


def only(text: str, spans: Iterable[Span]) -> str:
    """The text with everything outside the spans blanked, so that what is left keeps its place."""
    pieces: list[str] = []
    end = 0
    for span in spans:
        pieces += [_blank(text[end : span.start]), text[span.start : span.end]]
        end = span.end
    return "".join(pieces)


def _blank(text: str) -> str:
    return "\n".join(" " * len(line) for line in text.split("\n"))
