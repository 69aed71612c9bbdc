"""Wordings become phrases; vocabularies that contradict themselves are found out."""

import pytest

from storycheck.meaning.lint import Flaw, Key, cycles, lint
from storycheck.meaning.vocabulary import Concept, Family, Quantity, Vocabulary
from storycheck.meaning.wording import Wording, flaw_of, forms_of, phrases, with_options
from storycheck.syntax.entries import Entry
from storycheck.syntax.lexicon import Lexicon


def found(part: str, text: str, form: str = "") -> set[str]:
    return {
        " ".join(words)
        for words, entry in forms_of(Wording("concept", "x", part, text))
        if entry.form == form
    }


@pytest.mark.parametrize(
    ("text", "plural"),
    [
        ("good minimum", {"good minima", "good minimums"}),
        ("minimum of the loss", {"minima of the loss", "minimums of the loss"}),
        ("network trained with SGD", {"networks trained with sgd"}),
        ("data drawn from the test set", {"data drawn from the test set"}),
        ("learning from feedback", {"learnings from feedback"}),
        ("trade-off", {"trade offs"}),
        ("out-of-distribution input", {"out of distribution inputs"}),
        ("random labels", {"random labels"}),
    ],
)
def test_nouns_are_inflected_at_their_head(text: str, plural: set[str]) -> None:
    assert found("noun", text, "pl") == plural


def test_a_noun_given_in_the_plural_has_no_singular() -> None:
    assert found("noun", "random labels", "sg") == set()


def test_verb_phrases_are_inflected_at_their_first_word() -> None:
    assert found("verb", "reach a minimum", "base") == {"reach a minimum"}
    assert found("verb", "reach a minimum", "s") == {"reaches a minimum"}
    assert found("verb", "reach a minimum", "ing") == {"reaching a minimum"}
    assert found("verb", "be robust", "base") == {"be robust", "are robust"}
    assert found("verb", "fine-tune on a task", "past") == {"fine tuned on a task", "finetuned on a task"}


def test_words_in_parentheses_are_optional() -> None:
    assert found("modifier", "on (the) same (old) task") == {
        "on the same old task",
        "on same old task",
        "on the same task",
        "on same task",
    }


def test_spellings_vary_everywhere() -> None:
    assert found("adjective", "well-generalizing") == {"well generalizing", "well generalising"}
    assert found("noun", "over-parameterized network", "sg") >= {
        "over parameterized network",
        "overparameterised network",
    }


def test_a_long_wording_does_not_explode() -> None:
    text = " ".join(["(optional) generalized"] * 40)
    assert len(forms_of(Wording("concept", "x", "modifier", text))) <= 1024 * 32
    assert "more than" in flaw_of(text)


@pytest.mark.parametrize("text", ["a (b", "a) b", "a (b (c))", "", "(the)", " - "])
def test_unusable_wordings_are_told(text: str) -> None:
    assert flaw_of(text)


def test_phrases_fill_a_lexicon() -> None:
    wordings = [Wording("concept", "sgd", "noun", "SGD"), Wording("quantity", "speed", "more", "faster")]
    lexicon = Lexicon.of(()).extended(phrases(wordings))
    assert lexicon.phrases[("sgd",)] == (Entry("concept", "sgd", "noun", "sg"),)
    assert lexicon.phrases[("faster",)] == (Entry("quantity", "speed", "more", ""),)


def concept(name: str, **relations: tuple[str, ...]) -> Concept:
    return Concept(name, f"is {name}", **relations)  # type: ignore[arg-type]


def flaws_of(*concepts: Concept, wordings: dict[Key, Wording] | None = None) -> list[Flaw]:
    return list(lint(Vocabulary({c.id: c for c in concepts}), wordings or {}))


def test_unknown_identifiers_are_told_with_the_nearest() -> None:
    flaws = flaws_of(concept("sgd", kind_of=("gradient-decent",)), concept("gradient-descent"))
    assert [flaw.key for flaw in flaws] == [("concepts", "sgd", "kind_of", 0)]
    assert "`gradient-decent`" in flaws[0].message
    assert "`gradient-descent`" in flaws[0].help


