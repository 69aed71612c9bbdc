"""What is done to something: "detects a backdoor", of verbs that say nothing by themselves."""

from storycheck.meaning.formula import TRUE, Formula, conjuncts, done_to, named
from storycheck.meaning.noun import Noun, Nouns
from storycheck.meaning.senses import Senses
from storycheck.meaning.trouble import Unreadable


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


def aims(word: str, nouns: Nouns) -> bool:
    """Whether the word is of what looks for something, and the nouns name what can be looked for."""
    looks = not _AIMING.isdisjoint((word, word.removesuffix("s")))
    return looks and all(noun.quantity or noun.also for noun in nouns.members)


_AIMING = frozenset(
    "probe probing monitor monitoring detector test testing evaluation eval audit auditing screening filter "
    "filtering search searching selection reward penalty incentive benchmark check checking".split()
)
