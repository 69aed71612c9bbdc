"""Deciding claims: time per claim as the evidence grows, and against Z3 asked about everything at once.

Prints, measured in one run:

- time per claim with 2,000 and 20,000 synthetic items against 200, at the same slice size (goal 3);
- the same claims with real quantifiers over uninterpreted cases, the obvious encoding, on few items;
- enumeration of all minimal conflicts of dense slices (`bench/enumeration.py` compares it).

Usage: python bench/solving.py [--claims N]
"""

import argparse
import random
import time
from collections.abc import Callable, Sequence

from storycheck.checking.claims import Judge
from storycheck.checking.given import ClaimInput
from storycheck.evidence.items import Confidence, EvidenceSet, Item, Scaling, Statement, Status
from storycheck.meaning.formula import All, Formula, Lit, conj, has, neg
from storycheck.meaning.proposition import Proposition, Reading, Strength
from storycheck.meaning.vocabulary import Concept, Vocabulary
from storycheck.report import Verdict
from storycheck.solving.limits import Limits
from storycheck.source import Span

CLUSTER = 10
"""Items that speak of the same things; a claim concerns one cluster."""


def item(name: str, propositions: Sequence[Proposition], confidence: Confidence) -> Item:
    """An accepted item with one statement for each proposition."""
    statements = (Statement(f"{name}.{n}", "", (p,), confidence) for n, p in enumerate(propositions, 1))
    return Item(
        id=name,
        title=name,
        aliases=(),
        status=Status.ACCEPTED,
        effect="",
        confidence=confidence,
        scaling=Scaling("unknown", None),
        extends_to=(),
        papers=(),
        setups=(),
        speaks_of=(),
        summary="",
        statements=tuple(statements),
        disputes=(),
        refutes=(),
        leaves=(),
    )


def cluster(number: int, rng: random.Random) -> list[Item]:
    """Items about subjects, conditions and properties of their own: rules, exceptions, possibilities."""
    found = []
    for place in range(CLUSTER):
        subject = has(f"subject{number}-{place % 3}")
        condition, outcome = has(f"condition{number}-{place}"), has(f"property{number}-{place % 4}")
        propositions = [
            Proposition(Strength.USUALLY, subject, outcome),
            Proposition(Strength.USUALLY, conj([subject, condition]), neg(outcome)),
            Proposition(
                Strength.SOMETIMES, conj([subject, condition]), has(f"property{number}-{rng.randrange(4)}")
            ),
        ]
        if place == 0:
            kept = has(f"property{number}-9")
            propositions.append(Proposition(Strength.ALWAYS, condition, kept))
        found.append(item(f"I{number:05}-{place}", propositions, rng.choice(list(Confidence)[1:])))
    return found


