"""What a predicate leaves open, or says in more than one way: refused."""

from collections.abc import Sequence

from storycheck.meaning.formula import TRUE, Formula, conjuncts, literals, named
from storycheck.meaning.inflect import forms_of, is_participle, is_plural
from storycheck.meaning.noun import Noun, Nouns
from storycheck.meaning.rises import changes
from storycheck.meaning.said import Conditions, Said
from storycheck.meaning.senses import Senses
from storycheck.meaning.strength import OBJECT, Operator, has_negation
from storycheck.meaning.study import Study
from storycheck.meaning.trouble import Unreadable
from storycheck.source import Span
from storycheck.syntax.amounts import part_ends
from storycheck.syntax.tree import Node, Token


def check_objects(operators: Sequence[Operator], phrase: Node) -> None:
    """ "Detects every backdoor" is read with no weaker word of strength; denied, only of "every"."""
    counted = [operator for operator in operators if operator.source == OBJECT]
    if not counted:
        return
    others = [operator for operator in operators if operator.source != OBJECT]
    denied = any(operator.codes == ("N",) for operator in others)
    allowed = (("N",),) if denied else _NO_WEAKER
    if any(op.codes not in allowed for op in others) or (denied and counted[0].codes == ("U",)):
        raise Unreadable("strength-inside", "of how many this is said is not read here", phrase.span)


_NO_WEAKER = (("A",), ("all",), ("U",))


def check_part(phrase: Node) -> None:
    """ "Forgets *part of* its knowledge" tells how far it forgets, and in no case of what kind.

    "Detects *most of* the backdoors" does tell in which cases. Raises Unreadable.
    """
    segments = [token.segment for token in phrase.tokens()]
    if not part_ends(segments, 0):
        return
    nouns = [token.segment for token in phrase.tokens() if token.terminal == "NOUN"]
    counted = segments[0].word("quant") is not None and bool(nouns) and nouns[-1].has_form("pl")
    if not counted:
        raise Unreadable("unread-phrase", "how much of this is not read", phrase.span)


def check_kept(verb: Token, phrase: Node) -> None:
    """ "Keeps *some of* its knowledge" does not say that it keeps its knowledge. Raises Unreadable."""
    segment = phrase.tokens()[0].segment
    if verb.segment.words[0] in _KEEPING and segment.word("quant") == "S":
        raise Unreadable("unread-phrase", "how much of this is not read", phrase.span)


_KEEPING = forms_of("keep retain preserve maintain conserve remember")


def check_named(phrase: Node, study: Study) -> None:
    """ "Forgets *what it has memorized*": what is forgotten is that, and not whatever the verb is said of.

    What a model has learned is all that it has, and may be meant. Raises Unreadable.
    """
    tokens = phrase.tokens()
    if study.denied and tokens[0].segment.words == ("everything",):
        raise Unreadable("strength-inside", "not everything may still be something", phrase.span)
    told = phrase.node("relative") is not None and tokens[0].segment.words[0] in _ALL_THAT
    free = told or tokens[0].terminal == "WHAT"
    if free and not any(_LEARNED & set(token.segment.words) for token in tokens):
        what = "what is told by another verb is not read here"
        raise Unreadable("unread-phrase", what, phrase.span, "name it: `the training data`, `backdoors`")


def check_used(verb: Token, phrase: Node) -> None:
    """ "Uses *the properties that it encodes*" does not say that it encodes them. Raises Unreadable."""
    relative = phrase.node("relative")
    named = [clause.node("plain_phrase") for clause in relative.nodes()] if relative else []
    if verb.segment.words[0] in _USING and any(named):
        raise Unreadable("unread-phrase", "what is told by another verb is not read here", phrase.span)


_USING = forms_of("use employ utilize utilise rely exploit leverage harness")
_ALL_THAT = frozenset("everything anything whatever something all".split())
_LEARNED = forms_of("learn know see")


def check_likelier(phrase: Node, conditions: Conditions, larger: bool) -> None:
    """ "Good minima are likelier to be found by SGD than bad ones": the bad ones are found less often."""
    passive = phrase.tokens()[0].segment.has_form("participle")
    agents = [token for token in phrase.tokens() if token.segment.words == ("by",)]
    if passive and conditions.base != TRUE and len(agents) == 1:
        what = "how often one thing is so is not compared with another"
        raise Unreadable("unclear-comparison", what, phrase.span)
    one = next((token for token in phrase.tokens() if token.segment.words[-1] in _ONE), None)
    if one is not None and not larger and conditions.base != TRUE and _alike(one, phrase):
        what = f"`{one.segment.text}` may stand for what does it or for what is done"
        raise Unreadable("two-readings", what, one.segment.span)


_ONE = ("one", "ones")


def _alike(one: Token, phrase: Node) -> bool:
    """Whether "one" may stand for this phrase too: "a simple function (than a complicated *one*)"."""
    made = [token for token in phrase.tokens() if token.segment.end < one.segment.start]
    nouns = [token for token in made if token.terminal in ("NOUN", "VI") and len(token.segment.words) > 1]
    return any(is_plural(token.segment.words[-1]) == (one.segment.words[-1] == "ones") for token in nouns)


