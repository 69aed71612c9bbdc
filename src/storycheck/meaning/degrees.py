"""Concepts that come in degrees: "relies on shortcuts more", "is likelier to seek power", "drops to zero"."""

from typing import TYPE_CHECKING

from storycheck.meaning.agents import check_own
from storycheck.meaning.formula import TRUE, Formula, Lit, atoms, conj, conjuncts, named, often
from storycheck.meaning.inflect import forms_of
from storycheck.meaning.measures import comparison, gradable
from storycheck.meaning.noun import Noun, Nouns
from storycheck.meaning.said import Conditions, Said
from storycheck.meaning.senses import Senses
from storycheck.meaning.sizes import SIZE
from storycheck.meaning.trouble import Unreadable
from storycheck.source import Span
from storycheck.syntax.tree import Token

if TYPE_CHECKING:
    from storycheck.meaning.verb import Verb

_OF_SIZE = frozenset(("network", "classifier", "architecture", "run"))


def graded(state: Formula, way: str, senses: Senses, token: Token) -> Formula:
    """More or less of what one concept says, where that is much of a quantity; "more often" of any."""
    single = isinstance(state, Lit) and state.positive
    if isinstance(state, Lit) and single and state.atom.kind == "has":
        changed = senses.graded(state.atom.name, way)
        if changed is not None:
            return changed
    counts = token.segment.word("often") is not None and way in ("up", "down", "same", "as")
    if isinstance(state, Lit) and single and counts and state.atom.kind in ("has", "does"):
        return senses.change(often(state.atom), way)
    span = token.segment.span
    raise Unreadable(
        "unclear-comparison", "this has no degrees, so that more or less of it is not read", span
    )


def degree_of(token: Token, compared: Token, senses: Senses) -> Formula | None:
    """What a word says with how well or how much: "generalize better"; None if it has no degrees."""
    quantity, manner, way = gradable(token, senses), compared.segment.word("manner"), comparison(compared)
    if quantity and manner:
        return senses.pole(quantity, manner, compared.segment.span)
    return senses.change(quantity, way) if quantity and way else None


def change_in(compared: Token, senses: Senses) -> Formula | None:
    """What a word says that by itself is more or less of something: "larger"; None if it is no such word."""
    own = compared.segment.entry("quantity", "more", "less")
    return senses.change(own.ref, "up" if own.part == "more" else "down") if own else None


def more_of_it(verb: "Verb", state: Formula) -> Formula:
    """The object of a verb that says nothing by itself, where the verb has "more" or "less"."""
    token, verb.tails.compared = verb.tails.compared, None
    assert token is not None
    way = comparison(token)
    if way not in ("up", "down", "same", "as"):
        raise Unreadable("unclear-comparison", f"`{token.segment.text}` is not read here", token.segment.span)
    return graded(state, way, verb.senses, token)


def pole_of(noun: Noun) -> str:
    """Which end of a quantity a phrase like "zero" names; "" if it is another phrase."""
    if not noun.headless or len(noun.complement) != 1 or noun.complement[0].terminal != "POLE":
        return ""
    return noun.complement[0].value


def reached(verb: "Verb", subject: Noun, end: Nouns | None) -> Said | None:
    """ "The training error reaches zero", "drops to zero": that end of the quantity."""
    pole = pole_of(end.first) if end and len(end.members) == 1 else ""
    named = subject if subject.quantity else subject.as_quantity()
    if not pole or not named.bare:
        return None
    return Said(conj((named.head, named.rest)), verb.senses.pole(named.quantity, pole, verb.span))


def comparing(verb: "Verb") -> Said | None:
    """ "Finds solutions *that generalize better (than B)*": what is found or used is the case's own.

    What it merely contains, or has among others, is a part of it, which may be compared with the whole.
    """
    assert verb.obj is not None
    obj = verb.obj.first
    if not obj.comparing or len(verb.obj.members) > 1:
        return None
    parts = conjuncts(obj.rest)
    base = [part for part in parts if any(atom.of_base for atom in atoms(part))]
    own = verb.token.segment.words[0] in _OWN
    if not own or obj.head != TRUE or obj.operators or obj.only or obj.complement:
        return None
    verb.tails.conditions &= Conditions(base=conj(base))
    return Said(verb.topic(), conj(part for part in parts if part not in base))


_OWN = forms_of("find reach learn use yield produce converge discover rely select")


def resized(noun: Noun, way: str, senses: Senses, span: Span) -> Formula:
    """A network that is scaled up or down has more or fewer parameters; activations that are have not."""
    if SIZE not in senses.vocabulary.quantities:
        raise Unreadable("unread-phrase", "this is read only of a quantity", span)
    check_own(noun)
    if (noun.common and noun.common not in _OF_SIZE) or not _grows(noun, senses):
        raise Unreadable("unread-phrase", "this is read only of a model or a quantity", noun.span)
    beside = noun.stripped().state(senses) if not noun.trivial else TRUE
    return conj((senses.change(SIZE, way), beside))


def check_resized(noun: Noun, change: Formula, senses: Senses, span: Span) -> None:
    """Raises Unreadable for "the dataset is larger", "the update is small": no model is so for that."""
    known = senses.vocabulary.quantities.get(SIZE)
    sizes = (SIZE, known.low, known.high) if known else ()
    sized = isinstance(change, Lit) and change.atom.name in sizes
    if sized and (noun.also or (noun.common and noun.common not in _OF_SIZE) or not _grows(noun, senses)):
        help = "name what there is more of: `when there is more data`"
        raise Unreadable("two-readings", "is it the model that is so, or something else?", span, help)


def _grows(noun: Noun, senses: Senses) -> bool:
    """Whether to scale it is to scale the model: "transformers", "finetuning"; but not "oversight"."""
    concepts = (senses.vocabulary.concepts.get(named(part)) for part in conjuncts(noun.head))
    glosses = [concept.gloss for concept in concepts if concept is not None]
    trained = any("train" in gloss or "tuned" in gloss for gloss in glosses)
    return noun.head == TRUE or noun.actor == "model" or trained
