"""What the neighbours of a phrase tell of it: which of its terminals come first in this place."""

from collections.abc import Callable, Sequence

from storycheck.syntax.joints import NOUNISH, is_finite, stands
from storycheck.syntax.tree import Segment

_NOUN = frozenset(("NOUN",))
_NOUN_OR_PARTICIPLE = frozenset(("NOUN", "PART"))
_OBJECT = frozenset(("NOUN", "DET"))
_COMPLEMENT = frozenset(("ADJ", "COMP", "MORE"))
_BARE = frozenset(("VIB", "BE"))
_FINITE = frozenset(("BE", "MODAL", "DO", "HAVE"))
_EQUATING = (("to",), ("with",))  # "comparably to", "identical with"


def _after_participle(segments: Sequence[Segment], at: int) -> bool:
    """Whether a participle stands before, which "with …" then belongs to."""
    before = segments[at - 1] if at else None
    if before is None or "participle" in before.entries.forms:
        return before is not None
    return "adjective" in before.entries.parts and before.words[-1].endswith("ed")


def _belongs_to_base(segments: Sequence[Segment], at: int) -> bool:
    """Whether "with …" after "than" and a noun belongs to that noun.

    So does any phrase that tells it from what it is compared with: one after a noun that is repeated, or
    with a preposition that is ("training on images … than pretraining on text").
    """
    starts = _base_starts(segments, at)
    if not starts:
        return False
    repeated = {segment.words for segment in segments[: starts[-1]]}
    if segments[at].word("prep") is None:
        return segments[at - 1].words in repeated and starts[-1] == at - 2
    return segments[at].words in (("with",), ("without",)) or not repeated.isdisjoint(
        (segments[at].words, segments[at - 1].words)
    )


def _base_starts(segments: Sequence[Segment], at: int) -> list[int]:
    """Where, closely before, it begins to be said what something is compared with."""
    return [
        start
        for start in range(max(at - 4, 1), at)
        if segments[start].word("than") is not None
        or segments[start].words == ("as",)
        or equates(segments, start)
    ]


def equates(segments: Sequence[Segment], at: int) -> bool:
    """Whether this is the "to" of "comparably to"."""
    return at > 0 and segments[at].words in _EQUATING and segments[at - 1].word("comp") == "same"


def _before_noun(segments: Sequence[Segment], at: int) -> bool:
    return stands(segments, at + 1, _NOUN)


def _not_before_noun(segments: Sequence[Segment], at: int) -> bool:
    return not stands(segments, at + 1, NOUNISH) or segments[at + 1].words == ("as",)


def _is_whole_object(segments: Sequence[Segment], at: int) -> bool:
    """Whether it is the "reward hacking" of "prevents reward hacking", and no adjective."""
    before = segments[at - 1].entries.terminals if at else frozenset()
    if "V" not in before or "BE" in before:
        return False
    made = segments[at - 1].word("v-make") is not None and stands(segments, at + 1, _COMPLEMENT)
    end = at + 2 if made else at + 1
    return not stands(segments, end, NOUNISH)


def _is_whole_subject(segments: Sequence[Segment], at: int) -> bool:
    """Whether it is the "reward hacking" of "reward hacking is common", and no adjective."""
    before = segments[at - 1].entries.terminals if at else frozenset()
    if segments[at].words == ("that",) and "NOUN" in before:
        return False  # the "that" of "networks that are pruned"
    finite = stands(segments, at + 1, _FINITE) or (at + 1 < len(segments) and is_finite(segments[at + 1]))
    return before.isdisjoint(("BE", "COMP", "MORE")) and finite


def _leads(segments: Sequence[Segment], at: int) -> bool:
    """Whether it stands before the first comma, as in "at scale, …"."""
    return at == 0 and len(segments) > 1 and segments[1].words == (",",)


def _ends_noun_phrase(segments: Sequence[Segment], at: int) -> bool:
    return _not_before_noun(segments, at) and stands(segments, at - 1, _NOUN_OR_PARTICIPLE)


def _before_by(segments: Sequence[Segment], at: int) -> bool:
    return at + 1 < len(segments) and segments[at + 1].words == ("by",)


def _after_have(segments: Sequence[Segment], at: int) -> bool:
    return segments[at - 1].word("aux") == "have"


