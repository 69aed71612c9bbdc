"""Answers are kept, up to a number of them."""

import pytest

from storycheck.checking.memory import Memory


def test_what_is_known_is_not_found_out_again() -> None:
    asked: list[str] = []
    memory: Memory[str, int] = Memory(2)

    def length(text: str) -> int:
        return memory.recall(text, lambda: asked.append(text) or len(text))

    assert [length(each) for each in ("a", "bb", "a", "bb")] == [1, 2, 1, 2]
    assert asked == ["a", "bb"]
    assert length("ccc") == 3  # a third one, and the others are forgotten
    assert length("ccc") == 3
    assert length("a") == 1
    assert asked == ["a", "bb", "ccc", "a"]


def test_what_raises_is_not_kept() -> None:
    memory: Memory[int, int] = Memory()
    with pytest.raises(ZeroDivisionError):
        memory.recall(0, lambda: 1 // 0)
    assert memory.recall(0, lambda: 7) == 7
