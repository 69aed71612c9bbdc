"""Claims: what a predicate says with all that stands around it, ready to be given a strength."""

from collections.abc import Iterator, Sequence

from storycheck.meaning.comparison import completed
from storycheck.meaning.formula import FALSE, TRUE, Formula, conj, neg
from storycheck.meaning.rises import changes, compares, raised
from storycheck.meaning.said import NO_CONDITIONS, Cause, Conditions, Said
from storycheck.meaning.senses import Senses
from storycheck.meaning.strength import Operator, has_negation
from storycheck.meaning.trouble import Unreadable
from storycheck.meaning.verb import due
from storycheck.records import NamedTuple
from storycheck.source import Span
from storycheck.syntax.tree import Node

_ALWAYS = Operator(("A",), "verb")
_SOMETIMES = Operator(("S",), "verb")


class Claim(NamedTuple):
    """A restrictor and a scope with the operators between them.

    ``whenever``  asks for "always" if nothing else says a strength;  ``own`` it is of the story's own case
    ``presumed``  what the subject says of that case whether the rest is affirmed or denied
    """

    restrictor: Formula
    scope: Formula
    operators: tuple[Operator, ...]
    whenever: bool = False
    own: bool = False
    presumed: Formula = TRUE


class Around(NamedTuple):
    """What is the same for all predicates of a clause.

    ``own``    the subject is the story's own run;  ``fact`` the sentence states a fact of that run
    ``only``   the subject has "only";  ``part`` it is a part of that run ("the overseer")
    """

    node: Node
    conditions: Conditions
    own: bool = False
    fact: bool = False
    only: bool = False
    part: bool = False


def claims_of(said: Sequence[Said], around: Around, senses: Senses) -> list[Claim]:
    """The claims of the predicates of a clause."""
    found: list[Claim] = []
    for part in said:
        full, conditions = part, part.conditions & around.conditions
        if conditions is not NO_CONDITIONS:
            operators = (*conditions.operators, *part.operators)
            full = part._replace(conditions=conditions, operators=operators)
        if conditions.causes:
            full = _caused(full, senses, around.node.span)
        found += _claims(full, around, senses)
    return found


def _claims(said: Said, around: Around, senses: Senses) -> Iterator[Claim]:
    conditions, own = said.conditions, around.own
    restrictor, scope = completed(said, senses, around.node)
    if scope == TRUE and not around.fact:
        message = "this says nothing that only some cases have"
        raise Unreadable("says-nothing", message, around.node.span, "every case is a network, say")
    if around.fact:
        restrictor, scope = TRUE, conj((restrictor, scope))
    if around.only:
        yield _only(said, scope, around.node.span)
    elif conditions.only != TRUE:
        yield _needing(said, restrictor, scope, conditions.only, around, senses)
    elif conditions.iff != TRUE:
        yield _needing(said, restrictor, scope, conditions.iff, around, senses)
        yield Claim(conj((restrictor, conditions.iff)), scope, (_ALWAYS,), own=own)
    elif conditions.either != TRUE:
        for side in (conditions.either, neg(conditions.either)):
            yield Claim(conj((restrictor, side)), scope, said.operators, conditions.whenever, own)
    elif around.part and not said.converse and restrictor == conj((said.topic, _beside(said))):
        yield Claim(_beside(said), scope, said.operators, conditions.whenever, True, said.topic)
    else:
        yield Claim(restrictor, scope, said.operators, conditions.whenever, own)
        if said.converse:
            _check_converse(said, around.node.span)
            denied = said.converse == "not always"
            other = neg(restrictor) if denied else restrictor
            yield Claim(scope, other, (_SOMETIMES if denied else _ALWAYS,), own=own)


def _beside(said: Said) -> Formula:
    """What is said of the case beside subject and predicate, unless something is compared in it."""
    beside = conj((said.aside, said.conditions.background))
    compared = compares(conj((beside, said.topic, said.scope)))
    return FALSE if compared or said.relation not in ("", "cause") else beside


