"""The README shows what storycheck does now. ``UPDATE_GOLDEN=1`` writes its reports anew."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import storycheck as sc
from storycheck.api.checkup import checkup

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
SHOWN = re.compile(r"```console\n\$ storycheck (?P<arguments>.*)\n(?P<output>(?:.*\n)*?)```\n")
BLOCK = re.compile(r"```(?P<kind>\w*)\n(?P<text>(?:.*\n)*?)```\n")


def output(arguments: str) -> str:
    command = (sys.executable, "-m", "storycheck", *shlex.split(arguments))
    environment = {k: v for k, v in os.environ.items() if k != "COLUMNS"}
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=environment, check=False)
    assert done.stderr == ""
    return done.stdout


def _again(shown: re.Match[str]) -> str:
    arguments = shown["arguments"]
    return f"```console\n$ storycheck {arguments}\n{output(arguments)}```\n"


def test_reports_are_as_shown() -> None:
    text = README.read_text(encoding="utf-8")
    assert SHOWN.search(text)
    current = SHOWN.sub(
        lambda shown: f"```console\n$ storycheck {shown['arguments']}\n{output(shown['arguments'])}```\n",
        text,
    )
    if os.environ.get("UPDATE_GOLDEN"):
        README.write_text(current, encoding="utf-8")
    assert README.read_text(encoding="utf-8") == current


def blocks(kind: str) -> list[str]:
    text = README.read_text(encoding="utf-8")
    return [block["text"] for block in BLOCK.finditer(text) if block["kind"] == kind]


def test_the_story_is_read_whole() -> None:
    (story,) = [text for text in blocks("") if text.startswith("story ")]
    report = sc.check(story)
    assert len(report.claims) == 3
    assert not any(document.diagnostics for document in report.documents)
    assert sc.Verdict.UNREAD not in {claim.verdict for claim in report.claims}


def test_the_item_is_a_sound_one(tmp_path: Path) -> None:
    (tmp_path / "mine" / "items").mkdir(parents=True)
    manifest = "name: mine\nversion: 1.0.0\nsummary: mine\nrequires: [inductive-biases]\n"
    (tmp_path / "mine" / "pack.yaml").write_text(manifest)
    (item,) = blocks("yaml")
    (tmp_path / "mine" / "items" / "X1.yaml").write_text(item)
    found = checkup(sc.Evidence.default().add(tmp_path / "mine"))
    shown = [one for document in found.report.documents for one in document.diagnostics]
    assert [one.message for one in shown if "X1" in one.path or "X1" in one.message] == []


@pytest.mark.parametrize("code", blocks("python"))
def test_python_runs(code: str) -> None:
    exec(code, {})
