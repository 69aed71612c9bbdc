"""A small vocabulary for tests of the language, and a short notation for what sentences are read as."""

from collections.abc import Iterator

from storycheck.meaning.formula import All, Formula, Lit
from storycheck.meaning.language import Language
from storycheck.meaning.proposition import Proposition
from storycheck.meaning.reading import Context, Understood, read
from storycheck.meaning.vocabulary import Concept, Quantity, Vocabulary
from storycheck.meaning.wording import Wording, phrases
from storycheck.syntax.lexicon import Lexicon

# identifier | gloss | part: wordings, part: wordings; "trivial" marks what every case has, "scale" and "architecture" a dimension of setups, "opposite=…" what it is the opposite of
_CONCEPTS = """
network | a network | noun: network, model, neural network, deep network, classifier | trivial
solution | a solution | noun: solution, minimum, feature, label, dataset, task | trivial
training | a training run | noun: training, training run, training process; adjective: trained; modifier: once trained, during training | trivial
strategy | has a strategy | noun: strategy | trivial
sgd | trained with SGD | noun: SGD, stochastic gradient descent; adjective: SGD-trained; verb: train with SGD
adam | trained with Adam | noun: Adam
momentum | trained with momentum | noun: momentum
dropout | trained with dropout | noun: dropout
weight-decay | trained with weight decay | noun: weight decay
regularization | regularized | noun: regularization, explicit regularizer, regularizer; adjective: regularized
overparameterized | overparameterized | adjective: overparameterized
random-labels | trained on random labels | noun: random labels
random-start | started from random labels | adjective: initialized from random labels; verb: start from random labels; modifier: from random labels
fits-random-labels | fits random labels | verb: fit random labels
interpolates | fits the training data | noun: zero training error; verb: fit the training data; modifier: past the interpolation threshold, in the interpolation regime
memorizes | memorizes the training data | noun: memorization; verb: memorize, memorize (the) training data
generalizes-well | generalizes well | verb: generalize, generalize well; adjective: well-generalizing
generalizes-badly | generalizes badly | verb: generalize badly | opposite=generalizes-well
good-minimum | reaches a good minimum | noun: good minimum
bad-minimum | reaches a bad minimum | noun: bad minimum
overfits | overfits | verb: overfit
robust | adversarially robust | adjective: robust, adversarially robust; noun: robust model
vulnerable | adversarially vulnerable | adjective: vulnerable; noun: adversarial examples
human-features | uses human-aligned features | noun: human-aligned features; adjective: human-aligned
adversarial-training | adversarially trained | noun: adversarial training; adjective: adversarially trained
standard-training | trained in the standard way | noun: standard training, ordinary training
finetuned | finetuned | noun: finetuning; verb: finetune; adjective: finetuned
retains | keeps its previous knowledge | noun: previous knowledge, what the network knew about its previous task
forgets | forgets the previous task | noun: catastrophic forgetting; verb: forget, forget the previous task
probe | probed | noun: probe
reads-syntax | reads syntax | verb: read syntax
probing-high | has high probing accuracy | noun: accurate probe
syntax | concerns syntax | noun: syntax
encoded | syntax is encoded | adjective: encoded; verb: encode the property
pruned | pruned | noun: subnetwork, pruning; verb: prune; adjective: pruned
random-subnetwork | a random subnetwork | noun: random subnetwork; verb: prune at random, prune a network at random
whole-network | the whole network | noun: whole network
optimizer-bias | has an inductive bias of the optimizer | noun: SGD's inductive bias, SGD's own inductive bias
prior | has a simplicity prior | noun: simplicity prior
abrupt-change | changes its strategy abruptly | verb: change abruptly, change (its) strategy abruptly; noun: abrupt change
gradual-change | changes its strategy gradually | verb: change gradually, change (its) strategy gradually
performs-well | performs well | verb: perform well
at-scale | at scale | modifier: at scale; adjective: large | scale
many-parameters | has many parameters | noun: many parameters
untrained | untrained | adjective: untrained; modifier: before training
backdoor | has a backdoor | noun: backdoor
hard-to-interpret | hard to interpret | adjective: hard to interpret
new | new | adjective: new
transformer | is a transformer | noun: transformer | architecture
overseen | overseen | noun: overseer
judged | has a judge | noun: judge
reward-model | uses a reward model | noun: reward model
backdoored | has a backdoor in it | noun: backdoored model
deceptive | deceptive | adjective: deceptive; verb: deceive; noun: deception
deep | deep | adjective: deep
shallow | shallow | adjective: shallow | opposite=deep
few-parameters | has few parameters | noun: few parameters, small network; adjective: small
"""

