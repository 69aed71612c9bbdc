"""Repairs written into files: only the words that change, and nothing lost where it cannot be done."""

import difflib
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from storycheck.api import Checker, Report
from storycheck.cli.fix import differences, write_fixes
from storycheck.report import DocumentReport, Repair, Verdict
from storycheck.reporting.fixes import fixed
from storycheck.source import SourceText, Span
from tests.reporting.sample import REPORT
from tests.test_cli import Run

ALWAYS, USUALLY = "SGD always reaches good minima.", "SGD usually reaches good minima."
NEVER, RARELY = "SGD never reaches bad minima.", "SGD rarely reaches bad minima."
UNREAD = "Blorps zizzle."
AWKWARD = (
    ("two on a line", f"goal\n  {ALWAYS} {NEVER}\n", f"goal\n  {USUALLY} {RARELY}\n"),
    (
        "over lines, with comments that hold its words",
        "claims\n  c: SGD  always # always reaches\n      reaches good   minima. # yes\n",
        "claims\n  c: SGD  usually # always reaches\n      reaches good   minima. # yes\n",
    ),
    (
        "windows line breaks, no last one",
        f"claims\r\n  {ALWAYS}\r\n{NEVER}",
        f"claims\r\n  {USUALLY}\r\n{RARELY}",
    ),
    ("old line breaks", f"claims\r  {ALWAYS}\r", f"claims\r  {USUALLY}\r"),
    ("byte order mark", f"\ufeff{ALWAYS}\n", f"\ufeff{USUALLY}\n"),
    ("what is not read stays", f"{UNREAD}\n{ALWAYS}\n{USUALLY}\n", f"{UNREAD}\n{USUALLY}\n{USUALLY}\n"),
    ("beyond the plane", f'story "𝔖 é"\n  {ALWAYS}\n', f'story "𝔖 é"\n  {USUALLY}\n'),
)
PROSE = """\
# Notes

We think. **SGD** *always* reaches
[good minima](http://example.org/a_b). Other text.

> SGD never
> reaches bad minima.

```story
claims
  c: SGD always reaches good minima. # always
```
"""


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., Run]:
    return lambda *arguments, **more: Run(*arguments, **({"cwd": tmp_path} | more))


def judged(checker: Checker, path: Path, text: str) -> Report:
    path.write_bytes(text.encode())
    return checker.check(path)


@pytest.mark.parametrize(
    ("before", "after"), [case[1:] for case in AWKWARD], ids=[case[0] for case in AWKWARD]
)
def test_only_the_words_that_change_are_changed(
    checker: Checker, tmp_path: Path, before: str, after: str
) -> None:
    path = tmp_path / "story.ts"
    path.touch()
    path.chmod(0o640)
    report = judged(checker, path, before)
    repairs = [claim.repairs[0] for claim in report.claims if claim.verdict is Verdict.REFUTED]
    assert write_fixes(report) == (1, 0)
    assert path.read_bytes().decode() == after
    assert path.stat().st_mode & 0o777 == 0o640
    assert [each.name for each in tmp_path.iterdir()] == ["story.ts"]
    now = {" ".join(claim.text.split()): claim.verdict for claim in checker.check(path).claims}
    assert all(now[repair.text] is repair.verdict for repair in repairs)


def test_a_difference_has_the_lines_of_patch(checker: Checker, tmp_path: Path) -> None:
    odd = "Other\ftext.\rMore\u2028of it."
    path = tmp_path / "notes.md"
    path.write_bytes(f"{odd}\n\n{ALWAYS}\n".encode())
    shown = differences(checker.lint(path)).split("\n")
    assert shown[2:] == ["@@ -1,3 +1,3 @@", f" {odd}", " ", f"-{ALWAYS}", f"+{USUALLY}", ""]


