"""What a phrase may be: its entries in the lexicon, and the terminals that follow from them."""

from functools import cached_property

from storycheck.records import NamedTuple


class Entry(NamedTuple):
    """What a phrase may be.

    ``kind``  "concept", "quantity" or "word"
    ``ref``   the concept's or quantity's identifier; the word class of a closed-class word
    ``part``  concept: noun, adjective, verb, modifier, gloss; quantity: noun, adjective, verb, more,
              less, gloss; of a closed-class word its value in the class ("usually")
    ``form``  nouns: "sg" or "pl"; verbs: "base", "s", "past", "participle" or "ing"; adjectives "turned"
              where a sentence says a phrase the other way round ("labels are *random*"); else ""
    """

    kind: str
    ref: str
    part: str
    form: str = ""


Roles = tuple[tuple[str, str], ...]  # pairs of a terminal of the grammar and a value
SKIP = "SKIP"  # the role of what may be left out


class Entries(tuple[Entry, ...]):
    """All that a phrase may be. What follows from it is worked out once for all sentences."""

    @cached_property
    def values(self) -> dict[str, str]:
        """Its value in each closed class that it belongs to, the first one."""
        return {entry.ref: entry.part for entry in reversed(self) if entry.kind == "word"}

    @cached_property
    def parts(self) -> frozenset[str]:
        """The parts of speech that it may be, and its values in closed classes."""
        return frozenset(entry.part for entry in self)

    @cached_property
    def forms(self) -> frozenset[str]:
        """The inflected forms that it may be."""
        return frozenset(entry.form for entry in self)

    @cached_property
    def refs(self) -> frozenset[str]:
        """The concepts and quantities that it may name."""
        return frozenset(entry.ref for entry in self if entry.kind != "word")

    @cached_property
    def roles(self) -> Roles:
        """Every terminal that it may be, in the plain order.

        The value of a verb tells what has to stand before it: "after be", "after have" or nothing.
        """
        roles: dict[str, str] = {}
        for entry in self:
            for terminal in _terminals(entry).split():
                value = entry.part if entry.kind == "word" else ""
                if terminal in ("V", "VI"):
                    predicative = entry.kind == "word" and entry.ref.startswith("n-")
                    value = "after be" if predicative else _NEEDS.get(entry.form, "")
                if roles.get(terminal, "after ").startswith("after"):
                    roles[terminal] = value
        if "pole" in self.values:
            roles.pop(SKIP, None)  # "much optimization" is no mere degree
        predicative = any(name.startswith("n-") for name in self.values)
        rank = _PRIORITY | {"V": -1} if predicative else _PRIORITY
        return tuple(sorted(roles.items(), key=lambda role: rank[role[0]]))

    @cached_property
    def needs_auxiliary(self) -> bool:
        """Whether it may be a verb form that "be" or "have" before it makes possible, or another one."""
        return "PART" in self.terminals or any(value.startswith("after ") for _, value in self.roles)

    @cached_property
    def are_fixed(self) -> bool:
        """Whether what it is does not depend on its place: it has one role, and is of no class that may."""
        return len(self.roles) < 2 and not self.needs_auxiliary and _PLACED.isdisjoint(self.values)

    @cached_property
    def terminals(self) -> frozenset[str]:
        """Every terminal that it may be."""
        return frozenset(terminal for terminal, _ in self.roles)


NO_ENTRIES = Entries()
_PLACED = frozenset(("near-adverb", "degree", "v-make", "aux"))

_OF_CLASS: dict[str, str] = {
    "det": "DET",
    "quant": "QUANT",
    "only": "QUANT",
    "pron": "PRON",
    "pos": "POSS",
    "non": "NON",
    "neg": "NEG NEG_V NEG_C",
    "modal": "MODAL ELLIPSIS ELLIPSIS_C",
    "semi": "SEMI",
    "v-semi": "SEMI",
    "be": "BE ELLIPSIS ELLIPSIS_C",
    "v-be": "BE",
    "v-become": "BE",
    "freq": "FREQ FREQ_R FREQ_V FREQ_L",
    "only-freq": "FREQ FREQ_R FREQ_V FREQ_L",
    "of-every": "FREQ_R FREQ_V",
    "adverb": "ADVERB ADVERB_R ADVERB_V",
    "near-adverb": "ADVERB",
    "iadj": "IADJ",
    "iadj-that": "IADJ_THAT",
    "if": "IF_V IF_R IF_L IF_I IF_T",
    "lead-unless": "IF_L",
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
    "ease": "COMP COMP_N COMP_R COMP_V",
    "unread": "",
    "often": "",
    "almost": "",
    "why-is": "",
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
    THERE IT_F CORR QUANT DET PRON TO_R TO TO_L OF FOR_T HAVE DO BE NEG NEG_V MODAL SEMI FREQ ADVERB IF_V IF_R
    IF_L IF_I IF_T PREP_T PREP_R PREP_V PREP_N PREP_L THAN_R THAN_V THAN_L THAT THAT_C REL WHOSE HOW WHAT
    TRADE CAUSE_OF SUCH MORE POLE NON BASE_N BASE ADJ HOW_ADJ COMP NOUN POSS IADJ MOD_T MOD_R MOD_V MOD_N
    MOD_L PART EXV VI V VIB GER GERT GERC GERP COMP_N COMP_R COMP_V FREQ_R FREQ_V FREQ_L ADVERB_R
    ADVERB_V ELLIPSIS ELLIPSIS_C NEG_C IADJ_THAT APPOSED SKIP
"""
_PRIORITY = {terminal: rank for rank, terminal in enumerate(_OFFERED.split())}


def _terminals(entry: Entry) -> str:
    if entry.kind != "word":
        return _CONTENT_VERB[entry.form] if entry.part == "verb" else _OF_PART.get(entry.part, "")
    if entry.ref in _OF_CLASS:
        return _of_word(entry)
    if entry.ref == "aux":
        return f"{entry.part.upper()} ELLIPSIS ELLIPSIS_C"
    if entry.ref.startswith("n-"):
        return "V VIB" if entry.ref == "n-act" else "V"
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
