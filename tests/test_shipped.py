"""The shipped evidence from end to end: sentences a researcher might write, and the example stories.

``UPDATE_GOLDEN=1`` writes the expected reports of the examples anew; read the difference.
"""

import os
from pathlib import Path

import pytest

import storycheck as sc
from storycheck.api.checkup import checkup
from storycheck.logic.definitions import Definitions

ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden"
STORIES = sorted((ROOT / "examples").glob("*.ts"))

CLAIMS = [
    ("SGD always reaches good minima.", "refuted", [{"G1"}, {"G2"}]),
    ("SGD usually finds solutions that generalize well.", "entailed", [{"G1"}]),
    ("Starting SGD from random labels never leads it to a bad minimum.", "refuted", [{"G2"}]),
    (
        "Weight decay or another explicit regularizer always stops a network from fitting random labels.",
        "refuted",
        [{"G1"}],
    ),
    ("If the training error is zero, the model must generalize.", "refuted", [{"G1"}, {"G2"}]),
    ("Finetuning keeps what the network knew about its previous task.", "refuted", [{"PF4"}]),
    (
        "A probe that reads syntax with high accuracy proves that syntax is encoded.",
        "refuted",
        [{"PF3"}],
    ),
    ("Past the interpolation threshold, adding parameters hurts generalization.", "refuted", [{"G4"}]),
    ("A random subnetwork can match the whole network once trained.", "entailed", [{"G5"}]),
    ("Generalization comes from SGD's own inductive bias.", "contested", [{"G6"}]),
    ("During training the model's strategy only ever changes gradually.", "contested", [{"G7"}]),
    ("Ordinary training gives adversarial robustness.", "refuted", [{"AR1"}]),
    ("You can be adversarially robust without using more capacity.", "refuted", [{"AR3"}]),
    ("Deep networks are conscious.", "unread", []),
    ("A good minimum does not generalize well.", "incoherent", []),
    ("Safe models are not safe.", "incoherent", []),
    ("Safe models are always safe.", "vacuous", []),
    ("SGD with a warm restart always reaches good minima.", "undetermined", []),
    ("Good minima generalize well.", "vacuous", []),
    ("Networks that switch suddenly from memorizing to generalizing exist.", "suggested", [{"G7"}]),
    ("Reward models are usually exploited by the policy.", "unaddressed", []),
    ("Random search can find details.", "unaddressed", []),  # not what AR2 says that it finds
    ("Random search finds no adversarial examples for robust networks.", "undetermined", []),
]


@pytest.mark.parametrize(("sentence", "verdict", "because"), CLAIMS)
def test_sentences(checker: sc.Checker, sentence: str, verdict: str, because: list[set[str]]) -> None:
    (claim,) = checker.check(sentence).claims
    assert (claim.verdict, bool(claim.readings)) == (verdict, verdict != "unread")
    found = claim.conflicts if claim.conflicts else claim.supports
    assert [set(each.evidence) for each in found if set(each.evidence) in because] == because
    assert bool(found) == bool(because)
    assert all(each.minimal for each in found)


TOLD = {
    "Shuffling the words of the pretraining corpus hurts performance.": "in the most normal cases where uses "
    "word-shuffled text and compared with not uses word-shuffled text: performance falls",
    "Functions are likely under the prior.": "in the most normal cases: is likely under (has a prior)",
    "Backdoored models behave well on clean inputs.": "in the most normal cases where has a backdoor and "
    "tested on clean inputs: behaves well",
    "The initialization determines the solution.": None,
    "Our test set is representative of deployment.": None,
}


@pytest.mark.parametrize(("sentence", "reading"), TOLD.items())
def test_nothing_is_hidden_in_a_wording(checker: sc.Checker, sentence: str, reading: str | None) -> None:
    (claim,) = checker.check(sentence).claims
    assert claim.readings == ((reading,) if reading else ())


def test_a_dispute_is_shown(checker: sc.Checker) -> None:
    (claim,) = checker.check("Finetuning keeps what the network knew about its previous task.").claims
    assert claim.conflicts[0].disputes == ("PF4-D",)
    (at_scale,) = checker.check("At scale, finetuning never causes forgetting.").claims
    assert (at_scale.verdict, at_scale.reason) == ("contested", "disputed")


def test_an_extension_is_named(checker: sc.Checker) -> None:
    (claim,) = checker.check("At scale, SGD always reaches good minima.").claims
    assert {each.evidence for each in claim.conflicts[0].assumptions} <= {"G1", "G2"}
    assert claim.verdict == "refuted"
    assert claim.conflicts[0].assumptions


def test_what_solves_nothing_is_unknown() -> None:
    (claim,) = sc.Checker(sc.Evidence.default(), limit=1).check("SGD always reaches good minima.").claims
    assert claim.verdict == "unknown"


def test_every_item_refutes_and_leaves_alone_what_it_should() -> None:
    found = checkup(sc.Evidence.default(), notes=False)
    assert found.sound
    assert found.examples >= 4 * found.items - 8  # what is never asserted need not refute


@pytest.mark.parametrize("story", STORIES, ids=[story.stem for story in STORIES])
def test_example_reports_are_as_expected(checker: sc.Checker, story: Path) -> None:
    shown = str(checker.check(story)).replace(str(story), f"examples/{story.name}")
    golden = GOLDEN / f"{story.stem}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(shown, encoding="utf-8")
    assert shown == golden.read_text(encoding="utf-8")


def test_there_are_stories_enough_of_the_right_size(checker: sc.Checker) -> None:
    assert len(STORIES) >= 6
    for story in STORIES:
        (document,) = checker.check(story).documents
        sentences = story.read_text(encoding="utf-8").count(".\n")
        assert 8 <= sentences <= 25
        assert document.steps
        assert not any(claim.verdict == "unread" for claim in document.claims)


@pytest.mark.parametrize("name", ["cat-classifier", "harm-filter"])
def test_what_would_decide_does_once_it_is_assumed(name: str, checker: sc.Checker) -> None:
    """Each statement told, written into the story as it is told, gives the verdict."""
    text = (ROOT / "examples" / f"{name}.ts").read_text(encoding="utf-8")
    found = sc.Checker(decisive=True).check(text).claims
    told = [(claim, claim.decisive) for claim in found if claim.decisive]
    assert {claim.id for claim, _ in told} == {c.id for c in found if c.verdict is sc.Verdict.UNDETERMINED}
    assert all(decisive.complete for _, decisive in told)
    assert any(decisive.refuting or decisive.proving for _, decisive in told)
    for claim, decisive in told:
        for verdict, each in (("refuted", decisive.refuting), ("entailed", decisive.proving)):
            if each is None:
                continue
            again = checker.check(f"{text}\nassume\n  zz: {each.text[0].upper()}{each.text[1:]}.\n")
            assert next(one.verdict for one in again.claims if one.id == claim.id) == verdict


def test_no_definition_is_in_reach_of_every_case() -> None:
    """One without a negation would be, and would make every slice large. Naming its opposite first helps."""
    assert not Definitions(sc.Evidence.default().loaded.language.vocabulary).unconditional
