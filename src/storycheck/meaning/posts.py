"""What follows the head of a noun phrase: conjunctions among it, prepositions, comparatives of verbs."""

from collections.abc import Sequence

from storycheck.meaning.acts import acted, turned_to
from storycheck.meaning.adjuncts import prepositional
from storycheck.meaning.agents import check_source
from storycheck.meaning.degrees import change_in, degree_of
from storycheck.meaning.formula import Formula, conj
from storycheck.meaning.measures import unclear
from storycheck.meaning.noun import Nouns
from storycheck.meaning.study import Study
from storycheck.meaning.things import check_trained_on
from storycheck.meaning.trouble import Unreadable
from storycheck.syntax.tree import Node, Token


def check_joints(posts: Sequence[Node]) -> None:
    """Conjunctions among phrases after a head have to stand between two of them."""
    for end in (*posts[:1], *posts[-1:]):
        if end.token("CONJ_P"):
            raise Unreadable("unread-phrase", "the conjunction joins nothing", end.span)


def check_contrast(joint: Token, study: Study) -> None:
    """ "Removes it from A *but not from* B" says two things, not one of what is A and not B; causes may."""
    words = joint.segment.words
    if words[0] in ("rather", "instead") or words[-1] not in ("from", "to", "by"):
        return
    if not any(token.value == "due" or token.segment.word("v-due", "n-due") for token in study.tree.tokens()):
        help_ = "make it two sentences"
        raise Unreadable("strength-inside", "this contrast is not read", joint.segment.span, help_)


def adjunct_of(token: Token, nouns: Nouns, seen: Sequence[Token], study: Study) -> Formula:
    """ "With dropout"; but "a probe *for honesty*" does not say that the model is honest."""
    at = token.segment.position
    before = next((other.segment.words[-1] for other in seen if other.segment.position == at - 1), "")
    verbs = [turned_to(before, noun, study.senses) for noun in nouns.members] if token.value == "for" else []
    if verbs and all(verbs):
        return conj(acted(verb, noun, study.senses) for verb, noun in zip(verbs, nouns.members, strict=True))
    check_sought(before, token, nouns)
    if token.segment.words in (("on",), ("for",)) and before.endswith("ed"):  # "trained on", "probed for"
        check_trained_on(nouns, study.senses)
    if token.value == "without" and any(noun.event and noun.change is not None for noun in nouns.members):
        raise Unreadable("unclear-comparison", "this is read only of a whole claim", nouns.span)
    if study.head is not None:
        check_source(token, nouns, study.head, seen, study.senses)
    return prepositional(token.value, nouns, study.senses, token)


def check_tested(token: Token, study: Study) -> None:
    """Raises Unreadable for "trained *on clean data*", where that tells what is tested on."""
    at, concept = token.segment.position, study.senses.concept(token.segment, "modifier")
    known = study.senses.vocabulary.concepts.get(concept)
    before = [t.segment.words[-1] for t in study.tree.tokens() if t.segment.position == at - 1]
    if known is not None and known.gloss.startswith("tested ") and any(word in _SEEKING for word in before):
        message = f"what is trained `{token.segment.text}` is not in the vocabulary"
        raise Unreadable("unread-phrase", message, token.segment.span)


def check_sought(before: str, token: Token, nouns: Nouns) -> None:
    """ "Trained *for accuracy*", "*on the true reward*": that is sought, and may not be found."""
    sought = token.segment.words in (("for",), ("on",)) and any(noun.bare for noun in nouns.members)
    if sought and before in _SEEKING:
        what = "is this what it is trained for, or what it has?"
        raise Unreadable("two-readings", what, token.segment.span.union(nouns.span))


_SEEKING = frozenset("trained retrained finetuned tuned optimized optimised".split())


def compared_verb(token: Token, seen: Sequence[Token], study: Study) -> Formula:
    """ "trained longer": the quantity is that of the verb before it."""
    before = [other for other in seen if other.segment.position < token.segment.position]
    said = (degree_of(other, token, study.senses) for other in reversed(before))
    found = next((one for one in said if one is not None), None) or change_in(token, study.senses)
    if found is None:
        raise unclear(token)
    return found
