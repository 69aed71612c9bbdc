"""Data is found inside an installed package, else at the root of a checkout."""

from pathlib import Path

import pytest

from storycheck.where import data_folder


def test_the_checkout_has_its_data() -> None:
    assert (data_folder("evidence_rules") / "base" / "pack.yaml").is_file()


def test_data_inside_the_package_comes_first(tmp_path: Path) -> None:
    inside, root = tmp_path / "inside", tmp_path / "root"
    (root / "grammar").mkdir(parents=True)
    assert data_folder("grammar", (inside, root)) == root / "grammar"
    (inside / "grammar").mkdir(parents=True)
    assert data_folder("grammar", (inside, root)) == inside / "grammar"


def test_missing_data_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="install it again"):
        data_folder("grammar", (tmp_path,))
