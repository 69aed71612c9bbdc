"""What follows a verb or leads a clause: prepositional phrases, modifiers, comparisons, adverbs."""

from collections.abc import Iterable

from storycheck.meaning.adjuncts import prepositional
from storycheck.meaning.agents import check_others, of_another
from storycheck.meaning.formula import TRUE, Formula, atoms, conj, mirrored, named
from storycheck.meaning.noun import Noun, Nouns
from storycheck.meaning.nouns import core_of, nouns_of, post_of
from storycheck.meaning.posts import check_tested
from storycheck.meaning.said import NO_CONDITIONS, Cause, Conditions
from storycheck.meaning.senses import Senses, adjective_state
from storycheck.meaning.strength import OBJECT, Operator
from storycheck.meaning.study import Study
from storycheck.meaning.trouble import Unreadable
from storycheck.syntax.tree import Node, Token

_PLACES = frozenset(("in", "for", "from", "by"))
_PHRASES = ("noun_phrase", "plain_phrase")


class Tails:
    """The phrases after a verb. The verb takes what belongs to it; the rest are conditions.

    ``prepositions``  each with its noun phrases;  ``modifiers`` what fixed phrases say of the case
    ``compared``      the comparative ("generalizes *better*");  ``infinitive`` "to …"
    """

    def __init__(self, study: Study) -> None:
        """No phrases yet."""
        self.study = study
        self.prepositions: list[tuple[Token, Nouns]] = []
        self.modifiers: list[Formula] = []
        self.compared: Token | None = None
        self.infinitive: Node | None = None
        self.adverbs: list[Token] = []
        self.conditions: Conditions = NO_CONDITIONS

    def take(self, *values: str) -> Nouns | None:
        """The noun phrases of the first preposition of these kinds, which then are the verb's."""
        for at, (token, nouns) in enumerate(self.prepositions):
            if token.value in values:
                del self.prepositions[at]
                return nouns
        return None

    def places(self) -> Formula:
        """What the plain phrases say ("with …", "without …", "at scale"), which then are the verb's."""
        said = list(self.modifiers)
        self.modifiers = []
        for token, nouns in list(self.prepositions):
            if token.value in (*_PLACES, "without") and not nouns.first.operators:
                if token.value == "by":
                    check_others(nouns, "", self.study.senses)
                said.append(prepositional(token.value, nouns, self.study.senses, token))
                self.prepositions.remove((token, nouns))
        return conj(said)

    def left(self, comparing: bool) -> Conditions:
        """The conditions that remain; where something changes, "with depth" is "with more depth"."""
        conditions = self.conditions
        if self.modifiers:
            conditions &= Conditions(background=conj(self.modifiers))
        for token, nouns in self.prepositions:
            conditions &= condition_of(token, nouns, self.study, comparing)
        return conditions


def tails_of(nodes: Iterable[Node], study: Study) -> Tails:
    """The tails among the children of a verb phrase."""
    tails = Tails(study)
    adjuncts: list[Node | Token] = []
    for node in nodes:
        if node.name in ("tail", "rtail"):
            adjuncts += node.children
        elif node.name in ("adjunct", "radjunct"):
            adjuncts.append(node)
        elif node.name in ("infinitive", "rinfinitive"):
            tails.infinitive = node
    for end in adjuncts[:1] + adjuncts[-1:]:
        if isinstance(end, Token) and end.terminal in ("CONJ_T", "CONJ_S"):
            raise Unreadable("unread-phrase", "the conjunction joins nothing", end.segment.span)
    while adjuncts:
        first = adjuncts.pop(0)
        if adjuncts and isinstance(first, Node) and _names_no_base(first, adjuncts[0], study):
            tails.conditions &= _with_base(adjuncts.pop(0), study)
        else:
            _add(first, tails)
    return tails


def _names_no_base(node: Node, following: Node | Token, study: Study) -> bool:
    """Whether "than networks" waits for the phrase after it to tell which networks."""
    phrase, token = node.node(*_PHRASES), node.children[0]
    if not isinstance(token, Token) or not token.terminal.startswith("THAN") or phrase is None:
        return False
    if isinstance(following, Token) or node.token("PREP_T"):
        return False
    noun = nouns_of(phrase, study).first
    return noun.trivial and not (noun.baseline or noun.ordinary or noun.pronoun)


def _with_base(node: Node | Token, study: Study) -> Conditions:
    """The phrase that tells what "than networks …" compares with."""
    assert isinstance(node, Node)
    here = Tails(study)
    _add(node, here)
    return _compared_with(here.places(), node)


def _add(child: Node | Token, tails: Tails) -> None:
    if isinstance(child, Token):
        tails.study.use(child)
        if child.value in ("or", "nor"):
            raise Unreadable("unread-phrase", "`or` between these phrases is not read", child.segment.span)
        if child.terminal.startswith("FREQ"):
            source = "adverb" if child.segment.word("of-every") is None else OBJECT
            adverb = Operator(tuple(child.value.split()), source)
            tails.conditions &= Conditions(operators=(adverb,))
        elif child.terminal.startswith("ADVERB"):
            tails.adverbs.append(child)
        return
    token, phrase, part = child.children[0], child.node(*_PHRASES), child.node("core")
    assert isinstance(token, Token)
    tails.study.use(token)
    if part is not None and not core_of(part, tails.study).trivial:
        raise Unreadable("unclear-comparison", f"`{token.segment.text} of` is not read here", child.span)
    if token.terminal.startswith("THAN"):
        tails.conditions &= than(child, tails.study)
    elif token.terminal.startswith("COMP"):
        if tails.compared is not None:
            raise Unreadable("unclear-comparison", "two comparisons at once are not read", token.segment.span)
        tails.compared = token
    elif token.terminal == "NEG_V":
        tails.conditions &= _not_because(child, tails.study)
    elif phrase is not None:
        tails.prepositions.append((token, nouns_of(phrase, tails.study).needing_heads()))
    else:
        check_tested(token, tails.study)
        tails.modifiers.append(adjective_state(token, tails.study.senses))


