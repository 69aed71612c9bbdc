"""The example pack of docs/evidence-format.md is one that loads, and the page names every key."""

import re
from pathlib import Path

from storycheck.evidence import schema
from storycheck.evidence.packs import load
from storycheck.meaning.formula import has
from storycheck.meaning.proposition import Proposition, Reading, Strength

from .conftest import Understood

PAGE = (Path(__file__).parents[2] / "docs" / "evidence-format.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", PAGE, re.S)
FILES = {"id: ": "items/ST1.yaml", "concepts:": "vocabulary/stitching.yaml", "name: ": "pack.yaml"}


def test_the_example_pack_loads(tmp_path: Path) -> None:
    for start, name in FILES.items():
        path = tmp_path / "my-pack" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        (block,) = [block for block in BLOCKS if block.startswith(start)]
        path.write_text(block, encoding="utf-8")
    reading = Reading((Proposition(Strength.USUALLY, has("a"), has("b")),))
    loaded = load([tmp_path / "my-pack"], reader=lambda sentence, language: Understood((reading,)))
    assert [loaded.where(one) + one.message for one in loaded.diagnostics] == []
    assert "ST1" in loaded.evidence.items


def test_every_key_is_named() -> None:
    keys = {name for part in schema.Part.__subclasses__() for name in part.model_fields}
    assert {key for key in keys if not re.search(rf"\b{key}\b", PAGE)} == set()
