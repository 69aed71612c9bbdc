from pathlib import Path

import pytest

from storycheck.settings import SettingsError, load


def test_the_nearest_file_counts(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.storycheck]\naccept = "low"\nwithout = ["G2"]\n')
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    assert load(inner).values == {"accept": "low", "without": ("G2",)}
    (tmp_path / "a" / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    assert load(inner).path == tmp_path / "pyproject.toml"
    (tmp_path / "a" / "storycheck.toml").write_text("strict = true\nlimit = 5\n")
    assert load(inner).values == {"strict": True, "limit": 5}


def test_packs_are_found_beside_the_settings(tmp_path: Path) -> None:
    (tmp_path / "storycheck.toml").write_text('evidence = ["packs/mine"]')
    (tmp_path / "a").mkdir()
    assert load(tmp_path / "a").values == {"evidence": (str(tmp_path / "packs/mine"),)}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("acept = 'low'", "unknown key `acept`; did you mean `accept`?"),
        ("zzz = 1", "unknown key `zzz`; known are accept"),
        ("strict = 1", "`strict` must be true or false"),
        ("limit = true", "`limit` must be a whole number"),
        ("without = 'G2'", "`without` must be a list of texts"),
        ("without = [1]", "`without` must be a list of texts"),
        ("accept = ", "is not TOML"),
    ],
)
def test_what_is_wrong_is_told_with_file_and_key(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "storycheck.toml").write_text(text)
    with pytest.raises(SettingsError) as caught:
        load(tmp_path)
    assert message in str(caught.value)
    assert "storycheck.toml" in str(caught.value)


def test_a_settings_file_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "storycheck.toml").write_bytes(b"\xff")
    with pytest.raises(SettingsError, match="not UTF-8"):
        load(tmp_path)
    (tmp_path / "storycheck.toml").write_text("")
    assert load(tmp_path).values == {}


def test_the_tool_table_must_be_a_table(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool]\nstorycheck = 1\n# tool.storycheck\n")
    with pytest.raises(SettingsError, match="must be a table"):
        load(tmp_path)
