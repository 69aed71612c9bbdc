"""Comparisons: what is compared with what, where a sentence leaves it to the reader.

"Dropout improves generalization" compares a case with dropout with one without: the *driver* is what the
sentence is about, and the base of the comparison lacks it. A driver that is the "high" concept of a
quantity ("robust models") is put as that quantity rising.
"""

from collections.abc import Callable, Iterable

from storycheck.meaning.drivers import check_after, driven, driver_in
from storycheck.meaning.formula import (
    TRUE,
    All,
    Atom,
    AtomKind,
    Formula,
    Lit,
    conj,
    conjuncts,
    disj,
    literals,
    mirrored,
    named,
    neg,
)
from storycheck.meaning.rises import as_rise, beside_end, changes, compares, raised
from storycheck.meaning.said import Said
from storycheck.meaning.senses import Senses
from storycheck.meaning.strength import Operator, has_negation
from storycheck.meaning.trouble import Unreadable
from storycheck.syntax.tree import Node, Segment, Token


def equated(
    scope: Formula, operators: Iterable[Operator], tokens: Iterable[Token], senses: Senses
) -> Formula:
    """ "As accurate as" is just as accurate; but under a negation it is at least as accurate.

    So with "matches" and "reaches the accuracy of": what does not is worse, and not just different.
    """
    if not has_negation(operators):
        return scope
    segments = [token.segment for token in tokens]
    ways = {segment.word("more", "comp") for segment in segments}
    if "same" in ways:
        return scope  # "the same accuracy as": what denies it says no more than that they differ
    if ways & {"as", "as up", "as down"}:
        worse: AtomKind = "rises" if "as down" in ways else "falls"
        return _at_least(scope, lambda _: worse)
    reaching = any(_is_reaching(segment) for segment in segments)
    return _at_least(scope, lambda name: _worse(name, senses)) if reaching else scope


def _is_reaching(segment: Segment) -> bool:
    return "same" in (segment.word("v-compare"), segment.word("n-compare")) or (
        segment.word("v-light") is not None
    )


def _worse(quantity: str, senses: Senses) -> AtomKind:
    known = senses.vocabulary.quantities.get(quantity)
    return "rises" if known is not None and known.better == "low" else "falls"


def _at_least(formula: Formula, worse: Callable[[str], AtomKind]) -> Formula:
    """The formula with "stays" as "does not rise" or "does not fall", whichever is worse."""
    if isinstance(formula, Lit):
        atom = formula.atom
        stays = atom.kind == "stays" and formula.positive
        return Lit(Atom(worse(atom.name), atom.name), False) if stays else formula
    return (conj if isinstance(formula, All) else disj)(_at_least(part, worse) for part in formula.parts)


def completed(said: Said, senses: Senses, node: Node) -> tuple[Formula, Formula]:
    """Restrictor and scope of a predicate, with what it is compared with made explicit."""
    if said.conditions.besides != TRUE:
        said = _with_besides(said, senses)
    conditions, topic, scope = said.conditions, said.topic, said.scope
    beside = conj((said.aside, conditions.background))
    base = _other(conditions.base, conj((topic, beside))) if conditions.base != TRUE else TRUE
    linked = said.relation in ("need", "cause") or (beside != TRUE and _needs(beside))
    if linked and not (changes(conj((topic, beside))) and _lexically_denied(said)):
        topic, beside, scope = _as_changes(topic, beside, scope, said.relation, senses)
    if base != TRUE and mirrored(base) == topic and not compares(topic):
        raise Unreadable("unclear-comparison", "it is not said how these differ", node.span)
    if base != TRUE:
        if not changes(conj((topic, beside, scope))):
            raise Unreadable("unclear-comparison", "it is not said what is compared", node.span)
        beside = conj((beside, _on_both_sides(conditions.background, senses)))
        topic = as_rise(beside_end(topic, base, senses), senses)
    elif changes(scope) and not compares(topic) and (_baseline(said) or not _is_comparison(beside)):
        check_after(beside, senses, node)
        acts = driver_in(said, senses, node)
        if acts != TRUE:
            rest = conj(part for part in conjuncts(beside) if part not in conjuncts(acts))
            beside = conj((rest, driven(acts, senses)))
        elif topic != TRUE:
            topic = driven(topic, senses)
        elif not compares(beside) and TRUE not in (conditions.background, said.aside):
            beside = conj((said.aside, driven(conditions.background, senses)))
        elif not compares(beside):
            beside = _driven_by_conditions(beside, senses, node)
    return conj((topic, beside)), scope


