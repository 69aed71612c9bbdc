"""Presumption: what System Z makes of a setup, on its textbook examples."""

from collections.abc import Sequence
from math import inf

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from storycheck.checking.given import Facts, Premise
from storycheck.evidence.items import Item
from storycheck.explaining.presumption import presumed
from storycheck.logic.constraints import Constraint, Kind, asserted
from storycheck.logic.evaluate import Case
from storycheck.meaning.formula import Atom, Formula, atoms, conj, has, holds, neg
from storycheck.meaning.proposition import Proposition, Strength
from storycheck.report import Verdict
from tests.oracle import minimal, ranks, valuations
from tests.small import item, judge, say, sets, verdict_of

BIRDS = (
    item("B", "usually bird: flies"),
    item("P", "always penguin: bird"),
    item("N", "usually penguin: !flies"),
    item("W", "usually bird: winged"),
)


def about(*facts: str) -> Facts:
    return Facts(tuple(Premise(f"s{n}", (say(f"this: {fact}"),)) for n, fact in enumerate(facts)))


@pytest.mark.parametrize(
    ("facts", "claim", "verdict", "carriers"),
    [
        (["bird"], "this: flies", Verdict.SUGGESTED, {("B",)}),
        (["bird"], "this: !flies", Verdict.CONTESTED, {("B",)}),
        (["bird", "red"], "this: flies", Verdict.SUGGESTED, {("B",)}),
        (["penguin"], "this: flies", Verdict.CONTESTED, {("N",)}),
        (["penguin", "red"], "this: !flies", Verdict.SUGGESTED, {("N",)}),
        (["bird", "!flies"], "this: penguin", Verdict.UNADDRESSED, set()),
        (["bird", "!flies"], "this: !penguin", Verdict.UNADDRESSED, set()),
        (["bird"], "this: !penguin", Verdict.SUGGESTED, {("B", "N")}),
        ([], "this bird: winged", Verdict.SUGGESTED, {("W",)}),
        (["fish"], "this: flies", Verdict.UNDETERMINED, set()),
    ],
)
def test_birds(facts: list[str], claim: str, verdict: Verdict, carriers: set[tuple[str, ...]]) -> None:
    """More specific rules win; red sets no bird apart; an odd bird is odd in no other way."""
    report = verdict_of(judge(BIRDS), claim, facts=about(*facts))
    assert report.verdict is verdict
    assert sets(report.conflicts) | sets(report.supports) == carriers
    if carriers:
        assert report.reason == ("presumption" if verdict is Verdict.SUGGESTED else "exceptional")


def test_an_exceptional_bird_inherits_nothing() -> None:
    """The known limit of System Z: penguins, being odd birds, are not presumed to be winged."""
    report = verdict_of(judge(BIRDS), "this: winged", facts=about("penguin"))
    assert report.verdict is Verdict.UNDETERMINED


def test_it_never_refutes_nor_entails() -> None:
    """What holds of all does; then nothing is presumed."""
    report = verdict_of(judge(BIRDS), "this: !bird", facts=about("penguin"))
    assert (report.verdict, sets(report.conflicts)) == (Verdict.REFUTED, {("P",)})
    assert report.conflicts[0].claims == ("c", "s0")
    report = verdict_of(judge(BIRDS), "this: bird", facts=about("penguin"))
    assert (report.verdict, sets(report.supports)) == (Verdict.ENTAILED, {("P",)})


def test_rules_at_odds_presume_nothing() -> None:
    """Quakers are pacifists, Republicans are not; this one is both."""
    nixon = [item("Q", "usually quaker: pacifist"), item("R", "usually republican: !pacifist")]
    report = verdict_of(judge(nixon), "this: pacifist", facts=about("quaker", "republican"))
    assert report.verdict is Verdict.UNDETERMINED


def test_rules_at_odds_presume_nothing_whatever_else_they_say() -> None:
    """That Republicans are odd citizens makes them no kind of Quakers."""
    items = [item("Q", "usually quaker: pacifist"), item("R", "usually republican: !pacifist")]
    odd = ["always republican: citizen", "usually citizen: votes", "usually republican: !votes"]
    report = verdict_of(
        judge([*items, item("O", *odd)]), "this: pacifist", facts=about("quaker", "republican")
    )
    assert report.verdict is Verdict.UNDETERMINED
    kind = [item("K", "always republican: quaker")]
    report = verdict_of(judge([*items, *kind]), "this: pacifist", facts=about("republican"))
    assert (report.reason, sets(report.conflicts)) == ("exceptional", {("R",)})


@pytest.mark.parametrize("claim", ["this: bird", "this: !bird"])
def test_rules_are_not_turned_round(claim: str) -> None:
    """What does not fly is not presumed to be no bird."""
    assert verdict_of(judge(BIRDS), claim, facts=about("!flies")).verdict is Verdict.UNDETERMINED


def test_a_rule_that_cannot_apply() -> None:
    """What is light and not wet flies: of what does not fly that says nothing, light as it may be."""
    items = [item("L", "usually grounded: light"), item("F", "usually light & !wet: flies")]
    items.append(item("G", "always grounded: !flies"))
    report = verdict_of(judge(items), "this: wet", facts=about("grounded"))
    assert report.reason != "presumption"


