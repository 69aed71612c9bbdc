"""Verbs of doing: with what it is done to, each is one property of the case."""

import pytest

from storycheck.meaning.formula import Atom, done_to, object_of, terms
from storycheck.meaning.readback import read_back
from tests.vocabulary import LANGUAGE, readings, understood

READ = [
    ("Probes detect abrupt changes.", "usually: probe -> detect(abrupt-change)"),
    ("Probes do not always detect abrupt changes.", "sometimes: probe -> !detect(abrupt-change)"),
    ("Probes detect no abrupt change.", "usually: probe -> !detect(abrupt-change)"),
    ("Dropout interferes with memorization.", "usually: dropout -> interfere with(memorizes)"),
    ("Dropout interferes with a robust solution.", "usually: dropout -> interfere with(robust+solution)"),
    ("Probes estimate depth.", "usually: probe -> estimate(#depth)"),
    ("Probes that detect pruning read syntax.", "usually: detect(pruned) & probe -> reads-syntax"),
    ("Detecting pruning requires a probe.", "always: detect(pruned) -> probe"),
    ("Probes can detect dropout and momentum.", "sometimes: probe -> detect(dropout) & detect(momentum)"),
    ("Memorization is manipulated by probes.", "usually: probe -> manipulate(memorizes)"),
    ("Every subnetwork is manipulated.", "always: pruned -> manipulate(pruned)"),
    ("Networks are manipulated.", "usually: true -> manipulate(network)"),
    ("Dropout minimises overfitting.", "usually: dropout -> minimize(#overfitting)"),
]


@pytest.mark.parametrize(("sentence", "expected"), READ)
def test_read(sentence: str, expected: str) -> None:
    assert readings(sentence) == [expected]


@pytest.mark.parametrize(("sentence", "_"), READ)
def test_reading_back_is_a_fixed_point(sentence: str, _: str) -> None:
    for reading in understood(sentence).readings:
        for proposition in reading.propositions:
            again = understood(read_back(proposition, LANGUAGE.vocabulary))
            assert [found.propositions for found in again.readings] == [(proposition,)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Probes detect.",  # what?
        "Probes can detect most abrupt changes.",  # a strength of its own
        "Probes spread dropout towards momentum.",  # from one thing to another
        "Probes detect more abrupt changes.",  # more than what?
        "What probes detect is robust.",  # the object is not named
        "Probes detect larger networks.",  # a change is no property of one case
    ],
)
def test_refused(sentence: str) -> None:
    assert not understood(sentence).readings


def test_what_a_verb_is_done_to() -> None:
    atom = done_to("detect", ["pruned", "dropout", "pruned"]).atom
    assert atom == Atom("does", "detect", "dropout+pruned")
    assert object_of(atom) == (("dropout", "pruned"), "")
    assert object_of(done_to("estimate", (), "depth").atom) == ((), "depth")
    assert object_of(done_to("exploit", ()).atom) == ((), "")


def test_terms() -> None:
    assert list(terms(done_to("detect", ["pruned", "dropout"]).atom)) == [
        ("concept", "dropout"),
        ("concept", "pruned"),
    ]
    assert list(terms(done_to("estimate", (), "depth").atom)) == [("quantity", "depth")]
    assert list(terms(Atom("due", "robust", "dropout"))) == [("concept", "robust"), ("concept", "dropout")]
    assert list(terms(Atom("rises", "depth"))) == [("quantity", "depth")]