def _baseline(said: Said) -> bool:
    """Whether "than standard ones" tells that it is what the subject says that makes the difference."""
    return said.conditions.baseline and said.topic != TRUE


def _on_both_sides(background: Formula, senses: Senses) -> Formula:
    """ "In large networks, A beats B": what A is compared with is large too. True of kinds of setups only."""
    return conj(mirrored(part) for part in conjuncts(background) if senses.is_setup(named(part)))


def _with_besides(said: Said, senses: Senses) -> Said:
    """What is said besides ("without lowering accuracy") as part of what is said.

    Where nothing else is there to compare with, it is what the change is compared in.
    """
    besides, scope, conditions = said.conditions.besides, said.scope, said.conditions
    bare = said.topic == TRUE and said.aside == TRUE and conditions.background == TRUE
    weak = any(code in ("S", "can", "N") for operator in said.operators for code in operator.codes)
    if bare and weak and changes(besides) and conditions.base == TRUE and not conditions.baseline:
        return said._replace(conditions=conditions._replace(background=besides, besides=TRUE))
    if not changes(besides) and has_negation(op for op in said.operators if op.source != "lexical"):
        return said._replace(
            conditions=conditions._replace(background=conj((conditions.background, besides)), besides=TRUE)
        )
    if changes(besides) and not changes(scope):
        scope = raised(scope, senses)
    scope = disj((scope, neg(besides))) if _lexically_denied(said) else conj((scope, besides))
    return said._replace(scope=scope, conditions=conditions._replace(besides=TRUE))


def _lexically_denied(said: Said) -> bool:
    """Whether the verb itself denies what follows it: "prevents", "eliminates", "lacks"."""
    return sum(operator.source == "lexical" for operator in said.operators) % 2 == 1


def _tells_where(node: Node) -> bool:
    """ "Networks increase their reward *on truthful responses*": that tells which reward, not why."""
    tokens = node.tokens()
    changing = any(t.terminal == "V" and t.segment.word("v-change") is not None for t in tokens)
    return changing and {t.segment.words for t in tokens if t.terminal.startswith("PREP")} == {("on",)}


def _is_past(node: Node) -> bool:
    """ "Test error decreases *past the threshold*": that tells where, and not with what."""
    ends = (token.segment.words[-1] for token in node.tokens() if token.terminal.startswith(("MOD", "PREP")))
    return "threshold" in ends


def _driven_by_conditions(beside: Formula, senses: Senses, node: Node) -> Formula:
    if beside == TRUE or _tells_where(node) or _is_past(node):
        raise Unreadable(
            "unclear-comparison",
            "it is not said what this is compared with",
            node.span,
            "name what makes the difference, as in `with dropout` or `larger models`",
        )
    return driven(beside, senses)


def _other(base: Formula, here: Formula) -> Formula:
    """What the base of the comparison has; the mirror image of what is said here adds nothing."""
    if changes(base) and set(literals(base)) <= set(literals(here)):
        return TRUE
    return base


def _is_comparison(beside: Formula) -> bool:
    """Whether the conditions by themselves say what differs ("if they are larger")."""
    return any(lit.atom.compares and lit.positive for lit in literals(beside))


def _needs(beside: Formula) -> bool:
    """Whether a change is said to be left out ("without using more capacity")."""
    return any(lit.atom.changes and not lit.positive for lit in literals(beside))


def _as_changes(
    topic: Formula, beside: Formula, scope: Formula, relation: str, senses: Senses
) -> tuple[Formula, Formula, Formula]:
    """Where one side of a need or cause changes, a state on the other side changes too."""
    restrictor = conj((topic, beside))
    if changes(scope) and not changes(restrictor) and relation:
        return raised(topic, senses), raised(beside, senses) if relation == "need" else beside, scope
    if changes(restrictor) and not changes(scope):
        return topic, beside, raised(scope, senses)
    if _needs(beside) and not changes(scope):
        return raised(topic, senses), beside, scope
    return topic, beside, scope
