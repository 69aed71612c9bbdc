"""Predicates that share a subject: "usually memorizes and never generalizes"."""

from collections.abc import Sequence

from storycheck.meaning.formula import conj, disj, neg
from storycheck.meaning.noun import Noun
from storycheck.meaning.predicates import said_of
from storycheck.meaning.said import NO_CONDITIONS, Said
from storycheck.meaning.strength import Operator, has_negation
from storycheck.meaning.study import Study
from storycheck.meaning.trouble import Unreadable
from storycheck.meaning.verb_group import group_of, operators_of
from storycheck.syntax.tree import Node, Token

Joined = tuple[Node, str]  # a predicate, and the conjunction before it
_NOT = Operator(("N",), "negation")


def chain(node: Node) -> tuple[list[Joined], Node]:
    """The predicates of a clause in their order; and the last one, of any kind."""
    preds: list[Joined] = []
    last = node
    while True:
        pred, joint = node.children[-1], node.token("CONJ_V") if len(node.children) > 1 else None
        assert isinstance(pred, Node)
        if pred.name == "pred_that":
            last = pred
        else:
            preds.append((pred, joint.value if joint else ""))
        if joint is None:
            return preds[::-1], last
        inner = node.children[0]
        assert isinstance(inner, Node)
        node = inner


def siblings(node: Node) -> list[Joined]:
    """The predicates of a relative clause in their order."""
    joints = [child.value for child in node.children if isinstance(child, Token)]
    return list(zip(node.nodes(), ["", *joints], strict=True))


def predicates_said(preds: Sequence[Joined], subject: Noun, study: Study, gap: bool = False) -> list[Said]:
    """What several predicates say: joined where they share their strength, else apart."""
    found = [said_of(preds[0][0], subject, study, gap)]
    for pred, join in preds[1:]:
        said = said_of(pred, subject, study, gap)
        if join == "not":
            said = _denied(said, subject, pred)
        joint = "and" if join == "not" else join
        shared: tuple[Operator, ...] | None
        if _fails(preds[0][0], pred, study):
            said, shared = _failing(said, preds[0][0], pred, joint, study)
        else:
            shared = operators_shared(preds[0][0], pred, joint, study)
        if shared is not None and _joinable(found[-1], inserted(said, subject, shared)):
            found[-1] = _joined(found[-1], said, joint)
        elif joint == "or":
            raise Unreadable("unread-phrase", "claims joined by `or` are not read", pred.span)
        else:
            own = (_NOT,) if joint == "nor" else shared or ()
            found.append(inserted(said, subject, own))
    return found


def _denied(said: Said, subject: Noun, pred: Node) -> Said:
    """ "Memorizes *rather than generalizes*": what is said instead is denied."""
    if said.operators != subject.operators or said.relation:
        raise Unreadable("unread-phrase", "this is not read after `rather than`", pred.span)
    return said._replace(scope=neg(said.scope))


def _fails(first: Node, later: Node, study: Study) -> bool:
    """Whether a modal may hold of a predicate that denies: "can fit the data and *fail to* generalize"."""
    own, before = operators_of(later, study), operators_of(first, study)
    denies = bool(own) and all(operator.codes in _FAILING for operator in own)
    bare = any(token.segment.words[0] in _BARE for token in group_of(later))
    return denies and bare and any(operator.source == "modal" for operator in before)


def _failing(
    said: Said, first: Node, later: Node, joint: str, study: Study
) -> tuple[Said, tuple[Operator, ...]]:
    """Such a predicate inside the modal, denied, and the operators that it shares."""
    own, before = operators_of(later, study), operators_of(first, study)
    if joint != "and" or said.relation or has_negation(before):
        message = "it is not clear whether the modal holds of this too"
        raise Unreadable("two-readings", message, later.span, "say `and`, or name the subject again")
    kept = tuple(operator for operator in said.operators if operator not in own)
    return said._replace(scope=neg(said.scope), operators=kept), before


_FAILING = (("N",), ("N", "can"))
_BARE = frozenset("be fail refuse cease neglect".split())


def operators_shared(first: Node, later: Node, joint: str, study: Study) -> tuple[Operator, ...] | None:
    """The operators that a later predicate takes over from the first; None if it stands by itself."""
    if joint == "nor" or operators_of(later, study):
        return None
    operators = operators_of(first, study)
    negated = has_negation(operators)
    _check_negation(operators, joint, later)
    if joint == "or" or (_is_bare(later) and not negated):
        return operators
    if negated:
        return None
    return tuple(operator for operator in operators if operator.source == "adverb")


def _check_negation(operators: Sequence[Operator], joint: str, later: Node) -> None:
    """What "do not A and B", "never A and B" and "cannot A but B" deny is not clear."""
    denials = [operator.source for operator in operators if "N" in operator.codes]
    if joint == "and" and denials and ("adverb" in denials or _is_bare(later)):
        said, help = "and", "say `but` if it is outside, and `or` if neither is so"
    elif joint == "but" and "modal" in denials and _is_bare(later):
        said, help = "but", "name the subject again, or say `or` if neither is so"
    else:
        return
    message = f"it is not clear whether `{said}` is inside the negation"
    raise Unreadable("two-readings", message, later.span, help)


def _is_bare(pred: Node) -> bool:
    """Whether the verb of a predicate is in its base form, as after a modal."""
    be = pred.node("be")
    if be is not None:
        return any(token.segment.words == ("be",) for token in be.tokens())
    token = pred.nodes("vp", "rvp")[0].token("VI", "V")
    return token is not None and any(entry.form == "base" for entry in token.segment.entries)


def _joinable(before: Said, said: Said) -> bool:
    """Whether two predicates are said of the same cases, so that one proposition holds both."""
    return (
        before.topic == said.topic
        and before.operators == said.operators
        and before.conditions in (said.conditions, NO_CONDITIONS)
        and before.relation == said.relation
        and not any(operator.source == "verb" for operator in (*before.operators, *said.operators))
    )


def _joined(before: Said, said: Said, joint: str) -> Said:
    join = disj if joint == "or" else conj
    scope, aside = join((before.scope, said.scope)), conj((before.aside, said.aside))
    return before._replace(scope=scope, aside=aside, conditions=said.conditions)


def inserted(said: Said, subject: Noun, operators: tuple[Operator, ...]) -> Said:
    """A predicate with shared operators between the subject's and its own."""
    count = len(subject.operators)
    return said._replace(operators=(*said.operators[:count], *operators, *said.operators[count:]))
