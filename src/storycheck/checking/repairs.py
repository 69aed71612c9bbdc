"""Repairs: the smallest changes of a claim that stand, each in the author's own words around the change.

Three kinds of change, and their compositions where one is not enough: a weaker strength, an exception
drawn from what the refuting evidence is about, a condition under which the evidence says it.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

from storycheck.checking.bench import Bench
from storycheck.checking.proposals import EXCEPTION, KINDS, SETUP, STRENGTH, Change, Proposals, Propositions
from storycheck.meaning.proposition import Strength
from storycheck.meaning.weaker import denies, spliced, words_of_sentence
from storycheck.report import ClaimReport, Repair, Verdict
from storycheck.solving.limits import Undecided

STANDING = (Verdict.ENTAILED, Verdict.SUGGESTED, Verdict.UNDETERMINED, Verdict.UNADDRESSED)
"""The verdicts on a claim that stands, best first."""

_MENDED = (Verdict.REFUTED, Verdict.CONTESTED)
_PROVEN = STANDING[:2]
_RANK = dict(zip(STANDING, (0, 1, 1, 2), strict=True))
_MOST_JUDGED = 12


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
    """The search for the repairs of one claim; ``complete`` until the solver gives up on a change."""

    def __init__(self, claim: ClaimReport, bench: Bench) -> None:
        self.complete = True
        self._claim, self._bench = claim, bench
        self._words = words_of_sentence(claim.text, bench.language)
        self._proposals = Proposals(claim, self._words, bench)
        self._judged = dict(_known(claim))

    def found(self, most: int) -> tuple[Repair, ...]:
        """Repairs, entailed ones first: of one kind, then of two kinds neither of which is enough.

        Narrower setups are only offered where they are entailed; then "sometimes" is entailed without them,
        so that they are not looked for where no weaker strength is.
        """
        if not self._words.segments:
            return ()
        standing = self._smallest(self._proposals.of(STRENGTH))
        if sum(self._verdict(each) in _PROVEN for each in standing) < most:  # these come before others
            excepted = self._smallest(self._proposals.of(EXCEPTION))
            standing += excepted or self._smallest(self._proposals.twice_excepted())
        if 0 < sum(self._verdict(each) in _PROVEN for each in standing) < most:
            standing += self._smallest(self._proposals.of(SETUP))
        if len(standing) < most:
            standing += self._smallest(self._composed())
        return tuple(self._repair(change) for change in sorted(standing, key=self._order)[:most])

    def _order(self, change: Change) -> tuple[int, int, int]:
        """The safest first: entailed ones, then what keeps the claim's own setup, then the smallest."""
        return (
            _RANK[self._verdict(change)],
            KINDS.index(change.kind.split(" and ")[-1]),
            change.cost,
        )

    def _repair(self, change: Change) -> Repair:
        text = " ".join(spliced(self._claim.text, change.splices).split())
        return Repair(text, self._verdict(change), change.kind)

    def _smallest(self, changes: Iterable[Change]) -> list[Change]:
        """The smallest change of a kind that stands, and the smallest that is entailed if that is another."""
        first = None
        for change in islice(changes, _MOST_JUDGED):
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

    def _composed(self) -> Iterator[Change]:
        """A weaker strength with an exception, where neither stands by itself."""
        falling = [
            [each for each in self._proposals.of(kind)[:_MOST_JUDGED] if self._verdict(each) not in STANDING]
            for kind in (STRENGTH, EXCEPTION)
        ]
        return self._proposals.composed(*falling)


def _known(claim: ClaimReport) -> Iterator[tuple[Propositions, Verdict]]:
    """What the ladder of the claim has decided about weaker ones."""
    for rung in claim.ladder:
        if rung.strength in (Strength.USUALLY, Strength.SOMETIMES) and rung.verdict in (*_PROVEN, *_MENDED):
            strength = Strength(rung.strength)
            yield (
                tuple(p._replace(strength=strength) for p in claim.understood[claim.told].propositions),
                rung.verdict,
            )
