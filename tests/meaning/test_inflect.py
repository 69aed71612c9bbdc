"""Forms of words, checked against what English has."""

import pytest

from storycheck.meaning.inflect import forms_of, is_plural, plurals, verb_forms
from storycheck.meaning.spelling import fusings, spellings


@pytest.mark.parametrize(
    ("singular", "expected"),
    [
        ("network", "networks"),
        ("minimum", "minima minimums"),
        ("optimum", "optima optimums"),
        ("basin", "basins"),
        ("loss", "losses"),
        ("bias", "biases"),
        ("batch", "batches"),
        ("epoch", "epochs"),
        ("hypothesis", "hypotheses"),
        ("axis", "axes"),
        ("matrix", "matrices matrixes"),
        ("policy", "policies"),
        ("day", "days"),
        ("data", "data"),
        ("phenomenon", "phenomena"),
        ("wug", "wugs"),
        ("dax", "daxes"),
    ],
)
def test_plurals(singular: str, expected: str) -> None:
    assert plurals(singular) == tuple(expected.split())


@pytest.mark.parametrize("noun", ["labels", "minima", "features", "criteria", "people"])
def test_a_plural_is_known_as_one(noun: str) -> None:
    assert is_plural(noun)


@pytest.mark.parametrize("noun", ["loss", "bias", "dynamics", "basis", "corpus", "data", "series", "model"])
def test_a_singular_is_not_taken_for_a_plural(noun: str) -> None:
    assert not is_plural(noun)


@pytest.mark.parametrize(
    ("base", "s", "past", "participle", "ing"),
    [
        ("reach", "reaches", "reached", "reached", "reaching"),
        ("forget", "forgets", "forgot", "forgotten", "forgetting"),
        ("learn", "learns", "learned learnt", "learned learnt", "learning"),
        ("unlearn", "unlearns", "unlearned unlearnt", "unlearned unlearnt", "unlearning"),
        ("run", "runs", "ran", "run", "running"),
        ("overfit", "overfits", "overfit overfitted", "overfit overfitted", "overfitting"),
        ("find", "finds", "found", "found", "finding"),
        ("prove", "proves", "proved", "proved proven", "proving"),
        ("generalize", "generalizes", "generalized", "generalized", "generalizing"),
        ("rely", "relies", "relied", "relied", "relying"),
        ("deploy", "deploys", "deployed", "deployed", "deploying"),
        ("prune", "prunes", "pruned", "pruned", "pruning"),
        ("plan", "plans", "planned", "planned", "planning"),
        ("train", "trains", "trained", "trained", "training"),
        ("transfer", "transfers", "transferred", "transferred", "transferring"),
        ("suffer", "suffers", "suffered", "suffered", "suffering"),
        ("model", "models", "modeled modelled", "modeled modelled", "modeling modelling"),
        ("fix", "fixes", "fixed", "fixed", "fixing"),
        ("grok", "groks", "grokked", "grokked", "grokking"),
        ("mimic", "mimics", "mimicked", "mimicked", "mimicking"),
        ("retrain", "retrains", "retrained", "retrained", "retraining"),
        ("mislead", "misleads", "misled", "misled", "misleading"),
        ("undergo", "undergoes", "underwent", "undergone", "undergoing"),
        ("behave", "behaves", "behaved", "behaved", "behaving"),
        ("bias", "biases", "biased", "biased", "biasing"),
        ("agree", "agrees", "agreed", "agreed", "agreeing"),
        ("lose", "loses", "lost", "lost", "losing"),
        ("tie", "ties", "tied", "tied", "tying"),
    ],
)
def test_verb_forms(base: str, s: str, past: str, participle: str, ing: str) -> None:
    forms = verb_forms(base)
    assert forms.base == (base,)
    assert forms.s == (s,)
    assert forms.past == tuple(past.split())
    assert forms.participle == tuple(participle.split())
    assert forms.ing == tuple(ing.split())


def test_be_has_its_own_forms() -> None:
    assert verb_forms("be") == (("be", "are"), ("is",), ("was", "were"), ("been",), ("being",))


@pytest.mark.parametrize(
    ("american", "british"),
    [
        ("generalize", "generalise"),
        ("regularization", "regularisation"),
        ("analyzed", "analysed"),
        ("behavior", "behaviour"),
        ("behavioral", "behavioural"),
        ("unlabeled", "unlabelled"),
        ("center", "centre"),
    ],
)
def test_british_spelling_is_accepted(american: str, british: str) -> None:
    assert spellings(american) == (american, british)


@pytest.mark.parametrize("word", ["size", "sized", "resize", "prize", "noise", "minor", "error", "prior"])
def test_one_spelling_only(word: str) -> None:
    assert spellings(word) == (word,)


def test_prefixes_stand_apart_or_joined() -> None:
    assert set(fusings("fine-tuned")) == set(fusings("finetuned")) == {("fine", "tuned"), ("finetuned",)}
    assert ("overparameterized",) in fusings("over-parameterized")
    assert fusings("out-of-distribution") == (("out", "of", "distribution"),)
    assert fusings("network") == (("network",),)


def test_every_form_of_some_verbs() -> None:
    reach = {"reach", "reaches", "reached", "reaching"}
    assert forms_of("reach find") == reach | {"find", "finds", "found", "finding"}