def _tells_of_process(segments: Sequence[Segment], at: int) -> bool:
    """ "Requires training *on images*": no requirement on images, but one of such training."""
    return at > 0 and segments[at].words == ("on",) and segments[at - 1].words[-1].endswith("ing")


def _belongs_to_what_is_before(segments: Sequence[Segment], at: int) -> bool:
    beside = _after_participle(segments, at) or _tells_of_process(segments, at)
    return beside or _belongs_to_base(segments, at)


def _belongs_to_verb(segments: Sequence[Segment], at: int) -> bool:
    return bool(_base_starts(segments, at)) and not _belongs_to_what_is_before(segments, at)


def _changes_object(segments: Sequence[Segment], at: int) -> bool:
    return segments[at].word("v-change") is not None and stands(segments, at + 1, _OBJECT)


def _is_made(segments: Sequence[Segment], at: int) -> bool:
    return at > 1 and any(segment.word("v-make") == "state" for segment in segments[: at - 1])


def _before_doing(segments: Sequence[Segment], at: int) -> bool:
    """Whether it is the "keep" of "keep overfitting", and nothing is kept."""
    if segments[at].word("v-semi") is None or at + 1 == len(segments):
        return False
    doing = any(entry.form == "ing" and entry.part == "verb" for entry in segments[at + 1].entries)
    return doing and not stands(segments, at + 2, _NOUN)


def _after_semi(segments: Sequence[Segment], at: int) -> bool:
    return at > 0 and _before_doing(segments, at - 1)


def _before_infinitive(segments: Sequence[Segment], at: int) -> bool:
    bare = segments[at].words[-1] == "to" and stands(segments, at + 1, _BARE)
    return bare and not stands(segments, at + 1, _NOUN)


def is_for_whom(segments: Sequence[Segment], at: int) -> bool:
    """Whether it is the "us" of "costs us accuracy": anyone."""
    one = segments[at].words in _ANYONE and at > 0 and stands(segments, at - 1, _TAKING)
    return one and stands(segments, at + 1, _GIVEN) and segments[at - 1].word("v-make") is None


_ANYONE = frozenset((("us",), ("you",), ("one",)))
_TAKING = frozenset(("V", "VI", "GERT"))
_GIVEN = frozenset(("DET", "QUANT", "ADJ", "NOUN", "MORE", "COMP", "POLE"))


def is_more_than(segments: Sequence[Segment], at: int) -> bool:
    """Whether it is the "more" of "improves reasoning *more* than", which is said of the improving."""
    than = at + 1 < len(segments) and segments[at + 1].word("than") is not None
    return than and any(segment.word("v-change") is not None for segment in segments[:at])


Preference = tuple[frozenset[str], Callable[[Sequence[Segment], int], bool]]


def _after_verb_before_finite(segments: Sequence[Segment], at: int) -> bool:
    """Whether it is the "linearly" of "what is decoded *linearly* may be encoded"."""
    return stands(segments, at - 1, _VERBAL) and stands(segments, at + 1, _FINITE)


_VERBAL = frozenset(("PART", "VI", "V"))

# which terminals come first in which place; what stands further down counts more
PREFERENCES: tuple[Preference, ...] = (
    (frozenset(("BASE",)), _before_noun),
    (frozenset(("COMP_N", "COMP_R", "COMP_V")), _not_before_noun),
    (frozenset(("NOUN",)), _is_whole_object),
    (frozenset(("NOUN",)), _is_whole_subject),
    (frozenset(("MOD_L",)), _leads),
    (frozenset(("PART", "GERP", "GERC", "COMP_N", "COMP_R", "COMP_V")), _ends_noun_phrase),
    (frozenset(("PART",)), _before_by),
    (frozenset(("VI", "V")), _after_have),
    (frozenset(("PREP_T", "PREP_N", "MOD_N")), _belongs_to_what_is_before),
    (frozenset(("MOD_V",)), _belongs_to_verb),
    (frozenset(("V", "GERT", "GERP")), _changes_object),
    (frozenset(("COMP",)), _is_made),
    (frozenset(("ADVERB_R", "ADVERB_V")), _after_verb_before_finite),
    (frozenset(("TO", "TO_R")), _before_infinitive),
    (frozenset(("SEMI",)), _before_doing),
    (frozenset(("VI",)), _after_semi),
)
