import pytest
from hypothesis import given
from hypothesis import strategies as st

from storycheck.documents import plain
from storycheck.documents.sentences import clauses, sentences


@pytest.mark.parametrize(
    "parts",
    [
        ["SGD works.", "It always does!", "Does it?", "Yes"],
        ["The error was 0.5 in v1.2 runs.", "It fell."],
        ["Some optimizers, e.g. Adam, help.", "Others (i.e. SGD) too."],
        ["Zhang et al. showed it.", "J. Smith agrees."],
        ["See Fig. 3 and Sec. 2.", "Then stop."],
        ['He said "it works."', "Nobody agreed.)", "So."],
        ["Wait... what happened.", "Nothing…", "Really?!", "Yes."],
        ["It uses vs. code and cf. that."],
        ["The answer is no.", "SGD fails."],
        ["Adam, RMSprop etc.", "They all work."],
        ["www.example.org is a site."],
    ],
)
def test_sentences_end_where_they_do(parts: list[str]) -> None:
    text = "  ".join(parts)
    assert [text[start:end] for start, end in sentences(text)] == parts


@given(st.text(alphabet="ab AB.?!\"'()0 \n…", max_size=80))
def test_sentences_hold_all_that_is_not_white_space(text: str) -> None:
    ranges = list(sentences(text))
    assert all(start < end for start, end in ranges)
    assert ranges == sorted(ranges)
    assert "".join(text[start:end] for start, end in ranges).split() is not None
    assert "".join("".join(text[start:end].split()) for start, end in ranges) == "".join(text.split())


def test_plain_text_has_paragraphs_and_items() -> None:
    text = "Title\n=====\n\nOne line\nand another.\r\n\n- item one\n  goes on\n2) item two\n"
    document = plain.scan(text)
    assert [passage.text for passage in document.passages] == [
        "Title",
        "One line and another.",
        "item one goes on",
        "item two",
    ]
    assert all(text[p.offsets[0]] == p.text[0] for p in document.passages)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("SGD finds good minima, so we use it.", ["SGD finds good minima", "we use it."]),
        ("A holds; B fails.", ["A holds", "B fails."]),
        ("A holds, and therefore B fails.", ["A holds", "B fails."]),
        ("A holds, which is why B fails.", ["A holds", "B fails."]),
        ("A holds, so that B fails.", ["A holds, so that B fails."]),
        ("A holds, so long as B fails.", ["A holds, so long as B fails."]),
        ("Suppose A holds; B fails.", ["Suppose A holds; B fails."]),
        ("If A holds, so does B; C fails.", ["If A holds, so does B; C fails."]),
    ],
)
def test_main_clauses(text: str, parts: list[str]) -> None:
    assert [text[start:end] for start, end in clauses(text)] == parts
