import json

import jsonschema

from storycheck.meaning.formula import Atom
from storycheck.reporting.jsonformat import as_json, render
from storycheck.reporting.lookup import case_line
from storycheck.reporting.schema import ReportModel, schema_text
from storycheck.reporting.schemas import path_of
from tests.reporting.sample import LOOKUP, REPORT, VOCABULARY


def test_the_output_satisfies_the_shipped_schema() -> None:
    schema = json.loads(path_of("report").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(json.loads(render(REPORT, LOOKUP)))


def test_the_shipped_schema_is_current() -> None:
    assert path_of("report").read_text(encoding="utf-8") == schema_text()


def test_the_models_know_every_key() -> None:
    written = json.loads(render(REPORT, LOOKUP))
    assert ReportModel.model_validate(written).model_dump(mode="json", by_alias=True) == written


def test_the_public_shape() -> None:
    written = json.loads(render(REPORT, LOOKUP))
    claim = written["documents"][0]["claims"][0]
    assert claim["span"] == {"line": 4, "column": 7, "end_line": 4, "end_column": 38}
    assert claim["conflicts"][0]["witness"] == {
        "labels random": True,
        "trained with SGD": True,
        "reaches a good minimum": False,
    }
    assert claim["repairs"] == [
        {"text": "SGD usually reaches good minima.", "verdict": "entailed", "edit": "strength", "breaks": []}
    ]
    assert written["documents"][0]["steps"][0]["from"] == ["r1", "r2"]
    assert written["summary"] == {
        "claims": 6,
        "refuted": 2,
        "contested": 1,
        "entailed": 1,
        "suggested": 0,
        "undetermined": 1,
        "unaddressed": 0,
        "vacuous": 0,
        "incoherent": 0,
        "unread": 1,
        "unknown": 0,
    }


def test_text_is_written_as_it_is() -> None:
    assert "Größere Netze 网络" in render(REPORT, LOOKUP)
    assert as_json(REPORT, LOOKUP)["schema"] == 1


def test_every_property_of_a_case_has_words_of_its_own() -> None:
    names = [*VOCABULARY.concepts, *VOCABULARY.quantities]
    atoms = [Atom(kind, name) for kind in ("has", "base", "rises", "falls", "stays") for name in names]
    atoms += [Atom("due", "sgd", "random-labels"), Atom("due", "random-labels", "sgd")]
    assert len(LOOKUP.case(dict.fromkeys(atoms, True))) == len(atoms)


def test_a_case_in_one_line() -> None:
    sgd, same = Atom("has", "sgd"), Atom("base", "sgd")
    good, rises = Atom("has", "good-minimum"), Atom("rises", "accuracy")
    assert case_line(LOOKUP, {}) == ""
    assert case_line(LOOKUP, {sgd: False}) == "not trained with SGD"
    case = {sgd: True, same: False, good: False, rises: False}
    assert case_line(LOOKUP, case) == "trained with SGD; accuracy does not rise; not reaches a good minimum"
    assert case_line(LOOKUP, case, frozenset({good})) == "trained with SGD; not reaches a good minimum"
    about = frozenset({rises, same})
    compared = "trained with SGD; accuracy does not rise; compared with: not trained with SGD"
    assert case_line(LOOKUP, case, about) == compared
    assert case_line(LOOKUP, {same: True}) == "compared with: trained with SGD"


def test_what_goes_without_saying_of_a_case_is_not_told() -> None:
    """What rises does not fall; what is on both sides of a comparison is no difference."""
    rises, falls, stays = (Atom(kind, "accuracy") for kind in ("rises", "falls", "stays"))  # type: ignore[arg-type]
    assert (
        case_line(LOOKUP, {rises: True, falls: False, stays: False}, frozenset({falls})) == "accuracy rises"
    )
    assert case_line(LOOKUP, {stays: False}) == "accuracy does not stay the same"
    sgd, base = Atom("has", "sgd"), Atom("base", "sgd")
    assert case_line(LOOKUP, {sgd: True, base: True}) == "trained with SGD"
    assert case_line(LOOKUP, {sgd: True, base: False}, frozenset({base})) == (
        "trained with SGD; compared with: not trained with SGD"
    )


def test_a_cause_in_a_case_is_told_as_one() -> None:
    due = Atom("due", "good-minimum", "sgd")
    assert case_line(LOOKUP, {due: True}) == "reaches a good minimum because of: trained with SGD"
    assert case_line(LOOKUP, {due: False}) == "reaches a good minimum not because of: trained with SGD"