def _check_converse(said: Said, span: Span) -> None:
    """What is necessary and what is sufficient is read together only where no word denies or weakens it."""
    if any(operator.source != "verb" for operator in said.operators):
        raise Unreadable("strength-inside", "say `necessary` and `sufficient` in two sentences", span)


def _only(said: Said, scope: Formula, span: Span) -> Claim:
    """ "Only robust models are accurate": from the predicate to the subject."""
    positive, left = _signed(said.operators, span)
    if said.topic == TRUE:
        raise Unreadable("unread-phrase", "`only` needs a subject that says something", span)
    beside = conj((said.aside, said.conditions.background))
    return Claim(conj((beside, scope if positive else neg(scope))), said.topic, (*left, _ALWAYS))


def _needing(
    said: Said, restrictor: Formula, scope: Formula, needed: Formula, around: Around, senses: Senses
) -> Claim:
    """ "X only if Y": from X to Y."""
    span = around.node.span
    positive, left = _signed(said.operators, span)
    if not positive:
        raise Unreadable("unread-phrase", "`not … only` is not read", span, "say it without `only`")
    if changes(needed) and not changes(scope):
        scope = raised(scope, senses)
    return Claim(conj((restrictor, scope)), needed, (*left, _ALWAYS), own=around.own)


def _signed(operators: Sequence[Operator], span: Span) -> tuple[bool, tuple[Operator, ...]]:
    """The sign of a predicate under "only", and the strengths other than ability."""
    codes = [code for operator in operators for code in operator.codes]
    strengths = [code for code in codes if code not in ("N", "can", "S")]
    if any(code != "U" for code in strengths) or (codes.count("S") and "N" not in codes):
        raise Unreadable("strength-inside", "how often is not read together with `only`", span)
    return codes.count("N") % 2 == 0, tuple(Operator(("U",), "adverb") for _ in strengths[:1])


def _caused(said: Said, senses: Senses, span: Span) -> Said:
    """ "X because of Y": usually, where X, X is due to Y."""
    causes, effect = said.conditions.causes, said.scope
    operators = tuple(operator for operator in said.operators if operator != _SOMETIMES)
    if _denies_effect(causes, operators):
        effect, operators = senses.contrary(effect), _without_negation(operators, span)
    elif has_negation(operators):
        causes, operators = _opposed(causes, span), _without_negation(operators, span)
    scope = conj(
        neg(caused) if cause.sign == "not" else caused
        for cause in causes
        for caused in (due(effect, cause.said, span),)
    )
    return said._replace(
        aside=conj((said.aside, effect)),
        scope=scope,
        operators=operators,
        relation="due",
        conditions=said.conditions._replace(causes=()),
    )


def _denies_effect(causes: Sequence[Cause], operators: Sequence[Operator]) -> bool:
    """Whether it is the effect that is denied: "because of X, *not* Y"; "*lacks* Y because of X"."""
    denials = [operator for operator in operators if "N" in operator.codes]
    within = all(operator.source in ("lexical", "modal") and len(operator.codes) == 1 for operator in denials)
    return bool(denials) and (within or all(cause.sign == "lead" for cause in causes))


def _opposed(causes: Sequence[Cause], span: Span) -> tuple[Cause, ...]:
    """ "does not generalize because of X but because of Y": not X, but Y."""
    if [cause.sign for cause in causes] != ["", "but"]:
        raise Unreadable(
            "two-readings",
            "`not … because` can be understood in two ways",
            span,
            "say `because` without `not`, or `not because … but because …`",
        )
    return (causes[0]._replace(sign="not"), causes[1])


def _without_negation(operators: Sequence[Operator], span: Span) -> tuple[Operator, ...]:
    if any("N" in operator.codes and operator.codes != ("N",) for operator in operators):
        raise Unreadable("strength-inside", "how often is not read together with `not … because`", span)
    return tuple(operator for operator in operators if operator.codes != ("N",))
