"""Conjunctions and commas: at which level each may join, by what follows it."""

from collections.abc import Sequence

from storycheck.syntax.entries import SKIP, Roles
from storycheck.syntax.tree import Segment

NOUNISH = frozenset(("NOUN", "ADJ", "POLE", "MORE", "COMP", "NON", "BASE"))
_VERBISH = frozenset(("VI", "V", "FREQ", "ADVERB", "NEG", "MODAL", "DO", "HAVE", "BE", "SEMI"))
_NOUN = frozenset(("NOUN",))


def stands(segments: Sequence[Segment], at: int, terminals: frozenset[str]) -> bool:
    """Whether a segment that may be one of these terminals stands there."""
    return 0 <= at < len(segments) and not terminals.isdisjoint(segments[at].entries.terminals)


def is_of_ease(segment: Segment) -> bool:
    """Whether it is one known phrase like "hard to detect"; what stands after it is no part of it."""
    ends = len(segment.words) > 2 and segment.words[-2] == "to"
    return ends and not _EASE.isdisjoint(segment.entries.terminals)


_EASE = frozenset(("ADJ", "COMP"))
SHARING = frozenset(("ADJ", "POLE", "BASE"))


def is_shared(segments: Sequence[Segment], at: int) -> bool:
    """Whether a conjunction joins two adjectives of one noun: "standard *and* robust networks"."""
    if segments[at].words not in _PLAIN or not stands(segments, at - 1, SHARING):
        return False
    if stands(segments, at - 1, _NOUN) or at + 1 >= len(segments):
        return False
    if stands(segments, at + 1, _NOUN):
        return len(segments[at + 1].words) > 1
    return stands(segments, at + 1, SHARING) and stands(segments, at + 2, _NOUN)


_DESCRIBING = SHARING | {"COMP", "MORE", "NON", "PART"}
_PLAIN = (("and",), ("or",), ("nor",))
_CONJ_LEVELS = "CONJ_A CONJ_I CONJ_P CONJ_K CONJ_Q CONJ_R CONJ_S CONJ_T CONJ_V CONJ_N CONJ_B CONJ_KC CONJ_C"


def joining(segments: Sequence[Segment], at: int, kind: str) -> Roles:
    """The levels at which a conjunction or comma may join, by what follows it."""
    if kind == "both":
        return () if _floats(segments, at) else _both(segments[at], segments[at + 1 :])
    if kind == "mark":
        return _mark(segments, at)
    value = segments[at].entries[0].part
    if at == 0 and segments[at].words in _GOING_ON and not stands(segments, 1, _WITHOUT):
        return ((SKIP, ""),)
    if segments[at].words in (("rather", "than"), ("instead", "of")):
        return _rather(segments, at)
    if value in ("not", "instead"):
        return (("CONJ_I", value),)
    levels = ((level, value) for level in _levels(segments, at))
    return tuple(
        (level, "instead" if value == "but" and level == "CONJ_I" else value) for level, value in levels
    )


_GOING_ON = (("and",), ("but",), ("yet",), ("and", "yet"))  # from the sentence before
_WITHOUT = frozenset(("FOR_T",))  # "but for dropout"


def _rather(segments: Sequence[Segment], at: int) -> Roles:
    """ "X rather than Y" is X and not Y; "instead of Y" in a subject is without Y, as is either in front."""
    said = at > 0 and any(is_finite(segment) for segment in segments[:at])
    later = any(is_finite(segment) for segment in segments[at + 1 :])
    joined: Roles = (("CONJ_I", "not"), ("CONJ_V", "not"))
    without = tuple((terminal, "without") for terminal in ("PREP_N", "PREP_L"))
    instead = tuple((terminal, "instead") for terminal in ("PREP_R", "PREP_V"))
    if at == 0:
        doing = len(segments) > 1 and segments[1].has_form("ing")
        return () if doing else without  # see `orders.stress`
    if segments[at].words[0] == "instead" and (later or not said):
        return (*instead, *without, *joined)
    return (*joined, *instead, *without)


