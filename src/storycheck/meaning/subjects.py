"""The subjects of clauses: pronouns, denials, and relative clauses that are taken out of them."""

from collections.abc import Sequence

from storycheck.meaning.inflect import is_plural
from storycheck.meaning.noun import Noun, Nouns
from storycheck.meaning.strength import Operator, has_negation
from storycheck.meaning.trouble import Unreadable, no_antecedent
from storycheck.syntax.tree import Node, Token


def check_alike(node: Node) -> None:
    """ "A and B perform equally well" compares them with each other, which is not read."""
    tokens = node.tokens()
    same = [
        token for token in tokens if token.segment.word("more", "comp") in ("same", "as", "as up", "as down")
    ]
    if same and not any(token.terminal.startswith("THAN") for token in tokens):
        raise Unreadable(
            "unclear-comparison",
            f"it is not said what is `{same[0].segment.text}` as what",
            same[0].segment.span,
            "compare them by name, as in `A performs as well as B`",
        )


def check_until(clause: Node) -> None:
    """ "Training goes on until the error is zero" tells where it ends up, "until" else where it is so."""
    if clause.node("conds", "lead", "between") is None:
        return
    tokens = clause.tokens()
    until = next((token for token in tokens if token.segment.words == ("until",)), None)
    if until is not None and any(token.segment.words[0].startswith(_GOING_ON) for token in tokens):
        raise Unreadable("unread-phrase", "where something ends up is not read", until.segment.span)


_GOING_ON = tuple(
    "train retrain pretrain finetun fine optimi prun distill continu repeat iterat run updat grow scal add "
    "search go improv ris fall increas decreas".split()
)


def leading_it(clause: Node) -> Token | None:
    """The pronoun that the subject of a clause starts with, if it does."""
    subjects = clause.node("subjects")
    first = subjects.first() if subjects else None
    return first if first is not None and first.terminal == "PRON" and first.value == "it" else None


def check_number(clause: Node) -> None:
    """ "*Agents* resist correction if *it* conflicts with their goals": of what is said is not clear."""
    subjects, around = clause.node("subjects"), clause.node("conds")
    said = around.tokens() if around else ()
    it = next((token for token in said if token.terminal == "PRON" and token.segment.words == ("it",)), None)
    if it is None or subjects is None:
        return
    core = subjects.nodes("noun_phrase")[0].nodes("cores")[0].nodes("core")[0]
    words = core.node("words")
    nouns = [token for token in words.tokens() if token.terminal == "NOUN"] if words else []
    by_one = any(token.segment.words == ("by",) for token in clause.tokens())  # "reached by SGD when it …"
    if nouns and is_plural(nouns[-1].segment.words[-1]) and not by_one:
        raise no_antecedent(it.segment.span)


def check_open(adjective: Token, operators: Sequence[Operator]) -> None:
    """ "It is not clear that A" does not deny A, as "it is not true that A" does. Raises Unreadable."""
    if adjective.value == "skip" and has_negation(operators) and adjective.segment.words not in _TRUE:
        what = "what is not known or not clear may be so, or not"
        raise Unreadable("unread-phrase", what, adjective.segment.span, "say `it is not true that …`")


_TRUE = (("true",), ("the", "case"), ("a", "fact"))


def denied(subject: Noun) -> Noun:
    """ "… but not weight decay improves it": the claim is denied of this subject."""
    if not subject.negated:
        return subject
    return subject._replace(negated=False, operators=(*subject.operators, Operator(("N",), "negation")))


def without_relative(phrase: Node) -> tuple[Node, Node | None]:
    """A noun phrase without its relative clause, and that clause, if the phrase is its subject."""
    relative = phrase.node("relative")
    clauses = relative.nodes() if relative else []
    if len(clauses) != 1 or clauses[0].node("plain_phrase"):
        return phrase, None
    rest = tuple(child for child in phrase.children if child is not relative)
    return Node.of(phrase.name, rest), clauses[0]


def without_stage(clause: Node) -> tuple[Node, Node | None]:
    """The clause without the "during pretraining" of its subject, and that phrase if there is one.

    What something is done in is so on both sides: "destroying word order *during pretraining* helps".
    """
    subjects = clause.node("subjects")
    phrase = subjects.children[0] if subjects is not None and len(subjects.children) == 1 else None
    if subjects is None or not isinstance(phrase, Node) or phrase.name != "noun_phrase":
        return clause, None
    stage = phrase.children[-1]
    if not isinstance(stage, Node) or stage.name != "post":
        return clause, None
    token = stage.token("PREP_N", "MOD_N")
    if token is None or token.segment.words[0] not in _DURING:
        return clause, None
    rest = Node.of("subjects", (Node.of(phrase.name, phrase.children[:-1]),))
    return Node.of(clause.name, tuple(rest if each is subjects else each for each in clause.children)), stage


_DURING = frozenset(("during", "throughout"))


def unstressed(nouns: Nouns, operators: Sequence[Operator], node: Node) -> Nouns:
    """ "It is not X but Y that …" denies it of X, "it is not X that explains …" the explanation."""
    first, *others = nouns.members
    explains = any(token.segment.word("v-due") == "by" for token in node.tokens())
    contrasted = nouns.joined == "instead" or explains
    if any(operator.source != "negation" for operator in operators) or not contrasted:
        raise Unreadable("unread-phrase", "this way to stress a word is not read", node.span)
    rest = others if nouns.joined == "instead" else [one._replace(negated=True) for one in others]
    return Nouns((first._replace(negated=True), *rest))