# identifier | gloss | parts | poles and the like
_QUANTITIES = """
parameters | number of parameters | noun: parameters, number of parameters, size; more: larger, bigger; less: smaller | high=many-parameters low=few-parameters better=neither
depth | depth | noun: depth; more: deeper; less: shallower |
capacity | capacity | noun: capacity |
data | amount of data | noun: data, training data |
training-length | training length | noun: training length; verb: train; more: longer training |
generalization | generalization | noun: generalization; verb: generalize | high=generalizes-well low=generalizes-badly inverse=overfitting
overfitting | overfitting | noun: overfitting; verb: overfit | high=overfits inverse=generalization better=low
training-error | training error | noun: training error | low=interpolates better=low
memorization | memorization | verb: memorize | high=memorizes
robustness | adversarial robustness | noun: adversarial robustness, robustness; adjective: robust, adversarially robust | high=robust low=vulnerable
performance | performance | noun: accuracy, performance; adjective: accurate; verb: perform | high=performs-well
human-alignment | human alignment | adjective: human-aligned | high=human-features
ease | ease of interpretation | more: easier to interpret; less: harder to interpret |
probing-accuracy | probing accuracy | noun: probing accuracy | high=probing-high
"""


def _lines(table: str) -> Iterator[list[str]]:
    for line in table.strip().splitlines():
        yield [*(cell.strip() for cell in line.split("|")), ""]


def _wordings(kind: str, name: str, gloss: str, parts: str) -> Iterator[Wording]:
    yield Wording(kind, name, "gloss", gloss)
    for part in filter(None, parts.split(";")):
        label, _, texts = part.partition(":")
        yield from (Wording(kind, name, label.strip(), text.strip()) for text in texts.split(","))


def _built() -> Language:
    concepts, quantities, wordings = {}, {}, list[Wording]()
    for name, gloss, parts, marks, *_ in _lines(_CONCEPTS):
        concepts[name] = Concept(
            name,
            gloss,
            trivial=marks == "trivial",
            dimension=marks if marks in ("scale", "architecture") else "",
            kind_of=("many-parameters",) if marks == "scale" else (),
            opposite=marks.removeprefix("opposite=") if "=" in marks else "",
        )
        wordings += _wordings("concept", name, gloss, parts)
    for name, gloss, parts, marks, *_ in _lines(_QUANTITIES):
        quantities[name] = Quantity(name, gloss, **dict(mark.split("=") for mark in marks.split()))
        wordings += _wordings("quantity", name, gloss, parts)
    return Language(Lexicon.of(phrases(wordings)), Vocabulary(concepts, quantities))


LANGUAGE = _built()
_KINDS = {"has": "", "base": "base ", "rises": "+", "falls": "-", "stays": "=", "due": "", "does": ""}


def notation(part: Formula) -> str:
    """A formula in short: "sgd & !base sgd", "+depth" rises, "-depth" falls, "=depth" stays, "a<-b" is due to b."""
    if isinstance(part, Lit):
        cause = f"<-{part.atom.cause}" if part.atom.cause else ""
        cause = f"({part.atom.cause})" if part.atom.kind == "does" else cause
        return f"{'' if part.positive else '!'}{_KINDS[part.atom.kind]}{part.atom.name}{cause}"
    if not part.parts:
        return "true" if isinstance(part, All) else "false"
    joint = " & " if isinstance(part, All) else " | "
    return joint.join(notation(p) if isinstance(p, Lit) else f"({notation(p)})" for p in part.parts)


def short(proposition: Proposition) -> str:
    return f"{proposition.strength}: {notation(proposition.restrictor)} -> {notation(proposition.scope)}"


def understood(sentence: str, context: Context = Context()) -> Understood:
    return read(sentence, LANGUAGE, context)


def readings(sentence: str, context: Context = Context()) -> list[str]:
    """The readings of a sentence in short; the propositions of one reading are joined by semicolons."""
    return [
        "; ".join(short(proposition) for proposition in reading.propositions)
        for reading in understood(sentence, context).readings
    ]


def refusal(sentence: str, context: Context = Context()) -> str:
    """The code of the diagnostic of a sentence that is not read; "" if it is."""
    found = understood(sentence, context)
    return found.diagnostics[0].code if not found.readings else ""
