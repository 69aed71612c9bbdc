"""Claims inside what is said about them: "the problem with X is that it …", "provides evidence that …"."""

from collections.abc import Iterator

from storycheck.syntax.orders.order import (
    Lexicons,
    Order,
    Sentence,
    first_said,
    is_noun_phrase,
    is_subject,
    is_word,
    noun_phrase_end,
    place_of,
    put,
)
from storycheck.syntax.tree import Segment


def _with_problem_told(segments: Sentence, lexicons: Lexicons) -> Iterator[Sentence]:
    """ "The problem with dropout is that it hurts" is "dropout hurts"."""
    start, last = first_said(segments), len(segments) - 1
    first = next((at for at in range(start, last) if not is_word(segments, at, *_BEFORE_FRAME)), last)
    be = place_of("is", segments, first + 3, len(segments) - 3)
    framed = be and segments[first].words[-1] in _FRAMES and is_word(segments, first + 1, "with", "of")
    same = framed and is_word(segments, be + 1, "that") and is_word(segments, be + 2, "it", "they")
    subject = segments[first + 2 : be]
    if same and is_subject(subject):
        yield *segments[:start], *subject, *segments[be + 3 :]


_BEFORE_FRAME = ("the", "a", "an", "one", "another")
_FRAMES = frozenset(
    "problem trouble issue advantage benefit drawback downside upside disadvantage virtue limitation "
    "weakness strength appeal catch".split()
)


def _with_sign(segments: Sentence, lexicons: Lexicons) -> Iterator[Sentence]:
    """ "Gives no guarantee that A", "provides evidence that A": "is" no guarantee, or evidence of it."""
    for at in range(1, len(segments) - 2):
        if segments[at].words[0] not in _GIVING:
            continue
        none = is_word(segments, at + 1, "no")
        found = _sign(segments[at + 2 if none else at + 1], lexicons)
        if found is not None and (found.word("n-imply") == "imply" or _that_follows(segments, at)):
            be = put(segments[at], "is", lexicons)
            denied = (put(segments[at + 1], "not", lexicons),) if none else ()
            yield *segments[:at], be, *denied, found, *segments[at + 3 if none else at + 2 :]
            return


_GIVING = frozenset(
    form for verb in "give provide offer constitute yield".split() for form in (verb, verb + "s")
)


def _that_follows(segments: Sentence, at: int) -> bool:
    """Whether it is evidence *that*: what probes give evidence *of* is not so wherever one probes."""
    return is_word(segments, at + 2, "that") or is_word(segments, at + 3, "that")


def _sign(segment: Segment, lexicons: Lexicons) -> Segment | None:
    """The segment where it names a sign: "evidence", "guarantee" as "a guarantee"."""
    if segment.word("n-imply") is not None:
        return segment
    words = ("a", *segment.words)
    entries = lexicons[-1].phrases.get(words)
    return segment._replace(words=words, entries=entries) if entries and "n-imply" in entries.values else None


def _with_question_as_noun(segments: Sentence, lexicons: Lexicons) -> Iterator[Sentence]:
    """ "Tells us whether a model has a backdoor" is "detects models that have a backdoor"."""
    for at in range(1, len(segments) - 3):
        if not is_word(segments, at, "whether"):
            continue
        verb = at - 2 if is_word(segments, at - 1, *_ANYONE) else at - 1
        noun = at + 1
        while noun + 1 < len(segments) and segments[noun].word("det") is not None:
            noun += 1
        named = noun + 1 < len(segments) and segments[noun].word("noun") == "trivial"
        told = next((word for word in _TELLING if segments[verb].words[0].startswith(word)), "")
        if named and told:
            ending = _ENDINGS.get(segments[verb].words[0].removeprefix(told), "s")
            detects, that = (
                put(segments[verb], f"detect{ending}", lexicons),
                put(segments[at], "that", lexicons),
            )
            yield *segments[:verb], detects, *segments[at + 1 : noun + 1], that, *segments[noun + 1 :]
            return


_ANYONE = ("us", "you", "one", "me", "overseers", "developers")
_TELLING = ("tell", "reveal", "show", "indicate", "detect")
_ENDINGS = {"": "", "s": "s", "ing": "ing"}


def _with_what_is_owed(segments: Sentence, lexicons: Lexicons) -> Iterator[Sentence]:
    """ "Networks owe their generalization to SGD" is "the generalization of networks is due to SGD"."""
    at = next((at for at, segment in enumerate(segments) if segment.word("unread") == "owe"), 0)
    to = place_of("to", segments, at + 2)
    subject = segments[:at]
    owed = segments[at + 2 if at + 1 < to and segments[at + 1].word("det") == "own" else at + 1 : to]
    if is_noun_phrase(subject) and is_noun_phrase(owed):
        joint = (put(segments[at], phrase, lexicons) for phrase in ("is", "due to"))
        yield *owed, put(segments[at], "of", lexicons), *subject, *joint, *segments[to + 1 :]


def _with_what_is_seen(segments: Sentence, lexicons: Lexicons) -> Iterator[Sentence]:
    """ "We rarely see overfitting in X" is "overfitting rarely occurs in X"."""
    start = first_said(segments)
    if not is_word(segments, start, *_SEEING):
        return
    at = next((one for one in range(start + 1, len(segments)) if segments[one].word("freq") is None), 0)
    end = noun_phrase_end(segments, at + 1)
    if at and is_word(segments, at, *_SEES) and end > at + 1:
        occurs = (*segments[start + 1 : at], put(segments[at], "occurs", lexicons))
        yield *segments[:start], *segments[at + 1 : end], *occurs, *segments[end:]


_SEEING = ("we", "one", "you", "researchers", "people")
_SEES = tuple(verb + end for verb in ("see", "observe", "find", "encounter") for end in ("", "s"))


def _with_what_is_observed(segments: Sentence, lexicons: Lexicons) -> Iterator[Sentence]:
    """ "Overfitting is often observed in X" is "overfitting often occurs in X"."""
    start = first_said(segments)
    be = noun_phrase_end(segments, start)
    at = be + 1
    while at < len(segments) and segments[at].word("freq") is not None:
        at += 1
    if start < be < at and is_word(segments, be, "is", "are") and is_word(segments, at, *_SEEN):
        occurs = put(segments[at], "occurs", lexicons)
        yield *segments[:be], *segments[be + 1 : at], occurs, *segments[at + 1 :]


_SEEN = ("observed", "found", "encountered", "seen")

ORDERS: tuple[Order, ...] = (
    _with_problem_told,
    _with_sign,
    _with_question_as_noun,
    _with_what_is_owed,
    _with_what_is_seen,
    _with_what_is_observed,
)
