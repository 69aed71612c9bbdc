"""Repairs: the smallest changes of a claim that stand, each in the author's own words around the change.

Three kinds of change, and their compositions where one is not enough: a weaker strength, an exception
drawn from what the refuting evidence is about, a condition under which the evidence says it. A change is
proposed as a text, read again, and kept if it means just what it should; then it is judged.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product
from math import prod
from typing import NamedTuple

from storycheck.checking.bench import Bench
from storycheck.evidence.items import Statement
from storycheck.meaning.formula import Formula, Lit, conj, literals, neg
from storycheck.meaning.narrower import Phrase, both_excepted, conditions, exceptions, phrases_of
from storycheck.meaning.proposition import Proposition, Strength
from storycheck.meaning.weaker import Splice, denies, spliced, weaker, words_of_sentence
from storycheck.report import ClaimReport, Repair, Verdict
from storycheck.solving.limits import Undecided

Propositions = tuple[Proposition, ...]
STANDING = (Verdict.ENTAILED, Verdict.SUGGESTED, Verdict.UNDETERMINED, Verdict.UNADDRESSED)
"""The verdicts on a claim that stands, best first."""

_MENDED = (Verdict.REFUTED, Verdict.CONTESTED)
_PROVEN = STANDING[:2]
_RANK = dict(zip(STANDING, (0, 1, 1, 2), strict=True))
_MOST_CONCEPTS = 4
_MOST_RELATED = 3
_MOST_JUDGED = 12
_KINDS = STRENGTH, EXCEPTION, SETUP = ("strength", "exception", "setup")


class Change(NamedTuple):
    """A changed claim: the splices that make it, what it then says, and how far it is from the claim.

    ``limits`` are what was put into the restrictors, ``phrases`` how a text words it.
    """

    splices: tuple[Splice, ...]
    says: Propositions
    cost: int
    kind: str
    limits: tuple[Lit, ...] = ()
    phrases: tuple[Phrase, ...] = ()


def repaired(claim: ClaimReport, bench: Bench) -> ClaimReport:
    """The claim with its first repairs, if it is refuted or contested and there are any."""
    most = bench.judge.limits.max_repairs
    if most <= 0 or claim.verdict not in _MENDED:
        return claim
    search = _Search(claim, bench)
    try:
        return claim._replace(repairs=search.found(most), repairs_complete=search.complete)
    except (Undecided, RecursionError):
        return claim._replace(repairs_complete=False)


class _Search:
    """The search for the repairs of one claim; of two readings, that counts which its verdict is of.

    ``complete`` until the solver gives up on a change.
    """

    def __init__(self, claim: ClaimReport, bench: Bench) -> None:
        self.complete = True
        self._claim, self._bench = claim, bench
        self._says = claim.understood[claim.told].propositions
        self._words = words_of_sentence(claim.text, bench.language)
        self._judged = dict(_known(claim))
        self._kinds: dict[str, list[Change]] = {}

    def found(self, most: int) -> tuple[Repair, ...]:
        """Repairs, entailed ones first: of one kind, then of two kinds neither of which is enough.

        Narrower setups are only offered where they are entailed; then "sometimes" is entailed without them,
        so that they are not looked for where no weaker strength is.
        """
        if not self._words.segments:
            return ()
        standing = self._smallest(self._changes(STRENGTH))
        if sum(self._verdict(each) in _PROVEN for each in standing) < most:  # these come before others
            excepted = self._smallest(self._changes(EXCEPTION))
            standing += excepted or self._smallest(list(self._twice_excepted()))
        if 0 < sum(self._verdict(each) in _PROVEN for each in standing) < most:
            standing += self._smallest(self._changes(SETUP))
        if len(standing) < most:
            standing += self._smallest(list(self._composed()))
        return tuple(self._repair(change) for change in sorted(standing, key=self._order)[:most])

    def _order(self, change: Change) -> tuple[int, int, int]:
        """The safest first: entailed ones, then what keeps the claim's own setup, then the smallest."""
        return (
            _RANK[self._verdict(change)],
            _KINDS.index(change.kind.split(" and ")[-1]),
            change.cost,
        )

    def _repair(self, change: Change) -> Repair:
        text = " ".join(spliced(self._claim.text, change.splices).split())
        return Repair(text, self._verdict(change), change.kind)

    def _smallest(self, changes: Sequence[Change]) -> list[Change]:
        """The smallest change of a kind that stands, and the smallest that is entailed if that is another."""
        first = None
        for change in changes[:_MOST_JUDGED]:
            if first is not None and not self._provable(change.says):
                continue
            verdict = self._verdict(change)
            if verdict in _PROVEN:
                return [change] if first is None else [first, change]
            if verdict in STANDING and not change.kind.endswith(SETUP) and not self._plays_down(change):
                first = first or change
        return [] if first is None else [first]

    def _plays_down(self, change: Change) -> bool:
        """Whether "never" became "rarely": of what was found to occur, only evidence can say that."""
        usual = any(p.strength is Strength.USUALLY for p in change.says)
        return usual and any(denies(self._words, splice) for splice in change.splices)

    def _provable(self, says: Propositions) -> bool:
        """Whether it may be entailed: that is told sooner than whether it stands."""
        return self._bench.judge.provable(says, self._bench.facts)

    def _verdict(self, change: Change) -> Verdict:
        if change.says not in self._judged:
            self._judged[change.says] = self._bench.judge.verdict(change.says, self._bench.facts)
        verdict = self._judged[change.says]
        self.complete = self.complete and verdict is not Verdict.UNKNOWN
        return verdict

    # --- the kinds of change ----------------------------------------------------------------------------

    def _changes(self, kind: str) -> list[Change]:
        """The changes of a kind, smallest first."""
        if kind not in self._kinds:
            find = {STRENGTH: self._weaker, EXCEPTION: self._excepted, SETUP: self._limited}[kind]
            self._kinds[kind] = find()
        return self._kinds[kind]

    def _weaker(self) -> list[Change]:
        """One text for each weakening that can be worded; no more are read when each has one."""
        found: dict[Propositions, Change] = {}
        rungs = prod(len(weakened(p, self._bench.own)) + 1 for p in self._says) - 1
        for splices in weaker(self._words):
            if len(found) == rungs:
                break
            says = self._read(splices)
            if says is None or says in found or says == self._says:
                continue
            steps = steps_down(self._says, says, self._bench.own)
            if steps:
                found[says] = Change(splices, says, steps, STRENGTH)
        return sorted(found.values(), key=lambda change: change.cost)

    def _excepted(self) -> list[Change]:
        """What the refuting statements are about and the claim does not mention, excepted."""
        used = {name for conflict in self._claim.conflicts for name in conflict.statements}
        items = [item for conflict in self._claim.conflicts for item in conflict.evidence]
        return list(self._narrowed(self._statements(items, used), EXCEPTION))

    def _limited(self) -> list[Change]:
        """What the nearest items are limited to, as a condition; it has to make them speak for the claim."""
        judge, facts = self._bench.judge, self._bench.facts
        related = judge.addressing(self._says, facts)[:_MOST_RELATED]
        return list(self._narrowed(self._statements(related, None), SETUP))

    def _twice_excepted(self) -> Iterator[Change]:
        """Two exceptions, where neither is enough."""
        for one, other in combinations(self._changes(EXCEPTION), 2):
            says = narrowed(narrowed(self._says, *one.limits), *other.limits)
            proposals = (
                splice
                for phrases in product(one.phrases, other.phrases)
                for splice in both_excepted(self._words, *phrases)
            )
            splice = next((each for each in proposals if self._read((each,)) == says), None)
            if splice is not None and not any(lit.positive for lit in (*one.limits, *other.limits)):
                yield Change((splice,), says, 2, EXCEPTION, (*one.limits, *other.limits))

    def _composed(self) -> Iterator[Change]:
        """A weaker strength with an exception, where neither stands by itself."""
        falling = [
            [change for change in self._changes(kind)[:_MOST_JUDGED] if self._verdict(change) not in STANDING]
            for kind in (STRENGTH, EXCEPTION)
        ]
        both = sorted((_both(*pair) for pair in product(*falling)), key=lambda change: change.cost)
        return (change for change in both if self._read(change.splices) == change.says)

    def _statements(self, items: Iterable[str], used: set[str] | None) -> Iterator[Statement]:
        known = self._bench.judge.evidence.items
        for name in dict.fromkeys(items):
            if name in known:
                yield from (s for s in known[name].statements if used is None or s.id in used)

    def _narrowed(self, statements: Iterable[Statement], kind: str) -> Iterator[Change]:
        """The claim with each concept excepted (or required) that the statements' setups have.

        What they are about without it is excepted by requiring it. What leaves most of the claim comes first.
        """
        texts: dict[Lit, list[str]] = {}
        for statement in statements:
            for lit in self._unmentioned(statement):
                if kind == EXCEPTION or lit.positive:
                    texts.setdefault(lit, []).append(statement.text)
        for lit in sorted(texts, key=self._breadth, reverse=kind == SETUP)[:_MOST_CONCEPTS]:
            literal = lit if kind == SETUP else Lit(lit.atom, not lit.positive)
            propose = conditions if literal.positive else exceptions
            wanted = narrowed(self._says, literal)
            if kind == SETUP and not self._provable(wanted):
                continue
            phrases = tuple(phrases_of(lit.atom.name, texts[lit], self._bench.language))
            proposals = (splice for phrase in phrases for splice in propose(self._words, phrase))
            splice = next((each for each in proposals if self._read((each,)) == wanted), None)
            if splice is not None:
                yield Change((splice,), wanted, 1, kind, (literal,), phrases)

    def _unmentioned(self, statement: Statement) -> list[Lit]:
        """What a statement's setup has, or lacks, that the claim does not mention."""
        mentioned = {atom.name for p in self._says for atom in p.atoms if atom.kind == "has"}
        lits = (lit for p in statement.propositions for lit in literals(p.restrictor))
        return sorted({lit for lit in lits if lit.atom.kind == "has" and lit.atom.name not in mentioned})

    def _breadth(self, lit: Lit) -> tuple[bool, int]:
        """How much of the evidence is about a concept: what little is about makes the smaller exception.

        To require what the evidence is about without it leaves least.
        """
        return not lit.positive, len(self._bench.judge.shelf.index.restrictors.get(lit.atom, ()))

    def _read(self, splices: tuple[Splice, ...]) -> Propositions | None:
        """What the sentence says with the splices made; None if that is not one thing."""
        return self._bench.says(spliced(self._words.sentence, splices))


