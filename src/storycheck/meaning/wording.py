"""From the wordings of vocabulary files to the phrases of the lexicon.

A wording is one phrase in its dictionary form: "stochastic gradient descent", "memorize (the) training
data", "[lose|erase] old knowledge". The lexicon gets it with every optional word in and out, every choice,
in every inflected form and spelling.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice, product
from math import prod

from storycheck.meaning.inflect import is_participle, is_plural, plurals, verb_forms
from storycheck.meaning.spelling import fusings, spellings
from storycheck.records import NamedTuple
from storycheck.syntax.entries import Entry
from storycheck.syntax.lexicon import words_of
from storycheck.syntax.starting import Words

# a noun phrase is inflected before the first of these: "minima of the loss", "networks trained with SGD"
_PREPOSITIONS = (
    "of on with in at from to for by under between without against over across after before into about "
    "via per during through towards than that which"
)
_AFTER_HEAD = frozenset(_PREPOSITIONS.split())
_MOST_SPELLINGS = 32
_LONGEST = 1_000
_MOST_OPTIONS = 1024
_CHOICE = re.compile(r"(\([^()\[\]|]*\)|\[[^()\[\]]*\])")
_DASHES = str.maketrans("\u2010\u2011", "--")


class Wording(NamedTuple):
    """One phrase of a concept or quantity; ``kind``, ``ref`` and ``part`` as in the lexicon's entries."""

    kind: str
    ref: str
    part: str
    text: str


def phrases(wordings: Iterable[Wording]) -> Iterator[tuple[Words, Entry]]:
    """Every phrase that the wordings stand for, with what it stands for."""
    for wording in wordings:
        yield from forms_of(wording)


@lru_cache(maxsize=20_000)  # vocabularies are linted with them, then put into the lexicon
def forms_of(wording: Wording) -> tuple[tuple[Words, Entry], ...]:
    """The phrases of one wording, without repetitions, in a fixed order."""
    found: dict[tuple[Words, Entry], None] = {}
    for text in with_options(wording.text):
        for form, tokens in _inflected(wording.part, tuple(_tokens(text))):
            entry = Entry(wording.kind, wording.ref, wording.part, form)
            found.update(dict.fromkeys((words, entry) for words in _spelled(tokens)))
    return tuple(found)


def flaw_of(text: str) -> str:
    """What is wrong with a wording as text; empty if nothing is."""
    if len(text) > _LONGEST:
        return f"it is longer than {_LONGEST:,} characters"
    if re.search(r"[()\[\]|]", _CHOICE.sub("", text)):
        return "(optional words) and [one|or|another] have to be closed and not nested"
    if prod(len(_choices(piece)) for piece in _CHOICE.findall(text)) > _MOST_OPTIONS:
        return f"it stands for more than {_MOST_OPTIONS} phrases"
    if not all(_tokens(option) for option in with_options(text)):
        return "no words are left when the optional ones are left out"
    return ""


def with_options(text: str) -> tuple[str, ...]:
    """The text with each "(part)" in and out, and each "[one|other]" in turn: "fit (the) data" gives two."""
    pieces = _CHOICE.split(text)
    choices = [_choices(piece) if number % 2 else (piece,) for number, piece in enumerate(pieces)]
    return tuple("".join(chosen) for chosen in islice(product(*choices), _MOST_OPTIONS))


def _choices(piece: str) -> tuple[str, ...]:
    inside = piece[1:-1]
    return (inside, "") if piece.startswith("(") else tuple(inside.split("|"))


def _tokens(text: str) -> list[str]:
    """Words split at spaces only: hyphens still tell which words belong together."""
    tokens = (token.strip("-") for token in text.lower().translate(_DASHES).split())
    return [re.sub("--+", "-", token) for token in tokens if token]


def _spelled(tokens: Words) -> Iterator[Words]:
    """The phrase in all spellings, hyphens split into words."""
    for chosen in islice(product(*map(_variants, tokens)), _MOST_SPELLINGS):
        yield tuple(word for words in chosen for word in words)


@lru_cache(maxsize=10_000)
def _variants(token: str) -> tuple[Words, ...]:
    """The words that may stand for a token."""
    spelled = (words for fused in fusings(token) for words in product(*map(spellings, fused)))
    return tuple(words if all(map(str.isalnum, words)) else words_of("-".join(words)) for words in spelled)


def _inflected(part: str, tokens: Words) -> Iterator[tuple[str, Words]]:
    """Pairs of form and phrase."""
    if part == "noun":
        yield from _noun_forms(tokens)
    elif part == "verb":
        yield from _verb_forms(tokens)
    else:
        yield "", tokens


def _noun_forms(tokens: Words) -> Iterator[tuple[str, Words]]:
    at = next((i for i, token in enumerate(tokens) if i and token in _AFTER_HEAD), len(tokens)) - 1
    if at and at < len(tokens) - 1 and is_participle(tokens[at]):
        at -= 1
    stem, head = _last_word(tokens[at])
    if is_plural(head):
        yield "pl", tokens
        return
    yield "sg", tokens
    for plural in plurals(head):
        yield "pl", (*tokens[:at], stem + plural, *tokens[at + 1 :])


def _verb_forms(tokens: Words) -> Iterator[tuple[str, Words]]:
    at = 1 if len(tokens) > 1 and _is_adverb(tokens[0]) else 0
    stem, verb = _last_word(tokens[at])
    for form, variants in verb_forms(verb)._asdict().items():
        for variant in variants:
            yield form, (*tokens[:at], stem + variant, *tokens[at + 1 :])


def _is_adverb(word: str) -> bool:
    """Whether a verb phrase starts with an adverb, so that its second word is the verb: "randomly prune"."""
    return word in ("first", "still") or (word.endswith("ly") and word not in _VERBS_IN_LY)


_VERBS_IN_LY = frozenset("ally apply comply fly imply multiply reapply rely reply supply".split())


def _last_word(token: str) -> tuple[str, str]:
    """ "fine-tune" is "fine-" and "tune"."""
    stem, hyphen, word = token.rpartition("-")
    return stem + hyphen, word
