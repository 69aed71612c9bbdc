"""Clauses inside a sentence: relative clauses and conditions, each a property of one case."""

from collections.abc import Sequence

from storycheck.meaning.agents import check_others, is_given, of_another
from storycheck.meaning.coordination import predicates_said, siblings
from storycheck.meaning.formula import TRUE, All, Formula, atoms, conj, conjuncts, disj, named, neg
from storycheck.meaning.noun import Noun
from storycheck.meaning.nouns import nouns_of, post_of
from storycheck.meaning.posts import check_joints
from storycheck.meaning.rises import changes
from storycheck.meaning.senses import adjective_state
from storycheck.meaning.study import Study
from storycheck.meaning.trouble import Unreadable
from storycheck.syntax.tree import Node, Token


def relative_of(node: Node, study: Study) -> Formula:
    """What a relative clause says of the case."""
    clauses = [_relative_clause(child, study) for child in node.nodes("rel_clause")]
    alternative = any(token.value == "or" for token in node.children if isinstance(token, Token))
    said = [(disj if alternative else conj)(clauses)]
    condition = node.node("rel_cond")
    if condition is not None:
        token, cores = condition.token("IF_R"), condition.node("cores")
        assert token is not None
        study.use(token)
        if token.value != "if":
            raise Unreadable("unread-phrase", "this condition is not read inside a clause", condition.span)
        seen = condition.tokens()
        said += [post_of(post, seen, study) for post in condition.nodes("post")]
        if cores is not None:
            said.append(nouns_of(cores, study).state(study.senses))
    return conj(said)


def _relative_clause(node: Node, study: Study) -> Formula:
    phrase, predicates = node.node("plain_phrase"), node.node("rpreds")
    assert predicates is not None
    subject = Noun(node.span, rest=aside_of(node, study), party=study.head is not None and study.head.party)
    gap = False
    if phrase is not None:
        nouns = nouns_of(phrase, study)
        subject = nouns.merged(study.senses)
        gap = node.token("WHOSE") is None
        if gap and study.head is not None and is_given(study.head, study.senses):
            check_others(nouns, "", study.senses)  # "labels that a weaker model gives"
        if subject.operators:
            raise Unreadable("strength-inside", "a quantifier is read only of a subject", subject.span)
        if gap and (nouns.first.ordinary or nouns.first.baseline):  # "that *standard* networks memorize"
            raise of_another(subject.span)
        if not gap and study.head is not None and study.head.party:
            raise of_another(subject.span)
    said = predicates_formula(predicates, subject, study, gap, habits=not gap)
    if gap and named(subject.head) == "humans" and any(atom.kind == "does" for atom in atoms(said)):
        raise of_another(subject.span)  # "features that humans ignore": the model does not
    return said


def aside_of(node: Node, study: Study) -> Formula:
    """ "that, once trained, …": what is said between the pronoun and the verb."""
    token, cores = node.token("IF_I", "MOD_R"), node.node("cores")
    if token is None:
        return TRUE
    study.use(token)
    if token.terminal == "MOD_R":
        tokens = [child for child in node.children if isinstance(child, Token) and child.terminal == "MOD_R"]
        study.use(*tokens)
        return conj(adjective_state(token, study.senses) for token in tokens)
    said = [post_of(post, node.tokens(), study) for post in node.nodes("post")]
    said += [nouns_of(cores, study).state(study.senses)] if cores else []
    if token.value not in ("if", "unless"):
        raise Unreadable("unread-phrase", "this condition is not read inside a clause", token.segment.span)
    return conj(said) if token.value == "if" else neg(conj(said))


def predicates_formula(
    node: Node, subject: Noun, study: Study, gap: bool = False, habits: bool = False
) -> Formula:
    """Coordinated predicates as a property of the case."""
    said = predicates_said(siblings(node), subject, study, gap)
    return conj(part.formula(node.span, habits) for part in said)


def condition_formula(node: Node, study: Study, denied: bool = False) -> Formula:
    """What "if …" or "when …" says of the case; ``denied`` what "unless …" does.

    "Unless *the* monitor colludes" takes for granted that there is one, and denies only that it colludes.
    """
    parts = [_condition_part(part, study) for part in node.nodes("condition_part")]
    alternative = any(isinstance(child, Token) and child.value == "or" for child in node.children)
    join = disj if alternative else conj
    if not denied:
        return join(part for _, part in parts)
    given = conj(granted for granted, _ in parts)
    return conj((given, neg(join(_beside(part, granted) for granted, part in parts))))


def cause_formula(node: Node, study: Study) -> tuple[Formula, Formula]:
    """What "because …" takes for granted, and what it gives as the cause.

    "Because *SGD* is biased" tells in which networks, and of these the bias as the cause.
    """
    parts = node.nodes("condition_part")
    said = condition_formula(node, study)
    phrase = parts[0].node("noun_phrase") if len(parts) == 1 and parts[0].node("kpreds") else None
    if phrase is None or not isinstance(said, All):
        return TRUE, said
    topic = nouns_of(phrase, study).state(study.senses)
    return (TRUE, said) if changes(topic) else (topic, _beside(said, topic))


def _beside(said: Formula, granted: Formula) -> Formula:
    """What is said beside what is taken for granted."""
    known = set(conjuncts(granted))
    rest = [part for part in said.parts if part not in known] if isinstance(said, All) else []
    return conj(rest) if rest else said


def _condition_part(node: Node, study: Study) -> tuple[Formula, Formula]:
    """What is taken for granted, and all that is said."""
    phrase, predicates = node.node("noun_phrase"), node.node("kpreds")
    if phrase is None:
        return TRUE, _posts(node.nodes("post"), node.tokens(), study)
    nouns = nouns_of(phrase, study)
    if predicates is None:
        if nouns.first.bare:
            raise Unreadable("unread-phrase", "a verb is missing after this", phrase.span)
        return TRUE, nouns.state(study.senses)
    if any(noun.operators or noun.only for noun in nouns.members):
        message = "a quantifier is read only of the main subject"
        help_ = "say it of the verb, as in `if old data is not replayed`"
        raise Unreadable("strength-inside", message, phrase.span, help_)
    subjects = (
        nouns.members if len(nouns.members) > 1 and nouns.joined == "and" else (nouns.merged(study.senses),)
    )
    single = phrase.tokens()[0].terminal in ("DET", "PRON")
    said = conj(predicates_formula(predicates, subject, study, habits=single) for subject in subjects)
    if len(nouns.members) > 1 or not nouns.first.definite:
        return TRUE, said
    granted = nouns.state(study.senses)
    return TRUE if said in (granted, neg(granted)) else granted, said  # "unless the trigger is present"


def _posts(posts: Sequence[Node], seen: Sequence[Token], study: Study) -> Formula:
    alternative = False
    parts = []
    check_joints(posts)
    for post in posts:
        joint = post.token("CONJ_P")
        if joint is not None:
            alternative = alternative or joint.value == "or"
            continue
        parts.append(post_of(post, seen, study))
    return (disj if alternative else conj)(parts)
