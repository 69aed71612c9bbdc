"""Acceptance, disputes, extension: what is asserted against a claim, and how surely."""

import pytest

from storycheck.evidence.items import Confidence, Dispute, EvidenceSet, Item, Scaling, Status
from storycheck.logic.assertions import Piece, Setting, fitted, pieces, reaches, setting_of, standing
from storycheck.logic.definitions import Definitions
from storycheck.meaning.formula import conj, disj, has, neg
from storycheck.meaning.proposition import Strength
from tests.small import Concept, evidence, formula, item, say, vocabulary

WORDS = vocabulary(
    [
        Concept("large", "large", dimension="scale"),
        Concept("huge", "huge", kind_of=("large",)),
        Concept("vit", "a vision transformer", dimension="architecture"),
        Concept("sgd", "sgd", kind_of=("training",)),
        Concept("training", "training"),
    ]
)
DEFINITIONS = Definitions(WORDS)
SURE = Scaling("robust", Confidence.MEDIUM)
LARGE = Setting(dimensions=(("scale", ("large",)),))


def fit(one: Item, setting: Setting, accept: Confidence = Confidence.MEDIUM) -> tuple[Piece, ...]:
    (piece,) = pieces(evidence(one), one, one.statements[0])
    return fitted(piece, one, setting, accept, DEFINITIONS)


def said(found: tuple[Piece, ...]) -> list[tuple[Strength, object, str, Confidence, tuple[str, ...]]]:
    return [
        (
            p.proposition.strength,
            p.proposition.restrictor,
            p.low,
            p.confidence,
            tuple(e.dimension for e in p.extensions),
        )
        for p in found
    ]


def test_settings() -> None:
    """What a claim's cases all have, through kinds, and what narrows a dimension."""
    found = setting_of([formula("sgd & huge & !vit")], DEFINITIONS, {"training", "vit"})
    assert found.concepts == {"training"}
    assert found.narrowed == {"scale": ("huge",)}
    assert setting_of([disj([has("large"), has("vit")])], DEFINITIONS, set()) == Setting()


def test_usually_is_asserted_twice() -> None:
    """As it was found, and for the narrower setup as an extension with the lower confidence."""
    one = item("I", "usually sgd: good", scaling=SURE)
    assert said(fit(one, LARGE)) == [
        (Strength.USUALLY, has("sgd"), "", Confidence.STRONG, ()),
        (Strength.USUALLY, conj([has("large"), has("sgd")]), "", Confidence.MEDIUM, ("scale",)),
    ]


def test_always_is_general_but_for_scale() -> None:
    one = item("I", "always sgd: good", scaling=SURE)
    assert said(fit(one, LARGE)) == [
        (Strength.ALWAYS, conj([has("sgd"), neg(has("large"))]), "", Confidence.STRONG, ()),
        (Strength.ALWAYS, conj([has("large"), has("sgd")]), "", Confidence.MEDIUM, ("scale",)),
    ]
    silent = item("I", "always sgd: good")
    assert len(fit(silent, LARGE)) == 1
    transformers = Setting(dimensions=(("architecture", ("vit",)),))
    extends = item("I", "always sgd: good", extends_to=("architecture",))
    assert said(fit(extends, transformers)) == [(Strength.ALWAYS, has("sgd"), "", Confidence.STRONG, ())]


def test_unknown_scaling_says_nothing_at_scale() -> None:
    one = item("I", "usually sgd: good")
    assert [p.extensions for p in fit(one, LARGE)] == [()]
    (piece,) = fit(one, LARGE)
    assert not reaches(piece, one, LARGE, DEFINITIONS)
    assert reaches(piece, item("I", "usually sgd: good", scaling=SURE), LARGE, DEFINITIONS)


@pytest.mark.parametrize("restrictor", ["large & sgd", "huge & sgd"])
def test_what_is_about_scale_already_needs_no_extension(restrictor: str) -> None:
    one = item("I", f"usually {restrictor}: good", scaling=SURE)
    assert said(fit(one, LARGE)) == [(Strength.USUALLY, formula(restrictor), "", Confidence.STRONG, ())]


