"""Tagging: for each segment the terminals of the grammar that it may be, best first.

What a phrase may be follows from its entries; which of these comes first follows from its neighbours.
The parser takes the first that fits, so the order matters where the grammar leaves a choice: an adjective
before a noun or after it, a word of the noun phrase or of the verb, the level at which "and" joins.
"""

from collections.abc import Sequence
from functools import lru_cache

from storycheck.syntax.lexicon import Entry
from storycheck.syntax.tree import SKIP, Choice, Roles, Segment

_OF_CLASS: dict[str, str] = {
    "det": "DET",
    "quant": "QUANT",
    "only": "QUANT",
    "pron": "PRON",
    "pos": "POSS",
    "non": "NON",
    "neg": "NEG NEG_V",
    "modal": "MODAL",
    "semi": "SEMI",
    "v-semi": "SEMI",
    "be": "BE",
    "v-be": "BE",
    "freq": "FREQ FREQ_R FREQ_V FREQ_L",
    "only-freq": "FREQ FREQ_R FREQ_V FREQ_L",
    "iadj": "IADJ",
    "if": "IF_V IF_R IF_L IF_T",
    "prep": "PREP_T PREP_R PREP_V PREP_N PREP_L",
    "than": "THAN_R THAN_V THAN_L",
    "rel": "REL",
    "whose": "WHOSE",
    "that": "THAT REL DET",
    "to": "TO_R TO",
    "more": "MORE COMP_N COMP_R COMP_V",
    "comp": "COMP COMP_N COMP_R COMP_V",
    "manner": "COMP_N COMP_R COMP_V",
    "pole": "POLE",
    "baseline": "BASE_N BASE",
    "there": "THERE",
    "noun": "NOUN",
    "hedge": SKIP,
    "frame": SKIP,
    "degree": SKIP,
}
_OF_PART: dict[str, str] = {
    "noun": "NOUN",
    "adjective": "ADJ PART",
    "modifier": "MOD_T MOD_R MOD_V MOD_N MOD_L",
    "more": "COMP COMP_N COMP_R COMP_V",
    "less": "COMP COMP_N COMP_R COMP_V",
}
_CONTENT_VERB = {"s": "VI", "past": "VI", "base": "VI VIB", "participle": "PART VI", "ing": "GER GERC VI"}
_WORD_VERB = {"s": "V", "past": "V", "base": "V VIB", "participle": "PART V", "ing": "GERT GERP V"}
_NEEDS = {"ing": "after be", "participle": "after have"}  # what a verb in this form needs before it

# the order in which terminals are offered if the neighbours say nothing
_PRIORITY = {
    terminal: rank
    for rank, terminal in enumerate(
        "THERE IT_F CORR QUANT DET PRON TO_R TO OF FOR_T HAVE DO BE NEG NEG_V MODAL SEMI FREQ IF_V IF_R IF_L IF_T "
        "PREP_T PREP_R PREP_V PREP_N PREP_L THAN_R THAN_V THAN_L THAT REL WHOSE MORE POLE NON BASE_N BASE ADJ COMP NOUN POSS "
        "IADJ MOD_T MOD_R MOD_V MOD_N MOD_L PART EXV VI V VIB GER GERT GERC GERP COMP_N COMP_R COMP_V "
        "FREQ_R FREQ_V FREQ_L".split()
        + [SKIP]
    )
}


@lru_cache(maxsize=20_000)
def roles_of(entries: tuple[Entry, ...]) -> Roles:
    """Every terminal that a phrase with these entries may be, in the plain order.

    The value of a verb tells what has to stand before it: "after be", "after have" or nothing.
    """
    roles: dict[str, str] = {}
    for entry in entries:
        for terminal in _terminals(entry).split():
            value = entry.part if entry.kind == "word" else ""
            if terminal in ("V", "VI"):
                predicative = entry.kind == "word" and entry.ref.startswith("n-")
                value = "after be" if predicative else _NEEDS.get(entry.form, "")
            if roles.get(terminal, "after ").startswith("after"):
                roles[terminal] = value
    predicative = any(entry.ref.startswith("n-") for entry in entries if entry.kind == "word")
    rank = _PRIORITY | {"V": -1} if predicative else _PRIORITY
    return tuple(sorted(roles.items(), key=lambda role: rank[role[0]]))


