"""The meaning of gerunds: "adding parameters", "using dropout", "training"."""

from collections.abc import Sequence

from storycheck.meaning.acts import acted, is_conduct, seeks
from storycheck.meaning.adjuncts import other_than, prepositional
from storycheck.meaning.checks import check_undone
from storycheck.meaning.degrees import resized
from storycheck.meaning.formula import TRUE, conj, conjuncts, named, neg
from storycheck.meaning.noun import Noun, Nouns
from storycheck.meaning.phrases import noun_of
from storycheck.meaning.senses import Senses, adjective_state
from storycheck.meaning.study import Study
from storycheck.meaning.things import check_object
from storycheck.meaning.trouble import Unreadable
from storycheck.syntax.tree import Node, Token

_PUTS = {"add": "up", "remove": "down"}
_GERUND_ADDS = frozenset(
    ("v-light light", "v-change add", "v-process process", "v-cause cause", "v-exist occur")
)
_SOME = ([("any",)], [("S",)])
_GERUND_REMOVES = frozenset(("v-light lack", "v-change remove", "v-prevent prevent"))


def gerund_of(gerund: Token, inner: Noun | None, study: Study) -> Noun:
    """ "adding parameters", "using dropout", "training", "memorizing the data"."""
    segment, senses = gerund.segment, study.senses
    span = segment.span.union(inner.span) if inner else segment.span
    if inner is not None:
        check_object(gerund, Nouns((inner,)), senses)
    if gerund.terminal in ("GER", "GERC"):
        said = adjective_state(gerund, senses)
        if inner is not None and not inner.trivial:
            if inner.quantity or inner.complement:
                raise _cannot_take(gerund, inner)
            _check_used(gerund, inner, senses)
            about = prepositional("in", Nouns((inner,)), senses)
            said = conj((said, other_than(said, about, senses)))
        return Noun(span, head=said, event=senses.concept(segment, "verb") in senses.poles)
    way = segment.word("v-size")
    if way is not None and inner is None:
        return Noun(span, rest=resized(Noun(span), way, senses, span))
    if way is not None and inner is not None and not (inner.quantity or inner.also or inner.operators):
        return Noun(span, rest=resized(inner, way, senses, span))
    if inner is None or (inner.trivial and not inner.also):
        if segment.entry("word", "process") or any(e.ref == "v-process" for e in segment.entries):
            return Noun(span)
        raise _cannot_take(gerund, inner)
    if inner.bare and [operator.codes for operator in inner.operators] in _SOME:
        inner = inner.stripped()  # "(without) losing any accuracy"
    if inner.operators:
        inner = settled(inner, study)
    classes = [f"{entry.ref} {entry.part}" for entry in segment.entries if entry.kind == "word"]
    return _acted(classes, inner, gerund, study)._replace(span=span)


def is_deed(noun: Noun, of: Node, study: Study) -> bool:
    """Whether "of …" after the noun tells what is done to: "forgetting *of pretraining*"."""
    at = of.tokens()[0].segment.position
    before = next((t.segment for t in study.tree.tokens() if t.segment.position == at - 1), None)
    known = study.senses.vocabulary.quantities.get(noun.quantity) if noun.bare else None
    head = study.senses.literal(known.high) if known and known.high else noun.head
    doing = before is not None and before.words[-1].endswith(("ing", "tion"))
    return doing and study.senses.is_doing(head)


def settled(noun: Noun, study: Study) -> Noun:
    """ "no dropout" inside a gerund is its negation; other quantifiers are not read there."""
    return Noun(noun.span, head=prepositional("in", Nouns((noun,)), study.senses))


def _acted(classes: Sequence[str], inner: Noun, gerund: Token, study: Study) -> Noun:
    senses = study.senses
    named = inner if inner.quantity else inner.as_quantity()
    ways = [name.removeprefix("v-change ") for name in classes if name.startswith("v-change ")]
    if named.bare and ways:
        way = min(ways, key=lambda way: way in _PUTS)
        change = named.changing(senses, _PUTS.get(way, way))
        return Noun(inner.span, rest=inner.rest, quantity=named.quantity, change=change, event=True)
    if inner.complement and any(name.startswith("v-make ") for name in classes):
        made = noun_of(inner.complement, senses).state(senses)
        return Noun(inner.span, rest=conj((made, inner._replace(complement=()).state(senses))))
    _check_used(gerund, inner, senses)
    if _GERUND_ADDS & set(classes) and not seeks(gerund.segment.words[0], inner, senses):
        return inner
    if _GERUND_REMOVES & set(classes):
        check_undone(gerund.segment.words[0], inner.state(senses), senses, gerund.segment.span)
        return Noun(inner.span, head=neg(inner.state(senses)), event="v-light lack" in classes)
    act = next((name.removeprefix("v-act ") for name in classes if name.startswith("v-act ")), None)
    if act is not None:
        return Noun(inner.span, head=acted(act, inner, senses))
    state = inner.head if inner.rest == TRUE and not inner.quantity else TRUE
    for concept, (quantity, pole) in senses.poles.items():
        if ways and state == senses.literal(concept) and pole == "high":
            return Noun(inner.span, quantity=quantity, change=senses.change(quantity, ways[0]), event=True)
    raise _cannot_take(gerund, inner)


def _check_used(gerund: Token, inner: Noun, senses: Senses) -> None:
    """ "*Optimizing* the chain of thought" is no mere use of one; transformers are optimized anyway."""
    known = senses.vocabulary.concepts.get(named(inner.head))
    kept_out = conjuncts(inner.state(senses)) if gerund.segment.words[0].startswith("filter") else ()
    if any(is_conduct(named(each), senses) for each in kept_out):
        raise _cannot_take(gerund, inner)  # "filtering *toxic* documents" makes nothing toxic
    if gerund.segment.words[0] in _WORKED_ON and inner.actor != "model" and not (known and known.dimension):
        raise _cannot_take(gerund, inner)


_WORKED_ON = frozenset("optimizing optimising evaluating testing training choosing selecting picking".split())


def _cannot_take(gerund: Token, inner: Noun | None) -> Unreadable:
    span = gerund.segment.span.union(inner.span) if inner else gerund.segment.span
    return Unreadable("unread-phrase", f"`{gerund.segment.text}` is not read with these words", span)
