"""A story's own words come on top of what is known; the evidence keeps its own meaning of them."""

import pytest

from storycheck.diagnostics import Severity
from storycheck.meaning.declared import declare
from storycheck.meaning.language import Language
from storycheck.meaning.vocabulary import Concept, Quantity, Vocabulary
from storycheck.meaning.wording import Wording, phrases
from storycheck.source import SourceText
from storycheck.syntax.entries import Entry
from storycheck.syntax.lexicon import GLOSS, Lexicon
from storycheck.syntax.story import parse_story

KNOWN = Language(
    Lexicon.of(
        phrases(
            [
                Wording("concept", "sgd", "noun", "SGD"),
                Wording("concept", "gradient-descent", "noun", "gradient descent"),
                Wording("concept", "feature", "noun", "feature"),
                Wording("concept", "robust", "adjective", "robust"),
                Wording("quantity", "loss", "noun", "loss"),
            ]
        )
    ),
    Vocabulary(
        {
            "sgd": Concept("sgd", "trained with SGD", kind_of=("gradient-descent",), excludes=("robust",)),
            "gradient-descent": Concept("gradient-descent", "trained with gradient descent"),
            "feature": Concept("feature", "has features"),
            "robust": Concept("robust", "robust"),
        },
        {"loss": Quantity("loss", "loss")},
    ),
)


def declared(*lines: str) -> tuple[Language, list[str]]:
    """The language after some lines, and each diagnostic as "line code"."""
    source = SourceText("\n".join(lines))
    story = parse_story(source)
    assert not story.diagnostics
    language, diagnostics = declare(KNOWN, story.declarations)
    return language, [f"{source.line_column(one.span.start)[0]} {one.code}" for one in diagnostics]


def concept(language: Language, name: str) -> Concept:
    return language.vocabulary.concepts[f"story:{name}"]


def test_a_declared_noun_is_known_in_all_its_forms() -> None:
    language, faults = declared('concept "cat head"')
    assert not faults
    assert concept(language, "cat-head").gloss == "is a cat head"
    found = language.lexicon.phrases
    assert found["cat", "head"] == (Entry("concept", "story:cat-head", "noun", "sg"),)
    assert found["cat", "heads"] == (Entry("concept", "story:cat-head", "noun", "pl"),)
    assert found[GLOSS, "is", "a", "cat", "head"] == (Entry("concept", "story:cat-head", "gloss"),)


def test_what_was_known_stays_and_is_not_touched() -> None:
    language, _ = declared('concept "wug"')
    assert language.lexicon.phrases["sgd",] == KNOWN.lexicon.phrases["sgd",]
    assert language.vocabulary.concepts["sgd"] is KNOWN.vocabulary.concepts["sgd"]
    assert ("wug",) not in KNOWN.lexicon.phrases
    assert len(language.vocabulary.concepts) == 5


def test_without_declarations_the_language_is_the_same_object() -> None:
    assert declare(KNOWN, ()) == (KNOWN, ())


def test_relations_lead_to_known_and_declared_concepts_in_any_order() -> None:
    language, faults = declared(
        'concept "wug" is a kind of "dax"',
        'concept "wug" means "a feature" and "robust"',
        'concept "wug" means "not SGD"',
        'concept "dax" excludes "features"',
        'concept "dax"',
    )
    assert not faults
    wug, dax = concept(language, "wug"), concept(language, "dax")
    assert (wug.kind_of, wug.means) == (("story:dax",), ("feature", "robust", "not sgd"))
    assert dax.excludes == ("feature",)


def test_a_quantity_is_declared() -> None:
    language, faults = declared('quantity "wugness"')
    assert not faults
    assert language.vocabulary.quantities["story:wugness"].gloss == "wugness"
    assert Entry("quantity", "story:wugness", "noun", "sg") in language.lexicon.phrases["wugness",]


def test_articles_and_plurals_name_the_same_concept() -> None:
    language, faults = declared('concept "a wug"', 'concept "wugs" is a kind of "the dax"', 'concept "dax"')
    assert not faults
    assert concept(language, "wug").kind_of == ("story:dax",)
    assert set(language.vocabulary.concepts) - set(KNOWN.vocabulary.concepts) == {"story:wug", "story:dax"}


