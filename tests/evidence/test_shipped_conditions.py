"""What tells which models are meant stays a condition, a word of its own or part of a phrase."""

from functools import cache

import pytest

from storycheck.evidence.packs import load
from storycheck.meaning.formula import literals, neg
from storycheck.meaning.language import Language
from storycheck.meaning.reading import read

_MODELS = ("models", "networks", "systems", "agents", "solutions", "minima")


@cache
def language() -> Language:
    loaded = load().language
    return Language(loaded.lexicon, loaded.vocabulary)


def _concepts(words: tuple[str, ...], part: str) -> set[str]:
    entries = language().lexicon.phrases.get(words) or ()
    known = language().vocabulary.concepts
    found = {entry.ref for entry in entries if entry.kind == "concept" and entry.part == part}
    return {name for name in found if not known[name].trivial}


@cache
def named() -> list[tuple[str, str]]:
    """Adjective and noun of every phrase "ADJ models" that says no more than the adjective."""
    nouns = [words for words in language().lexicon.phrases if words[-1] in _MODELS and len(words) == 2]
    return [
        (words[0], words[1])
        for words in nouns
        if _concepts(words, "noun") & _concepts(words[:1], "adjective")
    ]


def test_models_of_a_kind_that_are_said_not_to_be_of_it_are_of_it_all_the_same() -> None:
    assert len(named()) > 50
    for adjective, noun in named():
        for denial in ("are not", "are never"):
            sentence = f"{adjective.capitalize()} {noun} {denial} {adjective}."
            for reading in read(sentence, language()).readings:
                (proposition,) = reading.propositions
                (said,) = literals(proposition.scope)
                assert said.atom in {lit.atom for lit in literals(proposition.restrictor)}, sentence


@pytest.mark.parametrize("noun", ["models", "networks", "systems"])
@pytest.mark.parametrize("adjective", ["safe", "aligned", "audited", "deployed", "interpretable"])
def test_a_claim_that_denies_its_own_condition_is_read_as_that(adjective: str, noun: str) -> None:
    found = read(f"{adjective.capitalize()} {noun} are not {adjective}.", language())
    (proposition,) = found.readings[0].propositions
    assert proposition.restrictor == neg(proposition.scope)
