"""The eighteen constructions of the language, each with sentences and what they are read as.

Readings are in the notation of `tests.vocabulary`; two readings are separated by a slash.
"""

import pytest

from storycheck.meaning.readback import read_back
from tests.vocabulary import LANGUAGE, readings, understood

CONSTRUCTIONS: dict[str, list[tuple[str, str]]] = {
    "frequency": [
        ("SGD invariably reaches good minima.", "always: sgd -> good-minimum"),
        ("SGD seldom reaches bad minima.", "usually: sgd -> !bad-minimum"),
        ("SGD does not always reach good minima.", "sometimes: sgd -> !good-minimum"),
        (
            "SGD doesn't usually reach bad minima.",
            "usually: sgd -> !bad-minimum / not usually: sgd -> bad-minimum",
        ),
        ("Usually, SGD reaches good minima.", "usually: sgd -> good-minimum"),
        ("Networks generalize sometimes.", "sometimes: true -> generalizes-well"),
        (
            "The model's strategy only ever changes gradually during training.",
            "always: true -> gradual-change",
        ),
    ],
    "quantified subjects": [
        (
            "Most overparameterized networks generalize well.",
            "usually: overparameterized -> generalizes-well",
        ),
        ("Few overparameterized networks overfit.", "usually: overparameterized -> !overfits"),
        ("No overparameterized network overfits.", "always: overparameterized -> !overfits"),
        ("Any network trained with SGD generalizes.", "always: sgd -> generalizes-well"),
        ("Not all networks trained with SGD generalize well.", "sometimes: sgd -> !generalizes-well"),
        (
            "All networks do not generalize.",
            "always: true -> !generalizes-well / sometimes: true -> !generalizes-well",
        ),
        ("All networks trained with SGD can overfit.", "sometimes: sgd -> overfits"),
        ("Most networks cannot fit random labels.", "usually: true -> !fits-random-labels"),
        ("No network always generalizes.", "sometimes: true -> !generalizes-well"),
        (
            "Only overparameterized networks reach zero training error.",
            "always: interpolates -> overparameterized",
        ),
        (
            "Neither dropout nor weight decay prevents overfitting.",
            "sometimes: dropout -> overfits; sometimes: weight-decay -> overfits",
        ),
    ],
    "bare generics": [
        ("SGD reaches good minima.", "usually: sgd -> good-minimum"),
        ("Finetuning preserves previous knowledge.", "usually: finetuned -> retains"),
        ("A good minimum does not generalize well.", "usually: good-minimum -> !generalizes-well"),
        ("Ordinary training gives adversarial robustness.", "usually: standard-training -> robust"),
    ],
    "modals": [
        ("SGD can't reach bad minima.", "always: sgd -> !bad-minimum"),
        ("SGD need not reach good minima.", "sometimes: sgd -> !good-minimum"),
        ("SGD is not guaranteed to reach good minima.", "sometimes: sgd -> !good-minimum"),
        ("SGD tends to reach good minima.", "usually: sgd -> good-minimum"),
        ("SGD never fails to reach good minima.", "always: sgd -> good-minimum"),
        ("SGD cannot fail to reach good minima.", "always: sgd -> good-minimum"),
        ("SGD is unlikely to reach bad minima.", "usually: sgd -> !bad-minimum"),
        ("SGD may not reach good minima.", "sometimes: sgd -> !good-minimum"),
        ("SGD can never reach bad minima.", "always: sgd -> !bad-minimum"),
        ("SGD can always reach good minima.", "sometimes: sgd -> good-minimum / always: sgd -> good-minimum"),
        (
            "If the training error is zero, the model must generalize.",
            "always: interpolates -> generalizes-well",
        ),
    ],
    "conditions": [
        (
            "SGD reaches good minima with or without momentum.",
            "usually: momentum & sgd -> good-minimum; usually: !momentum & sgd -> good-minimum",
        ),
        (
            "SGD, unless it starts from random labels, reaches good minima.",
            "usually: !random-start & sgd -> good-minimum",
        ),
        (
            "Only if the labels are random does SGD overfit.",
            "always: overfits & sgd -> random-labels",
        ),
        ("Whenever the labels are random, networks overfit.", "always: random-labels -> overfits"),
        ("When trained with SGD, networks generalize well.", "usually: sgd -> generalizes-well"),
        (
            "Provided that the network is overparameterized, SGD reaches zero training error.",
            "usually: overparameterized & sgd -> interpolates",
        ),
        ("Networks overfit without regularization.", "usually: !regularization -> overfits"),
        (
            "Even with weight decay, networks can fit random labels.",
            "sometimes: weight-decay -> fits-random-labels",
        ),
        (
            "Even if the labels are random, overparameterized networks can reach zero training error.",
            "sometimes: overparameterized & random-labels -> interpolates",
        ),
        (
            "Regardless of whether the labels are random, SGD reaches zero training error.",
            "usually: random-labels & sgd -> interpolates; usually: !random-labels & sgd -> interpolates",
        ),
        ("After finetuning, networks forget the previous task.", "usually: finetuned -> forgets"),
        (
            "If networks memorize and the labels are random, they generalize badly.",
            "usually: memorizes & random-labels -> generalizes-badly",
        ),
        ("For any network, SGD reaches good minima.", "always: sgd -> good-minimum"),
    ],
    "exceptions": [
        (
            "Unless the labels are random, SGD reaches good minima.",
            "usually: !random-labels & sgd -> good-minimum",
        ),
        (
            "SGD reaches good minima, except when the labels are random.",
            "usually: !random-labels & sgd -> good-minimum",
        ),
        ("SGD without momentum reaches bad minima.", "usually: !momentum & sgd -> bad-minimum"),
    ],
    "implications": [
        ("High probing accuracy implies that the property is encoded.", "always: probing-high -> encoded"),
        (
            "High probing accuracy does not imply that the property is encoded.",
            "sometimes: probing-high -> !encoded",
        ),
        (
            "High probing accuracy is evidence that the property is encoded.",
            "usually: probing-high -> encoded",
        ),
        ("Zero training error means good generalization.", "always: interpolates -> generalizes-well"),
        (
            "A probe that reads syntax with high accuracy proves that syntax is encoded.",
            "always: performs-well & probe & reads-syntax & syntax -> encoded",
        ),
    ],
    "necessity and sufficiency": [
        (
            "In order to generalize well, a network must be regularized.",
            "always: generalizes-well -> regularization",
        ),
        (
            "Networks overfit if, and only if, the labels are random.",
            "always: overfits -> random-labels; always: random-labels -> overfits",
        ),
        ("Good generalization requires regularization.", "always: generalizes-well -> regularization"),
        (
            "Good generalization usually requires regularization.",
            "usually: generalizes-well -> regularization",
        ),
        (
            "Good generalization does not require regularization.",
            "sometimes: generalizes-well -> !regularization",
        ),
        (
            "Regularization is necessary for good generalization.",
            "always: generalizes-well -> regularization",
        ),
        (
            "Regularization is not necessary for good generalization.",
            "sometimes: generalizes-well -> !regularization",
        ),
        ("More data is sufficient for adversarial robustness.", "always: +data -> robust"),
        ("More data suffices for adversarial robustness.", "always: +data -> robust"),
        (
            "Zero training error is not sufficient for good generalization.",
            "sometimes: interpolates -> !generalizes-well",
        ),
        (
            "Generalization is impossible without regularization.",
            "always: generalizes-well -> regularization",
        ),
        (
            "Networks generalize well only if they are regularized.",
            "always: generalizes-well -> regularization",
        ),
        (
            "Networks generalize well if and only if they are trained with SGD.",
            "always: generalizes-well -> sgd; always: sgd -> generalizes-well",
        ),
        ("Without regularization, no network generalizes.", "always: !regularization -> !generalizes-well"),
        ("Only robust models use human-aligned features.", "always: human-features -> robust"),
    ],
    "comparisons": [
        (
            "Dropout improves accuracy and robustness.",
            "usually: !base dropout & dropout -> +performance & +robustness",
        ),
        (
            "Accuracy increases as depth increases.",
            "usually: +depth -> +performance",
        ),
        ("Larger models generalize worse.", "usually: +parameters -> -generalization"),
        ("The larger the model, the worse it generalizes.", "always: +parameters -> -generalization"),
        ("The more data a network sees, the better it generalizes.", "always: +data -> +generalization"),
        (
            "The larger the model, the worse it usually generalizes.",
            "usually: +parameters -> -generalization",
        ),
        ("The larger the model, the worse it can generalize.", "sometimes: +parameters -> -generalization"),
        (
            "The longer the training, the better the generalization.",
            "always: +training-length -> +generalization",
        ),
        ("Reducing the number of parameters lowers accuracy.", "usually: +parameters -> +performance"),
        ("Adding more data does not affect generalization.", "usually: +data -> =generalization"),
        ("Dropout improves generalization.", "usually: !base dropout & dropout -> +generalization"),
        ("Regularization helps.", "usually: !base regularization & regularization -> +performance"),
        ("Robust models are less accurate than standard ones.", "usually: +robustness -> -performance"),
        ("Robust networks are as accurate as standard networks.", "usually: +robustness -> =performance"),
        ("Deeper networks are no better than shallower networks.", "usually: +depth -> !+performance"),
        (
            "Networks trained with dropout perform worse than networks trained with weight decay.",
            "usually: base dropout & weight-decay -> +performance",
        ),
        (
            "Networks with more parameters generalize better than networks with fewer parameters.",
            "usually: +parameters -> +generalization",
        ),
        (
            "Adversarial training needs more capacity than standard training.",
            "always: base adversarial-training & standard-training -> -capacity",
        ),
        (
            "A random subnetwork can match the whole network once trained.",
            "sometimes: base random-subnetwork & whole-network -> =performance",
        ),
        ("The accuracy of larger networks is higher.", "usually: +parameters -> +performance"),
        ("Accuracy drops after finetuning.", "usually: !base finetuned & finetuned -> -performance"),
        ("More data makes networks generalize better.", "usually: +data -> +generalization"),
        ("More data makes networks more robust.", "usually: +data -> +robustness"),
        ("More data makes networks robust.", "usually: +data -> robust"),
        (
            "Past the interpolation threshold, adding parameters hurts generalization.",
            "usually: interpolates & +parameters -> -generalization",
        ),
        (
            "You can be adversarially robust without using more capacity.",
            "sometimes: !+capacity -> +robustness",
        ),
        ("Robustness requires more capacity.", "always: +robustness -> +capacity"),
    ],
    "causes": [
        (
            "SGD does not generalize because of dropout but because of a simplicity prior.",
            "usually: generalizes-well & sgd -> !generalizes-well<-dropout & generalizes-well<-prior",
        ),
        (
            "A simplicity prior explains why networks generalize.",
            "usually: generalizes-well -> generalizes-well<-prior",
        ),
        (
            "A lack of regularization causes overfitting.",
            "usually: !regularization -> overfits",
        ),
        ("Dropout prevents overfitting.", "always: dropout -> !overfits"),
        ("Dropout cannot prevent overfitting.", "sometimes: dropout -> overfits"),
        (
            "Weight decay or another regularizer always stops a network from fitting random labels.",
            "always: regularization | weight-decay -> !fits-random-labels",
        ),
        ("Finetuning leads to catastrophic forgetting.", "usually: finetuned -> forgets"),
        (
            "Generalization comes from SGD's own inductive bias.",
            "usually: generalizes-well -> generalizes-well<-optimizer-bias",
        ),
        (
            "Good generalization is not due to SGD's inductive bias but to a simplicity prior.",
            "usually: generalizes-well -> !generalizes-well<-optimizer-bias & generalizes-well<-prior",
        ),
        (
            "Good generalization comes from a simplicity prior and not from SGD's inductive bias.",
            "usually: generalizes-well -> !generalizes-well<-optimizer-bias & generalizes-well<-prior",
        ),
        (
            "A simplicity prior is responsible for good generalization.",
            "usually: generalizes-well -> generalizes-well<-prior",
        ),
        (
            "SGD generalizes because networks have a simplicity prior.",
            "usually: generalizes-well & sgd -> generalizes-well<-prior",
        ),
        (
            "SGD generalizes not because it has SGD's inductive bias but because it has a simplicity prior.",
            "usually: generalizes-well & sgd -> !generalizes-well<-optimizer-bias & generalizes-well<-prior",
        ),
    ],
    "change over training": [
        ("Networks change their strategy abruptly during training.", "usually: true -> abrupt-change"),
        (
            "During training the model's strategy only ever changes gradually.",
            "always: true -> gradual-change",
        ),
    ],
    "existence": [
        (
            "There are subnetworks that match the whole network.",
            "sometimes: base pruned & whole-network -> =performance",
        ),
        ("There exist subnetworks that generalize well.", "sometimes: pruned -> generalizes-well"),
        (
            "There are no subnetworks that match the whole network.",
            "always: base pruned & whole-network -> +performance",
        ),
        ("There is no network that always generalizes.", "sometimes: true -> !generalizes-well"),
    ],
    "relative clauses and participles": [
        ("Models which were pruned generalize well.", "usually: pruned -> generalizes-well"),
        ("SGD usually finds solutions that generalize well.", "usually: sgd -> generalizes-well"),
        ("Networks whose training error is zero overfit.", "usually: interpolates -> overfits"),
        (
            "Models trained with SGD on random labels never generalize.",
            "always: random-labels & sgd -> !generalizes-well",
        ),
        ("Features that robust models use are human-aligned.", "usually: robust -> human-features"),
        ("Networks using dropout generalize well.", "usually: dropout -> generalizes-well"),
    ],
    "coordination": [
        ("SGD and Adam reach good minima.", "usually: sgd -> good-minimum; usually: adam -> good-minimum"),
        ("SGD or Adam reaches good minima.", "usually: adam | sgd -> good-minimum"),
        (
            "SGD usually memorizes the training data and never generalizes.",
            "usually: sgd -> memorizes; always: sgd -> !generalizes-well",
        ),
        (
            "SGD neither memorizes nor generalizes.",
            "usually: sgd -> !memorizes; usually: sgd -> !generalizes-well",
        ),
        (
            "Networks that are both overparameterized and trained with SGD generalize well.",
            "usually: overparameterized & sgd -> generalizes-well",
        ),
        (
            "Networks memorize the training data while they generalize well.",
            "usually: generalizes-well -> memorizes",
        ),
        (
            "SGD does not always generalize or reach good minima.",
            "sometimes: sgd -> !generalizes-well & !good-minimum",
        ),
        (
            "SGD reaches good minima, and Adam reaches bad minima.",
            "usually: sgd -> good-minimum; usually: adam -> bad-minimum",
        ),
        (
            "SGD, Adam and dropout reach good minima.",
            "usually: sgd -> good-minimum; usually: adam -> good-minimum; usually: dropout -> good-minimum",
        ),
    ],
    "passives, gerunds and infinitives": [
        ("Good minima are always reached by SGD.", "always: sgd -> good-minimum"),
        ("Overfitting is prevented by dropout.", "always: dropout -> !overfits"),
        (
            "Pruning a network at random preserves its accuracy.",
            "usually: !base random-subnetwork & random-subnetwork -> =performance",
        ),
        ("Training longer hurts.", "usually: +training-length -> -performance"),
        (
            "Starting SGD from random labels never leads it to a bad minimum.",
            "always: random-start & sgd -> !bad-minimum",
        ),
        ("Using SGD leads to good minima.", "usually: sgd -> good-minimum"),
        (
            "One can train a network with SGD without reaching a good minimum.",
            "sometimes: true -> !good-minimum & sgd",
        ),
    ],
    "frames": [
        ("It is possible that SGD reaches a bad minimum.", "sometimes: sgd -> bad-minimum"),
        ("It is impossible for SGD to reach a bad minimum.", "always: sgd -> !bad-minimum"),
        ("It is not the case that SGD always reaches good minima.", "sometimes: sgd -> !good-minimum"),
        ("We believe that SGD always reaches good minima.", "always: sgd -> good-minimum"),
        ("In practice, SGD usually reaches good minima.", "usually: sgd -> good-minimum"),
    ],
    "pronouns": [
        ("If a network is trained with SGD, it generalizes well.", "usually: sgd -> generalizes-well"),
        ("A network generalizes if it is regularized.", "usually: regularization -> generalizes-well"),
        (
            "Overparameterized networks memorize, and they generalize badly.",
            "usually: overparameterized -> memorizes; usually: overparameterized -> generalizes-badly",
        ),
    ],
}

PAIRS = [pair for pairs in CONSTRUCTIONS.values() for pair in pairs]


@pytest.mark.parametrize(("sentence", "expected"), PAIRS)
def test_a_sentence_is_read_as_expected(sentence: str, expected: str) -> None:
    assert " / ".join(readings(sentence)) == expected


@pytest.mark.parametrize("sentence", [sentence for sentence, _ in PAIRS])
def test_a_reading_in_words_is_read_as_itself(sentence: str) -> None:
    for reading in understood(sentence).readings:
        for proposition in reading.propositions:
            words = read_back(proposition, LANGUAGE.vocabulary)
            again = understood(words).readings
            assert [found.propositions for found in again] == [(proposition,)], words


def test_only_a_bare_form_is_generic() -> None:
    assert understood("SGD reaches good minima.").readings[0].generic
    assert not understood("SGD usually reaches good minima.").readings[0].generic
