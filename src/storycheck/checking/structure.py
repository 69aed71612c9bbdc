"""The structure of a story: what rests on what by its *therefore* steps, and what the steps leave out."""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence

from storycheck.diagnostics import Diagnostic, Severity
from storycheck.english import listed, quoted
from storycheck.syntax.directives import Step
from storycheck.syntax.story import Story, StorySentence

_MOST_NAMED = 12


def dependents(
    claims: Sequence[str], steps: Sequence[Step], founded: Container[str]
) -> dict[str, tuple[str, ...]]:
    """For each claim the others that fall with it, in order; claims that none do are left out.

    A claim stands if it is ``founded`` (follows from the evidence), if no step argues for it, or if all
    premises of some step for it stand, not by way of itself.
    """
    before = _standing(claims, steps, founded, "")
    cited = {premise for step in steps for premise in step.premises}
    found = {}
    for claim in claims:
        if claim in cited:
            after = _standing(claims, steps, founded, claim)
            found[claim] = tuple(c for c in claims if c != claim and c in before and c not in after)
    return {claim: others for claim, others in found.items() if others}


def _standing(
    claims: Sequence[str], steps: Sequence[Step], founded: Container[str], given_up: str
) -> set[str]:
    argued = {step.id for step in steps}
    premises = {premise for step in steps for premise in step.premises}
    standing = {name for name in {*claims, *premises} if name not in argued or name in founded} - {given_up}
    while new := {
        step.id
        for step in steps
        if step.id not in standing and step.id != given_up and standing.issuperset(step.premises)
    }:
        standing |= new
    return standing


def structure_notes(
    story: Story, founded: Container[str], unread: Container[str] = ()
) -> Iterator[Diagnostic]:
    """Notes on what a story's steps leave out, and where they go in a circle.

    What is ``unread`` is told already, and can be used by no step.
    """
    goals = [one for one in story.sentences if one.section == "goal"]
    rationale = [one for one in story.sentences if one.section == "rationale" and one.id not in unread]
    if rationale and not goals:
        message = "there is a rationale, but no goal that it is for"
        help_ = "say under `goal` what the rationale is to show"
        yield Diagnostic("rationale-without-goal", Severity.NOTE, message, rationale[0].span, help_)
    if story.steps:
        yield from _left_out(story.steps, goals, rationale, founded)
        yield from _circles(story.steps)


def _left_out(
    steps: Sequence[Step],
    goals: Iterable[StorySentence],
    rationale: Iterable[StorySentence],
    founded: Container[str],
) -> Iterator[Diagnostic]:
    reached = {step.id for step in steps}
    used = {premise for step in steps for premise in step.premises}
    goals = [goal for goal in goals if goal.id not in reached and goal.id not in founded]
    if goals:
        message = f"no step reaches {_names(goals)}"
        help_ = f"say what it follows from: `therefore {goals[0].id} from …`"
        yield Diagnostic("unreached-goal", Severity.NOTE, message, goals[0].span, help_)
    unused = [one for one in rationale if one.id not in used]
    if unused:
        yield Diagnostic("unused-claim", Severity.NOTE, f"no step uses {_names(unused)}", unused[0].span)


def _names(sentences: Sequence[StorySentence]) -> str:
    names = [f"`{one.id}`" for one in sentences]
    if len(names) > _MOST_NAMED:
        names[_MOST_NAMED - 1 :] = [f"{len(names) - _MOST_NAMED + 1} others"]
    return listed(names)


def _circles(steps: Sequence[Step]) -> Iterator[Diagnostic]:
    """A note for each set of claims that rest on each other."""
    below = _reachable(steps)
    told: set[str] = set()
    for step in steps:
        if step.id in told or step.id not in below(step.id):
            continue
        circle = [step.id, *sorted(n for n in below(step.id) if n != step.id and step.id in below(n))]
        told.update(circle)
        message = f"{quoted(circle)} {'rest on each other' if len(circle) > 1 else 'rests on itself'}"
        help_ = "leave out one of the steps: what goes in a circle supports nothing"
        yield Diagnostic("circular-steps", Severity.NOTE, message, step.span, help_)


def _reachable(steps: Sequence[Step]) -> Callable[[str], frozenset[str]]:
    """What a claim rests on, directly or through other steps."""
    direct: dict[str, set[str]] = {}
    for step in steps:
        direct.setdefault(step.id, set()).update(step.premises)
    known: dict[str, frozenset[str]] = {}

    def below(name: str) -> frozenset[str]:
        if name not in known:
            found: set[str] = set()
            queue = sorted(direct.get(name, ()))
            while queue:
                each = queue.pop()
                if each not in found:
                    found.add(each)
                    queue += sorted(direct.get(each, ()))
            known[name] = frozenset(found)
        return known[name]

    return below