def check_instead(phrase: Node, study: Study) -> None:
    """ "Is not robust *but* brittle" denies the one and says the other. Raises Unreadable."""
    for token in phrase.tokens():
        if study.denied and token.terminal == "CONJ_A" and token.segment.words[0] == "but":
            help = "say it the other way round: `is brittle rather than robust`"
            raise Unreadable("strength-inside", "this contrast is not read", token.segment.span, help)


def check_contents(verb: Token, subject: Noun, said: Formula, senses: Senses) -> None:
    """ "The data *contains backdoors*" does not say that the network has one. Raises Unreadable."""
    if verb.segment.words[0] not in _CONTAINING or not subject.also or subject.actor:
        return
    known = [senses.vocabulary.concepts.get(named(part)) for part in conjuncts(said)]
    if any(concept is not None and _OF_DATA.isdisjoint(concept.gloss.split()) for concept in known):
        what = "is it the data or the network that this is said of?"
        raise Unreadable("two-readings", what, verb.segment.span)


def check_undone(word: str, said: Formula, senses: Senses, span: Span) -> None:
    """ "Destroys *pretrained* features" does not undo the pretraining. Raises Unreadable."""
    known = [senses.vocabulary.concepts.get(named(part)) for part in conjuncts(said)]
    if word in _DESTROYING and any(each and is_participle(each.gloss.partition(" ")[0]) for each in known):
        raise Unreadable("before-and-after", "what was done before is not undone by this", span)


_DESTROYING = forms_of("destroy lose erase overwrite wipe obliterate")
_CONTAINING = forms_of("contain include")
_OF_DATA = frozenset(
    "data dataset label labels example examples input inputs noise image images text".split()
)


def check_preferred(verb: Token, tails: Sequence[tuple[Token, Nouns]]) -> None:
    """ "Prefers flat minima *to* sharp ones" does not deny that it finds those too. Raises Unreadable."""
    preferring = verb.segment.words[0].startswith(("prefer", "favor", "favour"))
    if preferring and any(token.value == "instead" for token, _ in tails):
        what = "what is preferred may be so more often, or alone"
        help = "say which: `reaches … more often than …`, or `reaches …, and not …`"
        raise Unreadable("two-readings", what, verb.segment.span, help)


def check_also(said: Said, tokens: Sequence[Token]) -> None:
    """ "Generalizes as well" may compare, or mean "also", unless something is compared or denied."""
    also = next((token for token in tokens if token.segment.words == ("as", "well")), None)
    if also is None or has_negation(said.operators):
        return
    conditions = said.conditions
    alone = conditions.base == TRUE and not conditions.baseline and not changes(said.topic)
    if alone and changes(said.scope):
        raise Unreadable(
            "two-readings",
            "`as well` may compare, or mean `also`",
            also.segment.span,
            "say `just as well`, or `also`",
        )


def check_equally(tokens: Sequence[Token]) -> None:
    """ "Works *equally* well on *all* models": on each as on the others, and not as without it."""
    if not any(token.terminal == "QUANT" and token.value in ("A", "all") for token in tokens):
        return
    same = next((token for token in tokens if token.segment.word("more", "comp") == "same"), None)
    if same is not None and not any(token.terminal.startswith("THAN") for token in tokens):
        what = f"it is not said what is `{same.segment.text}` as what"
        raise Unreadable("unclear-comparison", what, same.segment.span, "say than or as what")


def check_stays(said: Said, group: Sequence[Token]) -> None:
    """ "An aligned model stays aligned": what was before and what is now are one case here."""
    stays = [token for token in group if token.terminal == "BE" and token.segment.words[0] in _STAYING]
    if stays and said.scope != TRUE and set(literals(said.scope)) <= set(literals(said.topic)):
        raise Unreadable(
            "says-nothing",
            f"`{stays[0].segment.text}` is said of what the subject is already",
            stays[0].segment.span,
            "leave it out of the subject: `models stay …`",
        )


def check_counted(phrase: Node, said: Said) -> None:
    """ "Overfitting is rarer than forgetting": how often there is one is not compared with the other."""
    if said.conditions.base == TRUE:
        return
    tokens = phrase.tokens()
    often = any(token.segment.word("often") is not None for token in tokens)
    counts = phrase.name in ("be_phrase", "rbe_phrase") or tokens[0].segment.word("v-exist") is not None
    if not (often and counts):
        return
    for than in _than(phrase):
        if than.token("PREP_T", "MOD_T", "IF_T") is None:
            what = "how often one thing is so is not compared with another"
            raise Unreadable("unclear-comparison", what, than.span, "say in which cases it is so more often")


def _than(node: Node) -> list[Node]:
    """The phrases that tell what something is compared with."""
    first = node.children[0]
    if isinstance(first, Token) and first.terminal.startswith("THAN"):
        return [node]
    return [found for child in node.nodes() for found in _than(child)]


_STAYING = frozenset("stay stays stayed staying remain remains remained remaining keep keeps kept".split())
