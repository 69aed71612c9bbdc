"""A checker that saw earlier versions of a story says the same of the next one as a new checker does."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import storycheck as sc
from storycheck.api import desks
from storycheck.where import data_folder

STORIES = ("cat-classifier", "harm-filter", "assistant")
NEW = ("SGD never reaches good minima.", "The model is robust.", "Glorps always glorp.")


def _text(name: str) -> str:
    return (data_folder("grammar").parent / "examples" / f"{name}.ts").read_text(encoding="utf-8")


def _edits(text: str) -> Iterator[str]:
    """A sentence changed at several places, a line put in before all others, lines left out, all back."""
    lines = text.splitlines(keepends=True)
    said = [place for place, line in enumerate(lines) if line.rstrip().endswith(".")]
    for place, new in zip(said[:: len(said) // 4], (*NEW, NEW[0]), strict=False):
        head, colon, _ = lines[place].rpartition(": ")
        yield "".join(
            [*lines[:place], f"{head}{colon}{new}\n" if colon else f"  {new}\n", *lines[place + 1 :]]
        )
    yield "# A remark\n" + text
    yield "".join(line for place, line in enumerate(lines) if place != said[-1])
    yield "".join(line for place, line in enumerate(lines) if place != said[0])
    yield text


@pytest.mark.parametrize("name", STORIES)
def test_edited_stories_are_judged_as_if_they_were_new(name: str) -> None:
    warm = sc.Checker()
    warm.check(_text(name))
    for edited in _edits(_text(name)):
        told, new = warm.check(edited), sc.Checker().check(edited)
        assert told.to_json() == new.to_json()
        assert str(told) == str(new)


SAID = (
    "SGD always reaches good minima.",
    "SGD never reaches good minima.",
    "SGD usually reaches good minima.",
    "SGD rarely generalizes well.",
    "The model generalizes well.",
    "The model does not generalize.",
    "The model is large.",
    "Large networks are robust.",
    "Larger networks forget less.",
    "Finetuned networks never forget the previous task.",
    "Networks that fit random labels never generalize well.",
    "No network generalizes well.",
    "Networks must glorp.",
)
SECTIONS = ("setup", "assume", "rationale", "goal")
LINES = st.lists(
    st.tuples(st.sampled_from((*SECTIONS, "rationale", "goal")), st.sampled_from(SAID)),
    min_size=2,
    max_size=6,
)
EDITS = st.lists(
    st.tuples(
        st.integers(0, 5), st.sampled_from(("say", "move", "leave out", "put in")), st.sampled_from(SAID)
    ),
    max_size=4,
)
Line = tuple[str, str]


def _edited(lines: list[Line], edit: tuple[int, str, str]) -> list[Line]:
    place, what, said = edit
    place %= len(lines)
    section, old = lines[place]
    new = {
        "say": [(section, said)],
        "move": [(SECTIONS[(SECTIONS.index(section) + 1) % len(SECTIONS)], old)],
        "leave out": [],
        "put in": [(section, said), (section, old)],
    }[what]
    return [*lines[:place], *new, *lines[place + 1 :]] or lines


def _story(lines: list[Line]) -> str:
    """The lines by their sections; the first of the goal follows from the first two of the rationale."""
    told = []
    for section in SECTIONS:
        mine = [said for where, said in lines if where == section]
        told += [section, *(f"  {section}{n}: {said}" for n, said in enumerate(mine))] if mine else []
        if section == "rationale" and len(mine) > 1 and any(where == "goal" for where, _ in lines):
            told.append("  therefore goal0 from rationale0, rationale1")
    return "".join(f"{line}\n" for line in told)


@settings(max_examples=15, deadline=None)
@given(LINES, EDITS)
def test_after_any_edits_a_checker_says_what_a_new_one_does(
    lines: list[Line], edits: list[tuple[int, str, str]]
) -> None:
    warm = sc.Checker()
    for edit in (None, *edits):
        lines = _edited(lines, edit) if edit else lines
        told, new = warm.check(_story(lines)), sc.Checker().check(_story(lines))
        assert told.to_json() == new.to_json()
        assert str(told) == str(new)


def test_one_checker_judges_stories_with_other_words() -> None:
    """Nothing is carried over to a story that declares the same phrase otherwise."""
    kinds = [
        f'concept "glorp" is a kind of "{other}"\nGlorps always generalize.' for other in ("model", "SGD")
    ]
    warm = sc.Checker()
    reports = [warm.check(kind).to_json() for kind in (*kinds, *kinds)]
    assert reports[:2] == reports[2:] == [sc.Checker().check(kind).to_json() for kind in kinds]


def test_only_the_last_choices_of_words_are_kept() -> None:
    checker = sc.Checker()
    for number in range(desks.MOST + 2):
        checker.check(f'concept "glorp{number}"\nNo glorp{number} generalizes.')
    assert len(checker._desks._desks) == desks.MOST


def test_what_is_wrong_with_a_sentence_is_told_at_its_new_place() -> None:
    checker = sc.Checker()
    for before in ("", "SGD always reaches good minima.\n", "# A remark, then a long one\n\n"):
        (document,) = checker.check(f"{before}Glorps always generalize.").documents
        (found,) = document.diagnostics
        assert document.source.slice(found.span) == "Glorps"
