"""The orders of words as a whole: all are tried, one at a time, and a long sentence has few."""

import pkgutil
from importlib import import_module

import pytest

from storycheck.meaning.closed import closed_words
from storycheck.syntax import orders
from storycheck.syntax.orders.rewritten import ORDERS, rewritten
from storycheck.syntax.segment import segmented
from tests.vocabulary import LANGUAGE, readings

_LEXICONS = (LANGUAGE.lexicon, closed_words())


def test_the_orders_of_every_file_are_tried() -> None:
    names = [
        name for _, name, _ in pkgutil.iter_modules(orders.__path__) if name not in ("order", "rewritten")
    ]
    found = [order for name in names for order in import_module(f"{orders.__name__}.{name}").ORDERS]
    assert names and sorted(map(id, found)) == sorted(map(id, ORDERS))


@pytest.mark.parametrize(
    "again", [", which hurts it if SGD overfits", " and the accuracy SGD finds when pruned"]
)
def test_a_long_sentence_has_few_other_orders(again: str) -> None:
    text = f"We rarely see overfitting{again * 15}, so networks generalize"
    segments = segmented(text, _LEXICONS).segments
    assert len(segments) > 80
    assert 0 < len(list(rewritten(segments, _LEXICONS))) < 2 * len(ORDERS)


@pytest.mark.parametrize(
    ("led", "plain"),
    [
        ("Using dropout, networks generalize.", "When using dropout, networks generalize."),
        ("Trained with SGD, networks generalize.", "When trained with SGD, networks generalize."),
        (
            "In practice, starting from random labels, SGD overfits.",
            "SGD overfits when it starts from random labels.",
        ),
        ("Though trained with SGD, networks overfit.", "Even when trained with SGD, networks overfit."),
    ],
)
def test_what_leads_a_sentence_is_a_condition(led: str, plain: str) -> None:
    assert readings(led) == readings(plain) != []
