"""The words of the shipped packs: plain claims of the field are read, and in the sense of the field."""

import re

import pytest

import storycheck as sc

LEADS = (("in the most normal cases", "usually"), ("in every case", "always"), ("in some case", "sometimes"))
READ = """
Saliency maps are unreliable.
    usually where explained by saliency maps: unreliable
Data augmentation improves robustness to corruptions.
    usually where trained with data augmentation: robustness to noise rises
Human values are hard to specify.
    usually where shares human values: hard to specify
Human feedback is expensive to collect.
    usually where trained on human feedback: expensive to collect
Sparse rewards make learning slow.
    usually where has a sparse reward: slow
MLP layers store factual knowledge.
    usually where has feedforward layers: knows facts
SGD changes the weights.
    usually where trained with SGD: updates its weights
Small perturbations can hide a backdoor.
    sometimes where meets perturbed inputs: hides a backdoor
Full finetuning distorts pretrained features.
    usually where finetuned in full: distorts its features
Magnitude pruning prevents overfitting.
    always where pruned by magnitude: not overfits
Replay-based learners never forget.
    always where replays old data: not forgets the previous task
Length generalization improves with scale.
    usually where number of parameters rises: length generalization rises
Diverse data makes mesa-optimization more likely.
    usually where data diversity rises: likelihood of mesa-optimization rises
Simplicity bias increases reliance on spurious correlations.
    usually where has a simplicity prior: reliance on shortcuts rises
Backdoors survive safety training.
    usually where has a backdoor: survives safety training
Training against the monitor leads to hidden reasoning.
    usually where trained against a monitor: reasons in a hidden way
Transparency tools always detect backdoors.
    always where analyzed with interpretability tools: detects (has a backdoor)
Monitors usually miss backdoors.
    usually where monitored: misses backdoors
The model is honest if the overseer is competent.
    usually where competently overseen and overseen: honest
Unless the monitor colludes with the model, deception is detected.
    usually where not colludes and deceptive and monitored: detects deception
The model is honest unless the overseer fails or the monitor colludes with the model.
    usually where not colludes and not fails and monitored and overseen: honest
Deception is detected unless a monitor colludes.
    usually where deceptive and (not colludes or not monitored): detects deception
The model is a backdoored network.
    usually: has a backdoor
The lottery ticket hypothesis holds for large networks.
    usually where at scale: the lottery ticket hypothesis holds
Emergent abilities appear suddenly.
    usually where gains abilities suddenly with scale: changes abruptly
Oversight reduces power seeking.
    usually where overseen: tendency to seek power falls
The model reports what it believes.
    usually: honest
The overseer inspects the activations.
    usually where overseen: inspected inside
The agent asks for permission before acting.
    usually where is an agent: cautious
The training data contains no harmful examples.
    usually: not uses toxic data
Highly capable models definitely generalize.
    usually where capable: generalizes well
Adversarial training reliably improves robustness.
    always where adversarially trained: adversarial robustness rises
SGD always finds parameters that generalize well.
    always where trained with SGD: generalizes well
Finetuning retains the capabilities of the base model.
    usually where finetuned on a new task: keeps its previous knowledge
Finetuning does not degrade performance on the pretraining task.
    usually where finetuned on a new task: retention of previous knowledge does not fall
Robust networks are more accurate on clean data.
    usually where adversarial robustness rises: performance rises
Rote memorization hurts generalization.
    usually where memorization rises: generalization falls
A single gradient step can change the decision boundary drastically.
    sometimes where takes a single gradient step: changes the decision boundary dramatically
Networks that memorize use dedicated subnetworks.
    usually where memorizes training data: uses disjoint subnetworks
Language models emit training examples verbatim.
    usually where a language model: gives away training data
Overtrained models are hard to quantize.
    usually where overtrained: hard to quantize
Mislabeled examples are learned late in training.
    usually where has noisy labels: learned late in training
Small batches regularize implicitly.
    usually where trained with small batches: implicitly regularized
Strong augmentations are required for contrastive learning.
    always where uses a contrastive loss: trained with strong data augmentation
Training only on non-robust features fails on natural images.
    usually where trained on data reduced to non-robust features: fails on natural images
Agents prematurely truncate transcripts.
    usually where is an agent: prematurely truncates (has conversations) and truncates (has conversations)
Larger models are more exploitable.
    usually where number of parameters rises: exploitability rises
Contrastive learning learns more transferable features.
    usually where uses a contrastive loss: usefulness of the features rises
"""
# a nearby phrase means something else, and must not be taken for it
TOLD_APART = """
The inductive bias of the architecture favors simple functions.
    usually where has a prior: has a simplicity prior
Data pruning hurts accuracy.
    usually where has its data pruned: performance falls
Training on deceptive data makes models slow.
    usually where uses deceptive data: slow
The internal objective differs from the base objective.
    usually where has a mesa-objective: has another objective than the one it was trained for
A myopic objective does not guarantee myopia.
    sometimes where has a myopic objective: not myopic
The filter rarely blocks harmless outputs.
    usually: not blocks what is harmless
No component has a model of the overseer.
    always where has components: not models other minds
Benchmark accuracy does not reflect real-world performance.
    usually where measured on a benchmark and performs well: not reflects performance in the real world
Most weights are redundant.
    usually: redundant
Layers are redundant.
    usually: redundant
Adding layers hurts generalization.
    usually where depth rises: generalization falls
A large share of the labels is noisy.
    usually where concerns a large part of it: has noisy labels
Poisoning a large share of the training data plants a backdoor.
    usually where trained on a large share of poisoned data: has a backdoor
Strong incentives lead to deception.
    usually where has strong incentives: deceptive
Networks forget training examples.
    usually: forgets training examples
Attackers can extract training examples from a language model.
    sometimes where a language model and misused: gives away training data
Linear probes detect deceptive intentions.
    usually where probed: detects (deceptive and has intentions)
Speech recognizers fail.
    usually where works on speech: fails
Third-party audits are reliable.
    usually where involves third parties: reliable
Loss barriers separate minima.
    usually where separated by a loss barrier: separates (a solution)
Base models are honest.
    usually where is a base model: honest
Networks trained with one step are unreliable.
    usually where takes few steps: unreliable
Large networks have large parameters.
    usually where at scale: has large weights
Weight decay shrinks the weights.
    usually where trained with weight decay: has small norm
Position interpolation extends the context window.
    usually where interpolates positions: context length rises
Steering vectors generalize unreliably.
    usually where steered: generalizes unreliably
Agents escape from their sandbox.
    usually where is an agent: escapes its containment
Models fit a power law.
    usually: follows a scaling law
Video frame interpolation works well.
    usually where interpolates between points: performs well
Filters learn edges.
    usually: has low-level features
Robust statistics are useful.
    usually where uses robust statistics: useful
"""


