import json
import pickle
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import storycheck as sc
from storycheck.api import judged
from storycheck.api.checkup import checkup
from storycheck.checking import stories
from storycheck.report import DocumentReport, EvidenceSummary
from storycheck.syntax.story import Story
from tests.api.packs import wug_pack

EVERY = "Every wug is a dax."


@pytest.fixture
def evidence(tmp_path: Path) -> sc.Evidence:
    return sc.Evidence.empty().add(wug_pack(tmp_path / "wugs"))


def run_python(code: str) -> str:
    done = subprocess.run((sys.executable, "-c", code), capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_importing_is_cheap() -> None:
    heavy = ["z3", "lark", "pydantic", "yaml", "click", "rich", "pandas", "storycheck.api"]
    code = f"import sys, storycheck; print([name for name in {heavy} if name in sys.modules])"
    assert run_python(code) == "[]"


def test_a_warm_run_needs_no_pydantic_yaml_lark_or_click() -> None:
    check = "storycheck.check('SGD usually reaches good minima.').to_json()"
    heavy = ["pydantic", "yaml", "lark", "rapidfuzz", "rich", "click"]
    run_python(f"import storycheck; {check}")
    code = f"import sys, storycheck; {check}; print([name for name in {heavy} if name in sys.modules])"
    assert run_python(code) == "[]"


def test_public_names() -> None:
    assert set(sc.__all__) <= set(dir(sc))
    assert all(getattr(sc, name) is not None for name in sc.__all__)
    with pytest.raises(AttributeError, match="no attribute 'chekc'"):
        _ = sc.chekc  # type: ignore[attr-defined]


def test_the_cards_example() -> None:
    report = sc.check("SGD always reaches good minima.")
    (claim,) = report.claims
    assert claim.verdict == "refuted"
    assert claim.verdict is sc.Verdict.REFUTED
    assert {conflict.evidence for conflict in claim.conflicts} == {("G1",), ("G2",)}


def test_a_text_and_a_path(evidence: sc.Evidence, tmp_path: Path) -> None:
    checker = sc.Checker(evidence)
    path = tmp_path / "story.ts"
    path.write_text(EVERY)
    for report in (checker.check(EVERY), checker.check(path)):
        assert [claim.verdict for claim in report.claims] == ["refuted"]
        assert report.claims[0].conflicts[0].evidence == ("W1",)
    assert checker.check(tmp_path / "none.ts").broken


@pytest.mark.parametrize("what", [None, False, 1, b"SGD", ["SGD"], ("SGD",)])
def test_what_is_no_text_and_no_path(evidence: sc.Evidence, what: Any) -> None:
    checker = sc.Checker(evidence)
    for judge in (sc.check, checker.check, checker.lint, checker.theory):
        with pytest.raises(TypeError, match=r"a text or a pathlib\.Path is expected, not "):
            judge(what)


@pytest.mark.parametrize("paths", ["story.ts", Path("story.ts"), b"story.ts", None, False])
def test_one_path_is_no_list_of_paths(evidence: sc.Evidence, paths: Any) -> None:
    with pytest.raises(TypeError, match="a list of paths is expected, not "):
        sc.check_many(paths, evidence=evidence)


def test_limits_are_numbers(evidence: sc.Evidence) -> None:
    for name in ("max_conflicts", "limit", "max_repairs"):
        with pytest.raises(ValueError, match=f"{name} is 0 or more, not -1"):
            sc.Checker(evidence, **{name: -1})  # type: ignore[arg-type]
        with pytest.raises(TypeError, match=f"{name} is a whole number, not a "):
            sc.Checker(evidence, **{name: "8"})  # type: ignore[arg-type]


def test_reports_show_themselves(evidence: sc.Evidence) -> None:
    report = sc.Checker(evidence).check(EVERY)
    assert str(report) == repr(report)
    assert "error[refuted]: s1 contradicts W1 (Wugs are never daxes)" in str(report)
    assert json.loads(report.to_json())["summary"]["refuted"] == 1
    assert report._repr_html_() in report.to_html()
    frame = report.to_frame()
    assert frame.loc[0, "verdict"] == "refuted"
    assert frame.loc[0, "conflicts"] == (("W1",),)


def test_a_data_frame_needs_pandas(evidence: sc.Evidence, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(ImportError, match=r"storycheck\[notebook\]"):
        sc.Checker(evidence).check(EVERY).to_frame()


@pytest.mark.parametrize("name", ["W1", "W-A"])
def test_items_are_left_out_by_either_name(evidence: sc.Evidence, name: str) -> None:
    (claim,) = sc.Checker(evidence.without(name)).check(EVERY).claims
    assert claim.verdict is sc.Verdict.UNADDRESSED


def test_the_threshold_decides_between_refuted_and_contested(evidence: sc.Evidence) -> None:
    (claim,) = sc.Checker(evidence.accept("strong")).check(EVERY).claims
    assert claim.verdict is sc.Verdict.CONTESTED
    (claim,) = sc.Checker(evidence.accept("strong").with_("W1")).check(EVERY).claims
    assert claim.verdict is sc.Verdict.REFUTED


def test_unknown_names(evidence: sc.Evidence) -> None:
    with pytest.raises(sc.EvidenceError, match="no item `W2`"):
        sc.Checker(evidence.without("W2"))
    with pytest.raises(sc.EvidenceError, match="no profile `mine`"):
        sc.Checker(evidence.profile("mine"))
    with pytest.raises(ValueError, match="strong, medium or low"):
        evidence.accept("certain")
    assert evidence.find("W2") == ()


def test_a_story_brings_its_own_evidence(tmp_path: Path) -> None:
    wug_pack(tmp_path / "wugs")
    (tmp_path / "story.ts").write_text(f'evidence "wugs"\n{EVERY}')
    report = sc.Checker(sc.Evidence.empty()).check(tmp_path / "story.ts")
    assert [claim.verdict for claim in report.claims] == ["refuted"]
    assert "W1 (W-A), Wugs are never daxes" in str(report)
    assert not report.broken


def test_a_report_tells_which_evidence_a_story_asks_for(evidence: sc.Evidence, tmp_path: Path) -> None:
    wug_pack(tmp_path / "more", id="W2", claim="Some wugs are feps.", title="More")
    (tmp_path / "more" / "vocabulary" / "wugs.yaml").unlink()
    (tmp_path / "more" / "items" / "W1.yaml").rename(tmp_path / "more" / "items" / "W2.yaml")
    (tmp_path / "own.ts").write_text(f'evidence "more"\n{EVERY}')
    (tmp_path / "plain.ts").write_text(EVERY)
    checker = sc.Checker(evidence)
    # without spaces: a long path is wrapped anywhere
    lines = ("judgedagainst1evidenceitem,", f"{tmp_path / 'own.ts'}:judgedagainst2evidenceitems,")
    own = checker.check(tmp_path / "own.ts")
    assert ["".join(str(own).split()).count(line) for line in lines] == [0, 1]
    both = checker.check(tmp_path)
    assert ["".join(str(both).split()).count(line) for line in lines] == [1, 1]
    told = [document["evidence"] for document in json.loads(both.to_json())["documents"]]
    assert [each and each["items"] for each in told] == [2, None]


def test_evidence_that_contradicts_what_a_story_asks_for_is_told(
    evidence: sc.Evidence, tmp_path: Path
) -> None:
    wug_pack(tmp_path / "more", id="W2", claim="Some wugs are daxes.")
    (tmp_path / "more" / "vocabulary" / "wugs.yaml").unlink()
    (tmp_path / "more" / "items" / "W1.yaml").rename(tmp_path / "more" / "items" / "W2.yaml")
    (tmp_path / "own.ts").write_text(f'evidence "more"\n{EVERY}')
    report = sc.Checker(evidence).check(tmp_path / "own.ts")
    assert [claim.verdict for claim in report.claims] == ["unknown"]
    assert "W1 and W2 contradict each other" in str(report)
    assert report.broken


def test_a_story_that_asks_for_what_is_not_there(evidence: sc.Evidence) -> None:
    report = sc.Checker(evidence).check(f'evidence "nowhere"\n{EVERY}')
    assert report.broken
    assert [claim.verdict for claim in report.claims] == ["refuted"]
    report = sc.Checker(evidence).check(f'profile "mine"\n{EVERY}')
    assert "unknown-profile" in {one.code for one in report.documents[0].diagnostics}
    assert [claim.verdict for claim in report.claims] == ["refuted"]


def test_declared_words_are_told_in_their_words(evidence: sc.Evidence) -> None:
    text = 'concept "blick" is a kind of "wug"\nEvery blick is a dax.'
    (claim,) = sc.Checker(evidence).check(text).documents[0].claims
    assert claim.verdict is sc.Verdict.REFUTED
    report = sc.Checker(evidence).check(text)
    assert "story:" not in report.to_json()
    assert "story:" not in str(report)


def test_inconsistent_evidence_is_told_and_nothing_judged(evidence: sc.Evidence, tmp_path: Path) -> None:
    other = wug_pack(tmp_path / "more", id="W2", claim="Some wugs are daxes.")
    (other / "vocabulary" / "wugs.yaml").unlink()
    (other / "items" / "W1.yaml").rename(other / "items" / "W2.yaml")
    checker = sc.Checker(evidence.add(other))
    consistent = checker.consistent()
    assert not consistent
    assert [conflict.evidence for conflict in consistent.conflicts] == [("W1", "W2")]
    report = checker.check(EVERY)
    assert [claim.verdict for claim in report.claims] == ["unknown"]
    assert not report.evidence.consistent
    assert "W1 and W2 contradict each other" in str(report)
    assert sc.Checker(evidence).consistent()


def test_many_stories_in_their_order_however_they_are_judged(evidence: sc.Evidence, tmp_path: Path) -> None:
    paths = []
    for number in range(20):
        path = tmp_path / f"s{number}.ts"
        path.write_text(f'concept "wug{number}x"\nEvery wug{number}x is a dax.\n{EVERY}\n')
        paths.append(path)
    one = sc.check_many(paths, evidence=evidence)
    assert [document.source.name for document in one.documents] == list(map(str, paths))
    with ProcessPoolExecutor(2) as executor:
        assert sc.check_many(paths, executor=executor, evidence=evidence).to_json() == one.to_json()
    with ThreadPoolExecutor(3) as executor:
        assert sc.check_many(paths, executor=executor, evidence=evidence).to_json() == one.to_json()


def test_threads_may_share_a_checker(evidence: sc.Evidence) -> None:
    checker = sc.Checker(evidence)
    with ThreadPoolExecutor(4) as executor:
        reports = list(executor.map(checker.check, [EVERY] * 12))
    assert {report.claims[0].verdict for report in reports} == {sc.Verdict.REFUTED}


def test_reports_and_choices_travel_between_processes(evidence: sc.Evidence) -> None:
    assert pickle.loads(pickle.dumps(evidence)) == evidence
    report = sc.Checker(evidence).check(EVERY)
    assert pickle.loads(pickle.dumps(report)).to_json() == report.to_json()


def test_what_was_judged_against_is_summed_up_once(
    evidence: sc.Evidence, monkeypatch: pytest.MonkeyPatch
) -> None:
    summed: list[object] = []

    def summary(*given: Any, **more: Any) -> EvidenceSummary:
        summed.append(given)
        return judged.summary(*given, **more)

    monkeypatch.setattr("storycheck.api.checker.summary", summary)
    checker = sc.Checker(evidence)
    reports = [checker.check(EVERY), checker.check(EVERY), checker.theory(EVERY)]
    assert len(summed) == 1
    assert {report.evidence for report in reports} == {checker.summary}


def test_lint_judges_prose_and_stories(evidence: sc.Evidence, tmp_path: Path) -> None:
    path = tmp_path / "proposal.md"
    path.write_text(f"# On wugs\n\nIt is late. *Every* wug is a dax.\n\n```story\nc1: {EVERY}\n```\n")
    prose, story = sc.Checker(evidence).lint(path).documents
    assert [(c.id, c.role, c.verdict) for c in prose.claims] == [("p2", "prose", "refuted")]
    assert prose.source.slice(prose.claims[0].span) == "Every* wug is a dax."
    assert prose.skipped_sentences == 2
    assert [(c.id, c.role, c.verdict) for c in story.claims] == [("c1", "claims", "refuted")]
    assert story.source.slice(story.claims[0].span) == EVERY


def test_a_checkup_runs_the_examples(tmp_path: Path) -> None:
    good = checkup(sc.Evidence.empty().add(wug_pack(tmp_path / "good")))
    assert good.sound
    assert good.summary == "1 item, 1 statement, 4 examples: sound"
    pack = wug_pack(tmp_path / "bad", refutes="Some feps are wugs.", leaves="Some wugs are daxes.")
    bad = checkup(sc.Evidence.empty().add(pack))
    assert not bad.sound
    (document,) = [one for one in bad.report.documents if one.source.name.endswith("W1.yaml")]
    found = {one.code: document.source.slice(one.span) for one in document.diagnostics}
    assert found["example-stands"] == "Some feps are wugs."
    assert found["example-conflicts"] == "Some wugs are daxes."


def test_an_example_that_was_not_decided_does_not_pass(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storycheck.api.checkup.Checker", partial(sc.Checker, limit=1))
    found = checkup(sc.Evidence.empty().add(wug_pack(tmp_path / "good")))
    told = [one.message for document in found.report.documents for one in document.diagnostics]
    assert "`Some wugs are daxes.` may or may not contradict `W1`; it is unknown" in told
    assert not found.sound


def test_an_internal_error_in_one_document_does_not_cost_the_others(
    evidence: sc.Evidence, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    judge_story = stories.judge_story

    def fragile(story: Story, *rest: Any) -> DocumentReport:
        if "BROKEN" in story.source.text:
            raise KeyError("lost")
        return judge_story(story, *rest)

    monkeypatch.setattr(stories, "judge_story", fragile)
    monkeypatch.delenv("STORYCHECK_TRACEBACK", raising=False)
    for name, text in (("a.ts", "# BROKEN"), ("b.ts", EVERY), ("c.md", f"{EVERY} BROKEN"), ("d.md", EVERY)):
        (tmp_path / name).write_text(text)
    checker = sc.Checker(evidence)
    for report in (checker.check(tmp_path), checker.lint(tmp_path / "c.md", tmp_path / "d.md")):
        assert report.broken
        assert [one.code for one in report.documents[0].diagnostics] == ["internal-error"]
        assert "KeyError: 'lost' in test_api.py" in report.documents[0].diagnostics[0].message
        assert [claim.verdict for claim in report.documents[1].claims] == ["refuted"]
    monkeypatch.setenv("STORYCHECK_TRACEBACK", "1")
    with pytest.raises(KeyError):
        checker.check(tmp_path)
