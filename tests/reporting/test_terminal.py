import io

import pytest

from storycheck.reporting.layout import ASCII, UNICODE
from storycheck.reporting.terminal import look_for


class Terminal(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


def stream(encoding: str = "utf-8", *, terminal: bool = False) -> io.TextIOWrapper:
    return (Terminal if terminal else io.TextIOWrapper)(io.BytesIO(), encoding=encoding)


@pytest.mark.parametrize(
    ("color", "terminal", "environment", "painted"),
    [
        ("auto", True, {}, True),
        ("auto", False, {}, False),
        ("auto", True, {"NO_COLOR": "1"}, False),
        ("auto", True, {"NO_COLOR": ""}, True),
        ("auto", True, {"TERM": "dumb"}, False),
        ("always", False, {"NO_COLOR": "1"}, True),
        ("never", True, {}, False),
    ],
)
def test_colour(color: str, terminal: bool, environment: dict[str, str], painted: bool) -> None:
    assert look_for(stream(terminal=terminal), color, environment).color is painted


@pytest.mark.parametrize(
    ("columns", "width"),
    [("40", 40), ("1", 24), ("500", 100), ("", 80), ("x", 80), ("²", 80), ("-3", 80), ("9" * 5000, 100)],
)
def test_width(columns: str, width: int) -> None:
    assert look_for(stream(), "auto", {"COLUMNS": columns}).width == width


@pytest.mark.parametrize(("encoding", "glyphs"), [("utf-8", UNICODE), ("ascii", ASCII), ("latin-1", ASCII)])
def test_glyphs_fit_the_encoding(encoding: str, glyphs: object) -> None:
    assert look_for(stream(encoding), "auto", {}).glyphs == glyphs
