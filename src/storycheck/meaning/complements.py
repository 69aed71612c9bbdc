"""What stands after "be": places, causes, nouns and adjectives, participles with who does it."""

from storycheck.meaning.adjuncts import check_states
from storycheck.meaning.agents import check_others, check_outputs, is_given
from storycheck.meaning.formula import TRUE, Formula, conj, named, neg
from storycheck.meaning.noun import Noun, Nouns
from storycheck.meaning.nouns import nouns_of, said_after
from storycheck.meaning.posts import check_sought
from storycheck.meaning.said import Said
from storycheck.meaning.senses import Senses
from storycheck.meaning.strength import Operator
from storycheck.meaning.study import Study
from storycheck.meaning.tails import Tails
from storycheck.meaning.things import check_thing, check_trained_on
from storycheck.meaning.trouble import Unreadable
from storycheck.meaning.verb import described, due
from storycheck.syntax.joints import is_of_ease
from storycheck.syntax.tree import Node, Token


def placed(first: Node, subject: Noun, tails: Tails, study: Study) -> Said:
    """ "is at scale", "is with dropout", "is better than B"."""
    if tails.compared is not None:
        complement = Noun(tails.compared.segment.span, complement=(tails.compared,))
        scope, topic = described(subject, complement, study.senses, tails.compared.segment.span)
        tails.compared = None
        return Said(topic, scope)
    because = _is_because(subject, tails, study)
    if because is not None:
        return because
    said = Said(subject.stripped().state(study.senses), tails.places())
    check_thing(subject, said.scope, first.span, study.senses)
    return said


def _is_because(subject: Noun, tails: Tails, study: Study) -> Said | None:
    """ "X is because of Y"."""
    token, _ = tails.prepositions[0] if tails.prepositions else (None, None)
    if token is None or token.value not in ("due", "not due"):
        return None
    causes = tails.take("due", "not due")
    assert causes is not None
    effect = subject.stripped().state(study.senses)
    said = conj(due(effect, cause.state(study.senses), token.segment.span) for cause in causes.members)
    return Said(effect, neg(said) if token.value == "not due" else said, relation="due")


def is_noun(first: Node, subject: Noun, tails: Tails, study: Study) -> Said:
    """ "is robust", "is a dax", "is higher", "is increasing"."""
    nouns, beside = _without_posts(first, study)
    noun = nouns.first
    for member in nouns.members:
        _check_is(member, first, study.senses)
    if len(nouns.members) > 1:
        return Said(subject.stripped().state(study.senses), nouns.state(study.senses))
    if noun.operators or noun.only:
        raise Unreadable("strength-inside", "a quantifier is read only of a subject", noun.span)
    check_ease(first)
    if noun.anothers:
        check_states(nouns, study.senses, a_place=True)
    scope, topic = described(subject, noun, study.senses, noun.span)
    if noun.headless:
        scope, beside = done(first.tokens()[0], subject, scope, tails, beside)
    if scope == TRUE:
        scope = tails.places()
    check_thing(study.head if study.head and subject.blank else subject, scope, noun.span, study.senses)
    return Said(topic, scope, aside=beside)


def check_ease(node: Node) -> None:
    """ "It is hard to detect deception": that is said of the detecting, and of nothing named before."""
    tokens = node.tokens()
    if is_of_ease(tokens[0].segment) and len(tokens) > 1 and tokens[1].terminal in ("NOUN", "ADJ"):
        raise Unreadable("unread-phrase", "say what this is said of first", tokens[0].segment.span)


def _check_is(noun: Noun, node: Node, senses: Senses) -> None:
    """ "Is a backdoor": what a network *has* is no network, and nothing here is said of anything else."""
    for token in node.tokens():
        concept = senses.vocabulary.concepts.get(senses.concept(token.segment, "noun"))
        if token.terminal == "NOUN" and concept is not None and noun.head == senses.literal(concept.id):
            words = " ".join(token.segment.words)
            if concept.gloss in (f"has {words}", f"has {words}s", f"has a {words}", f"has an {words}"):
                message = f"`{words}` is what a network has, not what one is"
                raise Unreadable("unread-phrase", message, token.segment.span, f"say what {concept.gloss}")


