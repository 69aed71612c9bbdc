"""Predicates: a verb group with what follows it, said of a subject; relative clauses and conditions."""

from collections.abc import Sequence

from storycheck.meaning.adjuncts import other_than, prepositional
from storycheck.meaning.checks import (
    check_also,
    check_contents,
    check_counted,
    check_equally,
    check_instead,
    check_kept,
    check_likelier,
    check_named,
    check_objects,
    check_part,
    check_preferred,
    check_stays,
    check_used,
)
from storycheck.meaning.comparison import equated
from storycheck.meaning.complements import check_ease, done, is_noun, is_possible, placed
from storycheck.meaning.degrees import change_in, degree_of, graded
from storycheck.meaning.drivers import with_models
from storycheck.meaning.extents import with_extent
from storycheck.meaning.formula import TRUE, Formula, conj, conjuncts, neg
from storycheck.meaning.inflect import forms_of
from storycheck.meaning.manner import check_of_gerund, in_the_manner
from storycheck.meaning.measures import comparison, unclear
from storycheck.meaning.noun import Noun, Nouns
from storycheck.meaning.nouns import nouns_of
from storycheck.meaning.parties import check_party
from storycheck.meaning.phrases import noun_of
from storycheck.meaning.rises import changes
from storycheck.meaning.said import NO_CONDITIONS, Said
from storycheck.meaning.senses import adjective_state
from storycheck.meaning.strength import Operator, has_negation
from storycheck.meaning.study import Study
from storycheck.meaning.tails import Tails, tails_of
from storycheck.meaning.things import check_doing, check_object
from storycheck.meaning.trouble import Unreadable
from storycheck.meaning.verb import ALWAYS, Verb
from storycheck.meaning.verb_group import group_of, likelier_in, needs, operators_in, relies
from storycheck.meaning.verbs import read_verb
from storycheck.syntax.tree import Node, Token


def said_of(pred: Node, subject: Noun, study: Study, gap: bool = False) -> Said:
    """What a predicate says of a subject; ``gap`` if its object stands outside ("features that it uses")."""
    subject.needing_head()
    words = group_of(pred)
    likelier = likelier_in(words) if words else None
    group = operators_in(words, study, grading=likelier is not None)
    phrase = pred.children[-1]
    assert isinstance(phrase, Node)
    outside, study.denied = study.denied, has_negation((*subject.operators, *group))
    tails = tails_of(phrase.nodes(), study)
    said = _verb_phrase(phrase, subject, tails, study, gap)
    study.denied = outside
    if subject.party:
        check_party(subject, phrase, said.scope, study.senses)
    check_doing(study.head if study.head and subject.blank else subject, phrase, said.scope, study.senses)
    if words and words[0].terminal == "ADVERB":
        check_of_gerund(words[0], subject.span, study.tree)
    adverbs = [word for word in words if word.terminal == "ADVERB"] + tails.adverbs
    if adverbs:
        said = _so(said, adverbs, phrase)
    if likelier is not None:
        check_likelier(phrase, tails.conditions, changes(subject.state(study.senses)))
        said = said._replace(scope=graded(said.scope, likelier.value, study.senses, likelier))
    if tails.compared is not None:
        _take_also(tails.compared)
    if phrase.name.endswith("be_phrase") and _is_done_to(subject, phrase):
        said = said._replace(topic=other_than(said.scope, said.topic, study.senses))
    if tails.infinitive is not None and (phrase.children[0][0] != "V" or relies(phrase)):
        _take_purpose(phrase, tails.infinitive, tails, group, study)
    changing = changes(said.scope)
    conditions = tails.left(comparing=changing)
    frequency = conditions.operators
    if frequency:
        conditions = conditions._replace(operators=())
    always = (ALWAYS,) if tails.infinitive and relies(phrase) and needs(phrase) else ()
    operators = (*subject.operators, *group, *frequency, *always, *said.operators)
    if operators != said.operators or conditions is not NO_CONDITIONS:
        said = said._replace(operators=operators, conditions=said.conditions & conditions)
    if operators:
        check_objects(operators, phrase)
    check_counted(phrase, said)
    if words:
        check_stays(said, words)
    if not changing:
        return said
    tokens = pred.tokens()
    check_also(said, tokens)
    check_equally(tokens)
    said = with_models(said, subject, phrase.tokens()[0])
    scope = equated(said.scope, operators, tokens, study.senses)
    return said if scope is said.scope else said._replace(scope=scope)


def _so(said: Said, adverbs: Sequence[Token], phrase: Node) -> Said:
    """ "Silently fails"; "forgetting happens *silently*": where there is any."""
    there = said.scope if phrase.tokens()[0].segment.word("v-exist") == "occur" else TRUE
    said = in_the_manner(said, adverbs)
    if there == TRUE:
        return said
    so = conj(part for part in conjuncts(said.scope) if part not in conjuncts(there))
    return said._replace(topic=conj((said.topic, there)), scope=so)


