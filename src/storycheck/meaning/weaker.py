"""Weaker wordings of a sentence: its strength word put lower, or one put in where it has none.

What comes out is only proposed. Whoever uses it reads it again and keeps what means what it should, so
that a proposal that is no good English structure costs nothing but the reading of it.
"""

from collections.abc import Iterator
from itertools import pairwise

from storycheck.meaning.closed import closed_words
from storycheck.meaning.inflect import is_plural, verb_forms
from storycheck.meaning.language import Language
from storycheck.records import NamedTuple
from storycheck.syntax.parser import Parser
from storycheck.syntax.segment import segmented
from storycheck.syntax.tagger import tagged
from storycheck.syntax.tree import Node, Segment, Token


class Splice(NamedTuple):
    """A text to be put in place of ``[start, end)`` of a sentence."""

    start: int
    end: int
    text: str


class Words(NamedTuple):
    """A sentence with its segments and its first tree (None if it has none).

    ``named`` tells that it starts with a name, which keeps its capital letter wherever it stands.
    """

    sentence: str
    segments: tuple[Segment, ...]
    tree: Node | None
    named: bool


def words_of_sentence(sentence: str, language: Language) -> Words:
    """The sentence taken apart as the reader does it."""
    segments = segmented(sentence, (language.lexicon, closed_words())).segments
    tree = next(Parser(tagged(segments)).trees(), None) if segments else None
    return Words(sentence, segments, tree, bool(segments) and _is_name(sentence, segments[0], language))


def _is_name(sentence: str, first: Segment, language: Language) -> bool:
    """Whether the first word has its capital letter in the middle of a sentence, too: "SGD", "Adam"."""
    word = sentence[first.start : first.start + len(first.words[0])]
    known = (language.vocabulary.concepts.get(entry.ref) for entry in first.entries)
    return word[1:] != word[1:].lower() or any(word in one.gloss.split() for one in known if one)


def spliced(sentence: str, splices: tuple[Splice, ...]) -> str:
    """The sentence with the splices made; what is put at its start has the capital letter."""
    text, capital = sentence, sentence[:1].isupper()
    for start, end, new in sorted(splices, reverse=True):
        text = text[:start] + new + text[end:]
    return text[:1].upper() + text[1:] if capital else text


def weaker(words: Words) -> Iterator[tuple[Splice, ...]]:
    """Proposals for a weaker sentence: the words in their places first, then a phrase in front."""
    places = [proposals for at in range(len(words.segments)) if (proposals := _at(words, at))]
    places += [proposals for pred in _predicates(words.tree) if (proposals := _put_in(words, pred))]
    for proposals in places:
        yield from ((splice,) for splice in proposals)
    for lower in range(2):  # all of them together, where several say how strong it is
        together = tuple(proposals[min(lower, len(proposals) - 1)] for proposals in places)
        if len(together) > 1 and not _overlap(together):
            yield together
    first = words.segments[0]
    start = words.sentence[first.start : first.start + 1]
    lowered = start if words.named else start.lower()
    for phrase in ("In most cases, ", "In some cases, "):
        yield (Splice(first.start, first.start + 1, phrase + lowered),)


def _overlap(splices: tuple[Splice, ...]) -> bool:
    ordered = sorted(splices)
    return any(one.end > other.start for one, other in pairwise(ordered))


# --- words that say how strong it is ------------------------------------------------------------------

_LATE = frozenset("in at without under every with by of as for most from on once".split())
_FREQUENCY = {"A": ("usually", "sometimes"), "U": ("sometimes",)}
_IN_CASES = {"A": ("in most cases", "in some cases"), "U": ("in some cases",)}
_MODAL = {
    "A": ("will usually", "can"),
    "will": ("can",),
    "U": ("can",),
    "N can": ("usually cannot", "cannot always"),
}
_SEMI = {
    "A": ("likely to", "able to"),
    "U": ("able to",),
    "U N": ("not certain to",),
    "N can": ("unlikely to", "not certain to"),
}
_POSSIBLE = {
    "A": ("likely", "possible"),
    "U": ("possible",),
    "N S": ("unlikely", "not certain"),
    "U N": ("not certain",),
}


def denies(words: Words, splice: Splice) -> bool:
    """Whether the splice is made at a word that says how often and denies: "never", "no", "cannot"."""
    there = (segment for segment in words.segments if splice.start <= segment.start <= splice.end)
    codes = (segment.word("freq", "quant", "modal", "semi") or "" for segment in there)
    return any("N" in code.split() for code in codes)


def _at(words: Words, at: int) -> list[Splice]:
    """Proposals for a word that says how strong it is, the stronger first; none for other words."""
    segment = words.segments[at]
    frequency = segment.word("freq", "only-freq")
    if frequency is not None:
        return _frequency(words, at, frequency)
    quantifier = segment.word("quant")
    if quantifier is not None:
        return [Splice(segment.start, segment.end, new) for new in _quantifiers(words, at, quantifier)]
    if segment.word("v-semi") == "U":
        return [Splice(segment.start, segment.end, "can")]
    if segment.word("v-semi") == "U N":
        do = "does" if segment.words[0].endswith("s") else "do"
        return [Splice(segment.start, segment.end, f"{do} not always")]
    for name, table in (("modal", _MODAL), ("semi", _SEMI), ("iadj", _POSSIBLE)):
        value = segment.word(name)
        if value in table:
            return [Splice(segment.start, segment.end, new) for new in table[value]]
    return []


