"""Reading a sentence: from its words to propositions, or to what keeps it from being read."""

from collections.abc import Iterable, Sequence
from itertools import islice

from storycheck.diagnostics import Diagnostic
from storycheck.meaning.closed import closed_words
from storycheck.meaning.contrasted import check_contrasted
from storycheck.meaning.from_syntax import Context, readings_of
from storycheck.meaning.inner import relative_of
from storycheck.meaning.language import Language
from storycheck.meaning.law import check, check_alone, check_degrees
from storycheck.meaning.proposition import Reading
from storycheck.meaning.readback import proposition_of, read_back
from storycheck.meaning.study import Study
from storycheck.meaning.trouble import Unreadable
from storycheck.meaning.unread import no_claim, stuck_at, unknown_terms
from storycheck.meaning.worded import SHOULD, check_worded
from storycheck.records import NamedTuple
from storycheck.source import Span
from storycheck.syntax.attribution import attributed
from storycheck.syntax.canonical import canonical
from storycheck.syntax.parser import Parser
from storycheck.syntax.particles import with_particles
from storycheck.syntax.segment import segmented
from storycheck.syntax.tagger import tagged
from storycheck.syntax.tree import Choice, Segment

__all__ = ["Context", "Language", "Understood", "read", "read_back"]

_MOST_TREES = 3
_PLAIN = Context()


class Understood(NamedTuple):
    """One or two readings, none if the sentence could not be read; then the diagnostics say why."""

    readings: tuple[Reading, ...]
    hedged: bool
    diagnostics: tuple[Diagnostic, ...]


def read(sentence: str, language: Language, context: Context = _PLAIN, offset: int = 0) -> Understood:
    """The readings of a sentence that starts at ``offset`` of its document; never raises."""
    try:
        return _read(sentence, language, context, offset)
    except Unreadable as trouble:
        return _unread([trouble], offset)


def _unread(troubles: Iterable[Unreadable], offset: int) -> Understood:
    return Understood((), False, tuple(trouble.diagnostic(offset) for trouble in troubles))


def _read(sentence: str, language: Language, context: Context, offset: int) -> Understood:
    trouble = no_claim(sentence)
    if trouble is not None:
        raise trouble
    understood = _canonical(sentence, language)
    if understood is not None:
        return understood
    text, held = attributed(sentence)
    found = segmented(text, (language.lexicon, closed_words()))
    if found.unknown:
        return _unread(unknown_terms(sentence, found.unknown, language.lexicon), offset)
    if not found.segments:
        raise Unreadable("unread-sentence", "there are no words to read", Span(0, len(sentence)))
    segments, classes = found.segments, _classes(found.segments)
    if "unread" in classes:
        segments = with_particles(segments, closed_words())
        classes = _classes(segments)
    check_contrasted(segments, language)
    check_worded(segments, text)
    readings = _in_some_order(sentence, segments, language, context)
    check_degrees(segments, classes, readings)
    check_alone(segments, readings)
    expected = any(segment.words in SHOULD for segment in segments)
    return Understood(readings, held or expected or "hedge" in classes, ())


def _classes(segments: Sequence[Segment]) -> frozenset[str]:
    """The closed classes that a sentence has words of."""
    return frozenset().union(*[segment.entries.values for segment in segments])


def _canonical(sentence: str, language: Language) -> Understood | None:
    """What a canonical reading says; None if the sentence is none."""
    choices = canonical(sentence, language.lexicon, closed_words())
    tree = next(Parser(choices).trees(), None) if choices else None
    if tree is None or tree.nodes()[0].name != "reading":
        return None
    return Understood((Reading((proposition_of(tree.nodes()[0]),)),), False, ())


def _in_some_order(
    sentence: str, segments: tuple[Segment, ...], language: Language, context: Context
) -> tuple[Reading, ...]:
    """The readings of the sentence as it stands, or else in another order of its words."""
    try:
        return _readings(sentence, tagged(segments), language, context)
    except Unreadable as trouble:
        from storycheck.syntax.orders.rewritten import rewritten  # noqa: PLC0415  (few need it)

        lexicons = (language.lexicon, closed_words())
        for order in rewritten(segments, lexicons) if not trouble.final else ():
            try:
                return _readings(sentence, tagged(order), language, context)
            except Unreadable as other:
                if other.final:  # understood, and refused: yet another order would be a way around that
                    raise other from None
        raise


def _readings(
    sentence: str, choices: list[Choice], language: Language, context: Context
) -> tuple[Reading, ...]:
    """The readings of the first tree that makes sense; what keeps the first from it, if none does."""
    parser = Parser(choices)
    first: Unreadable | None = None
    for tree in islice(parser.trees(), _MOST_TREES):
        study = Study(language.senses, relative_of, tree)
        try:
            readings = readings_of(tree.nodes()[0], study, context)
            check(tree.tokens(), readings, study)
            return readings
        except Unreadable as trouble:
            if trouble.final:
                raise
            first = first or trouble
    raise first or stuck_at(choices, parser.stuck, sentence)
