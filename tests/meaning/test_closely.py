"""Sentences that a close reader would say were taken for something else: read right, or refused."""

import pytest

from storycheck import Checker, Verdict

CHECKER = Checker()


def verdict(sentence: str) -> Verdict:
    return CHECKER.check(sentence).claims[0].verdict


@pytest.mark.parametrize(
    "sentence",
    [
        # how much, how well, how likely
        "Finetuned models keep some of their old knowledge.",
        "Slightly finetuned models forget the previous task.",
        "Replay prevents forgetting better than regularization.",
        "Simple functions are more likely to be found by SGD than complex ones.",
        "Finetuning rarely makes models forget everything.",
        "Every larger model generalizes better than some smaller model.",
        "Overfitting and memorization go hand in hand.",
        # of another thing than the model
        "Networks overfit when the dataset is larger.",
        "Deeper layers are more robust than earlier layers.",
        "Models do not use everything that they encode.",
        "Models never forget what they have memorized.",
        "Optimizing the chain of thought reduces honesty.",
        "Networks overfit if the data contains backdoors.",
        "The robustness of pruned networks does not differ from that of dense networks.",
        "Constant monitoring prevents deception.",
        "Probing accuracy overestimates what models use.",
        "Test error decreases past the interpolation threshold.",
        # at another time, or as an aim
        "Networks used to overfit.",
        "Networks trained for accuracy overfit.",
        "Networks succeed in generalizing.",
        "Models that are honest in training are honest in deployment.",
        "Networks must be trained to generalize.",
        "A subnetwork does not need to be trained to be accurate.",
        "Students do not inherit the backdoors of their teachers.",
        # what is denied, and what is said
        "Models are not honest but sycophantic.",
        "Adversarial examples are not bugs but features.",
        "Models are sycophantic when the user is wrong.",
        "Backdoors survive finetuning unless the trigger is known.",
    ],
)
def test_refused(sentence: str) -> None:
    assert verdict(sentence) is Verdict.UNREAD


@pytest.mark.parametrize(
    "sentence",
    [
        "Finetuned models keep their old knowledge.",
        "Replay reduces forgetting more than regularization.",
        "Good minima are more likely to be found by SGD than by Adam.",
        "Networks overfit when they are larger.",
        "Deeper networks are more robust than shallower networks.",
        "Networks memorize everything they see.",
        "Networks can be trained to generalize.",
        "Networks that overfit overfit.",
        "Networks overfit if the data contains label noise.",
        "Finetuned models do not forget anything.",
        "Probes detect what the model encodes.",
        "Larger models have a lower test error past the interpolation threshold.",
        "Networks trained on more data overfit.",
        "It is not true that models are sycophantic.",
        "Slightly larger models are more robust.",
    ],
)
def test_read(sentence: str) -> None:
    assert verdict(sentence) is not Verdict.UNREAD


def test_than_standard_models_tells_what_makes_the_difference() -> None:
    sentence = "Robust models transfer better than standard models when they are larger."
    (reading,) = CHECKER.check(sentence).claims[0].readings
    assert "where adversarial robustness rises and number of parameters rises: " in reading


def test_who_stops_does_not_prevent() -> None:
    (claim,) = CHECKER.check("Networks stop overfitting once they are regularized.").claims
    assert claim.readings == ("in the most normal cases where regularized: not overfits",)
