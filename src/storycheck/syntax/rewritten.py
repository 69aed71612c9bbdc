"""Other word orders: what a sentence that cannot be read as it stands says in an order that can.

"Reduces but does not eliminate forgetting" has one object for two verbs, which is given to each. "Only
generalizes if …" has the "only" before the verb, which belongs to the condition. What is put first or last
for stress ("what prevents overfitting is dropout") goes where it stands without.
"""

from collections.abc import Iterator, Sequence

from storycheck.syntax.entries import Entries, Entry
from storycheck.syntax.framed import unframed
from storycheck.syntax.given import with_objects_parted
from storycheck.syntax.impersonal import with_it_resolved, with_likelihood_told
from storycheck.syntax.joints import stands
from storycheck.syntax.lexicon import Lexicon
from storycheck.syntax.reordered import OF_NOUN_PHRASE, reordered
from storycheck.syntax.rephrased import rephrased
from storycheck.syntax.results import with_results
from storycheck.syntax.shared import with_noun_shared
from storycheck.syntax.stated import with_clauses_placed
from storycheck.syntax.tree import Segment

_VERB = frozenset(("V",))
_FINITE = frozenset(("V", "VI", "FREQ", "ADVERB"))
_PARTICIPLE = frozenset(("PART",))
_PREDICATE = frozenset(("V", "VI", "BE"))
_HEAD = frozenset(("NOUN",))
_NEW_SUBJECT = frozenset(("DET", "PRON"))
_OBJECT = frozenset(("DET", "QUANT", "ADJ", "NOUN"))
_MOST_PLACES = 3
_BEFORE_VERB = frozenset(("NEG", "DO", "FREQ", "ADVERB", "MODAL", "SKIP"))


def rewritten(segments: Sequence[Segment], lexicons: Sequence[Lexicon]) -> Iterator[tuple[Segment, ...]]:
    """The sentence in other orders, if there are any; the last lexicon has the closed-class words."""
    closed = lexicons[-1]
    orders = (
        with_noun_shared(segments, lexicons),
        _with_object_shared(segments),
        _with_only_at_its_place(segments, closed),
        _without_stress(segments, closed),
        _with_clauses_joined(segments, closed),
        _with_ability_as_verb(segments, closed),
        _with_ability_as_modal(segments, closed),
        with_it_resolved(segments, closed),
        with_likelihood_told(segments),
    )
    yield from (order for order in orders if order is not None)
    yield from with_results(segments, closed)
    yield from with_objects_parted(segments, closed)
    yield from unframed(segments, closed)
    yield from with_clauses_placed(segments, closed)
    yield from reordered(segments, closed)
    yield from rephrased(segments, closed)
    yield from _with_relatives_marked(segments, closed)


def _with_relatives_marked(segments: Sequence[Segment], closed: Lexicon) -> Iterator[tuple[Segment, ...]]:
    """ "The features (that) a classifier uses": with the pronoun that may be left out, one at a time."""
    places = [
        at
        for at in range(1, len(segments) - 1)
        if stands(segments, at - 1, _HEAD)
        and (stands(segments, at, _NEW_SUBJECT) or _is_short_clause(segments, at))
        and any(stands(segments, later, _PREDICATE) for later in range(at + 1, len(segments)))
        and not _has_object(segments, at)
        and not _has_receiver(segments, at)
        and not (segments[at - 1].words == _THAT and stands(segments, at - 2, _BE))
    ]
    for at in places[:_MOST_PLACES]:
        that = segments[at]._replace(words=("that",), entries=closed.phrases["that",])
        yield (*segments[:at], that, *segments[at:])


def _is_short_clause(segments: Sequence[Segment], at: int) -> bool:
    """Whether it is the "SGD finds" of "minima SGD finds"."""
    return stands(segments, at, _HEAD) and stands(segments, at + 1, _VERB) and not stands(segments, at, _VERB)


def _has_object(segments: Sequence[Segment], at: int) -> bool:
    """Whether the next verb has an object, which then cannot be what the clause belongs to."""
    later = range(at + 1, len(segments))
    verb = next(
        (one for one in later if stands(segments, one, _VERB) and not stands(segments, one, _HEAD)), 0
    )
    return verb > 0 and stands(segments, verb + 1, _OBJECT)


def _has_receiver(segments: Sequence[Segment], at: int) -> bool:
    """Whether it is the second object of "showing *the overseer the chain of thought*"."""
    before = at - 1
    while before > 0 and stands(segments, before, OF_NOUN_PHRASE) and not _gives(segments[before]):
        before -= 1
    return _gives(segments[before])


def _gives(segment: Segment) -> bool:
    return segment.words[0].startswith(_GIVING)


_THAT = ("that",)
_BE = frozenset(("BE",))
_GIVING = tuple(
    "show giv gave teach taught tell told ask offer send sent grant pay paid cost feed fed deny".split()
)


def _without_stress(segments: Sequence[Segment], closed: Lexicon) -> tuple[Segment, ...] | None:
    """ "What prevents overfitting is dropout", "dropout is what prevents it", "the reason why … is X"."""
    last = max((at for at, segment in enumerate(segments) if segment.word("be") is not None), default=0)
    said = segments[last + 1 :]
    named = bool(said) and all(stands(segments, at, OF_NOUN_PHRASE) for at in range(last + 1, len(segments)))
    if segments[0].word("why-is") is not None and named:
        explains, why = closed.phrases["explains",], closed.phrases["why",]
        verb = (segments[0]._replace(entries=explains), segments[last]._replace(entries=why))
        return (*said, *verb, *segments[1:last])
    if segments[0].word("what") is not None and named and stands(segments, 1, _FINITE):
        return (*said, *segments[1:last])
    for at in range(2, len(segments) - 1):
        is_what = segments[at].word("what") is not None and segments[at - 1].word("be") is not None
        if is_what and stands(segments, at + 1, _FINITE) and segments[0].words not in _POINTING:
            return (*segments[: at - 1], *segments[at + 1 :])
    return None


