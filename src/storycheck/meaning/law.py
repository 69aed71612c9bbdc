"""The law of reading: what a sentence says is in its propositions, or the sentence is refused.

Every word of content, negation, strength, condition and comparison has to have gone into the meaning. Two
checks that know nothing of how the meaning was built: each such token was taken up by some reader, and
each concept or quantity that a token names is found again in the propositions.
"""

from collections.abc import Iterable, Sequence, Set
from itertools import combinations, pairwise

from storycheck.meaning.formula import FALSE, All, Formula, Lit, literals
from storycheck.meaning.proposition import GENERAL, Proposition, Reading
from storycheck.meaning.senses import Senses
from storycheck.meaning.study import Study
from storycheck.meaning.trouble import Unreadable
from storycheck.syntax.tree import Segment, Token

# tokens that hold a sentence together, and by themselves say nothing
_STRUCTURE = frozenset(
    "HOW WHAT SUCH THAT_C ELLIPSIS APPOSED "
    "DET PRON POSS BE DO HAVE TO TO_R COMMA_B REL THAT WHOSE THERE IT_F CORR EXV FOR_T OF NON CONJ_A "
    "CONJ_B CONJ_C CONJ_I CONJ_K CONJ_KC CONJ_N CONJ_P CONJ_Q CONJ_R CONJ_S CONJ_T CONJ_V".split()
)


def check(tokens: Sequence[Token], readings: Iterable[Reading], study: Study) -> None:
    """Raises Unreadable for the first token that has been lost."""
    told, said = [each for reading in readings for each in reading.told], []
    for each in told:
        if _contradicts(each.restrictor, study.senses) or _contradicts(each.scope, study.senses):
            raise Unreadable("says-nothing", "this contradicts itself as it is worded", study.tree.span)
    for each in told:
        before, after = literals(each.restrictor), literals(each.scope)
        if _changes(before, after, tokens, study.senses) or _stays(before, after, tokens):
            raise Unreadable(
                "before-and-after",
                "no case is both: before and after, or two models, are not told apart",
                study.tree.span,
                "say what comes of it alone, as in `finetuned models are not robust`, or compare the two",
            )
        said += [literal.atom for literal in (*before, *after)]
    _check_lost(tokens, frozenset().union(*map(study.senses.named_in, said)), study)


def _check_lost(tokens: Sequence[Token], found: Set[str], study: Study) -> None:
    """Raises Unreadable for the first token that no reader took up, or that names nothing of what was found.

    ``found``  every concept and quantity that the propositions speak of, and what is named with them
    """
    for token in tokens:
        if token.terminal in _STRUCTURE:
            continue
        segment = token.segment
        if segment.position not in study.used:
            raise _lost(token)
        refs = segment.entries.refs
        if refs and refs.isdisjoint(found) and _has_content(token, study.senses):
            raise _lost(token)


def check_degrees(segments: Sequence[Segment], classes: Set[str], readings: Iterable[Reading]) -> None:
    """Raises Unreadable for a "significantly" under a negation: not by much is not the same as not.

    So for "slightly regularized", of which what holds of the regularized need not hold.

    ``classes``  the closed classes that the sentence has words of
    """
    if classes.isdisjoint(_MEASURING):
        return
    for segment, following in pairwise(segments):
        if segment.text not in _SLIGHT:
            continue
        if following.entry("concept", "adjective") and not following.entry("quantity", "more", "less"):
            what = f"`{segment.text}` says less than `{following.text}` does"
            raise Unreadable("strength-inside", what, segment.span)
    _check_slight(segments, readings)
    strong = next((segment for segment in segments if _is_strong(segment)), None)
    if strong is None or not any(_denies(segment) for segment in segments):
        return
    raise Unreadable(
        "strength-inside",
        f"`{strong.text}` is not read together with a negation",
        strong.span,
        "leave it out if what is denied is any change at all",
    )


def _check_slight(segments: Sequence[Segment], readings: Iterable[Reading]) -> None:
    """Raises Unreadable for "drifts away *only slightly*": how little is read only of what rises or falls."""
    slight = next((each for each in segments if each.text.removeprefix("only ") in _SLIGHT), None)
    told = (literal for reading in readings for p in reading.told for literal in _literals(p))
    if slight is not None and all(literal.atom.kind in ("has", "does") for literal in told):
        what = f"`{slight.text}` is read only of what rises or falls"
        raise Unreadable("strength-inside", what, slight.span)


def _literals(proposition: Proposition) -> Iterable[Lit]:
    return (*literals(proposition.restrictor), *literals(proposition.scope))