def _terminals(entry: Entry) -> str:
    if entry.kind != "word":
        return _CONTENT_VERB[entry.form] if entry.part == "verb" else _OF_PART.get(entry.part, "")
    if entry.ref in _OF_CLASS:
        return _of_word(entry)
    if entry.ref == "aux":
        return entry.part.upper()
    if entry.ref.startswith("n-"):
        return "V"
    if entry.ref == "v-exist" and entry.part == "exist" and entry.form in ("base", "s", "past"):
        return "EXV V"
    return _WORD_VERB[entry.form] if entry.ref.startswith("v-") else ""


def _of_word(entry: Entry) -> str:
    if entry.ref == "prep" and entry.part == "of":
        return "OF"
    if entry.ref == "prep" and entry.part == "for":
        return "FOR_T " + _OF_CLASS["prep"]
    if entry.ref == "pron" and entry.part == "it":
        return "IT_F PRON"
    return _OF_CLASS[entry.ref]


def tagged(segments: Sequence[Segment]) -> list[Choice]:
    """The segments with their roles, ordered by what stands beside them."""
    choices = []
    correlative = _is_correlative(segments)
    lead_open = bool(segments) and _is(segments, 0, _LEADS)
    for at, segment in enumerate(segments):
        kind = segment.entries[0].ref if segment.entries[0].kind == "word" else ""
        if kind in ("conj", "both", "mark"):
            roles = _joining(segments, at, kind)
            lead_open = lead_open and kind != "mark"
        else:
            roles = roles_of(segment.entries)
            if len(roles) > 1 or segment.words == ("being",):
                roles = _ordered(roles, segments, at)
            if any(value.startswith("after ") for _, value in roles):
                roles = _with_auxiliary(roles, segments, at)
            if correlative and _before_comparative(segments, at):
                roles = (("CORR", ""),)
            elif lead_open and at > 1 and _may_start_subject(roles, segments[at - 1]):
                choices.append(Choice(segment, (("COMMA_B", ""), (SKIP, ""))))
        choices.append(Choice(segment, roles))
    return choices


_LEADS = frozenset(("IF_L", "PREP_L", "MOD_L", "THAN_L"))
_NOUNISH = frozenset(("NOUN", "ADJ", "POLE", "MORE", "COMP", "NON", "BASE"))
_AFTER_NOUN = frozenset(("PART", "GERP", "GERC", "COMP_N", "COMP_R", "COMP_V"))
_VERBISH = frozenset(("VI", "V", "FREQ", "NEG", "MODAL", "DO", "HAVE", "BE", "SEMI"))
_COMPARATIVE = frozenset(("COMP", "MORE"))


def _terminals_of(segment: Segment) -> frozenset[str]:
    return _terminals_of_entries(segment.entries)


@lru_cache(maxsize=20_000)
def _terminals_of_entries(entries: tuple[Entry, ...]) -> frozenset[str]:
    return frozenset(terminal for terminal, _ in roles_of(entries))


def _is(segments: Sequence[Segment], at: int, terminals: frozenset[str]) -> bool:
    return 0 <= at < len(segments) and not terminals.isdisjoint(_terminals_of(segments[at]))


