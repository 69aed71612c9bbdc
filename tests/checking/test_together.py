"""What is new is asked about beside what is known to hold, and the answer is that about the whole."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from storycheck.checking.given import NO_FACTS, Facts, Premise
from storycheck.checking.together import Together
from storycheck.evidence.items import Scaling
from storycheck.meaning.proposition import Proposition
from storycheck.meaning.vocabulary import Concept
from tests.small import Confidence, item, judge, say, vocabulary

SAID = [
    *(f"{how} a: {that}" for how in ("always", "usually", "sometimes") for that in ("b", "!b", "c", "!c")),
    *("usually : a", "always b: !c", "not usually b: c", "this: a", "this: b & !c", "usually a & b: !c"),
    *("usually large: !b", "always a & large: c"),
]
WORDS = vocabulary(
    [Concept(n, n) for n in "abcd"] + [Concept("large", "large", kind_of=("b",), dimension="scale")]
)
STORIES = st.lists(st.lists(st.sampled_from(SAID), max_size=4, unique=True), max_size=5)
EVIDENCE = st.lists(st.sampled_from(SAID[:-5]), max_size=3, unique=True)


@settings(max_examples=150, deadline=None)
@given(EVIDENCE, STORIES, st.sampled_from([NO_FACTS, Facts((Premise("f", (say("this: a"),)),))]))
def test_what_was_known_changes_no_answer(found: list[str], stories: list[list[str]], facts: Facts) -> None:
    scales = Scaling("robust", Confidence.LOW)
    the_judge = judge([item(f"I{n}", said, scaling=scales) for n, said in enumerate(found)], WORDS)
    if not the_judge.usable:
        return
    warm = Together()
    for story in stories:
        said = [say(each) for each in story]
        assert warm.hold(said, facts, the_judge) is Together().hold(said, facts, the_judge)


def test_only_what_is_new_is_asked_about() -> None:
    the_judge = judge([item("I", "usually a: b")], WORDS)
    asked: list[tuple[Sequence[Proposition], Sequence[Proposition]]] = []
    stands = the_judge.stands

    def spied(claim, beside, facts, setting):  # type: ignore[no-untyped-def]
        asked.append((claim, beside))
        return stands(claim, beside, facts, setting)

    the_judge.stands = spied  # type: ignore[method-assign]
    together = Together()
    one, two, three = say("usually a: c"), say("usually c: d"), say("always a: !c")
    assert together.hold([one, two], NO_FACTS, the_judge)
    assert together.hold([one], NO_FACTS, the_judge)
    assert not together.hold([one, three], NO_FACTS, the_judge)
    assert asked == [((one, two), ()), ((three,), (one,))]


def test_what_held_in_one_setting_is_asked_again_in_another() -> None:
    """It is a claim about large setups against which what was found is asserted of large ones too."""
    words = vocabulary([*(Concept(n, n) for n in "abdef"), Concept("large", "large", dimension="scale")])
    the_judge = judge([item("I", "usually a: b", scaling=Scaling("robust", Confidence.STRONG))], words)
    together = Together()
    before = [say(each) for each in ("always d: large", "always !d: !large", "not usually a & d: b")]
    assert together.hold(before, NO_FACTS, the_judge)
    assert not together.hold([*before, say("sometimes large & e: f")], NO_FACTS, the_judge)
