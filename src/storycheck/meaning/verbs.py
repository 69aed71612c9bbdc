"""Verbs of the closed classes, and what each makes of its subject and object.

Each reader returns None where its verb does not go with what stands around it; the first that returns
something counts. The classes and their values are those of `grammar/words.txt`.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache

from storycheck.meaning import changes, relations
from storycheck.meaning.acts import acted, check_actor, check_observed, check_seen, seeks
from storycheck.meaning.adjuncts import check_states
from storycheck.meaning.agents import check_own
from storycheck.meaning.checks import check_contents, check_undone
from storycheck.meaning.degrees import comparing, more_of_it, reached
from storycheck.meaning.formula import TRUE, Formula, Lit, conj, conjuncts, disj, done_to, named, neg
from storycheck.meaning.inflect import forms_of
from storycheck.meaning.noun import Noun, Nouns
from storycheck.meaning.rises import compares
from storycheck.meaning.said import Said
from storycheck.meaning.strength import OBJECT, Operator
from storycheck.meaning.things import check_met, check_trained_on
from storycheck.meaning.trouble import Unreadable
from storycheck.meaning.verb import ALWAYS, NOT, Verb
from storycheck.syntax.entries import Entries, Entry

Reader = Callable[[Verb, str], Said | None]


def read_verb(verb: Verb) -> Said:
    """The meaning of a verb of the closed classes."""
    if verb.passive and _is_predicative(verb):
        verb = verb._replace(passive=False)
    for name, value in _classes(verb.token.segment.entries, verb.passive):
        if verb.target is not None and not verb.passive and name not in _TAKES_INFINITIVE:
            continue
        said = (_passively if verb.passive else _READERS[name])(verb, value)
        if said is not None:
            return said
    raise Unreadable("unread-phrase", f"`{verb.token.segment.text}` is not read with these words", verb.span)


@lru_cache(maxsize=10_000)
def _classes(entries: Entries, passive: bool) -> list[tuple[str, str]]:
    """The classes that a verb is read by, with its value in each, in the order in which they are tried."""
    classes = [
        (entry.ref, entry.part)
        for entry in entries
        if entry.kind == "word" and entry.ref in _READERS and _fits(entry, entries, passive)
    ]
    return sorted(classes, key=lambda pair: _ORDER[pair[0]])


def _fits(entry: Entry, entries: Entries, passive: bool) -> bool:
    """A participle that is also a predicative word ("needed") is the latter unless it stands as a passive."""
    if passive:
        return entry.ref.startswith("v-")
    if entry.form != "participle":
        return True
    return not any(other.ref.startswith("n-") for other in entries)


def _is_predicative(verb: Verb) -> bool:
    """Whether a participle is rather a predicative word: "is needed for", but "is needed by"."""
    agent = any(token.value == "by" for token, _ in verb.tails.prepositions)
    return not agent and any(entry.ref.startswith("n-") for entry in verb.token.segment.entries)


def _passively(verb: Verb, value: str) -> Said | None:
    """ "Good minima are reached by SGD": subject and agent change places."""
    if verb.subject.trivial and verb.token.segment.word("v-process") is not None:
        return _process(verb, value)
    if verb.subject.bare and verb.token.segment.word("v-change", "v-compare", "v-need") is None:
        reached = verb.token.segment.word("v-light") is not None and verb.senses.is_state(
            verb.subject.quantity
        )
        if not reached:
            return None  # "training data is extracted" does not say how much of it there is
    agents = verb.tails.take("by") or verb.tails.take("from")
    act = verb.token.segment.word("v-act")
    if agents is None and act == "know":
        raise Unreadable("unread-phrase", "by whom this is known is not said", verb.span)
    if agents is None and act is not None:
        check_observed(act, verb.tails.study.tree)
        return Said(verb.topic(), acted(act, verb.subject.stripped(), verb.senses))
    if agents is None:
        if verb.subject.trivial:
            return None
        tails, removed = verb.tails, verb.token.segment.word("v-prevent") == "remove"
        if removed and tails.study.denied and not (tails.prepositions or tails.modifiers):
            raise Unreadable("unread-phrase", "by what this is not removed is not said", verb.span)
        agent = Noun(verb.span)
    else:
        agent = agents.merged(verb.senses)
        if agent.only:
            raise Unreadable("strength-inside", "`only` is read only of a subject", agents.span)
    patient = Nouns((verb.subject.stripped(),))
    said = read_verb(verb._replace(subject=agent, obj=patient, passive=False))
    return said._replace(operators=(*agent.operators, *said.operators))


def _light(verb: Verb, value: str) -> Said | None:
    """ "reaches good minima", "has no bias", "reaches the accuracy of B"."""
    if verb.obj is None or verb.target is not None or _is_sought(verb):
        return None
    if verb.token.segment.words[0] in _ATTITUDES:
        check_own(verb.subject)  # what judges prefer is not what the model has
    if value == "lack":
        every = verb.of_each()
        state, negation = every.object_state()
        check_undone(verb.token.segment.words[0], state, verb.senses, verb.span)
        strength = () if every is verb else (ALWAYS,)
        instead = verb.tails.take("for")
        if instead is not None:
            state = disj((state, neg(instead.state(verb.senses))))
        return Said(verb.topic(), state, (*strength, NOT, *negation))
    said = reached(verb, verb.subject, verb.obj) or comparing(verb)
    if said is not None:
        return said
    obj = verb.obj.first
    if obj.anothers and verb.topic() != TRUE:
        return changes.compare(verb, "same")
    check_states(verb.obj, verb.senses, a_place=obj.anothers)
    if obj.others and verb.topic() != TRUE:
        raise Unreadable("unread-phrase", "what two have in common is not read", verb.obj.span)
    state, negation = verb.object_state()
    if verb.tails.compared is not None:
        return Said(verb.topic(), more_of_it(verb, state), negation)
    if state == TRUE:
        state = verb.tails.places()
    check_met(verb.token, verb.subject, state, verb.senses)
    _check_matter(verb, state)
    _check_regained(verb)
    check_contents(verb.token, verb.subject, state, verb.senses)
    return Said(verb.topic(), state, negation)


def _check_regained(verb: Verb) -> None:
    """ "Recovers *forgotten* knowledge": then it is not forgotten any more."""
    assert verb.obj is not None
    span, again = verb.obj.span, verb.token.segment.words[0] in _REGAINING
    for token in verb.tails.study.tree.tokens() if again else ():
        if span.start <= token.segment.start < span.end and not _LOST.isdisjoint(token.segment.words):
            what = f"what is `{token.segment.text}` before is not so after it"
            raise Unreadable("before-and-after", what, token.segment.span, "say what there is in the end")


_ATTITUDES = forms_of("prefer favor favour rely choose select follow look")
_REGAINING = forms_of("recover restore regain")
_LOST = frozenset("forgotten lost unlearned erased removed destroyed overwritten hidden missing".split())


def _is_sought(verb: Verb) -> bool:
    """ "Finds backdoors": what others have, and it does not."""
    first, members = verb.token.segment.words[0], verb.obj.members if verb.obj else ()
    return any(seeks(first, noun, verb.senses) for noun in members)


def _check_matter(verb: Verb, state: Formula) -> None:
    """ "Finds syntax", "uses images": that a case is about something says not what is done with it."""
    check_states(Nouns((verb.subject,)), verb.senses)
    if verb.senses.is_domain(state) and verb.token.segment.words[0] not in _TAKING_IN:
        text = verb.token.segment.text
        raise Unreadable("unread-phrase", f"what `{text}` does with this is not in the vocabulary", verb.span)


_TAKING_IN = forms_of("process see read receive")


def _exist(verb: Verb, value: str) -> Said | None:
    """ "Winning tickets exist", "overfitting occurs": the subject is what is said."""
    if verb.obj is not None or verb.subject.trivial:
        return None
    if value == "absent":
        return Said(TRUE, neg(verb.topic()))
    if verb.tails.compared is not None:
        subject = verb.subject.stripped()
        named = subject if subject.quantity else subject.as_quantity()
        return Said(
            TRUE,
            more_of_it(verb, named.amount(verb.senses) if named.quantity else named.head),
            aside=named.rest,
        )
    universal = any(nouns.first.operators for _, nouns in verb.tails.prepositions)
    some = value == "exist" and not universal and not verb.tails.conditions.causes
    return Said(TRUE, verb.topic(), (Operator(("S",), "verb"),) if some else ())


def _together(verb: Verb, value: str) -> Said | None:
    """ "Knowledge survives finetuning", "persists through it": it is there in what the verb is about."""
    about = verb.obj or verb.tails.take("in", "from", "to")
    if about is None:
        return None
    there = about.state(verb.senses)
    if there == TRUE or verb.subject.trivial:
        return None
    subject = verb.subject
    state = conj((subject.head, subject.amount(verb.senses)))
    if state == TRUE:
        return Said(there, subject.rest)
    return Said(there, state, aside=subject.rest)


def _solve(verb: Verb, value: str) -> Said | None:
    """ "Networks solve understanding tasks": they perform well there."""
    if verb.obj is None or verb.obj.first.operators:
        return None
    senses, state = verb.senses, verb.obj.state(verb.senses)
    known = senses.vocabulary.concepts.get(state.atom.name) if isinstance(state, Lit) else None
    if state != TRUE and (known is None or known.dimension != "domain"):
        return None
    return Said(verb.topic(), senses.pole(senses.performance(verb.span), "high", verb.span), aside=state)


def _process(verb: Verb, value: str) -> Said | None:
    """ "SGD starts from random labels": the verb says nothing, what follows it does."""
    if verb.target is not None:
        return None
    if verb.obj is not None and not all(noun.trivial for noun in verb.obj.members):
        return None
    for token, nouns in verb.tails.prepositions:
        if token.segment.words == ("on",):
            check_trained_on(nouns, verb.senses)
    return Said(verb.topic(), verb.tails.places())


def _act(verb: Verb, value: str) -> Said | None:
    """ "Probes detect deception": a property of its own, made of the verb and of what it is done to."""
    if verb.obj is None or verb.target is not None or verb.complement is not None:
        return None
    outside = verb.obj.span == verb.span
    done_to = Nouns((verb.gap,)) if outside and verb.gap else verb.obj
    if done_to.span == verb.span:
        raise Unreadable("unread-phrase", f"`{verb.token.segment.text}` is not read here", verb.span)
    taken = next((token for token, _ in verb.tails.prepositions if token.value in _OF_THE_ACT), None)
    if taken is not None:
        what = f"`{taken.segment.text}` is not read after `{verb.token.segment.text}`"
        raise Unreadable("unread-phrase", what, taken.segment.span)
    check_actor(verb.subject)
    check_seen(verb.subject, value, verb.tails.study.tree)
    if verb.subject.bare and value in ("differ from", "diverge from", "deviate from"):
        help = "say that it is the same, or not the same, as that of the other"
        raise Unreadable("unclear-comparison", "one quantity is not compared with another", verb.span, help)
    _check_told(done_to, verb)
    counted, there = _of_how_many(done_to, verb)
    objects = done_to.stripped() if verb.of_none or counted else done_to
    join = disj if verb.of_none or objects.joined == "or" else conj
    done = join(acted(value, noun, verb.senses) for noun in objects.members)
    return Said(verb.topic(), done, (NOT,) if verb.of_none else counted, aside=there)


def _check_told(objects: Nouns, verb: Verb) -> None:
    """ "Overestimates *what models use*": the verb in it says nothing, and the model is not what is meant."""
    span = objects.span
    inside = (t for t in verb.tails.study.tree.tokens() if span.start <= t.segment.span.start < span.end)
    if any(token.terminal == "WHAT" for token in inside) and objects.first.state(verb.senses) == TRUE:
        raise Unreadable("unread-phrase", "what is told by another verb is not read here", span)


def _of_how_many(objects: Nouns, verb: Verb) -> tuple[tuple[Operator, ...], Formula]:
    """ "Detects *every* backdoor": in every case with one; the strength, and what such cases have."""
    noun = objects.first
    codes = [operator.codes for operator in noun.operators]
    if len(objects.members) > 1 or codes not in ([("A",)], [("all",)], [("U",)]):
        return (), TRUE
    there = noun.stripped().state(verb.senses)
    if there == TRUE or compares(there):
        raise Unreadable("strength-inside", "of how many this is said is not read here", noun.span)
    return (Operator(("A",) if codes != [("U",)] else ("U",), OBJECT),), there


def _aim(verb: Verb, value: str) -> Said | None:
    """ "Tries to deceive", "wants to be deployed": a property of its own, made of what is tried or wanted."""
    if verb.target is None or verb.obj is not None or verb.complement is not None:
        return None
    check_own(verb.subject)
    parts = list(conjuncts(verb.target))
    if not all(map(named, parts)):
        raise Unreadable("unread-phrase", f"what it `{value}s to` do is not read", verb.span)
    return Said(verb.topic(), done_to(f"{value} to", map(named, parts)))


_OF_THE_ACT = frozenset(("from", "to", "of"))
"""What follows these is part of what is done: "passes features on *to* others"."""

_READERS: Mapping[str, Reader] = {
    "n-compare": changes.compare,
    "v-compare": changes.compare,
    "n-need": relations.is_needed,
    "v-need": relations.need,
    "n-enough": relations.suffices,
    "v-enough": relations.suffices,
    "n-imply": relations.imply,
    "v-imply": relations.imply,
    "n-prevent": relations.prevent,
    "v-prevent": relations.prevent,
    "n-due": relations.comes_from,
    "v-due": relations.comes_from,
    "v-make": relations.make,
    "n-change": changes.change,
    "v-change": changes.change,
    "v-hinder": changes.hinder,
    "n-able": relations.allow,
    "v-allow": relations.allow,
    "n-cause": relations.cause,
    "v-cause": relations.cause,
    "v-light": _light,
    "n-exist": _exist,
    "v-exist": _exist,
    "v-survive": _together,
    "v-solve": _solve,
    "v-process": _process,
    "v-aim": _aim,
    "v-act": _act,
    "n-act": _act,
}
_TAKES_INFINITIVE = frozenset(
    "n-need v-need n-enough v-enough v-make n-able v-allow v-cause n-cause v-process v-change v-aim".split()
)
_ORDER = {name: rank for rank, name in enumerate(_READERS)}
