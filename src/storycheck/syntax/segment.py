"""Segmenting: the words of a sentence as the longest known phrases, left to right."""

import re
from collections.abc import Sequence
from functools import lru_cache, reduce

from storycheck.records import NamedTuple
from storycheck.source import Span
from storycheck.syntax.amounts import AMOUNTS, Measured, measured
from storycheck.syntax.entries import NO_ENTRIES, Entries, Entry
from storycheck.syntax.lexicon import Lexicon, Word, words_in
from storycheck.syntax.made import made
from storycheck.syntax.parted import Parted, parted
from storycheck.syntax.starting import Starting, Words, beside
from storycheck.syntax.tree import Segment

_MARKS = {mark: Entries((Entry("word", "mark", mark),)) for mark in ",;:()[]"}
_MARKS |= {mark: Entries((Entry("word", "mark", "quote"),)) for mark in "\"“”‘’'*_`"}
_MARKS |= {mark: Entries((Entry("word", "mark", "dash"),)) for mark in "—–-"}
# compiled when they are first met, as few texts have any
_CITATION = (
    r"[(\[](?:see |cf\.? |e\.g\.,? )?[^()\[\]]*\bet al\b[^()\[\]]*[)\]]"
    r"|[(\[](?:see |cf\.? )?[A-Z][^()\[\]]*\b(?:19|20)\d\d[a-z]?[)\]]"
    r"|\[\d+(?:\s*[,–-]\s*\d+)*\]"
)


_IF_AND_ONLY_IF = r"if, and only if\b[, ]"


class Segmented(NamedTuple):
    """The segments, and the words that are in no known phrase, neighbours taken together."""

    segments: tuple[Segment, ...]
    unknown: tuple[Span, ...]


def without_citations(sentence: str) -> str:
    """The sentence with "(Zhang et al., 2017)" and "[12]" blanked out; every other place stays the same."""
    if "f, and only if" in sentence:
        sentence = re.sub(_IF_AND_ONLY_IF, "if  and only if ", sentence)
    if "(" not in sentence and "[" not in sentence:
        return sentence
    return re.sub(_CITATION, lambda match: " " * len(match.group()), sentence)


def segmented(sentence: str, lexicons: tuple[Lexicon, ...]) -> Segmented:
    """The sentence as segments; where several lexicons know a phrase, the first's entries come first."""
    words = words_in(without_citations(sentence))
    while words and words[-1].text in ".!…":
        words.pop()
    texts = tuple([word.text for word in words])
    turned = {} if _BE.isdisjoint(texts) else _turned(texts, lexicons)
    has_amounts = not AMOUNTS.isdisjoint(texts)
    segments: list[Segment] = []
    unknown: list[Span] = []
    at = 0
    while at < len(words):
        known = measured(texts, at, lexicons) if has_amounts else None
        if known is not None:
            segments += _apart(known, len(segments), words, at)
            at = known.end
            continue
        after = texts[at + 1] if at + 1 < len(texts) else ""
        inside = parted(texts, at, lexicons) if after.endswith("ly") or after == "well" else None
        if inside is not None:
            segments += _adverb_first(inside, len(segments), words, at)
            at = inside.end
            continue
        end, entries = turned[at] if at in turned else _match(texts, at, lexicons)
        if end - at > 1 and end < len(texts) and entries.parts <= _MODIFIER:
            end, entries = _before_longer_noun(texts, at, end, entries, lexicons)
        if end - at > 1 and "prep" in entries.values:
            turned |= _split_modifier(texts, end, lexicons[0])
        start_place, end_place = words[at].start, words[end - 1].end
        if entries:
            values = len(segments), texts[at:end], start_place, end_place, entries
            segments.append(made(Segment, values))
        elif unknown and not sentence[unknown[-1].end : start_place].strip("- "):
            unknown[-1] = Span(unknown[-1].start, end_place)
        else:
            unknown.append(Span(start_place, end_place))
        at = end
    return Segmented(tuple(segments), tuple(unknown))


def _split_modifier(texts: Words, end: int, lexicon: Lexicon) -> dict[int, tuple[int, Entries]]:
    """ "Only at scale" and "even at scale" hold "at scale", of which the preposition has taken a word.

    Not so "even without pretraining": the preposition has said the "without".
    """
    if end == len(texts) or texts[end - 1] == "without":
        return {}
    until, inner = lexicon.match(texts, end - 1)
    said = Entries(Entry("concept", entry.ref, "noun") for entry in inner if entry.part == "modifier")
    return {end: (until, said)} if until > end and said else {}


