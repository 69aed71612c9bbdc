"""What makes the difference where a change is said of some models in some cases.

"Language models lose accuracy when pruned" compares them with language models that are not. But "robust
models are more accurate when monitored" may compare them with other models, or with the same ones unwatched.
"""

from storycheck.meaning.formula import (
    TRUE,
    All,
    Formula,
    Lit,
    conj,
    conjuncts,
    literals,
    mirrored,
    named,
    neg,
)
from storycheck.meaning.inflect import forms_of, is_participle
from storycheck.meaning.noun import Noun
from storycheck.meaning.rises import as_rise, change_of, compares
from storycheck.meaning.said import Said
from storycheck.meaning.senses import Senses
from storycheck.meaning.trouble import Unreadable
from storycheck.syntax.tree import Node, Token


def with_models(said: Said, subject: Noun, verb: Token) -> Said:
    """What a predicate says of a change, with whether its subject tells of which models."""
    if subject.actor != "model" or said.topic == TRUE:
        return said
    return said._replace(models="their own" if verb.segment.words[0] in _BECOMING else "which")


_BECOMING = forms_of("keep retain maintain preserve lose gain become get grow")


def driver_in(said: Said, senses: Senses, node: Node) -> Formula:
    """What of the conditions makes the difference; true if it is what the subject says.

    Raises Unreadable where it may be the one or the other.
    """
    if not said.models:
        return TRUE
    conditions = [part for part in conjuncts(said.conditions.background) if named(part)]
    kinds = all(_is_kind(part, senses) for part in conjuncts(said.topic))
    introduced = _introduced(node)
    if not kinds and introduced.isdisjoint(_WHEN):
        conditions = [part for part in conditions if _is_done(part, senses)]
    if conditions and said.models == "which" and not (kinds and introduced - {"on"}):
        raise Unreadable(
            "two-readings",
            "other models in the same case, or the same models in another?",
            node.span,
            "say what it is compared with, as in `… than when not pruned`",
        )
    return conj(conditions)


def _introduced(node: Node) -> set[str]:
    """With which words conditions begin. *On images* tells where it is so, and nothing that was done."""
    return {t.segment.words[0] for t in node.tokens() if t.terminal.startswith(("IF", "MOD", "PREP"))}


_WHEN = ("when", "whenever", "if", "once", "while")


def _is_kind(part: Formula, senses: Senses) -> bool:
    """Whether it is a kind of model: "transformers" are not compared with others, "large models" may be."""
    concept = senses.vocabulary.concepts.get(named(part))
    return concept is not None and concept.dimension in ("architecture", "domain")


def of_kinds(driver: Formula, senses: Senses) -> tuple[Formula, Formula]:
    """The kinds of models in a driver, which make no difference, and the rest; no kinds if they are all."""
    kinds = [part for part in conjuncts(driver) if _is_kind(part, senses)]
    rest = [part for part in conjuncts(driver) if part not in kinds]
    return (conj(kinds), conj(rest)) if rest else (TRUE, driver)


def driven(driver: Formula, senses: Senses) -> Formula:
    """The driver, which the base of the comparison lacks."""
    kinds, driver = of_kinds(driver, senses)
    if kinds != TRUE:
        return conj((kinds, driven(driver, senses)))
    differing = conj((driver, neg(mirrored(driver))))
    rise = as_rise(differing, senses)
    if compares(driver) or rise != differing:
        return rise
    if isinstance(driver, All):
        poles = [lit for lit in driver.parts if isinstance(lit, Lit) and change_of(lit, senses)]
        if poles:
            others = [part for part in driver.parts if part not in poles]
            return conj([*(change for lit in poles if (change := change_of(lit, senses))), *others])
    return rise


def check_after(beside: Formula, senses: Senses, node: Node) -> None:
    """Raises Unreadable for "improves *after reaching zero error*": with time, and not for that error."""
    told = (t.segment.words for t in node.tokens() if t.terminal.startswith(("IF", "MOD", "PREP")))
    after = any(not _AFTER.isdisjoint(words) for words in told)
    if after and any(change_of(lit, senses) for lit in literals(beside)):
        help_ = "say with what it changes: `when trained longer`"
        raise Unreadable("before-and-after", "how it was before that is not said", node.span, help_)


_AFTER = frozenset(("after", "once", "since"))


def _is_done(part: Formula, senses: Senses) -> bool:
    """Whether something is done to the model ("pruned", "trained with SGD"); not data and sizes."""
    concept = senses.vocabulary.concepts.get(named(part))
    first, *others = concept.gloss.split() if concept and not concept.dimension else [""]
    if first.endswith("ly"):
        first = others[0]
    return first not in _MEASURED and is_participle(first)


_MEASURED = ("tested", "evaluated")
