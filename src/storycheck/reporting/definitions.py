"""The words for definitions of the vocabulary: by which others a term is defined."""

from collections.abc import Iterable, Iterator

from storycheck.english import listed
from storycheck.logic.named import Definition
from storycheck.reporting.lookup import Lookup


def definition_lines(definitions: Iterable[Definition] | None, lookup: Lookup) -> Iterator[str]:
    """A line for each definition that is used."""
    yield from (f"by definition: {definition_line(each, lookup)}" for each in definitions or ())


def definition_line(definition: Definition, lookup: Lookup) -> str:
    """A definition in words: terms are what readings call them."""
    others = listed(_concept(name, lookup) for name in definition.others)
    if definition.how in ("inverse", "high", "low"):
        return _of_quantity(definition, others, lookup)
    name = f'"{lookup.concept(definition.name)}"'
    match definition.how:
        case "means":
            return f"{name} means {others}"
        case "kind of":
            return f"{name} is a kind of {others}"
        case "excludes" | "opposite":
            rest = ", and one of them always holds" if definition.how == "opposite" else ""
            return f"{name} excludes {others}{rest}"
        case "one of":
            return f"one of these always holds: {others}"
    return f"{name} always holds"


def _of_quantity(definition: Definition, others: str, lookup: Lookup) -> str:
    name = f'"{lookup.quantity(definition.name)}"'
    if definition.how == "inverse":
        return f'{name} rises where "{lookup.quantity(definition.others[0])}" falls'
    return f"beside what is not so, {others} has {'more' if definition.how == 'high' else 'less'} {name}"


def _concept(text: str, lookup: Lookup) -> str:
    """A concept in quotes, after "not" where it is denied."""
    denied = text.removeprefix("not ")
    return f'"{lookup.concept(denied)}"' if denied == text else f'not "{lookup.concept(denied)}"'
