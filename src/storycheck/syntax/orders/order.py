"""What an order of words is, and what all of them are made with."""

from collections.abc import Callable, Iterator, Sequence

from storycheck.syntax.entries import Entries, Entry
from storycheck.syntax.joints import stands
from storycheck.syntax.lexicon import Lexicon
from storycheck.syntax.tree import Segment

Sentence = tuple[Segment, ...]
Part = Sequence[Segment]
Lexicons = Sequence[Lexicon]  # those of the vocabulary, and last the closed-class words

# The sentence said in other ways, best first; none where it holds nothing that the order is about.
Order = Callable[[Sentence, Lexicons], Iterator[Sentence]]

OF_NOUN_PHRASE = frozenset("DET QUANT ADJ NOUN COMP MORE POLE OF NON POSS".split())
COMMA = Entries((Entry("word", "mark", ","),))
_STOP = Entries((Entry("word", "mark", ";"),))


def put(place: Segment, phrase: str, lexicons: Lexicons) -> Segment:
    """A phrase of the closed classes in the place of a segment. Raises KeyError for any other."""
    words = tuple(phrase.split())
    return place._replace(words=words, entries=lexicons[-1].phrases[words])


def comma(place: Segment) -> Segment:
    """A comma in the place of a segment."""
    return place._replace(words=(",",), entries=COMMA)


def stop(place: Segment) -> Segment:
    """A semicolon in the place of a segment: what follows is another claim."""
    return place._replace(words=(";",), entries=_STOP)


def retold(verb: Segment, form: str, *given: str) -> Segment | None:
    """A verb in another form ("ing", "s"), where it may have one of those given; None where it has none."""
    entries = Entries(entry._replace(form=form) for entry in verb.entries if entry.form in given)
    return verb._replace(entries=entries) if entries else None


def is_word(segments: Part, at: int, *words: str) -> bool:
    """Whether one of these words stands there, and nothing else."""
    return 0 <= at < len(segments) and len(segments[at].words) == 1 and segments[at].words[0] in words


def place_of(word: str, segments: Part, start: int, end: int | None = None) -> int:
    """Where a word stands from one place on, and before another; 0 if nowhere."""
    places = range(start, len(segments) if end is None else end)
    return next((at for at in places if segments[at].words == (word,)), 0)


def first_said(segments: Part) -> int:
    """Where what leaves the claim as it is ends: "in practice, …"."""
    return next((at for at, one in enumerate(segments) if one.word("frame", "hedge", "mark") is None), 0)


def noun_phrase_end(segments: Part, start: int) -> int:
    """Where the noun phrase that starts here ends; ``start`` if none does."""
    end = start
    while stands(segments, end, OF_NOUN_PHRASE):
        end += 1
    return end


def is_noun_phrase(segments: Part) -> bool:
    """Whether these are the words of a noun phrase without pronouns."""
    return bool(segments) and noun_phrase_end(segments, 0) == len(segments)


def is_subject(segments: Part) -> bool:
    """Whether these are the words of a noun phrase."""
    said = all(stands(segments, at, OF_NOUN_PHRASE | {"PRON"}) for at in range(len(segments)))
    return said and bool(segments)