def is_finite(segment: Segment) -> bool:
    """Whether it can be nothing but a finite verb, or what stands before one."""
    found = segment.entries.terminals
    return bool(found & _VERBISH) and not found & {"NOUN", "ADJ", "GER", "GERT", "PART"}


def _floats(segments: Sequence[Segment], at: int) -> bool:
    """Whether it is the "both" of "A and B cannot both be high": not that neither is."""
    denied = segments[at - 1].word("neg", "modal", "freq") if at else None
    return denied is not None and "N" in denied.split() and stands(segments, at + 1, _FINITE)


_FINITE = frozenset(("BE", "V", "VI", "HAVE"))


def _both(segment: Segment, after: Sequence[Segment]) -> Roles:
    """What "both", "either" and "not only" may be; "not only" says nothing only with a "but" behind it."""
    if segment.words[0] == "not" and not any(one.word("conj") == "but" for one in after):
        return ()
    if segment.entries[0].part == "nor":
        return (("NEG", "N"), ("QUANT", "N S"))
    return ((SKIP, ""),)


def _levels(segments: Sequence[Segment], at: int) -> list[str]:
    ahead = ahead_of(segments, at)
    after = segments[ahead].entries.terminals if ahead < len(segments) else frozenset()
    levels = _CONJ_LEVELS.split()
    both = at > 1 and segments[at - 2].entries[0].ref == "both" and is_shared(segments, at)
    if both or not stands(segments, at - 1, _DESCRIBING):
        levels.remove("CONJ_A")  # "both deep and wide networks" are not those that are both
    if after & {"IF_V"} and not after & NOUNISH:
        preferred = ["CONJ_B", "CONJ_KC", "CONJ_C"]
    elif after & {"THAT", "REL"}:
        preferred = ["CONJ_R", "CONJ_C"]
    elif after & _VERBISH and not after & {"NOUN"}:
        preferred = ["CONJ_K", "CONJ_Q", "CONJ_V"]
    elif after & {"ADJ"} and not stands(segments, ahead + 1, NOUNISH):
        preferred = ["CONJ_A", "CONJ_I"]
    elif after & {"PREP_V", "MOD_V"}:
        preferred = ["CONJ_P", "CONJ_S", "CONJ_T"]
    elif after & {"PRON", "THERE"}:
        preferred = ["CONJ_KC", "CONJ_C", "CONJ_I"]
    elif (
        after & {"ADJ"}
        and stands(segments, at - 1, frozenset(("ADJ",)))
        and not stands(segments, at - 1, _NOUN)
    ):
        preferred = ["CONJ_A", "CONJ_I"]
    else:
        preferred = ["CONJ_I", "CONJ_N", "CONJ_P", "CONJ_KC", "CONJ_C"]
    return [level for level in dict.fromkeys((*preferred, *levels)) if level in levels]


def ahead_of(segments: Sequence[Segment], at: int) -> int:
    """The place of the next segment that says something: "and still *generalizes*"."""
    ahead = at + 1
    while ahead + 1 < len(segments) and segments[ahead].word("frame", "degree", "hedge") is not None:
        ahead += 1
    return ahead


def _mark(segments: Sequence[Segment], at: int) -> Roles:
    """What a comma or another mark may be: the end of what leads the sentence, a list, or nothing."""
    mark = segments[at].entries[0].part
    if mark == "quote":
        return ((SKIP, ""),)
    if mark == ";":
        return (("CONJ_C", "and"),)
    if mark not in (",", "dash"):
        return ((mark, ""),)
    return _comma(segments, at)


def _comma(segments: Sequence[Segment], at: int) -> Roles:
    """What a comma may be."""
    if results_at(segments, at) or is_aside(segments, at):
        return ()  # see `orders.results`, `orders.relatives`
    after = segments[at + 1].entries[0].ref if at + 1 < len(segments) else ""
    if after in ("conj", "hedge", "frame", "neg"):
        return ((SKIP, ""),) if after == "conj" else (("COMMA_B", ""), (SKIP, ""))
    listed = _list_value(segments, at)
    roles: Roles = (("COMMA_B", ""),)
    nouns = stands(segments, at - 1, _NOUN) and stands(segments, at + 1, NOUNISH)
    if listed:
        roles += tuple(
            (level, listed) for level in _levels(segments, at) if level not in ("CONJ_C", "CONJ_KC")
        )
    if stands(segments, at + 1, _APPOSED) and _is_closed(segments, at):
        return ((("APPOSED", "") if after == "det" else (SKIP, "")), *roles)
    return roles if nouns else (*roles, (SKIP, ""))


