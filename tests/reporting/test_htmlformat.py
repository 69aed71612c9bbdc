from html.parser import HTMLParser

from storycheck.report import Report
from storycheck.reporting.htmlformat import fragment, render
from storycheck.source import SourceText
from tests.reporting.sample import DOCUMENT, LOOKUP, R1, REPORT

VOID = {"meta"}


class Structure(HTMLParser):
    """Checks that tags are balanced, and gathers text and tag names."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


def parsed(text: str) -> Structure:
    structure = Structure()
    structure.feed(text)
    structure.close()
    assert structure.open == []
    return structure


def test_the_page_is_balanced_and_needs_nothing_else() -> None:
    text = render(REPORT, LOOKUP)
    structure = parsed(text)
    assert not structure.tags & {"script", "link", "img", "iframe"}
    assert "http" not in text
    for claim in REPORT.claims:
        assert claim.text in structure.words


def test_what_users_write_is_escaped() -> None:
    bad = '<script>alert("x")</script>&amp;'
    claim = R1._replace(text=bad, id=bad, readings=(bad,))
    document = DOCUMENT._replace(title=bad, source=SourceText(DOCUMENT.source.text, bad), claims=(claim,))
    structure = parsed(fragment(Report(REPORT.evidence, (document,)), LOOKUP))
    assert "script" not in structure.tags
    assert structure.words.count(bad) >= 5


def test_conflicts_are_told_in_full() -> None:
    words = parsed(fragment(REPORT, LOOKUP)).words
    assert "conflict 1 of 2 (strong): G1 (G-A), Random labels can be fitted" in words
    assert "paper: Paper 1 on random labels can be fitted, NeurIPS 2019" in words
    assert "breaking case: labels random; trained with SGD; not reaches a good minimum" in words
    assert "r1 and r4 cannot all hold given G1" in words
    assert "r4 does not follow from r1, r2 and the evidence" in words


def test_what_follows_and_what_would_decide_is_told_too() -> None:
    words = parsed(fragment(REPORT, LOOKUP)).words
    for line in (
        "help: SGD usually reaches good minima. (entailed)",
        "would refute it: usually, where deep: trained with SGD (with G6)",
        "would prove it: usually, where deep: understood",
        "would close it: always, where trained with SGD: labels random",
    ):
        assert line in words
