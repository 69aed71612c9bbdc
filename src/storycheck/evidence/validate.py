"""One pack file from text to its pydantic model; every fault becomes a diagnostic at its line."""

from typing import Generic, NamedTuple, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from storycheck.diagnostics import Diagnostic, Severity
from storycheck.evidence import schema
from storycheck.evidence.located import BadYaml, Key, Located, parse
from storycheck.nearest import nearest
from storycheck.source import SourceText

File = TypeVar("File", bound=schema.Part)

_ID = "lower-case words joined by hyphens, such as `random-labels`"
_SHAPES = {
    schema.CONCEPT_ID: _ID,
    schema.NO_CONCEPT: _ID,
    schema.MEANT: "an identifier such as `random-labels`, or `not` and one",
    schema.ITEM_ID: "letters and digits joined by hyphens, such as `G2` or `APP-1`",
    schema.NO_STATEMENT: "an item and a number, such as `G2.1`",
    schema.ANY_STATEMENT: "an item such as `G2`, or one of its statements such as `G2.1`",
}
_MAPPING = "a mapping of keys to values"
_KINDS = {
    "string_type": "text",
    "list_type": "a list: `[first, second]`",
    "dict_type": _MAPPING,
    "model_type": _MAPPING,
    "int_parsing": "a whole number",
    "int_type": "a whole number",
    "bool_parsing": "`true` or `false`",
    "bool_type": "`true` or `false`",
}


class Validated(NamedTuple, Generic[File]):
    """The model of a file (None if nothing can be made of it), where its values stand, what is wrong."""

    file: File | None
    located: Located
    diagnostics: tuple[Diagnostic, ...] = ()


def validate(model: type[File], source: SourceText) -> Validated[File]:
    """The file as its model; never raises. Of a faulty vocabulary, the sound entries are kept."""
    try:
        located = parse(source.text)
    except BadYaml as error:
        broken = Diagnostic("bad-yaml", Severity.ERROR, error.message, error.span, path=source.name)
        return Validated(None, Located(None, {}), (broken,))
    try:
        data = {} if located.data is None else located.data
        return Validated(model.model_validate(data), located)
    except ValidationError as error:
        faults = tuple(_diagnostic(one, located, source) for one in error.errors())
        return Validated(_salvaged(model, data, [one["loc"] for one in error.errors()]), located, faults)


def _salvaged(model: type[File], data: object, faulty: list[Key]) -> File | None:
    """The model without the entries at fault, if it is a vocabulary and that helps."""
    if model is not schema.VocabularyFile or not isinstance(data, dict):
        return None
    kept = dict(data)
    for section, *entry in faulty:
        entries = kept.get(section)
        if entry and isinstance(entries, dict):
            kept[section] = {name: value for name, value in entries.items() if name != entry[0]}
        else:
            kept.pop(section, None)
    return model.model_validate(kept)


def _diagnostic(error: ErrorDetails, located: Located, source: SourceText) -> Diagnostic:
    key: Key = error["loc"]
    code, message, help_ = _worded(error, _path(key))
    if key[-1:] == ("[key]",):
        key = key[:-1]
    return Diagnostic(code, Severity.ERROR, message, located.place(key), help_, source.name)


def _worded(error: ErrorDetails, path: str) -> tuple[str, str, str]:
    """Code, message and help for one of pydantic's errors."""
    kind, context = error["type"], error.get("ctx", {})
    if kind == "missing":
        return "missing-key", f"`{path}` is missing", ""
    if kind == "extra_forbidden":
        return (
            "unknown-key",
            f"`{path}` is not a key that is known here",
            nearest(str(error["loc"][-1]), _FIELDS),
        )
    wanted = _KINDS.get(kind) or _SHAPES.get(context.get("pattern", "")) or _limits(kind, context)
    return "bad-value", f"`{path}` must be {wanted or error['msg']}{_given(error['input'])}", ""


_FIELDS = sorted({name for part in schema.Part.__subclasses__() for name in part.model_fields})


def _limits(kind: str, context: dict[str, object]) -> str:
    if kind == "literal_error":
        return str(context["expected"]).replace("'", "`").replace("``, ", "empty, ")
    if kind == "too_short":
        return f"a list of at least {context['min_length']}"
    if kind == "string_too_short":
        return "text, not empty"
    if kind == "string_too_long":
        return f"at most {context['max_length']} characters long"
    bounds = {"greater_than_equal": ("at least", "ge"), "less_than_equal": ("at most", "le")}
    return f"{bounds[kind][0]} {context[bounds[kind][1]]}" if kind in bounds else ""


def _given(value: object) -> str:
    if not isinstance(value, str) or not value or len(value) > 60:
        return ""
    return f", not `{value}`"


def _path(key: Key) -> str:
    """The key as readers write it: `statements[1].claim`, counted from 1."""
    words = ""
    for step in key:
        if isinstance(step, int):
            words += f"[{step + 1}]"
        elif step != "[key]":
            words += f".{step}" if words else str(step)
    return words or "the file"
