"""Commands about writing evidence: `check`'s notes, `coverage`, `new`, `graph`."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import storycheck as sc
from storycheck.api.checkup import checkup
from storycheck.api.evidence import _loaded
from storycheck.checking.redundancy import redundant
from storycheck.evidence.islands import islands
from storycheck.evidence.items import Dispute
from storycheck.evidence.located import parse
from storycheck.evidence.skeleton import BadSkeleton, paper, skeleton
from storycheck.meaning.vocabulary import Vocabulary
from storycheck.reporting.graphformat import graph
from storycheck.solving.limits import Limits
from tests.api.packs import wug_pack
from tests.small import ALL, Concept, evidence, item, vocabulary
from tests.test_cli import Run

Runs = Callable[..., Run]
PACKS = ("--no-default-evidence", "--evidence", "wugs")


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return wug_pack(tmp_path / "wugs")


@pytest.fixture
def run(tmp_path: Path, pack: Path) -> Runs:
    return lambda *arguments, **more: Run("evidence", *arguments, cwd=tmp_path, **more)


# Notes


def notes(pack: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    _loaded.cache_clear()  # packs are read once in a process
    for document in checkup(sc.Evidence.empty().add(pack)).report.documents:
        for one in document.diagnostics:
            found.setdefault(one.code, []).append(one.message)
    return found


def add(pack: Path, name: str, **changes: str) -> None:
    text = (pack / "items" / "W1.yaml").read_text().replace("W1", name).replace("W-A", f"{name}-A")
    for old, new in changes.items():
        text = text.replace(old.replace("_", " "), new)
    (pack / "items" / f"{name}.yaml").write_text(text)


def test_what_follows_from_others_is_told_with_what_it_follows_from(pack: Path) -> None:
    assert "redundant-statement" not in notes(pack)
    add(pack, "W2", **{"No_wug_is_a_dax.": "Wugs are usually not daxes."})
    assert notes(pack)["redundant-statement"] == ["`W2.1` follows from `W1.1`"]


def test_what_is_surer_than_what_it_follows_from_is_not_redundant(pack: Path) -> None:
    add(pack, "W2", **{"No_wug_is_a_dax.": "Wugs are usually not daxes.", "seems_real": "definitive"})
    assert "redundant-statement" not in notes(pack)


def test_a_budget_that_runs_out_is_told_apart_from_no() -> None:
    found = evidence(item("A", "always a: b"), item("B", "usually a & c: b", "usually a: b"))
    assert [one[1:] for one in redundant(found, Vocabulary(), ALL)] == [("B.2", ("A.1",))]
    short = list(redundant(found, Vocabulary(), Limits(rlimit=1)))
    assert short
    assert all(one.follows_from is None for one in short)


def test_items_on_which_no_example_rests(pack: Path) -> None:
    assert "unused-item" not in notes(pack)
    path = pack / "items" / "W1.yaml"
    text = path.read_text()
    path.write_text(text[: text.index("  refutes:")] + "  refutes: []\n  leaves: [Some feps are daxes.]\n")
    assert notes(pack)["unused-item"] == ["no example's verdict rests on `W1`"]


def test_islands() -> None:
    words = vocabulary([Concept("a", "a", kind_of=("b",)), Concept("net", "net", trivial=True)])
    items = [
        item("I1", "usually a & net: x"),
        item("I2", "usually b & net: y"),
        item("I3", "usually c & net: z"),
        item("I4", "usually d: w", disputes=(Dispute("I3", "", (), ""),)),
        item("I5", "always net: v"),
        item("I6", "always x: u"),
    ]
    found = islands({one.id: one for one in items}, words)
    assert found == (("I3", "I4"), ("I5",))
    assert islands({}, words) == ()


# Coverage


def test_coverage(run: Runs, tmp_path: Path) -> None:
    (tmp_path / "s.ts").write_text(
        'concept "zup"\nc1: Every wug is a dax.\nc2: Zups are daxes.\nc3: Feps are feps that gimble.\n'
    )
    done = run("coverage", "s.ts", *PACKS)
    assert done.status == 0
    assert "1 of 1 item touched" in done.out
    assert "3 claims, 1 of them not read" in done.out
    assert "zup (concept): s.ts:c2" in done.out
    data = json.loads(run("coverage", "s.ts", *PACKS, "--format", "json").out)
    assert data["touched"] == [{"item": "W1", "decides": 1, "near": 1}]
    assert [one["gloss"] for one in data["open"]] == ["is a zup"]
    assert data["unknown"] == ["gimble"]
    other = run("coverage", "s.ts", *PACKS, "--without", "W1")
    assert "a dax (concept): s.ts:c1, s.ts:c2" in other.out


def test_coverage_of_what_was_not_decided(run: Runs, tmp_path: Path) -> None:
    (tmp_path / "s.ts").write_text("c1: Every wug is a dax.\n")
    limited = ("coverage", "s.ts", *PACKS, "--limit", "1")
    assert "1 claim not decided: what these touch is not known" in run(*limited).out
    assert json.loads(run(*limited, "--format", "json").out)["undecided"] == 1
    assert "not decided" not in run("coverage", "s.ts", *PACKS).out


def test_terms_tied_by_definition_to_evidence_are_spoken_of(tmp_path: Path) -> None:
    (tmp_path / "s.ts").write_text("c1: Finetuning preserves pretrained knowledge.\nc2: Momentum helps.\n")
    done = Run("evidence", "coverage", "s.ts", cwd=tmp_path)
    assert "knowledge" not in done.out.partition("terms that no evidence")[2]


def test_coverage_of_what_is_not_there(run: Runs) -> None:
    done = run("coverage", "missing.ts", *PACKS)
    assert (done.status, done.out) == (2, "")
    assert "missing.ts" in done.err
    assert run("coverage").status == 2


# New items


def test_new_writes_what_loads_and_is_judged_with(run: Runs, tmp_path: Path, pack: Path) -> None:
    claim = "Every fep is a dax."
    done = run("new", "wugs", "W2", "--claim", claim, "--cite", "On feps, in two parts, Fep Letters 1999")
    assert done.status == 0
    loaded = sc.Evidence.empty().add(pack)
    assert not loaded.loaded.diagnostics
    made = loaded.items["W2"]
    assert made.statements[0].text == claim
    assert (made.papers[0].title, made.papers[0].venue) == ("On feps, in two parts", "Fep Letters")
    assert str(made.confidence) == "low"
    before = (pack / "items" / "W2.yaml").read_text()
    assert run("new", "wugs", "W2", "--claim", "No fep is a dax.").status == 2
    assert (pack / "items" / "W2.yaml").read_text() == before


@pytest.mark.parametrize(
    ("identifier", "claim", "more", "words"),
    [
        ("W9", "Wugs gimble.", (), "nothing is written"),
        ("W1", "Every wug is a dax.", (), "is taken by"),
        ("W-A", "Every wug is a dax.", (), "is taken by"),
        ("../W9", "Every wug is a dax.", (), "is no identifier"),
        ("W9", "Every wug is a dax.", ("--cite", "no year"), "is no citation"),
        ("W9", "", (), "nothing is written"),
        ("W9", "Every wug is a dax.", ("--effect", "huge"), "huge"),
    ],
)
def test_new_refuses_and_leaves_nothing(
    run: Runs, pack: Path, identifier: str, claim: str, more: tuple[str, ...], words: str
) -> None:
    done = run("new", "wugs", identifier, "--claim", claim, *more)
    assert done.status == 2
    assert words in done.err
    assert [path.name for path in (pack / "items").iterdir()] == ["W1.yaml"]


def test_new_never_overwrites_a_file_that_holds_something_else(run: Runs, pack: Path) -> None:
    other = pack / "items" / "W2.yaml"
    other.write_text((pack / "items" / "W1.yaml").read_text().replace("W1", "W7").replace("W-A", "W-7"))
    before = other.read_text()
    done = run("new", "wugs", "W2", "--claim", "Every fep is a dax.")
    assert (done.status, other.read_text()) == (2, before)
    assert "is there already" in done.err


def test_new_needs_a_pack(run: Runs, tmp_path: Path) -> None:
    assert "is no pack" in run("new", ".", "W2", "--claim", "Every wug is a dax.").err
    assert "is no pack" in run("new", "nowhere", "W2", "--claim", "Every wug is a dax.").err


@given(st.text(max_size=60), st.text(max_size=60))
def test_a_skeleton_is_yaml_whatever_the_words(claim: str, title: str) -> None:
    text = skeleton("X1", claim, [paper("On: things #1, 'Venue' 2001")], title)
    data = parse(text).data
    assert isinstance(data, dict)
    assert data["statements"][0]["claim"] == " ".join(claim.split())
    assert data["papers"][0]["title"] == "On: things #1"


@pytest.mark.parametrize(
    "text", ["", "Title", "Title, Venue", "Title, Venue 99", "Title 2021", ", Venue 2021"]
)
def test_what_is_no_citation(text: str) -> None:
    with pytest.raises(BadSkeleton):
        paper(text)


# Evidence that is only shown


@pytest.mark.parametrize("command", [("list",), ("show", "W1"), ("graph",)])
def test_what_is_wrong_with_a_pack_is_told_beside_the_sound_rest(
    run: Runs, pack: Path, command: tuple[str, ...]
) -> None:
    (pack / "items" / "W2.yaml").write_text("id: W2\n")
    done = run(*command, *PACKS)
    assert "W1" in done.out or "Wugs are never daxes" in done.out
    assert "W2.yaml`: `title` is missing" in done.err
    assert done.status == 2
    assert "no folder `nowhere`" in run(*command, *PACKS, "--evidence", "nowhere").err


def test_coverage_without_a_pack_tells_only_that(run: Runs, tmp_path: Path) -> None:
    (tmp_path / "s.ts").write_text("c1: Every wug is a dax.\n")
    done = run("coverage", "s.ts", *PACKS, "--evidence", "nowhere")
    assert (done.status, done.out, done.err) == (2, "", "Error: no folder `nowhere`\n")


# The graph


def test_graph(run: Runs) -> None:
    items = [
        item("end", "usually a: b", "usually a: c"),
        item("D", "usually a: !b", disputes=(Dispute("end", "big", ("D.1",), ""),)),
    ]
    mermaid = graph(items, "mermaid").splitlines()
    assert mermaid[0] == "flowchart LR"
    assert '  i1 -.->|"disputes in big"| i2' in mermaid
    dot = graph(items, "dot")
    assert '"end" -> "D" [label="disputes in big", style=dashed];' in dot
    assert dot.count("{") == dot.count("}") == 1
    assert run("graph", *PACKS).out.startswith("flowchart LR")
    assert run("graph", *PACKS, "--format", "svg").status == 2


def test_nothing_in_a_title_breaks_the_graph() -> None:
    odd = item("A", "usually a: b")._replace(title='a "quoted" <b>\\ #title`\nnext')
    assert '"A: a \\"quoted\\" <b>\\\\ #title` next"' in graph([odd], "dot")
    assert "#quot;quoted#quot; #lt;b#gt;" in graph([odd], "mermaid")
