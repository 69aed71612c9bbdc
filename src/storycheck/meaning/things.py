"""Things beside the model: benchmarks, prompts, data, the environment, and what is done by others.

Naming one says something of the case ("prompted", "measured on a benchmark"). What such a thing is like is
not said of the model: that the prompt is honest, or the benchmark robust, is refused.
"""

from collections.abc import Set

from storycheck.meaning.agents import of_another
from storycheck.meaning.formula import TRUE, Formula, literals, named
from storycheck.meaning.inflect import forms_of, is_done_to
from storycheck.meaning.noun import Noun, Nouns
from storycheck.meaning.senses import Senses
from storycheck.meaning.trouble import Unreadable
from storycheck.source import Span
from storycheck.syntax.tree import Node, Token

# how the gloss of a thing begins, and of those that are parts of the model or of its training too
_OUTSIDE = frozenset(
    "acts against analyzed attacked audited compared contained deployed evaluated explained follows gets "
    "judged labeled logged makes measured monitored overseen prompted red-teamed rewarded run runs scored "
    "shares takes tested under verified".split()
)
_RELATIONS = _OUTSIDE | frozenset("concerns has in involves meets uses".split())
_EVERYWHERE = frozenset(
    "classes data-points dataset distributions examples initialization inputs loss-function task "
    "training-steps".split()
)
_OF_DATA = frozenset("data dataset label labels examples images text corpus".split())
# what a model is like, and of that what all that helps or hurts is said to be, as glosses say it
_HELP = frozenset("harmful harmless helpful unhelpful".split())
_CHARACTER = _HELP | frozenset(
    "agentic aligned calibrated capable conceals corrigible deceptive deceptively dishonest ethical fair "
    "generalizes goal-directed honest incapable incorrigible loyal malicious manipulative misaligned "
    "miscalibrated misbehaves myopic non-deceptive overconfident overfits performs robust schemes strategic "
    "superhuman superintelligent sycophantic toxic trustworthy truthful unethical unfair unsafe "
    "untrustworthy untruthful behaves safe".split()
)
_CONTENT = frozenset(("VI", "PART"))
_HAVING = forms_of("have contain include")


def check_thing(noun: Noun, said: Formula, span: Span, senses: Senses) -> None:
    """Raises Unreadable where what is said of a thing is what only a model can be like.

    What is helpful and no model ("dropout") helps to train one, and the model may be of no help to anybody.
    """
    if not _tells(said, _CHARACTER, senses):
        return
    thing = _is_thing(noun, senses, _RELATIONS) and not _is_end(noun, said, senses)
    if thing or (not (noun.trivial or noun.actor or noun.pronoun) and _tells(said, _HELP, senses)):
        raise of_another(noun.span.union(span))


def check_doing(subject: Noun, phrase: Node, said: Formula, senses: Senses) -> None:
    """Raises Unreadable for "the benchmark *overfits*", "the dataset *has* a backdoor"."""
    first = phrase.children[0]
    has = isinstance(first, Token) and first.segment.words[0] in _HAVING
    if not has and first[0] not in _CONTENT:
        return
    thing = not (has and subject.quantity) and _is_thing(subject, senses, _RELATIONS if has else _OUTSIDE)
    if thing and _tells(said, _CHARACTER | {"backdoor"} if has else _CHARACTER, senses):
        raise of_another(subject.span.union(phrase.span))


def check_met(verb: Token, subject: Noun, said: Formula, senses: Senses) -> None:
    """Raises Unreadable for "has *seen* deception", and for "the *judge* uses dropout"."""
    seen = verb.segment.words[0] in _SEEING and subject.actor == "model" and _tells(said, _CHARACTER, senses)
    if seen or (subject.party and _tells(said, _MADE, senses)):
        raise of_another(verb.segment.span.union(subject.span))


_SEEING = forms_of("see receive encounter process read")
_MADE = frozenset("trained pretrained finetuned regularized pruned parameters overparameterized".split())


