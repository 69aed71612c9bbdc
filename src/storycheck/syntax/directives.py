"""The lines of a story that are not sentences: title, sections, declarations, steps, settings."""

import re

from storycheck.diagnostics import Severity
from storycheck.nearest import nearest
from storycheck.records import NamedTuple
from storycheck.source import Span

SECTIONS = ("setup", "goal", "rationale", "claims", "assume")

_NAME = r"[A-Za-z][\w-]*"
_QUOTED = r'["“]([^"“”]*)["”]'
_RELATIONS = {"is a kind of": "kind of", "means": "means", "excludes": "excludes"}
_STEP = rf"therefore\s+({_NAME})\s+from\s+({_NAME}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+){_NAME})*)\s*\.?$"
_KEYWORD = re.compile(r"(story|concept|quantity|evidence|profile)\b\s*")
_GENERICS = r"read\s+generics\b\s*(.*)$"

EXAMPLES = {
    "story": 'story "A title"',
    "concept": '`concept "wug"`, or `concept "wug" is a kind of "dax"` (or `means`, or `excludes`)',
    "quantity": 'quantity "wugness"',
    "evidence": 'evidence "path/to/pack"',
    "profile": 'profile "strict"',
}


class Step(NamedTuple):
    """That claim ``id`` is said to follow from the ``premises``."""

    id: str
    premises: tuple[str, ...]
    span: Span


class Declaration(NamedTuple):
    """A phrase of the story's own: ``kind`` "concept" or "quantity", ``name`` as quoted.

    ``relation`` is "" or "kind of", "means" or "excludes", to the phrase ``other``.
    """

    kind: str
    name: str
    relation: str
    other: str
    span: Span


class Setting(NamedTuple):
    """A title ("story"), an evidence path, a profile, or "generics" as always."""

    kind: str
    value: str


class Section(NamedTuple):
    """The start of a section."""

    name: str


class Fault(NamedTuple):
    """A line that means to be one of these and is not: what a diagnostic will say."""

    code: str
    message: str
    help: str
    span: Span
    severity: Severity = Severity.ERROR


Directive = Section | Step | Declaration | Setting | Fault


def directives(line: str, offset: int) -> tuple[Directive, ...]:
    """What a line says that is no sentence; nothing if it is one. The line has no comment.

    A declaration with several others ("means "a" and "b"") gives one for each.
    """
    text = line.strip()
    span = Span(offset + line.index(text), offset + line.index(text) + len(text))
    if text.rstrip(":").lower() in SECTIONS:
        return (Section(text.rstrip(":").lower()),)
    if text.startswith("therefore") and text[9:10].isspace():
        return _step(text, span)
    if text.startswith("read") and (generics := re.match(_GENERICS, text)):
        return _generics(generics[1], span)
    keyword = _KEYWORD.match(text)
    rest = text[keyword.end() :] if keyword else ""
    if keyword is None or not (rest[:1] in ('"', "“") or not text.endswith((".", "!", "?"))):
        return ()
    return _quoted(keyword[1], rest, Span(span.end - len(rest), span.end), span)


def _step(text: str, span: Span) -> tuple[Directive, ...]:
    step = re.match(_STEP, text)
    if step:
        return (Step(step[1], tuple(re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+", step[2])), span),)
    if text.endswith(".") and " from " not in text:
        return ()
    return (Fault("bad-step", "this step cannot be read", "write `therefore g1 from r1, r2`", span),)


def _generics(rest: str, span: Span) -> tuple[Directive, ...]:
    reading = re.fullmatch(r"as\s+(always|usually)\s*\.?", rest)
    if reading:
        return (Setting("generics", reading[1]),)
    message = "generics are read as `usually` unless a story says `as always`"
    return (Fault("bad-setting", message, "write `read generics as always`", span),)


def _quoted(keyword: str, rest: str, place: Span, span: Span) -> tuple[Directive, ...]:
    """What follows a keyword that wants a phrase in quotation marks."""
    name = re.match(_QUOTED, rest)
    marks = re.findall(r'["“”]', rest)
    if len(marks) % 2:
        at = place.start + rest.rindex(marks[-1])
        return (
            Fault("unterminated-quote", "this quotation is not closed", _write(keyword), Span(at, place.end)),
        )
    if name is None or not name[1].strip():
        message = f"after `{keyword}` there has to be a phrase in quotation marks"
        return (Fault("bad-declaration", message, _write(keyword), span),)
    tail = rest[name.end() :].strip().rstrip(".").strip()
    phrase = " ".join(name[1].split())
    if keyword == "concept" and tail:
        return _related(phrase, tail, span)
    if tail:
        message = f"nothing is expected after the phrase, but there is `{tail}`"
        return (Fault("bad-declaration", message, _write(keyword), span),)
    if keyword in ("concept", "quantity"):
        return (Declaration(keyword, phrase, "", "", span),)
    return (Setting(keyword, name[1].strip()),)


def _related(phrase: str, tail: str, span: Span) -> tuple[Directive, ...]:
    """The second half of `concept "x" is a kind of "y"`."""
    words = " ".join(re.split(r'["“]', tail)[0].split())
    others = [" ".join(other.split()) for other in re.findall(_QUOTED, tail)]
    between = re.sub(r"\s+", " ", re.sub(_QUOTED, "", tail[len(words) :])).strip(" ,")
    if words in _RELATIONS and others and all(others) and between in ("", "and", ", and", ", , and"):
        return tuple(Declaration("concept", phrase, _RELATIONS[words], other, span) for other in others)
    close = nearest(words, _RELATIONS)
    return (
        Fault(
            "bad-declaration", f"`{words}` is no relation between concepts", close or _write("concept"), span
        ),
    )


def _write(keyword: str) -> str:
    example = EXAMPLES[keyword]
    return f"write {example if example.startswith('`') else f'`{example}`'}"
