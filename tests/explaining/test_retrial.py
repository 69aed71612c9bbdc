"""Sets of units decided again, against asking for each set and each of its parts."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from storycheck.evidence.items import Item
from storycheck.explaining.inquiry import Inquiry, Names
from storycheck.explaining.retrial import Retrial
from storycheck.logic.constraints import asserted, denied
from storycheck.meaning.formula import TRUE, conj, disj, has, neg
from storycheck.meaning.proposition import Proposition, Strength
from storycheck.solving.limits import Limits
from tests.small import item, judge

LITERALS = st.sampled_from([lit for name in "abc" for lit in (has(name), neg(has(name)))])
FORMULAS = st.one_of(
    LITERALS,
    st.lists(LITERALS, min_size=2, max_size=2).map(conj),
    st.lists(LITERALS, min_size=2, max_size=2).map(disj),
    st.just(TRUE),
)
PROPOSITIONS = st.builds(Proposition, st.sampled_from((*Strength, Strength.ALWAYS)), FORMULAS, FORMULAS)
ITEMS = st.lists(st.lists(PROPOSITIONS, min_size=1, max_size=2), min_size=1, max_size=5)


def _items(said: Sequence[Sequence[Proposition]]) -> list[Item]:
    return [item(f"u{n}", *propositions) for n, propositions in enumerate(said)]


def _inquiry(items: Sequence[Sequence[Proposition]], claim: Proposition, denial: bool) -> Inquiry:
    ground = judge(_items(items)).ground([claim])
    ways = denied(claim) if denial else [asserted(claim)]
    return Inquiry([ground.rules(way) for way in ways], ground)


def _contradict(inquiry: Inquiry, names: Names) -> bool:
    return inquiry.fails(sum(inquiry.units.get(name, 0) for name in names))


@settings(max_examples=300, deadline=None)
@given(ITEMS, PROPOSITIONS, st.booleans())
def test_any_sets(items: list[list[Proposition]], claim: Proposition, denial: bool) -> None:
    """Those that contradict, with and without superfluous units, and those that do not, all at once."""
    sets = [tuple(f"u{n}" for n in range(len(items)) if which >> n & 1) for which in range(1 << len(items))]
    inquiry = _inquiry(items, claim, denial)
    for used in Retrial(inquiry, low=False).used(sets):
        less = [tuple(name for name in used.units if name != left) for left in used.units]
        minimal = not any(_contradict(inquiry, names) for names in less)
        assert used.minimal == (_contradict(inquiry, used.units) and minimal)
        if used.minimal and judge(_items(items)).usable:
            alone = [[piece.proposition for piece in used.pieces]]
            assert _contradict(_inquiry(alone, claim, denial), ("u0",))


def test_what_the_limit_leaves_open_is_not_called_minimal() -> None:
    items = [[Proposition(Strength.ALWAYS, has("a"), has("b"))]]
    inquiry = _inquiry(items, Proposition(Strength.SOMETIMES, has("a"), neg(has("b"))), denial=False)
    (sure,) = Retrial(inquiry, low=False).used([("u0",)])
    inquiry.ground.limits = Limits(rlimit=1)
    (open_,) = Retrial(inquiry, low=False).used([("u0",)])
    assert (sure.minimal, open_.minimal) == (True, False)
    assert sure.pieces == open_.pieces
