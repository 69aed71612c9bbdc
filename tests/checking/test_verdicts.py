"""All verdicts, and what comes with them."""

from itertools import permutations

import pytest

from storycheck.checking.claims import Judge
from storycheck.checking.given import ClaimInput, Facts, Premise
from storycheck.evidence.items import Confidence, Dispute, Item, Scaling, Status
from storycheck.explaining.findings import Assumption
from storycheck.meaning.formula import All, Any, Atom, Formula, Lit, conj, has, neg
from storycheck.meaning.proposition import Proposition, Reading, Strength
from storycheck.report import Verdict
from storycheck.solving.limits import Limits
from storycheck.source import Span
from tests.small import ALL, Concept, Quantity, evidence, item, judge, say, sets, verdict_of, vocabulary

WORDS = vocabulary(
    [
        Concept("sgd", "trained with SGD", kind_of=("descent",)),
        Concept("descent", "trained with gradient descent"),
        Concept("good", "reaches a good minimum", means=("fits", "generalizes")),
        Concept("bad", "reaches a bad minimum", means=("fits", "not generalizes")),
        Concept("at-scale", "at scale", dimension="scale"),
        Concept("robust", "robust"),
    ],
    [Quantity("robustness", "robustness", high="robust"), Quantity("accuracy", "accuracy")],
)


def change(kind: str, name: str) -> Lit:
    return Lit(Atom(kind, name))  # type: ignore[arg-type]


EVIDENCE: list[Item] = [
    item("G1", "usually sgd: good", "sometimes sgd: fits", scaling=Scaling("stronger", Confidence.STRONG)),
    item(
        "G2",
        "usually sgd & shuffled: bad",
        confidence=Confidence.MEDIUM,
        scaling=Scaling("robust", Confidence.MEDIUM),
        disputes=(Dispute("D1", "", (), ""),),
    ),
    item("D1", "usually sgd & shuffled: good", confidence=Confidence.LOW),
    item("F1", "usually finetuned: forgets", disputes=(Dispute("D2", "at-scale", ("F1.1",), ""),)),
    item("L1", "usually pruned: bad", confidence=Confidence.LOW),
    item("R1", "always pruned: !sgd", status=Status.RETRACTED),
    item("N1", "always frozen: !plastic", confidence=Confidence.MEDIUM),
    item(
        "C1",
        Proposition(Strength.USUALLY, change("rises", "robustness"), change("falls", "accuracy")),
        Proposition(
            Strength.USUALLY,
            conj([has("pruned"), neg(change("base", "pruned"))]),
            change("falls", "accuracy"),
        ),
    ),
]
JUDGE = judge(EVIDENCE, WORDS)

TABLE = [
    ("always sgd: good", Verdict.REFUTED, {("G2",)}),
    ("always descent: good", Verdict.REFUTED, {("G2",)}),
    ("always sgd: !good", Verdict.REFUTED, {("G1",)}),
    ("usually sgd: good", Verdict.ENTAILED, {("G1",)}),
    ("sometimes descent: generalizes", Verdict.ENTAILED, {("G1",)}),
    ("not usually sgd: bad", Verdict.ENTAILED, {("G1",)}),
    ("sometimes frozen: plastic", Verdict.REFUTED, {("N1",)}),
    ("usually pruned: generalizes", Verdict.CONTESTED, {("L1",)}),
    ("usually pruned: !good", Verdict.SUGGESTED, {("L1",)}),
    ("usually descent: good", Verdict.UNDETERMINED, set()),
    ("always sgd & warm: good", Verdict.UNDETERMINED, set()),
    ("usually sgd: conscious", Verdict.UNADDRESSED, set()),
    ("usually probe: accurate", Verdict.UNADDRESSED, set()),
    ("usually good: generalizes", Verdict.VACUOUS, set()),
    ("usually frozen & plastic: good", Verdict.VACUOUS, {("N1",)}),
    ("sometimes good: bad", Verdict.INCOHERENT, set()),
    ("always good & bad: sgd", Verdict.INCOHERENT, set()),
]


@pytest.mark.parametrize(("claim", "verdict", "findings"), TABLE)
def test_table(claim: str, verdict: Verdict, findings: set[tuple[str, ...]]) -> None:
    report = verdict_of(JUDGE, claim)
    assert report.verdict is verdict
    assert sets(report.conflicts) | sets(report.supports) == findings


