"""Determiners and quantifiers of noun phrases: whose it is, which one, and of how many something is said."""

from storycheck.meaning.noun import Noun
from storycheck.meaning.strength import Operator
from storycheck.meaning.study import Study
from storycheck.meaning.trouble import Unreadable
from storycheck.syntax.tree import Node, Token


def is_foreign(pronoun: Token, study: Study) -> bool:
    """ "They" are several; "if a network …, it …" is about that network."""
    return study.other or pronoun.segment.words[0] in ("they", "them", "their", "themselves")


def quantified(noun: Noun, node: Node, study: Study) -> Noun:
    """The noun phrase with what its determiner and quantifier add to it."""
    determiner, quantifier = node.token("DET"), node.token("QUANT")
    if determiner is not None and _is_another(determiner, noun):
        noun = noun._replace(party=True)
    if determiner is not None and determiner.value in ("the", "own", "our", "this"):
        pointing = determiner.value == "this" and noun.trivial and not _after_condition(determiner, study)
        ours = determiner.value == "our" or pointing
        noun = noun._replace(definite=True, ours=ours, pointing=pointing)
        if determiner.value == "own":
            study.pronouns.append(determiner.segment.span)
            noun = noun._replace(foreign=is_foreign(determiner, study))
    if quantifier is None:
        return noun
    study.use(quantifier)
    if quantifier.value == "only":
        return noun._replace(only=True)
    amount = _AMOUNTS.get(quantifier.segment.text)
    if noun.bare and amount:
        return noun._replace(pole=amount)
    if noun.bare and quantifier.value in ("A", "all", "U"):
        raise Unreadable("strength-inside", "how much of this is not read", noun.span)
    if noun.trivial and _is_kind(node):
        study.kinds = quantifier.segment.span.union(noun.span)
    source = "quantifier" if quantifier.segment.word("almost") is None else "almost"
    return noun._replace(operators=(Operator(tuple(quantifier.value.split()), source),))


def _is_another(determiner: Token, noun: Noun) -> bool:
    """Whether it names another model than the one that the claim is about: "another agent"."""
    return determiner.segment.words == ("another",) and noun.actor == "model"


# what a sentence may speak of each of, of which there are many cases: "no optimizer always …"
_KINDS = frozenset(
    "optimizer method approach technique procedure algorithm architecture initialization setup "
    "configuration setting strategy".split()
)


def _is_kind(node: Node) -> bool:
    last = [token for words in node.nodes("words") for token in words.tokens()][-1]
    return last.segment.words[-1].removesuffix("s") in _KINDS


def _after_condition(token: Token, study: Study) -> bool:
    """Whether an "if" or "when" stands before, which "this model" may point at."""
    return any(
        other.terminal.startswith("IF_") and other.segment.position < token.segment.position
        for other in study.tree.tokens()
    )


# of a quantity, these say how much of it there is: "many parameters"
_AMOUNTS = {"many": "high", "a lot of": "high", "lots of": "high", "plenty of": "high"}
_AMOUNTS |= {"few": "low", "very few": "low", "a few": "low", "only a few": "low"}