def _known(claim: ClaimReport) -> Iterator[tuple[Propositions, Verdict]]:
    """What the ladder of the claim has decided about weaker ones."""
    for rung in claim.ladder:
        if rung.strength in (Strength.USUALLY, Strength.SOMETIMES) and rung.verdict in (*_PROVEN, *_MENDED):
            strength = Strength(rung.strength)
            yield (
                tuple(p._replace(strength=strength) for p in claim.understood[claim.told].propositions),
                rung.verdict,
            )


_LADDER = (Strength.ALWAYS, Strength.USUALLY, Strength.SOMETIMES)


def weakened(proposition: Proposition, own: Formula) -> Propositions:
    """The weaker propositions on the ladder, strongest first; ``own`` is the setup of the story's case."""
    if proposition.strength is Strength.THIS:
        restrictor = conj((proposition.restrictor, own))
        return (Proposition(Strength.SOMETIMES, restrictor, proposition.scope).canonical(),)
    if proposition.strength is Strength.NOT_USUALLY:
        weakest = proposition._replace(strength=Strength.SOMETIMES, scope=neg(proposition.scope))
        return (weakest.canonical(),)
    below = _LADDER[_LADDER.index(proposition.strength) + 1 :]
    return tuple(proposition._replace(strength=strength) for strength in below)


def steps_down(before: Propositions, after: Propositions, own: Formula) -> int:
    """How many steps of the ladder lead down from some propositions to others; 0 if none do."""
    if len(before) != len(after):
        return 0
    steps = 0
    for old, new in zip(before, after, strict=True):
        ladder = (old, *weakened(old, own))
        if new not in ladder:
            return 0
        steps += ladder.index(new)
    return steps


def narrowed(propositions: Propositions, literal: Lit) -> Propositions:
    """The propositions of those cases only that have the literal."""
    return tuple(p._replace(restrictor=conj((p.restrictor, literal))).canonical() for p in propositions)


def _both(weaker_one: Change, narrower: Change) -> Change:
    """A weaker strength and a narrower setup at once."""
    says = weaker_one.says
    for literal in narrower.limits:
        says = narrowed(says, literal)
    kind = f"{weaker_one.kind} and {narrower.kind}"
    cost = weaker_one.cost + narrower.cost
    return Change((*weaker_one.splices, *narrower.splices), says, cost, kind, narrower.limits)