def _take_also(compared: Token) -> None:
    """ "is robust as well" is "is also robust"; other comparatives that no verb has taken are refused."""
    if compared.segment.text != "as well":
        raise unclear(compared)


def _take_purpose(
    phrase: Node, infinitive: Node, tails: Tails, group: tuple[Operator, ...], study: Study
) -> None:
    """ "must be regularized *to generalize*", "uses syntax *to translate*": where they do, they are."""
    if not relies(phrase) and not any("A" in operator.codes for operator in group):
        raise Unreadable("unread-phrase", "the infinitive is not read here", infinitive.span)
    pred = infinitive.nodes()[0]
    tails.modifiers.append(said_of(pred, Noun(pred.span), study).formula(pred.span))


def _verb_phrase(phrase: Node, subject: Noun, tails: Tails, study: Study, gap: bool) -> Said:
    first = phrase.children[0]
    study.use(*[child for child in phrase.children if isinstance(child, Token)])
    if isinstance(first, Node):
        if first.name in ("adjunct", "radjunct"):
            return placed(first, subject, tails, study)
        check_instead(first, study)
        return is_noun(first, subject, tails, study)
    match first.terminal:
        case "VI" if not (subject.bare and first.segment.word("v-change") is not None):
            return _content_verb(first, phrase, subject, tails, study)
        case "PART":
            return _participle(first, phrase, subject, tails, study)
        case "IADJ":
            return is_possible(first, subject, tails, study)
        case _:
            return read_verb(_verb(first, phrase, subject, tails, study, gap))


def _verb(
    token: Token, phrase: Node, subject: Noun, tails: Tails, study: Study, gap: bool, passive: bool = False
) -> Verb:
    node = with_extent(token, phrase.node("noun_phrase", "plain_phrase"), tails)
    words = phrase.node("words")
    if node is not None:
        check_part(node)
        check_kept(token, node)
        if token.segment.word("v-light") is not None:
            check_named(node, study)
    check_preferred(token, tails.prepositions)
    obj = nouns_of(node, study) if node else None
    if obj is not None and node is not None and obj.first.head == TRUE and not obj.first.quantity:
        check_used(token, node)
    if obj is not None and token.segment.word("v-change") and any(noun.baseline for noun in obj.members):
        raise Unreadable("unread-phrase", "this is read only after `than` or `as`", obj.span)
    if obj is not None and not obj.first.complement:
        obj.needing_heads()
    if words is not None:
        pronoun = phrase.token("PRON")
        assert pronoun is not None
        check_ease(words)
        study.pronouns.append(pronoun.segment.span)
        obj = Nouns((Noun(pronoun.segment.span, pronoun=True),))
    elif gap and obj is None:
        obj = Nouns((Noun(token.segment.span),))
    complement = noun_of(words.tokens(), study.senses) if words else None
    study.use(*(words.tokens() if words else ()))
    target = _target(phrase, tails, study)
    head = study.head if gap else None
    return Verb(token, subject, obj, tails, study.senses, target, complement, passive, head)


def _target(phrase: Node, tails: Tails, study: Study) -> Formula | None:
    """What an infinitive or a bare verb after the object says."""
    bare = phrase.node("bare", "likelier")
    if bare is not None and bare.name == "likelier":
        return _likelier(bare, study)
    if bare is None and (tails.infinitive is None or relies(phrase)):
        return None
    nobody = Noun(phrase.span)
    if bare is not None:
        inner = tails_of(bare.nodes(), study)
        token = bare.token("VIB")
        assert token is not None
        own = token.segment.entry("concept", "verb") or token.segment.entry("quantity", "verb")
        plain = Token("VI" if own else "V", token.segment, token.value)
        said = _verb_phrase(Node.of("vp", (plain, *bare.children[1:])), nobody, inner, study, gap=False)
        return _hoisted(said._replace(conditions=inner.left(changes(said.scope))), tails, bare)
    assert tails.infinitive is not None
    pred = tails.infinitive.nodes()[0]
    said = said_of(pred, nobody, study)
    if phrase.tokens()[0].segment.word("v-aim") and said.conditions != NO_CONDITIONS:
        raise Unreadable("unread-phrase", "what goes with the trying, or with what is tried?", pred.span)
    if said.relation == "imply" and said.topic == TRUE:  # "to ensure X" aims at X
        said = said._replace(relation="")
    return _hoisted(said, tails, pred)


def _likelier(node: Node, study: Study) -> Formula:
    """ "Makes networks *more likely to overfit*", "*unable to* generalize"."""
    token, pred = node.token("SEMI"), node.nodes("pred")[0]
    assert token is not None
    study.use(token)
    said = said_of(pred, Noun(pred.span), study).formula(pred.span)
    if token.value in ("up", "down"):
        return graded(said, token.value, study.senses, token)
    if token.value == "N can":
        return neg(said)
    raise Unreadable("unread-phrase", f"`{token.segment.text}` is not read here", token.segment.span)


