"""Reading back: a proposition in canonical words, and canonical words as the proposition."""

from collections.abc import Iterable

from storycheck.meaning.formula import (
    FALSE,
    TRUE,
    All,
    Atom,
    Formula,
    Lit,
    conj,
    counted,
    disj,
    done_to,
    literals,
    mirrored,
    neg,
    object_of,
    often,
)
from storycheck.meaning.inflect import is_plural, verb_forms
from storycheck.meaning.proposition import Proposition, Strength
from storycheck.meaning.vocabulary import Vocabulary
from storycheck.syntax.canonical import CAN, HEADS, adverb_and_verb
from storycheck.syntax.lexicon import words_of
from storycheck.syntax.tree import Node, Token

_HEAD_OF = {strength: head for head, strength in HEADS.items()}
_ORDER = ("has", "does", "rises", "falls", "stays", "due", "base", "did")
_SAID = {"rises": ("rises", "rise"), "falls": ("falls", "fall"), "stays": ("stays the same", "stay the same")}


def read_back(proposition: Proposition, vocabulary: Vocabulary) -> str:
    """The proposition in plain words; reading them gives it again.

    >>> from storycheck.meaning.formula import has
    >>> from storycheck.meaning.vocabulary import Concept
    >>> known = Vocabulary({"sgd": Concept("sgd", "trained with SGD"), "good": Concept("good", "does well")})
    >>> read_back(Proposition(Strength.USUALLY, has("sgd"), has("good")), known)
    'in the most normal cases where trained with SGD: does well'
    """
    head, scope = _HEAD_OF[proposition.strength], _words(proposition.scope, vocabulary)
    if proposition.restrictor == TRUE:
        return f"{head}: {scope}"
    return f"{head} where {_words(proposition.restrictor, vocabulary)}: {scope}"


def plainest(proposition: Proposition, told: Iterable[Proposition] = ()) -> Proposition:
    """The same comparison told from the side that is easier to follow; for what no author has told.

    If it goes with something that an author ``told``, from the side that this is told from.
    """
    if not any(atom.one_sided for atom in proposition.atoms):
        return proposition
    other = Proposition(proposition.strength, mirrored(proposition.restrictor), mirrored(proposition.scope))
    same = other.canonical() == proposition.canonical()
    author = frozenset[Atom]().union(*(each.atoms for each in told))
    return min(proposition, other, key=lambda each: _awkwardness(each, author)) if same else proposition


def _awkwardness(proposition: Proposition, author: frozenset[Atom]) -> tuple[int, int, int, int]:
    """How hard a side of a comparison is to follow: what is told of the other case, then what falls."""
    inside, said = list(literals(proposition.restrictor)), list(literals(proposition.scope))
    told = sum(lit.atom.of_base and lit.positive for lit in inside)
    lacking = sum(lit.atom.kind in ("has", "does") and not lit.positive for lit in inside)
    return (
        sum(lit.atom.of_base for lit in said) + (told and lacking),
        -len(proposition.atoms & author),
        sum(lit.atom.kind == "falls" for lit in inside),
        sum(lit.atom.kind == "falls" for lit in said),
    )


def _words(formula: Formula, vocabulary: Vocabulary) -> str:
    if isinstance(formula, Lit):
        return _literal(formula, vocabulary)
    if formula == TRUE:
        return "anything holds"
    if formula == FALSE:
        return "nothing holds"
    parts = [
        words if isinstance(part, Lit) else f"({words})"
        for part in sorted(formula.parts, key=_rank)
        for words in (_words(part, vocabulary),)
    ]
    return (" and " if isinstance(formula, All) else " or ").join(parts)


def _rank(part: Formula) -> int:
    """Plain properties first, then changes, then what is compared with."""
    return _ORDER.index(part.atom.kind) if isinstance(part, Lit) else len(_ORDER)


def _literal(literal: Lit, vocabulary: Vocabulary) -> str:
    atom, positive = literal
    if atom.kind in _SAID:
        return _change(atom, positive, vocabulary)
    acted = atom.kind in ("does", "did")
    gloss = act_words(atom, vocabulary) if acted else vocabulary.concepts[atom.name].gloss
    if atom.kind == "due":
        joint = "because of" if positive else "not because of"
        return f"{gloss} {joint} {vocabulary.concepts[atom.cause].gloss}"
    said = gloss if positive else f"not {gloss}"
    return f"compared with {said}" if atom.of_base else said


