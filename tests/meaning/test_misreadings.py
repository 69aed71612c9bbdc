"""Sentences that are easily misread: each is read right, or refused where its words leave it open."""

import pytest

from storycheck.meaning.formula import has
from storycheck.meaning.reading import Context
from tests.vocabulary import readings, refusal

STORY = Context(setup=has("sgd"), has_setup=True)
SETUP = Context(has_setup=True, is_setup=True)


def read(sentence: str, context: Context = Context()) -> str:
    return " / ".join(readings(sentence, context)) or refusal(sentence, context)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Larger networks do not generalize as well.", "usually: +parameters -> -generalization"),
        ("Robust networks are not as accurate as standard networks.", "usually: +robustness -> -performance"),
        ("No robust network is as accurate as a standard network.", "always: +robustness -> -performance"),
        (
            "It is impossible for Adam to generalize as well as SGD.",
            "always: base adam & sgd -> +generalization",
        ),
        ("Robust networks are no more accurate.", "usually: +robustness -> !+performance"),
        ("Robust networks generalize as well.", "two-readings"),
        ("Robust networks are accurate as well.", "usually: robust -> performs-well"),
    ],
)
def test_as_well_as(sentence: str, expected: str) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Finetuning on random labels generalizes worse than finetuning on human-aligned features.",
            "usually: base finetuned & base human-features & finetuned & random-labels -> -generalization",
        ),
        (
            "Larger networks are more robust than smaller ones at scale.",
            "usually: at-scale & +parameters -> +robustness",
        ),
        ("SGD performs as well as SGD.", "unclear-comparison"),
        ("If the tasks are similar, networks forget.", "unclear-comparison"),
        ("Networks are similar to solutions.", "unread-phrase"),
        ("Large networks are robust.", "usually: at-scale -> robust"),
        ("Large random labels are robust.", "unclear-comparison"),
        ("Larger random labels are robust.", "unclear-comparison"),
        ("Networks with a good size are robust.", "unclear-comparison"),
        ("Finetuning a robust model destroys its robustness.", "before-and-after"),
        ("Vulnerable networks become robust when they are finetuned.", "before-and-after"),
        ("Finetuning makes robust networks vulnerable.", "before-and-after"),
        ("Networks that forget do not forget after dropout.", "before-and-after"),
        ("Dropout alone does not make networks robust.", "strength-inside"),
        ("Dropout by itself never improves robustness.", "strength-inside"),
        ("Dropout alone makes networks robust.", "usually: dropout -> robust"),
        ("Dropout alone does not guarantee robustness.", "sometimes: dropout -> !robust"),
        ("Robust networks are vulnerable during training.", "before-and-after"),
        ("Robust networks are vulnerable in training.", "before-and-after"),
        ("Robust networks are sometimes vulnerable.", "before-and-after"),
        ("Robust networks are vulnerable.", "usually: robust -> vulnerable"),
        ("Robust networks are always vulnerable.", "always: robust -> vulnerable"),
        ("Robust networks are sometimes not robust.", "sometimes: robust -> !robust"),
        ("Robust networks are not robust.", "usually: robust -> !robust"),
        ("Robust models are not robust.", "usually: robust -> !robust"),
        ("Pruned networks are not pruned.", "usually: pruned -> !pruned"),
        ("Finetuned networks are always finetuned.", "always: finetuned -> finetuned"),
        (
            "Dropout gives pruned networks good generalization.",
            "usually: dropout & pruned -> generalizes-well",
        ),
        ("Dropout gives networks robustness.", "usually: dropout -> robust"),
        ("Good training error leads to memorization.", "usually: interpolates -> memorizes"),
        ("Poor training error leads to memorization.", "usually: !interpolates -> memorizes"),
        ("Good memorization requires finetuning on syntax.", "unclear-comparison"),
        ("Strong catastrophic forgetting is a sign of dropout.", "unclear-comparison"),
    ],
)
def test_what_is_compared(sentence: str, expected: str) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "A network can memorize the training data and still generalize well.",
            "sometimes: true -> generalizes-well & memorizes",
        ),
        (
            "A network may memorize the training data but also generalize well.",
            "sometimes: true -> generalizes-well & memorizes",
        ),
        ("A network cannot memorize but generalize.", "two-readings"),
        ("SGD lacks robustness and overfits.", "usually: sgd -> !robust; usually: sgd -> overfits"),
        ("Robust networks are human-aligned but overfit.", "usually: robust -> human-features & overfits"),
        (
            "Dropout but not weight decay improves generalization.",
            "usually: !base dropout & dropout -> +generalization; "
            "usually: !base weight-decay & weight-decay -> !+generalization",
        ),
        (
            "Dropout makes networks more accurate and less robust.",
            "usually: !base dropout & dropout -> +performance & -robustness",
        ),
    ],
)
def test_what_is_shared(sentence: str, expected: str) -> None:
    assert set(read(sentence).replace(" & ", " ").split()) == set(expected.replace(" & ", " ").split())


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Dropout removes memorization from robust networks.", "always: dropout & robust -> !memorizes"),
        ("Finetuning makes networks forget without dropout.", "usually: !dropout & finetuned -> forgets"),
        ("SGD lets networks generalize without dropout.", "sometimes: !dropout & sgd -> generalizes-well"),
        ("Networks become robust with dropout.", "usually: dropout -> robust"),
        ("Networks are robust only at scale.", "always: robust -> at-scale"),
        ("SGD overfits while it memorizes.", "usually: memorizes & sgd -> overfits"),
        (
            "A network is trained with SGD from random labels.",
            "usually: true -> random-start & sgd",
        ),
    ],
)
def test_where_a_phrase_belongs(sentence: str, expected: str) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Finetuning leaves previous knowledge intact.", "usually: finetuned -> retains"),
        ("Previous knowledge stays intact at scale.", "usually: at-scale -> retains"),
        ("Dropout leaves accuracy unchanged.", "usually: !base dropout & dropout -> =performance"),
        ("Dropout leaves the network unchanged.", "unclear-comparison"),
        ("SGD recovers good minima.", "usually: sgd -> good-minimum"),
        ("Finetuning overwrites previous knowledge.", "usually: finetuned -> !retains"),
        ("SGD memorizes random labels.", "usually: random-labels & sgd -> memorizes"),
        ("Overfitting emerges from SGD.", "usually: sgd -> overfits"),
        ("Overfitting comes from SGD.", "usually: overfits -> overfits<-sgd"),
    ],
)
def test_verbs_of_keeping_losing_and_arising(sentence: str, expected: str) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("Overfitting can be predicted from the training error.", "unread-phrase"),
        ("Removing dropout from the training data hurts generalization.", "unread-phrase"),
        ("Depth makes capacity robust.", "unread-phrase"),
        ("Dropout and weight decay are needed.", "unread-phrase"),
        ("Dropout makes memorization better.", "unclear-comparison"),
        ("Good minima hurt generalization more often.", "unclear-comparison"),
        ("SGD finds the solution that Adam finds.", "unread-phrase"),
        (
            "Overparameterized networks contain subnetworks that match the whole network.",
            "unclear-comparison",
        ),
        ("Larger minima generalize better.", "unclear-comparison"),
    ],
)
def test_what_is_not_said_is_not_made_up(sentence: str, code: str) -> None:
    assert not readings(sentence) and refusal(sentence) == code


