"""Packs load; what is wrong in one is told at its line, and the rest of it still loads."""

from pathlib import Path

import pytest

from storycheck.evidence.items import Confidence, Dispute, Paper, Scaling, Status
from storycheck.evidence.packs import load
from storycheck.meaning.formula import has
from storycheck.meaning.proposition import Proposition, Reading, Strength
from storycheck.syntax.entries import Entry
from storycheck.syntax.lexicon import GLOSS

from .conftest import ITEM, OTHER, PACK, VOCABULARY, Understood, Write, faults, loaded


def test_a_sound_pack_loads_whole(pack: Write) -> None:
    result = loaded(pack())
    assert not result.diagnostics
    assert not result.broken
    item = result.evidence.items["T1"]
    assert (item.title, item.aliases, item.status) == ("Wugs are daxes", ("T-A",), Status.ACCEPTED)
    assert item.confidence is Confidence.MEDIUM
    assert item.scaling == Scaling("robust", Confidence.MEDIUM)
    assert item.papers == (Paper("On wugs", "JWug", 1958),)
    assert [(s.id, s.confidence) for s in item.statements] == [
        ("T1.1", Confidence.MEDIUM),
        ("T1.2", Confidence.LOW),
    ]
    assert item.disputes == (Dispute("T2", "dax", ("T1.2",), "not so"),)
    assert (item.refutes, item.leaves) == (("a", "b"), ("c", "d"))
    assert item.path == "tiny/items/T1.yaml"
    assert result.language.vocabulary.concepts["dax"].kind_of == ("wug",)
    assert result.language.lexicon.phrases["daxes",] == (Entry("concept", "dax", "noun", "pl"),)
    assert result.language.lexicon.phrases[GLOSS, "is", "a", "dax"] == (Entry("concept", "dax", "gloss"),)


def test_a_dispute_without_numbers_is_about_all_statements(pack: Write) -> None:
    result = loaded(pack(items__T1=ITEM.replace("statements: [2], ", "")))
    assert result.evidence.items["T1"].disputes[0].statements == ("T1.1", "T1.2")


def test_items_are_sorted_whatever_the_files_are_called(pack: Write) -> None:
    first = OTHER.replace("T2", "A0")
    assert list(loaded(pack(items__zzz=first)).evidence.items) == ["A0", "T1", "T2"]


def test_the_digest_changes_with_any_byte_and_not_with_the_place(pack: Write, tmp_path: Path) -> None:
    one = loaded(pack()).evidence.digest
    assert len(one) == 64
    assert loaded(pack("elsewhere/tiny")).evidence.digest == one
    assert loaded(pack(items__T2=OTHER + "\n")).evidence.digest != one


def test_a_statement_that_cannot_be_read_is_told_at_its_words(pack: Write) -> None:
    result = loaded(pack(items__T1=ITEM.replace("wug usually dax", "wug usually blick")))
    assert faults(result) == ["T1.yaml:9:24 unknown-term"]
    assert result.broken
    assert [s.id for s in result.evidence.items["T1"].statements] == ["T1.2"]
    assert "T2" in result.evidence.items


def test_in_a_folded_sentence_the_whole_is_marked(pack: Write) -> None:
    folded = ITEM.replace("claim: wug usually dax", "claim: >\n      wug usually\n      blick")
    assert faults(loaded(pack(items__T1=folded))) == ["T1.yaml:9:12 unknown-term"]


def test_a_statement_must_not_be_ambiguous_or_speak_of_one_run(pack: Write) -> None:
    text = ITEM.replace("wug usually dax", "wug usually dax or").replace("dax sometimes wug", "dax this wug")
    assert faults(loaded(pack(items__T1=text))) == [
        "T1.yaml:9:12 ambiguous-statement",
        "T1.yaml:10:12 story-statement",
    ]


def test_vocabulary_is_linted_across_files(pack: Write) -> None:
    more = (
        "concepts:\n  wug: {gloss: again}\n"
        "  blick:\n    gloss: blicks\n    noun: [daxes]\n    kind_of: [wag]\n"
    )
    result = loaded(pack(vocabulary__words2=more))
    assert faults(result) == [
        "words2.yaml:2:3 duplicate-id",
        "words2.yaml:6:15 unknown-concept",
        "words2.yaml:5:12 same-phrase",
    ]
    assert "tiny/vocabulary/words.yaml:2" in result.diagnostics[0].message
    assert "`wug`" in result.diagnostics[1].help
    assert result.language.vocabulary.concepts["blick"].kind_of == ()
    assert len(result.evidence.items) == 2


def test_a_cycle_of_kinds_is_named(pack: Write) -> None:
    cycle = VOCABULARY.replace("noun: [wug]", "noun: [wug], kind_of: [dax]")
    result = loaded(pack(vocabulary__words=cycle))
    assert faults(result) == ["words.yaml:3:3 cycle-of-kinds"]
    assert result.diagnostics[0].message == "cycle of kinds: `dax` → `wug` → `dax`"


def test_items_are_unique_and_aliases_apart(pack: Write) -> None:
    twice = OTHER.replace("title", "aliases: [T1]\ntitle")
    result = loaded(pack(items__T2=twice, items__T3=OTHER))
    assert faults(result) == ["T3.yaml:1:5 duplicate-id", "T2.yaml:2:11 duplicate-id"]


