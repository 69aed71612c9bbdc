"""What one predicate says, before strengths are folded and comparisons completed."""

from typing import Literal

from storycheck.meaning.ability import possible
from storycheck.meaning.formula import FALSE, TRUE, Formula, conj, neg
from storycheck.meaning.strength import ABLE, OBJECT, Operator, has_negation, is_able, is_negated
from storycheck.meaning.trouble import Unreadable
from storycheck.records import NamedTuple
from storycheck.source import Span


class Cause(NamedTuple):
    """A cause that is given: what it says, and with which sign: "" for "because", "not", or "but"."""

    said: Formula
    sign: str = ""


class Conditions(NamedTuple):
    """What conditions, prepositional phrases and comparisons around a predicate contribute.

    ``background``  the case in which it is said;  ``only`` what it is said to need ("only if …")
    ``either``      with it and without it alike ("regardless of …")
    ``iff``         holds exactly where the claim does;  ``whenever`` asks for "always"
    ``base``        what the thing it is compared with has (mirrored already); ``baseline`` tells of
                    a comparison with what goes without ("than standard ones")
    ``causes``      the causes given
    ``besides``     what is said besides: "(improves accuracy) *without lowering robustness*"
    """

    background: Formula = TRUE
    only: Formula = TRUE
    either: Formula = TRUE
    iff: Formula = TRUE
    base: Formula = TRUE
    baseline: bool = False
    causes: tuple[Cause, ...] = ()
    whenever: bool = False
    operators: tuple[Operator, ...] = ()
    besides: Formula = TRUE

    def __and__(self, other: "Conditions") -> "Conditions":
        """Both together."""
        if other is NO_CONDITIONS:
            return self
        if self is NO_CONDITIONS:
            return other
        return Conditions(
            conj((self.background, other.background)),
            conj((self.only, other.only)),
            conj((self.either, other.either)),
            conj((self.iff, other.iff)),
            conj((self.base, other.base)),
            self.baseline or other.baseline,
            self.causes + other.causes,
            self.whenever or other.whenever,
            self.operators + other.operators,
            conj((self.besides, other.besides)),
        )

    @property
    def plain(self) -> bool:
        """Whether there is nothing but background, and what is said besides."""
        return self._replace(background=TRUE, base=TRUE, baseline=False, besides=TRUE) == Conditions()


NO_CONDITIONS = Conditions()


_OF_COURSE = (("U",), ("A",))


class Said(NamedTuple):
    """A predicate with its subject.

    ``topic``      what the subject contributes to the restrictor, and what is compared with its absence
    ``aside``      what else does (owners of quantities, objects that are acted upon)
    ``scope``      what is said
    ``operators``  of subject and verb group, outermost first
    ``relation``   "need" or "cause" where a change on one side makes the other side a change too; "suffice"
                   where a state is reached; "imply" and "due" for the other relations between properties
    ``converse``   "always": the other way round too, as for "necessary and sufficient";
                   "not always" for "sufficient but not necessary"
    ``models``     of a change: "which" models it is said of, as the subject tells; "their own" if it tells
                   what becomes of them ("*language models lose accuracy* when pruned")
    """

    topic: Formula
    scope: Formula
    operators: tuple[Operator, ...] = ()
    aside: Formula = TRUE
    relation: str = ""
    converse: str = ""
    models: Literal["", "which", "their own"] = ""
    conditions: Conditions = NO_CONDITIONS

    def formula(self, span: Span, habits: bool = False) -> Formula:
        """All of it as a property of one case, for conditions and relative clauses.

        With ``habits`` what the one network that it is said of often does is such a property too.
        """
        spoken = [operator for operator in self.operators if operator.source != "verb"]
        able = is_able(spoken)
        if able:
            spoken = [operator for operator in spoken if operator.codes != ABLE]
        if habits and self.topic == TRUE:
            spoken = [operator for operator in spoken if operator.codes not in _OF_COURSE]
        negated = is_negated(spoken)
        if negated is None or any(operator.source == OBJECT for operator in self.operators):
            raise Unreadable(
                "strength-inside",
                "how often is read only of the main claim, not inside a condition or relative clause",
                span,
                "say it in a sentence of its own, or without the word of frequency or ability",
            )
        if self.relation in ("imply", "need", "due") or not self.conditions.plain:
            raise Unreadable("unread-phrase", "this is read only as a main claim", span)
        if self.scope == FALSE or (self.scope == TRUE and has_negation(spoken)):
            raise Unreadable("unread-phrase", "what is denied here is not said", span)
        scope = neg(self.scope) if negated else self.scope
        scope = possible(scope, span) if able else scope
        conditions = self.conditions
        around = (conditions.background, conditions.base, conditions.besides)
        return conj((self.topic, self.aside, scope, *around))