_APPOSED = frozenset(("DET", "PART"))


def _is_closed(segments: Sequence[Segment], at: int) -> bool:
    """Whether what begins after this comma ends at another one, with a finite verb behind it."""
    later = [place for place in range(at + 2, len(segments)) if segments[place].words == (",",)]
    if not later or not stands(segments, at - 1, _NOUN):
        return False
    before = any(is_finite(segment) for segment in segments[:at])
    return not before and later[0] + 1 < len(segments) and is_finite(segments[later[0] + 1])


def results_at(segments: Sequence[Segment], at: int) -> bool:
    """Whether a comma stands before what comes of all that is said: "…, improving generalization".

    So does "…, which improves generalization", where that is not said of the noun before it.
    """
    if segments[at].words == ("by",):
        return _is_means(segments, at)
    which = at + 1 < len(segments) and segments[at + 1].words == ("which",)
    ahead = ahead_of(segments, at + 1 if which else at)
    if segments[at].words != (",",) or ahead >= len(segments):
        return False
    if not (_is_result(segments[ahead], "s") if which else _is_result(segments[ahead], "ing")):
        return False
    if any(
        segment.word("conj") is not None and _next_is_doing(segments, one)
        for one, segment in enumerate(segments)
    ):
        return False  # a list
    leads = stands(segments, 0, _LEADING) and not any(one.words == (",",) for one in segments[:at])
    return not leads and any(_is_verb(segment) for segment in segments[:at])


def is_aside(segments: Sequence[Segment], at: int) -> bool:
    """Whether a comma stands before what is told besides: "large models, *which* overfit, are robust"."""
    which = at + 1 < len(segments) and segments[at + 1].words in _WHICH
    return which and segments[at].words == (",",) and stands(segments, at - 1, _NOUN_OR_PART)


_WHICH = (("which",), ("who",))
_NOUN_OR_PART = _NOUN | {"PART"}


def _is_means(segments: Sequence[Segment], at: int) -> bool:
    """Whether it is the "by" of "dropout improves generalization *by* reducing overfitting".

    What "networks improve it by" is what improves it.
    """
    verbs = [one for one in range(1, at) if _is_verb(segments[one])]
    if not verbs or at + 1 == len(segments) or not _is_result(segments[at + 1], "ing"):
        return False
    told = all(segments[one].word("v-change") is not None for one in (verbs[0], at + 1))
    return told and not all(one.word("noun", "pron", "det") is not None for one in segments[: verbs[0]])


def _is_verb(segment: Segment) -> bool:
    return is_finite(segment) and not _PREDICATE.isdisjoint(segment.entries.terminals)


_PREDICATE = frozenset("V VI BE MODAL DO HAVE".split())


def _is_result(verb: Segment, form: str) -> bool:
    """Whether it is a verb that tells what comes of something, in this form and in no other."""
    forms = {entry.form for entry in verb.entries if entry.ref in _RESULTING}
    return forms == {form} and "NOUN" not in verb.entries.terminals


_RESULTING = frozenset("v-change v-cause v-make v-allow v-prevent v-hinder v-imply v-compare".split())
_LEADING = frozenset("IF_L PREP_L THAN_L TO_L CONJ_C PART".split())


def _next_is_doing(segments: Sequence[Segment], at: int) -> bool:
    return at + 1 < len(segments) and segments[at + 1].has_form("ing")


def _list_value(segments: Sequence[Segment], at: int) -> str:
    """What the list that a comma may belong to is joined by: the next conjunction."""
    for segment in segments[at + 1 :]:
        if segment.entries[0].ref == "conj":
            return segment.entries[0].part
    return ""
