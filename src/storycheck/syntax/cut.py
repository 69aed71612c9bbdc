"""A story's text cut into sentences and directives, in order. One pass, linear in the length."""

import re
from collections.abc import Iterator

from storycheck.diagnostics import Severity
from storycheck.nearest import nearest
from storycheck.records import NamedTuple
from storycheck.source import Span
from storycheck.syntax.directives import SECTIONS, Directive, Fault, Section, directives
from storycheck.syntax.stops import Stops

_LABEL = re.compile(r"\s*([A-Za-z][\w-]*):(?=\s|$)")
_NUMBERED_LABEL = re.compile(r"\s*[A-Za-z]{1,12}\d{1,4}[a-z]?:\s")
_BULLET = re.compile(r"\s*(?:[-*•]|\d{1,3}[.)])\s+(?=\S)")
_ALONE = re.compile(r"([A-Za-z]+)(:?)\s*$")
_WRITE_SECTION = f"the sections are {', '.join(f'`{name}`' for name in SECTIONS)}, each on a line of its own"


class Sentence(NamedTuple):
    """A sentence: its name ("" if it has none), where that stands, and where the words are."""

    label: str
    label_span: Span
    span: Span


Piece = Sentence | Directive


def pieces(text: str) -> Iterator[Piece]:
    """The sentences and directives of a text whose comments are blanked out."""
    cutter = _Cutter(text)
    for start, end, after in _lines(text):
        yield from cutter.line(start, end, after)
    yield from cutter.finish(at_end=True)


def _lines(text: str) -> Iterator[tuple[int, int, str]]:
    """Start and end of each line, with the next line that is not blank."""
    lines = text.split("\n")
    following = [""] * len(lines)
    for number in range(len(lines) - 2, -1, -1):
        below = lines[number + 1]
        following[number] = below if below.strip() else following[number + 1]
    start = 0
    for line, after in zip(lines, following, strict=True):
        yield start, start + len(line), after
        start += len(line) + 1


class _Cutter:
    """The sentence that has begun: its label, and where its words began and have got to."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.stops = Stops(text)
        self.label, self.label_span = "", Span(0, 0)
        self.begun: int | None = None
        self.until = 0

    def line(self, start: int, end: int, after: str) -> Iterator[Piece]:
        line = self.text[start:end]
        if not line.strip():
            yield from self.finish()
            return
        found = directives(line, start) or self._unknown_section(line, start, after)
        if found:
            yield from self.finish()
            yield from found
        else:
            yield from self._words(start, end)

    def _words(self, start: int, end: int) -> Iterator[Piece]:
        """Words of a line, which may end a sentence, and begin others."""
        if self.begun is not None and _NUMBERED_LABEL.match(self.text, start, end):
            yield from self.finish()
        bullet = _BULLET.match(self.text, start, end) if self.begun is None else None
        yield from self._begin(bullet.end() if bullet else start, end)
        for stop in self.stops.within(start, end):
            if self.begun is not None and self.begun < stop:
                yield self._sentence(stop)
                yield from self._begin(stop, end)
        self.until = start + len(self.text[start:end].rstrip())

    def _begin(self, at: int, end: int) -> Iterator[Piece]:
        """The label, if one stands here, and the first word."""
        if self.begun is not None:
            return
        label = _LABEL.match(self.text, at, end)
        if label:
            yield from self._labelled(label)
            at = label.end()
        while at < end and self.text[at].isspace():
            at += 1
        self.begun = at if at < end else None

    def _labelled(self, label: re.Match[str]) -> Iterator[Piece]:
        place = Span(label.start(1), label.end(1))
        if label[1].lower() in SECTIONS:
            message = f"`{label[1]}` is taken as the section, not as the name of a sentence"
            yield Fault("section-line", message, _WRITE_SECTION, place, Severity.WARNING)
            yield Section(label[1].lower())
            return
        yield from self._empty()
        self.label, self.label_span = label[1], place

    def _sentence(self, end: int) -> Sentence:
        sentence = Sentence(self.label, self.label_span, Span(self.begun or 0, end))
        self.label, self.begun = "", None
        return sentence

    def finish(self, at_end: bool = False) -> Iterator[Piece]:
        """End the sentence that has begun, although no full stop does."""
        if self.begun is None:
            yield from self._empty()
        elif self.stops.open_quote is not None:
            yield from self._unquoted(self.stops.open_quote)
        else:
            if not at_end:
                place = Span(self.until - 1, self.until)
                message = "a sentence ends here without a full stop"
                yield Fault("no-full-stop", message, "", place, Severity.NOTE)
            yield self._sentence(self.until)
        self.stops.open_quote = None

    def _empty(self) -> Iterator[Piece]:
        if self.label:
            message = f"`{self.label}` names no sentence"
            yield Fault("empty-sentence", message, "write the sentence after the colon", self.label_span)
        self.label = ""

    def _unquoted(self, quote: int) -> Iterator[Piece]:
        """The sentences after a quotation mark that nothing closes."""
        message = "this quotation is not closed"
        yield Fault(
            "unterminated-quote", message, "close it before the sentence ends", Span(quote, quote + 1)
        )
        begun = self.begun or 0
        for stop in Stops(self.text, heed_quotes=False).within(begun, self.until):
            yield self._sentence(stop)
            yield from self._begin(stop, self.until)
        if self.begun is not None:
            yield self._sentence(self.until)

    def _unknown_section(self, line: str, start: int, after: str) -> tuple[Directive, ...]:
        """A word alone on its line that no section is called by, where a section could start."""
        alone = _ALONE.match(line)
        if alone is None or self.begun is not None or self.label:
            return ()
        labelled = bool(_LABEL.match(after))
        if not (labelled or alone[2] or (after[:1].isspace() and after.strip()[:1].isupper())):
            return ()
        close = nearest(alone[1].lower(), SECTIONS)
        if alone[2] and not (labelled or close):  # the name of the sentence below
            return ()
        place = Span(start, start + len(alone[1]))
        return (
            Fault("unknown-section", f"there is no section `{alone[1]}`", close or _WRITE_SECTION, place),
            Section("claims"),
        )
