"""The phrases that start with one word, kept together by the word that follows it.

A sentence comes near to few of the phrases of a lexicon: those that share two words with it are all that
has to be at hand.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from storycheck.records import NamedTuple
from storycheck.syntax.entries import NO_ENTRIES, Entries

Words = tuple[str, ...]
Phrases = Mapping[Words, Entries]

# words that a known phrase may hold without being another phrase: "fits *its* training data *very* well"
PASSED_OVER = frozenset(
    "the a an its their our this these those his her very quite rather really fairly so extremely".split()
)


class After(NamedTuple):
    """The phrases that start with two words, and the first of them alone if it is a phrase.

    ``lengths``  how long they may be in words, longest first
    ``bare``     what is left of some without the words that may be passed over, with what these may be
    """

    lengths: Sequence[int]
    phrases: Phrases
    bare: Phrases


class Starting(dict[str, After]):
    """The phrases that start with one word, by their second; that word alone for all that follows in none.

    ``longest``  the length of the longest in words;  ``seconds`` the second words, and "" before them
    ``alone``    what the word may be by itself, nothing if it is no phrase
    """

    __slots__ = ("alone", "longest", "seconds")

    def __init__(self, longest: int, after: Mapping[str, After], seconds: Collection[str]) -> None:
        """Under "" is the word alone; where more ``seconds`` are told, what is after them comes later."""
        super().__init__(after)
        self.longest, self.seconds = longest, seconds
        self.alone = next(iter(after[""].phrases.values()), NO_ENTRIES) if after else NO_ENTRIES

    def __missing__(self, second: str) -> After:
        """What there is where no phrase goes on with this word."""
        return self[""]

    def after(self, words: Words) -> After:
        """Where a phrase is, if it is known."""
        second = words[1] if len(words) > 1 else ""
        return self[second if second in self.seconds else ""]

    def find(self, words: Words) -> Entries | None:
        """What a phrase may be, if need be with words passed over."""
        after = self.after(words)
        return after.phrases.get(words) or after.bare.get(words)

    def all(self) -> tuple[dict[Words, Entries], dict[Words, Entries]]:
        """All phrases, and all bare ones."""
        after = [self[second] for second in self.seconds]
        return (
            {words: entries for each in after for words, entries in each.phrases.items()},
            {words: entries for each in after for words, entries in each.bare.items()},
        )

    def match(self, texts: Words, start: int) -> tuple[int, Entries]:
        """The longest of these phrases that starts here: where it ends, and what it may be.

        Where none does, the end is the start.
        """
        end, entries = start, NO_ENTRIES
        second = texts[start + 1] if start + 1 < len(texts) else ""
        if second not in self.seconds and second not in PASSED_OVER:  # then it is a phrase alone, or none
            return (start + 1 if self.alone else start), self.alone
        lengths, phrases, bare = self[second]
        for length in lengths:
            words = texts[start : start + length]
            found = phrases.get(words) or bare.get(words)
            if found is not None:
                end, entries = start + len(words), found
                break
        most = self.longest
        if most > 1 and not PASSED_OVER.isdisjoint(texts[start + 1 : start + most + 2]):
            return self._loosely(texts, start, end, entries)
        return end, entries

    def _loosely(self, texts: Words, start: int, end: int, entries: Entries) -> tuple[int, Entries]:
        """The same, passing over determiners and words of degree, if that reaches further."""
        words, at = texts[start : start + 1], start + 1
        after: After | None = None
        while at < len(texts) and len(words) < self.longest:
            if texts[at] not in PASSED_OVER:
                if after is None and texts[at] not in self.seconds:
                    break
                after, words = after or self[texts[at]], (*words, texts[at])
                found = after.phrases.get(words) or after.bare.get(words)
                if found and at >= end:
                    end, entries = at + 1, found
            at += 1
        return end, entries


class _Beside(Starting):
    """What two lexicons have for a word; where both have a phrase, it is what either says."""

    __slots__ = ("_one", "_other")

    def __init__(self, one: Starting, other: Starting) -> None:
        seconds = dict.fromkeys((*one.seconds, *other.seconds))
        super().__init__(max(one.longest, other.longest), {"": _both(one[""], other[""])}, seconds)
        self._one, self._other = one, other

    def __missing__(self, second: str) -> After:
        if second and second not in self.seconds:
            return self[""]
        found = self[second] = _both(self._one[second], self._other[second])
        return found


def beside(one: Starting, other: Starting) -> Starting:
    """The phrases of both, to be matched; of what both have, the first's entries come first."""
    return _Beside(one, other)


def _both(one: After, other: After) -> After:
    first, second = ({**each.bare, **each.phrases} for each in (one, other))
    shared = {
        words: Entries((*first[words], *entries)) for words, entries in second.items() if words in first
    }
    return After(_lengths((*first, *second)), {**first, **second, **shared}, {})


def starting(first: str, phrases: Phrases, bare: Phrases) -> Starting:
    """Phrases that start with the same word, put together."""
    alone = {words: entries for words, entries in phrases.items() if words == (first,)}
    full, short = _by_second(phrases), _by_second(bare)
    after = {
        second: After(
            _lengths((*full.get(second, ()), *short.get(second, ()), *alone)),
            alone | full.get(second, {}),
            short.get(second, {}),
        )
        for second in ("", *sorted({*full, *short}))
    }
    return Starting(max(each.lengths[0] for each in after.values() if each.lengths), after, after.keys())


def _by_second(phrases: Phrases) -> dict[str, dict[Words, Entries]]:
    found: dict[str, dict[Words, Entries]] = {}
    for words, entries in phrases.items():
        if len(words) > 1:
            found.setdefault(words[1], {})[words] = entries
    return found


def _lengths(phrases: Iterable[Words]) -> list[int]:
    return sorted(set(map(len, phrases)), reverse=True)