def synthetic(count: int) -> tuple[EvidenceSet, Vocabulary]:
    """Evidence of ``count`` items, and its vocabulary, in which subjects have kinds."""
    rng = random.Random(1)
    items = [each for number in range(count // CLUSTER) for each in cluster(number, rng)]
    concepts = {}
    for number in range(count // CLUSTER):
        for place in range(3):
            kind = f"kind{number}-{place}"
            concepts[kind] = Concept(kind, kind, kind_of=(f"subject{number}-{place}",))
            concepts[f"subject{number}-{place}"] = Concept(f"subject{number}-{place}", "")
    return EvidenceSet({each.id: each for each in items}, {}), Vocabulary(concepts)


def claims(clusters: int, count: int) -> list[Proposition]:
    """Claims spread evenly over the first clusters, of every strength."""
    rng = random.Random(2)
    found = []
    for place in range(count):
        number = place * clusters // count
        name = f"{rng.choice(('subject', 'kind'))}{number}-{rng.randrange(3)}"
        scope = has(f"property{number}-{rng.randrange(4)}")
        strength = (Strength.ALWAYS, Strength.USUALLY, Strength.SOMETIMES)[place % 3]
        found.append(Proposition(strength, has(name), scope if rng.random() < 0.6 else neg(scope)))
    return found


def judged(judge: Judge, propositions: Sequence[Proposition]) -> tuple[float, list[Verdict]]:
    """Seconds for one claim, and the verdicts."""
    verdicts = []
    began = time.process_time()
    for proposition in propositions:
        reading = (Reading((proposition,)),)
        verdicts.append(judge.judge(ClaimInput("c", "claims", "", Span(0, 0), reading)).verdict)
    return (time.process_time() - began) / len(propositions), verdicts


def scaling(count: int) -> None:
    """Goal 3: the time for a claim does not depend on how much evidence there is elsewhere."""
    base = 0.0
    for size in (200, 2_000, 20_000):
        evidence, vocabulary = synthetic(size)
        began = time.process_time()
        judge = Judge(evidence, vocabulary, Limits(), consistent=True)
        built = time.process_time() - began
        propositions = claims(20, count)
        judged(judge, propositions[:6])
        spent, verdicts = judged(judge, propositions)
        base = base or spent
        kinds = ", ".join(f"{verdicts.count(v)} {v}" for v in dict.fromkeys(sorted(verdicts)))
        print(
            f"{size:>6} items: {spent * 1e3:5.2f} ms a claim, {spent / base:4.2f} x (goal 3: 1.3);"
            f" index {built:5.2f} s ({kinds})"
        )


def quantified(evidence: EvidenceSet, claim: Proposition) -> bool:
    """Whether the claim is refuted, asked with quantifiers over an uninterpreted sort of ranked cases."""
    import z3  # noqa: PLC0415

    case = z3.DeclareSort("Case")
    rank = z3.Function("rank", case, z3.IntSort())
    concepts: dict[str, z3.FuncDeclRef] = {}

    def term(formula: Formula, of: z3.ExprRef) -> z3.BoolRef:
        if isinstance(formula, Lit):
            known = concepts.setdefault(
                formula.atom.name, z3.Function(formula.atom.name, case, z3.BoolSort())
            )
            return known(of) if formula.positive else z3.Not(known(of))
        parts = [term(part, of) for part in formula.parts]
        return z3.And(parts) if isinstance(formula, All) else z3.Or(parts)

    def said(p: Proposition, x: z3.ExprRef, y: z3.ExprRef) -> z3.BoolRef:
        good, bad = conj([p.restrictor, p.scope]), conj([p.restrictor, neg(p.scope)])
        if p.strength is Strength.ALWAYS:
            return z3.And(z3.Exists([x], term(p.restrictor, x)), z3.ForAll([x], z3.Not(term(bad, x))))
        if p.strength is Strength.SOMETIMES:
            return z3.Exists([x], term(good, x))
        later = z3.ForAll([y], z3.Implies(term(bad, y), rank(x) < rank(y)))
        return z3.Exists([x], z3.And(term(good, x), later))

    x, y = z3.Consts("x y", case)
    solver = z3.Solver()
    stated = [p for one in evidence.items.values() for s in one.statements for p in s.propositions]
    solver.add([said(p, x, y) for p in [*stated, claim]])
    answer = solver.check()
    if answer == z3.unknown:
        raise RuntimeError("the quantified encoding gave up")
    return bool(answer == z3.unsat)


def against_quantifiers(count: int) -> None:
    """Verdict with all findings, against the bare answer of the obvious encoding, on the same evidence."""
    evidence, _ = synthetic(2 * CLUSTER)
    propositions = claims(2, count)
    judge = Judge(evidence, Vocabulary(), Limits(), consistent=True)
    ours, verdicts = judged(judge, propositions)
    began = time.process_time()
    answers = [quantified(evidence, proposition) for proposition in propositions]
    theirs = (time.process_time() - began) / count
    assert answers == [verdict is Verdict.REFUTED for verdict in verdicts], "the answers differ"
    print(f"{2 * CLUSTER:>6} items: quantifiers {theirs * 1e3:6.2f} ms a claim, {theirs / ours:4.1f} x ours")


def dense(chains: int) -> list[Item]:
    """Items of which every choice of one link for each step is a conflict of its own: 3 ** chains of them."""
    found = []
    for step in range(chains):
        for way in range(3):
            rule = Proposition(Strength.ALWAYS, has(f"p{step}"), has(f"p{step + 1}"))
            found.append(item(f"R{step}-{way}", [rule], Confidence.STRONG))
    return found


def enumeration() -> None:
    """All minimal conflicts of a claim that is refuted in many ways."""
    for chains in (3, 4, 5):
        items = dense(chains)
        evidence = EvidenceSet({each.id: each for each in items}, {})
        judge = Judge(evidence, Vocabulary(), Limits(max_conflicts=0), consistent=True)
        claim = Proposition(Strength.SOMETIMES, has("p0"), neg(has(f"p{chains}")))
        began = time.process_time()
        found, complete = judge.decision([claim]).refutations()
        spent = time.process_time() - began
        assert complete and len(found) == 3**chains, (complete, len(found))
        print(f"{len(found):>6} conflicts of {len(items)} items: {spent * 1e3:7.1f} ms")


def main() -> None:
    """Run them all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=60)
    count: int = parser.parse_args().claims
    steps: tuple[Callable[[], None], ...] = (
        lambda: scaling(count),
        lambda: against_quantifiers(min(count, 12)),
        enumeration,
    )
    for step in steps:
        step()


if __name__ == "__main__":
    main()
