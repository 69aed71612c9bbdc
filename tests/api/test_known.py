from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import storycheck as sc
from storycheck.api.known import accepted_if_consistent, stored_index
from tests.api.packs import wug_pack

EVERY = "Every wug is a dax."


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "storycheck"


@pytest.fixture
def evidence(tmp_path: Path) -> sc.Evidence:
    return sc.Evidence.empty().add(wug_pack(tmp_path / "wugs"))


def verdicts(evidence: sc.Evidence) -> list[str]:
    return [str(claim.verdict) for claim in sc.Checker(evidence).check(EVERY).claims]


def test_the_second_run_finds_what_the_first_one_kept(home: Path, evidence: sc.Evidence) -> None:
    chosen = evidence.selected
    assert stored_index(chosen) is None
    assert accepted_if_consistent(chosen) is None
    assert verdicts(evidence) == ["refuted"]
    assert stored_index(chosen) is not None
    assert accepted_if_consistent(chosen) == 1
    assert verdicts(evidence) == ["refuted"]


def test_another_choice_is_another_question(home: Path, evidence: sc.Evidence) -> None:
    assert verdicts(evidence) == ["refuted"]
    assert accepted_if_consistent(evidence.without("W1").selected) is None
    assert verdicts(evidence.without("W1")) == ["unaddressed"]
    assert accepted_if_consistent(evidence.without("W1").selected) == 0


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.integers(0, 10_000), st.binary(max_size=3))
def test_damaged_files_are_as_if_they_were_not_there(
    home: Path, evidence: sc.Evidence, place: int, damage: bytes
) -> None:
    assert verdicts(evidence) == ["refuted"]
    for path in home.iterdir():
        data = path.read_bytes()
        at = place % (len(data) + 1)
        path.write_bytes(data[:at] + damage + data[at + 1 :])
    assert verdicts(evidence) == ["refuted"]


def test_without_a_place_to_keep_things_nothing_else_changes(
    tmp_path: Path, evidence: sc.Evidence, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert verdicts(evidence) == ["refuted"]
    assert stored_index(evidence.selected) is None