def _before_longer_noun(
    texts: Words, at: int, end: int, entries: Entries, lexicons: Sequence[Lexicon]
) -> tuple[int, Entries]:
    """ "In training" ends inside "in training data": then it is "in", and a noun phrase follows."""
    preposition = lexicons[-1].alone(texts[at])
    if "prep" not in preposition.values:
        return end, entries
    until, inner = lexicons[0].match(texts, end - 1)
    return (at + 1, preposition) if until > end and "noun" in inner.parts else (end, entries)


_MODIFIER = frozenset(("modifier",))


def _match(texts: Words, at: int, lexicons: tuple[Lexicon, ...]) -> tuple[int, Entries]:
    """The end of the longest phrase at this word and its entries; an unknown word has none."""
    starting = _starting(texts[at], lexicons)
    found = starting.match(texts, at) if starting is not None else None
    return found if found is not None and found[0] > at else (at + 1, _MARKS.get(texts[at], NO_ENTRIES))


@lru_cache(maxsize=10_000)
def _starting(first: str, lexicons: tuple[Lexicon, ...]) -> Starting | None:
    """The phrases of all lexicons that start with this word; None if there are none."""
    known = [starting for lexicon in lexicons if (starting := lexicon.starting(first)) is not None]
    return reduce(beside, known) if known else None


def _apart(known: Measured, position: int, words: Sequence[Word], at: int) -> list[Segment]:
    """A verb phrase and the word of amount in it as segments of their own."""
    verb = Segment(position, known.verb, words[at].start, words[known.end - 1].end, known.entries)
    if not known.amount:
        return [verb]
    place = words[at + 1].start, words[known.amount_end - 1].end
    texts = tuple(word.text for word in words[at + 1 : known.amount_end])
    if known.before:
        return [Segment(position, texts, *place, known.amount), verb._replace(position=position + 1)]
    return [verb, Segment(position + 1, texts, *place, known.amount)]


def _adverb_first(known: Parted, position: int, words: Sequence[Word], at: int) -> list[Segment]:
    """An adverb, and the verb phrase that it stands in: "heavily", "rely on"."""
    adverb = words[at + 1]
    return [
        Segment(position, (adverb.text,), adverb.start, adverb.end, known.adverb),
        Segment(position + 1, known.verb, words[at].start, words[known.end - 1].end, known.entries),
    ]


_BE = frozenset(("is", "are", "was", "were", "be", "been"))
_BETWEEN = frozenset(("freq", "only-freq", "adverb", "near-adverb", "neg", "degree", "be", "modal"))
_BEFORE_NOUN = frozenset(("det", "quant", "prep", "if", "conj", "whose", "that", "rel", "for-that", "pos"))
_OF_EVERY_CASE = Entries((Entry("word", "noun", "trivial"),))


def _turned(texts: Words, lexicons: tuple[Lexicon, ...]) -> dict[int, tuple[int, Entries]]:
    """Phrases that the sentence says the other way round, as segments by where they start.

    "the labels are random" says "random labels", and "the training data is memorized" says "memorize the
    training data": the noun then stands for no more than the concept that it names by itself, if any, and
    what follows "be" for the whole phrase.
    """
    found: dict[int, tuple[int, Entries]] = {}
    for at, text in enumerate(texts):
        if text not in _BE or at == 0:
            continue
        noun_end = _before_group(texts, at, lexicons)
        if texts[noun_end - 1] in ("that", "which"):
            noun_end -= 1
        said = at + 1
        while said < len(texts) and _is_between(lexicons[-1].alone(texts[said])):
            said += 1
        adjective = lexicons[0].starting(texts[said]) if said < len(texts) else None
        if adjective is None:
            continue
        turned = _whole(texts, noun_end, said, adjective, lexicons)
        before = _before_clause(texts, noun_end, lexicons) if turned is None else noun_end
        if before < noun_end:
            noun_end, turned = before, _whole(texts, before, said, adjective, lexicons)
        if turned is not None and _match(texts, said, lexicons)[0] <= turned[1]:
            start, end, entries = turned
            if texts[noun_end] not in _RELATIVE and _is_in_relative(texts, start, lexicons):
                continue
            noun = _concepts(lexicons[0].phrases.get(texts[start:noun_end], NO_ENTRIES))
            if {entry.ref for entry in noun}.isdisjoint(entry.ref for entry in entries):
                if start + 1 < noun_end and _is_determiner(texts[start], lexicons):
                    start += 1
                if noun or not _is_described(texts, start, noun_end, lexicons[0]):
                    found[start] = (noun_end, noun or _OF_EVERY_CASE)
                found[said] = (end, entries)
    return found


