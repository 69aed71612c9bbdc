"""Story files: sections, named sentences, declarations and steps.

Sentences are not read here; each is cut out with its exact place. Whatever is wrong becomes a diagnostic,
and the rest stands. Time is linear in the length of the text.
"""

import re
from collections.abc import Iterator

from storycheck.diagnostics import Diagnostic, Severity
from storycheck.nearest import nearest
from storycheck.records import NamedTuple
from storycheck.source import SourceText, Span
from storycheck.syntax.cut import Piece, Sentence, pieces
from storycheck.syntax.directives import Declaration, Fault, Section, Setting, Step

__all__ = ["Declaration", "Step", "Story", "StorySentence", "parse_story"]

LONGEST = 4_000_000
"""Characters of the longest story."""
MOST_SENTENCES = 10_000
MOST_FAULTS = 1_000

_QUOTE_OR_COMMENT = re.compile(r'["“”]|(?:^|(?<=\s))#')
_CONTROL = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"
    "\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]+"  # those that no one sees
)
_MOST_CONTROLS = 10


class StorySentence(NamedTuple):
    """One sentence: ``text`` is what the source has in ``span``, with comments inside it blanked out."""

    id: str
    section: str
    text: str
    span: Span


class Story(NamedTuple):
    """A story taken apart. ``section`` of a sentence before any section is "claims"."""

    source: SourceText
    title: str | None = None
    sentences: tuple[StorySentence, ...] = ()
    steps: tuple[Step, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    read_generics_always: bool = False
    evidence_paths: tuple[str, ...] = ()
    profile: str | None = None
    diagnostics: tuple[Diagnostic, ...] = ()


def parse_story(source: SourceText) -> Story:
    """The story in a text; never raises."""
    if len(source.text) > LONGEST:
        message = f"a story of {len(source.text):,} characters is too long; {LONGEST:,} are read at most"
        fault = Diagnostic("too-large", Severity.ERROR, message, Span(0, 0), "split it into several stories")
        return Story(source, diagnostics=(fault,))
    text, controls = _cleaned(source.text)
    builder = _Builder(text, list(controls))
    for piece in pieces(text):
        if builder.full:
            builder.stop(piece)
            break
        builder.add(piece)
    sentences = builder.named()
    return Story(
        source,
        builder.title,
        sentences,
        tuple(builder.sound_steps(sentences)),
        tuple(builder.declarations),
        builder.always,
        tuple(builder.evidence),
        builder.profile,
        tuple(sorted(builder.diagnostics, key=lambda one: one.span)),
    )


def _cleaned(text: str) -> tuple[str, Iterator[Diagnostic]]:
    """The text with comments as spaces, and what cannot be printed as a replacement mark."""
    text = "\n".join(_without_comment(line) if "#" in line else line for line in text.split("\n"))
    found = [match.span() for match in _CONTROL.finditer(text)]
    if found:
        text = _CONTROL.sub(lambda match: "\ufffd" * len(match[0]), text)
    faults = (
        Diagnostic(
            "control-character",
            Severity.ERROR,
            "characters here are no text" + (" (and further on)" if len(found) > _MOST_CONTROLS else ""),
            Span(start, end),
            "remove them, or save the file as UTF-8",
        )
        for start, end in found[:_MOST_CONTROLS]
    )
    return text, faults


def _without_comment(line: str) -> str:
    """The line up to its first "#" that is not in a quotation, as long as before."""
    quoted = False
    for mark in _QUOTE_OR_COMMENT.finditer(line):
        if mark[0] != "#":
            quoted = not quoted
        elif not quoted:
            return line[: mark.start()] + " " * (len(line) - mark.start())
    return line


_NO_NAME = "name it where it stands: `g1: …`"


class _Builder:
    """The story so far."""

    def __init__(self, text: str, diagnostics: list[Diagnostic]) -> None:
        self.text, self.diagnostics = text, diagnostics
        self.section, self.always = "claims", False
        self.title: str | None = None
        self.profile: str | None = None
        self.evidence: list[str] = []
        self.sentences: list[tuple[str, Sentence]] = []
        self.steps: list[Step] = []
        self.declarations: list[Declaration] = []

    def add(self, piece: Piece) -> None:
        """Take the next sentence or directive."""
        if isinstance(piece, Sentence):
            self.sentences.append((self.section, piece))
        elif isinstance(piece, Section):
            self.section = piece.name
        elif isinstance(piece, Step):
            self.steps.append(piece)
        elif isinstance(piece, Declaration):
            self.declarations.append(piece)
        elif isinstance(piece, Setting):
            self._set(piece)
        else:
            self._tell(piece)

    @property
    def full(self) -> bool:
        """Whether there is enough for any reader, and perhaps too much for us."""
        return len(self.sentences) >= MOST_SENTENCES or len(self.diagnostics) >= MOST_FAULTS

    def stop(self, piece: Piece) -> None:
        """Tell that nothing is read from this piece on."""
        what = "sentences" if len(self.sentences) >= MOST_SENTENCES else "faults"
        span = piece.span if isinstance(piece, Sentence | Step | Declaration | Fault) else Span(0, 0)
        message = f"this story has too many {what}; from here on it is not read"
        self._tell(Fault("too-large", message, "split it into several stories", span))

    def _set(self, setting: Setting) -> None:
        if setting.kind == "evidence":
            self.evidence.append(setting.value)
        elif setting.kind == "generics":
            self.always = setting.value == "always"
        elif setting.kind == "story":
            self.title = setting.value if self.title is None else self.title
        else:
            self.profile = setting.value

    def _tell(self, fault: Fault) -> None:
        self.diagnostics.append(Diagnostic(fault.code, fault.severity, fault.message, fault.span, fault.help))

    def named(self) -> tuple[StorySentence, ...]:
        """The sentences, each with an identifier of its own: the author's, or s1, s2, …"""
        taken = {sentence.label for _, sentence in self.sentences}
        free = (name for name in map("s{}".format, range(1, 2 * MOST_SENTENCES + 2)) if name not in taken)
        used: set[str] = set()
        named = []
        for section, sentence in self.sentences:
            name = sentence.label or next(free)
            if name in used:
                help_ = "names are for `therefore` to refer to; give each sentence its own"
                self._tell(
                    Fault(
                        "duplicate-id", f"`{name}` names another sentence already", help_, sentence.label_span
                    )
                )
                name = next(free)
            used.add(name)
            text = self.text[sentence.span.start : sentence.span.end]
            named.append(StorySentence(name, section, text, sentence.span))
        return tuple(named)

    def sound_steps(self, sentences: tuple[StorySentence, ...]) -> Iterator[Step]:
        """The steps between sentences that are there; the others are reported."""
        known = {sentence.id for sentence in sentences}
        for step in self.steps:
            unknown = [name for name in dict.fromkeys((step.id, *step.premises)) if name not in known]
            for name in unknown:
                help_ = nearest(name, sorted(known)) or _NO_NAME
                self._tell(
                    Fault("unknown-id", f"no sentence of this story is named `{name}`", help_, step.span)
                )
            if step.id in step.premises:
                self._tell(Fault("bad-step", f"`{step.id}` cannot be a reason for itself", "", step.span))
            elif not unknown:
                yield step