def test_all_ten_verdicts_are_there() -> None:
    """With unread and unknown below."""
    assert {verdict for _, verdict, _ in TABLE} | {Verdict.UNREAD, Verdict.UNKNOWN} == set(Verdict)


def test_nothing_read_is_unread() -> None:
    assert JUDGE.judge(ClaimInput("c", "claims", "Gibberish.", Span(0, 10), ())).verdict is Verdict.UNREAD


@pytest.mark.parametrize("limits", [Limits(rlimit=1), Limits(rlimit=8)])
def test_an_exhausted_budget_is_unknown(limits: Limits) -> None:
    """Never another verdict."""
    tight = Judge(evidence(*EVIDENCE), WORDS, limits, consistent=True)
    report = verdict_of(tight, "always sgd: good")
    assert (report.verdict, report.conflicts) == (Verdict.UNKNOWN, ())
    assert report.reason


def test_inconsistent_evidence_judges_nothing() -> None:
    broken = judge([item("A", "always a: b"), item("B", "sometimes a: !b"), item("C", "usually x: y")])
    assert [conflict.evidence for conflict in broken.inconsistencies] == [("A", "B")]
    assert broken.inconsistencies[0].statements == ("A.1", "B.1")
    report = verdict_of(broken, "usually x: y")
    assert (report.verdict, report.reason) == (Verdict.UNKNOWN, "inconsistent evidence")


def test_conflicts_tell_what_they_use() -> None:
    """Statements, confidence, counter-evidence, and a case."""
    (conflict,) = verdict_of(JUDGE, "always sgd: good").conflicts
    assert conflict.statements == ("G2.1",)
    assert conflict.confidence is Confidence.MEDIUM
    assert conflict.disputes == ("D1",)
    assert conflict.minimal
    assert conflict.claims == ("c",)
    assert conflict.assumptions == ()
    told = {atom.name: value for atom, value in (conflict.witness or {}).items()}
    assert told == {"sgd": True, "shuffled": True, "bad": True, "good": False}


def test_extension_is_an_assumption() -> None:
    """A claim limited to scale meets what carries over, with the lower confidence."""
    (conflict,) = verdict_of(JUDGE, "always sgd & at-scale: good").conflicts
    assert conflict.assumptions == (Assumption("G2", "scale", Confidence.MEDIUM),)
    (support,) = verdict_of(JUDGE, "usually sgd & at-scale: good").supports
    assert support.assumptions == (Assumption("G1", "scale", Confidence.STRONG),)
    assert verdict_of(JUDGE, "sometimes frozen & at-scale: plastic").verdict is Verdict.UNDETERMINED


def test_statements_are_told_in_one_order() -> None:
    """By item and number, whatever the order of the evidence, where it is presumed too."""
    chain = [item("A", "usually x: y"), item("B", "always y: z"), item("C", "always z: w")]
    for order in permutations(chain):
        (support,) = verdict_of(judge(order), "this x: w").supports
        assert support.statements == ("A.1", "B.1", "C.1")


def test_extensions_that_contradict_prove_nothing() -> None:
    """A general rule carried over to scale, against what was found at scale."""
    odd = [
        item("A", "usually x: y", scaling=Scaling("robust", Confidence.STRONG)),
        item("B", "usually x & at-scale: !y"),
    ]
    report = verdict_of(judge(odd, WORDS), "usually x & at-scale: y")
    assert sets(report.conflicts) == {("B",)}
    assert verdict_of(judge(odd, WORDS), "usually x & at-scale: z").verdict is Verdict.UNADDRESSED
    assert verdict_of(judge(odd, WORDS), "sometimes x & at-scale: !x").verdict is Verdict.INCOHERENT


