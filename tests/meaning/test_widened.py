"""Constructions of running prose: examples, asides, indirect questions, sources, what reaches an end."""

import pytest

from tests.vocabulary import readings

WIDENED: dict[str, list[tuple[str, str]]] = {
    "examples": [("Techniques such as dropout prevent overfitting.", "always: dropout -> !overfits")],
    "asides": [
        (
            "There are networks that, when overparameterized, generalize well.",
            "sometimes: overparameterized -> generalizes-well",
        )
    ],
    "clefts": [("It is dropout that prevents overfitting.", "always: dropout -> !overfits")],
    "indirect questions": [
        (
            "Dropout does not affect how well the network generalizes.",
            "usually: !base dropout & dropout -> =generalization",
        )
    ],
    "sources": [
        (
            "The reason for good generalization is the use of SGD.",
            "usually: generalizes-well -> generalizes-well<-sgd",
        ),
        ("What causes overfitting is memorization.", "usually: overfits -> overfits<-memorizes"),
    ],
    "ends of quantities": [
        ("The training error drops to zero.", "usually: true -> interpolates"),
        (
            "If the training error reaches zero, the network generalizes well.",
            "usually: interpolates -> generalizes-well",
        ),
    ],
    "size": [
        ("Scaling up the network improves generalization.", "usually: +parameters -> +generalization"),
        ("Generalization gets worse as the network grows.", "usually: +parameters -> -generalization"),
    ],
    "two together": [
        ("Memorization and good generalization are incompatible.", "always: memorizes -> !generalizes-well"),
        (
            "Memorization and good generalization can coexist.",
            "sometimes: true -> generalizes-well & memorizes",
        ),
        (
            "Memorization and good generalization cannot coexist.",
            "always: true -> !generalizes-well | !memorizes",
        ),
    ],
    "necessary and sufficient": [
        (
            "Dropout is neither necessary nor sufficient for good generalization.",
            "sometimes: generalizes-well -> !dropout; sometimes: dropout -> !generalizes-well",
        ),
        (
            "Dropout is sufficient but not necessary for good generalization.",
            "always: dropout -> generalizes-well; sometimes: generalizes-well -> !dropout",
        ),
        ("Networks need dropout to generalize well.", "always: generalizes-well -> dropout"),
        (
            "Dropout is not needed to ensure good generalization.",
            "sometimes: generalizes-well -> !dropout",
        ),
    ],
    "bounds": [
        (
            "Larger networks are at least as accurate as smaller ones.",
            "usually: +parameters -> !-performance",
        )
    ],
    "ellipsis": [
        (
            "Larger networks generalize better than smaller ones do.",
            "usually: +parameters -> +generalization",
        )
    ],
    "degrees": [
        ("Larger networks memorize more of the training data.", "usually: +parameters -> +memorization"),
        (
            "Larger networks are more likely to memorize the training data.",
            "usually: +parameters -> +memorization",
        ),
        ("Memorization is less likely in larger networks.", "usually: +parameters -> -memorization"),
        ("Dropout has no effect on memorization.", "usually: !base dropout & dropout -> =memorization"),
    ],
    "trade-offs": [
        (
            "There is a tradeoff between robustness and accuracy.",
            "usually: +robustness -> -performance",
        ),
        ("Robustness and accuracy are at odds.", "usually: +robustness -> -performance"),
    ],
    "objects of bare verbs": [
        ("SGD makes networks reach good minima.", "usually: sgd -> good-minimum"),
        (
            "Networks generalize only if they memorize none of the training data.",
            "always: generalizes-well -> !memorizes",
        ),
    ],
    "help": [
        ("Dropout helps to avoid overfitting.", "usually: dropout -> !overfits"),
        ("Dropout helps prevent overfitting.", "usually: dropout -> !overfits"),
    ],
    "costs": [
        (
            "Dropout increases robustness at the expense of accuracy.",
            "usually: !base dropout & dropout -> -performance & +robustness",
        )
    ],
    "denied alternatives": [
        (
            "Overfitting comes from memorization rather than from dropout.",
            "usually: overfits -> !overfits<-dropout & overfits<-memorizes",
        )
    ],
}


@pytest.mark.parametrize(("sentence", "expected"), [pair for pairs in WIDENED.values() for pair in pairs])
def test_prose_is_read_as_expected(sentence: str, expected: str) -> None:
    assert " / ".join(readings(sentence)) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Memorization and good generalization usually coexist.",
        "Dropout is usually neither necessary nor sufficient for good generalization.",
        "It is not dropout that prevents overfitting.",
        "Networks reach good minima more than larger ones do.",
        "Dropout does not significantly improve generalization.",
    ],
)
def test_what_these_constructions_do_not_hold_is_refused(sentence: str) -> None:
    assert readings(sentence) == []
