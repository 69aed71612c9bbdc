"""Where a sentence of a story ends.

A story's sentences end with a full stop (or "?" or "!") before white space. The stops of "e.g.", "et al."
and the like, of decimals, and inside a quotation end none. Unlike in running prose a small letter may
follow: "SGD works. momentum helps." are two sentences.
"""

import re
from collections.abc import Iterator

_MARK = re.compile(r"""(?P<stop>[.!?…]+)(?P<closing>["”’')\]]*)(?=\s|$)|["“”]""")
_NEVER_LAST = re.compile(
    r"(?:^|[\s(\[“\"'/-])(?:e\.g|i\.e|cf|vs|viz|et al|resp|approx|w\.r\.t|a\.k\.a)$", re.I
)
_BEFORE_NUMBER = re.compile(r"(?:^|[\s(\[])(?:figs?|eqs?|secs?|sects?|chap|thm|pp?|ca)$", re.I)
_GOES_ON = re.compile(r"\s+[a-z]")
_LOOK_BACK = 16


class Stops:
    """Finds stops range by range; an open quotation is remembered from one range to the next."""

    def __init__(self, text: str, heed_quotes: bool = True) -> None:
        """Scan this text, with quotations as wholes unless told otherwise."""
        self._text, self._heed_quotes = text, heed_quotes
        self.open_quote: int | None = None

    def within(self, start: int, end: int) -> Iterator[int]:
        """The offsets after the sentences that end in a range, in order; linear in its length."""
        for mark in _MARK.finditer(self._text, start, end):
            if mark["stop"] is None:
                self._turn(mark.start())
                continue
            if re.search('["”]', mark["closing"]):
                self.open_quote = None
                if _GOES_ON.match(self._text, mark.end()):
                    continue
            if (self.open_quote is None or not self._heed_quotes) and self._ends(mark):
                yield mark.end()

    def _turn(self, at: int) -> None:
        """A quotation mark opens or closes."""
        opens = self._text[at] == "“" or (self._text[at] == '"' and self.open_quote is None)
        self.open_quote = at if opens else None

    def _ends(self, mark: re.Match[str]) -> bool:
        if mark["stop"] != ".":
            return True
        before = self._text[max(0, mark.start() - _LOOK_BACK) : mark.start()]
        after = self._text[mark.end() : mark.end() + 2].strip()
        numbered = _BEFORE_NUMBER.search(before) and after[:1].isdigit()
        return not (numbered or _NEVER_LAST.search(before))
