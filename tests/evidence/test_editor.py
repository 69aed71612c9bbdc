"""The schemas for editors are those of the code, and say the same as it of our own packs."""

import json

import jsonschema
import pytest

from storycheck.evidence.editor import schemas
from storycheck.evidence.folders import default_root, files_of, packs_in
from storycheck.evidence.located import parse

FILES = [file for pack in packs_in(default_root()) for file in files_of(pack)]
SHIPPED = {name: json.loads(text) for name, text in schemas().items()}
PARTS = {"vocabulary": "vocabulary.json", "items": "item.json"}


@pytest.mark.parametrize("name", SHIPPED)
def test_the_shipped_schema_is_current(name: str) -> None:
    shipped = (default_root() / "schema" / name).read_text(encoding="utf-8")
    assert shipped == schemas()[name], "run `python -m storycheck.evidence.editor evidence_rules/schema`"


def test_every_kind_of_file_is_among_ours() -> None:
    assert {file.parent.name for file in FILES} >= set(PARTS)


def test_our_own_items_have_the_shape_of_the_schema() -> None:
    validator = jsonschema.Draft202012Validator(SHIPPED["item.json"])
    for file in FILES:
        if file.parent.name == "items":
            data = _with_numbers(parse(file.read_text(encoding="utf-8")).data)
            assert [error.message for error in validator.iter_errors(data)] == [], file


def test_the_schema_refuses_what_the_loader_refuses() -> None:
    validator = jsonschema.Draft202012Validator(SHIPPED["vocabulary.json"])
    assert validator.is_valid({"concepts": {"a": {"gloss": "x"}}})
    for wrong in (
        {"concepts": {"a": {}}},
        {"concepts": {"a": {"gloss": "x", "kind_of": ["B c"]}}},
        {"concept": {}},
    ):
        assert not validator.is_valid(wrong)


def _with_numbers(value: object) -> object:
    """Whole numbers as numbers, as an editor's YAML reads them."""
    if isinstance(value, dict):
        return {key: _with_numbers(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_with_numbers(one) for one in value]
    return int(value) if isinstance(value, str) and value.isdigit() else value