def test_prose_keeps_its_markup(checker: Checker, tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text(PROSE)
    assert write_fixes(checker.lint(path)) == (1, 0)
    changed = [
        line for line in difflib.ndiff(PROSE.split("\n"), path.read_text().split("\n")) if line[0] in "+-"
    ]
    assert changed == [
        "- We think. **SGD** *always* reaches",
        "+ We think. **SGD** *usually* reaches",
        "- > SGD never",
        "+ > SGD rarely",
        "-   c: SGD always reaches good minima. # always",
        "+   c: SGD usually reaches good minima. # always",
    ]


MARKED = (
    ("SGD **can** *never* reach bad minima.", "SGD **will** *rarely* reach bad minima."),
    (
        "Networks <b>never</b> memorize the training data.",
        "Networks <b>do not always</b> memorize the training data.",
    ),
)


@pytest.mark.parametrize(("before", "after"), MARKED)
def test_each_word_stays_in_its_marks(checker: Checker, tmp_path: Path, before: str, after: str) -> None:
    path = tmp_path / "notes.md"
    path.write_text(before)
    assert write_fixes(checker.lint(path)) == (1, 0)
    assert path.read_text() == after


TAKEN_OUT = (
    ("Wugs must *always* gimble.", "Wugs rarely gimble."),
    ("Wugs must *not always* gimble.", "Wugs rarely gimble."),
    ("Wugs must **not always**\n  gimble.", "Wugs rarely\n  gimble."),
    ("Wugs *must not* _always_ gimble.", "Wugs *rarely* gimble."),
    ("Wugs must <!-- so -->\nalways gimble.", "Wugs rarely <!-- so -->\ngimble."),
)


@pytest.mark.parametrize(("before", "after"), TAKEN_OUT)
def test_what_is_taken_out_leaves_no_empty_marks(before: str, after: str) -> None:
    words = " ".join(re.sub(r"<!--.*?-->|[*_]", "", before).split())
    repair = Repair("Wugs rarely gimble.", Verdict.ENTAILED, "strength")
    claim = REPORT.claims[0]._replace(
        text=words, span=Span(0, len(before)), verdict=Verdict.REFUTED, repairs=(repair,)
    )
    (one,) = fixed((DocumentReport(SourceText(before), None, (claim,)),))
    assert one.text == after


def test_a_file_that_changed_meanwhile_is_left(
    checker: Checker, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "story.ts"
    report = judged(checker, path, f"{ALWAYS}\n")
    path.write_text(f"{ALWAYS} # mine\n")
    assert write_fixes(report) == (0, 1)
    assert path.read_text() == f"{ALWAYS} # mine\n"
    assert "changed while it was judged" in capsys.readouterr().err
    path.unlink()
    assert write_fixes(report) == (0, 1)
    assert not list(tmp_path.iterdir())


def test_a_file_that_is_not_utf8_is_left(checker: Checker, tmp_path: Path) -> None:
    path = tmp_path / "story.ts"
    data = ALWAYS.encode() + b"\n# \xff\n"
    path.write_bytes(data)
    assert write_fixes(checker.check(path)) == (0, 1)
    assert path.read_bytes() == data


def test_a_file_given_twice_and_a_link_to_it_are_repaired_once(checker: Checker, tmp_path: Path) -> None:
    path, link = tmp_path / "story.ts", tmp_path / "link.ts"
    path.write_text(f"{ALWAYS}\n")
    link.symlink_to(path)
    assert write_fixes(checker.check_paths([path, path])) == (1, 0)
    path.write_text(f"{NEVER}\n")
    assert write_fixes(checker.check(link)) == (1, 0)
    assert link.is_symlink()
    assert path.read_text() == f"{RARELY}\n"


def test_contested_claims_and_those_that_stand_are_left(checker: Checker, tmp_path: Path) -> None:
    report = judged(
        checker, tmp_path / "story.ts", "Expressive power comes from many parameters.\n" + USUALLY
    )
    assert [claim.verdict for claim in report.claims] == [Verdict.CONTESTED, Verdict.ENTAILED]
    assert report.claims[0].repairs
    assert write_fixes(report) == (0, 0)
    assert differences(report) == ""


def test_the_command(run: Callable[..., Run], tmp_path: Path) -> None:
    path = tmp_path / "story.ts"
    path.write_text(f"{ALWAYS}\n# a comment\n{UNREAD}")
    shown = run("--diff", path)
    assert shown.status == 1
    assert shown.out.endswith(
        f"-{ALWAYS}\n+{USUALLY}\n # a comment\n {UNREAD}\n\\ No newline at end of file\n"
    )
    assert path.read_text().startswith(ALWAYS)
    done = run("--fix", path)
    assert (done.status, path.read_text()) == (0, f"{USUALLY}\n# a comment\n{UNREAD}")
    assert "repaired 1 claim\n" in done.err
    assert "entailed" in done.out


def test_the_command_says_what_it_cannot_write(run: Callable[..., Run], tmp_path: Path) -> None:
    path = tmp_path / "story.ts"
    path.write_text(ALWAYS)
    path.chmod(0o444)
    refused = run("--fix", path)
    assert refused.status == 2
    assert "was not changed: it is read-only" in refused.err
    assert path.read_text() == ALWAYS
    given = run("--fix", "-", given=ALWAYS.encode())
    assert (given.status, given.out) == (2, "")
    assert "`--fix` writes into files" in given.err
    assert f"+{USUALLY}\n" in run("--diff", "-", given=ALWAYS.encode()).out