def test_references_between_items_are_followed(pack: Write) -> None:
    item = (
        ITEM.replace("by: T2", "by: T3")
        .replace("scope: dax", "scope: dux")
        .replace("statements: [2]", "statements: [3]")
        .replace("confidence: low", "superseded_by: T2.7\n    supersedes: [T9]")
    )
    assert faults(loaded(pack(items__T1=item))) == [
        "T1.yaml:13:17 unknown-id",
        "T1.yaml:13:28 unknown-concept",
        "T1.yaml:13:46 unknown-id",
        "T1.yaml:11:20 unknown-id",
        "T1.yaml:12:18 unknown-id",
    ]


def test_setups_are_named_by_architectures_and_domains(pack: Write) -> None:
    item = OTHER + "speaks_of: [wug, dux]\n"
    result = loaded(pack(items__T2=item))
    assert {each.message for each in result.diagnostics} == {
        "no architecture or domain `wug` is known",
        "no architecture or domain `dux` is known",
    }


def test_a_later_statement_supersedes_an_earlier_one_from_its_own_file(pack: Write) -> None:
    later = OTHER.replace("dax always wug", "dax always wug, supersedes: [T1.2]")
    items = loaded(pack(items__T2=later)).evidence.items
    assert [s.superseded_by for s in items["T1"].statements] == ["", "T2.1"]


def test_profiles_name_items_that_exist(pack: Write) -> None:
    profiles = "profiles:\n  - {id: strict, summary: s, accept: strong, without: [T-A, T7]}\n"
    result = loaded(pack(pack=PACK + profiles))
    assert faults(result) == ["pack.yaml:4:61 unknown-id"]
    assert list(result.evidence.profiles) == ["default", "strict"]


def test_required_packs_are_found_beside_and_among_ours(pack: Write) -> None:
    pack("other", pack=PACK.replace("tiny", "other"), items__T1="", items__T2="")
    (folder,) = {pack("mine", pack=PACK + "requires: [other, base]\n", vocabulary__words="")}
    for name in ("items/T1.yaml", "items/T2.yaml"):
        (folder.parent / "other" / name).unlink()
    result = loaded(folder)
    assert [path.name for path in result.packs] == ["mine", "other", "base"]
    assert result.evidence.items["T1"].statements


def test_a_required_pack_that_is_missing_is_told(pack: Write) -> None:
    result = loaded(pack(pack=PACK + "requires: [elsewhere]\n"))
    assert faults(result) == ["pack.yaml:3:12 unknown-pack"]
    assert len(result.evidence.items) == 2


def test_packs_may_require_each_other(pack: Write) -> None:
    pack("a", pack="name: a\nsummary: s\nrequires: [b]\n")
    empty = {"vocabulary__words": "", "items__T1": "", "items__T2": ""}
    folder = pack("b", pack="name: b\nsummary: s\nrequires: [a]\n", **empty)
    (folder / "items" / "T1.yaml").unlink()
    (folder / "items" / "T2.yaml").unlink()
    result = loaded(folder)
    assert not result.diagnostics
    assert len(result.packs) == 2


def test_one_pack_given_twice_counts_once(pack: Write) -> None:
    folder = pack()
    assert not loaded(folder, folder / "pack.yaml", folder.parent).diagnostics


def test_two_packs_of_one_name_are_told(pack: Write) -> None:
    result = loaded(pack("one"), pack("two"))
    assert faults(result)[0] == "pack.yaml:1:7 duplicate-id"


def test_what_is_no_pack_is_told(tmp_path: Path, pack: Write) -> None:
    (tmp_path / "empty").mkdir()
    result = loaded(tmp_path / "gone", tmp_path / "empty", pack())
    assert faults(result) == ["gone no-pack", "empty no-pack"]
    assert len(result.evidence.items) == 2


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: [", "bad-yaml"),
        ("a: &x 1\nb: *x", "bad-yaml"),
        ("\x00", "binary-file"),
        ("[" * 99999, "bad-yaml"),
    ],
)
def test_a_broken_file_does_not_stop_the_others(pack: Write, text: str, code: str) -> None:
    result = loaded(pack(items__T3=text, vocabulary__more=text))
    assert [diagnostic.code for diagnostic in result.diagnostics] == [code, code]
    assert len(result.evidence.items) == 2


def test_bytes_that_are_not_utf8_are_told(pack: Write) -> None:
    folder = pack()
    (folder / "items" / "T2.yaml").write_bytes(OTHER.encode() + b"setups: [\xff]\n")
    assert faults(loaded(folder)) == ["T2.yaml:6:10 not-utf8"]


def test_the_packs_that_come_with_storycheck_are_sound_in_shape() -> None:
    reading = Reading((Proposition(Strength.USUALLY, has("a"), has("b")),))
    result = load(reader=lambda sentence, language: Understood((reading,)))
    assert [result.where(d) + d.message for d in result.diagnostics] == []
    assert {"G1", "G2", "PF4", "AR3", "B1"} <= set(result.evidence.items)
    assert len(result.language.vocabulary.concepts) >= 300
