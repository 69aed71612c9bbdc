"""Answers that are kept, as the same is asked again."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

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

    def __contains__(self, question: _Question) -> bool:
        """Whether the answer is known."""
        return question in self._answers
