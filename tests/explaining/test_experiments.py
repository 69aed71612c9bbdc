"""Which statements are worth an experiment."""

import pytest

from storycheck.explaining.experiments import Experiments
from storycheck.meaning.formula import TRUE, Formula, has
from tests.small import Concept, item, judge, say, vocabulary

WORDS = vocabulary(
    [
        *(Concept(name, name) for name in ("trained", "large", "noisy", "fits", "lucky", "robust", "slow")),
        Concept("overfits", "overfits", means=("noisy", "fits"), presupposes=("noisy",)),
    ]
)
FOUND = judge(
    [
        item("A", "usually trained: fits", "usually trained & noisy: overfits", "usually large: robust"),
        item("B", "usually lucky: !robust", "always fits & noisy: robust"),
    ],
    WORDS,
)


def shows(statement: str, claim: str, own: Formula = TRUE) -> bool:
    experiments = Experiments([say(claim)], own, FOUND.relatives, FOUND.shelf.definitions)
    return experiments.show(say(statement))


@pytest.mark.parametrize(
    ("statement", "claim", "worth"),
    [
        ("usually large: fits", "usually large: slow", True),
        # of other cases, that can be set up, what the claim says
        ("usually trained: slow", "always robust: slow", True),
        # how most networks are trained is no outcome; nor if it goes without saying
        ("usually large: trained", "usually large: slow", False),
        ("always large: !noisy", "usually large: slow", False),
        ("usually large: overfits", "usually large: slow", False),
        ("usually large & noisy: overfits", "usually large: slow", True),
        ("usually large: robust & trained", "usually large: slow", False),
        ("this: lucky", "this: robust", False),
        ("this: fits", "this: robust", True),
        # unless that is what the claim says
        ("usually large: lucky", "always robust: lucky", True),
        # cases that are known by an outcome of which the claim does not speak
        ("usually robust: slow", "usually large: slow", False),
        ("usually robust: fits", "usually robust: slow", True),
        # what can happen is set up and seen
        ("sometimes large: overfits", "always large: robust", True),
        ("sometimes large & fits: noisy", "always large & fits: robust", True),
        ("sometimes large: noisy", "always large: robust", False),
        # the claim, or its contrary, of more cases
        ("usually large: !slow", "usually large & trained: slow", False),
        ("usually large: slow", "usually large & trained: slow", False),
        ("usually large: fits", "usually large & trained: slow", True),
    ],
)
def test_conditions_are_set_up_and_outcomes_observed(statement: str, claim: str, worth: bool) -> None:
    assert shows(statement, claim) is worth


def test_what_the_setup_says_needs_no_selecting() -> None:
    assert not shows("usually robust: fits", "this: slow")
    assert shows("usually robust: fits", "this: slow", has("robust"))