def check_described(noun: Noun, said: Formula, span: Span, senses: Senses) -> None:
    """Raises Unreadable for "a robust *benchmark*"; "deceptive *intentions*" are had by a deceptive model."""
    if said != TRUE and senses.gloss(named(noun.head))[:1] != ("has",):
        check_thing(noun, said, span, senses)


def check_object(verb: Token, objects: Nouns, senses: Senses) -> None:
    """ "Forgets *syntax*" tells what it forgets; "forgets *its initialization*" is another forgetting.

    Nor is "finetuning *the reward model*" that of the model. Raises Unreadable.
    """
    known = senses.vocabulary.concepts.get(senses.concept(verb.segment, "verb"))
    first = known.gloss.partition(" ")[0] if known else ""
    takes = first == "the" or (first.endswith("s") and not first.endswith("ss"))
    for noun in objects.members:
        if is_done_to(first) and noun.party:
            raise of_another(verb.segment.span.union(noun.span))
        if takes and verb.terminal in ("VI", "GER", "GERC") and not _is_material(noun, senses):
            what = f"what `{verb.segment.text}` says of this is not in the vocabulary"
            raise Unreadable("unread-phrase", what, verb.segment.span.union(noun.span))


def check_trained_on(data: Nouns, senses: Senses) -> None:
    """Raises Unreadable for "trained *on lies*": what it is, or what it is tested on, is no data."""
    for noun in data.members:
        known = senses.vocabulary.concepts.get(named(noun.head))
        high = _high(noun.quantity, senses) if noun.bare else ""
        said = senses.literal(high) if high else noun.head
        if (known is not None and known.gloss.startswith("tested ")) or _tells(said, _CHARACTER, senses):
            what = "what is trained on here is not in the vocabulary"
            raise Unreadable("unread-phrase", what, noun.span, "declare a concept for it")


def _is_material(noun: Noun, senses: Senses) -> bool:
    """Whether it names what is learned: data, a task, a domain; the training in which it was."""
    vocabulary = senses.vocabulary
    if noun.quantity:
        return not _OF_DATA.isdisjoint(vocabulary.quantities[noun.quantity].gloss.split())
    if noun.head == TRUE:
        return noun.common in _LEARNED_FROM
    return all(
        senses.is_domain(lit) or not _MATERIAL.isdisjoint(senses.gloss(lit.atom.name))
        for lit in literals(noun.head)
    )


_LEARNED_FROM = frozenset(("", "task", "dataset", "data-points", "examples", "classes"))
_MATERIAL = _OF_DATA | frozenset("uses noise pretrained finetuned".split())


def _is_thing(noun: Noun, senses: Senses, relations: Set[str]) -> bool:
    """Whether a phrase names what is neither the model nor how it is trained."""
    if noun.actor:
        return noun.party
    name = _high(noun.quantity, senses) if noun.bare else named(noun.head)
    if not name:
        return noun.common in _EVERYWHERE
    gloss = senses.gloss(name)
    return gloss[0] in relations or not _OF_DATA.isdisjoint(gloss)


def _is_end(noun: Noun, said: Formula, senses: Senses) -> bool:
    """Whether it tells how high a quantity is: "accuracy is high"."""
    named_by = senses.vocabulary.quantities.get(noun.quantity)
    ends = (noun.quantity, named_by.high, named_by.low) if named_by else ()
    return any(lit.atom.name in ends for lit in literals(said))


def _high(quantity: str, senses: Senses) -> str:
    """The concept of the high end of a quantity, "" if it has none."""
    known = senses.vocabulary.quantities.get(quantity)
    return (known.high or "") if known else ""


def _tells(said: Formula, kinds: Set[str], senses: Senses) -> bool:
    """Whether it says something of these kinds, or that there is more or less of it."""
    for name in (lit.atom.name for lit in literals(said)):
        words = senses.gloss(_high(name, senses) or name)
        if not kinds.isdisjoint(words) and words[0] != "uses":
            return True
    return False
