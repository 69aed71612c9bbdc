"""Nouns before nouns: a deception probe looks for deception, a refusal direction stands for refusal.

What a compound names first is not said of the model, unless the second noun tells that it happens, or names
what is made so: "overfitting behavior", "backdoor models", "dropout networks".
"""

from storycheck.meaning.acts import acted, is_conduct, turned_to
from storycheck.meaning.formula import Formula, named
from storycheck.meaning.noun import Noun
from storycheck.meaning.senses import Senses
from storycheck.meaning.sizes import picks
from storycheck.meaning.trouble import Unreadable
from storycheck.syntax.tree import Segment


def before_noun(noun: Noun, head: Segment, senses: Senses) -> Formula:
    """What a noun says before another, the head of the phrase. Raises Unreadable where that is left open."""
    last = head.words[-1]
    verb = turned_to(last, noun, senses)
    if verb:
        return acted(verb, noun, senses)
    made_so = last not in _SORTING and picks(head)
    told = made_so or last.removesuffix("s") in _OCCURRING or not is_conduct(named(noun.head), senses)
    if noun.quantity or not told:
        text = " ".join(head.words)
        message = f"what comes before `{text}` may be so of the model, or not"
        raise Unreadable("unread-phrase", message, noun.span, "say with a verb what it has to do with it")
    return noun.head


_SORTING = ("classifier", "classifiers")  # models that tell something apart, rather than models made so
_OCCURRING = frozenset("case behavior behaviour regime instance incident event failure tendency".split())