_RELATIVE = frozenset(("that", "which", "who"))


def _is_in_relative(texts: Words, start: int, lexicons: tuple[Lexicon, ...]) -> bool:
    """Whether a noun stands in a relative clause: "networks that use brittle *features* (are robust)"."""
    for at in range(start - 1, 0, -1):
        entries = lexicons[-1].alone(texts[at])
        if texts[at] in _MARKS or any(entry.ref in ("conj", "if") for entry in entries):
            return False
        if texts[at] in _RELATIVE:
            return any(entry.part == "noun" for entry in _match(texts, at - 1, lexicons)[1])
    return False


def _before_group(texts: Words, at: int, lexicons: tuple[Lexicon, ...]) -> int:
    """Where what stands before "be" begins: "need not", "has to", "usually"."""
    while at > 1:
        if at > 2 and _is_between(lexicons[-1].phrases.get(texts[at - 2 : at], NO_ENTRIES)):
            at -= 2
        elif _is_between(lexicons[-1].alone(texts[at - 1])):
            at -= 1
        else:
            break
    return at


def _before_clause(texts: Words, at: int, lexicons: tuple[Lexicon, ...]) -> int:
    """Where the noun ends that "that …" or a participle follows: "minima *reached by SGD* are good"."""
    for end in range(at - 1, max(at - 7, 0), -1):
        entries = lexicons[-1].alone(texts[end])
        if texts[end] in ("that", "which") or "participle" in entries.forms:
            return end
    return at


@lru_cache(maxsize=10_000)
def _concepts(entries: Entries) -> Entries:
    """The concepts that these are a noun of: "reward models" in "reward models are hacked"."""
    return Entries(entry for entry in entries if entry.kind == "concept" and entry.part == "noun")


def _starts_phrase(texts: Words, start: int, lexicons: tuple[Lexicon, ...]) -> bool:
    """Whether a noun phrase starts here, or its noun after an adjective: no noun stands before it."""
    if start == 0:
        return True
    entries, parts = lexicons[-1].alone(texts[start - 1]), lexicons[0].alone(texts[start - 1]).parts
    if "adjective" in parts and "noun" not in parts:
        return True
    return texts[start - 1] in _MARKS or any(entry.ref in _BEFORE_NOUN for entry in entries)


def _is_described(texts: Words, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the noun has an adjective that says something by itself: "*deceptive* models are detected"."""
    parts = lexicon.alone(texts[start]).parts
    return end - start > 1 and "adjective" in parts and "noun" not in parts


def _is_determiner(text: str, lexicons: tuple[Lexicon, ...]) -> bool:
    entries = lexicons[-1].alone(text)
    return bool(entries) and entries[0].ref == "det"


def _is_between(entries: Entries) -> bool:
    return bool(entries) and entries[0].ref in _BETWEEN


def _whole(
    texts: Words, noun_end: int, said: int, adjective: Starting, lexicons: tuple[Lexicon, ...]
) -> tuple[int, int, Entries] | None:
    """Where the noun starts, where what is said of it ends, and the concepts of the two together.

    ``adjective``  the phrases that start with the first word of what is said
    """
    for end in range(min(said + 3, len(texts)), said, -1):
        for start in range(max(noun_end - 4, 0), noun_end):
            if (texts[said + 1] if end > said + 1 else texts[start]) not in adjective.seconds:
                continue
            entries = adjective.find((*texts[said:end], *texts[start:noun_end]))
            if entries is None or not _starts_phrase(texts, start, lexicons):
                continue
            concepts = _said_of_noun(entries)
            if concepts:
                return start, end, concepts
    return None


@lru_cache(maxsize=10_000)
def _said_of_noun(entries: Entries) -> Entries:
    """What a phrase with its noun may be where the noun stands before it."""
    return Entries(
        Entry("concept", entry.ref, "adjective", "turned")
        for entry in entries
        if entry.kind == "concept" and (entry.part == "noun" or entry.form == "participle")
    )