def test_the_exceptional_case_is_shown() -> None:
    report = verdict_of(judge(BIRDS), "this: flies", facts=about("penguin"))
    told = {atom.name: value for atom, value in (report.conflicts[0].witness or {}).items()}
    assert told == {"penguin": True, "flies": False}


Said = tuple[str, Proposition, Constraint]
CASES: list[Case] = [
    {Atom("has", name): True for name in valuation} for valuation in valuations("abcd", lambda _: True)
]


class Closure:
    """What the closure makes of a setup, by trying every case."""

    def __init__(self, items: Sequence[Item], setup: Formula, scope: Formula) -> None:
        self.said = [(each.id, p) for each in items for s in each.statements for p in s.propositions]
        self.constraints = [(unit, p, c) for unit, p in self.said for c in asserted(p)]
        found, shown = ranks(CASES, [c for *_, c in self.constraints])
        self.setup, self.rivals = setup, (conj([setup, scope]), conj([setup, neg(scope)]))
        self.first = [self._first(found, rival) for rival in self.rivals]
        self.rules = [each for each in self.constraints if each[2].kind.ranks]
        self.in_layer = [
            each for each, rank in zip(self.rules, shown, strict=True) if rank >= min(self.first)
        ]
        self.every = [each for each in self.constraints if each[2].kind is Kind.EVERY]

    def _first(self, found: Sequence[int | None], rival: Formula) -> float:
        shown = (rank for rank, case in zip(found, CASES, strict=True) if holds(rival, case))
        return min((rank for rank in shown if rank is not None), default=inf)

    def within(self, cases: Formula, rules: Sequence[Said]) -> list[Case]:
        """Such cases that break none of the rules, nor what holds of all."""
        breaks = [c.breaks for *_, c in rules]
        return [case for case in CASES if holds(cases, case) and not any(holds(b, case) for b in breaks)]

    def about(self, cases: Formula) -> list[Said]:
        found: list[Said] = []
        while True:
            left = self.within(cases, self.every + [each for each in found if each in self.in_layer])
            usual = [each for each in self.rules if each[2].kind is Kind.STRICTLY and each not in found]
            new = [each for each in usual if all(holds(each[1].restrictor, case) for case in left)]
            if not new:
                return found
            found += new

    def overrules(self) -> bool:
        """Whether rules about the setup are overruled: only by such as are about a part of their cases."""
        return any(each not in self.in_layer for each in self.about(self.setup))

    def carriers(self) -> set[tuple[str, ...]]:
        """The units that carry it, whatever they overrule."""
        rival = self.rivals[self.first[0] < self.first[1]]
        about = [each for each in self.about(self.setup) if each in self.in_layer]
        if self.within(rival, self.every + about):
            could = [
                each for each in self.in_layer if self.within(conj([self.setup, each[2].shows]), self.every)
            ]
            about_rival = [each for each in self.about(rival) if each in could]
            if not self.within(rival, self.every + [each for each in about_rival if each not in about]):
                return set()
            about = list(dict.fromkeys((*about, *about_rival)))
        rules = self.every + about
        units = sorted({unit for unit, *_ in rules})
        return minimal(
            units, lambda some: not self.within(rival, [each for each in rules if each[0] in some])
        )


RULES = [Strength.USUALLY] * 5 + [Strength.ALWAYS, Strength.NOT_USUALLY, Strength.SOMETIMES]
LITERALS = [each for letter in "abcd" for each in (has(letter), has(letter), neg(has(letter)))]
KINDS = st.lists(st.sampled_from(LITERALS), min_size=1, max_size=2).map(conj)
ONE_RULE = st.builds(Proposition, st.sampled_from(RULES), KINDS, st.sampled_from(LITERALS))


def _asked(setup: Formula) -> st.SearchStrategy[tuple[Formula, Formula]]:
    others = [each for each in LITERALS if each.atom not in atoms(setup)]
    return st.tuples(st.just(setup), st.sampled_from(others))


QUESTIONS = KINDS.flatmap(_asked)
PACKS = st.lists(st.lists(ONE_RULE, min_size=1, max_size=2), min_size=1, max_size=5)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PACKS, QUESTIONS)
def test_the_closure_is_that_of_system_z(
    pack: list[list[Proposition]], question: tuple[Formula, Formula]
) -> None:
    """As ranked by brute force: what is presumed, by which minimal sets of items about the setup."""
    items = [item(f"I{n}", *statements) for n, statements in enumerate(pack)]
    the_judge, (r, s) = judge(items), question
    assume(the_judge.usable)
    found, closure = presumed(r, s, the_judge.ground(()), 0), Closure(items, r, s)
    if found is None:
        assert closure.first[0] == closure.first[1] or not closure.carriers() or closure.overrules()
        return
    assert found.expected == (closure.first[0] < closure.first[1])
    assert found.always == (max(closure.first) == inf)
    carriers = {used.units for used in found.carriers}
    assert carriers <= closure.carriers()
    if all(each in closure.in_layer for each in closure.about(r)):
        assert carriers == closure.carriers()