def act_words(atom: Atom, vocabulary: Vocabulary) -> str:
    """What is done, and to what: "detects (a backdoor)"."""
    adverb, act = adverb_and_verb(atom.name)
    verb, _, rest = act.partition(" ")
    inflected = verb if adverb == CAN or not verb else verb_forms(verb).s[0]
    concepts, quantity = object_of(atom)
    glosses = [vocabulary.concepts[name].gloss for name in concepts]
    glosses += [vocabulary.quantities[quantity].gloss] if quantity else []
    return f"{' '.join(filter(None, (adverb, inflected, rest)))} ({' and '.join(glosses) or 'the model'})"


def quantity_words(name: str, vocabulary: Vocabulary) -> str:
    """What a quantity is called: its gloss, or "how often (overfits)"."""
    said = counted(name)
    return f"how often ({_literal(Lit(said), vocabulary)})" if said else vocabulary.quantities[name].gloss


def _change(atom: Atom, positive: bool, vocabulary: Vocabulary) -> str:
    gloss = quantity_words(atom.name, vocabulary)
    singular, plural = _SAID[atom.kind]
    many = counted(atom.name) is None and is_plural(_head_of(gloss))
    if positive:
        return f"{gloss} {plural if many else singular}"
    return f"{gloss} {'do' if many else 'does'} not {plural}"


def _head_of(gloss: str) -> str:
    """The word that agrees with the verb: "number" in "number of parameters"."""
    words = words_of(gloss)
    of = next((at for at, word in enumerate(words) if at and word in ("of", "to", "in", "on")), len(words))
    return words[of - 1]


def proposition_of(reading: Node) -> Proposition:
    """The proposition of a canonical reading's tree."""
    head = reading.token("R_HEAD")
    assert head is not None
    formulas = [_formula(child) for child in reading.nodes()]
    restrictor = formulas[0] if len(formulas) == 2 else TRUE
    return Proposition(Strength(head.value), restrictor, formulas[-1])


def _formula(node: Node) -> Formula:
    match node.name:
        case "rall" | "rany":
            parts = [_formula(child) for child in node.nodes()]
            return conj(parts) if node.name == "rall" else disj(parts)
        case "rtrue":
            return TRUE
        case "rfalse":
            return FALSE
        case "rhas" | "rbase" | "rchange" | "roften" | "rdue" | "rdoes" | "rdid":
            return _literal_of(node)
        case _:
            return _formula(node.nodes()[0])


def _literal_of(node: Node) -> Formula:
    if node.name in ("rdoes", "rdid"):
        return _act_of(node)
    change = node.token("R_CHANGE")
    if node.name == "roften" and change is not None:
        (said,) = literals(_literal_of(Node.of("rdoes" if node.token("R_ACT") else "rhas", node.children)))
        return _change_of(change, often(said.atom))
    glosses = [child for child in node.children if isinstance(child, Token) and child.terminal == "GLOSS"]
    first = glosses[0].segment.entries[0].ref
    positive = node.token("R_NOT") is None
    if node.name == "rhas":
        return Lit(Atom("has", first), positive)
    if node.name == "rbase":
        return Lit(Atom("base", first), positive)
    if node.name == "rdue":
        joint = node.token("R_DUE")
        return Lit(Atom("due", first, glosses[1].segment.entries[0].ref), not (joint and joint.value))
    assert change is not None
    return _change_of(change, first)


def _change_of(change: Token, quantity: str) -> Lit:
    negated = change.value.startswith("not ")
    return Lit(_changed(change.value.removeprefix("not "), quantity), not negated)


def _act_of(node: Node) -> Formula:
    verb, inner = node.token("R_ACT"), node.node("robject")
    assert verb is not None and inner is not None
    entries = [token.segment.entries[0] for token in inner.tokens() if token.terminal == "GLOSS"]
    quantity = next((entry.ref for entry in entries if entry.kind == "quantity"), "")
    said: Formula = done_to(verb.value, (entry.ref for entry in entries if not quantity), quantity)
    said = mirrored(said) if node.name == "rdid" else said
    return neg(said) if node.token("R_NOT") else said


def _changed(kind: str, quantity: str) -> Atom:
    if kind == "rises":
        return Atom("rises", quantity)
    return Atom("falls", quantity) if kind == "falls" else Atom("stays", quantity)
