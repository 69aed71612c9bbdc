"""Audits find what is allowed and yet hardly meant, at its line."""

import pytest

from storycheck.diagnostics import Severity
from storycheck.evidence.audit import audit
from storycheck.evidence.packs import load
from storycheck.meaning.formula import done_to
from storycheck.meaning.language import Language
from storycheck.meaning.proposition import Reading

from .conftest import ITEM, OTHER, VOCABULARY, Understood, Write, faults, loaded, read

SOUND = ITEM.replace(
    "examples: {refutes: [a, b], leaves: [c, d]}",
    "examples:\n  refutes: [wug always dax, dax always dax]\n  leaves: [dax usually dax, wug sometimes dax]",
)
LONE = SOUND[: SOUND.index("disputes")] + SOUND[SOUND.index("examples") :]


def audited(pack: Write, **files: str) -> list[str]:
    result = audit(loaded(pack(**files)), read)
    return faults(result)


def alone(pack: Write, item: str = LONE, **files: str) -> list[str]:
    """The audit of a pack with one item."""
    folder = pack(items__T1=item, **files)
    (folder / "items" / "T2.yaml").unlink()
    return faults(audit(loaded(folder), read))


def test_a_sound_pack_has_nothing_to_audit(pack: Write) -> None:
    assert alone(pack) == []


def test_items_need_examples_of_both_kinds(pack: Write) -> None:
    text = LONE.replace(", dax always dax", "")
    assert alone(pack, text) == ["T1.yaml:13:3 few-examples"]
    assert alone(pack, LONE[: LONE.index("examples")]) == ["T1.yaml:1:1 few-examples"] * 2


@pytest.mark.parametrize("status", ["retracted", "hypothesis"])
def test_what_is_never_asserted_need_not_refute(pack: Write, status: str) -> None:
    text = LONE.replace("effect:", f"status: {status}\neffect:")
    assert alone(pack, text.replace("refutes: [wug always dax, dax always dax]", "refutes: []")) == []
    assert len(alone(pack, text[: text.index("examples")])) == 1


def test_examples_have_to_be_read(pack: Write) -> None:
    assert alone(pack, LONE.replace("dax always dax", "dax always blick")) == ["T1.yaml:13:29 unread-example"]


def test_statements_that_say_the_same_are_told_once(pack: Write) -> None:
    other = OTHER.replace("dax always wug", "dax sometimes wug")
    found = [fault for fault in audited(pack, items__T1=SOUND, items__T2=other) if "same" in fault]
    assert found == ["T2.yaml:5:14 same-statement"]


def test_circles_of_superseding_are_told_once(pack: Write) -> None:
    first = SOUND.replace("confidence: low", "superseded_by: T2.1")
    second = OTHER.replace("dax always wug", "dax always wug, superseded_by: T1.2")
    found = [fault for fault in audited(pack, items__T1=first, items__T2=second) if "circle" in fault]
    assert found == ["T1.yaml:10:5 superseded-circle"]


def test_words_that_nothing_uses_are_noted(pack: Write) -> None:
    words = VOCABULARY.replace(
        "quantities:", "  blick: {gloss: is a blick}\n  zup: {gloss: zups, excludes: [blick]}\nquantities:"
    )
    folder = pack(vocabulary__words=words, items__T1=LONE)
    (folder / "items" / "T2.yaml").unlink()
    result = audit(loaded(folder), read)
    assert faults(result) == ["words.yaml:5:3 unused-concept"]
    assert result.diagnostics[0].severity is Severity.NOTE
    assert not result.broken


def test_what_something_is_done_to_is_used(pack: Write) -> None:
    """Each of the concepts that the object has."""

    def acting(sentence: str, language: Language) -> Understood:
        (reading,) = read(sentence, language).readings
        (proposition,) = reading.propositions
        act = proposition._replace(scope=done_to("detect", ["blick", "zup"]))
        return Understood((Reading((act,)),))

    words = VOCABULARY.replace(
        "quantities:", "  blick: {gloss: is a blick}\n  zup: {gloss: zups}\nquantities:"
    )
    folder = pack(vocabulary__words=words, items__T1=LONE)
    (folder / "items" / "T2.yaml").unlink()
    assert faults(audit(load([folder], default=False, reader=acting), read)) == []


def test_files_that_nothing_reads_are_told(pack: Write) -> None:
    assert alone(pack, item__T9=OTHER, items__more__T8=OTHER) == [
        "T9.yaml:1:1 stray-file",
        "T8.yaml:1:1 stray-file",
    ]


def test_the_audit_comes_after_what_was_wrong_before(pack: Write) -> None:
    found = audited(pack, items__T1=SOUND.replace("wug usually dax", "wug usually blick"))
    assert found[0] == "T1.yaml:9:24 unknown-term"
    assert "T2.yaml:1:1 few-examples" in found
