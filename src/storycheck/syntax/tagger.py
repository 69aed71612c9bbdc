"""Tagging: for each segment the terminals of the grammar that it may be, best first.

What a phrase may be follows from its entries; which of these comes first follows from its neighbours.
The parser takes the first that fits, so the order matters where the grammar leaves a choice: an adjective
before a noun or after it, a word of the noun phrase or of the verb, the level at which "and" joins.
"""

from collections.abc import Sequence
from functools import cache

from storycheck.syntax.entries import SKIP, Entries, Roles
from storycheck.syntax.joints import joining, results_at, stands
from storycheck.syntax.made import made
from storycheck.syntax.neighbours import PREFERENCES, Preference, equates, is_for_whom, is_more_than
from storycheck.syntax.tree import Choice, Segment


def tagged(segments: Sequence[Segment]) -> list[Choice]:
    """The segments with their roles, ordered by what stands beside them."""
    choices = []
    start = _start(segments)
    correlative = _is_correlative(segments, start)
    lead_open = stands(segments, start, _LEADS)
    for at, segment in enumerate(segments):
        entries = segment.entries
        kind = entries[0].ref if entries[0].kind == "word" else ""
        if kind in _JOINING and not _is_while(segments, at):
            roles = joining(segments, at, kind)
            lead_open = lead_open and kind != "mark"
        else:
            fixed = entries.are_fixed and segment.words not in _PLACED
            roles = entries.roles if fixed else _placed(segments, at, start)
            if correlative and _before_comparative(segments, at):
                roles = (("CORR", ""),)
            elif lead_open and at > start + 1 and _may_start_subject(roles, segments[at - 1]):
                choices.append(Choice(segment, (("COMMA_B", ""), (SKIP, ""))))
        choices.append(made(Choice, (segment, roles)))
    return choices


def _placed(segments: Sequence[Segment], at: int, start: int) -> Roles:
    """The roles of a segment in this place; the claim starts at ``start``."""
    words, entries = segments[at].words, segments[at].entries
    roles, values = entries.roles, entries.values
    if words in _PLACED or "v-make" in values:
        if is_for_whom(segments, at) or _only_joins(segments, at):
            return ((SKIP, ""),)
        if words == ("ever",) and at == len(segments) - 1:
            return ()  # "do not overfit ever" says never
    if at > start and values.get("aux") == "do" and _inverts(segments[start]):
        return (("COMMA_B", ""), (SKIP, ""))
    if not entries.are_fixed or words in _OF_ONE_ROLE:
        roles = _ordered(roles, segments, at)
        if "v-become" in values:
            roles = _becoming(roles, segments, at)
    return _with_auxiliary(roles, segments, at) if entries.needs_auxiliary else roles


def _only_joins(segments: Sequence[Segment], at: int) -> bool:
    """Whether it is "the" or "of" in "the training of networks", or the "kept" of "is kept intact"."""
    if segments[at].words in _OF_DOING:
        return _is_done(segments, at + 1 if segments[at].words == ("the",) else at - 1)
    if segments[at].entries.values.get("v-make") != "state":
        return False
    is_made = segments[at].has_form("participle") and at > 0 and segments[at - 1].word("be") is not None
    by = any(segment.words == ("by",) for segment in segments[at:])
    return is_made and not by and stands(segments, at + 1, _STATE)


def _is_done(segments: Sequence[Segment], at: int) -> bool:
    """Whether it is the "training" of "the training of networks"."""
    here = 0 < at < len(segments) - 1 and segments[at + 1].words == ("of",)
    return (
        here
        and segments[at - 1].words == ("the",)
        and stands(segments, at, _GERUND)
        and not stands(segments, at, _NOUN)
    )


_OF_DOING = frozenset((("the",), ("of",)))
_GERUND = frozenset(("GER", "GERT"))
_STATE = frozenset(("ADJ", "COMP"))
_JOINING = frozenset(("conj", "both", "mark"))
_OF_ONE_ROLE = (("being",), ("no",))  # unless the place says otherwise
_PLACED = frozenset((*_OF_ONE_ROLE, *_OF_DOING, ("ever",), ("us",), ("you",), ("one",)))
_LEADS = frozenset(("IF_L", "PREP_L", "MOD_L", "THAN_L"))
_NOUN = frozenset(("NOUN",))
_COMPARATIVE = frozenset(("COMP", "MORE"))
_INFINITIVE = frozenset(("TO",))


