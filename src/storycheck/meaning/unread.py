"""What is said of a sentence that cannot be read: which words are unknown, what was expected where."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from storycheck.meaning.order import untold
from storycheck.meaning.trouble import Unreadable
from storycheck.source import Span
from storycheck.syntax.lexicon import GLOSS, Lexicon, words_of
from storycheck.syntax.parser import Stuck
from storycheck.syntax.tree import Choice, Segment

MOST_WORDS = 120
_MOST_CHARACTERS = 12 * MOST_WORDS
_MOST_UNKNOWN = 5
_MOST_SUGGESTIONS = 3
_ALIKE = 72.0  # of 100
_TRIED = 12
_LETTERS_PER_SLIP = 6
"""Who misspells a word hits its first letter, and slips once or twice: `untrained` is no `trained`."""

_BEFORE_NOUN = frozenset("a an the of in by with for on no every each some all its their".split())
_BEFORE_VERB = frozenset(
    "to can cannot could may might must will would shall should do does did not never always usually often "
    "rarely seldom sometimes we they it i you also".split()
)

# what the parser would have taken, in the order in which it is worth telling
_EXPECTED = (
    ("a verb", frozenset(("V", "VI", "BE"))),
    ("a noun", frozenset(("NOUN",))),
    ("the end of the sentence", frozenset(("$END",))),
)


def no_claim(sentence: str) -> Unreadable | None:
    """The trouble with a sentence that is too long or a question; None if it is neither."""
    if sentence.rstrip().endswith("?"):
        return Unreadable("unread-sentence", "a question is no claim", Span(0, len(sentence.rstrip())))
    if len(sentence) < 2 * MOST_WORDS:
        return None
    many = len(sentence.split()) > MOST_WORDS
    if not many and len(sentence) <= _MOST_CHARACTERS:
        return None
    most = f"{MOST_WORDS} words" if many else f"{_MOST_CHARACTERS:,} characters"
    return Unreadable(
        "sentence-too-long",
        f"a sentence of more than {most} is not read",
        Span(0, min(len(sentence), 60)),
        "split it; is a full stop missing?",
    )


def unknown_terms(sentence: str, spans: Sequence[Span], lexicon: Lexicon) -> list[Unreadable]:
    """The troubles with words that are in no known phrase, with the known phrases nearest to them."""
    found = []
    for span in spans[:_MOST_UNKNOWN]:
        words = sentence[span.start : span.end]
        if words.lower() == "such":
            help_ = "name again what it stands for: each sentence is read by itself"
            found.append(Unreadable("pronoun-without-noun", _SUCH, span, help_))
            continue
        message = f"`{words}` is not in the vocabulary"
        before = sentence[: span.start].split()
        help_ = _suggestion(words, before[-1].lower() if before else "", lexicon)
        found.append(Unreadable("unknown-term", message, span, help_))
    return found


_SUCH = "`such` points at what was said before"


def _suggestion(words: str, before: str, lexicon: Lexicon) -> str:
    """What to say instead, or how to declare it; ``before`` is the word before it."""
    if not any(map(str.isalpha, words)):
        numbers = "numbers are not read; " if any(map(str.isdigit, words)) else ""
        return f"{numbers}say it in words, or leave it out"
    near = nearest(words, lexicon)
    declare = _declaring(words, before)
    if not near:
        return declare
    return f"did you mean {' or '.join(f'`{phrase}`' for phrase in near)}? if not, {declare}"


def _declaring(words: str, before: str) -> str:
    """How to declare a noun; other parts of speech cannot be."""
    if words.endswith("ly") and not words[:1].isupper() and before not in _BEFORE_NOUN:
        return "leave it out, or say it in known words: an adverb cannot be declared"
    if before in _BEFORE_VERB:
        return "say it with a known verb: a verb cannot be declared"
    return f'if it is a noun, declare it with `concept "{words}"`; no evidence speaks of it then'


def nearest(words: str, lexicon: Lexicon) -> list[str]:
    """The known phrases that these words may be misspelled from, or that have them, the likest first."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415  (only where a word is unknown)
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    wanted = " ".join(words_of(words))
    most = 1 + len(wanted) // _LETTERS_PER_SLIP
    known = (*_with_initial(wanted[0], lexicon), *_with_second(wanted, lexicon))
    found = process.extract(wanted, known, scorer=fuzz.ratio, limit=_TRIED, score_cutoff=_ALIKE)
    close = {
        (-score, phrase)
        for phrase, score, _ in found
        if wanted in phrase.split() or OSA.distance(wanted, phrase) <= most
    }
    return [phrase for _, phrase in sorted(close)[:_MOST_SUGGESTIONS]]


@lru_cache(maxsize=64)
def _with_initial(letter: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The known phrases that begin with this letter: of all, most would have to be decoded for nothing."""
    firsts = (first for first in lexicon.firsts() if first[0] == letter and first != GLOSS)
    found = (starting.all()[0] for starting in map(lexicon.starting, firsts) if starting is not None)
    return tuple(sorted(" ".join(words) for phrases in found for words in phrases))


def _with_second(wanted: str, lexicon: Lexicon) -> list[str]:
    """The known phrases that are this word after a shorter one: "l2 *regularization*"."""
    most = len(wanted) * (200 / _ALIKE - 2)  # with a longer one before it the two are not alike
    firsts = [first for first in lexicon.firsts() if len(first) < most and first != GLOSS]
    return [
        f"{first} {wanted}"
        for first in firsts
        if (starting := lexicon.starting(first)) is not None and starting.find((first, wanted))
    ]


def stuck_at(choices: Sequence[Choice], stuck: Stuck, sentence: str) -> Unreadable:
    """The trouble with a sentence whose words are known, and whose shape is not."""
    known = _known_shape([choice.segment for choice in choices])
    if known is not None:
        return known
    if stuck.position >= len(choices):
        span, place = choices[-1].segment.span, "the sentence ends too early"
    else:
        segment = choices[stuck.position].segment
        span, place = segment.span, f"`{sentence[segment.start : segment.end]}` is not read here"
    wanted = [name for name, terminals in _EXPECTED if terminals & set(stuck.expected)]
    hint = f"{_where(choices, stuck, sentence)}, {wanted[0]} would be read" if wanted else ""
    return Unreadable("unread-sentence", place, span, hint)


def _known_shape(segments: Sequence[Segment]) -> Unreadable | None:
    """What is known not to be read: "likelier to X *than to Y*"; None if it is nothing of this kind."""
    for first, second in pairwise(segments):
        span = first.span.union(second.span)
        if first.words == ("than",) and second.words == ("to",):
            what = "how often one thing is so is not compared with another"
            help_ = "say how often each is so, as in `networks usually memorize`"
            return Unreadable("unclear-comparison", what, span, help_)
        if first.word("prep") == "regardless" and second.words[0] in _WHICH:
            help_ = "say `always`, or name what makes no difference: `regardless of the optimizer`"
            what = "what makes no difference is not read in this form"
            return Unreadable("unread-phrase", what, span, help_)
    for segment in segments:
        if segment.word("unread") == "order":
            return untold(segment.span)
    return None


_WHICH = frozenset("how what which who where when".split())


def _where(choices: Sequence[Choice], stuck: Stuck, sentence: str) -> str:
    """Where the words end that could be read."""
    read = [choice.segment for choice in choices[: stuck.position]]
    return f"after `{sentence[read[-1].start : read[-1].end]}`" if read else "at the beginning"
