"""Repairs put into the text that they are of, and shown as a difference. Nothing here touches a file.

Only the words that a repair changes are changed; line breaks, comments and markup between them stay.
"""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher, unified_diff
from io import StringIO
from itertools import pairwise

from storycheck.records import NamedTuple
from storycheck.report import ClaimReport, DocumentReport, Verdict
from storycheck.source import SourceText, Span

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[^\w\s]|_")
_BETWEEN = re.compile(
    r"(?:\]\([^()\s]*\)|\]\[[^\[\]]*\]|<!--.*?-->|</?[A-Za-z][^<>]*>|[\s*_`~>\[\]\\])*", re.DOTALL
)
"""What may stand between two words of a sentence in Markdown."""
_EMPHASIS = ("*", "_", "`", "~")
_BLANKS = (" ", "\t")


class Fixed(NamedTuple):
    """A text before and after; ``claims`` are those repaired, ``left`` those whose place was not found."""

    source: SourceText
    text: str
    claims: tuple[ClaimReport, ...]
    left: tuple[ClaimReport, ...]


class _Edit(NamedTuple):
    start: int
    end: int
    text: str


def fixed(documents: Iterable[DocumentReport]) -> Iterator[Fixed]:
    """Every text with a refuted claim that has a repair, with the first repair of each such claim made."""
    sources: dict[str, SourceText] = {}
    wanted: dict[str, dict[Span, ClaimReport]] = {}
    for document in documents:
        for claim in document.claims:
            if claim.verdict is Verdict.REFUTED and claim.repairs:
                sources[document.source.name] = document.source
                wanted.setdefault(document.source.name, {}).setdefault(claim.span, claim)
    for name, claims in wanted.items():
        yield _fixed(sources[name], [claims[span] for span in sorted(claims)])


def difference(one: Fixed) -> str:
    """The change as a unified diff; empty if there is none. Only line feeds end lines, as for `patch`."""
    before, after = list(StringIO(one.source.text)), list(StringIO(one.text))
    name = one.source.name
    lines = unified_diff(before, after, name, name)
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def _fixed(source: SourceText, claims: list[ClaimReport]) -> Fixed:
    edits: list[_Edit] = []
    done: list[ClaimReport] = []
    for claim in claims:
        places = _places(claim.text, source.slice(claim.span))
        if places is not None:
            done.append(claim)
            edits += _edits(claim, source.text, [place.shifted(claim.span.start) for place in places])
    text = source.text
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return Fixed(source, text, tuple(done), tuple(claim for claim in claims if claim not in done))


def _places(text: str, there: str) -> list[Span] | None:
    """Where the words of a claim stand in its source; None if they are not all found."""
    found = list(_WORD.finditer(text))
    if len(text) == len(there) and all(there.startswith(word[0], word.start()) for word in found):
        return [Span(*word.span()) for word in found]
    places, at = [], 0
    for word in found:
        between = _BETWEEN.match(there, at)
        start = between.end() if between else at
        if not there.startswith(word[0], start):
            start = there.find(word[0], at, start + 1)
        if start < 0:
            return None
        at = start + len(word[0])
        places.append(Span(start, at))
    return places


def _edits(claim: ClaimReport, text: str, places: list[Span]) -> Iterator[_Edit]:
    """The fewest changes of words in a text that make the first repair of the claim."""
    repair = claim.repairs[0].text
    old, new = (list(_WORD.finditer(text)) for text in (claim.text, repair))
    matcher = SequenceMatcher(None, [word[0] for word in old], [word[0] for word in new], autojunk=False)
    for kind, i, j, k, m in matcher.get_opcodes():
        said = repair[new[k].start() : new[m - 1].end()] if k < m else ""
        if kind == "insert" and i == 0:
            yield _Edit(places[0].start, places[0].start, said + _gap(repair, new, m))
        elif kind == "insert":
            yield _Edit(places[i - 1].end, places[i - 1].end, _gap(repair, new, k) + said)
        elif kind == "delete":
            yield from _taken_out(text, places[i:j])
        elif _gaps(claim.text, old[i:j]) == _gaps(repair, new[k:m]):
            yield from (_Edit(*at, word[0]) for at, word in zip(places[i:j], new[k:m], strict=True))
        elif kind == "replace":
            yield _Edit(*places[i], said)
            yield from _taken_out(text, places[i + 1 : j])


def _taken_out(text: str, places: Iterable[Span]) -> Iterator[_Edit]:
    """Edits that take words out, those taken together between which there are only blanks."""
    runs: list[Span] = []
    for place in places:
        joined = runs and not text[runs[-1].end : place.start].strip(" \t")
        runs.append(runs.pop().union(place) if joined else place)
    low = 0
    for run in runs:
        edit = _emptied(text, *run, low)
        low = edit.end
        yield edit


def _emptied(text: str, start: int, end: int, low: int) -> _Edit:
    """Takes a stretch out, with a blank, and with marks of emphasis that would be left around nothing."""
    while low < start and text[start - 1] in _EMPHASIS and text[start - 1] == text[end : end + 1]:
        start, end = start - 1, end + 1
    if text[max(low, start - 1) : start] in _BLANKS:
        return _Edit(start - 1, end, "")
    return _Edit(start, end + (text[end : end + 1] in _BLANKS), "")


def _gaps(text: str, words: list[re.Match[str]]) -> list[str]:
    """What stands between words."""
    return [text[one.end() : other.start()] for one, other in pairwise(words)]


def _gap(text: str, words: list[re.Match[str]], at: int) -> str:
    """What stands before a word."""
    return text[words[at - 1].end() : words[at].start()] if 0 < at < len(words) else " "
