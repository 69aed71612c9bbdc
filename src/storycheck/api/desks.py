"""What judges stories, by the words that they declare, with what was found out for their earlier versions."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from storycheck.diagnostics import Diagnostic
from storycheck.records import NamedTuple

if TYPE_CHECKING:
    from storycheck.checking.claims import Judge
    from storycheck.checking.kept import Kept
    from storycheck.meaning.language import Language
    from storycheck.syntax.directives import Declaration

MOST = 4
"""For how many choices of own words something is kept."""


class Desk(NamedTuple):
    """What judges stories with the same words, and what was wrong with their declarations."""

    language: "Language"
    judge: "Judge"
    kept: "Kept"
    diagnostics: tuple[Diagnostic, ...] = ()


class Desks:
    """The desk for stories without words of their own, and those that were used last."""

    def __init__(self, language: "Language", judge: "Callable[[], Judge]") -> None:
        """``judge`` makes the one for stories without words of their own, when it is needed."""
        self._language, self._judge = language, judge
        self._desks: dict[tuple[Declaration, ...], Desk] = {}

    def desk(self, declarations: "tuple[Declaration, ...]") -> Desk:
        """The desk for stories that declare these words."""
        found = self._desks.pop(declarations, None) or self._made(declarations)
        self._desks[declarations] = found
        if len(self._desks) > MOST:
            del self._desks[next(iter(self._desks))]
        return found

    def _made(self, declarations: "tuple[Declaration, ...]") -> Desk:
        from storycheck.checking.kept import Kept

        judge = self._judge()
        if not declarations:
            return Desk(self._language, judge, Kept())
        from storycheck.meaning.declared import declare

        language, diagnostics = declare(self._language, declarations)
        return Desk(language, judge.extended(language.vocabulary), Kept(), diagnostics)
