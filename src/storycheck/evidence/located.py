"""YAML with positions: plain data, and for every value the span of the file that it came from.

Built on PyYAML's event stream (its C parser), not on its constructors: scalars stay strings, so that
"no" is a word and "0.10" a version; keys must be unique; anchors, tags and deep nesting are refused.
"""

from collections.abc import Iterator
from typing import Any

import yaml

from storycheck.records import NamedTuple
from storycheck.source import Span

Key = tuple[str | int, ...]

_DEEPEST = 12


class Located(NamedTuple):
    """``data`` of dicts, lists, strings and None; ``places`` has the span of a scalar, or else of its key."""

    data: object
    places: dict[Key, Span]

    def place(self, key: Key) -> Span:
        """The span of a value, or of the nearest thing around it that is in the file."""
        while key and key not in self.places:
            key = key[:-1]
        return self.places.get(key, Span(0, 0))


class BadYaml(Exception):
    """A file that is not the YAML we read; ``args`` are a message and the span."""

    def __init__(self, message: str, span: Span) -> None:
        """Keep what is wrong and where."""
        super().__init__(message)
        self.message, self.span = message, span


def parse(text: str) -> Located:
    """The data of a YAML text; raises `BadYaml` where it is not what we read."""
    places: dict[Key, Span] = {}
    events = _events(text)
    next(events, None)  # the stream's start
    start = next(events, None)
    if start is None or isinstance(start, yaml.StreamEndEvent):
        return Located(None, places)
    data = _value(next(events), events, (), places)
    next(events, None)  # the document's end
    for event in events:
        if not isinstance(event, yaml.StreamEndEvent):
            raise BadYaml("a file holds one document, without `---` further down", _span(event))
        break
    return Located(data, places)


def _events(text: str) -> Iterator[Any]:
    try:
        yield from yaml.parse(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = min(mark.index, len(text)) if mark else 0
        raise BadYaml(f"not valid YAML: {error.problem or error.context}", Span(at, at)) from None
    except yaml.reader.ReaderError as error:
        at = error.position if isinstance(error.position, int) else 0
        raise BadYaml(f"not valid YAML: {error.reason}", Span(at, at + 1)) from None
    except UnicodeEncodeError as error:
        raise BadYaml("not valid Unicode", Span(error.start, error.end)) from None


def _span(event: Any) -> Span:
    return Span(event.start_mark.index, event.end_mark.index)


def _value(event: Any, events: Iterator[Any], key: Key, places: dict[Key, Span]) -> object:
    if len(key) > _DEEPEST:
        raise BadYaml("nested too deeply", _span(event))
    if isinstance(event, yaml.AliasEvent) or event.anchor:
        raise BadYaml("anchors and aliases are not supported; write it out", _span(event))
    places.setdefault(key, _span(event))
    if isinstance(event, yaml.ScalarEvent):
        if not event.style and event.value in ("", "~", "null"):
            return None
        places[key] = _span(event)
        return str(event.value)
    if isinstance(event, yaml.SequenceStartEvent):
        return _sequence(events, key, places)
    return _mapping(events, key, places)


def _sequence(events: Iterator[Any], key: Key, places: dict[Key, Span]) -> list[object]:
    values: list[object] = []
    for event in events:
        if isinstance(event, yaml.SequenceEndEvent):
            break
        values.append(_value(event, events, (*key, len(values)), places))
    return values


def _mapping(events: Iterator[Any], key: Key, places: dict[Key, Span]) -> dict[str, object]:
    values: dict[str, object] = {}
    for event in events:
        if isinstance(event, yaml.MappingEndEvent):
            break
        if not isinstance(event, yaml.ScalarEvent):
            raise BadYaml("a key has to be a word", _span(event))
        if event.value in values:
            raise BadYaml(f"key `{event.value}` is given twice", _span(event))
        places[*key, event.value] = _span(event)
        values[event.value] = _value(next(events), events, (*key, event.value), places)
    return values
