"""The tables of the language page: each sentence is read as the page says."""

import re

import pytest

from storycheck.evidence.packs import load
from storycheck.meaning.language import Language
from storycheck.meaning.reading import read
from storycheck.where import data_folder

PAGE = (data_folder("grammar").parent / "docs" / "language.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| ([A-Z][^|]*\.) \| ([^|]+) \|$", PAGE, re.M)


@pytest.fixture(scope="module")
def language() -> Language:
    return load().language


def test_the_page_has_examples_of_all_constructions() -> None:
    assert len(ROWS) > 50
    assert PAGE.count("\n### ") >= 16


@pytest.mark.parametrize(("sentence", "reading"), ROWS)
def test_a_sentence_of_the_page_is_read_as_it_says(sentence: str, reading: str, language: Language) -> None:
    found = [reading.propositions for reading in read(sentence, language).readings]
    told = [
        tuple(
            proposition
            for part in words.split("; ")
            for understood in read(part, language).readings
            for proposition in understood.propositions
        )
        for words in reading.split(" *or* ")
    ]
    assert found == told
