"""Every key of the pack files, wrong once: one clear error each, at its line."""

import pytest

from storycheck.evidence import schema
from storycheck.evidence.validate import validate
from storycheck.source import SourceText

ITEM = """\
id: T1
title: a title
aliases: [T-A]
status: accepted
effect: seems real
scaling:
  direction: robust
  confidence: medium
extends_to: [scale]
papers:
  - title: a paper
    venue: a venue
    year: 1999
setups: [somewhere]
speaks_of: [vision]
summary: a summary
statements:
  - claim: a claim
    confidence: low
    superseded_by: T2.1
    supersedes: [T3]
disputes:
  - by: T2
    scope: at-scale
    statements: [1]
    summary: no
examples:
  refutes: [a, b]
  leaves: [c, d]
"""
VOCABULARY = """\
concepts:
  wug:
    gloss: is a wug
    noun: [wug]
    adjective: [wuggy]
    verb: [wug about]
    modifier: [with wugs]
    kind_of: [thing]
    means: [not dax]
    excludes: [dax]
    opposite: dax
    dimension: scale
    trivial: false
    presupposes: [b]
quantities:
  speed:
    gloss: speed
    noun: [speed]
    adjective: [fast]
    verb: [race]
    more: [faster]
    less: [slower]
    high: wug
    low: dax
    inverse: slowness
    better: low
families:
  - members: [wug, dax]
    exhaustive: true
"""
PACK = """\
name: tiny
version: 0.10
summary: a pack
requires: [base]
profiles:
  - id: strict
    summary: s
    accept: strong
    without: [T1]
    include: [T2]
"""
FILES = {schema.ItemFile: ITEM, schema.VocabularyFile: VOCABULARY, schema.PackFile: PACK}
REQUIRED = {"title", "effect", "summary", "claim", "by", "gloss", "members", "name", "id", "venue", "year"}
ANY_TEXT = {"title", "summary", "claim", "gloss", "venue", "version"}


def faults(model: type[schema.Part], text: str) -> list[str]:
    source = SourceText(text, "file.yaml")
    found = validate(model, source).diagnostics
    return [f"{source.line_column(one.span.start)[0]} {one.code} {one.message} {one.help}" for one in found]


LINES = [
    (model, number, line.partition(":")[0].strip(" -"))
    for model, text in FILES.items()
    for number, line in enumerate(text.splitlines())
]


def changed(model: type[schema.Part], number: int, key: str, new: str) -> str:
    """The file with the value at a line replaced; what hung below it is left out."""
    lines = FILES[model].splitlines()
    line = lines[number]
    depth = len(line) - len(line.lstrip(" -"))
    end = number + 1
    while end < len(lines) and len(lines[end]) - len(lines[end].lstrip(" -")) > depth:
        end += 1
    return "\n".join([*lines[:number], line[:depth] + f"{key}: {new}", *lines[end:]]) + "\n"


@pytest.mark.parametrize("model", FILES)
def test_the_samples_are_sound(model: type[schema.Part]) -> None:
    assert faults(model, FILES[model]) == []


def test_the_samples_use_every_key() -> None:
    keys = {key for _, _, key in LINES}
    assert {name for part in schema.Part.__subclasses__() for name in part.model_fields} <= keys


@pytest.mark.parametrize(("model", "number", "key"), LINES)
def test_a_value_of_the_wrong_shape_is_one_error_at_its_line(
    model: type[schema.Part], number: int, key: str
) -> None:
    wrong = "[[x]]" if key in ANY_TEXT else "'?!'"
    found = faults(model, changed(model, number, key, wrong))
    assert len(found) == 1
    assert found[0].startswith(f"{number + 1} bad-value `")
    assert key in found[0]


@pytest.mark.parametrize(
    ("model", "number", "key"), [line for line in LINES if line[2] not in ("wug", "speed")]
)
def test_an_unknown_key_is_told_with_the_nearest(model: type[schema.Part], number: int, key: str) -> None:
    lines = FILES[model].splitlines()
    lines[number] = lines[number].replace(f"{key}:", f"{key}x:", 1)
    found = [fault for fault in faults(model, "\n".join(lines)) if "unknown-key" in fault]
    assert len(found) == 1
    assert found[0].startswith(f"{number + 1} ")
    assert f"did you mean `{key}`" in found[0]


@pytest.mark.parametrize(("model", "number", "key"), [line for line in LINES if line[2] in REQUIRED])
def test_a_missing_key_is_told(model: type[schema.Part], number: int, key: str) -> None:
    found = faults(model, changed(model, number, key, ""))
    assert len(found) == 1
    assert "missing-key" in found[0]
    assert f"{key}` is missing" in found[0]


def test_numbers_and_words_are_taken_as_written() -> None:
    file = validate(schema.PackFile, SourceText(PACK)).file
    assert file is not None
    assert file.version == "0.10"
    item = validate(schema.ItemFile, SourceText(ITEM)).file
    assert item is not None
    assert item.disputes[0].summary == "no"
    assert item.papers[0].year == 1999


def test_a_key_without_a_value_is_as_if_it_were_not_there() -> None:
    assert faults(schema.ItemFile, ITEM.replace("setups: [somewhere]", "setups:")) == []
    found = faults(schema.ItemFile, ITEM.replace("title: a title", "title:"))
    assert found == ["2 missing-key `title` is missing "]


@pytest.mark.parametrize("text", ["", "[]", "x", "- a", "concepts: 3", "concepts: {a: }", "families: {}"])
def test_vocabularies_of_the_wrong_shape(text: str) -> None:
    assert len(faults(schema.VocabularyFile, text)) == (1 if text else 0)


def test_sound_entries_of_a_faulty_vocabulary_are_kept() -> None:
    text = "concepts:\n  a: {gloss: x}\n  b: {glos: y}\n  C c: {gloss: z}\nfamilies: [{members: [a]}]\n"
    result = validate(schema.VocabularyFile, SourceText(text))
    assert result.file is not None
    assert list(result.file.concepts) == ["a"]
    assert len(result.diagnostics) == 4
