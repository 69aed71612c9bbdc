"""What a sentence that cannot be read as it stands says in an order of words that the grammar has."""

from collections.abc import Iterator

from storycheck.syntax.orders import (
    ability,
    conditions,
    impersonal,
    left_out,
    objects,
    reasons,
    relatives,
    results,
    stress,
    told,
)
from storycheck.syntax.orders.order import Lexicons, Order, Sentence

_KINDS = (left_out, stress, ability, impersonal, results, objects, told, reasons, conditions, relatives)
ORDERS: tuple[Order, ...] = tuple(order for kind in _KINDS for order in kind.ORDERS)


def rewritten(sentence: Sentence, lexicons: Lexicons) -> Iterator[Sentence]:
    """The sentence in other orders, if there are any, best first; made one at a time, as most need few."""
    for order in ORDERS:
        yield from order(sentence, lexicons)
