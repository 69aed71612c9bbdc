"""Segmenting of canonical readings: "in every case where trained with SGD: reaches a good minimum".

They are made of a few fixed words and of the vocabulary's glosses, and of nothing else.
"""

from collections.abc import Mapping, Sequence

from storycheck.syntax.entries import NO_ENTRIES, Entries, Entry
from storycheck.syntax.lexicon import GLOSS, Lexicon, words_in, words_of
from storycheck.syntax.starting import Words
from storycheck.syntax.tree import Choice, Segment

HEADS: Mapping[str, str] = {
    "in every case": "always",
    "in the most normal cases": "usually",
    "not in all of the most normal cases": "not usually",
    "in some case": "sometimes",
    "in the story's own case": "this",
}
_CHANGES = {
    "rises": ("rise", "does not rise", "do not rise"),
    "falls": ("fall", "does not fall", "do not fall"),
    "stays": ("stay the same", "does not stay the same", "do not stay the same"),
}
_FIXED: dict[Words, tuple[str, str]] = {
    (":",): ("COLON", ""),
    ("(",): ("LPAR", ""),
    (")",): ("RPAR", ""),
    ("and",): ("R_AND", ""),
    ("or",): ("R_OR", ""),
    ("not",): ("R_NOT", ""),
    ("compared", "with"): ("R_BASE", ""),
    ("because", "of"): ("R_DUE", ""),
    ("not", "because", "of"): ("R_DUE", "not"),
    ("the", "model"): ("R_SELF", ""),
    ("how", "often"): ("R_OFTEN", ""),
    ("anything", "holds"): ("R_TRUE", ""),
    ("nothing", "holds"): ("R_FALSE", ""),
}
for _words, _strength in HEADS.items():
    _FIXED[words_of(_words)] = ("R_HEAD", _strength)
    _FIXED[(*words_of(_words), "where")] = ("R_HEAD", _strength)
for _kind, (_plural, _not, _not_plural) in _CHANGES.items():
    _singular = "stays the same" if _kind == "stays" else _kind
    _FIXED |= {words_of(_said): ("R_CHANGE", _kind) for _said in (_singular, _plural)}
    _FIXED |= {words_of(_said): ("R_CHANGE", f"not {_kind}") for _said in (_not, _not_plural)}
_LONGEST_FIXED = max(map(len, _FIXED))
_FIRST_WORDS = frozenset(words_of(head)[:2] for head in HEADS)


def canonical(sentence: str, lexicon: Lexicon, verbs: Lexicon) -> list[Choice] | None:
    """The tokens of a canonical reading; None if the sentence is none. ``verbs`` has those of acts."""
    if ":" not in sentence or not sentence.lstrip()[:4].lower().startswith(("in ", "not ")):
        return None
    words = words_in(sentence)
    texts = [word.text for word in words]
    if tuple(texts[:2]) not in _FIRST_WORDS:
        return None
    if texts[-1] == ".":
        texts.pop()
    choices: list[Choice] = []
    at = 0
    while at < len(texts):
        end, role, entries = _piece(texts, at, lexicon, verbs)
        if end == at:
            return None
        segment = Segment(len(choices), tuple(texts[at:end]), words[at].start, words[end - 1].end, entries)
        choices.append(Choice(segment, (role,)))
        at = end
    return choices


def _piece(
    texts: Sequence[str], at: int, lexicon: Lexicon, verbs: Lexicon
) -> tuple[int, tuple[str, str], Entries]:
    """Where the longest gloss or fixed phrase ends that starts here, and what it is."""
    glosses = lexicon.starting(GLOSS)
    longest = max(glosses.longest if glosses else 0, _LONGEST_FIXED)
    for end in range(min(at + longest, len(texts)), at, -1):
        words = tuple(texts[at:end])
        entries = lexicon.phrases.get((GLOSS, *words))
        if entries:
            return end, ("GLOSS", ""), entries
        if words in _FIXED:
            return end, _FIXED[words], NO_ENTRIES
        if texts[end : end + 1] == ["("]:
            act = _act(words, verbs)
            if act:
                return end, ("R_ACT", act), NO_ENTRIES
    return at, ("", ""), NO_ENTRIES


def _act(words: Words, verbs: Lexicon) -> str:
    """What "detects", "silently" or "silently detects" names in the atom of an act; empty if nothing."""
    for end in range(len(words), -1, -1):
        how = _manner(words[:end], verbs)
        done = _done(words[end:], verbs)
        if (how or not end) and (done or end == len(words)):
            return in_manner(how, done[0].part if done else "") if how else done[0].part
    return ""


def _done(words: Words, verbs: Lexicon) -> list[Entry]:
    """What "detects", "tries to" and "is transparent to" are entries of."""
    if words[-1:] == ("to",) and any(entry.ref == "v-aim" for entry in verbs.phrases.get(words[:-1], ())):
        return [
            entry._replace(part=f"{entry.part} to")
            for entry in verbs.phrases[words[:-1]]
            if entry.ref == "v-aim"
        ]
    if words[:1] == ("is",):
        return [entry for entry in verbs.phrases.get(words[1:], NO_ENTRIES) if entry.ref == "n-act"]
    return [entry for entry in verbs.phrases.get(words, NO_ENTRIES) if entry.ref == "v-act"]


def _manner(words: Words, verbs: Lexicon) -> str:
    """The adverb that these words are, "can" among them; empty if they are none."""
    entries = verbs.phrases.get(words, NO_ENTRIES)
    how = next((entry.part for entry in entries if entry.ref in _ADVERBS), "")
    how = " ".join(words) if any(entry.ref == "manner" for entry in entries) else how
    return CAN if words == (CAN,) else how


CAN = "can"
_ADVERBS = frozenset(("adverb", "near-adverb"))


def in_manner(adverb: str, verb: str = "") -> str:
    """An adverb, with the verb of an act if it is one that is done so, as one name."""
    return f"{adverb}{_SO}{verb}"


def adverb_and_verb(name: str) -> tuple[str, str]:
    """The adverb of an act's name and its verb; each may be empty."""
    adverb, so, verb = name.partition(_SO)
    return (adverb, verb) if so else ("", name)


_SO = "~"