def _not_because(node: Node, study: Study) -> Conditions:
    """ "…, not because of B": a cause denied."""
    preposition, phrase = node.token("PREP_V"), node.node(*_PHRASES)
    assert preposition is not None and phrase is not None
    study.use(preposition)
    if preposition.value != "due":
        raise Unreadable("unread-phrase", "`not` before this phrase is not read", node.span)
    return Conditions(
        causes=tuple(Cause(noun.state(study.senses), "not") for noun in nouns_of(phrase, study).members)
    )


def condition_of(token: Token, nouns: Nouns, study: Study, comparing: bool = False) -> Conditions:
    """What a prepositional phrase contributes around a claim."""
    senses = study.senses
    if token.value == "unlike":
        help_ = "put it first, as in `unlike SGD, Adam …`"
        raise Unreadable("unread-phrase", f"`{token.segment.text}` is read only in front", nouns.span, help_)
    if any(noun.pointing for noun in nouns.members):
        study.here = nouns.span
    if token.value == "by":
        check_others(nouns, "", senses)
    if token.segment.words == ("beyond",) and any(noun.actor for noun in nouns.members):
        raise of_another(nouns.span)  # "beyond its supervisor" is better than that
    if token.value == "regardless":
        return Conditions(either=nouns.state(senses))
    if token.value == "only":
        return Conditions(only=nouns.state(senses))
    if token.value in ("due", "not due", "but due"):
        return Conditions(causes=_causes(nouns, token.value.removesuffix("due").strip(), study))
    quantified = nouns.first.operators
    if quantified and token.value in _PLACES and quantified[0].codes != ("N", "S"):
        return Conditions(background=nouns.stripped().state(senses), operators=quantified)
    if comparing and token.value in ("in", "from") and nouns.first.bare:
        return Conditions(background=conj((nouns.first.rest, nouns.first.changing(senses, "up"))))
    said = prepositional("without" if token.value == "instead" else token.value, nouns, senses, token)
    return Conditions(besides=said) if _is_besides(token, nouns) else Conditions(background=said)


def _is_besides(token: Token, nouns: Nouns) -> bool:
    """ "Without lowering accuracy", "instead of generalizing": not when something is said, but said too."""
    leads = token.terminal == "PREP_L"  # "without overfitting, networks …" is a condition
    events = all(noun.event and not (leads and noun.change is None) for noun in nouns.members)
    return token.value == "instead" or (token.value == "without" and events)


def _causes(nouns: Nouns, sign: str, study: Study) -> tuple[Cause, ...]:
    """ "because of X and not Y", "(not) because of X but because of Y"."""
    found: list[Cause] = []
    for noun in nouns.members:
        said = noun._replace(negated=False).state(study.senses)
        opposed = found and nouns.joined == "instead"
        found.append(Cause(said, "not" if noun.negated else "but" if opposed else sign))
    return tuple(found)


def than(node: Node, study: Study) -> Conditions:
    """What "than …" or "as …" says of what the case is compared with."""
    phrase, preposition = node.node(*_PHRASES), node.token("PREP_T")
    study.use(*(child for child in node.children if isinstance(child, Token)))
    if phrase is None:
        said = [post_of(post, node.tokens(), study) for post in node.nodes("post")]
        modifier = node.token("MOD_T")
        if modifier is not None:
            said.append(adjective_state(modifier, study.senses))
        return _compared_with(conj(said), node)
    nouns = nouns_of(phrase, study)
    if preposition is not None:
        if nouns.first.pronoun:
            return Conditions(baseline=True)
        return _compared_with(prepositional(preposition.value, nouns, study.senses, preposition), node)
    first = nouns.first
    if first.baseline or first.pronoun or (first.ordinary and first.trivial):
        return Conditions(baseline=True)
    check_single(nouns.needing_heads())
    if any(_is_beside(noun, study.senses) for noun in nouns.members):
        raise of_another(nouns.span)
    if any(operator.codes == ("S",) for noun in nouns.members for operator in noun.operators):
        raise Unreadable("strength-inside", "of how many this is said is not read here", nouns.span)
    return _compared_with(nouns.state(study.senses), node)


def _is_beside(noun: Noun, senses: Senses) -> bool:
    """ "Than its overseers" is not than a model that is overseen; "than its teacher", which is one, is."""
    name = named(noun.head)
    return noun.actor == "person" and bool(name) and "is" not in senses.gloss(name)[:1]


def check_single(base: Nouns) -> None:
    """ "Better than A and B" is than A, and than B: what is compared with is no case of both."""
    if len(base.members) > 1 and base.joined == "and" and not any(noun.negated for noun in base.members):
        what = "a comparison with each of several is not read"
        raise Unreadable("unclear-comparison", what, base.span, "compare with one at a time")


def _compared_with(said: Formula, node: Node) -> Conditions:
    if said == TRUE:
        raise Unreadable("unclear-comparison", "it is not said how these differ", node.span)
    if any(atom.of_base or atom.kind == "due" for atom in atoms(said)):
        raise Unreadable("unclear-comparison", "a comparison inside a comparison is not read", node.span)
    return Conditions(base=mirrored(said))
