"""Definitions one by one: together they say what the vocabulary says, and those left out do not matter."""

from hypothesis import given, settings
from hypothesis import strategies as st

from storycheck.logic.named import Definition, bearing, definitions
from storycheck.meaning.formula import Atom, Lit, Term, conj, disj, has, holds, neg
from storycheck.meaning.vocabulary import Vocabulary
from tests.logic.test_definitions import NAMES, meant, sound, vocabularies
from tests.oracle import valuations
from tests.small import Concept, Quantity, vocabulary


def _cases() -> list[dict[Atom, bool]]:
    return [{Atom("has", n): n in case for n in NAMES} for case in valuations(NAMES, lambda _: True)]


@settings(max_examples=200, deadline=None)
@given(vocabularies().filter(sound), st.sampled_from(NAMES), st.booleans())
def test_those_that_bear_on_a_term_say_all_that_is_said_of_it(
    words: Vocabulary, name: str, positive: bool
) -> None:
    about = has(name) if positive else neg(has(name))
    term: Term = ("concept", name)
    said = conj([about, *(each.formula for each in bearing(words, [term]))])
    whole = conj([about, meant(words)])
    assert any(holds(said, case) for case in _cases()) == any(holds(whole, case) for case in _cases())


@given(vocabularies())
def test_all_together_say_what_the_vocabulary_says(words: Vocabulary) -> None:
    said = conj(each.formula for each in definitions(words))
    assert all(holds(said, case) == holds(meant(words), case) for case in _cases())


def test_quantities() -> None:
    words = vocabulary(
        [Concept("robust", "r")],
        [Quantity("robustness", "r", high="robust", inverse="frailty"), Quantity("frailty", "f")],
    )
    pole = Definition("high", "robustness", ("robust",))
    inverse = Definition("inverse", "robustness", ("frailty",))
    assert bearing(words, [("concept", "robust")]) == [pole, inverse]
    assert bearing(words, [("quantity", "frailty")]) == [inverse]
    rises = Lit(Atom("rises", "robustness"))
    assert pole.formula == disj([neg(has("robust")), Lit(Atom("base", "robust")), rises])
    case = {Atom("rises", "robustness"): True, Atom("falls", "frailty"): True}
    assert holds(inverse.formula, case)
    assert not holds(inverse.formula, {**case, Atom("falls", "frailty"): False})
    assert not holds(inverse.formula, {**case, Atom("rises", "frailty"): True})


def test_a_concept_made_of_others_matters_where_those_it_has_are_spoken_of() -> None:
    words = vocabulary(
        [Concept("bad", "bad", means=("fits", "late", "not fine")), Concept("kind", "k", kind_of=("fits",))]
    )
    meaning = Definition("means", "bad", ("fits", "late", "not fine"))
    assert bearing(words, [("concept", "fits"), ("concept", "fine")]) == []
    assert bearing(words, [("concept", "fits"), ("concept", "late")]) == [meaning]
    assert bearing(words, [("concept", "kind"), ("concept", "late")])[1:] == [meaning]


def test_a_concept_that_only_denies_others_matters_whatever_is_spoken_of() -> None:
    """Where b is what is not a, one of the two holds, and so c cannot stand beside both."""
    words = vocabulary(
        [Concept("a", "a"), Concept("b", "b", means=("not a",)), Concept("c", "c", excludes=("a", "b"))]
    )
    assert Definition("means", "b", ("not a",)) in bearing(words, [("concept", "c")])
