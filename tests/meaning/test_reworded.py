"""What says in other words what the language has plainly: abilities, ends, what is left out."""

import pytest

from storycheck.meaning.reading import read_back
from tests.vocabulary import LANGUAGE, readings, refusal, understood

REWORDED: dict[str, list[tuple[str, str]]] = {
    "what is found": [
        ("SGD finds solutions that generalize better.", "usually: !base sgd & sgd -> +generalization"),
        ("SGD reaches solutions that generalize better.", "usually: !base sgd & sgd -> +generalization"),
        ("SGD reached solutions that generalize better.", "usually: !base sgd & sgd -> +generalization"),
        (
            "SGD finds solutions that generalize better than those of Adam.",
            "usually: base adam & sgd -> +generalization",
        ),
        (
            "SGD finds solutions that generalize better than those found by Adam.",
            "usually: base adam & sgd -> +generalization",
        ),
        (
            "Robust networks use features that are less human-aligned than those of standard networks.",
            "usually: +robustness -> -human-alignment",
        ),
    ],
    "relatives without a pronoun": [
        ("The minima SGD finds generalize well.", "usually: sgd -> generalizes-well"),
        ("Every feature a probe detects is robust.", "always: detect(solution) & probe -> robust"),
    ],
    "what is done to the head": [
        ("The features that the network represents are robust.", "usually: represent(solution) -> robust"),
        ("Subnetworks that probes detect are robust.", "usually: detect(pruned) & probe & pruned -> robust"),
    ],
    "almost none": [
        ("SGD finds virtually no bad minima.", "usually: sgd -> !bad-minimum"),
        ("SGD always finds almost no bad minima.", "usually: sgd -> !bad-minimum"),
    ],
    "however it is trained": [
        (
            "Regardless of how training is set up, SGD reaches good minima.",
            "always: sgd -> good-minimum",
        ),
        ("SGD will never reach bad minima.", "always: sgd -> !bad-minimum"),
        ("SGD will not always reach good minima.", "sometimes: sgd -> !good-minimum"),
    ],
    "abilities": [
        ("Dropout makes good generalization possible.", "sometimes: dropout -> generalizes-well"),
        ("Dropout never makes good generalization possible.", "always: dropout -> !generalizes-well"),
        ("Dropout makes overfitting impossible.", "always: dropout -> !overfits"),
        ("Robust features are impossible to detect.", "always: robust -> !detect(robust+solution)"),
        (
            "Abrupt changes are often impossible to detect with probes.",
            "usually: abrupt-change & probe -> !detect(abrupt-change)",
        ),
    ],
    "left as it is": [
        ("Previous knowledge is kept intact when the network is finetuned.", "usually: finetuned -> retains"),
    ],
    "nouns of verbs": [
        ("The training of large networks causes overfitting.", "usually: at-scale -> overfits"),
        (
            "The memorizing of random labels hurts generalization.",
            "usually: random-labels & +memorization -> -generalization",
        ),
    ],
    "what is made likelier": [
        (
            "Dropout makes networks more likely to reach good minima.",
            "usually: !base dropout & dropout -> +%good-minimum",
        ),
        ("SGD makes networks less likely to be robust.", "usually: !base sgd & sgd -> -robustness"),
        ("Dropout makes networks unable to memorize the training data.", "usually: dropout -> !memorizes"),
    ],
    "around a half": [
        (
            "The larger the network, the better it generalizes past the interpolation threshold.",
            "always: interpolates & +parameters -> +generalization",
        ),
        (
            "The larger the network, the more often it reaches bad minima with dropout.",
            "always: dropout & +parameters -> +%bad-minimum",
        ),
    ],
    "how much it costs": [
        ("Dropout costs considerable accuracy.", "usually: !base dropout & dropout -> -performance"),
        (
            "Dropout costs a substantial amount of accuracy.",
            "usually: !base dropout & dropout -> -performance",
        ),
    ],
    "ends": [
        ("Networks use momentum to reach good minima.", "usually: good-minimum -> momentum"),
        ("Networks never use momentum in order to reach good minima.", "always: good-minimum -> !momentum"),
    ],
}


@pytest.mark.parametrize(("sentence", "expected"), [pair for pairs in REWORDED.values() for pair in pairs])
def test_read(sentence: str, expected: str) -> None:
    assert " / ".join(readings(sentence)) == expected
    for reading in understood(sentence).readings:
        for proposition in reading.propositions:
            again = understood(read_back(proposition, LANGUAGE.vocabulary))
            assert [found.propositions for found in again.readings] == [(proposition,)]


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("SGD finds few bad minima.", "strength-inside"),  # few are some
        ("Dropout does not cost considerable accuracy.", "unread-phrase"),  # perhaps a little
        ("Dropout costs little accuracy.", "unread-phrase"),
        ("Bad minima cannot be removed.", "unread-phrase"),  # there need not be any
        ("Dropout makes networks able to generalize.", "unread-phrase"),
        ("The larger the network, the better it generalizes than Adam.", "unread-phrase"),
        ("SGD finds the solution Adam finds.", "unread-sentence"),
        ("Networks memorize the training data to reach good minima.", "unread-phrase"),  # a means, or an end?
        ("Robust features are hard to detect.", "unknown-term"),
        ("Good minima hurt generalization more often.", "unclear-comparison"),
    ],
)
def test_refused(sentence: str, code: str) -> None:
    assert not readings(sentence) and refusal(sentence) == code