def _settled(roles: Roles, segments: Sequence[Segment], at: int) -> Roles | None:
    """The roles where the place alone settles them; asked only of the words and classes that it looks at."""
    if _says_nothing(segments, at):
        return ((SKIP, ""),)
    if segments[at].words == ("as",):
        return _as(roles, segments, at)
    before: Roles = ()
    if segments[at].word("ease") is not None and stands(segments, at + 1, _INFINITIVE):
        return (("COMP_V", ""),)
    too = segments[at].words == ("too",) and stands(segments, at + 1, _MEASURED)
    by = segments[at].words == ("by",) and results_at(segments, at)
    if too or by or _is_for_some(segments, at):
        return ()  # see `given`, `results`, `impersonal`
    if segments[at].word("near-adverb") is not None and stands(segments, at + 1, _DETERMINED):
        return ()  # "nearly the accuracy" is said of an amount, not of what is done
    if _ends_clause(segments, at) and any(segment.entries[0].ref == "conj" for segment in segments[:at]):
        before = (("ELLIPSIS", ""), ("ELLIPSIS_C", segments[at].word("modal") or ""))
    elif segments[at].words == ("not",) and _after_comma(segments, at):
        before = (("CONJ_I", "not"),)
    elif segments[at].words == ("no",) and _denies_predicate(segments, at):
        before = (("NEG", "N"),)
    elif segments[at].words in _OVER and any(_prefers(segment) for segment in segments[:at]):
        before = (("PREP_R", "instead"), ("PREP_V", "instead"))
    elif equates(segments, at):
        before = (("THAN_R", ""), ("THAN_V", ""))
    return (*before, *roles) if before else None


def _is_for_some(segments: Sequence[Segment], at: int) -> bool:
    """Whether it is the "harder" of "it harder for networks to generalize"."""
    after = at + 1 < len(segments) and segments[at + 1].words == ("for",) and segments[at].word("ease")
    if not after or not any(segment.words == ("to",) for segment in segments[at + 2 :]):
        return False
    return any(segment.words == ("it",) for segment in segments[max(at - 2, 0) : at])


def _may_govern(segments: Sequence[Segment], at: int) -> bool:
    """Whether what stands before may be a verb that has it as its object: "match that of B"."""
    return stands(segments, at - 1, _VERB)


def _ends_clause(segments: Sequence[Segment], at: int) -> bool:
    """Whether it is the "does" of "…, but weight decay does (not)."."""
    if "ELLIPSIS_C" not in segments[at].entries.terminals:
        return False
    after = at + 2 if at + 1 < len(segments) and segments[at + 1].word("neg") is not None else at + 1
    return after >= len(segments) or segments[after].entries[0].ref in ("mark", "conj")


def _after_comma(segments: Sequence[Segment], at: int) -> bool:
    """Whether it is the "not" of "features, not bugs"."""
    return at > 1 and segments[at - 1].words == (",",) and stands(segments, at + 1, _STARTS_NOUN)


def _denies_predicate(segments: Sequence[Segment], at: int) -> bool:
    """Whether it is the "no" of "is no evidence of"."""
    after = segments[at + 1].entries.values if at + 1 < len(segments) else ()
    return at > 0 and segments[at - 1].word("be") is not None and any(name.startswith("n-") for name in after)


_VERB = frozenset(("V", "VI", "GERT"))
_DETERMINED = frozenset(("DET", "QUANT"))
_MEASURED = frozenset(("ADJ", "POLE", "QUANT", "FREQ", "COMP"))
_OVER = (("over",), ("to",))


def _prefers(segment: Segment) -> bool:
    """Whether it is the verb of "prefers X over Y"."""
    return segment.words[0].startswith(("prefer", "favor", "favour"))


_STARTS_NOUN = frozenset(("NOUN", "ADJ", "DET", "GER", "GERT", "PREP_V"))


def _ordered(roles: Roles, segments: Sequence[Segment], at: int) -> Roles:
    """The roles with those first that suit the neighbours."""
    words, entries = segments[at].words, segments[at].entries
    if words == ("that",):
        roles = _that(roles, segments, at)
    if "more" in entries.values and is_more_than(segments, at):
        return tuple(role for role in roles if role[0] == "COMP_V")
    if words in _SETTLED_WORDS or _may_be_settled(entries):
        settled = _settled(roles, segments, at)
        if settled is not None:
            return settled
    for preferred, suit in _preferences(entries.terminals):
        if suit(segments, at):
            roles = _first(roles, preferred)
    return roles


def _that(roles: Roles, segments: Sequence[Segment], at: int) -> Roles:
    """ "Networks *that* …", and the second one of "features that are predictive and *that* are brittle"."""
    if stands(segments, at - 1, _NOUN) and not _may_govern(segments, at):
        roles = tuple(role for role in roles if role[0] != "NOUN")
    if _goes_on(segments, at):
        roles = tuple(role for role in roles if role[0] in ("REL", "THAT_C"))
    return roles


def _goes_on(segments: Sequence[Segment], at: int) -> bool:
    """Whether it is the second "that" of "features that are predictive and that are brittle"."""
    said = segments[at - 1].word("conj") is not None
    return said and any("that" in segment.words for segment in segments[: at - 1])


@cache
def _preferences(terminals: frozenset[str]) -> list[Preference]:
    """Those that matter to what may be these terminals."""
    return [preference for preference in PREFERENCES if not preference[0].isdisjoint(terminals)]


def _may_be_settled(entries: Entries) -> bool:
    """Whether it is in one of the classes that `_settled` looks at."""
    return "ELLIPSIS_C" in entries.terminals or not _SETTLED_CLASSES.isdisjoint(entries.values)


