"""Inflected forms of English words: plurals and verb forms.

Vocabulary files give one form of each word; readers meet all of them. The rules are the school-book
ones, with tables for what machine-learning prose needs beside them. Every function takes and gives
lower-case words, and gives all accepted forms, the commonest first.
"""

import re
from collections.abc import Container

from storycheck.records import NamedTuple

_VOWELS = "aeiou"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PLURALS: dict[str, tuple[str, ...]] = {
    "appendix": ("appendices", "appendixes"),
    "automaton": ("automata", "automatons"),
    "child": ("children",),
    "corpus": ("corpora", "corpuses"),
    "criterion": ("criteria",),
    "data": ("data",),
    "datum": ("data",),
    "epoch": ("epochs",),
    "equilibrium": ("equilibria", "equilibriums"),
    "focus": ("focuses", "foci"),
    "foot": ("feet",),
    "formula": ("formulas", "formulae"),
    "half": ("halves",),
    "index": ("indices", "indexes"),
    "knife": ("knives",),
    "leaf": ("leaves",),
    "life": ("lives",),
    "locus": ("loci",),
    "man": ("men",),
    "matrix": ("matrices", "matrixes"),
    "maximum": ("maxima", "maximums"),
    "medium": ("media", "mediums"),
    "minimum": ("minima", "minimums"),
    "mouse": ("mice",),
    "nucleus": ("nuclei",),
    "optimum": ("optima", "optimums"),
    "person": ("people", "persons"),
    "phenomenon": ("phenomena",),
    "quiz": ("quizzes",),
    "radius": ("radii", "radiuses"),
    "schema": ("schemas", "schemata"),
    "self": ("selves",),
    "series": ("series",),
    "shelf": ("shelves",),
    "species": ("species",),
    "spectrum": ("spectra", "spectrums"),
    "stimulus": ("stimuli",),
    "vertex": ("vertices", "vertexes"),
    "wife": ("wives",),
    "woman": ("women",),
}
_SINGULAR_S = _words("bias atlas canvas gas alias chaos cosmos lens news pancreas series species")
_O_ES = _words("echo hero potato tomato veto torpedo embargo")


class VerbForms(NamedTuple):
    """All forms of a verb; each a tuple of accepted variants."""

    base: tuple[str, ...]
    s: tuple[str, ...]
    past: tuple[str, ...]
    participle: tuple[str, ...]
    ing: tuple[str, ...]


# base, past, participle; "/" separates variants, and where one form is given it serves for both
_IRREGULAR_TABLE = """
    arise arose arisen; bear bore borne; beat beat beaten; become became become; begin began begun;
    behold beheld; bend bent; bind bound; bite bit bitten; blow blew blown; break broke broken;
    bring brought; build built; burn burned/burnt; buy bought; cast cast; catch caught;
    choose chose chosen; come came come; cost cost; cut cut; deal dealt; do did done;
    draw drew drawn; drive drove driven; eat ate eaten; fall fell fallen; feed fed; feel felt;
    fight fought; find found; fit fit/fitted; fly flew flown; forget forgot forgotten;
    freeze froze frozen; get got got/gotten; give gave given; go went gone; grow grew grown;
    have had; hear heard; hide hid hidden; hit hit; hold held; hurt hurt; input input/inputted;
    jailbreak jailbroke jailbroken; keep kept; know knew known; lay laid; lead led;
    lean leaned/leant; leap leaped/leapt; learn learned/learnt; leave left; lend lent; let let;
    lie lay lain; lose lost; make made; mean meant; meet met; pay paid; prove proved proved/proven;
    offset offset; put put; read read; relay relayed; ride rode ridden; rise rose risen;
    run ran run; say said; see saw seen; seek sought; sell sold; send sent; set set;
    shake shook shaken; show showed shown/showed; shrink shrank shrunk; shut shut; sink sank sunk;
    sit sat; speak spoke spoken; spend spent; spill spilled/spilt; spin spun; split split;
    spread spread; stand stood; steal stole stolen; stick stuck; strike struck;
    strive strove striven; swing swung; take took taken; teach taught; tear tore torn; tell told;
    think thought; throw threw thrown; underlie underlay underlain; wear wore worn;
    weave wove woven; win won; write wrote written
"""
_IRREGULAR: dict[str, tuple[str, ...]] = {
    verb: tuple(forms) for verb, *forms in (row.split() for row in _IRREGULAR_TABLE.split(";"))
}
_BE = VerbForms(("be", "are"), ("is",), ("was", "were"), ("been",), ("being",))
_S_FORMS = {"have": "has", "do": "does", "go": "goes"}

_PREFIXES = ("over", "under", "with", "out", "pre", "re", "un", "mis", "fine", "co", "de", "fore", "back")
# verbs of several syllables that double their last letter, stressed there or built on a short stem
_DOUBLING = _words(
    "abhor admit backprop begin commit compel concur confer control debug defer "
    "equip excel expel forget format incur infer kidnap occur omit permit prefer "
    "program propel recur refer regret remit repel sandbag submit transfer transmit"
)
_SHORT_STEMS = _words("fit set run map lap plan cap clip stop drop step ship plug tag log pin sit")

