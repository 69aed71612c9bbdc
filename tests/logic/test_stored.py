"""Stored indices give the same answers, without looking at the evidence again."""

import pytest

from storycheck.checking.claims import Judge
from storycheck.evidence.items import Dispute, EvidenceSet
from storycheck.logic.stored import dumped, restored
from storycheck.meaning.formula import Atom, Lit, disj
from storycheck.meaning.proposition import Proposition, Strength
from storycheck.meaning.vocabulary import Vocabulary
from storycheck.report import Verdict
from tests.small import Concept, Quantity, evidence, formula, item, verdict_of, vocabulary

ITEMS = (
    item("A", "usually sgd: good", "always : sound", disputes=(Dispute("B", "large", (), ""),)),
    item("B", Proposition(Strength.USUALLY, Lit(Atom("rises", "data")), Lit(Atom("rises", "accuracy")))),
    item(
        "C", Proposition(Strength.SOMETIMES, formula("sgd"), disj([formula("good & a"), formula("good & b")]))
    ),
)

WORDS = vocabulary(
    [
        Concept("sgd", "trained with SGD", kind_of=("descent",)),
        Concept("adam", "trained with Adam", kind_of=("descent",), excludes=("sgd",)),
        Concept("good", "reaches a good minimum", means=("fits", "generalizes")),
        Concept("bad", "reaches a bad minimum", means=("fits", "not generalizes")),
    ],
    [Quantity("accuracy", "accuracy", inverse="error")],
)


def test_what_is_stored_comes_back() -> None:
    judge = Judge(evidence(*ITEMS), WORDS)
    back = restored(dumped(judge.built))
    assert back.entries == judge.shelf.index
    assert back.atoms.all() == judge.shelf.definitions.atoms.all()
    assert back.axioms == judge.shelf.definitions.axioms
    again = Judge(evidence(*ITEMS), WORDS, built=back, consistent=True)
    claims = ("always sgd: good", "usually sgd: !good", "sometimes : !sound", "usually sgd: fast")
    for claim in (*claims, "always adam: bad"):
        assert verdict_of(again, claim) == verdict_of(judge, claim)


def test_only_what_a_claim_meets_is_looked_at() -> None:
    """Items out of reach need not even be there."""
    back = restored(dumped(Judge(evidence(*ITEMS), Vocabulary()).built))
    few = EvidenceSet({"A": ITEMS[0], "C": ITEMS[2]}, {})
    report = verdict_of(Judge(few, Vocabulary(), built=back, consistent=True), "usually sgd: !good")
    assert report.verdict is Verdict.REFUTED


@pytest.mark.parametrize("data", [b"", b"rubbish", b"\xe9\x00\x00\x00\x00"])
def test_other_bytes_are_errors(data: bytes) -> None:
    with pytest.raises((ValueError, EOFError, TypeError)):
        restored(data)
