"""Narrower wordings of a sentence: an exception or a condition put at its end.

As in `storycheck.meaning.weaker`, what comes out is only proposed, to be read again before it is used.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import product

from storycheck.meaning.closed import closed_words
from storycheck.meaning.inflect import is_participle, is_plural, verb_forms
from storycheck.meaning.language import Language
from storycheck.meaning.weaker import Splice, Words, base_of
from storycheck.records import NamedTuple
from storycheck.syntax.segment import segmented
from storycheck.syntax.tree import Segment

_JOINING = frozenset(("with", "without", "on", "under"))
_ARTICLE = re.compile(r"\ban? $", re.IGNORECASE)
_ENDING = ".!… \t\r\n"


class Phrase(NamedTuple):
    """A concept as some text puts it: the words, what part of speech they are, and what joins a noun."""

    text: str
    part: str
    form: str
    link: str = "with"


def phrases_of(concept: str, texts: Sequence[str], language: Language) -> list[Phrase]:
    """How texts word a concept, in their own capital letters; its gloss last."""
    found: dict[Phrase, None] = {}
    gloss = language.vocabulary.concepts[concept].gloss
    link = "for" if gloss.startswith("concerns ") else "with"
    for text in texts:
        for segment in segmented(text, (language.lexicon, closed_words())).segments:
            for entry in segment.entries:
                if entry.kind == "concept" and entry.ref == concept and entry.part != "gloss":
                    said = _as_said(text, segment, entry.part)
                    found[Phrase(said, entry.part, entry.form, link)] = None
    return [*found, Phrase(gloss, "gloss", "")]


def _as_said(text: str, segment: Segment, part: str) -> str:
    """The words of a segment; a noun with the article that it has in the text, if it has one."""
    article = _ARTICLE.search(text[: segment.start]) if part == "noun" else None
    start = article.start() if article else segment.start
    said = text[start : segment.end]
    acronym = said[1:2].isupper()
    return said if start or acronym else said[:1].lower() + said[1:]


def exceptions(words: Words, phrase: Phrase) -> Iterator[Splice]:
    """Proposals that except the cases of which the phrase is true; none if there is an exception already."""
    if any("exception" in segment.words for segment in words.segments):
        return
    yield from (_at_end(words, f" unless {clause}") for clause in clauses(words, phrase))
    yield from (_at_end(words, f" except {adjunct}") for adjunct in _adjuncts(phrase))


def both_excepted(words: Words, first: Phrase, second: Phrase) -> Iterator[Splice]:
    """Proposals that except the cases of either phrase: "unless it is large or has seen the data"."""
    who = f"{_subject(words)[0]} "
    for one, other in product(exceptions(words, first), exceptions(words, second)):
        lead, _, rest = other.text.strip().partition(" ")
        if one.text.startswith(f" {lead} "):
            yield from (one._replace(text=f"{one.text} or {said}") for said in (rest.removeprefix(who), rest))


def conditions(words: Words, phrase: Phrase) -> Iterator[Splice]:
    """Proposals that limit the sentence to the cases of which the phrase is true."""
    yield from (_at_end(words, f" {adjunct}") for adjunct in _adjuncts(phrase))
    yield from (_at_end(words, f" if {clause}") for clause in clauses(words, phrase))


def _adjuncts(phrase: Phrase) -> Iterator[str]:
    """The phrase as something that stands beside the verb: "with random labels"."""
    if phrase.part == "noun":
        yield f"{phrase.link} {phrase.text}"
    elif phrase.part == "modifier" or phrase.text.partition(" ")[0] in _JOINING:
        yield phrase.text


def clauses(words: Words, phrase: Phrase) -> Iterator[str]:
    """The phrase said of what the sentence speaks of: "they start from random labels"."""
    who, many = _subject(words)
    first, _, rest = phrase.text.partition(" ")
    verb = base_of_ing(first) if phrase.form == "ing" else first
    be = f"{who} are" if many else f"{who} is"
    if first in _JOINING or phrase.part == "noun":  # "with long-tailed data", not "is long-tailed data"
        return
    if phrase.part == "verb" and phrase.form in ("base", "s", "ing") and verb:
        yield " ".join((who, _agreeing(verb, many), rest)).rstrip()
    elif phrase.part in ("adjective", "modifier") or phrase.form == "participle" or is_participle(first):
        yield f"{be} {phrase.text}"
    elif phrase.part == "gloss" and base_of(first) not in ("", first):
        yield " ".join((who, _agreeing(first, many), rest)).rstrip()
    elif phrase.part == "gloss":
        yield from (f"{be} {phrase.text}", phrase.text)


def base_of_ing(verb: str) -> str:
    """The base form of a verb in -ing; empty if it is none."""
    stem = verb.removesuffix("ing")
    found = (each for each in (stem, stem + "e", stem[:-1]) if each and verb in verb_forms(each).ing)
    return next(found, "") if stem != verb else ""


def _agreeing(verb: str, many: bool) -> str:
    base = base_of(verb) or verb
    return base if many else verb_forms(base).s[0] if base != "be" else "is"


def _subject(words: Words) -> tuple[str, bool]:
    """What stands for the subject after "unless", and whether it is several."""
    head = _head(words)
    entries = closed_words().phrases.get(head.words[-1:], ()) if head else ()
    if head is None or all(entry.ref != "noun" for entry in entries):
        return "the network", False
    return ("they", True) if is_plural(head.words[-1]) else ("it", False)


def _head(words: Words) -> Segment | None:
    """The last noun of a plain subject; None for other subjects: "adding parameters", "there are …"."""
    node = words.tree
    while node is not None and node.name != "core":
        names = ("sentence", "clause", "subjects", "noun_phrase", "cores", "core")
        node = node.node(*names)
    if node is None or node.token("GER", "GERT") or node.token("PRON"):
        return None
    inside = node.node("words")
    nouns = [token for token in inside.tokens() if token.terminal == "NOUN"] if inside else []
    return nouns[-1].segment if nouns and not node.node("of") else None


def _at_end(words: Words, text: str) -> Splice:
    end = len(words.sentence.rstrip(_ENDING))
    return Splice(end, end, text)
