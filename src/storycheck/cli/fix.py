"""Writing repairs into files, so that nothing is lost: what cannot be done safely is not done, and told."""

import os
import shutil
import stat
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from storycheck.english import counted
from storycheck.files import read_source
from storycheck.reporting.fixes import Fixed, difference, fixed

if TYPE_CHECKING:
    from storycheck.report import Report

_BOM = b"\xef\xbb\xbf"


class NotWrittenError(Exception):
    """A file that was left as it is; the message says why."""


def differences(report: "Report") -> str:
    """What `--fix` would change, as a unified diff."""
    texts = []
    for one in fixed(report.documents):
        _tell_left(one)
        texts.append(difference(one))
    return "".join(texts)


def write_fixes(report: "Report") -> tuple[int, int]:
    """Write the first repair of every refuted claim; how many files were written, and how many were not."""
    written = failed = 0
    for one in fixed(report.documents):
        _tell_left(one)
        if not one.claims:
            continue
        try:
            _write(one)
        except NotWrittenError as error:
            failed += 1
            _tell(f"`{one.source.name}` was not changed: {error}")
        else:
            written += 1
            _tell(f"`{one.source.name}`: repaired {counted(len(one.claims), 'claim')}")
    return written, failed


def _write(one: Fixed) -> None:
    """Replace the file as a whole, if it still is what was judged; its permissions and links stay."""
    path = Path(os.path.realpath(one.source.name))
    try:
        mode = path.stat().st_mode
        if not mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(path, os.W_OK):
            raise NotWrittenError("it is read-only")
        before = path.read_bytes()
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_as_before(one.text.encode(), before))
            shutil.copymode(path, name)
            _check_unchanged(one, path)
            Path(name).replace(path)
        finally:
            Path(name).unlink(missing_ok=True)
    except (OSError, UnicodeEncodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise NotWrittenError(reason[:1].lower() + reason[1:]) from error


def _as_before(text: bytes, before: bytes) -> bytes:
    """A text with the byte order mark and the line ends that are taken off or changed when a file is read."""
    if b"\n" not in before:
        text = text.replace(b"\n", b"\r")
    return (_BOM if before.startswith(_BOM) else b"") + text


def _check_unchanged(one: Fixed, path: Path) -> None:
    now = read_source(path)
    if any(diagnostic.code == "not-utf8" for diagnostic in now.diagnostics):
        raise NotWrittenError("it is not in UTF-8")
    if now.source.text != one.source.text:
        raise NotWrittenError("it changed while it was judged; run storycheck again")


def _tell_left(one: Fixed) -> None:
    for claim in one.left:
        line, column = one.source.line_column(claim.span.start)
        _tell(f"{one.source.name}:{line}:{column}: not repaired: its words cannot be told from the markup")


def _tell(message: str) -> None:
    print(message, file=sys.stderr)
