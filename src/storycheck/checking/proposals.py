"""Changes that may repair a claim: of its text, and of what it says.

A change is proposed as a text, read again, and kept if it means just what it should. It is not judged here.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product
from math import prod

from storycheck.checking.bench import Bench
from storycheck.evidence.items import Statement
from storycheck.meaning.formula import Formula, Lit, conj, literals, neg
from storycheck.meaning.narrower import Phrase, both_excepted, conditions, exceptions, phrases_of
from storycheck.meaning.proposition import Proposition, Strength
from storycheck.meaning.weaker import Splice, Words, spliced, weaker
from storycheck.records import NamedTuple
from storycheck.report import ClaimReport

Propositions = tuple[Proposition, ...]
KINDS = STRENGTH, EXCEPTION, SETUP = ("strength", "exception", "setup")
_MOST_CONCEPTS = 4
_MOST_RELATED = 3


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


class Proposals:
    """The changes of one claim; of two readings, that counts which its verdict is of."""

    def __init__(self, claim: ClaimReport, words: Words, bench: Bench) -> None:
        """``words`` are the claim's."""
        self._claim, self._words, self._bench = claim, words, bench
        self._says = claim.understood[claim.told].propositions
        self._found: dict[str, list[Change]] = {}

    def of(self, kind: str) -> Sequence[Change]:
        """The changes of a kind, smallest first."""
        if kind not in self._found:
            find = {STRENGTH: self._weaker, EXCEPTION: self._excepted, SETUP: self._limited}[kind]
            self._found[kind] = find()
        return self._found[kind]

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

    def twice_excepted(self) -> Iterator[Change]:
        """Two exceptions, where neither is enough."""
        for one, other in combinations(self.of(EXCEPTION), 2):
            says = narrowed(narrowed(self._says, *one.limits), *other.limits)
            proposals = (
                splice
                for phrases in product(one.phrases, other.phrases)
                for splice in both_excepted(self._words, *phrases)
            )
            splice = next((each for each in proposals if self._read((each,)) == says), None)
            if splice is not None and not any(lit.positive for lit in (*one.limits, *other.limits)):
                yield Change((splice,), says, 2, EXCEPTION, (*one.limits, *other.limits))

    def composed(self, weaker_ones: Sequence[Change], narrower_ones: Sequence[Change]) -> Iterator[Change]:
        """A weaker strength with an exception, each pair of them, smallest first."""
        pairs = (_both(*pair) for pair in product(weaker_ones, narrower_ones))
        both = sorted(pairs, key=lambda change: change.cost)
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
            if kind == SETUP and not self._bench.judge.provable(wanted, self._bench.facts):
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
