"""How else a word may be spelled: as the British do, and with its parts joined or apart."""

import re

from storycheck.meaning.inflect import L_STEMS

# American spelling to British; vocabulary files are written in the American one
_OUR = re.compile(r"^(behavi|col|fav|neighb|lab|hon|flav|rig)or(?=$|s|ed|ing|al|ab|hood|less)")
_NO_ISE = re.compile(r"^(re|down|out|over|up|cap)?si[z]|^pri[z]|^sei[z]")
_IZE = re.compile(r"(\w{2,})(i|y)z(e|es|ed|er|ers|ing|able|ability|ation|ations|ational)$")
_LL = re.compile(rf"^(\w*){L_STEMS}(ed|ing|er|ers|ings)$")


def spellings(word: str) -> tuple[str, ...]:
    """The word and its British spelling if it has one: "generalization" gives generalisation too."""
    british = word
    if not _NO_ISE.search(word):
        british = _IZE.sub(r"\1\2s\3", british)
    british = _OUR.sub(r"\1our", british)
    british = _LL.sub(r"\1\2l\3", british)
    british = re.sub(r"^(\w*)center(s?)$", r"\1centre\2", british)
    return (word,) if british == word else (word, british)


# joined words that are as often written apart; only known ones, as "prefer" is no "pre fer"
_PREFIXED = re.compile(
    r"^(?:(over|under)((?:param|fit|train|spec|conf|optim|regul|estim|sampl)\w+)|"
    r"(pre)(train\w*|process\w*)|(fine)(tun\w+)|(hyper)(param\w+)|(non|multi)(\w{5,}))$"
)
_FUSING = frozenset(
    "over under pre fine non multi hyper meta sub super post mini micro auto semi anti re un mis co".split()
)


def fusings(token: str) -> tuple[tuple[str, ...], ...]:
    """A token as the words that may stand for it; hyphens split words, and writers differ in them.

    Both "fine-tuned" and "finetuned" give (fine, tuned) and (finetuned).
    """
    words = tuple(token.split("-"))
    if len(words) == 2 and words[0] in _FUSING:
        return words, ("".join(words),)
    prefixed = _PREFIXED.match(token)
    return (words, tuple(filter(None, prefixed.groups()))) if prefixed else (words,)
