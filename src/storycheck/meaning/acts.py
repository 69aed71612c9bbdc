"""What is done to something: "detects a backdoor", of verbs that say nothing by themselves."""

import re

from storycheck.meaning.formula import TRUE, Formula, conjuncts, done_to, named
from storycheck.meaning.inflect import is_done_to
from storycheck.meaning.noun import Noun
from storycheck.meaning.senses import Senses
from storycheck.meaning.trouble import Unreadable
from storycheck.syntax.tree import Node


def acted(verb: str, noun: Noun, senses: Senses) -> Formula:
    """That the verb is done to what the noun phrase names; to the model itself, if it names nothing else.

    It is one property, whatever else is known of verb and noun: "detects a backdoor" says neither that
    there is a backdoor in this case nor how well it is detected. Raises Unreadable.
    """
    if noun.pronoun:
        raise Unreadable("unread-phrase", "name again what this is done to", noun.span)
    state = noun.state(senses)
    if noun.bare and noun.head == noun.rest == TRUE:
        return done_to(verb, (), noun.quantity)
    names = [named(part) for part in conjuncts(state)]
    if not all(names):
        raise Unreadable("unread-phrase", f"`{verb}` is not read of this", noun.span)
    return done_to(verb, [*names, noun.common] if noun.common else names)


def check_actor(subject: Noun) -> None:
    """Raises Unreadable for "the initialization determines X": every case has one, and it is not the model.

    What features and outputs do, the model does with them.
    """
    if subject.trivial and subject.common in _NOT_THE_MODELS:
        what = "what every network has is not told apart from it, and this is not what the network does"
        raise Unreadable("unread-phrase", what, subject.span, "name a particular one, or declare a concept")


def check_seen(subject: Noun, verb: str, tree: Node) -> None:
    """Raises Unreadable for "we often *observe* overfitting": that is how often there is any."""
    by = (token for token in tree.tokens() if token.segment.start == subject.span.start)
    if verb in _SEEING and any(token.segment.word("pron") == "one" for token in by):
        raise Unreadable("unread-phrase", "say that it occurs", subject.span)


def check_observed(verb: str, tree: Node) -> None:
    """Raises Unreadable for "overfitting is often *observed*": that is how often there is any, too."""
    if verb in _SEEING and not any(token.segment.words == ("by",) for token in tree.tokens()):
        raise Unreadable("unread-phrase", "say that it occurs", tree.span)


_SEEING = ("observe", "find", "encounter", "see")
_NOT_THE_MODELS = frozenset(
    "architecture classes data-points dataset distributions examples initialization inputs loss-function "
    "task training-steps".split()
)


def seeks(word: str, noun: Noun, senses: Senses) -> bool:
    """Whether the word is of finding, and the noun phrase names what a network has and others look for.

    What SGD finds it gets ("finds a good minimum"); who finds a backdoor gets none.
    """
    known = senses.vocabulary.concepts.get(named(noun.head))
    return word.startswith(_FINDING) and known is not None and known.gloss.startswith("has ")


_FINDING = ("find", "found", "discover", "identif", "locat")


def is_conduct(concept: str, senses: Senses) -> bool:
    """Whether a concept tells what a model does or is like, and not what it has, or is made and given."""
    known = senses.vocabulary.concepts.get(concept)
    if known is None or known.trivial or known.dimension:
        return False
    first = known.gloss.partition(" ")[0]
    done_to = is_done_to(first)
    return not (done_to or first in _MAKEUP)


_MAKEUP = frozenset("a the has uses concerns works is reaches fits lies gets meets involves".split())


def turned_to(word: str, noun: Noun, senses: Senses) -> str:
    """The verb of what looks for something, or stands for it: "a *probe* for deception" aims at deception.

    "A refusal *direction*" represents refusal, and "*knowledge* of deception" concerns it. None says that the
    model is deceptive or refuses. Not of what cannot be looked for ("a probe for syntax"); "" then.
    """
    name, known = named(noun.head), {word, word.removesuffix("s"), re.sub("ies$", "y", word)}
    told = noun.quantity or noun.also or is_conduct(name, senses)
    if told and not _TELLING.isdisjoint(known):
        return "concern"
    if not _AIMING.isdisjoint(known):
        concept = senses.vocabulary.concepts.get(name)
        return "aim at" if told or (concept and concept.gloss.startswith("has a ")) else ""
    return "" if _STANDING.isdisjoint(known) or not told else "represent"


_AIMING = frozenset(
    "probe probing monitor monitoring detector test testing evaluation eval audit auditing screening filter "
    "filtering search searching selection reward penalty penalties incentive benchmark check checking".split()
)
_TELLING = frozenset(
    "knowledge understanding memory description discussion definition explanation report suspicion theory "
    "account notion concept idea thought mention depiction picture story doubt fear rumor accusation "
    "allegation analysis analyses imitation simulation examination survey study note warning".split()
)
_STANDING = frozenset("direction vector feature neuron circuit subspace latent representation".split())