def test_a_dispute_in_the_scope_of_the_claim_only_contests() -> None:
    scaled = [
        *EVIDENCE[:3],
        item(
            "F1",
            "usually finetuned: forgets",
            scaling=Scaling("robust", Confidence.STRONG),
            disputes=(Dispute("D2", "at-scale", ("F1.1",), ""),),
        ),
    ]
    general = verdict_of(judge(scaled, WORDS), "usually finetuned: !forgets")
    assert (general.verdict, general.conflicts[0].disputes) == (Verdict.REFUTED, ("D2",))
    limited = verdict_of(judge(scaled, WORDS), "usually finetuned & at-scale: !forgets")
    assert (limited.verdict, limited.reason) == (Verdict.CONTESTED, "disputed")
    assert verdict_of(judge(scaled, WORDS), "usually finetuned & at-scale: forgets").reason == "disputed"


def test_strongest_first_then_smallest() -> None:
    """Confidence, then size, then names; a bound takes the best of what there is."""
    items = [
        item("Z", "sometimes a: !b", confidence=Confidence.STRONG),
        item("M", "sometimes a: !b", confidence=Confidence.MEDIUM),
        item("P", "sometimes a: c", confidence=Confidence.STRONG),
        item("Q", "always c: !b", confidence=Confidence.STRONG),
    ]
    report = verdict_of(judge(items), "always a: b")
    assert [conflict.evidence for conflict in report.conflicts] == [("Z",), ("P", "Q"), ("M",)]
    assert report.confidence is Confidence.STRONG
    assert report.conflicts_complete
    one = verdict_of(judge(items, limits=Limits(max_conflicts=1)), "always a: b")
    assert [conflict.evidence for conflict in one.conflicts] == [("Z",)]
    assert not one.conflicts_complete


def test_the_surest_statements_of_an_item_are_told() -> None:
    """And as few as will do."""
    sure = item("I", "sometimes a: !b", "sometimes a: c & !b", confidence=Confidence.STRONG)
    report = verdict_of(judge([sure]), "always a: b")
    assert [len(conflict.statements) for conflict in report.conflicts] == [1]


@pytest.mark.parametrize("place", [0, 1, 2])
def test_of_statements_that_each_do_it_the_surest_is_told(place: int) -> None:
    plain = item(
        "I", "sometimes a: !b", "sometimes a & c: !b", "sometimes a & d: !b", confidence=Confidence.MEDIUM
    )
    said = list(plain.statements)
    said[place] = said[place]._replace(confidence=Confidence.STRONG)
    (conflict,) = verdict_of(judge([plain._replace(statements=tuple(said))]), "always a: b").conflicts
    assert (conflict.statements, conflict.confidence) == ((f"I.{place + 1}",), Confidence.STRONG)


def test_what_was_seen_in_the_setup_is_told_before_what_carries_over_to_it() -> None:
    """However sure that is: an assumption that is not needed is none."""
    sure = Scaling("robust", Confidence.STRONG)
    plain = item("I", "usually sgd: fits", "usually sgd & at-scale: fits", scaling=sure)
    first, second = plain.statements
    both = plain._replace(statements=(first, second._replace(confidence=Confidence.MEDIUM)))
    (conflict,) = verdict_of(judge([both], WORDS), "usually sgd & at-scale: !fits").conflicts
    assert (conflict.statements, conflict.assumptions) == (("I.2",), ())


def test_bare_generics_tell_what_always_would_get() -> None:
    report = verdict_of(JUDGE, "usually sgd: good", generic=True)
    assert report.stricter is not None
    assert (report.stricter.verdict, report.stricter.evidence) == (Verdict.REFUTED, ("G2",))
    assert verdict_of(JUDGE, "usually sgd: good").stricter is None


@pytest.mark.parametrize(
    "claims",
    [
        ("sgd & shuffled: good",),
        ("good: !generalizes",),
        ("sgd: !good", "sgd & warm: good"),
        ("sgd: !good", "sgd: fits"),
    ],
)
def test_what_contradicts_a_bare_generic_contradicts_it_as_always(claims: tuple[str, ...]) -> None:
    """What is refuted by evidence may be incoherent as *always* only where it says several things."""
    report = verdict_of(JUDGE, *(f"usually {claim}" for claim in claims), generic=True)
    always = verdict_of(JUDGE, *(f"always {claim}" for claim in claims))
    assert report.verdict in (Verdict.REFUTED, Verdict.INCOHERENT)
    assert report.stricter is not None
    assert report.stricter.verdict is always.verdict
    assert report.stricter.evidence in {(), *(conflict.evidence for conflict in always.conflicts)}


