"""Definitions: one property is one atom, and the clauses say just what the vocabulary does."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from storycheck.logic.definitions import Definitions
from storycheck.logic.evaluate import Case
from storycheck.meaning.formula import TRUE, Atom, Formula, Lit, conj, disj, has, holds, neg
from storycheck.meaning.vocabulary import Vocabulary
from tests.small import Concept, Family, Quantity, vocabulary

NAMES = ("a", "b", "c")


def rises(name: str) -> Lit:
    return Lit(Atom("rises", name))


def base(name: str) -> Lit:
    return Lit(Atom("base", name))


def test_opposites_are_one_atom() -> None:
    """Whichever of the two names the other; synonyms too."""
    words = vocabulary([Concept("hot", "hot"), Concept("cold", "cold", opposite="hot")])
    normal = Definitions(words).normal
    assert normal(has("cold")) == neg(has("hot"))
    assert normal(neg(base("cold"))) == base("hot")
    synonym = vocabulary([Concept("a", "a", means=("b",)), Concept("b", "b", means=("not c",))])
    assert Definitions(synonym).normal(has("a")) == neg(Definitions(synonym).normal(has("c")))


def test_meanings_take_the_place_of_what_they_mean() -> None:
    """A bad minimum fits and does not generalize, in what is compared with too."""
    words = vocabulary([Concept("bad", "bad", means=("fits", "not general"))])
    normal = Definitions(words).normal
    assert normal(has("bad")) == conj([has("fits"), neg(has("general"))])
    assert normal(neg(base("bad"))) == disj([neg(base("fits")), base("general")])


def test_circular_meanings_stay_clauses() -> None:
    """And say that the two are the same."""
    words = vocabulary([Concept("a", "a", means=("b", "x")), Concept("b", "b", means=("a", "x"))])
    definitions = Definitions(words)
    assert definitions.normal(has("a")) == has("a")
    assert _agrees(definitions, ("a", "b", "x"), lambda a, b, x: a == (b and x) and b == (a and x))


def test_quantities() -> None:
    """Inverse quantities are one; staying is neither rising nor falling; a trivial concept is true."""
    words = vocabulary(
        [Concept("network", "network", trivial=True)],
        [Quantity("overfitting", "overfitting", inverse="generalization"), Quantity("generalization", "g")],
    )
    normal = Definitions(words).normal
    assert normal(rises("generalization")) == Lit(Atom("falls", "overfitting"))
    assert normal(Lit(Atom("stays", "generalization"))) == conj(
        [neg(rises("overfitting")), neg(Lit(Atom("falls", "overfitting")))]
    )
    assert normal(neg(has("network"))) == neg(TRUE)


def test_poles() -> None:
    """A robust case beside one that is not is more robust; seen from the other side, less."""
    definitions = Definitions(
        vocabulary([Concept("robust", "r")], [Quantity("robustness", "r", high="robust")])
    )
    clauses = [
        *definitions.clauses(has("robust")),
        *definitions.clauses(neg(base("robust"))),
        *definitions.closure([definitions.atoms.number(Atom("has", "robust"))]),
    ]
    for case in _cases(["has:robust", "base:robust", "rises:robustness", "falls:robustness"]):
        if _satisfies(case, clauses, definitions):
            assert case[Atom("rises", "robustness")]
            assert not case[Atom("falls", "robustness")]


def test_what_is_due_to_something_is_there_with_it() -> None:
    definitions = Definitions(vocabulary([Concept("good", "good"), Concept("sgd", "with SGD")]))
    parts = [Lit(Atom("due", "good", "sgd")), has("good"), has("sgd")]
    assert definitions.normal(parts[0]) == conj(parts)


def test_what_is_due_to_a_kind_is_due_to_the_general() -> None:
    words = vocabulary([Concept("sgd", "sgd", kind_of=("training",)), Concept("training", "training")])
    definitions = Definitions(words)
    due = definitions.atoms.number(Atom("due", "good", "sgd"))
    general = definitions.atoms.number(Atom("due", "good", "training"))
    assert tuple(sorted((-due, general), key=abs)) in definitions.closure([due])


def test_above_follows_kinds_and_meanings() -> None:
    words = vocabulary([Concept("a", "a", kind_of=("b",)), Concept("b", "b", means=("c", "not d"))])
    assert Definitions(words).above(["a"]) == {"a", "b", "c"}


@st.composite
def vocabularies(draw: st.DrawFn) -> Vocabulary:
    """Three concepts, defined at random, circles and contradictions included."""
    some = st.lists(st.sampled_from(NAMES), max_size=2, unique=True).map(tuple)
    entry = st.sampled_from([*NAMES, *(f"not {name}" for name in NAMES)])
    concepts = [
        Concept(
            name,
            name,
            kind_of=draw(some),
            means=draw(st.lists(entry, max_size=2, unique=True).map(tuple)),
            excludes=draw(some),
            trivial=draw(st.sampled_from([False] * 5 + [True])),
        )
        for name in NAMES
    ]
    families = draw(st.lists(st.builds(Family, st.just(NAMES), st.booleans()), max_size=1))
    return vocabulary(concepts, families=tuple(families))


def meant(words: Vocabulary) -> Formula:
    """All that the vocabulary says of a case, written down naively."""
    said: list[Formula] = []
    for concept in words.concepts.values():
        mine = has(concept.id)
        said += [disj([neg(mine), has(name)]) for name in concept.kind_of]
        said += [disj([neg(mine), neg(has(name))]) for name in concept.excludes]
        if concept.means:
            parts = [neg(has(t[4:])) if t.startswith("not ") else has(t) for t in concept.means]
            said += [disj([neg(mine), conj(parts)]), disj([mine, *map(neg, parts)])]
        if concept.trivial:
            said.append(mine)
    for family in words.families:
        members = [has(name) for name in family.members]
        said += [disj([neg(x), neg(y)]) for n, x in enumerate(members) for y in members[:n]]
        said += [disj(members)] if family.exhaustive else []
    return conj(said)


def sound(words: Vocabulary) -> bool:
    """Whether no name is made the opposite of itself or trivial with a meaning: what a linter refuses."""
    if any(concept.trivial and concept.means for concept in words.concepts.values()):
        return False
    return any(holds(meant(words), case) for case in _cases([f"has:{name}" for name in NAMES]))


@settings(max_examples=200, deadline=None)
@given(vocabularies().filter(sound), st.sampled_from(NAMES), st.booleans())
def test_clauses_say_what_the_vocabulary_says(words: Vocabulary, name: str, positive: bool) -> None:
    """A literal is possible with the clauses that bear on it iff it is with all that the words say."""
    definitions = Definitions(words)
    literal = has(name) if positive else neg(has(name))
    clauses = list(definitions.clauses(literal))
    clauses += definitions.closure(sorted({abs(lit) for clause in clauses for lit in clause}))
    both = conj([meant(words), literal])
    possible = any(holds(both, case) for case in _cases([f"has:{each}" for each in NAMES]))
    numbers = sorted({abs(lit) for clause in clauses for lit in clause})
    found = any(
        all(any((lit > 0) == dict(zip(numbers, row, strict=True))[abs(lit)] for lit in c) for c in clauses)
        for row in product((False, True), repeat=len(numbers))
    )
    assert found == possible


def _cases(names: list[str]) -> list[Case]:
    atoms = [Atom(*name.split(":")) for name in names]  # type: ignore[arg-type]
    return [dict(zip(atoms, row, strict=True)) for row in product((False, True), repeat=len(atoms))]


def _satisfies(case: Case, clauses: list[tuple[int, ...]], definitions: Definitions) -> bool:
    table = definitions.atoms
    return all(
        any((lit > 0) == case[atom] for lit in clause if (atom := table.atom(abs(lit))) in case)
        for clause in clauses
    )


def _agrees(definitions: Definitions, names: tuple[str, ...], truth: object) -> bool:
    numbers = [definitions.atoms.number(Atom("has", name)) for name in names]
    clauses = definitions.closure(numbers)
    return all(
        all(any((lit > 0) == row[numbers.index(abs(lit))] for lit in clause) for clause in clauses)
        == truth(*row)  # type: ignore[operator]
        for row in product((False, True), repeat=len(names))
    )


def test_the_contrary_of_what_every_case_has_is_false() -> None:
    words = vocabulary([Concept("odd", "odd", means=("not plain",)), Concept("plain", "plain", trivial=True)])
    normal = Definitions(words).normal
    assert (normal(has("plain")), normal(has("odd"))) == (conj([]), neg(conj([])))
