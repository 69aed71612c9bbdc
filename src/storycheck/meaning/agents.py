"""By whom something is done: "monitoring *by a weaker model*" does not say that the model is weak.

A case has one model. What is done to it, and the data that it is given, come from others: what tells of
these is not said of the model, and refused. What the model itself has or finds ("features used *by robust
models*") is another thing: there it is the model that is told of.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from storycheck.meaning.formula import TRUE, conjuncts, named
from storycheck.meaning.inflect import is_done_to
from storycheck.meaning.noun import Noun, Nouns
from storycheck.meaning.senses import Senses
from storycheck.meaning.sizes import actor
from storycheck.meaning.trouble import Unreadable
from storycheck.source import Span
from storycheck.syntax.tree import Node, Token

_SOURCES = frozenset(("by", "from"))
_GIVEN = frozenset(("network", "classifier", "run", "dataset"))  # what others monitor, train, label
_RECEIVED = frozenset("gets uses meets".split())
_WITH = (("with",), ("using",), ("via",), ("through",))
_WATCHING = frozenset(
    "monitoring oversight supervision evaluation evaluations auditing verification teaming labeling "
    "labelling grading judging review reviewing testing screening filtering overseen monitored "
    "evaluated".split()
)
_OF_A_MODEL = "of a model"
_GROWN = ("train", "retrain", "pretrain", "finetun", "fine", "initial", "start", "tun")


def check_source(token: Token, sources: Nouns, patient: Noun, seen: Sequence[Token], senses: Senses) -> None:
    """Raises Unreadable where "by …" or "from …" after a noun tells of another model than the case's own.

    ``patient`` is what the noun names, ``seen`` are the words around: "finetuned *from a larger model*" is
    that model, trained further.
    """
    at = token.segment.position
    before = next((each.segment.words[-1] for each in seen if each.segment.position == at - 1), "")
    if token.value == "from" and before.startswith(_GROWN):
        return
    if token.segment.words == ("on",) and before.startswith(_GROWN):
        check_outputs(sources)
    helps = token.segment.words in _WITH and before in _WATCHING
    if helps or (token.value in _SOURCES and is_given(patient, senses)):
        check_others(sources, named(patient.head), senses)


def check_outputs(data: Nouns) -> None:
    """Raises Unreadable for what a model is trained on, if that is the output of some other one."""
    for noun in data.members:
        if noun.actor == _OF_A_MODEL:
            raise of_another(noun.span)


def check_others(nouns: Nouns, deed: str, senses: Senses) -> None:
    """Raises Unreadable if the phrases tell anything of those who do it, and it is no kind of the deed."""
    for noun in nouns.members:
        own = noun.definite and noun.rest == TRUE  # "by the policy"
        told = _told(noun, senses) if noun.actor and not own else ()
        if not all(is_of_deed(name, deed, senses) for name in told):
            raise of_another(noun.span)


def check_own(noun: Noun) -> None:
    """Raises Unreadable if the noun names another one than the model, as "the reward model", "a judge" do."""
    if noun.party:
        raise of_another(noun.span)


def check_made(token: Token, noun: Noun | None) -> None:
    """Raises Unreadable for "a monitor *trained* on lies": how somebody else is trained is not read."""
    if noun is not None and noun.party and token.segment.words[0].startswith(_GROWN):
        raise of_another(noun.span.union(token.segment.span))


def check_after_person(phrase: Node) -> None:
    """Raises Unreadable for "agents rewarded by a human *watching a camera*": who watches is the human."""
    posts = [*phrase.nodes("post"), *phrase.nodes("relative")]
    for first, second in pairwise(posts):
        by = first.tokens()[0].segment.words == ("by",)
        people = by and any(actor(token.segment) == "person" for token in first.tokens())
        start = second.tokens()[0]
        if people and (start.terminal in _TELLING_WHO or start.segment.words in _WITH):
            raise of_another(first.span.union(second.span))


_TELLING_WHO = ("GERP", "GERC", "PART", "REL", "WHOSE")


def check_model_of(last: Token, noun: Noun, owner: Noun) -> None:
    """Raises Unreadable for "a model of the environment": what a network has, and not what it is."""
    is_model = last.segment.words in (("model",), ("models",))
    if noun.trivial and is_model and not owner.quantity and not owner.trivial:
        what = "a model of something is not the model that the claim is about"
        raise Unreadable("before-and-after", what, noun.span.union(owner.span))


def whose(noun: Noun, owner: Noun, senses: Senses) -> Noun:
    """What somebody has: "the outputs of a larger model"; "the judge's honesty" is not the model's.

    What others give to the model, or do to it, is read: "the labels of annotators".
    """
    told = noun.head != TRUE or (noun.quantity and owner.actor == "person")
    if owner.party and told and not is_given(noun, senses):
        raise of_another(noun.span.union(owner.span))
    return noun._replace(actor=_OF_A_MODEL) if owner.actor == "model" and not owner.trivial else noun


def of_another(span: Span) -> Unreadable:
    """What is raised for what tells of another model, or of a person."""
    return Unreadable(
        "before-and-after",
        "this tells of another model, or person, than the one that the claim is about",
        span,
        "leave out what sets those apart, or declare a concept for it all",
    )


def is_given(patient: Noun, senses: Senses) -> bool:
    """Whether it is done to the model, or given to it: "monitoring", "labels", "models"; not "features"."""
    if patient.quantity:
        return False
    if patient.head == TRUE:
        return patient.common in _GIVEN
    concepts = (senses.vocabulary.concepts.get(named(part)) for part in conjuncts(patient.head))
    firsts = [concept.gloss.split()[0] for concept in concepts if concept]
    model = patient.actor == "model"
    return any(is_done_to(each) or each in _RECEIVED or (model and each != "has") for each in firsts)


def _told(noun: Noun, senses: Senses) -> Iterable[str]:
    """The concepts that a phrase tells of, "" for what is none; nothing for "another model", "the judge"."""
    noun = noun._replace(operators=(), only=False)
    if noun.actor == "person":
        noun = noun._replace(head=TRUE)
    state = noun.state(senses)
    return [named(part) for part in conjuncts(state)] if state != TRUE else ()


def is_of_deed(name: str, deed: str, senses: Senses) -> bool:
    """Whether it tells how the thing is done ("by a *trusted* model"), or merely that there are others."""
    if not name:
        return False
    if deed and senses.is_kind(name, deed):
        return True
    gloss = senses.vocabulary.concepts[name].gloss
    return gloss.startswith("involves ") or " by " in gloss
