"""Sentences of proposals that look like others, and say something else."""

import pytest

import storycheck as sc

REFUSED = {
    "Early stopping does not reduce overoptimization as much as a KL penalty.": "strength-inside",
    "RLHF improves helpfulness more than honesty.": "strength-inside",
    "Training removes alignment faking from the outputs but not from the reasoning.": "strength-inside",
    "Networks are robust to noise but not to adversarial examples.": "strength-inside",
    "Amplification makes weak overseers stronger.": "before-and-after",
    "The model makes its overseer deceptive.": "before-and-after",
    "Overseers rely on honest models.": "before-and-after",
    "Judges prefer long answers.": "before-and-after",
    "The labels a weaker model gives are noisy.": "before-and-after",
    "It takes a teacher to train a student.": "before-and-after",
    "It takes a larger model to oversee a model.": "before-and-after",
    "If the teacher has converged, the student generalizes.": "before-and-after",
    "No matter how robust the teacher is, the student is fragile.": "before-and-after",
    "Finetuning removes part of the model's honesty.": "strength-inside",
    "Training with oversight improves behavior without it.": "unread-phrase",
    "The environment contains deceptive models.": "before-and-after",
    "The judge uses weight decay.": "before-and-after",
    "The model has seen deception.": "before-and-after",
    "The reward is for honesty.": "before-and-after",
    "The model is monitored for deception.": "unread-phrase",
    "The larger the teacher, the better the student.": "before-and-after",
    "The student is trained after the teacher.": "before-and-after",
    "Models learn to deceive from their teachers.": "before-and-after",
    "Networks trained on lies are deceptive.": "unread-phrase",
    "Networks trained on clean data generalize well.": "unread-phrase",
    "It is not clear that SGD prefers flat minima.": "unread-phrase",
    "Weight decay is used to prevent overfitting.": "unread-phrase",
    "Showing the overseer the chain of thought helps it detect deception.": "unread-sentence",
    "Networks do not always use the properties they encode.": "unread-sentence",
    "Dropout makes weak models stronger.": "unclear-comparison",
    "Dropout works better on large networks.": "two-readings",
    "Jailbreaks work less often on models trained with adversarial training.": "two-readings",
    "Recursive reward modeling scales oversight.": "unread-phrase",
    "Enlarging the reward model reduces reward hacking.": "before-and-after",
    "Unlearned knowledge can be recovered by finetuning.": "before-and-after",
    "Replay recovers forgotten knowledge.": "before-and-after",
    "Networks use a model of human preferences.": "before-and-after",
    "Strong models generalize beyond their supervisors.": "before-and-after",
    "We train the model with debate so that it stays honest.": "unread-sentence",
}

READ = {
    "Early stopping reduces overoptimization as much as a KL penalty does.": "with uses a KL penalty: "
    "overoptimization stays the same",
    "Early stopping reduces overoptimization less than a KL penalty.": "KL penalty: overoptimization rises",
    "Dropout works better than weight decay on large networks.": "compared with trained with weight decay: "
    "performance rises",
    "Scaling up finetuning improves accuracy.": "finetuned on a new task and number of parameters rises",
    "Sycophancy grows with model size.": "where number of parameters rises: sycophancy rises",
    "Safe exploration requires a model of the environment.": "explores safely: has a world model",
    "Networks sometimes generalize beyond the training distribution.": "robust to distribution shift",
}


@pytest.mark.parametrize("sentence", REFUSED)
def test_what_would_be_read_wrongly_is_refused(checker: sc.Checker, sentence: str) -> None:
    (document,) = checker.check(sentence).documents
    assert [each.code for each in document.diagnostics] == [REFUSED[sentence]]


@pytest.mark.parametrize("sentence", READ)
def test_what_is_like_it_is_read(checker: sc.Checker, sentence: str) -> None:
    (claim,) = checker.check(sentence).claims
    assert READ[sentence] in claim.readings[0]
