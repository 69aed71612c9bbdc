"""Stored indices give the same answers, without looking at the evidence again."""

import pytest

from storycheck.checking.claims import Judge
from storycheck.evidence.items import Dispute, EvidenceSet
from storycheck.logic.stored import dumped, restored
from storycheck.meaning.formula import Atom, Lit, disj
from storycheck.meaning.proposition import Proposition, Strength
from storycheck.meaning.vocabulary import Vocabulary
from storycheck.report import Verdict
from tests.small import evidence, formula, item, verdict_of

ITEMS = (
    item("A", "usually sgd: good", "always : sound", disputes=(Dispute("B", "large", (), ""),)),
    item("B", Proposition(Strength.USUALLY, Lit(Atom("rises", "data")), Lit(Atom("rises", "accuracy")))),
    item(
        "C", Proposition(Strength.SOMETIMES, formula("sgd"), disj([formula("good & a"), formula("good & b")]))
    ),
)


def test_what_is_stored_comes_back() -> None:
    judge = Judge(evidence(*ITEMS), Vocabulary())
    back = restored(dumped(judge.built))
    assert back.entries == judge.shelf.index
    assert back.atoms.all() == judge.shelf.definitions.atoms.all()
    again = Judge(evidence(*ITEMS), Vocabulary(), built=back, consistent=True)
    for claim in ("always sgd: good", "usually sgd: !good", "sometimes : !sound", "usually sgd: fast"):
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
