"""Which terminals of the grammar a phrase may be, by its entries in the lexicon."""

from functools import lru_cache

from storycheck.syntax.lexicon import Entry
from storycheck.syntax.tree import SKIP, Roles, Segment

_OF_CLASS: dict[str, str] = {
    "det": "DET",
    "quant": "QUANT",
    "only": "QUANT",
    "pron": "PRON",
    "pos": "POSS",
    "non": "NON",
    "neg": "NEG NEG_V",
    "modal": "MODAL ELLIPSIS",
    "semi": "SEMI",
    "v-semi": "SEMI",
    "be": "BE ELLIPSIS",
    "v-be": "BE",
    "v-become": "BE",
    "freq": "FREQ FREQ_R FREQ_V FREQ_L",
    "only-freq": "FREQ FREQ_R FREQ_V FREQ_L",
    "iadj": "IADJ",
    "if": "IF_V IF_R IF_L IF_I IF_T",
    "prep": "PREP_T PREP_R PREP_V PREP_N PREP_L",
    "than": "THAN_R THAN_V THAN_L",
    "rel": "REL THAT_C",
    "whose": "WHOSE",
    "that": "THAT THAT_C REL DET",
    "how": "HOW",
    "what": "WHAT",
    "such": "SUCH",
    "cause-of": "CAUSE_OF",
    "trade": "TRADE",
    "to": "TO_R TO TO_L",
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
    "adjective": "ADJ HOW_ADJ PART",
    "modifier": "MOD_T MOD_R MOD_V MOD_N MOD_L",
    "more": "COMP COMP_N COMP_R COMP_V",
    "less": "COMP COMP_N COMP_R COMP_V",
}
_CONTENT_VERB = {"s": "VI", "past": "VI", "base": "VI VIB", "participle": "PART VI", "ing": "GER GERC VI"}
_WORD_VERB = {"s": "V", "past": "V", "base": "V VIB", "participle": "PART V", "ing": "GERT GERP V"}
_NEEDS = {"ing": "after be", "participle": "after have"}  # what a verb in this form needs before it

# the order in which terminals are offered if the neighbours say nothing
_OFFERED = """
    THERE IT_F CORR QUANT DET PRON TO_R TO TO_L OF FOR_T HAVE DO BE NEG NEG_V MODAL SEMI FREQ IF_V IF_R
    IF_L IF_I IF_T PREP_T PREP_R PREP_V PREP_N PREP_L THAN_R THAN_V THAN_L THAT THAT_C REL WHOSE HOW WHAT
    TRADE CAUSE_OF SUCH MORE POLE NON BASE_N BASE ADJ HOW_ADJ COMP NOUN POSS IADJ MOD_T MOD_R MOD_V MOD_N
    MOD_L PART EXV VI V VIB GER GERT GERC GERP COMP_N COMP_R COMP_V FREQ_R FREQ_V FREQ_L ELLIPSIS SKIP
"""
_PRIORITY = {terminal: rank for rank, terminal in enumerate(_OFFERED.split())}


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
        return f"{entry.part.upper()} ELLIPSIS"
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


def terminals_of(segment: Segment) -> frozenset[str]:
    """All terminals that a segment may be."""
    return _terminals_of_entries(segment.entries)


@lru_cache(maxsize=20_000)
def _terminals_of_entries(entries: tuple[Entry, ...]) -> frozenset[str]:
    return frozenset(terminal for terminal, _ in roles_of(entries))
