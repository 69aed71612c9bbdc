"""Every two-premise argument over three nouns, in every figure, against brute force over ranked models.

Each of the six forms needs at most one case to be true, and so does its denial: a counter-model has at
most three cases. `test_three_cases_are_enough` holds that against all ranked models over two nouns.
"""

from functools import cache
from itertools import combinations, product

import pytest

from storycheck.checking.claims import Judge
from storycheck.checking.given import Facts, Premise
from storycheck.checking.steps import judge_step
from storycheck.evidence.items import Item
from storycheck.logic.evaluate import Ranked, satisfies
from storycheck.meaning.proposition import Proposition
from storycheck.report import StepReport, Verdict
from storycheck.source import Span
from storycheck.syntax.directives import Step
from tests.oracle import Worlds, ranked_models, small_worlds
from tests.small import item, judge, say, verdict_of

FORMS = (
    "always {}: {}",
    "always {}: !{}",
    "sometimes {}: {}",
    "sometimes {}: !{}",
    "usually {}: {}",
    "usually {}: !{}",
)
FIGURES = [(first, second) for first in (("m", "p"), ("p", "m")) for second in (("s", "m"), ("m", "s"))]


@cache
def worlds() -> Worlds:
    """All ranked models with at most three cases over three nouns."""
    return Worlds(ranked_models(("s", "m", "p"), most=3, own=False))


def arguments() -> list[tuple[Proposition, Proposition, Proposition]]:
    found = []
    for first, second in FIGURES:
        for forms in product(FORMS, repeat=3):
            pairs = (first, second, ("s", "p"))
            one, two, three = (say(form.format(*pair)) for form, pair in zip(forms, pairs, strict=True))
            found.append((one, two, three))
    return found


def step(
    premises: tuple[Proposition, ...], conclusion: Proposition, known: tuple[Item, ...] = ()
) -> StepReport:
    sentences = {f"p{n}": Premise(f"p{n}", (p,)) for n, p in enumerate(premises)}
    sentences["c"] = Premise("c", (conclusion,))
    names = tuple(f"p{n}" for n in range(len(premises)))
    the_judge = judge(known)
    return judge_step(Step("c", names, Span(0, 0)), sentences, Facts(), the_judge)


def test_all_864_arguments_follow_or_not_as_brute_force_says() -> None:
    """And where one does not follow, its case breaks the conclusion, if any single case does."""
    tried = arguments()
    assert len(tried) == 864
    following = 0
    for first, second, conclusion in tried:
        report = step((first, second), conclusion)
        assert report.follows == worlds().entails([first, second], [conclusion])
        following += bool(report.follows)
        assert (report.gap is None) == report.follows
    assert following > 20


def test_all_864_conclusions_are_refuted_or_not_as_brute_force_says() -> None:
    """With the premises as evidence."""
    judges: dict[tuple[Proposition, Proposition], Judge] = {}
    refuted = 0
    for first, second, conclusion in arguments():
        if (first, second) not in judges:
            judges[first, second] = judge([item("I1", first), item("I2", second)])
        verdict = verdict_of(judges[first, second], conclusion).verdict
        assert (verdict is Verdict.REFUTED) == worlds().refutes([first, second], [conclusion])
        refuted += verdict is Verdict.REFUTED
    assert refuted > 20


@pytest.mark.parametrize("forms", list(combinations(FORMS, 2)))
def test_three_cases_are_enough(forms: tuple[str, str]) -> None:
    """Whether three statements over two nouns can all hold does not need more than three cases."""
    few, many = Worlds(ranked_models(("a", "b"), most=3, own=False)), small_worlds(("a", "b"))
    pairs = (("a", "b"), ("b", "a"))
    texts = [form.format(*pair) for form in forms for pair in pairs] + [FORMS[4].format("a", "b")]
    for three in combinations([say(text) for text in texts], 3):
        assert few.consistent(three) == many.consistent(three)
        for each in three:
            rest = [other for other in three if other is not each]
            assert few.entails(rest, [each]) == many.entails(rest, [each])


def test_a_gap_is_a_case_of_a_model_of_the_premises() -> None:
    """ "Birds fly; penguins are birds; so penguins fly" fails where penguins are odd birds."""
    report = step((say("usually bird: flies"), say("always penguin: bird")), say("usually penguin: flies"))
    assert report.follows is False
    assert report.gap is not None
    told = {atom.name: value for atom, value in report.gap.items()}
    assert told == {"bird": True, "penguin": True, "flies": False}
    alone = Ranked(((0, report.gap),))
    assert not satisfies(alone, say("usually penguin: flies"))


def test_a_gap_obeys_what_is_known_of_what_the_premises_speak_of() -> None:
    """The conclusion says nothing of fits, but all that fit are late: the case is none of the two."""
    known = item("I1", "always fits: late", "always late: !deep")
    report = step((say("usually bird: fits"), say("this: bird & deep")), say("this: flies"), (known,))
    assert report.gap is not None
    told = {atom.name for atom, value in report.gap.items() if value}
    assert told == {"bird", "deep"}


def test_premises_that_clash_with_what_is_known_have_no_gap() -> None:
    """Each of them stands alone."""
    known = item("I1", "always late: !deep")
    said = (say("always bird: late"), say("sometimes bird: deep"))
    report = step(said, say("sometimes bird: flies"), (known,))
    assert (report.follows, report.gap) == (False, None)


def test_a_gap_needs_no_case_that_has_nothing_to_do_with_it() -> None:
    """That all big kites fly presupposes one, which the bird that does not fly is not, and need not show."""
    known = item("I1", "always kite & big: flies", "always bird & !tame: kite", "always bird & tame: big")
    report = step((say("usually bird: flies"),), say("always bird: flies"), (known,))
    assert report.follows is False
    assert report.gap is not None
