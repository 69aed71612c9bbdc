"""What has the size of a model: a larger transformer has more parameters, a larger explanation has not.

Nor is a model larger for the size of its probe or its judge: these are models of their own. Nor is it new
because its strategy is new to it.
"""

from collections.abc import Sequence
from functools import lru_cache

from storycheck.meaning.measures import unclear
from storycheck.meaning.senses import Senses
from storycheck.meaning.trouble import Unreadable
from storycheck.syntax.starting import Words
from storycheck.syntax.tree import Segment, Token

SIZE = "parameters"
MODELS = frozenset(
    "model network net system one version variant counterpart classifier architecture learner ai agent "
    "student policy encoder decoder autoencoder backbone ensemble assistant chatbot predictor "
    "generator subnetwork expert transformer".split()
)

_PERSONS = frozenset(
    "human people person expert annotator rater labeler crowdworker contractor user developer operator "
    "judge overseer supervisor monitor critic grader evaluator auditor verifier attacker adversary "
    "teacher".split()
)
_OTHERS = _PERSONS | frozenset(
    "probe detector discriminator lens company lab laboratory firm vendor provider government regulator "
    "institution researcher scientist engineer designer programmer practitioner teamer tester reviewer "
    "moderator administrator consumer client opponent participant novice amateur reader skeptic hacker "
    "stakeholder voter victim author linguist consultant deployer defender observer candidate community "
    "audience pupil customer neighbor predecessor newcomer analyst inspector regulator citizen".split()
)
_ROLES = _OTHERS | frozenset(
    "reward preference probing diagnostic safety trusted untrusted monitoring oversight parent target proxy "
    "reference draft surrogate victim".split()
)  # "a safety classifier": what one model is for, or to, another
_WITH_OTHERS = frozenset("uses has attacks analyzed monitored overseen".split())
_LINKS = frozenset("of with by from in on to for between against about".split())
_SOLUTIONS = frozenset("solution solutions minimum minima optimum optima".split())


def are_models(head: Segment) -> bool:
    """Whether a noun phrase speaks of several models: no noun of its own stands after it."""
    last = head.words[-1]
    return last.endswith("s") and last.removesuffix("s") in MODELS


def picks(head: Segment) -> bool:
    """Whether what is said with a noun tells which models or solutions are meant: "safe models".

    Not so a subnetwork, which is no model to choose from, but what is left of one.
    """
    last = head.words[-1]
    return last in _SOLUTIONS or (last.removesuffix("s") in MODELS and not last.startswith("subnetwork"))


def actor(head: Segment) -> str:
    """Who does something, as a noun names it: "model" for "a weaker model", "person" for "biased judges"."""
    last = _last(head.words)
    return "person" if last in _PERSONS else "model" if last in MODELS else ""


def is_party(phrase: Sequence[Token], senses: Senses) -> bool:
    """Whether a noun names somebody, or a model, beside the one that the claim is about: "judges", "probes".

    "Uses a *reward model*" has another, "has a backdoor" is what is told of "backdoored *models*". "A judge
    model" is one that judges.
    """
    head = phrase[-1].segment
    last = _last(head.words)
    names = [word for token in phrase if token.terminal == "NOUN" for word in token.segment.words]
    if last in _OTHERS or (last in MODELS and names[-2:-1] and _singular(names[-2]) in _ROLES):
        return True
    known = senses.vocabulary.concepts.get(senses.concept(head, "noun")) if last in MODELS else None
    if known is None or known.trivial:
        return False
    words = senses.gloss(known.id)
    return words[0] in _WITH_OTHERS and words[-1].removesuffix("s") == last


@lru_cache(maxsize=10_000)
def _last(words: Words) -> str:
    """The noun itself, in the singular: "model" of "models of the world"."""
    after = next((at for at, word in enumerate(words) if at and word in _LINKS), len(words))
    return _singular(words[after - 1])


def _singular(word: str) -> str:
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")


def has_size(head: Segment, senses: Senses) -> bool:
    """Whether "large" and "larger" before this noun are said of a model."""
    known = senses.vocabulary.concepts.get(senses.concept(head, "noun"))
    if head.words[-1].removesuffix("s") in MODELS:
        return known is None or known.gloss.partition(" ")[0] not in ("uses", "has", "attacks")
    return known is not None and bool(known.dimension) and not known.trivial


def check_sized(token: Token, phrase: Sequence[Token], senses: Senses) -> None:
    """ "Larger" is said of models; a larger task or minimum has no more parameters. Raises Unreadable."""
    head = _head(phrase)
    if head is not None and token.segment.words[-1] == "deeper" and head.words[-1] in ("layer", "layers"):
        raise unclear(token, head.span)  # further up, where a network may be no deeper
    if head is None or token.segment.word("comp") is None or head.entry("quantity", "noun"):
        return
    if not has_size(head, senses):
        raise unclear(token, head.span)


def check_large(token: Token, phrase: Sequence[Token], senses: Senses) -> None:
    """ "Large models" are at scale, small ones have few parameters; large explanations are not."""
    head = _head(phrase) if len(token.segment.words) == 1 else None
    if head is None:
        return
    known = senses.vocabulary.concepts.get(senses.concept(token.segment, "adjective"))
    sized = token.segment.word("pole") or (known is not None and known.dimension == "scale")
    if sized and not has_size(head, senses):
        raise unclear(token, head.span)


def _head(phrase: Sequence[Token]) -> Segment | None:
    return next((each.segment for each in reversed(phrase) if each.terminal == "NOUN"), None)


def check_new(token: Token, phrase: Sequence[Token], senses: Senses) -> None:
    """ "New models" are so by themselves; to whom a strategy is new is not said. Raises Unreadable."""
    head = _head(phrase) if token.segment.words[0] in _NEW else None
    if head is None or head.entry("quantity", "noun"):
        return
    known = senses.vocabulary.concepts.get(senses.concept(head, "noun"))
    if known is not None and known.trivial and known.gloss.startswith("has "):
        message = f"to whom this is `{token.segment.text}` is not read"
        raise Unreadable("unread-phrase", message, token.segment.span.union(head.span))


_NEW = frozenset("new novel unseen unfamiliar".split())