def test_every_kind_of_reference_is_followed() -> None:
    vocabulary = Vocabulary(
        {"a": Concept("a", "a", means=("not gone1",), excludes=("gone2",), opposite="gone3")},
        {"q": Quantity("q", "q", high="gone4", low="gone5", inverse="gone6")},
        (Family(("a", "gone7")),),
    )
    keys = {flaw.key: flaw.message for flaw in lint(vocabulary, {})}
    assert list(keys) == [
        ("concepts", "a", "means", 0),
        ("concepts", "a", "excludes", 0),
        ("concepts", "a", "opposite"),
        ("quantities", "q", "high"),
        ("quantities", "q", "low"),
        ("quantities", "q", "inverse"),
        ("families", 0, "members", 1),
    ]
    assert "quantity `gone6`" in keys["quantities", "q", "inverse"]


def test_a_concept_must_not_refer_to_itself() -> None:
    assert [flaw.code for flaw in flaws_of(concept("a", excludes=("a",)))] == ["self-reference"]
    assert [flaw.code for flaw in flaws_of(concept("a", kind_of=("a",)))] == ["self-reference"]


def test_every_cycle_is_told_once_from_its_first_name() -> None:
    concepts = [
        concept("b", kind_of=("c",)),
        concept("c", kind_of=("a",)),
        concept("a", kind_of=("b",)),
        concept("d", kind_of=("a",)),
        concept("x", means=("y",)),
        concept("y", kind_of=("x",)),
    ]
    messages = sorted(flaw.message for flaw in cycles(concepts))
    assert messages == ["cycle of kinds: `a` → `b` → `c` → `a`", "cycle of kinds: `x` → `y` → `x`"]


def test_a_long_chain_of_kinds_is_no_cycle() -> None:
    chain = [concept(f"c{n}", kind_of=(f"c{n + 1}",)) for n in range(5000)]
    assert not list(cycles([*chain, concept("c5000")]))


def test_one_phrase_for_two_concepts_is_told_once() -> None:
    wordings: dict[Key, Wording] = {
        ("concepts", "a", "noun", 0): Wording("concept", "a", "noun", "datum"),
        ("concepts", "b", "noun", 0): Wording("concept", "b", "noun", "data"),
        ("concepts", "b", "adjective", 0): Wording("concept", "b", "adjective", "datum"),
        ("quantities", "q", "noun", 0): Wording("quantity", "q", "noun", "datum"),
    }
    flaws = flaws_of(concept("a"), concept("b"), wordings=wordings)
    assert [(flaw.code, flaw.key) for flaw in flaws] == [("same-phrase", ("concepts", "b", "noun", 0))]
    assert flaws[0].message == "`data` is a noun of both `a` and `b`"


def test_glosses_are_unique_over_all_vocabulary() -> None:
    wordings: dict[Key, Wording] = {
        ("concepts", "a", "gloss"): Wording("concept", "a", "gloss", "is quick"),
        ("quantities", "q", "gloss"): Wording("quantity", "q", "gloss", "is quick"),
    }
    flaws = flaws_of(concept("a"), wordings=wordings)
    assert [(flaw.code, flaw.key) for flaw in flaws] == [("same-phrase", ("quantities", "q", "gloss"))]


def test_a_sound_vocabulary_has_no_flaws() -> None:
    wordings: dict[Key, Wording] = {("concepts", "a", "noun", 0): Wording("concept", "a", "noun", "wug")}
    assert not flaws_of(concept("a", kind_of=("b",)), concept("b"), wordings=wordings)


def test_choices_stand_for_one_phrase_each() -> None:
    options = [option.split() for option in with_options("[lose|erase] (the) data")]
    assert options == [["lose", "the", "data"], ["lose", "data"], ["erase", "the", "data"], ["erase", "data"]]
    assert with_options("[|old ]data") == ("data", "old data")
    assert flaw_of("[lose|erase data")