_POINTING = (("that",), ("this",), ("it",))


def _with_clauses_joined(segments: Sequence[Segment], closed: Lexicon) -> tuple[Segment, ...] | None:
    """ "Although A, B" is "A, but B", "trained on images, …" "when …", "A as well as B" both."""
    first, comma = segments[0], next((at for at, one in enumerate(segments) if one.words == (",",)), 0)
    if first.word("conj") == "but" and comma:
        but = first._replace(words=("but",), entries=closed.phrases["but",])
        return (*segments[1:comma], but, *segments[comma + 1 :])
    if comma and stands(segments, 0, _PARTICIPLE):
        return (first._replace(words=("when",), entries=closed.phrases["when",]), *segments)
    for at in range(1, len(segments) - 2):
        if segments[at].words == ("as", "well") and segments[at + 1].words == ("as",):
            both = segments[at]._replace(words=("and",), entries=closed.phrases["and",])
            return (*segments[:at], both, *segments[at + 2 :])
    return None


def _with_ability_as_verb(segments: Sequence[Segment], closed: Lexicon) -> tuple[Segment, ...] | None:
    """ "Makes oversight possible" is "allows oversight", "makes it impossible" "prevents" it."""
    for at in range(2, len(segments)):
        verb = _INSTEAD.get(segments[at].word("iadj") or "")
        makes = [made for made in range(at - 1) if segments[made].word("v-make") == "state"]
        if verb is None or not makes or stands(segments, makes[-1] + 1, _PRONOUN):
            continue
        form = next((entry.form for entry in segments[makes[-1]].entries if entry.ref == "v-make"), "")
        ending = {"s": "s", "base": "", "ing": "ing", "past": "ed"}.get(form)
        if ending is not None:
            word = verb + ending
            allows = segments[makes[-1]]._replace(words=(word,), entries=closed.phrases[word,])
            return (*segments[: makes[-1]], allows, *segments[makes[-1] + 1 : at], *segments[at + 1 :])
    return None


def _with_ability_as_modal(segments: Sequence[Segment], closed: Lexicon) -> tuple[Segment, ...] | None:
    """ "Is impossible to detect" is "cannot be detected"."""
    for at in range(2, len(segments) - 2):
        modal = _MODAL.get(segments[at].word("iadj") or "")
        start = max((one for one in range(1, at) if segments[one].word("be") is not None), default=0)
        between = segments[start + 1 : at]
        plain = start and all(one.word("freq", "degree") is not None for one in between)
        verb = segments[at + 2]
        done = Entries(one._replace(form="participle") for one in verb.entries if one.form == "base")
        if modal is None or not plain or segments[at + 1].words != ("to",) or not done:
            continue
        if segments[start - 1].word("pron") == "it":
            return None
        can = segments[at]._replace(words=(modal,), entries=closed.phrases[modal,])
        be = segments[at + 1]._replace(words=("be",), entries=closed.phrases["be",])
        return (*segments[:start], *between, can, be, verb._replace(entries=done), *segments[at + 3 :])
    return None


_INSTEAD = {"S": "allow", "N S": "prevent"}
_MODAL = {"S": "can", "N S": "cannot"}
_PRONOUN = frozenset(("PRON",))


def _with_object_shared(segments: Sequence[Segment]) -> tuple[Segment, ...] | None:
    """ "Reduces but does not eliminate forgetting": the object after each of the verbs."""
    for at, segment in enumerate(segments[1:-2], start=1):
        if segment.entries[0].ref != "conj" or not stands(segments, at - 1, _VERB):
            continue
        verb = at + 1
        while stands(segments, verb, _BEFORE_VERB):
            verb += 1
        end = verb + 1
        while stands(segments, end, OF_NOUN_PHRASE):
            end += 1
        if stands(segments, verb, _VERB) and end > verb + 1:
            return (*segments[:at], *segments[verb + 1 : end], *segments[at:])
    return None


def _with_only_at_its_place(segments: Sequence[Segment], closed: Lexicon) -> tuple[Segment, ...] | None:
    """ "Only generalizes if …" is "generalizes only if …", where one phrase is there to take it."""
    at = next((at for at, segment in enumerate(segments) if segment.words == ("only",)), None)
    if at is None or not stands(segments, at + 1, _PREDICATE):
        return None
    for kind in ("if", "modifier", "prep"):
        rest = range(at + 2, len(segments))
        found = [place for place in rest if _may_take_only(segments[place], kind, closed)]
        if len(found) == 1:
            place = found[0]
            taken = (*_only(segments[place], closed), *segments[place + 1 :])
            return (*segments[:at], *segments[at + 1 : place], *taken)
    return None


def _may_take_only(segment: Segment, kind: str, closed: Lexicon) -> bool:
    """Whether "only" goes before it: before "if", "with", or "at scale"."""
    if kind != "modifier":
        return segment.word(kind) is not None and ("only", *segment.words) in closed.phrases
    return segment.entry("concept", "modifier") is not None and ("only", segment.words[0]) in closed.phrases


def _only(segment: Segment, closed: Lexicon) -> Iterator[Segment]:
    """The segment with "only" before it; a phrase like "at scale" in two parts."""
    modifier = segment.entry("concept", "modifier")
    words = ("only", segment.words[0]) if modifier else ("only", *segment.words)
    yield segment._replace(words=words, entries=closed.phrases[words])
    if modifier:
        said = Entries((Entry("concept", modifier.ref, "noun"),))
        yield segment._replace(words=segment.words[1:], entries=said)