def test_what_is_said_of_one_side_is_not_turned_to_the_other() -> None:
    assert read("Smaller networks overfit.") == "usually: -parameters -> overfits"
    assert read("Smaller networks generalize worse.") == "usually: +parameters -> +generalization"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("If a network memorizes, it overfits.", "usually: memorizes -> overfits"),
        ("If the labels are random, it overfits.", "this: random-labels -> overfits"),
        ("If networks memorize, they overfit.", "usually: memorizes -> overfits"),
        ("They overfit.", "pronoun-without-noun"),
        ("Our robust network overfits.", "this: robust -> overfits"),
        ("The model is finetuned.", "this: true -> finetuned"),
    ],
)
def test_pronouns_in_a_story(sentence: str, expected: str) -> None:
    assert read(sentence, STORY) == expected


def test_our_model_is_the_speakers_own_without_a_setup_too() -> None:
    assert read("Our network overfits.") == "this: true -> overfits"
    assert read("The network overfits.") == "usually: true -> overfits"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Adversarial training improves robustness without lowering accuracy.",
            "usually: !base adversarial-training & adversarial-training -> !-performance & +robustness",
        ),
        (
            "Adversarial training improves robustness without any loss of accuracy or generalization.",
            "usually: !base adversarial-training & adversarial-training -> "
            "!-generalization & !-performance & +robustness",
        ),
        (
            "Adversarial training cannot improve robustness without hurting accuracy.",
            "always: !base adversarial-training & adversarial-training -> -performance | !+robustness",
        ),
        (
            "Dropout prevents overfitting without lowering accuracy.",
            "always: !base dropout & dropout -> !-performance & !+overfitting",
        ),
        (
            "It is impossible to improve robustness without lowering accuracy.",
            "always: !+performance -> !-robustness",
        ),
        (
            "Networks that improve robustness without lowering accuracy generalize well.",
            "usually: !-performance & +robustness -> generalizes-well",
        ),
        ("SGD reaches good minima without dropout.", "usually: !dropout & sgd -> good-minimum"),
        ("SGD reaches good minima without overfitting.", "usually: sgd -> good-minimum & !overfits"),
        ("SGD reaches good minima without memorizing.", "usually: sgd -> good-minimum & !memorizes"),
        ("Networks cannot generalize without memorizing.", "always: !memorizes -> !generalizes-well"),
        ("Without overfitting, networks generalize well.", "usually: !overfits -> generalizes-well"),
        ("Networks forget without finetuning.", "usually: !finetuned -> forgets"),
    ],
)
def test_without_a_change_is_part_of_what_is_said(sentence: str, expected: str) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Networks memorize rather than generalize.", "usually: true -> !generalizes-well & memorizes"),
        ("Networks memorize instead of generalizing.", "usually: true -> !generalizes-well & memorizes"),
        (
            "SGD reaches good minima instead of bad minima.",
            "usually: sgd -> !bad-minimum & good-minimum",
        ),
        (
            "Dropout rather than weight decay prevents overfitting.",
            "always: dropout -> !overfits; sometimes: weight-decay -> overfits",
        ),
        (
            "Dropout instead of weight decay prevents overfitting.",
            "always: dropout & !weight-decay -> !overfits",
        ),
        ("Networks do not memorize rather than generalize.", "two-readings"),
    ],
)
def test_rather_than(sentence: str, expected: str) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("No method always prevents overfitting.", "strength-inside"),
        ("The larger a network is, the more accurate it never is.", "strength-inside"),
        ("The larger a network usually is, the more accurate it is.", "strength-inside"),
        ("No method reaches bad minima.", "always: true -> !bad-minimum"),
        ("Every method can reach bad minima.", "strength-inside"),
        ("Every network can reach bad minima.", "sometimes: true -> bad-minimum"),
        ("Good minima exist in every network.", "always: true -> good-minimum"),
        (
            "Good minima exist because networks are overparameterized.",
            "usually: good-minimum -> good-minimum<-overparameterized",
        ),
    ],
)
def test_what_is_said_of_each(sentence: str, expected: str) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("More data prevents memorization.", "always: +data -> !memorizes"),
        ("Scaling up the network eliminates overfitting.", "always: +parameters -> !overfits"),
        ("Scaling up the features eliminates overfitting.", "unread-phrase"),
        ("Dropout shrinks the features.", "unread-phrase"),
        ("Dropout makes it harder to memorize.", "usually: !base dropout & dropout -> -memorization"),
        (
            "Dropout makes it easier for networks to generalize.",
            "usually: !base dropout & dropout -> +generalization",
        ),
        ("The task suggests good generalization.", "says-nothing"),
        ("SGD reaches good minima at initialization.", "unread-sentence"),
        ("Robust networks stay robust.", "says-nothing"),
        ("Networks stay robust after finetuning.", "usually: finetuned -> robust"),
        (
            "Overparameterized networks contain subnetworks that match their accuracy.",
            "unclear-comparison",
        ),
    ],
)
def test_prevention_ease_and_signs(sentence: str, expected: str) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("This network generalizes well.", "this: true -> generalizes-well"),
        ("If a network is pruned, this network overfits.", "usually: pruned -> overfits"),
        ("Under these conditions, SGD overfits.", "pronoun-without-noun"),
    ],
)
def test_what_is_pointed_at(sentence: str, expected: str) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The probe reads syntax.", "this: true -> probe & reads-syntax"),
        ("The probe does not read syntax.", "this: true -> probe & !reads-syntax"),
        ("The probe can read syntax.", "sometimes: probe & sgd -> reads-syntax"),
        ("The probe improves robustness.", "usually: !base probe & probe -> +robustness"),
        ("The regularizer prevents overfitting.", "this: true -> !overfits & regularization"),
        ("Networks overfit in this setting.", "pronoun-without-noun"),
        ("This network overfits in this setting.", "this: true -> overfits"),
    ],
)
def test_parts_of_the_storys_own_run(sentence: str, expected: str) -> None:
    assert read(sentence, STORY) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("All labels used in training are random.", "always: true -> random-labels"),
        ("The labels that SGD uses are random.", "usually: sgd -> random-labels"),
        ("The labels need not be random.", "sometimes: true -> !random-labels"),
        ("We need SGD to be robust.", "unread-phrase"),
        ("We need dropout to generalize.", "unread-phrase"),
        ("We need more data to generalize.", "always: +generalization -> +data"),
        ("Networks need dropout to generalize.", "always: generalizes-well -> dropout"),
        ("SGD prefers robust networks over pruned networks.", "two-readings"),
        ("At scale, overfitting is common.", "usually: at-scale -> overfits"),
        (
            "Regularization makes overfitting worse.",
            "usually: !base regularization & regularization -> +overfitting",
        ),
        (
            "Accuracy on random labels drops after finetuning.",
            "usually: !base finetuned & finetuned & random-labels -> -performance",
        ),
    ],
)
def test_what_belongs_to_what(sentence: str, expected: str) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("At most one network overfits.", "unread-sentence"),
        ("Too much data leads to overfitting.", "unread-sentence"),
        ("If the network is too large, it overfits.", "unread-sentence"),
        ("Probes find syntax.", "unread-phrase"),
        ("SGD is memorized.", "unread-phrase"),
        ("Networks overfit, not only at scale.", "unread-sentence"),
        ("Networks lose accuracy without gaining robustness.", "unclear-comparison"),
        ("Networks that generalize well and generalize badly overfit.", "says-nothing"),
    ],
)
def test_what_would_lose_a_word_is_refused(sentence: str, code: str) -> None:
    assert read(sentence) == code


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("A probe for robustness reads syntax.", "usually: aim at(#robustness) & probe -> reads-syntax"),
        ("A probe for syntax reads syntax.", "usually: probe & syntax -> reads-syntax"),
        ("Memorization is not pruned.", "usually: memorizes -> !pruned"),
        ("Subnetworks are not pruned.", "usually: true -> !pruned"),
        ("Pruned networks are robust.", "usually: pruned -> robust"),
        ("In our training runs, SGD overfits.", "unread-phrase"),
        ("Memorization requires finetuning on syntax.", "always: memorizes -> finetuned & syntax"),
        ("Good generalization requires dropout on syntax.", "always: generalizes-well & syntax -> dropout"),
        (
            "At scale, pruned networks perform better than the whole network.",
            "usually: base at-scale & base pruned & at-scale & whole-network -> -performance",
        ),
    ],
)
def test_what_a_phrase_belongs_to(sentence: str, expected: str) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Larger networks are more vulnerable.", "usually: +parameters -> -robustness"),
        ("Larger networks are less vulnerable.", "usually: +parameters -> +robustness"),
        ("Larger networks are no more vulnerable.", "usually: +parameters -> !-robustness"),
        ("Larger networks are as vulnerable as smaller ones.", "usually: +parameters -> =robustness"),
        ("More vulnerable networks generalize better.", "usually: +robustness -> -generalization"),
    ],
)
def test_more_of_the_low_end_is_less(sentence: str, expected: str) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Dropout never reaches the accuracy of networks trained with Adam.",
            "always: base adam & dropout -> -performance",
        ),
        (
            "Dropout reaches the accuracy of networks trained with Adam.",
            "usually: base adam & dropout -> =performance",
        ),
        ("The accuracy of networks trained with Adam is high.", "usually: adam -> performs-well"),
    ],
)
def test_reaching_what_others_have(sentence: str, expected: str) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Networks overfit unless the dropout is present.", "usually: !dropout -> overfits"),
        ("Networks overfit unless the dropout is absent.", "usually: dropout -> overfits"),
        ("Networks overfit unless the probe reads syntax.", "usually: probe & !reads-syntax -> overfits"),
        ("Adam improves upon SGD.", "usually: base adam & sgd -> -performance"),
        ("Adam does not improve over SGD.", "usually: base adam & sgd -> !-performance"),
    ],
)
def test_what_is_there_and_what_is_better(sentence: str, expected: str) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Networks trained with dropout do not match SGD.", "usually: base dropout & sgd -> +performance"),
        (
            "No pruned network matches the whole network.",
            "always: base pruned & whole-network -> +performance",
        ),
        ("It is impossible for Adam to match SGD.", "always: base adam & sgd -> +performance"),
        ("Adam does not have the same accuracy as SGD.", "usually: base adam & sgd -> !=performance"),
        ("Robustness is not the same as accuracy.", "unclear-comparison"),
        ("Memorization is not the same as overfitting.", "unclear-comparison"),
        (
            "The accuracy of Adam is the same as that of standard networks.",
            "usually: !base adam & adam -> =performance",
        ),
        ("Only a few probes are needed for robustness.", "strength-inside"),
        ("Networks that are pruned overfit.", "usually: pruned -> overfits"),
        ("Dropout leads to a collapse of accuracy.", "usually: !base dropout & dropout -> -performance"),
    ],
)
def test_what_falls_short(sentence: str, expected: str) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Dropout during finetuning improves accuracy.",
            "usually: !base dropout & dropout & finetuned -> +performance",
        ),
        ("Dropout during finetuning is necessary for robustness.", "always: finetuned & robust -> dropout"),
    ],
)
def test_what_something_is_done_in_makes_no_difference(sentence: str, expected: str) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The accuracy of pruned networks exceeds that of networks trained with SGD.",
            "usually: base pruned & sgd -> -performance",
        ),
        (
            "The robustness of networks trained with SGD never matches that of pruned networks.",
            "always: base pruned & sgd -> -robustness",
        ),
        ("Networks that require dropout overfit.", "unread-phrase"),
        ("Networks that depend on dropout overfit.", "usually: dropout -> overfits"),
        ("Networks that fit the training data are random.", "unknown-term"),
        ("Networks that memorize labels are random.", "unknown-term"),
        ("Networks trained on labels that are random overfit.", "usually: random-labels -> overfits"),
        ("Strong finetuned accuracy requires dropout.", "always: finetuned & performs-well -> dropout"),
        ("Every gain in robustness costs accuracy.", "always: +robustness -> -performance"),
    ],
)
def test_whose_it_is(sentence: str, expected: str) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Networks don't ever overfit.", "always: true -> !overfits"),
        ("Networks do not overfit, ever.", "unread-sentence"),
        ("Pruned networks are better in terms of robustness.", "unread-sentence"),
        ("Pruned networks are better when it comes to robustness.", "unread-sentence"),
        ("Robustness falls out of SGD.", "usually: robust -> robust<-sgd"),
        ("A pruned network is trained to the accuracy of a robust network.", "unread-phrase"),
        ("Networks reach the accuracy of a robust network.", "unread-phrase"),
        (
            "A pruned network reaches the accuracy of a robust network.",
            "usually: base pruned & robust -> =performance",
        ),
        ("Networks always finetune without SGD.", "always: true -> finetuned & !sgd"),
        (
            "To generalize, networks must finetune without SGD.",
            "always: generalizes-well -> finetuned & !sgd",
        ),
    ],
)
def test_what_is_idiom_or_belongs_to_the_verb(sentence: str, expected: str) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Networks prefer random labels to good minima.", "two-readings"),
        ("Overfitting reveals memorization.", "two-readings"),
        ("Memorization follows from random labels.", "two-readings"),
        ("Memorization is due to SGD.", "usually: memorizes -> memorizes<-sgd"),
        ("Training makes small models larger.", "before-and-after"),
    ],
)
def test_left_open_by_the_verb(sentence: str, expected: str) -> None:
    assert read(sentence) == expected