def test_a_coordination_has_one_verdict_and_one_for_each_part() -> None:
    report = verdict_of(JUDGE, "usually sgd: good", "always sgd: good")
    assert report.verdict is Verdict.REFUTED
    assert [part.verdict for part in report.parts] == [Verdict.ENTAILED, Verdict.REFUTED]
    both = verdict_of(JUDGE, "usually sgd: good", "always frozen: !plastic")
    assert (both.verdict, sets(both.supports)) == (Verdict.ENTAILED, {("G1", "N1")})


def test_two_readings() -> None:
    """Agreeing ones are one; of differing ones the worse is told, with both."""

    def read(*claims: str) -> ClaimInput:
        readings = tuple(Reading((say(claim),)) for claim in claims)
        return ClaimInput("c", "claims", "", Span(0, 0), readings, words=tuple((claim,) for claim in claims))

    same = JUDGE.judge(read("always sgd: good", "always descent: good"))
    assert (same.verdict, same.reason, same.parts) == (Verdict.REFUTED, None, ())
    differing = JUDGE.judge(read("usually sgd: good", "always sgd: good"))
    assert (differing.verdict, differing.reason) == (Verdict.REFUTED, "two readings")
    assert [(p.reading, p.verdict) for p in differing.parts] == [
        ("usually sgd: good", Verdict.ENTAILED),
        ("always sgd: good", Verdict.REFUTED),
    ]


def test_comparisons() -> None:
    """Told from either side; a pole is the same as more of its quantity where the other side is named."""
    more = Proposition(Strength.USUALLY, change("rises", "robustness"), change("rises", "accuracy"))
    assert sets(verdict_of(JUDGE, more).conflicts) == {("C1",)}
    less = Proposition(Strength.USUALLY, change("falls", "robustness"), change("rises", "accuracy"))
    assert sets(verdict_of(JUDGE, less).supports) == {("C1",)}
    never = Proposition(Strength.ALWAYS, change("falls", "robustness"), neg(change("rises", "accuracy")))
    assert sets(verdict_of(JUDGE, never).conflicts) == {("C1",)}
    beside = conj([has("robust"), neg(change("base", "robust"))])
    poles = Proposition(Strength.SOMETIMES, beside, change("falls", "robustness"))
    assert verdict_of(JUDGE, poles).verdict is Verdict.INCOHERENT


def test_only_the_same_change_addresses() -> None:
    """What accuracy does when robustness rises says nothing of more data; pruning is about pruning."""
    data = Proposition(Strength.USUALLY, change("rises", "data"), change("rises", "accuracy"))
    assert verdict_of(JUDGE, data).verdict is Verdict.UNADDRESSED
    pruned = conj([has("pruned"), has("warm"), neg(change("base", "pruned"))])
    narrower = Proposition(Strength.USUALLY, pruned, change("rises", "accuracy"))
    report = verdict_of(JUDGE, narrower)
    assert (report.verdict, report.related) == (Verdict.UNDETERMINED, ("C1",))


def test_related_items_come_nearest_first() -> None:
    report = verdict_of(JUDGE, "always sgd & warm: good")
    assert report.related == ("G1", "G2", "D1", "L1")
    assert verdict_of(JUDGE, "usually sgd: conscious").related[:1] == ("G1",)


def test_evidence_that_excludes_the_case_does_not_address() -> None:
    """A claim about frozen networks is not addressed by what holds where they are plastic."""
    words = [item("N", "always frozen: !plastic"), item("P", "usually plastic: fast")]
    assert verdict_of(judge(words), "usually frozen: fast").verdict is Verdict.UNADDRESSED


def test_what_bounds_a_claim_addresses_it() -> None:
    """What would be false as "always" is spoken of by what refutes that."""
    words = vocabulary([Concept("shared", "shared", excludes=("split",))])
    found = verdict_of(judge([item("S", "sometimes shared: memorizes")], words), "usually memorizes: split")
    assert (found.verdict, found.related) == (Verdict.UNDETERMINED, ("S",))
    apart = judge([item("S", "sometimes shared: fast")], words)
    assert verdict_of(apart, "usually memorizes: split").verdict is Verdict.UNADDRESSED


