"""What `theory`, `diff` and `evidence coverage` print is what their shipped schemas say."""

import json
import re
from pathlib import Path

import jsonschema
import pytest

from storycheck.reporting.schema import schema_text
from storycheck.reporting.schemas import MODELS, path_of
from tests.api.packs import wug_pack
from tests.test_cli import BARE, Run

STORY = """concept "zup"
c1: Every wug is a dax.
c2: Zups are daxes.
c3: Feps are feps that gimble.
c4: No wug is a dax.
therefore c4 from c1
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two packs and some stories."""
    made = tmp_path_factory.mktemp("schemas")
    wug_pack(made / "wugs")
    wug_pack(made / "newer", claim="Some wugs are daxes.", title="Wugs vary")
    (made / "s.ts").write_text(STORY)
    (made / "good.ts").write_text("c1: Wugs are never daxes.\n")
    (made / "bad.ts").write_text("c1: Every wug is a dax.\nc2: No wug is a dax.\nc3: Gimble.\n")
    return made


ARGUMENTS = {
    "theory": ("theory", "good.ts", "bad.ts", BARE, "--evidence", "wugs"),
    "diff": ("diff", "wugs", "newer", "s.ts"),
    "coverage": ("evidence", "coverage", "s.ts", BARE, "--evidence", "wugs"),
}


@pytest.mark.parametrize("name", MODELS)
def test_the_shipped_schema_is_current(name: str) -> None:
    assert path_of(name).read_text(encoding="utf-8") == schema_text(MODELS[name], name)


@pytest.mark.parametrize("name", MODELS)
def test_what_is_printed_has_all_keys_of_the_schema_and_no_others(name: str, folder: Path) -> None:
    written = json.loads(Run(*ARGUMENTS[name], "--format", "json", cwd=folder).out)
    schema = json.loads(path_of(name).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(written)
    assert MODELS[name].model_validate(written).model_dump(mode="json", by_alias=True) == written


@pytest.mark.parametrize("name", MODELS)
def test_every_key_is_documented(name: str) -> None:
    page = "theories.md" if name == "theory" else "report-format.md"
    text = (Path(__file__).parents[2] / "docs" / page).read_text(encoding="utf-8")
    heading = "## JSON" if name == "theory" else "## JSON of other commands"
    told = re.findall(r"`(\w+)(?:\[\])?`", text[text.index(heading) :])
    assert not set(_keys(json.loads(path_of(name).read_text()))) - set(told)


def _keys(schema: dict[str, dict[str, dict[str, object]]]) -> list[str]:
    models = [schema, *schema["$defs"].values()]
    shared = ("EvidenceModel", "DiagnosticModel", "SpanModel")
    return [key for one in models if one["title"] not in shared for key in one.get("properties", ())]