def test_extension_of_low_confidence_only_contests() -> None:
    one = item("I", "sometimes sgd: good", scaling=Scaling("robust", Confidence.LOW))
    base, extended = fit(one, LARGE)
    assert (base.low, extended.low, extended.confidence) == ("", "extension", Confidence.LOW)


def test_several_dimensions_narrow_together() -> None:
    """Along those that the item extends to."""
    both = Setting(dimensions=(("architecture", ("vit",)), ("scale", ("large",))))
    one = item("I", "usually sgd: good", scaling=SURE, extends_to=("architecture",))
    assert fit(one, both)[1].proposition.restrictor == formula("sgd & large & vit")
    assert fit(item("I", "usually sgd: good", scaling=SURE), both)[1].proposition.restrictor == formula(
        "sgd & large"
    )


def test_where_it_was_seen_an_item_speaks_outright() -> None:
    """In kinds that the setups belong to as well; what carries over besides is still an extension."""
    transformers = Setting(dimensions=(("architecture", ("vit",)),))
    seen = item("I", "usually sgd: good", speaks_of=("vit",))
    assert said(fit(seen, transformers))[1:] == [
        (Strength.USUALLY, formula("sgd & vit"), "", Confidence.STRONG, ())
    ]
    both = Setting(dimensions=(("architecture", ("vit",)), ("scale", ("large",))))
    assert fit(seen, both)[1].proposition.restrictor == formula("sgd & vit")
    carried = fit(seen._replace(scaling=SURE), both)[1]
    assert carried.proposition.restrictor == formula("sgd & large & vit")
    assert [each.dimension for each in carried.extensions] == ["scale"]
    elsewhere = item("I", "usually sgd: good", speaks_of=("huge",))
    assert len(fit(elsewhere, transformers)) == 1


def test_a_dispute_counts_in_its_scope() -> None:
    """And only against the statements that it names."""
    disputed = item("I", "usually sgd: good", disputes=(Dispute("D", "large", (), ""),))
    assert [p.low for p in fit(disputed, Setting())] == [""]
    assert [p.low for p in fit(disputed, Setting(frozenset({"large"})))] == ["disputed"]
    other = item("I", "usually sgd: good", disputes=(Dispute("D", "large", ("I.2",), ""),))
    assert [p.low for p in fit(other, Setting(frozenset({"large"})))] == [""]
    general = item("I", "usually sgd: good", disputes=(Dispute("D", "", (), ""),))
    assert [p.low for p in fit(general, Setting(frozenset({"large"})))] == [""]


STANDINGS = [
    (item("I", "always a: b"), ""),
    (item("I", "always a: b", confidence=Confidence.LOW), "low confidence"),
    (item("I", "always a: b", status=Status.DISPUTED), "disputed"),
    (item("I", "always a: b", status=Status.RETRACTED), None),
    (item("I", "always a: b", status=Status.HYPOTHESIS), None),
]


@pytest.mark.parametrize(("one", "expected"), STANDINGS)
def test_standing(one: Item, expected: str | None) -> None:
    held = evidence(one)
    assert standing(held, one, one.statements[0]) == expected
    assert standing(held._replace(included=frozenset({"I"})), one, one.statements[0]) == ""
    assert standing(held._replace(excluded=frozenset({"I"})), one, one.statements[0]) is None


def test_the_superseded_is_not_asserted() -> None:
    """While what takes its place is there."""
    old, new = item("I", "always a: b"), item("N", "usually a: b")
    old = old._replace(statements=(old.statements[0]._replace(superseded_by="N.1"),))
    both: EvidenceSet = evidence(old, new)
    assert standing(both, old, old.statements[0]) is None
    assert standing(both._replace(excluded=frozenset({"N"})), old, old.statements[0]) == ""
    assert standing(evidence(old), old, old.statements[0]) == ""


def test_an_item_may_state_several_propositions() -> None:
    one = item("I", "always a: b", "usually b: c")
    found = [p for s in one.statements for p in pieces(evidence(one), one, s)]
    assert [(p.statement, p.proposition) for p in found] == [
        ("I.1", say("always a: b")),
        ("I.2", say("usually b: c")),
    ]
