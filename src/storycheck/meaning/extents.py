"""By how much something changes, compared: "reduces overfitting *more* than B", "*as much* as B does"."""

from storycheck.meaning.formula import TRUE, All, Atom, Formula, Lit, conj, disj, mirrored
from storycheck.meaning.measures import comparison
from storycheck.meaning.rises import changes
from storycheck.meaning.study import Study
from storycheck.meaning.tails import Tails
from storycheck.meaning.trouble import Unreadable
from storycheck.syntax.tree import Node, Token


def with_extent(token: Token, obj: Node | None, tails: Tails) -> Node | None:
    """The object of a verb of change without the "more" after it, which then is the verb's."""
    posts = obj.nodes("post") if obj is not None else []
    extent = posts[0].token("COMP_N") if len(posts) == 1 else None
    if obj is None or extent is None or token.segment.word("v-change") is None or tails.compared is not None:
        return obj
    tails.compared = extent
    if not is_extent(tails):
        tails.compared = None
        return obj
    tails.study.use(extent)
    return Node.of(obj.name, tuple(child for child in obj.children if child is not posts[0]))


def is_extent(tails: Tails) -> bool:
    """Whether there is a "more", "less" or "as much" that something is compared with."""
    extent, conditions = tails.compared, tails.conditions
    if extent is None or (conditions.base == TRUE and not conditions.baseline):
        return False
    return comparison(extent) in ("up", "down", "as") and extent.segment.word("often") is None


def to_extent(scope: Formula, tails: Tails) -> Formula:
    """What changes more with A than with B rises or falls from B to A, what changes less goes back.

    Raises Unreadable for "not as much", which is less and not the same, and "more than Q" of a quantity.
    """
    extent, tails.compared = tails.compared, None
    assert extent is not None
    way = comparison(extent)
    if tails.study.denied or _is_of_quantity(extent, tails.study):
        what = f"how much is not read with `{extent.segment.text}` here"
        raise Unreadable("strength-inside", what, extent.segment.span)
    if way == "as":
        return _same(scope)
    return scope if way == "up" else mirrored(scope)


def _is_of_quantity(extent: Token, study: Study) -> bool:
    """Whether what stands after "than" names a quantity and no more: "more than *robustness*"."""
    after = (token for token in study.tree.tokens() if token.segment.position > extent.segment.position)
    head = next((token.segment for token in after if token.terminal == "NOUN"), None)
    return head is not None and bool(head.entry("quantity", "noun")) and not head.entry("concept", "noun")


def _same(formula: Formula) -> Formula:
    """The formula with every change as none."""
    if isinstance(formula, Lit):
        return Lit(Atom("stays", formula.atom.name)) if changes(formula) else formula
    return (conj if isinstance(formula, All) else disj)(map(_same, formula.parts))
