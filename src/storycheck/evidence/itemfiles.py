"""Item files turned into items: their sentences read, their references followed."""

from collections.abc import Iterable, Iterator

from storycheck.evidence.desk import Desk, Opened, line_of
from storycheck.evidence.items import Dispute, Item, Paper, Scaling, Statement, Status
from storycheck.evidence.loaded import Reader
from storycheck.evidence.schema import CONFIDENCES, EFFECTS, ItemFile
from storycheck.meaning.language import Language
from storycheck.meaning.proposition import Proposition, Strength
from storycheck.source import Span

ItemFiles = dict[str, tuple[Opened[ItemFile], ItemFile]]


def items_of(desk: Desk, files: ItemFiles, language: Language, reader: Reader) -> dict[str, Item]:
    """The items by identifier; statements that cannot be read are reported and left out."""
    newer = _supersedings(files)
    return {
        name: _item(opened, file, tuple(_statements(desk, opened, file, language, reader)), newer)
        for name, (opened, file) in files.items()
    }


def by_identifier(desk: Desk, files: Iterable[Opened[ItemFile]]) -> ItemFiles:
    """Each identifier, sorted, with the first file that has it; no alias may be one."""
    chosen: ItemFiles = {}
    for opened in files:
        file = opened.file
        if file is None:
            continue
        if file.id in chosen:
            message = f"item `{file.id}` is in {line_of(chosen[file.id][0], ('id',))} already"
            desk.error(opened, ("id",), "duplicate-id", message, "keep one of the two")
        else:
            chosen[file.id] = opened, file
    for opened, file in chosen.values():
        for number, alias in enumerate(file.aliases):
            if alias in chosen:
                message = f"alias `{alias}` of `{file.id}` is an item of its own"
                desk.error(opened, ("aliases", number), "duplicate-id", message)
    return dict(sorted(chosen.items()))


def _supersedings(files: ItemFiles) -> dict[str, str]:
    """Each superseded statement or item with the statement that supersedes it."""
    return {
        older: f"{name}.{number}"
        for name, (_, file) in files.items()
        for number, entry in enumerate(file.statements, start=1)
        for older in entry.supersedes
    }


def _item(
    opened: Opened[ItemFile], file: ItemFile, statements: tuple[Statement, ...], newer: dict[str, str]
) -> Item:
    scaling, every = file.scaling, range(1, len(file.statements) + 1)
    statements = tuple(
        one._replace(superseded_by=one.superseded_by or newer.get(one.id) or newer.get(file.id, ""))
        for one in statements
    )
    return Item(
        id=file.id,
        title=file.title,
        aliases=tuple(file.aliases),
        status=Status(file.status),
        effect=file.effect,
        confidence=EFFECTS[file.effect],
        scaling=Scaling(scaling.direction, CONFIDENCES[scaling.confidence] if scaling.confidence else None),
        extends_to=tuple(file.extends_to),
        papers=tuple(Paper(paper.title, paper.venue, paper.year) for paper in file.papers),
        setups=tuple(file.setups),
        speaks_of=tuple(file.speaks_of),
        summary=file.summary,
        statements=statements,
        disputes=tuple(
            Dispute(
                dispute.by,
                dispute.scope,
                tuple(f"{file.id}.{number}" for number in dispute.statements or every),
                dispute.summary,
            )
            for dispute in file.disputes
        ),
        refutes=tuple(file.examples.refutes),
        leaves=tuple(file.examples.leaves),
        path=opened.name,
    )


def _statements(
    desk: Desk, opened: Opened[ItemFile], file: ItemFile, language: Language, reader: Reader
) -> Iterator[Statement]:
    """The statements that can be read in one way; the number of one that cannot be is left out."""
    for number, entry in enumerate(file.statements, start=1):
        propositions = _propositions(desk, opened, number, entry.claim, language, reader)
        if propositions:
            confidence = CONFIDENCES[entry.confidence] if entry.confidence else EFFECTS[file.effect]
            yield Statement(f"{file.id}.{number}", entry.claim, propositions, confidence, entry.superseded_by)


def _propositions(
    desk: Desk, opened: Opened[ItemFile], number: int, claim: str, language: Language, reader: Reader
) -> tuple[Proposition, ...]:
    whole = opened.located.place(("statements", number - 1, "claim"))
    start = opened.source.text.find(claim, whole.start, whole.end)  # -1 where the sentence is folded
    understood = reader(claim, language)
    for found in understood.diagnostics:
        span = found.span.shifted(start) if start >= 0 else whole
        desk.diagnostics.append(found._replace(span=_inside(span, whole), path=opened.source.name))
    if not understood.readings and not any(d.severity == "error" for d in understood.diagnostics):
        desk.error_at(opened, whole, "unread-statement", f"`{claim}` cannot be read")
    elif len(understood.readings) > 1:
        help_ = "evidence has to say one thing; reword it"
        desk.error_at(opened, whole, "ambiguous-statement", f"`{claim}` can be read in two ways", help_)
    elif any(p.strength is Strength.THIS for reading in understood.readings for p in reading.propositions):
        desk.error_at(
            opened, whole, "story-statement", f"`{claim}` speaks of one story's run, not in general"
        )
    else:
        return tuple(p for reading in understood.readings for p in reading.propositions)
    return ()


def _inside(span: Span, whole: Span) -> Span:
    start = min(max(span.start, whole.start), whole.end)
    return Span(start, min(max(span.end, start), whole.end))
