"""The law of reading: nothing that says anything is lost, and what says nothing changes nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storycheck.meaning.closed import closed_words
from storycheck.meaning.formula import Atom, Formula, Lit, conj, disj, done_to
from storycheck.meaning.proposition import Proposition, Strength
from storycheck.meaning.readback import plainest, read_back
from storycheck.meaning.reading import read
from storycheck.syntax.segment import segmented
from storycheck.syntax.tree import Segment
from tests.meaning.test_constructions import PAIRS
from tests.meaning.test_reordered import PAIRS as REORDERED
from tests.vocabulary import LANGUAGE, understood

SENTENCES = [sentence for sentence, _ in (*PAIRS, *REORDERED)]
# closed classes whose words hold a sentence together; leaving them out may change nothing
STRUCTURE = frozenset(
    [
        "det",
        "pron",
        "pos",
        "be",
        "aux",
        "that",
        "rel",
        "to",
        "mark",
        "frame",
        "hedge",
        "degree",
        "noun",
        "there",
        "both",
        "v-light",
        "v-process",
        "v-be",
        "v-semi",
        "prep",
        "conj",
        "whose",
        "v-exist",
        "v-cause",
        "v-make",
        "n-need",
        "n-enough",
        "semi",
        "corr",
    ]
)
FRAMES = ["In practice, ", "However, ", "In fact, ", "Of course, ", "Moreover, ", "Note that "]
HEDGES = ["We expect that ", "Presumably, ", "I think that ", "Probably, "]


def segments_of(sentence: str) -> tuple[Segment, ...]:
    return segmented(sentence, (LANGUAGE.lexicon, closed_words())).segments


def without(sentence: str, segment: Segment) -> str:
    return " ".join((sentence[: segment.start] + sentence[segment.end :]).split())


def says_something(segment: Segment) -> bool:
    concepts = LANGUAGE.vocabulary.concepts
    return any(
        not concepts[entry.ref].trivial
        if entry.kind == "concept"
        else entry.kind == "quantity" or entry.ref not in STRUCTURE
        for entry in segment.entries
    ) and not any(entry.kind == "concept" and concepts[entry.ref].trivial for entry in segment.entries)


# said twice, or said by the rest of the sentence too: "more data improves" is "data improves", "good
# generalization" is "generalization", "all … can" is "… can", and a verb like "requires" is "always"
SAID_ELSEWHERE = {"high", "good", "more", "adding", "deeper", "better"}
REDUNDANT = {
    ("When trained with SGD, networks generalize well.", "when"),  # "trained with SGD, networks …"
    ("All networks trained with SGD can overfit.", "all"),
    ("SGD can never reach bad minima.", "can"),
    ("Training a network when the labels are random causes overfitting.", "when"),
    ("Pruning a network after it has been finetuned hurts accuracy.", "accuracy"),
    *((sentence, "any") for sentence, _ in REORDERED),  # what is never so of any is never so
    ("Weight decay or another regularizer always stops a network from fitting random labels.", "always"),
}

DROPS = [
    (sentence, segment)
    for sentence in SENTENCES
    for segment in segments_of(sentence)
    if segment.text not in SAID_ELSEWHERE and (sentence, segment.text) not in REDUNDANT
    if says_something(segment) and not any(e.ref in STRUCTURE for e in segment.entries if e.kind == "word")
]


@pytest.mark.parametrize(("sentence", "segment"), DROPS, ids=lambda part: getattr(part, "text", part))
def test_leaving_out_what_says_something_changes_the_reading(sentence: str, segment: Segment) -> None:
    before, after = understood(sentence), understood(without(sentence, segment))
    assert not after.readings or after.readings != before.readings


@given(st.sampled_from(SENTENCES), st.sampled_from(FRAMES))
def test_a_frame_changes_nothing(sentence: str, frame: str) -> None:
    assert understood(frame + sentence) == understood(sentence)


@given(st.sampled_from(SENTENCES), st.sampled_from(HEDGES))
def test_a_hedge_is_noted_and_changes_nothing_else(sentence: str, hedge: str) -> None:
    found = understood(hedge + sentence)
    assert found.hedged
    assert found.readings == understood(sentence).readings


@given(st.lists(st.sampled_from(" ".join(SENTENCES).replace(".", "").split()), max_size=14))
def test_reading_never_raises(words: list[str]) -> None:
    found = understood(" ".join(words))
    assert bool(found.readings) != bool(found.diagnostics)


@given(st.text(max_size=60))
def test_any_text_is_read_or_explained(text: str) -> None:
    found = understood(text)
    assert bool(found.readings) != bool(found.diagnostics)
    assert all(0 <= found.span.start <= found.span.end <= len(text) for found in found.diagnostics)


CONCEPTS = sorted(name for name, concept in LANGUAGE.vocabulary.concepts.items() if not concept.trivial)
QUANTITIES = sorted(LANGUAGE.vocabulary.quantities)
atoms = st.one_of(
    st.builds(Atom, st.sampled_from(["has", "base"]), st.sampled_from(CONCEPTS), st.just("")),
    st.builds(Atom, st.sampled_from(["rises", "falls", "stays"]), st.sampled_from(QUANTITIES), st.just("")),
    st.builds(
        lambda concepts: done_to("tamper with", concepts).atom,
        st.lists(st.sampled_from(CONCEPTS), max_size=3),
    ),
    st.sampled_from(CONCEPTS).map(lambda name: done_to("detect", [name]).atom.mirrored()),
    st.builds(lambda quantity: done_to("estimate", (), quantity).atom, st.sampled_from(QUANTITIES)),
    st.builds(Atom, st.just("due"), st.sampled_from(CONCEPTS), st.sampled_from(CONCEPTS)),
)
formulas: st.SearchStrategy[Formula] = st.recursive(
    st.builds(Lit, atoms, st.booleans()),
    lambda inner: st.one_of(
        st.builds(conj, st.lists(inner, max_size=3)), st.builds(disj, st.lists(inner, max_size=3))
    ),
    max_leaves=8,
)


@given(st.builds(Proposition, st.sampled_from(Strength), formulas, formulas))
def test_reading_back_is_a_fixed_point(proposition: Proposition) -> None:
    words = read_back(proposition, LANGUAGE.vocabulary)
    if len(words.split()) > 110:
        return
    found = read(words, LANGUAGE)
    assert [reading.told for reading in found.readings] == [(proposition,)], words


@given(st.builds(Proposition, st.sampled_from(Strength), formulas, formulas))
def test_the_side_that_is_easier_to_follow_says_the_same(proposition: Proposition) -> None:
    assert plainest(proposition).canonical() == proposition.canonical()


def test_what_goes_with_a_claim_is_told_from_its_side() -> None:
    """Of a random subnetwork beside the whole network, or of the whole network beside it."""
    part, whole = Lit(Atom("has", "random-subnetwork")), Lit(Atom("has", "whole-network"))
    base = {lit: Lit(lit.atom.mirrored()) for lit in (part, whole)}
    same = Lit(Atom("stays", "performance"))
    one = Proposition(Strength.ALWAYS, conj([part, base[whole]]), same)
    other = Proposition(Strength.ALWAYS, conj([whole, base[part]]), same)
    assert plainest(one, [one]) == plainest(other, [one]) == one
    assert plainest(one, [other]) == plainest(other, [other]) == other