def _hoisted(said: Said, tails: Tails, node: Node) -> Formula:
    """An inner predicate; its conditions are the outer one's: "makes models forget *without replay*"."""
    if said.conditions.plain:
        tails.conditions &= said.conditions
        said = said._replace(conditions=NO_CONDITIONS)
    return said.formula(node.span)


def _content_verb(token: Token, phrase: Node, subject: Noun, tails: Tails, study: Study) -> Said:
    """A verb of the vocabulary; what its object says besides holds of the case in which it is said."""
    node = phrase.node("noun_phrase", "plain_phrase")
    if token.segment.words[0] in _SUCCEEDING and any(
        t.segment.words == ("in",) for t, _ in tails.prepositions
    ):
        raise Unreadable(
            "unread-phrase", "in what it succeeds is not read", token.segment.span, "say it alone"
        )
    said = _degree(token, subject, tails, study)
    check_contents(token, subject, said.scope, study.senses)
    if said.scope == TRUE or token.segment.words[0] in _PROCESSING:  # "pretrain on natural images"
        said = said._replace(scope=conj((said.scope, tails.places())))
    if node is None:
        return said
    check_part(node)
    check_kept(token, node)
    check_named(node, study)
    objects = nouns_of(node, study).needing_heads()
    check_object(token, objects, study.senses)
    acted_upon = other_than(said.scope, prepositional("in", objects, study.senses), study.senses)
    return said._replace(aside=conj((said.aside, acted_upon)))


_SUCCEEDING = forms_of("succeed")
_PROCESSING = frozenset("pretrain pretrains retrain retrains finetune finetunes fine".split())


def _degree(token: Token, subject: Noun, tails: Tails, study: Study) -> Said:
    """A verb with or without a comparative: "generalize", "generalize better"."""
    topic = subject.stripped().state(study.senses)
    if tails.compared is None:
        if all(entry.kind == "quantity" for entry in token.segment.entries):
            what = f"`{token.segment.text}` is read only with how well"
            raise Unreadable("says-nothing", what, token.segment.span)
        return Said(topic, adjective_state(token, study.senses))
    _check_where(token, tails)
    compared, tails.compared = tails.compared, None
    degree, change = degree_of(token, compared, study.senses), change_in(compared, study.senses)
    if degree is not None:
        return Said(topic, degree)
    if change is not None:
        return Said(topic, conj((adjective_state(token, study.senses), change)))
    if compared.segment.word("often") is not None:
        state, way = adjective_state(token, study.senses), comparison(compared)
        return Said(topic, graded(state, way, study.senses, compared))
    raise Unreadable(
        "unclear-comparison",
        f"`{token.segment.text}` has no degrees, so that `{compared.segment.text}` is not read",
        compared.segment.span,
    )


def _check_where(token: Token, tails: Tails) -> None:
    """ "Dropout works better on large networks": than on small ones, or than what is done without it?"""
    conditions, named = tails.conditions, tails.prepositions or tails.modifiers
    if token.segment.words[0] in _WORKING and named and conditions.base == TRUE and not conditions.baseline:
        what = f"`{token.segment.text} …` here or elsewhere, with it or without it?"
        raise Unreadable("two-readings", what, token.segment.span, "say what it is compared with")


_WORKING = forms_of("work")


def _check_voice(token: Token, study: Study) -> None:
    """ "Is fooled" is not "fools", but "is finetuned" is done to what is finetuned: the gloss tells which."""
    entry = token.segment.entry("concept", "adjective", "verb")
    known = study.senses.vocabulary.concepts.get(entry.ref) if entry else None
    if entry is None or known is None or entry.part != "verb" or token.segment.has_form("turned"):
        return
    verb = known.gloss.split(" ", 1)[0]
    if verb.endswith("s") and verb[:4] == token.segment.words[0][:4]:
        raise Unreadable(
            "unread-phrase", f"what is `{token.segment.text}` is not in the vocabulary", token.segment.span
        )


def _is_done_to(subject: Noun, phrase: Node) -> bool:
    """ "Old knowledge is forgotten" names what is forgotten; "safe models are safe" tells which models."""
    turned = phrase.tokens()[0].segment.has_form("turned", "participle")
    return turned and not (subject.picking or subject.common)


def _participle(token: Token, phrase: Node, subject: Noun, tails: Tails, study: Study) -> Said:
    """ "is trained with SGD", "is reached by SGD", "is pruned"."""
    concept = token.segment.entry("concept", "adjective", "verb")
    if concept is None and any(entry.ref.startswith("v-") for entry in token.segment.entries):
        return read_verb(_verb(token, phrase, subject, tails, study, gap=False, passive=True))
    if tails.compared is not None:
        return _degree(token, subject, tails, study)
    scope = adjective_state(token, study.senses)
    topic = subject.besides(scope).stripped().state(study.senses)
    _check_voice(token, study)
    if scope == TRUE:
        return Said(topic, tails.places())
    scope, aside = done(token, subject, scope, tails)
    return Said(topic, scope, aside=aside)
