"""The words for conflicts and supports: their members, what they rest on, their breaking cases."""

from collections.abc import Container, Iterator

from storycheck.english import listed
from storycheck.explaining.findings import Assumption, Conflict, MinimalSet
from storycheck.meaning.formula import Atom
from storycheck.report import ClaimReport, DocumentReport, GivenReport, Verdict
from storycheck.reporting.definitions import definition_lines
from storycheck.reporting.lookup import Lookup, case_line, citation

_ONLY_CONTESTS = {
    "disputed": ", but disputed",
    "exceptional": ", but only usually so",
    "presumption": ", but of other cases",
}

_NOT_MINIMAL = ", not shown to be minimal"


def assumption_line(assumption: Assumption) -> str:
    """What a finding takes for granted of a narrower setup."""
    dimension = {"scale": "to large scale"}.get(assumption.dimension, f"along {assumption.dimension}")
    return f"assumes that {assumption.evidence} carries over {dimension} ({assumption.confidence} confidence)"


def members(found: MinimalSet, own: str) -> list[str]:
    """The members of a conflict or support: items, and the story's other claims and premises by name."""
    return [*found.evidence, *(name for name in found.claims if name != own)]


def together(found: MinimalSet, own: str) -> str:
    """The members as English lists them."""
    return listed(members(found, own))


def conflict_title(claim: ClaimReport, index: int, lookup: Lookup) -> str:
    """Which conflict of a claim it is, how sure, and its members."""
    conflict = claim.conflicts[index]
    least = "" if claim.conflicts_complete else "at least "
    number = f" {index + 1} of {least}{len(claim.conflicts)}" if len(claim.conflicts) > 1 else ""
    named = listed(map(lookup.name, members(conflict, claim.id)))
    title = f", {lookup.title(conflict.evidence[0])}" if len(conflict.evidence) == 1 else ""
    why = _ONLY_CONTESTS.get(claim.reason or "", "") if claim.verdict is Verdict.CONTESTED else ""
    rough = why + ("" if conflict.minimal else _NOT_MINIMAL)
    return f"conflict{number} ({conflict.confidence}{rough}): {named}{title}"


def atoms_of(claim: ClaimReport | GivenReport) -> frozenset[Atom]:
    """The properties that a line of a story speaks of."""
    return frozenset(atom for reading in claim.understood for p in reading.told for atom in p.atoms)


def conflict_lines(
    conflict: Conflict, lookup: Lookup, told: Container[str] = (), about: frozenset[Atom] = frozenset()
) -> Iterator[str]:
    """What a conflict rests on, a line each; papers of the items in ``told`` are left out."""
    for item_id in conflict.evidence:
        if len(conflict.evidence) > 1:
            yield f"{lookup.name(item_id)}: {lookup.title(item_id)}"
        for statement in lookup.statements(item_id, conflict.statements):
            yield f"finding {statement.id} ({statement.confidence}): {statement.text}"
        if item_id not in told:
            yield from (f"paper: {citation(paper)}" for paper in lookup.papers(item_id))
    yield from map(assumption_line, conflict.assumptions)
    yield from definition_lines(conflict.definitions, lookup)
    for dispute in conflict.disputes:
        yield f"disputed by {lookup.name(dispute)}: {lookup.title(dispute)}"
    if conflict.witness:
        yield f"breaking case: {case_line(lookup, conflict.witness, about)}"


def joint_code(conflict: Conflict, document: DocumentReport) -> str:
    """What kind of conflict it is: of claims, or of what a story takes as true with the evidence."""
    sections = {given.id: given.section for given in document.given}
    found = {sections.get(name, "") for name in conflict.claims}
    if "" in found:
        return "joint-conflict"
    return "setup-against-evidence" if found == {"setup"} else "assumption-against-evidence"


def joint_title(conflict: Conflict, lookup: Lookup) -> str:
    """How sure a conflict is, and the evidence in it."""
    rough = "" if conflict.minimal else _NOT_MINIMAL
    return f"conflict ({conflict.confidence}{rough}): {listed(map(lookup.name, conflict.evidence))}"


def joint_headline(conflict: Conflict) -> str:
    """That claims which may each stand cannot all hold, or that an assumption cannot."""
    given = f" given {listed(conflict.evidence)}" if conflict.evidence else ""
    all_ = " all" if len(conflict.claims) > 1 else ""
    return f"{listed(conflict.claims)} cannot{all_} hold{given}"