def test_a_phrase_given_in_the_plural() -> None:
    language, faults = declared('concept "whiskers"')
    assert not faults
    assert concept(language, "whiskers").gloss == "has whiskers"


def test_an_unknown_other_is_told_with_the_nearest() -> None:
    language, faults = declared('concept "wug" is a kind of "featur"')
    assert faults == ["1 unknown-term"]
    assert concept(language, "wug").kind_of == ()
    (diagnostic,) = declare(KNOWN, parse_story(SourceText('concept "wug" means "featur"')).declarations)[1]
    assert "`feature`" in diagnostic.help
    (diagnostic,) = declare(KNOWN, parse_story(SourceText('concept "wug" means "qqq"')).declarations)[1]
    assert diagnostic.help == 'declare it: `concept "qqq"`'


@pytest.mark.parametrize(
    ("line", "entries"),
    [
        ('concept "SGD" is a kind of "feature"', (Entry("concept", "story:sgd", "noun", "sg"),)),
        ('concept "SGD" means "gradient descent"', (Entry("concept", "story:sgd", "noun", "sg"),)),
        ('concept "SGD" is a kind of "wug"', (Entry("concept", "story:sgd", "noun", "sg"),)),
        ('quantity "SGD"', (Entry("quantity", "story:sgd", "noun", "sg"),)),
    ],
)
def test_a_known_phrase_means_in_a_story_what_the_story_says(line: str, entries: tuple[Entry, ...]) -> None:
    language, diagnostics = declare(KNOWN, parse_story(SourceText(line + '\nconcept "wug"')).declarations)
    assert [(one.code, one.severity) for one in diagnostics] == [("known-term", Severity.NOTE)]
    assert language.lexicon.phrases["sgd",] == entries
    assert language.vocabulary.concepts["sgd"] is KNOWN.vocabulary.concepts["sgd"]


def test_a_gloss_that_is_taken_is_told_apart() -> None:
    known = Language(Lexicon.of(phrases([Wording("concept", "x", "gloss", "is a wug")])), KNOWN.vocabulary)
    language, _ = declare(known, parse_story(SourceText('concept "wug"')).declarations)
    assert concept(language, "wug").gloss == "is a wug of this story"
    assert language.lexicon.phrases[GLOSS, "is", "a", "wug"] == (Entry("concept", "x", "gloss"),)


@pytest.mark.parametrize(
    "line", ['concept "SGD" is a kind of "gradient descent"', 'concept "robust" excludes "SGD"']
)
def test_what_holds_already_may_be_declared(line: str) -> None:
    assert declared(line)[1] == []


def test_declaring_a_known_phrase_alone_is_only_noted() -> None:
    (diagnostic,) = declare(KNOWN, parse_story(SourceText('concept "SGD"')).declarations)[1]
    assert (diagnostic.code, diagnostic.severity) == ("known-term", Severity.NOTE)


def test_cycles_are_named_and_broken() -> None:
    language, faults = declared(
        'concept "wug" is a kind of "dax"',
        'concept "dax" is a kind of "blick"',
        'concept "blick" means "wug"',
    )
    assert faults == ["3 cycle-of-kinds"]
    assert concept(language, "blick").means == ()
    assert concept(language, "wug").kind_of == ("story:dax",)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('concept "every wug"', "bad-declaration"),
        ('concept "not wug"', "bad-declaration"),
        ('concept "wug (big"', "bad-declaration"),
        ('concept "..."', "bad-declaration"),
        ('concept "wug" is a kind of "wugs"', "self-reference"),
        ('concept "SGD" is a kind of "SGD"', "self-reference"),
    ],
)
def test_unfit_declarations_are_told(line: str, code: str) -> None:
    assert declared(line)[1] == [f"1 {code}"]


def test_one_phrase_cannot_be_concept_and_quantity() -> None:
    assert declared('concept "wug"', 'quantity "wug"')[1] == ["2 known-term"]


def test_a_known_phrase_keeps_its_meaning_where_a_declared_form_coincides() -> None:
    known = Language(Lexicon.of(phrases([Wording("concept", "data", "noun", "data")])), KNOWN.vocabulary)
    language, _ = declare(known, parse_story(SourceText('concept "datum"')).declarations)
    assert {entry.ref for entry in language.lexicon.phrases["data",]} == {"data"}
    assert {entry.ref for entry in language.lexicon.phrases["datum",]} == {"story:datum"}