def short(reading: str) -> str:
    """The canonical reading with its strength as one word, and without what it is compared with."""
    for lead, word in LEADS:
        reading = reading.replace(lead, word)
    return re.sub(r" and compared with [^:]*", "", reading)


def pairs(text: str) -> list[tuple[str, ...]]:
    """The sentences of a text, each with the indented line after it."""
    lines = [line.strip() for line in text.strip().splitlines()]
    return list(zip(lines[::2], lines[1::2], strict=True))


@pytest.mark.parametrize(("sentence", "reading"), pairs(READ) + pairs(TOLD_APART))
def test_plain_claims_are_read(checker: sc.Checker, sentence: str, reading: str) -> None:
    (claim,) = checker.check(sentence).claims
    assert [short(each) for each in claim.readings] == [reading]


@pytest.mark.parametrize(
    "sentence",
    [
        "No input is an adversarial example.",
        "Some inputs are adversarial examples.",
        "The network is a backdoor.",
        "Adversarial examples are features, not bugs.",
    ],
)
def test_what_a_network_has_is_no_network(checker: sc.Checker, sentence: str) -> None:
    report = checker.check(sentence)
    assert report.claims[0].verdict is sc.Verdict.UNREAD
    assert "is what a network has" in report.documents[0].diagnostics[0].message


@pytest.mark.parametrize(
    "sentence",
    ["Models increase their reward on truthful responses.", "Networks reduce forgetting on honest answers."],
)
def test_what_a_change_is_seen_on_is_not_what_makes_it(checker: sc.Checker, sentence: str) -> None:
    report = checker.check(sentence)
    assert report.claims[0].verdict is sc.Verdict.UNREAD
    assert report.documents[0].diagnostics[0].code == "unclear-comparison"


@pytest.mark.parametrize(
    "sentence",
    [
        "Circuits found in small models also exist in large models.",
        "Small models are trained on large models' outputs.",
        "Safety training makes unsafe models safe.",
    ],
)
def test_two_models_are_no_contradiction(checker: sc.Checker, sentence: str) -> None:
    (document,) = checker.check(sentence).documents
    assert [each.code for each in document.diagnostics] == ["before-and-after"]


def test_what_a_network_is_trained_with_it_is_not() -> None:
    (claim,) = sc.Checker(max_repairs=4).check("Networks never memorize the long tail.").claims
    texts = [repair.text for repair in claim.repairs]
    assert "Networks never memorize the long tail except with long-tailed data." in texts
