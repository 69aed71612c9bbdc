"""What prepositions make of the noun phrase that follows them."""

from storycheck.meaning.agents import of_another
from storycheck.meaning.formula import TRUE, Formula, conj, conjuncts, literals, named, neg
from storycheck.meaning.noun import Noun, Nouns
from storycheck.meaning.senses import Senses
from storycheck.meaning.trouble import Unreadable
from storycheck.syntax.tree import Token

_BEYOND = (("beyond",), ("past",), ("above",), ("near",), ("below",))
_TELLS_OF_SOME = frozenset((("S",), ("any",)))


def prepositional(value: str, nouns: Nouns, senses: Senses, token: Token | None = None) -> Formula:
    """What "with …", "without …" and the like say of the case."""
    if token is not None and token.segment.words in _BEYOND:
        raise _unclear(value, nouns, token)
    if value in ("in", "by", "for", "from", "of"):
        check_states(nouns, senses, a_place=True)
        check_is_another(nouns, senses)
        if any(noun.ours and noun.trivial and not noun.pointing for noun in nouns.members):
            what = "what holds in one's own case is not told of others"
            raise Unreadable("unread-phrase", what, nouns.span, "name what sets that case apart")
        return (
            nouns.state(senses)
            if not _quantified(nouns)
            else conj(_settled(n, senses) for n in nouns.members)
        )
    if value == "without":
        if any(noun.trivial for noun in nouns.members):
            raise _unclear(value, nouns, token)
        return conj(neg(_settled(noun, senses)) for noun in nouns.members)
    if all(noun.trivial and not noun.operators for noun in nouns.members) and value == "to":
        return TRUE
    raise _unclear(value, nouns, token)


def check_is_another(nouns: Nouns, senses: Senses) -> None:
    """ "Learns it from its *teacher*" does not say that the model is one. Raises Unreadable."""
    for noun in nouns.members:
        known = senses.vocabulary.concepts.get(named(noun.head)) if noun.party else None
        if known is not None and known.gloss.startswith("is "):
            raise of_another(noun.span)


def check_states(nouns: Nouns, senses: Senses, a_place: bool = False) -> None:
    """A quantity that is only named is no state of the case: "predicted from loss", "from the data"."""
    for noun in nouns.members:
        if noun.bare and ((a_place and noun.definite) or not senses.is_state(noun.quantity)):
            raise Unreadable(
                "unread-phrase",
                f"{senses.vocabulary.quantities[noun.quantity].gloss} is named, but not how much of it",
                noun.span,
                "say more or less, or high or low",
            )


def _unclear(value: str, nouns: Nouns, token: Token | None) -> Unreadable:
    span = token.segment.span.union(nouns.span) if token else nouns.span
    words = token.segment.text if token else value
    return Unreadable("unread-phrase", f"`{words}` with these words is not in the vocabulary", span)


def _quantified(nouns: Nouns) -> bool:
    return any(noun.operators or noun.only for noun in nouns.members)


def _settled(noun: Noun, senses: Senses) -> Formula:
    """A quantified phrase inside another: "some data" is data, "no data" its absence."""
    codes = noun.operators[0].codes if noun.operators else ("S",)
    if codes in _TELLS_OF_SOME and not noun.only:
        return noun.state(senses)
    if codes == ("N", "S"):
        return neg(noun.stripped().state(senses))
    raise Unreadable("strength-inside", "a quantifier is read only of what the sentence is about", noun.span)


def other_than(scope: Formula, formula: Formula, senses: Senses) -> Formula:
    """What a formula says beside naming what a verb is about: forgetting is "forgetting *old knowledge*"."""
    said = [lit.atom.name for lit in literals(scope) if lit.atom.kind == "has"]
    return conj(
        part
        for part in conjuncts(formula)
        if not (named(part) and any(senses.are_akin(named(part), s) for s in said))
    )
