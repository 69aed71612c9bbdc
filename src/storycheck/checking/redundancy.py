"""Statements that follow from other statements of the evidence: saying them adds nothing."""

from collections.abc import Iterator

from storycheck.checking.claims import Judge
from storycheck.evidence.items import EvidenceSet, Item, Statement
from storycheck.logic.assertions import standing
from storycheck.meaning.vocabulary import Vocabulary
from storycheck.records import NamedTuple
from storycheck.report import Verdict
from storycheck.solving.limits import Limits


class Redundant(NamedTuple):
    """A statement and the others from which it follows; None if that was not decided."""

    item: str
    statement: str
    follows_from: tuple[str, ...] | None


def redundant(evidence: EvidenceSet, vocabulary: Vocabulary, limits: Limits) -> Iterator[Redundant]:
    """The accepted statements that follow from others that are at least as sure.

    What follows only by an extension to another setup, or by definition, is not told. The evidence has to be
    consistent.
    """
    single = _by_statement(evidence)
    built = Judge(single, vocabulary, limits, consistent=True).built
    limits = limits._replace(max_conflicts=1)
    for item in evidence.items.values():
        for statement in item.statements:
            if standing(evidence, item, statement) == "":
                others = single._replace(excluded=single.excluded | {statement.id})
                judge = Judge(others, vocabulary, limits, built, consistent=True)
                yield from _judged(judge, item, statement)


def _judged(judge: Judge, item: Item, statement: Statement) -> Iterator[Redundant]:
    judged = judge.decision(statement.propositions).judgement()
    if judged.verdict is Verdict.UNKNOWN:
        yield Redundant(item.id, statement.id, None)
    if judged.verdict is Verdict.ENTAILED:
        found = judged.supports[0]
        if found.evidence and found.confidence >= statement.confidence and not found.assumptions:
            yield Redundant(item.id, statement.id, found.statements)


def _by_statement(evidence: EvidenceSet) -> EvidenceSet:
    """The same evidence with every statement as an item of its own."""
    items = {
        one.id: item._replace(id=one.id, aliases=(), statements=(one,), disputes=())
        for item in evidence.items.values()
        for one in item.statements
    }

    def named(ids: frozenset[str]) -> frozenset[str]:
        return frozenset(one.id for name in ids for one in evidence.items[name].statements)

    superseded = {
        one.id
        for item in evidence.items.values()
        for one in item.statements
        if standing(evidence, item, one) is None
    }
    return evidence._replace(
        items=items,
        excluded=named(evidence.excluded) | superseded,
        included=named(evidence.included),
    )
