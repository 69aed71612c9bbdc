"""Ways in which researchers put what the shipped evidence speaks of, each read as the same property."""

import pytest

from storycheck.evidence import packs
from storycheck.logic.definitions import Definitions
from storycheck.meaning.formula import TRUE, conj
from storycheck.meaning.proposition import Proposition, Strength
from storycheck.meaning.reading import Language, read, read_back

# a canonical reading, and sentences that have it
WORDINGS = {
    "in the most normal cases where pretrained and compared with trained from scratch: performance rises": """
        Pretraining usually improves on training from scratch.
        Pretraining usually outperforms training from scratch.
        Pretrained networks usually perform better than networks trained from scratch.
    """,
    "in some case where overparameterized: fits random labels": """
        Overparameterized networks can fit labels that were assigned at random.
        Over-sized networks can memorize an arbitrary labeling of the training data.
        Networks with more parameters than training examples can fit labels that carry no signal.
        Overparameterized networks can be fitted to random labels.
        Massively overparameterized networks can shatter the training data.
    """,
    "in some case where started from random labels and trained with SGD: reaches a bad minimum": """
        SGD that starts from weights fitted to random labels can end up in bad minima.
        After a first phase on random labels, SGD can converge to bad minima.
        SGD initialized from a model trained on random labels can get trapped in bad minima.
    """,
    "in the most normal cases where overparameterized: generalizes well": """
        Overparameterized networks usually classify unseen examples correctly.
        Overparameterized networks usually make few errors on test data.
        Overparameterized networks usually perform well out of sample.
    """,
    "in the most normal cases where finetuned on a new task: forgets the previous task": """
        Finetuning overwrites what was learned in pretraining.
        Finetuned networks lose skills that they picked up in pretraining.
        Networks finetuned on a new language forget the old one.
        Networks adapted to a new task lose their ability to solve the old task.
        Finetuned models unlearn what they learned in pretraining.
        Finetuning wipes out earlier skills.
    """,
    "in the most normal cases where number of parameters rises: forgetting falls": """
        Larger networks forget less of what they learned earlier.
        Larger networks are less prone to forgetting.
        Larger networks suffer less from forgetting.
        Larger networks lose less of their earlier knowledge.
    """,
    "in the most normal cases where trained in the standard way: adversarially robust": """
        Standard training yields networks that withstand adversarial perturbations.
        Standard training produces networks that hold up under attack.
        Networks trained conventionally are impervious to adversarial examples.
        Standard training defends against adversarial attacks.
        Standard training makes networks resistant to small perturbations.
    """,
    "in some case where trained in the standard way: vulnerable to adversarial examples": """
        Standardly trained networks can be easily fooled by adversarial examples.
        Standardly trained networks can fall prey to adversarial attacks.
        Standardly trained networks can break under attack.
    """,
    "in the most normal cases where number of parameters rises: adversarial vulnerability rises": """
        Larger networks are more vulnerable to adversarial examples.
        Larger networks are more susceptible to small perturbations.
    """,
    "in the most normal cases where trained on data reduced to robust features: adversarially robust": """
        If only robust features are left in the data, networks are adversarially robust.
        Networks trained on robust features alone are adversarially robust.
        Removing non-robust features from the data yields robust networks.
    """,
    "in the most normal cases where adversarially robust: uses different features": """
        Robust networks use features that differ from those of standard networks.
        The features of robust networks are different from those of ordinary networks.
    """,
}
# close by, and not the same: the property that must not be read into the sentence
OTHERS = {
    "Networks with unseen labels fit them.": "fits random labels",
    "Networks finetuned on a new task perform well.": "keeps its previous knowledge",
    "Networks trained on robust features are robust to noise.": "adversarially robust",
    "Untrained networks implement simple functions.": "in the most normal cases: implements",
}


@pytest.fixture(scope="module")
def language() -> Language:
    return packs.load().language


def _said(sentence: str, language: Language) -> Proposition:
    """What a sentence says, without opposites and synonyms."""
    understood = read(sentence, language)
    assert understood.readings, (sentence, understood.diagnostics)
    (reading,) = understood.readings
    (said,) = reading.propositions
    normal = Definitions(language.vocabulary).normal
    restrictor, scope = normal(said.restrictor), normal(said.scope)
    if said.strength is Strength.SOMETIMES:  # some R is S just where some case is both
        return Proposition(said.strength, TRUE, conj((restrictor, scope)))
    return Proposition(said.strength, restrictor, scope)


@pytest.mark.parametrize("reading", WORDINGS)
def test_wordings_of_one_claim(reading: str, language: Language) -> None:
    for sentence in WORDINGS[reading].strip().splitlines():
        assert (sentence, _said(sentence.strip(), language)) == (sentence, _said(reading, language))


@pytest.mark.parametrize("sentence", OTHERS)
def test_what_is_close_is_not_the_same(sentence: str, language: Language) -> None:
    understood = read(sentence, language)
    read_as = [read_back(p, language.vocabulary) for r in understood.readings for p in r.propositions]
    assert not any(OTHERS[sentence] in each for each in read_as)
