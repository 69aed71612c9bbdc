"""What was found out for one story and holds for the next: most sentences of an edited story are the same."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from storycheck.checking.consistency import Clashes
from storycheck.checking.given import Facts, Premise
from storycheck.checking.premises import Refutations
from storycheck.meaning.language import Language
from storycheck.meaning.reading import Context, Understood, read
from storycheck.report import ClaimReport, StepReport
from storycheck.syntax.directives import Step

_Question = TypeVar("_Question", bound=Hashable)
_Answer = TypeVar("_Answer")

MOST = 4096
"""How many answers of a kind are kept at most."""


class Memory(Generic[_Question, _Answer]):
    """Answers by their questions. What raises is not kept; when there are too many, all are forgotten."""

    def __init__(self, most: int = MOST) -> None:
        """Nothing is known yet."""
        self._most = most
        self._answers: dict[_Question, _Answer] = {}

    def recall(self, question: _Question, find: Callable[[], _Answer]) -> _Answer:
        """The answer, found out if it is not known."""
        answer = self._answers.get(question)
        if answer is None:
            answer = find()
            if len(self._answers) >= self._most:
                self._answers.clear()
            self._answers[question] = answer
        return answer


class Kept:
    """What is kept for stories with the same words, judged against the same evidence."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        self.readings: Memory[tuple[str, Context], Understood] = Memory()
        """As if the sentence began the text."""
        self.worked: Memory[tuple[str, Context, Facts], ClaimReport] = Memory()
        """Claims with their repairs, by their texts."""
        self.steps: Memory[tuple[Step, tuple[Premise | None, ...], Context, Facts], StepReport] = Memory()
        """By what the sentences say that they name, as if they began the text."""
        self.clashes: Memory[tuple[Premise, ...], Clashes] = Memory()
        self.conflicts: Memory[tuple[tuple[Premise, ...], Facts, bool], Refutations] = Memory()
        """Of premises with the evidence, or (true) of claims with each other."""

    def read(self, text: str, language: Language, context: Context, offset: int = 0) -> Understood:
        """The readings of a sentence that starts at ``offset``."""
        found = self.readings.recall((text, context), lambda: read(text, language, context))
        if not offset or not found.diagnostics:
            return found
        moved = (each._replace(span=each.span.shifted(offset)) for each in found.diagnostics)
        return found._replace(diagnostics=tuple(moved))
