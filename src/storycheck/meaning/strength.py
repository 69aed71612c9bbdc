"""Strength: from the words that say how many cases a claim speaks of to one strength and one sign.

The words of a sentence are a stack of operators, outermost first: quantifier of the subject, adverbs,
modals and negations of the verb group, the verb's own strength. Negation is pushed inward ("not always"
is "sometimes not"), and of the strengths that remain the weakest counts ("all … can" is "sometimes").
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from storycheck.meaning.proposition import Strength
from storycheck.records import NamedTuple


class Operator(NamedTuple):
    """One word's operators ("A", "U", "S", "N" not, "can", "will", "all", "any"), and where they come from.

    ``source`` is "quantifier" ("almost" for "almost no"), "adverb", "negation", "modal", "lexical" (the
    negation in "lacks"), "object" (of how many objects) or "verb" (the strength that a verb has of itself,
    which an adverb replaces).
    """

    codes: tuple[str, ...]
    source: str


class Force(NamedTuple):
    """A strength (None if no word says one) and whether the scope is affirmed."""

    strength: Strength | None
    positive: bool


_STRENGTHS = {"A": Strength.ALWAYS, "U": Strength.USUALLY, "P": Strength.NOT_USUALLY, "S": Strength.SOMETIMES}
OBJECT = "object"
_DUAL = {"A": "S", "S": "A", "U": "P", "P": "U"}
_WEAKEST_FIRST = "SPUA"
_WILL = Operator(("will",), "modal")
_PLAIN = {"can": "S", "will": "U", "all": "A", "any": "A"}
_SAYING_HOW_OFTEN = ("adverb", "quantifier", "verb")
"""Where one of these has a strength, "will" only tells when: "will never" is never, "every … will" always."""


@lru_cache(maxsize=1_000)
def forces(operators: tuple[Operator, ...], told: bool = False) -> tuple[Force, ...]:
    """The one or two ways to understand these operators together.

    ``told``: something else of the sentence says how often it is so ("whenever").
    """
    sources = {operator.source for operator in operators}
    if "adverb" in sources:
        operators = tuple(operator for operator in operators if operator.source != "verb")
    if told or not sources.isdisjoint(_SAYING_HOW_OFTEN):
        operators = tuple(operator for operator in operators if operator != _WILL)
    found = dict.fromkeys(_folded(codes) for codes in _alternatives(_crossed(operators)))
    return tuple(found)[:2]


def _crossed(operators: Sequence[Operator]) -> list[Operator]:
    """ "can" goes inside a "not" or "never" that follows it: "cannot" is "not possible"."""
    crossed = list(operators)
    for at in range(len(crossed) - 1):
        if (
            crossed[at].codes == ("can",)
            and crossed[at + 1].source not in ("modal", "lexical")
            and "N" in crossed[at + 1].codes[:1]
        ):
            crossed[at], crossed[at + 1] = crossed[at + 1], crossed[at]
    return crossed


def _alternatives(operators: list[Operator]) -> Iterator[list[str]]:
    """The stacks of codes that the words may mean, the likelier first."""
    codes = [code for operator in operators for code in operator.codes]
    for at in range(len(operators) - 1):
        first, second = operators[at], operators[at + 1]
        before = [code for operator in operators[:at] for code in operator.codes]
        after = [code for operator in operators[at + 2 :] for code in operator.codes]
        if first.codes == ("N",) and second.codes == ("U",) and second.source == "adverb":
            yield [*before, "U", "N", *after]
        elif first.codes == ("N",) and second.codes in (("U",), ("will",)) and second.source == "modal":
            codes = [*before, "U", "N", *after]
        elif first.codes == ("can",) and second.codes in (("A",), ("U",)) and second.source == "adverb":
            yield codes
            if "N" not in before:
                codes = [*before, *second.codes, *after]
        elif first.codes == ("all",) and second.codes == ("N",):
            yield codes
            codes = [*before, "N", "A", *after]
    yield codes


def _folded(codes: Sequence[str]) -> Force:
    """Negation pushed inward, then the weakest of the strengths."""
    positive, left = True, []
    for code in codes:
        if code == "N":
            positive = not positive
        else:
            strength = _PLAIN.get(code, code)
            left.append(strength if positive or code == "any" else _DUAL[strength])
    if not left:
        return Force(None, positive)
    weakest = min(left, key=_WEAKEST_FIRST.index)
    return Force(_STRENGTHS[weakest], positive != (weakest == "P"))


def has_negation(operators: Iterable[Operator]) -> bool:
    """Whether one of the words denies."""
    return "N" in [code for operator in operators for code in operator.codes]


ABLE = ("can",)


def is_able(operators: Sequence[Operator]) -> bool:
    """Whether they say "can", and no "not" that makes it "cannot"."""
    denied = has_negation(operator for operator in operators if operator.source != "lexical")
    return not denied and any(operator.codes == ABLE for operator in operators)


def is_negated(operators: Sequence[Operator]) -> bool | None:
    """Whether operators that say no strength beyond "not" and "never" negate; None if they say more."""
    codes = [code for operator in operators for code in operator.codes]
    if any(code not in "N" and not (code in ("S", "can") and "N" in codes) for code in codes):
        return None
    return codes.count("N") % 2 == 1