L_STEMS = r"(model|label|channel|cancel|signal|level|tunnel|travel|fuel|total|spiral)"
"""Verbs whose last letter the British double, and Americans need not."""


def plurals(noun: str) -> tuple[str, ...]:
    """The plural forms of a singular noun: "minimum" gives minima, minimums."""
    if noun in _PLURALS:
        return _PLURALS[noun]
    if noun.endswith("sis") or noun == "axis":
        return (noun[:-2] + "es",)
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return (noun[:-1] + "ies",)
    if noun.endswith(("s", "x", "z", "ch", "sh")) or noun in _O_ES:
        return (noun + "es",)
    return (noun + "s",)


def is_plural(noun: str) -> bool:
    """Whether a noun is written in its plural: "labels" and "minima" are, "loss" and "dynamics" are not."""
    if noun in _IRREGULAR_PLURALS:
        return True
    return (
        noun.endswith("s")
        and not noun.endswith(("ss", "us", "is", "ics"))
        and len(noun) > 2
        and noun not in _SINGULAR_S
    )


_IRREGULAR_PLURALS = frozenset(form for forms in _PLURALS.values() for form in forms) - set(_PLURALS)


def verb_forms(verb: str) -> VerbForms:
    """All forms of a verb from its base form: "forget" gives forgets, forgot, forgotten, forgetting."""
    if verb == "be":
        return _BE
    past, participle = _past(verb)
    return VerbForms((verb,), (_third_person(verb),), past, participle, _ing(verb))


def forms_of(verbs: str) -> frozenset[str]:
    """Every form of some verbs, which are given by their base forms with blanks between them."""
    return frozenset(form for verb in verbs.split() for forms in verb_forms(verb) for form in forms)


def is_participle(word: str) -> bool:
    """Whether a word after a noun is a past participle ("network trained …"), as far as its form tells."""
    irregular = word in _PARTICIPLES or bool(_split_prefix(word, _PARTICIPLES)[1])
    return irregular or (word.endswith("ed") and not word.endswith("eed"))


def is_done_to(word: str) -> bool:
    """Whether it is a participle of what is done to something: "trained", not "biased" or "goal-directed"."""
    return is_participle(word) and not word.endswith(_OF_STATES)


_OF_STATES = ("aligned", "biased", "calibrated", "directed")
_PARTICIPLES = frozenset(
    form
    for verb, forms in _IRREGULAR.items()
    for form in forms[-1].split("/")
    if form != verb and not form.endswith("ed")
)


def _third_person(verb: str) -> str:
    if verb in _S_FORMS:
        return _S_FORMS[verb]
    prefix, stem = _split_prefix(verb, _S_FORMS)
    if stem:
        return prefix + _S_FORMS[stem]
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + "es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else verb + "s"


def _past(verb: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    prefix, stem = ("", verb) if verb in _IRREGULAR else _split_prefix(verb, _IRREGULAR)
    if not stem:
        regular = _with_ending(verb, "ed")
        return regular, regular
    columns = [tuple(prefix + form for form in column.split("/")) for column in _IRREGULAR[stem]]
    return columns[0], columns[-1]


def _ing(verb: str) -> tuple[str, ...]:
    if verb.endswith("ie"):
        return (verb[:-2] + "ying",)
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return (verb[:-1] + "ing",)
    return _with_ending(verb, "ing")


def _with_ending(verb: str, ending: str) -> tuple[str, ...]:
    """The verb with "ed" or "ing", its last letter dropped, changed or doubled as spelling asks."""
    if ending == "ed" and verb.endswith("e"):
        return (verb + "d",)
    if ending == "ed" and verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return (verb[:-1] + "ied",)
    if verb.endswith("ic"):
        return (verb + "k" + ending,)
    if re.search(rf"{L_STEMS}$", verb):
        return (verb + ending, verb + "l" + ending)
    return (verb + verb[-1] + ending,) if _doubles(verb) else (verb + ending,)


def _doubles(verb: str) -> bool:
    """Whether the last consonant doubles: a short stressed vowel before a single consonant."""
    if verb in _DOUBLING or _split_prefix(verb, _SHORT_STEMS)[1]:
        return True
    one_syllable = len(re.findall(r"[aeiouy]+", verb.replace("qu", "q"))) == 1
    return one_syllable and bool(re.search(r"(?:[^aeiouy]|qu)[aeiouy][^aeiouywx]$", verb))


def _split_prefix(verb: str, stems: Container[str]) -> tuple[str, str]:
    """ "overfit" is "over" and "fit"; an empty stem if no prefix leaves a known one."""
    for prefix in _PREFIXES:
        if verb.startswith(prefix) and verb[len(prefix) :] in stems:
            return prefix, verb[len(prefix) :]
    return "", ""
