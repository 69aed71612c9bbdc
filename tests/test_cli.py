"""The command line as a user meets it: nearly every run is a process of its own."""

import json
import os
import pty
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from storycheck import cli
from storycheck.api import Checker
from storycheck.cli.commands import check, storycheck
from storycheck.cli.run import Options
from tests.api.packs import wug_pack

WUGS = """\
story "Wugs"
concept "wug"
concept "dax"
assume
  a1: No wug is a dax.
claims
  c1: Every wug is a dax.
  c2: Some wugs are not daxes.
"""
BARE = "--no-default-evidence"
SGD = "SGD always reaches good minima."
TRACE = "Traceback"


class Run:
    """A finished run. Nothing that a user does may end in a traceback."""

    def __init__(self, *arguments: str | Path, cwd: Path, given: bytes = b"", **environment: str) -> None:
        done = subprocess.run(
            (sys.executable, "-m", "storycheck", *map(str, arguments)),
            input=given,
            capture_output=True,
            cwd=cwd,
            timeout=120,
            check=False,
            env={k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS")} | environment,
        )
        self.status, self.out, self.err = done.returncode, done.stdout.decode(), done.stderr.decode()
        assert TRACE not in self.out + self.err


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., Run]:
    return lambda *arguments, **more: Run(*arguments, **({"cwd": tmp_path} | more))


@pytest.fixture
def wugs(tmp_path: Path) -> Path:
    path = tmp_path / "wugs.ts"
    path.write_text(WUGS)
    return path


# What is judged


def test_bare_storycheck_shows_help(run: Callable[..., Run]) -> None:
    for arguments in ((), ("--help",), ("-h",)):
        done = run(*arguments)
        assert done.status == 0
        assert "Usage: " in done.out
        assert "evidence" in done.out


def test_version(run: Callable[..., Run]) -> None:
    assert run("--version").out == "storycheck 0.1.0\n"


def test_a_sentence(run: Callable[..., Run]) -> None:
    done = run("-e", SGD)
    assert done.status == 1
    assert "error[refuted]: s1 contradicts G1" in done.out
    assert "G2 (G-B)" in done.out
    assert "  --> <expression>:1:1" in done.out


def test_a_file_with_and_without_the_command(run: Callable[..., Run], wugs: Path) -> None:
    done = run(wugs, BARE)
    assert done.status == 1
    assert "error[refuted]: c1 contradicts a1" in done.out
    assert f"--> {wugs}:7:7" in done.out
    assert run("check", wugs, BARE).out == done.out
    assert run("--quiet", wugs, BARE).status == 1


def test_standard_input(run: Callable[..., Run]) -> None:
    done = run("-", BARE, given=WUGS.encode())
    assert done.status == 1
    assert "--> <stdin>:7:7" in done.out


def test_folders_and_several_files_in_order(run: Callable[..., Run], wugs: Path) -> None:
    other = wugs.with_name("a.story")
    other.write_text(SGD)
    done = run("--format", "json", BARE, wugs, wugs.parent)
    assert [document["path"] for document in json.loads(done.out)["documents"]] == [str(wugs), str(other)]


def test_several_processes_give_the_same_report(run: Callable[..., Run], wugs: Path) -> None:
    for number in range(10):
        wugs.with_name(f"s{number}.ts").write_text(WUGS.replace("Wugs", f"Wugs {number}"))
    options = ("--format", "json", BARE)
    one, two = run(*options, "."), run(*options, "--jobs", "2", ".")
    assert one.out == two.out
    assert one.status == two.status == 1


# What cannot be used


def test_no_input(run: Callable[..., Run]) -> None:
    done = run("check")
    assert done.status == 2
    assert "give a story" in done.err


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("missing.ts", None, "no such file"),
        ("binary.ts", b"SGD\0", "binary"),
        ("latin.ts", b"SGD reaches good minima \xff.", "UTF-8"),
        ("large.ts", b"a. " * 7_000_000, "larger than"),
    ],
)
def test_unusable_files_are_told_and_the_others_judged(
    run: Callable[..., Run], wugs: Path, name: str, content: bytes | None, words: str
) -> None:
    if content is not None:
        wugs.with_name(name).write_bytes(content)
    done = run(BARE, name, wugs.name)
    assert done.status == (2 if name != "latin.ts" else done.status)
    assert done.status in (1, 2)
    assert words in done.out
    assert name in done.out
    assert "c1 contradicts a1" in done.out


