"""A choice of evidence in one word: `default`, packs, and options, with commas between them."""

from collections.abc import Iterable

from storycheck.api.evidence import Evidence, EvidenceError
from storycheck.checking.changes import Difference, item_changes
from storycheck.checking.readings import lined_up
from storycheck.report import Report

SHIPPED = "default"
_OPTIONS = ("profile", "accept", "without", "with")


def chosen_by(text: str) -> Evidence:
    """The evidence that a text chooses: "default,my-pack,profile=strict,without=G2".

    Packs are those named; without any, those that come with storycheck (`default`). EvidenceError for what
    is no choice; whether packs and items exist shows when they are read.
    """
    parts = [part.strip() for part in text.split(",") if part.strip()]
    given = [part.partition("=")[::2] for part in parts if part.partition("=")[0] in _OPTIONS]
    packs = [part for part in parts if part != SHIPPED and part.partition("=")[0] not in _OPTIONS]
    evidence = (Evidence.empty() if packs and SHIPPED not in parts else Evidence.default()).add(*packs)
    for option, value in given:
        evidence = _with(evidence, option, value)
    return evidence


def _with(evidence: Evidence, option: str, value: str) -> Evidence:
    match option:
        case "profile":
            return evidence.profile(value)
        case "without":
            return evidence.without(value)
        case "with":
            return evidence.with_(value)
    try:
        return evidence.accept(value)
    except ValueError as error:
        raise EvidenceError(str(error)) from error


def difference(
    names: tuple[str, str], choices: tuple[Evidence, Evidence], reports: Iterable[Report] = ()
) -> Difference:
    """What differs between two choices, with the reports on the same stories under each, if there are any."""
    old, new = choices
    judged = tuple(reports)
    both = (judged[0], judged[1]) if judged else None
    return Difference(names, item_changes(old.selected, new.selected), lined_up(judged), both)
