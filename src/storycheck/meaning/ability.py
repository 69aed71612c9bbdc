"""Abilities as properties of a case: the "can" of "networks that can fit random labels"."""

from storycheck.meaning.formula import Formula, Lit, conjuncts, done_to
from storycheck.meaning.trouble import Unreadable
from storycheck.source import Span
from storycheck.syntax.canonical import CAN, adverb_and_verb, in_manner


def possible(formula: Formula, span: Span) -> Formula:
    """That the case can be so: one property of its own, which what is so has too. Raises Unreadable."""
    parts = conjuncts(formula)
    said = [part.atom for part in parts if isinstance(part, Lit) and part.positive]
    if said and len(said) == len(parts) and all(atom.kind == "has" for atom in said):
        return done_to(in_manner(CAN), (atom.name for atom in said))
    if len(said) == len(parts) == 1 and said[0].kind == "does" and not adverb_and_verb(said[0].name)[0]:
        return Lit(said[0]._replace(name=in_manner(CAN, said[0].name)))
    raise Unreadable(
        "strength-inside",
        "inside a condition or relative clause, ability is read only of what is so, or what is done",
        span,
        "say it in a sentence of its own, or without the word of ability",
    )