def test_an_empty_file_is_an_empty_story(run: Callable[..., Run], tmp_path: Path) -> None:
    (tmp_path / "empty.ts").touch()
    done = run(BARE, "empty.ts")
    assert done.status == 0
    assert "0 claims" in done.out


def test_a_folder_without_stories(run: Callable[..., Run], tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    (tmp_path / "none" / "loop").symlink_to(tmp_path / "none")
    done = run(BARE, "none")
    assert done.status == 2
    assert "no *.ts or *.story file in the folder `none`" in done.out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--frobnicate",), "No such option"),
        (("-e", SGD, "--without", "G22"), "no item `G22` in the evidence; did you mean"),
        (("-e", SGD, "--profile", "strickt"), "no profile `strickt`"),
        (("-e", SGD, "--accept", "sure"), "'sure' is not one of"),
        (("-e", SGD, "--output", "no/such/folder/x"), "cannot write `no/such/folder/x`"),
        (("explain", "refutted"), "did you mean `refuted`"),
        (("evidence", "show", "Q9"), "no evidence item `Q9`"),
    ],
)
def test_wrong_usage(run: Callable[..., Run], arguments: tuple[str, ...], words: str) -> None:
    done = run(*arguments)
    assert done.status == 2
    assert words in done.err


def test_a_broken_pack_is_told_with_its_place(run: Callable[..., Run], tmp_path: Path, wugs: Path) -> None:
    pack = tmp_path / "pack"
    (pack / "items").mkdir(parents=True)
    (pack / "pack.yaml").write_text("name: mine\nversion: 1.0.0\nsummary: mine\n")
    (pack / "items" / "X1.yaml").write_text("id: X1\ntitel: typo\n")
    done = run(BARE, "--evidence", pack, wugs)
    assert done.status == 2
    assert f"--> {pack / 'items' / 'X1.yaml'}:2:8" in done.out
    assert "c1 contradicts a1" in done.out
    done = run(BARE, "--evidence", "nowhere", wugs)
    assert done.status == 2
    assert "no folder `nowhere`" in done.out


def test_a_reader_that_leaves_early(wugs: Path) -> None:
    command = (
        f"{sys.executable} -m storycheck {BARE} {wugs} {'-e x ' * 200} | head -n 1; echo ${{PIPESTATUS[0]}}"
    )
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=120, check=True)
    assert TRACE not in done.stderr
    assert "Exception" not in done.stderr