def _without_posts(node: Node, study: Study) -> tuple[Nouns, Formula]:
    """A complement, and what stands after an adjective in it: "is robust *after training*" is a condition."""
    nouns = nouns_of(node, study)
    cores = node.node("cores")
    assert cores is not None
    posts = node.nodes("post")
    placed = bool(posts) and all(map(_is_place, posts))
    if not (nouns.first.headless or placed) or len(nouns.members) > 1 or not posts:
        return nouns, TRUE
    bare = nouns_of(cores, study)
    if bare.first.rest == TRUE and not placed:
        return nouns, TRUE
    if node.node("relative") or any(_is_predicate(post) for post in node.nodes("post")):
        raise Unreadable("unread-phrase", "this is not read after an adjective", node.span)
    after = Node.of(node.name, tuple(child for child in node.children if child is not cores))
    return bare, said_after(after, study)


def _is_place(post: Node) -> bool:
    """Whether it is the "at scale" of "is a problem at scale"."""
    token = post.token("MOD_N", "PART")
    return token is not None and (token.terminal == "MOD_N" or token.segment.words[0] in _PLACING)


_PLACING = frozenset(("at", "in", "under"))


def _is_predicate(post: Node) -> bool:
    """Whether it is said of the subject too, as in "robust in training and *retrained* later"."""
    part = post.token("PART", "GERP", "GERC")
    return part is not None and part.segment.entry("concept", "modifier") is None


def done(
    token: Token, subject: Noun, scope: Formula, tails: Tails, beside: Formula = TRUE
) -> tuple[Formula, Formula]:
    """What a participle says with what follows it, and what is said beside it: by whom it is done.

    "Trained with SGD *from random initialization*" says both, and an agent that is a kind of what is done
    belongs to it: competent overseers oversee.
    """
    senses = tails.study.senses
    for preposition, nouns in tails.prepositions:
        if preposition.segment.words in _AIMS:
            check_trained_on(nouns, senses)  # "evaluated *for deception*"
    if token.segment.words[0] in _PROCESSES:
        for preposition, nouns in tails.prepositions:
            check_sought(token.segment.words[-1], preposition, nouns)
            if preposition.segment.words == ("on",):
                check_outputs(nouns)
        return conj((scope, beside, tails.places())), TRUE
    agent = tails.take("by")
    if agent and is_given(subject, senses):
        check_others(agent, named(scope), senses)
    done_by = agent.state(senses) if agent else TRUE
    if agent and _is_kind(done_by, scope, senses):
        return conj((scope, done_by)), beside
    return scope, conj((beside, done_by))


_AIMS = (("on",), ("for",))
_PROCESSES = frozenset(
    "trained retrained pretrained finetuned fine initialized initialised started optimized optimised".split()
)


def _is_kind(formula: Formula, of: Formula, senses: Senses) -> bool:
    """ "Overseen by a competent overseer": competent oversight is a kind of oversight."""
    here, there = named(formula), named(of)
    return bool(here and there) and senses.is_kind(here, there)


_OF_CLAIMS = frozenset(
    "false untrue true wrong known clear evident obvious apparent established plain".split()
)


def is_possible(token: Token, subject: Noun, tails: Tails, study: Study) -> Said:
    """ "Robustness is impossible without capacity", "overfitting is rare"."""
    if token.segment.words[-1] in _OF_CLAIMS:
        what = f"`{token.segment.text}` is read of what is claimed only"
        raise Unreadable("unread-phrase", what, token.segment.span, "say `it is … that`, and what")
    codes = ("can",) if token.value == "S" else tuple(token.value.split())
    operators = () if token.value == "skip" else (Operator(codes, "modal"),)
    state = subject.stripped().state(study.senses)
    if token.value == "N S":
        needed = tails.take("without")
        if needed is not None:
            always = Operator(("A",), "verb")
            return Said(state, needed.state(study.senses), (always,), relation="need")
    return Said(TRUE, state, operators)
