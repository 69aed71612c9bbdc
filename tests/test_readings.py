"""Several readings of the literature: the matrix of profiles, and `diff`."""

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

import storycheck as sc
from storycheck.api.choices import chosen_by, difference
from storycheck.checking.changes import item_changes
from storycheck.checking.readings import lined_up
from storycheck.evidence.profiles import select
from tests.api.packs import wug_pack
from tests.small import Confidence, Status, evidence, item
from tests.test_cli import Run

PROFILES = """\
profiles:
  - {id: strict, summary: only the strong, accept: strong}
  - {id: none, summary: nothing, without: [W1]}
"""
STORY = "c1: Every wug is a dax.\nc2: Some feps are daxes.\n"
SCHEMA = Path(sc.__file__).parent / "reporting" / "report.schema.json"
Runs = Callable[..., Run]


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = wug_pack(tmp_path / "wugs")
    with (folder / "pack.yaml").open("a") as file:
        file.write(PROFILES)
    (tmp_path / "s.ts").write_text(STORY)
    return folder


@pytest.fixture
def run(tmp_path: Path, pack: Path) -> Runs:
    return lambda *arguments, **more: Run(*arguments, cwd=tmp_path, **more)


# Profiles

PACKS = ("--no-default-evidence", "--evidence", "wugs")


def test_all_profiles_side_by_side(run: Runs) -> None:
    done = run("s.ts", *PACKS, "--profiles", "all")
    assert done.status == 1
    assert done.out.splitlines()[1].split() == ["default", "none", "strict"]
    row = next(line for line in done.out.splitlines() if line.startswith("*"))
    assert row.split()[1:5] == ["c1", "refuted", "unaddressed", "contested"]
    assert "2 of 2 rows differ" in done.out
    assert run("s.ts", *PACKS, "--profile", "none", "--profile", "none").status == 0
    assert "c1" in run("s.ts", *PACKS, "--profile", "none", "--profile", "strict").out


def test_the_matrix_in_json_keeps_the_schema(run: Runs) -> None:
    done = run("s.ts", *PACKS, "--profiles", "all", "--format", "json")
    data = json.loads(done.out)
    jsonschema.validate(data, json.loads(SCHEMA.read_text()))
    assert [one["evidence"]["profile"] for one in data["profiles"]] == ["default", "none", "strict"]
    verdicts = [one["documents"][0]["claims"][0]["verdict"] for one in data["profiles"]]
    assert verdicts == ["refuted", "unaddressed", "contested"]
    assert data["documents"][0]["claims"][0]["verdict"] == "refuted"
    assert json.loads(run("s.ts", *PACKS, "--format", "json").out)["profiles"] == []


def test_why_a_profile_leaves_something_unknown(run: Runs, pack: Path, tmp_path: Path) -> None:
    """Its evidence contradicts itself, with what; or the solver's limit."""
    other = (pack / "items" / "W1.yaml").read_text().replace("id: W1", "id: W2").replace("W-A", "W-B")
    other = other.replace("No wug is a dax.", "Every wug is a dax.").replace("seems real", "unknown")
    (pack / "items" / "W2.yaml").write_text(other)
    with (pack / "pack.yaml").open("a") as file:
        file.write("  - {id: all, summary: everything, accept: low}\n")
    (tmp_path / "s.ts").write_text(f"{STORY}c3: Daxes gimble.\ntherefore c2 from c1\ntherefore c3 from c1\n")
    out = run("s.ts", *PACKS, "--profile", "default", "--profile", "all").out
    (row,) = (line.split() for line in out.splitlines() if line.startswith("*  therefore c2"))
    assert row[3:5] == ["gap", "unknown"]
    assert "  therefore c3 unknown: a sentence was not read\n" in out
    assert "  c1, c2 and therefore c2 unknown: inconsistent evidence\n" in out
    assert "  W1 and W2 contradict each other through W1.1 and W2.1\n" in out
    limited = run("s.ts", *PACKS, "--profile", "default", "--profile", "none", "--limit", "1")
    assert "c1 unknown: the solver gave up inside its limit" in limited.out
    done = run("diff", "wugs", "wugs", "s.ts", "--limit", "1")
    assert "0 of 5 verdicts changed" in done.out
    told = run("diff", "wugs,profile=none", "wugs", "s.ts", "--limit", "1")
    assert "c2: undetermined -> unknown (the solver gave up inside its limit)" in told.out
    (first, *_) = json.loads(
        run("diff", "wugs,profile=none", "wugs", "s.ts", "--limit", "1", "--format", "json").out
    )["verdicts"]
    assert [first[side]["reason"] for side in ("old", "new")] == [None, "the solver gave up inside its limit"]


def test_what_was_not_decided_is_no_lack_of_a_clash() -> None:
    story = (
        "Networks that reach good minima are always pruned.\nNetworks trained with SGD are never pruned.\n"
    )
    reports = [sc.Checker(limit=limit).check(story) for limit in (None, 1)]
    rows = {row.id: row.cells for row in lined_up(reports)}
    assert [cell and cell.verdict for cell in rows["s1 + s2"]] == ["clash", "unknown"]