@pytest.fixture
def interruptible() -> Iterator[None]:
    """What runs in the background is started deaf to interrupts, and its children with it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_interrupted(tmp_path: Path) -> None:
    process = subprocess.Popen(
        (sys.executable, "-m", "storycheck", "-"),
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
    )
    assert process.stdin is not None
    process.stdin.write(b" " * 1_000_000)  # more than a pipe holds: once it is through, it is being read
    process.stdin.flush()
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err.decode().strip() == "storycheck: interrupted"


def test_an_internal_error_is_one_message(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise KeyError("lost")

    monkeypatch.setattr(Checker, "check_paths", broken)
    monkeypatch.setattr(sys, "argv", ["storycheck", "-e", SGD])
    with pytest.raises(SystemExit) as exit_:
        cli.main()
    assert exit_.value.code == 2
    message = capsys.readouterr().err
    assert message.startswith("storycheck: internal error: KeyError: 'lost' in test_cli.py:")
    assert "report it" in message


# How it is shown


def test_json_is_written_to_a_file(run: Callable[..., Run], wugs: Path) -> None:
    done = run(BARE, "--format", "json", "--output", "out.json", wugs)
    assert done.out == ""
    report = json.loads(wugs.with_name("out.json").read_text(encoding="utf-8"))
    assert report["summary"]["refuted"] == 1


@pytest.mark.parametrize("format_", ["html", "markdown", "github", "sarif", "junit"])
def test_other_formats(run: Callable[..., Run], wugs: Path, format_: str) -> None:
    done = run(BARE, "--format", format_, wugs)
    assert done.status == 1
    assert "c1" in done.out


def test_quiet_shows_findings_only(run: Callable[..., Run], wugs: Path) -> None:
    assert "c2" in run(BARE, wugs).out
    assert "c2" not in run(BARE, "-q", wugs).out


def test_colour_and_width(run: Callable[..., Run], wugs: Path) -> None:
    assert "\x1b[" not in run(BARE, wugs).out
    assert "\x1b[1;31merror[refuted]:\x1b[0m" in run(BARE, "--color", "always", wugs).out
    lines = run(BARE, wugs, COLUMNS="40").out.splitlines()
    assert max(len(line) for line in lines if str(wugs) not in line) <= 40


def test_an_output_that_has_no_line_drawing(run: Callable[..., Run], wugs: Path) -> None:
    done = run(BARE, wugs, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.status == 1
    assert "   |" in done.out
    wugs.write_text("Größe ist nicht bekannt.")
    assert "Gr\\xf6" in run(BARE, wugs, PYTHONIOENCODING="ascii", PYTHONUTF8="0").out


def test_a_terminal_is_coloured(wugs: Path) -> None:
    master, slave = pty.openpty()
    environment = {k: v for k, v in os.environ.items() if k != "NO_COLOR"} | {"TERM": "xterm"}
    command = (sys.executable, "-m", "storycheck", BARE, str(wugs))
    with subprocess.Popen(command, stdout=slave, stderr=slave, env=environment) as process:
        os.close(slave)
        shown = b""
        while True:
            try:
                block = os.read(master, 65536)
            except OSError:
                break
            if not block:
                break
            shown += block
    assert process.returncode == 1
    assert b"\x1b[1;31merror[refuted]:" in shown


# What fails, and settings


def test_exit_statuses(run: Callable[..., Run], tmp_path: Path, wugs: Path) -> None:
    (tmp_path / "unread.ts").write_text("Colorless green ideas sleep furiously.")
    assert run(BARE, "unread.ts").status == 0
    assert run(BARE, "--strict", "unread.ts").status == 1
    assert run(BARE, "--fail-on", "unread", "unread.ts").status == 1
    assert run(BARE, "--fail-on", "never", wugs).status == 0


def test_evidence_choices(run: Callable[..., Run]) -> None:
    assert "G1" not in run("-e", SGD, "--without", "G1").out.split("judged against")[0]
    assert run("-e", SGD, "--without", "G-A", "--without", "G-B").status == 0
    assert run("-e", SGD, "--no-default-evidence").status == 0


def test_settings_and_their_errors(run: Callable[..., Run], tmp_path: Path) -> None:
    settings = tmp_path / "pyproject.toml"
    settings.write_text('[tool.storycheck]\nwithout = ["G1", "G2"]\nformat = "json"\n')
    assert json.loads(run("-e", SGD).out)["summary"]["refuted"] == 0
    assert "0 refuted" not in run("-e", SGD, "--format", "text").out
    settings.write_text("[tool.storycheck]\nwithuot = []\n")
    done = run("-e", SGD)
    assert done.status == 2
    assert "unknown key `withuot`; did you mean `without`" in done.err
    settings.write_text('[tool.storycheck]\naccept = "sure"\n')
    done = run("-e", SGD)
    assert done.status == 2
    assert done.err.startswith(f"Error: `{settings}`: ")
    assert str(settings) not in run("-e", SGD, "--accept", "surer").err


def test_settings_hold_for_what_shows_the_evidence(run: Callable[..., Run], tmp_path: Path) -> None:
    wug_pack(tmp_path / "wugs")
    (tmp_path / "s.ts").write_text("c1: Every wug is a dax.\n")
    (tmp_path / "storycheck.toml").write_text('evidence = ["wugs"]\ndefault-evidence = false\n')
    for arguments in (("evidence", "list"), ("evidence", "show", "W1"), ("evidence", "coverage", "s.ts")):
        done = run(*arguments)
        assert (done.status, "W1" in done.out) == (0, True)
    assert run("explain", "W1").out.startswith("W1 (W-A): ")
    assert run("evidence", "check").out.startswith("1 item, ")
    (tmp_path / "storycheck.toml").unlink()
    assert run("explain", "W1").status == 2
    assert run("explain", "--evidence", "wugs", "W1").status == 0


def test_an_assumption_against_the_evidence_cannot_hold(run: Callable[..., Run], tmp_path: Path) -> None:
    (tmp_path / "s.ts").write_text(f"assume\n  a: {SGD}\ngoal\n  Dropout helps.\n")
    out = run("s.ts").out
    told = " ".join(out.split())
    assert "error[assumption-against-evidence]: a cannot hold given G1, and independently G2 -->" in told
    assert out.count("against-evidence") == out.count(f"│   a: {SGD}") == 1
    place = "file=s.ts,title=storycheck%3A assumption-against-evidence,line=2,"
    assert place in run("s.ts", "--format", "github").out


# Other commands


def test_explain_tells_codes_and_items(run: Callable[..., Run]) -> None:
    assert run("explain", "refuted").out.startswith("refuted: ")
    narrow = run("explain", "refuted", COLUMNS="40").out
    assert max(map(len, narrow.splitlines())) <= 40
    assert run("explain", "G-B").out.startswith("G2 (G-B): ")


def test_explain_tells_words(run: Callable[..., Run]) -> None:
    told = run("explain", "good minima").out
    assert told.startswith("reaches a good minimum\n  means: fits the training data and generalizes well\n")
    assert "good solution" in told
    assert "much of it: generalizes well" in run("explain", "generalization").out
    assert "has high probing accuracy\n" in run("explain", "high probing accuracy").out
    many = run("explain", "training", COLUMNS="40").out
    assert max(map(len, many.splitlines())) <= 40
    assert run("explain", "frobnicate").status == 2


def test_evidence_list_and_show(run: Callable[..., Run]) -> None:
    rows = [line.split() for line in run("evidence", "list").out.splitlines()]
    assert ["G2", "G-B", "accepted", "medium"] in [row[:4] for row in rows]
    shown = run("evidence", "show", "G2").out
    for words in ("NeurIPS 2020", "must refute", "G2.1", "scaling"):
        assert words in shown


def test_lint(run: Callable[..., Run], tmp_path: Path) -> None:
    path = tmp_path / "proposal.md"
    path.write_text(f"# Plan\n\nWe like it. *{SGD}* Does it?\n\n```story\n{WUGS}```\n")
    done = run("lint", path)
    assert done.status == 1
    assert f"--> {path}:3:14" in done.out
    assert f"--> {path}:12:7" in done.out
    assert run("lint", "-q", path).status == 1
    path.write_text(f"<!-- storycheck: ignore -->\n{SGD}\n")
    assert run("lint", path).status == 0


def test_the_plain_case_needs_no_parser_of_options(run: Callable[..., Run], wugs: Path) -> None:
    code = (
        "import sys; from storycheck.cli import main\n"
        f"sys.argv = ['storycheck', {str(wugs)!r}]\n"
        "try: main()\n"
        "except SystemExit as end: print(end.code, [n for n in ('click', 'yaml') if n in sys.modules])"
    )
    run(wugs)
    done = subprocess.run((sys.executable, "-c", code), capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "1 []"


def test_the_plain_case_knows_the_commands() -> None:
    assert set(cli.COMMANDS) == set(storycheck.commands)
    context = check.make_context("check", ["-e", SGD])
    given = {name: value for name, value in context.params.items() if name not in ("paths", "expression")}
    assert Options(**given) == Options()


# Odd surroundings


@pytest.mark.parametrize(
    ("command", "status"),
    [("{} w.ts >&-", 1), ("{} w.ts 2>&-", 1), ("{} - <&-", 0), ("{} w.ts >/dev/full", 2)],
)
def test_closed_and_full_streams(tmp_path: Path, command: str, status: int) -> None:
    (tmp_path / "w.ts").write_text(WUGS)
    if "/dev/full" in command and not os.path.exists("/dev/full"):  # noqa: PTH110
        pytest.skip("no full device here")
    given = command.format(f"{sys.executable} -m storycheck {BARE}")
    done = subprocess.run(("sh", "-c", given), cwd=tmp_path, capture_output=True, timeout=60, check=False)
    assert done.returncode == status
    assert "internal" not in done.stderr.decode()
    assert (b"cannot write `<stdout>`" in done.stderr) == ("/dev/full" in command)


LINKED = """\
concept "wug"
concept "dax"
concept "fep"
assume
  Every wug is a dax.
  Every wug is a dax.
  Every wug is a dax.
  Every dax is a fep.
  Every dax is a fep.
claims
  Some wug is not a fep.
"""


def test_conflicts_that_are_not_listed_are_counted_in(run: Callable[..., Run], tmp_path: Path) -> None:
    """Each of three links with each of two."""
    (tmp_path / "linked.ts").write_text(LINKED)
    few, every = (run(str(tmp_path / "linked.ts"), "--max-conflicts", most) for most in ("5", "6"))
    assert "and in at least 4 other ways" in " ".join(few.out.split())
    assert "conflict 5 of at least 5" in few.out
    assert "and in 5 other ways" in " ".join(every.out.split())
    assert "conflict 6 of 6" in every.out


def test_all_conflicts(run: Callable[..., Run]) -> None:
    few, every = run("-e", SGD, "--max-conflicts", "1"), run("-e", SGD, "--all-conflicts")
    assert "there may be more conflicts" in few.out
    assert "and independently G2" in every.out
    assert "there may be more conflicts" not in every.out
    assert every.status == 1
