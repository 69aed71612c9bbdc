"""What rests on what in a story, against trying every order of argument; notes on its structure."""

from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from storycheck.checking.structure import dependents
from storycheck.diagnostics import Severity
from storycheck.report import Verdict
from storycheck.source import Span
from storycheck.syntax.directives import Step
from tests.checking.test_stories import told

CLAIMS = ("a", "b", "c", "d")
STEPS = st.lists(
    st.tuples(
        st.sampled_from(CLAIMS), st.lists(st.sampled_from(CLAIMS), min_size=1, max_size=2, unique=True)
    ),
    max_size=6,
)


def _argued(order: tuple[str, ...], steps: list[Step], founded: frozenset[str]) -> set[str]:
    """The claims that stand if arguments are made in this order only."""
    found: set[str] = set()
    for name in order:
        own = [step for step in steps if step.id == name]
        if not own or name in founded or any(found.issuperset(step.premises) for step in own):
            found.add(name)
    return found


def _stands(steps: list[Step], founded: frozenset[str], left: tuple[str, ...]) -> set[str]:
    return set().union(*(_argued(order, steps, founded) for order in permutations(left)))


@settings(max_examples=150, deadline=None)
@given(STEPS, st.frozensets(st.sampled_from(CLAIMS), max_size=2))
def test_what_falls_with_a_claim(drawn: list[tuple[str, list[str]]], founded: frozenset[str]) -> None:
    """Whatever stood, and in no order can be argued for without it."""
    steps = [Step(claim, tuple(premises), Span(0, 0)) for claim, premises in drawn]
    found = dependents(CLAIMS, steps, founded)
    before = _stands(steps, founded, CLAIMS)
    for claim in CLAIMS:
        after = _stands(steps, founded, tuple(name for name in CLAIMS if name != claim))
        assert set(found.get(claim, ())) == before - after - {claim}


STORY = """
    goal
      g1: The model generalizes well.
      g2: Pruned networks generalize well.
    rationale
      r1: SGD always reaches good minima.
      r2: Finetuned networks usually forget the previous task.
      r3: Good minima generalize well.
      r4: Pruned networks generalize badly.
      r5: Pruned networks sometimes generalize badly.
      therefore g1 from r1, r3
      therefore r4 from r5
      therefore r5 from r4
"""


def test_a_story_with_loose_ends() -> None:
    """A goal that nothing reaches, a claim that nothing uses, a circle, and a goal that falls."""
    report = told(STORY)
    notes = {d.code: d.message for d in report.diagnostics if d.severity is Severity.NOTE}
    assert notes["unreached-goal"] == "no step reaches `g2`"
    assert notes["unused-claim"] == "no step uses `r2`"
    assert notes["circular-steps"] == "`r4` and `r5` rest on each other"
    by_name = {claim.id: claim for claim in report.claims}
    assert by_name["r1"].verdict is Verdict.REFUTED
    assert by_name["r1"].dependents == ("g1",)
    assert by_name["r2"].dependents == by_name["r4"].dependents == ()


def test_a_rationale_without_a_goal() -> None:
    report = told("rationale\n  r1: SGD usually reaches good minima.\n")
    assert [d.code for d in report.diagnostics] == ["rationale-without-goal"]


def test_nothing_is_noted_of_a_story_without_steps() -> None:
    report = told("goal\n  g1: Pruned networks generalize well.\nrationale\n  r1: SGD reaches good minima.\n")
    assert report.diagnostics == ()


def test_a_goal_that_the_evidence_gives_needs_no_step() -> None:
    report = told(
        "goal\n  g1: SGD usually reaches good minima.\n  g2: Pruned networks generalize well.\n"
        "rationale\n  r1: Pruning makes networks generalize well.\n  therefore g2 from r1\n"
    )
    assert [d.code for d in report.diagnostics] == []


def test_many_are_counted() -> None:
    claims = "".join(f"  r{n}: SGD usually reaches good minima.\n" for n in range(1, 17))
    report = told(f"goal\n  g1: The network is pruned.\nrationale\n{claims}  therefore g1 from r16\n")
    (note,) = (d for d in report.diagnostics if d.code == "unused-claim")
    assert (
        note.message
        == "no step uses `r1`, `r2`, `r3`, `r4`, `r5`, `r6`, `r7`, `r8`, `r9`, `r10`, `r11` and 4 others"
    )


def test_what_was_not_read_is_not_told_to_be_unused() -> None:
    claims = "  r1: Wobblies gimble.\n  r2: SGD usually reaches good minima.\n"
    report = told(f"goal\n  g1: The network is pruned.\nrationale\n{claims}  therefore g1 from r2\n")
    assert not any(d.code == "unused-claim" for d in report.diagnostics)
