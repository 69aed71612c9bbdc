"""Other parties beside the model: overseers, attackers, reward models, probes.

Naming one says something of the case ("overseen", "probed"); what such a party is, is not said of the model:
that overseers are deceptive, or that probes overfit, is refused. What they do to it is read elsewhere.
"""

from storycheck.meaning.agents import is_of_deed, of_another
from storycheck.meaning.formula import Formula, Lit, literals, named
from storycheck.meaning.inflect import forms_of, is_participle
from storycheck.meaning.noun import Noun
from storycheck.meaning.senses import Senses
from storycheck.meaning.sizes import MODELS
from storycheck.syntax.tree import Node, Token


def check_party(subject: Noun, phrase: Node, scope: Formula, senses: Senses) -> None:
    """Raises Unreadable where a predicate tells how another party, its subject, is, and not what it does."""
    deed, first = named(subject.head), phrase.children[0]
    if _is_part(deed, senses):
        return
    said = list(literals(scope))
    if isinstance(first, Token):
        said = [lit for lit in said if _is_character(lit, first, senses)]
    if not all(_is_of_party(lit, deed, senses) for lit in said):
        raise of_another(subject.span.union(phrase.span))


def _is_character(said: Lit, verb: Token, senses: Senses) -> bool:
    """Whether a verb or participle tells how its subject is: "overfit", "deceive"; not "align models"."""
    entry, words = verb.segment.entry("concept", "adjective", "verb"), verb.segment.words
    concept = senses.vocabulary.concepts.get(said.atom.name)
    first = concept.gloss.partition(" ")[0] if concept else ""
    if words[0] in _HAVING and concept is not None:  # "has hidden goals"
        return not (first in ("has", "uses") or is_participle(first))
    if verb.terminal not in ("VI", "PART") or verb.segment.has_form("turned"):
        return False
    if concept is None or entry is None:
        return said.atom.changes
    does = first.endswith("s") and not first.endswith("ss")
    if entry.part == "adjective" or words[-1].removesuffix("s") in MODELS:
        return entry.part == "adjective" and (not does or words[0][:4] == first[:4])
    if does:
        own = words[0][:4] == first[:4] and (concept.id in senses.poles or len(words) == 1)
        return (own or first == "turns") and first not in _TOWARDS_OTHERS
    return not is_participle(first)


_HAVING = forms_of("have")
_TOWARDS_OTHERS = frozenset("colludes cooperates defects fails interferes succeeds".split())


def _is_part(name: str, senses: Senses) -> bool:
    """Whether a noun names what the model has in it: "has a world model", "has a value network"."""
    known = senses.vocabulary.concepts.get(name)
    gloss = known.gloss.split() if known else ("",)
    return gloss[0] == "has" and gloss[-1] in MODELS


def _is_of_party(said: Lit, deed: str, senses: Senses) -> bool:
    """Whether it is of the party itself: "overseen by humans", "the probe memorizes"; or of no concept."""
    concept = senses.vocabulary.concepts.get(said.atom.name)
    if concept is None:
        return not said.atom.changes
    return concept.gloss.startswith("the ") or is_of_deed(concept.id, deed, senses)
