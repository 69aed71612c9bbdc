"""Whatever is on disk, reading it gives a text or a diagnostic."""

import io
import os
from pathlib import Path

import pytest

from storycheck.files import LIMIT, read_source
from storycheck.source import Span


def write(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "story.ts"
    path.write_bytes(data)
    return path


def codes(path: Path | str) -> list[str]:
    return [diagnostic.code for diagnostic in read_source(path).diagnostics]


def test_a_text_is_read_as_it_is(tmp_path: Path) -> None:
    read = read_source(write(tmp_path, "SGD reaches Ω.\r\nIt does.\r\n".encode()))
    assert read.source.text == "SGD reaches Ω.\r\nIt does.\r\n"
    assert read.source.line_column(16) == (2, 1)
    assert read.usable and not read.diagnostics


def test_a_byte_order_mark_is_not_counted(tmp_path: Path) -> None:
    assert read_source(write(tmp_path, b"\xef\xbb\xbfSGD.")).source.text == "SGD."


def test_standard_input_is_read() -> None:
    read = read_source("-", stdin=io.BytesIO(b"SGD."))
    assert (read.source.text, read.source.name) == ("SGD.", "<stdin>")


def test_invalid_bytes_are_told_where_they_are_and_the_rest_is_kept(tmp_path: Path) -> None:
    read = read_source(write(tmp_path, "é\n".encode() + b"a\xff b.\n"))
    assert read.source.text == "é\na� b.\n"
    assert [d.span for d in read.diagnostics] == [Span(3, 4)]
    assert read.source.line_column(3) == (2, 2)
    assert read.usable


def test_a_large_file_is_refused_without_reading_it_whole(tmp_path: Path) -> None:
    path = write(tmp_path, b"x" * 20_000_000)
    assert codes(path) == ["too-large"]
    assert not read_source(path).usable


def test_a_file_at_the_limit_is_read(tmp_path: Path) -> None:
    assert codes(write(tmp_path, b"x" * LIMIT)) == []


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"\x7fELF\x00\x01", "binary-file"), ("SGD.".encode("utf-16"), "not-utf8"), (b"", "")],
)
def test_other_bytes(tmp_path: Path, data: bytes, code: str) -> None:
    assert codes(write(tmp_path, data)) == ([code] if code else [])


def test_what_cannot_be_opened_is_told(tmp_path: Path) -> None:
    assert codes(tmp_path / "gone.ts") == ["unreadable-file"]
    assert codes(tmp_path) == ["unreadable-file"]
    assert codes("") == ["unreadable-file"]
    assert codes("nul\x00byte") == ["unreadable-file"]
    assert "no such file" in read_source(tmp_path / "gone.ts").diagnostics[0].message


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser reads everything")
def test_a_forbidden_file_is_told(tmp_path: Path) -> None:
    path = write(tmp_path, b"SGD.")
    path.chmod(0)
    assert codes(path) == ["unreadable-file"]
