"""Words of more and less: which way they point, and what they can be said of."""

from storycheck.meaning.formula import Formula
from storycheck.meaning.senses import Senses
from storycheck.meaning.trouble import Unreadable
from storycheck.source import Span
from storycheck.syntax.tree import Token


def comparison(token: Token) -> str:
    """Which way a comparative points: up, down, better, worse, same …; "" if it is none."""
    return token.segment.word("more", "comp") or ""


def changed(token: Token, way: str, senses: Senses) -> Formula | None:
    """More or less of what an adjective says; None if it comes in no degrees."""
    quantity = senses.quantity(token.segment, "adjective", "verb")
    if not way:
        return None
    if quantity:
        return senses.change(quantity, way)
    return senses.graded(senses.concept(token.segment, "adjective", "verb"), way)


def gradable(token: Token, senses: Senses) -> str:
    """The quantity that an adjective or verb is a degree of; "" if none."""
    quantity = senses.quantity(token.segment, "adjective", "verb")
    if quantity:
        return quantity
    concept = senses.concept(token.segment, "adjective", "verb")
    quantity, pole = senses.poles.get(concept, ("", ""))
    return quantity if pole == "high" else ""


def unclear(token: Token, span: Span | None = None) -> Unreadable:
    """That a comparative has nothing to compare."""
    span = span.union(token.segment.span) if span else token.segment.span
    return Unreadable(
        "unclear-comparison",
        f"`{token.segment.text}` is said of nothing that can be more or less",
        span,
        "say it of a quantity, as in `more data` or `higher accuracy`",
    )
