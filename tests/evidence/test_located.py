"""YAML with positions: data as written, places that point at it, refusals that say why."""

import pytest

from storycheck.evidence.located import BadYaml, Key, parse


def words(text: str, key: Key) -> str:
    place = parse(text).place(key)
    return text[place.start : place.end]


def test_scalars_stay_as_written() -> None:
    data = parse("a: no\nb: 0.10\nc: 'null'\nd: null\ne: 2020-01-01\n").data
    assert data == {"a": "no", "b": "0.10", "c": "null", "d": None, "e": "2020-01-01"}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_places_count_code_points(newline: str) -> None:
    text = newline.join(["# 😀 é", "top:", "  - key: 'é😀 value'", "    other: [x, yy]", ""])
    assert words(text, ("top", 0, "key")) == "'é😀 value'"
    assert words(text, ("top", 0, "other", 1)) == "yy"
    assert words(text, ("top",)) == "top"


def test_a_missing_value_is_at_what_is_around_it() -> None:
    text = "a:\n  b: {c: 1}\n"
    assert words(text, ("a", "b", "d", 3)) == "b"
    assert words(text, ("a", "b", "c")) == "1"


def test_an_empty_file_has_no_data() -> None:
    assert parse("").data is None
    assert parse("# nothing\n").data is None


@pytest.mark.parametrize(
    ("text", "message", "start"),
    [
        ("a: 1\na: 2", "given twice", 5),
        ("a: &x [1]\nb: *x", "anchors", 3),
        ("a: 1\n---\nb: 2", "one document", 5),
        ("? [1]\n: 2", "a key has to be a word", 2),
        ("{a: b", "not valid YAML", 5),
        ("a: b: c", "mapping values are not allowed", 4),
        ("a:\n\tb", "not valid YAML", 3),
        ("[" * 50, "nested too deeply", 13),
        ("a: \ud800", "not valid Unicode", 3),
        ("a: \x07", "control characters", 3),
    ],
)
def test_refusals_say_why_and_where(text: str, message: str, start: int) -> None:
    with pytest.raises(BadYaml, match=message) as caught:
        parse(text)
    assert caught.value.span.start == start


@pytest.mark.parametrize("text", ["[" * 300_000, "a: " * 100_000, "- " * 100_000, "{a: " * 100_000])
def test_deep_nesting_is_refused_at_once(text: str) -> None:
    with pytest.raises(BadYaml):
        parse(text)