def _frequency(words: Words, at: int, value: str) -> list[Splice]:
    segment = words.segments[at]
    late = len(segment.words) > 1 and segment.words[0] in _LATE
    plain = (_IN_CASES if late else _FREQUENCY).get(value, ())
    splices = [Splice(segment.start, segment.end, new) for new in plain]
    after_can = at > 0 and words.segments[at - 1].words == ("can",)
    if value == "N S" and not after_can:
        splices.append(Splice(segment.start, segment.end, "in few cases" if late else "rarely"))
    if value in ("N S", "U N"):
        splices += _not_always(words, at)
    return splices


def _not_always(words: Words, at: int) -> list[Splice]:
    """ "never reaches" as "does not always reach"; "can never" as "cannot always"."""
    segment = words.segments[at]
    before = words.segments[at - 1] if at else None
    if before is not None and before.words == ("can",):
        return [Splice(before.start, segment.end, new) for new in ("will rarely", "cannot always")]
    if before is not None and before.word("be", "modal", "aux") is not None:
        return [Splice(segment.start, segment.end, "not always")]
    if at + 1 == len(words.segments):
        return []
    verb = words.segments[at + 1]
    end = verb.start + len(verb.words[0])
    base = base_of(verb.words[0])
    if verb.word("be") is not None or not base:
        return [Splice(segment.start, verb.end, f"{verb.text} not always")] if verb.word("be") else []
    do = "does" if verb.words[0] != base else "do"
    return [Splice(segment.start, end, f"{do} not always {base}")]


def base_of(verb: str) -> str:
    """The base form of a verb in the present: "reaches" is "reach"; empty if it is none."""
    stems = [verb[:-1], verb[:-2], verb[:-3] + "y"] if verb.endswith("s") else []
    if verb.endswith("ies") or verb[:-2].endswith(("ss", "x", "ch", "sh", "o")):
        stems.reverse()
    found = (stem for stem in stems if stem and verb in verb_forms(stem).s)
    irregular = {"has": "have", "does": "do", "is": "be"}.get(verb, "")
    if irregular or verb.endswith(("ed", "ing")):
        return irregular
    return next(found, "" if verb.endswith("s") and not verb.endswith("ss") else verb)


def _quantifiers(words: Words, at: int, value: str) -> tuple[str, ...]:
    """What may stand for the quantifier; "all the" and "all of the" keep their article."""
    segment = words.segments[at]
    last = segment.words[-1]
    article = f" of {last}" if "of" in segment.words and last != "of" else ""
    after = next((s for s in words.segments[at + 1 :] if s.entry("concept", "noun") or s.word("noun")), None)
    if not article and at + 1 < len(words.segments) and words.segments[at + 1].word("det") == "the":
        article = " of"
    one = not {"every", "each", "any"}.isdisjoint(segment.words) and not article
    one = one or (value == "N S" and not article and not (after and is_plural(after.words[-1])))
    if value in ("A", "all", "any"):
        return ("almost every", "at least one") if one else (f"most{article}", f"some{article}")
    if value == "U":
        return ("at least one",) if one else (f"some{article}",)
    if value == "N S":
        return ("almost no", "not every") if one else (f"few{article}", f"not all{article}")
    return (f"not all{article}",) if value == "U N" else ()


# --- sentences without such a word --------------------------------------------------------------------

_DOWN = frozenset(
    "start sentence clause bare_clause preds preds_that impersonal_that correlative half there".split()
)
_SURE = frozenset("guarantee ensure prove entail warrant assure".split())


def _predicates(tree: Node | None) -> Iterator[Node]:
    """What the sentence itself says of something, but not what its relative clauses say."""
    waiting = [tree] if tree is not None else []
    while waiting:
        node = waiting.pop(0)
        if node.name in ("pred", "pred_that", "there") or (node.name == "half" and node.node("be")):
            yield node
        elif node.name in _DOWN:
            waiting += node.nodes()


def _put_in(words: Words, pred: Node) -> list[Splice]:
    """An adverb for a predicate without one: after "is", "does not" or "will", else before the verb."""
    group = [t for node in pred.nodes("be", "ops") for t in node.tokens()]
    if any(token.terminal in ("FREQ", "SEMI") for token in group):
        return []
    negation = next((token for token in group if token.terminal == "NEG"), None)
    helper = next((token for token in group if token.terminal in ("BE", "MODAL", "DO", "HAVE")), None)
    if negation is not None and helper is not None:
        before = _after(helper, "usually") if helper.terminal == "BE" else _before(helper, "usually")
        return [before, _after(negation, "always")]
    if helper is not None:
        put = _before if pred.name == "half" else _after  # "the more accurate it usually is"
        return [put(helper, "usually"), put(helper, "sometimes")]
    verb = next((token for token in pred.tokens() if token.terminal in ("V", "VI", "VIB", "EXV")), None)
    if verb is None:
        return []
    if verb.segment.word("v-imply") and base_of(verb.segment.words[0]) in _SURE:
        return _less_sure(words, verb)
    return [_before(verb, "usually"), _before(verb, "sometimes")]


def _less_sure(words: Words, verb: Token) -> list[Splice]:
    """For "guarantees", which "usually" does not go with."""
    segment = verb.segment
    rest = words.segments[segment.position + 1 :]
    said = "mean" if rest and rest[0].words[0] == "that" else "lead to"
    if segment.words[0] != base_of(segment.words[0]):
        said = said.replace("mean", "means").replace("lead", "leads")
    return [Splice(segment.start, segment.end, f"{adverb} {said}") for adverb in ("usually", "sometimes")]


def _before(token: Token, word: str) -> Splice:
    return Splice(token.segment.start, token.segment.start, f"{word} ")


def _after(token: Token, word: str) -> Splice:
    return Splice(token.segment.end, token.segment.end, f" {word}")
