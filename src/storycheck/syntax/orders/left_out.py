"""What is said once and meant twice, and what is left out because it was said before.

"Reduces but does not eliminate forgetting" has one object for two verbs, "standard and robust networks" one
noun for two adjectives; "those that do not" are the others.
"""

from collections.abc import Iterator

from storycheck.syntax.entries import NO_ENTRIES, Entries
from storycheck.syntax.joints import SHARING, is_shared, stands
from storycheck.syntax.orders.order import (
    Lexicons,
    Order,
    Sentence,
    first_said,
    is_subject,
    is_word,
    noun_phrase_end,
    place_of,
    put,
)
from storycheck.syntax.tree import Segment

_NOUN, _DESCRIBING, _VERB = frozenset(("NOUN",)), frozenset(("ADJ",)), frozenset(("V",))
_FINITE = frozenset(("BE", "V", "VI", "HAVE"))
_COMPLEMENT = frozenset(("ADJ", "COMP", "MORE"))
_BEFORE_VERB = frozenset(("NEG", "DO", "FREQ", "ADVERB", "MODAL", "SKIP"))


def _with_noun_shared(segments: Sentence, lexicons: Lexicons) -> Iterator[Sentence]:
    """ "Both standard and robust networks": the noun after each of the adjectives."""
    for at in range(1, len(segments) - 1):
        if not is_shared(segments, at):
            continue
        first, second = segments[at - 1], segments[at + 1]
        if stands(segments, at + 1, SHARING) and not stands(segments, at + 1, _NOUN):
            head: Segment | None = segments[at + 2]
        else:
            head = _noun(second, second.words[1:], lexicons)
        if head is not None:
            whole = _noun(first, (*first.words, *head.words), lexicons)
            described = whole is not None and stands(segments, at - 1, _DESCRIBING)
            if whole is None or (described and whole.entries.refs <= head.entries.refs):
                yield *segments[: at - 1], first, head, *segments[at:]  # "deep networks" are any networks
            else:
                yield *segments[: at - 1], whole, *segments[at:]
            return


def _noun(place: Segment, words: tuple[str, ...], lexicons: Lexicons) -> Segment | None:
    """A noun in the place of another segment; None if these words are none."""
    found = (lexicon.phrases.get(words, NO_ENTRIES) for lexicon in lexicons)
    entries = Entries(entry for each in found for entry in each)
    return place._replace(words=words, entries=entries) if "NOUN" in entries.terminals else None


def _with_object_shared(segments: Sentence, lexicons: Lexicons) -> Iterator[Sentence]:
    """ "Reduces but does not eliminate forgetting": the object after each of the verbs."""
    for at, segment in enumerate(segments[1:-2], start=1):
        if segment.entries[0].ref != "conj" or not stands(segments, at - 1, _VERB):
            continue
        verb = at + 1
        while stands(segments, verb, _BEFORE_VERB):
            verb += 1
        end = noun_phrase_end(segments, verb + 1)
        if stands(segments, verb, _VERB) and end > verb + 1:
            yield *segments[:at], *segments[verb + 1 : end], *segments[at:]
            return


def _with_like(segments: Sentence, lexicons: Lexicons) -> Iterator[Sentence]:
    """ "Like SGD, Adam overfits" is "SGD and Adam overfit"."""
    start = first_said(segments)
    at = start + 1 if is_word(segments, start, "just") else start
    end = place_of(",", segments, at + 2, len(segments) - 1)
    if end and is_word(segments, at, "like") and is_subject(segments[at + 1 : end]):
        both = put(segments[end], "and", lexicons)
        yield *segments[:start], *segments[at + 1 : end], both, *segments[end + 1 :]


def _with_others(segments: Sentence, lexicons: Lexicons) -> Iterator[Sentence]:
    """ "Networks that overfit are less robust than those that do not" are than the others."""
    at = len(segments) - 3
    if at < 3 or not is_word(segments, at, "that", "which", "who"):
        return
    left_out = segments[at + 1].word("aux", "be") is not None and segments[at + 2].words[-1] in ("not", "n't")
    those = is_word(segments, at - 1, "those") or segments[at - 1].word("noun") == "trivial"
    if left_out and those and segments[at - 2].word("than") is not None:
        yield *segments[: at - 1], put(segments[at - 1], "the others", lexicons)


def _with_be_repeated(segments: Sentence, lexicons: Lexicons) -> Iterator[Sentence]:
    """ "Is predictive but invisible to people" is "is predictive but is invisible to people"."""
    for at in range(3, len(segments) - 2):
        be = at - 2 if segments[at - 2].word("be") is not None else at - 3
        between = all(stands(segments, one, _COMPLEMENT) for one in range(be + 1, at))
        joins = is_word(segments, at, "and", "but", "yet") and segments[be].word("be") is not None
        if joins and between and segments[at + 1].word("n-act"):
            yield *segments[: at + 1], segments[be], *segments[at + 1 :]
            return


def _with_both_as_they(segments: Sentence, lexicons: Lexicons) -> Iterator[Sentence]:
    """ "A is better than B if *both* are pruned": if they are."""
    for at in range(3, len(segments) - 1):
        named = is_word(segments, at, "both") and segments[at - 1].word("if") is not None
        if named and stands(segments, at + 1, _FINITE):
            yield *segments[:at], put(segments[at], "they", lexicons), *segments[at + 1 :]
            return


ORDERS: tuple[Order, ...] = (
    _with_noun_shared,
    _with_object_shared,
    _with_like,
    _with_others,
    _with_be_repeated,
    _with_both_as_they,
)