def test_either_side_of_an_existence_may_vary() -> None:
    """ "Robust without more data" is spoken of by what says that robustness needs more data."""
    needs = item("D", Proposition(Strength.USUALLY, change("rises", "robustness"), change("rises", "data")))
    without = neg(change("rises", "data"))
    claim = Proposition(Strength.SOMETIMES, without, change("rises", "robustness"))
    report = verdict_of(judge([needs], WORDS), claim)
    assert (report.verdict, report.related) == (Verdict.UNDETERMINED, ("D",))


def test_claims_use_the_storys_premises_by_name() -> None:
    facts = Facts(
        (
            Premise("s1", (say("this: sgd"),)),
            Premise("a1", (say("always sgd: happy"),)),
            Premise("a2", (say("usually cat: grey"),)),
        )
    )
    report = verdict_of(JUDGE, "this: !happy", facts=facts)
    assert (report.verdict, report.conflicts[0].claims) == (Verdict.REFUTED, ("a1", "c", "s1"))
    assert report.conflicts[0].evidence == ()
    assert verdict_of(JUDGE, "this: happy", facts=facts).verdict is Verdict.ENTAILED
    assert verdict_of(JUDGE, "usually cat: !grey", facts=facts).conflicts[0].claims == ("a2", "c")


def test_an_assumption_against_the_evidence_does_not_prove_everything() -> None:
    facts = Facts((Premise("a1", (say("always sgd: bad"),)),))
    assert verdict_of(JUDGE, "usually probe: accurate", facts=facts).verdict is Verdict.UNADDRESSED
    assert verdict_of(JUDGE, "always frozen: plastic", facts=facts).conflicts[0].claims == ("c",)


def test_words_of_a_story_are_added() -> None:
    """To the same evidence."""
    added = dict(WORDS.concepts) | {"wug": Concept("wug", "a wug", kind_of=("sgd",))}
    extended = JUDGE.extended(vocabulary(added.values(), WORDS.quantities.values()))
    assert extended.shelf.index is JUDGE.shelf.index
    assert verdict_of(extended, "always sgd: good").verdict is Verdict.REFUTED
    assert verdict_of(extended, "sometimes wug: !descent").verdict is Verdict.INCOHERENT


def test_unbounded_lists_everything() -> None:
    items = [item(f"I{n:02}", "sometimes a: !b") for n in range(12)]
    assert len(verdict_of(judge(items, limits=ALL), "always a: b").conflicts) == 12
    bounded = verdict_of(judge(items, limits=Limits()), "always a: b")
    assert (len(bounded.conflicts), bounded.conflicts_complete) == (8, False)


def test_deep_nesting_is_unknown() -> None:
    """Not a crash."""
    nested: Formula = has("a0")
    for depth in range(1, 3000):
        nested = (All if depth % 2 else Any)((nested, has(f"a{depth}")))
    report = verdict_of(JUDGE, Proposition(Strength.ALWAYS, has("sgd"), nested))
    assert (report.verdict, report.reason) == (Verdict.UNKNOWN, "nested too deeply")


def test_wide_alternatives_are_fine() -> None:
    wide = Any(tuple(All((has(f"a{n}"), has(f"b{n}"))) for n in range(200)))
    report = verdict_of(JUDGE, Proposition(Strength.USUALLY, has("sgd"), wide))
    assert report.verdict is Verdict.UNADDRESSED


def test_what_needs_no_evidence_is_minimal() -> None:
    """A part whose conditions exclude each other: the empty set of items is enough, and minimal."""
    never = Proposition(Strength.THIS, conj([has("good"), neg(has("good"))]), conj([]))
    (found,) = verdict_of(judge([]), "always sgd: good", never).conflicts
    assert (found.evidence, found.minimal) == ((), True)


def test_what_one_part_of_a_claim_says_leads_to_the_other() -> None:
    """That all is happy, and what is happy grey, leaves no case that is not grey."""
    found = judge([item("G", "sometimes !grey: cat")])
    everything = Proposition(
        Strength.ALWAYS, Any((has("happy"), neg(has("happy")))), say("this: happy & grey").scope
    )
    assert sets(verdict_of(found, everything).conflicts) == {("G",)}
    assert sets(verdict_of(found, "always: happy", "always happy: grey").conflicts) == {("G",)}