def _ordered(roles: Roles, segments: Sequence[Segment], at: int) -> Roles:
    """The roles with those first that suit the neighbours."""
    if segments[at].words == ("being",) and (at == 0 or segments[at - 1].word("if", "prep", "than") is not None):
        return ((SKIP, ""),)
    if segments[at].words == ("as",):
        return _as(roles, segments, at)
    if _is(segments, at + 1, _NOUN):
        roles = _first(roles, _BEFORE_NOUN)
    if not _is(segments, at + 1, _NOUNISH) or segments[at + 1].words == ("as",):
        roles = _first(roles, _ADVERBIAL)
        if _is(segments, at - 1, _NOUN_OR_PARTICIPLE):
            roles = _first(roles, _AFTER_NOUN)
    if at + 1 < len(segments) and segments[at + 1].words == ("by",):
        roles = _first(roles, _PARTICIPLE)
    if segments[at - 1].word("aux") == "have":
        roles = _first(roles, _FINITE)
    if _after_participle(segments, at) or _belongs_to_base(segments, at):
        roles = _first(roles, _OF_PARTICIPLE)
    if segments[at].words[-1] == "to" and _is(segments, at + 1, _BARE) and not _is(segments, at + 1, _NOUN):
        roles = _first(roles, _TO)
    return roles


def _with_auxiliary(roles: Roles, segments: Sequence[Segment], at: int) -> Roles:
    """The roles without the verb forms that need a "be" or "have" that is not there."""
    before = ""
    for segment in reversed(segments[max(at - 4, 0) : at]):
        if segment.word("be", "v-be") is not None:
            before = "after be"
        elif segment.word("aux") == "have":
            before = "after have"
        elif segment.word("freq", "neg", "degree", "frame", "modal") is not None:
            continue
        break
    return tuple((terminal, value) for terminal, value in roles if not value.startswith("after ") or value == before)


def _after_participle(segments: Sequence[Segment], at: int) -> bool:
    """Whether a participle stands before, which "with …" then belongs to."""
    before = segments[at - 1] if at else None
    return before is not None and any(
        entry.form == "participle" or (entry.part == "adjective" and before.words[-1].endswith("ed"))
        for entry in before.entries
    )


def _belongs_to_base(segments: Sequence[Segment], at: int) -> bool:
    """Whether "with …" after "than" and a noun belongs to that noun."""
    return segments[at].words in (("with",), ("without",)) and any(
        segment.word("than") is not None or segment.words == ("as",) for segment in segments[max(at - 4, 0) : at]
    )


_BEFORE_NOUN = frozenset(("BASE",))
_ADVERBIAL = frozenset(("COMP_N", "COMP_R", "COMP_V"))
_NOUN_OR_PARTICIPLE = frozenset(("NOUN", "PART"))
_PARTICIPLE = frozenset(("PART",))
_FINITE = frozenset(("VI", "V"))
_OF_PARTICIPLE = frozenset(("PREP_T", "PREP_N", "MOD_N"))
_BARE = frozenset(("VIB", "BE"))
_TO = frozenset(("TO", "TO_R"))


def _first(roles: Roles, preferred: frozenset[str]) -> Roles:
    """The roles with the preferred ones moved to the front."""
    if not preferred:
        return roles
    return tuple(sorted(roles, key=lambda role: role[0] not in preferred))


def _as(roles: Roles, segments: Sequence[Segment], at: int) -> Roles:
    """The second "as" of "as well as" compares."""
    if any(segment.word("more", "comp") == "same" for segment in segments[:at]):
        return (("THAN_R", ""), ("THAN_V", ""), *roles)
    return roles


def _is_correlative(segments: Sequence[Segment]) -> bool:
    """Whether the sentence is of the form "the more …, the better …"."""
    starts = [at for at in range(len(segments)) if _before_comparative(segments, at)]
    return len(starts) == 2 and all(
        segment.word("frame", "hedge", "mark") is not None for segment in segments[: starts[0]]
    )


def _before_comparative(segments: Sequence[Segment], at: int) -> bool:
    return segments[at].words == ("the",) and _is(segments, at + 1, _COMPARATIVE)


def _may_start_subject(roles: Roles, before: Segment) -> bool:
    """Whether a subject may start here though no comma tells it from what leads the sentence."""
    return any(terminal in _STARTS for terminal, _ in roles) and not _ENDS.isdisjoint(_terminals_of(before))