_SETTLED_WORDS = frozenset((word,) for word in "being as too not no over to with by".split())
_SETTLED_CLASSES = frozenset(("degree", "ease", "near-adverb"))


def _becoming(roles: Roles, segments: Sequence[Segment], at: int) -> Roles:
    """ "gets worse", but not "gets an answer": a verb of becoming before what is no noun."""
    after = _next(segments, at + 1)
    if after & {"COMP_V", "MORE", "ADJ", "POLE"} and not (after | _next(segments, at + 2)) & _NOUN:
        return roles
    return tuple(role for role in roles if role[0] != "BE")


def _next(segments: Sequence[Segment], at: int) -> frozenset[str]:
    return segments[at].entries.terminals if at < len(segments) else frozenset()


def _is_while(segments: Sequence[Segment], at: int) -> bool:
    """Whether "while" says when ("while it is overseen"), and is no "but"."""
    return segments[at].word("if") is not None and stands(segments, at + 1, _PRONOUN_OR_PARTICIPLE)


def _says_nothing(segments: Sequence[Segment], at: int) -> bool:
    """Whether it is the "being" of "when being trained", or the "much" of "much worse"."""
    if segments[at].words == ("being",):
        return at == 0 or segments[at - 1].word("if", "prep", "than") is not None
    degree = segments[at].word("degree") is not None and at + 1 < len(segments)
    return degree and stands(segments, at + 1, _COMPARATIVE)


def _with_auxiliary(roles: Roles, segments: Sequence[Segment], at: int) -> Roles:
    """The roles without the verb forms that need a "be" or "have" that is not there."""
    before = ""
    for segment in reversed(segments[max(at - 4, 0) : at]):
        values = segment.entries.values
        if not _BEING.isdisjoint(values):
            before = "after be"
        elif "v-semi" in values and segment.words[-1] != "to":
            before = "after be"  # "keeps overfitting"
        elif values.get("aux") == "have":
            before = "after have"
        elif not _BETWEEN.isdisjoint(values) or segment.words == ("no",):
            continue
        break
    passive = before == "after be" and "PART" in segments[at].entries.terminals
    return tuple(
        [
            (terminal, value)
            for terminal, value in roles
            if (not value.startswith("after ") or value == before)
            and not (passive and terminal == "VI" and not value)
        ]
    )


_BEING = frozenset(("be", "v-be", "v-become"))
_BETWEEN = frozenset(("freq", "neg", "degree", "frame", "modal", "adverb", "near-adverb"))
_PRONOUN_OR_PARTICIPLE = frozenset(("PRON", "PART"))
_ADJECTIVE = frozenset(("ADJ",))
_MEASURE = frozenset(("MORE",))


def _first(roles: Roles, preferred: frozenset[str]) -> Roles:
    """The roles with the preferred ones moved to the front."""
    before = [role for role in roles if role[0] in preferred]
    return (*before, *[role for role in roles if role[0] not in preferred])


_AS = frozenset(("same", "as", "as up", "as down", "not down", "not up", "not worse", "not better"))


def _as(roles: Roles, segments: Sequence[Segment], at: int) -> Roles:
    """The first "as" of "as accurate as" measures, the second compares."""
    if any(segment.word("more", "comp") in _AS for segment in segments[:at]):
        return (("THAN_R", ""), ("THAN_V", ""))
    return _first(roles, _MEASURE) if stands(segments, at + 1, _ADJECTIVE) else roles


def _inverts(first: Segment) -> bool:
    """Whether verb and subject change places after it: "never does …", "only if … does …"."""
    return first.word("if", "prep") == "only" or "N" in (first.word("freq", "only-freq") or "")


def _start(segments: Sequence[Segment]) -> int:
    """Where the claim starts: after "in practice", "we expect that" and the like."""
    for at, segment in enumerate(segments):
        if segment.word("frame", "hedge", "mark") is None:
            return at
    return 0


def _is_correlative(segments: Sequence[Segment], start: int) -> bool:
    """Whether the sentence is of the form "the more …, the better …"."""
    if not _before_comparative(segments, start):
        return False
    halves = [at for at in range(start + 1, len(segments)) if _before_comparative(segments, at)]
    return bool(halves) and all(segments[at - 1].word("conj") == "and" for at in halves[1:])


def _before_comparative(segments: Sequence[Segment], at: int) -> bool:
    return segments[at].words == ("the",) and stands(segments, at + 1, _COMPARATIVE)


def _may_start_subject(roles: Roles, before: Segment) -> bool:
    """Whether a subject may start here though no comma tells it from what leads the sentence."""
    return any(terminal in _STARTS for terminal, _ in roles) and not _ENDS.isdisjoint(
        before.entries.terminals
    )


_STARTS = frozenset(("THERE", "IT_F", "DET", "QUANT", "PRON", "NOUN", "MORE", "GERT", "ADJ", "COMP"))
_ENDS = frozenset(("NOUN", "VI", "V", "PART", "ADJ", "PRON", "MOD_L"))
