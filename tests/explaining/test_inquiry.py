"""Minimal sets against several branches: cut short, they are minimal, and of those that there are."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.small import ALL, item, judge, say, sets, verdict_of

STEPS = st.sampled_from([f"always {a}: {b}" for a in "ad" for b in ("b", "c", "d", "b & c") if a != b])
SAID = st.lists(STEPS, min_size=3, max_size=6, unique=True)
CLAIMS = st.sampled_from((("always a: b", "always a: c"), ("always a: b", "usually a: c"), ("always a: b",)))


@settings(max_examples=200, deadline=None)
@given(SAID, CLAIMS, st.integers(1, 2))
def test_cut_short_all_are_still_minimal(said: list[str], claim: tuple[str, ...], limit: int) -> None:
    items = [item("there", "sometimes a: g"), *(item(f"I{n}", each) for n, each in enumerate(said))]
    whole = verdict_of(judge(items), *claim)
    the_judge = judge(items, limits=ALL._replace(max_conflicts=limit))
    found = verdict_of(the_judge, *claim)
    assert (found.verdict, found.rests_on) == (whole.verdict, whole.rests_on)
    assert all(each.minimal for each in found.supports)
    assert sets(found.supports) <= sets(whole.supports)
    if whole.supports:
        assert the_judge.brief([say(each) for each in claim]).deciding in sets(whole.supports)


def test_what_proves_one_part_is_left_out_where_what_proves_the_other_does_it_too() -> None:
    items = [item("A", "always a: x"), item("B", "always x: b"), item("C", "always a: y"),
             item("D", "always y: b & c"), item("there", "sometimes a: z")]  # fmt: skip
    found = verdict_of(judge(items, limits=ALL._replace(max_conflicts=1)), "always a: b", "always a: c")
    assert [(each.evidence, each.minimal) for each in found.supports] == [(("C", "D"), True)]
