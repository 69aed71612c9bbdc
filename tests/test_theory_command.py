"""The command `theory`, and `Checker.theory`."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

import storycheck as sc
from storycheck.checking.outcomes import Outcome
from tests.api.packs import wug_pack
from tests.test_cli import Run

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples" / "theories"
BARE = "--no-default-evidence"
Runs = Callable[..., Run]


@pytest.fixture
def run(tmp_path: Path) -> Runs:
    wug_pack(tmp_path / "wugs")
    return lambda *arguments: Run("theory", *arguments, cwd=tmp_path)


@pytest.fixture
def checker(tmp_path: Path) -> sc.Checker:
    return sc.Checker(sc.Evidence.empty().add(wug_pack(tmp_path / "wugs")))


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / f"{name}.ts"
    path.write_text(text)
    return path


def test_examples_are_read_whole_and_judged() -> None:
    found = sc.Checker().theory(EXAMPLES)
    assert len(found.theories) == 4
    assert not any(document.diagnostics for document in found.documents)
    assert not any(theory.unread for theory in found.theories)
    by_name = {Path(theory.source.name).stem: theory.judgement for theory in found.theories}
    assert all(judgement.consistent and judgement.decided for judgement in by_name.values())
    good = {one.statement: one for one in by_name["good-minima"].outcomes}
    assert good["G1.5"].outcome is Outcome.EXPLAINED
    assert good["G2.1"].outcome is good["G1.4"].outcome is Outcome.CONTRADICTED
    assert by_name["bias-variance"].count(Outcome.CONTRADICTED) > 0
    assert by_name["interpretable-features"].count(Outcome.CONTRADICTED) > 0
    assert by_name["simplicity-prior"].count(Outcome.EXPLAINED, accepted=False) > 0


def test_texts_and_files(checker: sc.Checker, tmp_path: Path) -> None:
    found = checker.theory(
        "Wugs are never daxes.", write(tmp_path, "t", 'story "T"\nc1: Some wugs are daxes.\n')
    )
    first, second = found.theories
    assert (first.name, second.name) == ("<text>", "T")
    assert first.judgement.count(Outcome.EXPLAINED) == second.judgement.count(Outcome.CONTRADICTED) == 1
    assert str(found) == repr(found)
    assert "score" in str(found)


def test_setup_and_steps_are_left_aside_and_that_is_said(checker: sc.Checker) -> None:
    claims = "claims\n  c1: Wugs are daxes.\n  c2: Feps are wugs.\ntherefore c2 from c1\n"
    found = checker.theory(f"setup\n  The model is a wug.\n{claims}")
    codes = [one.code for document in found.documents for one in document.diagnostics]
    assert codes == ["not-of-a-theory"] * 2
    assert [claim.id for claim in found.theories[0].judgement.claims] == ["c1", "c2"]


def test_text_json_and_status(run: Runs, tmp_path: Path) -> None:
    good = write(tmp_path, "good", "c1: Wugs are never daxes.\n")
    bad = write(tmp_path, "bad", "c1: Every wug is a dax.\nc2: No wug is a dax.\n")
    packs = (BARE, "--evidence", tmp_path / "wugs")
    done = run(good, *packs)
    assert done.status == 0
    assert "score 0 = 1 explained - 0 to give up - 1 said, of 1 accepted finding" in done.out
    both = run(good, bad, *packs)
    assert both.status == 1
    assert "inconsistent, so it explains nothing: c1 and c2 contradict each other; no" in both.out
    assert "+ c1" in both.out
    assert run(bad, *packs, "--fail-on", "never").status == 0
    data = json.loads(run(good, bad, *packs, "--format", "json").out)
    assert data["schema"] == 1
    assert [one["score"] for one in data["theories"]] == [0, None]
    assert data["theories"][1]["clashes"] == [["c1", "c2"]]
    assert data["theories"][0]["statements"][0]["claims"] == ["c1"]


def test_what_the_limit_left_undecided_is_said_of_each_statement(run: Runs) -> None:
    """In full, side by side and in JSON; under `--strict` it is a finding."""
    names = ("bias-variance", "good-minima")
    first, second = (EXAMPLES / f"{name}.ts" for name in names)
    alone = run(second, "--limit", "1").out
    assert re.search(r"score at least -\d+ = 0 explained - 0 contradicted - 2 said - \d+ not decided", alone)
    assert "nothing counts as explained" in alone
    undecided = alone.partition("not decided within the solver's limit\n")[2].partition("silent on")[0]
    assert "  G1.1  " in undecided
    assert "  G2.1  " in undecided
    assert "no part in any of it" not in alone
    both = run(first, second, "--limit", "1").out
    assert ", ? not decided within the" in both
    assert re.search(r"^G2.1 +\? +SGD that starts", both, re.M)
    assert re.search(r"^ +\d+ +\d+ +not decided$", both, re.M)
    data = json.loads(run(second, "--limit", "1", "--format", "json").out)["theories"][0]
    found = {one["statement"]: one["outcome"] for one in data["statements"]}
    assert (found["G1.1"], found["G2.1"], found["PF4.1"]) == ("undecided", "undecided", "silent")
    assert (data["complete"], data["explained"], data["idle"]) == (False, [], [])
    assert data["score"] == -data["says"] - data["summary"]["undecided"]
    assert run(second, "--limit", "1", "--fail-on", "never", "--strict").status == 1


def test_what_cannot_be_used(run: Runs, tmp_path: Path) -> None:
    packs = (BARE, "--evidence", tmp_path / "wugs")
    unread = write(tmp_path, "unread", "c1: Wugs gimble daxes.\n")
    done = run(unread, *packs)
    assert done.status == 0
    assert "unknown-term" in done.out
    assert "c1: not read, and left aside" in done.out
    assert run(unread, *packs, "--strict").status == 1
    missing = run("missing.ts", *packs)
    assert (missing.status, "unreadable-file" in missing.out) == (2, True)
    (tmp_path / "empty").mkdir()
    assert run("empty", *packs).status == 2
    assert (
        run().status == run(unread, "--format", "html").status == run(unread, "--profile", "no").status == 2
    )


def test_no_name_is_not_the_current_folder(run: Runs) -> None:
    done = run("")
    assert (done.status, "the name of a file is empty" in done.err) == (2, True)


def test_settings_that_other_commands_have_do_no_harm(run: Runs, tmp_path: Path) -> None:
    (tmp_path / "storycheck.toml").write_text(
        'fail-on = "unread"\nformat = "html"\ndefault-evidence = false\n'
    )
    good = write(tmp_path, "good", "c1: Wugs are never daxes.\n")
    assert run(good, "--evidence", tmp_path / "wugs").status == 0


def test_inconsistent_evidence_judges_nothing(tmp_path: Path) -> None:
    pack = wug_pack(tmp_path / "wugs")
    other = (pack / "items" / "W1.yaml").read_text().replace("id: W1", "id: W2").replace("W-A", "W-B")
    (pack / "items" / "W2.yaml").write_text(other.replace("No wug is a dax.", "Every wug is a dax."))
    found = sc.Checker(sc.Evidence.empty().add(pack)).theory("Wugs are daxes.")
    assert (found.theories, found.evidence.consistent) == ((), False)
    assert "no theory was judged" in str(found)


def test_a_text_without_a_title_is_named_once(checker: sc.Checker) -> None:
    assert str(checker.theory("Every wug is a dax.")).startswith("<text>\n")