def test_standard_input_and_documents_are_read_once(run: Runs, tmp_path: Path) -> None:
    done = run("-", *PACKS, "--profiles", "all", given=STORY.encode())
    assert "c1  refuted  " in done.out
    (tmp_path / "p.md").write_text("Every wug is a dax.\n")
    assert "refuted" in run("lint", "p.md", *PACKS, "--profiles", "all").out


@pytest.mark.parametrize(
    "options",
    [
        ("--profiles", "some"),
        ("--profile", "strict", "--profile", "nope"),
        ("--profiles", "all", "--format", "html"),
        ("--profiles", "all", "--fix"),
        ("--profile", "none", "--profile", "strict", "--diff"),
        ("--profiles", "all", "--output", "no/such/folder"),
    ],
)
def test_a_matrix_that_cannot_be_had(run: Runs, options: tuple[str, ...]) -> None:
    assert run("s.ts", *PACKS, *options).status == 2


def test_a_profile_of_the_settings_still_counts(run: Runs, tmp_path: Path) -> None:
    (tmp_path / "storycheck.toml").write_text('profile = "none"\n')
    assert run("s.ts", *PACKS).status == 0
    (tmp_path / "theory.ts").write_text("c1: Every wug is a dax.\n")
    assert run("theory", "theory.ts", *PACKS).status == 0


def test_profiles_compose_with_what_is_left_out_and_let_in(pack: Path) -> None:
    """Options on top of a profile are the profile with them, in any order, and win over it."""
    loaded = sc.Evidence.empty().add(pack)
    for name in ("default", "none", "strict"):
        plain = loaded.profile(name)
        assert plain.without("W1").selected == loaded.without("W1").profile(name).selected
        assert plain.without("W1").selected == plain.without("W1").without("W-A").selected
        assert plain.with_("W1").without("W1").selected.excluded == {"W1"}
        assert plain.with_("W1").selected.included == {"W1"}
        assert plain.accept("low").selected.accept == Confidence.LOW
        assert select(plain.selected, profile=name) == plain.selected
    story = sc.Checker(loaded.profile("none").with_("W1")).check("Every wug is a dax.")
    assert story.claims[0].verdict == "refuted"


# Differences


def test_items_and_statements_that_differ() -> None:
    old = evidence(
        item("A", "usually a: b", "sometimes a: c"), item("B", "always b: c"), item("C", "usually c: a")
    )
    new = evidence(
        item("A", "sometimes a: c", "usually a: !b", status=Status.DISPUTED),
        item("C", "usually c: a"),
        item("D", "always d: a"),
    )
    found = {change.id: change for change in item_changes(old, new)}
    assert {name: change.kind for name, change in found.items()} == {
        "A": "changed",
        "B": "removed",
        "D": "added",
    }
    assert [change.what for change in found["A"].changes] == ["status"]
    kinds = [(one.id, one.kind, *(change.what for change in one.changes)) for one in found["A"].statements]
    assert kinds == [("A.1", "changed", "counts"), ("A.2", "added"), ("A.1", "removed")]


def test_nothing_differs_from_itself(pack: Path) -> None:
    chosen = sc.Evidence.empty().add(pack)
    assert item_changes(chosen.selected, chosen.selected) == ()
    report = sc.Checker(chosen).check(STORY)
    assert difference(("a", "b"), (chosen, chosen), (report, report)).verdicts == ()
    assert [row.id for row in lined_up((report, report))] == ["c1", "c2"]


def test_choices() -> None:
    default = sc.Evidence.default()
    assert chosen_by("default") == chosen_by("") == default
    assert chosen_by("wugs") == sc.Evidence.empty().add("wugs")
    assert chosen_by("default, wugs") == default.add("wugs")
    assert chosen_by("profile=strict,without=G2,with=G6,accept=low") == (
        default.profile("strict").without("G2").with_("G6").accept("low")
    )


def test_diff(run: Runs, tmp_path: Path) -> None:
    newer = wug_pack(tmp_path / "newer", claim="Some wugs are daxes.", title="Wugs vary")
    done = run("diff", "wugs", "newer", "s.ts")
    assert done.status == 1
    assert "title: Wugs are never daxes -> Wugs vary" in done.out
    assert "claim: No wug is a dax. -> Some wugs are daxes." in done.out
    assert "c1: refuted (medium) by W1 -> undetermined" in done.out
    assert "1 item changed; 1 of 2 verdicts changed" in done.out
    data = json.loads(run("diff", "wugs", str(newer), "s.ts", "--format", "json").out)
    assert data["verdicts"][0]["new"]["verdict"] == "undetermined"
    assert data["items"][0]["statements"][0]["kind"] == "changed"
    assert run("diff", "wugs", "wugs").status == run("diff", "wugs", "wugs", "s.ts").status == 0
    assert run("diff", "wugs", "wugs,without=W1").status == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("wugs",), "Missing argument"),
        (("wugs", "nope"), "no folder"),
        (("wugs", "wugs,profile=stric"), "did you mean `strict`"),
        (("wugs", "wugs,without=W9"), "no item `W9`"),
        (("wugs", "wugs,accept=9"), "accept is strong, medium or low"),
        (("wugs", "wugs", "missing.ts"), "missing.ts"),
    ],
)
def test_a_difference_that_cannot_be_had(run: Runs, arguments: tuple[str, ...], words: str) -> None:
    done = run("diff", *arguments)
    assert done.status == 2
    assert words in done.err