def check_alone(segments: Sequence[Segment], readings: Iterable[Reading]) -> None:
    """Raises Unreadable for "scale *alone* does not make X": it may be so all the same."""
    alone = [segment for segment in segments if segment.words in _ALONE]
    if not alone or not any(_denies(segment) for segment in segments):
        return
    general = (p for reading in readings for p in reading.propositions if p.strength in GENERAL)
    if any(not literal.positive for p in general for literal in literals(p.scope)):
        raise Unreadable(
            "strength-inside",
            f"`{alone[0].text}` is not read together with a negation",
            alone[0].span,
            "say that it is not sufficient for it",
        )


_ALONE = frozenset(
    (("alone",), ("by", "itself"), ("by", "themselves"), ("on", "its", "own"), ("on", "their", "own"))
)


_SLIGHT = frozenset(
    "slightly|only slightly|marginally|only marginally|somewhat|only somewhat|a bit|a little|weakly|mildly|"
    "moderately|modestly".split("|")
)
_MEASURING = frozenset(("degree", "v-change", "v-compare"))  # of what is strong some are


def _is_strong(segment: Segment) -> bool:
    """Whether it tells how much: "significantly", "has a *large* effect on"."""
    if segment.word("degree") == "strong":
        return True
    if len(segment.words) < 3 or _SIZES.isdisjoint(segment.words):
        return False
    return segment.word("v-change") == "affect" or segment.word("v-compare") == "up"


_SIZES = frozenset(
    "large clear big great considerable significant substantial slight small major strong profound dramatic "
    "noticeable measurable minor".split()
)


def _denies(segment: Segment) -> bool:
    value = segment.word("neg", "modal", "quant", "freq", "semi", "v-semi")
    return value is not None and "N" in value.split()


def _contradicts(formula: Formula, senses: Senses) -> bool:
    """Whether it is false, says that a quantity rises and falls, or says a property and its opposite.

    "Weak models supervise strong ones" is of two models, which are not told apart here.
    """
    if not isinstance(formula, All):
        return formula == FALSE
    said = [part for part in formula.parts if isinstance(part, Lit)]
    return any(_opposed(one, other, senses) for one, other in combinations(said, 2))


def _changes(before: Sequence[Lit], after: Sequence[Lit], tokens: Sequence[Token], senses: Senses) -> bool:
    """Whether a property is lost or gained where something else is so: "finetuning robust models makes …".

    All is said of one case here, which cannot have it and not have it. Nor can a model be small and large:
    who names both speaks of two. And who is deceptive may well be honest at times, or during training.
    """
    opposed = [(one, other) for one in before for other in after if _opposed(one, other, senses)]
    if not opposed:
        return False
    if any(one.atom.kind in ("rises", "falls") and one.atom != other.atom for one, other in opposed):
        return True  # "training makes *small models larger*"
    several = len(before) > 1 or len(after) > 1 or any(_tells_when(token) for token in tokens)
    now_and_then = any(token.segment.word("freq") in ("S", "U") for token in tokens)
    return several or any(
        (now_and_then and one.atom != other.atom)
        or senses.is_setup(one.atom.name)
        or senses.is_setup(other.atom.name)
        for one, other in opposed
    )


def _stays(before: Sequence[Lit], after: Sequence[Lit], tokens: Sequence[Token]) -> bool:
    """Whether what is so at one time is said to be so at another: "in training" and "in deployment"."""
    same = before and after and set(after) <= set(before)
    return bool(same) and any(map(_tells_of_time, tokens))


def _tells_of_time(token: Token) -> bool:
    return token.segment.words[0] in _TIMES - {"in"} or token.segment.words[-1] in _PHASES


_PHASES = frozenset("early late later earlier first still again training deployment pretraining".split())


def _tells_when(token: Token) -> bool:
    return token.terminal.startswith(("IF", "MOD", "PREP")) and token.segment.words[0] in _TIMES


_TIMES = frozenset("before after during throughout while when in".split())


def _opposed(one: Lit, other: Lit, senses: Senses) -> bool:
    """Whether one says a property, or a change, and the other denies it or says its opposite."""
    if one.atom.kind == other.atom.kind == "has" and one.positive and other.positive:
        names = one.atom.name, other.atom.name
        return names[0] != names[1] and (senses.are_akin(*names) or senses.are_exclusive(*names))
    if one.atom == other.atom:
        return one.positive != other.positive
    change = one.atom.kind in ("rises", "falls") and one.positive and other.positive
    return change and one.atom == other.atom.mirrored()


def _has_content(token: Token, senses: Senses) -> bool:
    """Whether the token cannot be read without naming a concept or quantity."""
    return all(entry.kind != "word" and not senses.is_trivial(entry) for entry in token.segment.entries)


def _lost(token: Token) -> Unreadable:
    return Unreadable(
        "word-left-over",
        f"no place in the meaning was found for `{token.segment.text}`",
        token.segment.span,
        "say it in a sentence of its own, or put it beside what it belongs to",
    )