_STARTS = frozenset(("DET", "QUANT", "PRON", "NOUN", "MORE", "GERT", "ADJ", "COMP"))
_ENDS = frozenset(("NOUN", "VI", "V", "PART", "ADJ", "PRON", "MOD_L"))


_CONJ_LEVELS = "CONJ_A CONJ_I CONJ_P CONJ_K CONJ_Q CONJ_R CONJ_S CONJ_T CONJ_V CONJ_N CONJ_B CONJ_KC CONJ_C"


def _joining(segments: Sequence[Segment], at: int, kind: str) -> Roles:
    """The levels at which a conjunction or comma may join, by what follows it."""
    if kind == "both":
        return _both(segments[at])
    if kind == "mark":
        return _mark(segments, at)
    value = segments[at].entries[0].part
    if value in ("not", "instead"):
        return (("CONJ_I", value),)
    levels = ((level, value) for level in _levels(segments, at))
    return tuple((level, "instead" if value == "but" and level == "CONJ_I" else value) for level, value in levels)


def _both(segment: Segment) -> Roles:
    if segment.entries[0].part == "nor":
        return (("QUANT", "N S"), ("NEG", "N"))
    return ((SKIP, ""),)


def _levels(segments: Sequence[Segment], at: int) -> list[str]:
    after = _terminals_of(segments[at + 1]) if at + 1 < len(segments) else frozenset()
    levels = _CONJ_LEVELS.split()
    if after & {"IF_V"} and not after & _NOUNISH:
        preferred = ["CONJ_B", "CONJ_KC", "CONJ_C"]
    elif after & {"THAT", "REL"}:
        preferred = ["CONJ_R", "CONJ_C"]
    elif after & _VERBISH and not after & {"NOUN"}:
        preferred = ["CONJ_K", "CONJ_Q", "CONJ_V"]
    elif after & {"ADJ"} and not _is(segments, at + 2, _NOUNISH):
        preferred = ["CONJ_A", "CONJ_I"]
    elif after & {"PREP_V", "MOD_V"}:
        preferred = ["CONJ_P", "CONJ_S", "CONJ_T"]
    elif after & {"PRON", "THERE"}:
        preferred = ["CONJ_KC", "CONJ_C", "CONJ_I"]
    elif after & {"ADJ"} and _is(segments, at - 1, frozenset(("ADJ",))) and not _is(segments, at - 1, _NOUN):
        preferred = ["CONJ_A", "CONJ_I"]
    else:
        preferred = ["CONJ_I", "CONJ_N", "CONJ_P", "CONJ_KC", "CONJ_C"]
    return preferred + [level for level in levels if level not in preferred]


_NOUN = frozenset(("NOUN",))


def _mark(segments: Sequence[Segment], at: int) -> Roles:
    """What a comma or another mark may be: the end of what leads the sentence, a list, or nothing."""
    mark = segments[at].entries[0].part
    if mark == "quote":
        return ((SKIP, ""),)
    if mark == ";":
        return (("CONJ_C", "and"),)
    if mark not in (",", "dash"):
        return ((mark, ""),)
    after = segments[at + 1].entries[0].ref if at + 1 < len(segments) else ""
    if after in ("conj", "hedge", "frame"):
        return ((SKIP, ""),) if after == "conj" else (("COMMA_B", ""), (SKIP, ""))
    listed = _list_value(segments, at)
    roles: Roles = (("COMMA_B", ""),)
    nouns = _is(segments, at - 1, _NOUN) and _is(segments, at + 1, _NOUNISH)
    if listed:
        roles += tuple((level, listed) for level in _levels(segments, at) if level not in ("CONJ_C", "CONJ_KC"))
    return roles if nouns else (*roles, (SKIP, ""))


def _list_value(segments: Sequence[Segment], at: int) -> str:
    """What the list that a comma may belong to is joined by: the next conjunction."""
    for segment in segments[at + 1 :]:
        if segment.entries[0].ref == "conj":
            return segment.entries[0].part
    return ""
