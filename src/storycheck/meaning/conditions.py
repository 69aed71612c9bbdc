"""What phrases around a clause say, before it and after it: "if", "unless", "because", "with" …"""

from storycheck.meaning.formula import TRUE
from storycheck.meaning.inner import cause_formula, condition_formula
from storycheck.meaning.noun import Noun
from storycheck.meaning.nouns import nouns_of
from storycheck.meaning.order import untold
from storycheck.meaning.predicates import said_of
from storycheck.meaning.said import NO_CONDITIONS, Cause, Conditions
from storycheck.meaning.senses import adjective_state
from storycheck.meaning.strength import Operator
from storycheck.meaning.study import Study
from storycheck.meaning.tails import condition_of, than
from storycheck.meaning.trouble import Unreadable
from storycheck.syntax.tree import Node, Token


def leads_of(clause: Node, study: Study) -> Conditions:
    """What stands before the subject."""
    found = NO_CONDITIONS
    for lead in clause.nodes("lead") if clause.children[0][0] == "lead" else ():
        found &= _lead(lead, study)
    return found


def _lead(lead: Node, study: Study) -> Conditions:
    token, phrase, condition = lead.children[0], lead.node("noun_phrase"), lead.node("condition")
    assert isinstance(token, Token)
    study.use(token)
    if condition is not None:
        found = _condition(token, condition, study)
        study.other = any(map(_names_another, condition.nodes("condition_part")))
        return found
    if token.terminal == "TO_L":
        pred = lead.nodes("pred")[0]
        return Conditions(background=said_of(pred, Noun(pred.span), study).formula(pred.span))
    if token.terminal == "THAN_L":
        return than(lead, study)
    if phrase is not None:
        told_apart = token.value == "unlike"  # see `contrast`
        return NO_CONDITIONS if told_apart else condition_of(token, nouns_of(phrase, study), study)
    if token.terminal == "FREQ_L":
        return Conditions(operators=(Operator(tuple(token.value.split()), "adverb"),))
    return Conditions(background=adjective_state(token, study.senses))


def _names_another(part: Node) -> bool:
    """Whether the condition is about "a network": what follows as "it" is that one."""
    phrase = part.node("noun_phrase")
    first = phrase.first() if phrase and part.node("kpreds") else None
    return first is not None and first.terminal == "DET" and first.value == "a"


def conds_of(clause: Node, study: Study) -> Conditions:
    """What conditions stand after the predicate, or between it and the subject."""
    found = NO_CONDITIONS
    for between in clause.nodes("between"):
        token, condition = between.children[:2]
        assert isinstance(token, Token) and isinstance(condition, Node)
        study.use(token)
        found &= _condition(token, condition, study)
    conds = clause.node("conds")
    for child in conds.children if conds else ():
        if isinstance(child, Token):
            if child.value in ("or", "nor"):
                raise Unreadable(
                    "unread-phrase", "conditions joined by `or` are not read here", child.segment.span
                )
            continue
        token, condition = child.children
        assert isinstance(token, Token) and isinstance(condition, Node)
        study.use(token)
        found &= _condition(token, condition, study)
    return found


def stage_of(stage: Node | None, study: Study) -> Conditions:
    """What "during pretraining" after a subject says."""
    token = stage.token("PREP_N", "MOD_N") if stage is not None else None
    if stage is None or token is None:
        return NO_CONDITIONS
    study.use(token)
    cores = stage.node("cores")
    if cores is None:
        return Conditions(background=adjective_state(token, study.senses))
    return condition_of(token, nouns_of(cores, study), study)


def _check_before(token: Token, condition: Node) -> None:
    """ "Before finetuning, …" is without it; what is so before something else is, is told of its order."""
    joined = any(each.terminal.startswith("CONJ") for each in condition.tokens())
    if joined or any(part.node("kpreds") for part in condition.nodes()):
        raise untold(token.segment.span)


def _condition(token: Token, node: Node, study: Study) -> Conditions:
    if token.value.endswith("because"):
        sign = token.value.removesuffix("because").strip()
        granted, cause = cause_formula(node, study)
        sign = "lead" if not sign and token.terminal == "IF_L" else sign
        return Conditions(background=granted, causes=(Cause(cause, sign),))
    if token.value == "before":
        raise untold(token.segment.span)
    if token.segment.word("lead-unless") is not None:
        _check_before(token, node)
    said = condition_formula(node, study, denied=token.value == "unless")
    used = any(token.segment.words == ("used",) for token in node.tokens())
    if said == TRUE and used:  # "if it is used in training"; but "once it is trained" may say nothing
        raise Unreadable("says-nothing", "this condition says nothing that only some cases have", node.span)
    found = Conditions(background=said)
    match token.value:
        case "whenever":
            found = Conditions(background=said, whenever=True)
        case "only":
            found = Conditions(only=said)
        case "iff":
            found = Conditions(iff=said)
        case "regardless":
            found = Conditions(either=said)
    return found
