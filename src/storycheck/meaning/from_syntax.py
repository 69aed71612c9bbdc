"""From the tree of a sentence to its readings: clauses put together, strengths folded."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from storycheck.meaning.comparison import changes, completed
from storycheck.meaning.formula import TRUE, Formula, conj, disj, neg
from storycheck.meaning.noun import Noun, Nouns
from storycheck.meaning.nouns import nouns_of
from storycheck.meaning.senses import adjective_state
from storycheck.meaning.predicates import condition_formula, operators_of, said_of
from storycheck.meaning.proposition import Proposition, Reading, Strength
from storycheck.meaning.said import NO_CONDITIONS, Conditions, Said
from storycheck.meaning.strength import Force, Operator, forces
from storycheck.meaning.study import Study
from storycheck.meaning.tails import condition_of, tails_of, than
from storycheck.meaning.trouble import Unreadable
from storycheck.meaning.verbs import due
from storycheck.syntax.tree import Node, Token


class Context(NamedTuple):
    """What surrounds a sentence in a story.

    ``setup``     the facts of the story's own run;  ``has_setup`` whether the story states any
    ``generics``  the strength of a bare generic;  ``is_setup`` for the sentences of the setup themselves
    """

    setup: Formula = TRUE
    has_setup: bool = False
    generics: Strength = Strength.USUALLY
    is_setup: bool = False


class Claim(NamedTuple):
    """A restrictor and a scope with the operators between them; ``own`` if it is of the story's own case."""

    restrictor: Formula
    scope: Formula
    operators: tuple[Operator, ...]
    whenever: bool = False
    own: bool = False


def readings_of(sentence: Node, study: Study, context: Context) -> tuple[Reading, ...]:
    """The one or two readings of a sentence."""
    reader = _Clauses(study, context)
    if sentence.name == "correlative":
        claims = [reader.correlative(sentence)]
    else:
        claims = reader.sentence(sentence)
    if study.pronouns and not study.antecedent and not (context.has_setup or context.is_setup):
        raise Unreadable(
            "pronoun-without-noun",
            "it is not said in this sentence what the pronoun stands for",
            study.pronouns[0],
            "name it again: pronouns are not followed from one sentence to another",
        )
    ways = [_ways(claim, context) for claim in claims]
    found = [
        Reading(tuple(proposition for proposition, _ in chosen), any(generic for _, generic in chosen))
        for chosen in zip_longest(*(way if len(way) > 1 else way * 2 for way in ways))
    ]
    return tuple(dict.fromkeys(found))


def _ways(claim: Claim, context: Context) -> list[tuple[Proposition, bool]]:
    """The propositions that a claim may stand for, each with whether its strength is the generic one."""
    return [_proposition(claim, force, context) for force in forces(claim.operators)]


def _proposition(claim: Claim, force: Force, context: Context) -> tuple[Proposition, bool]:
    strength, generic = force.strength, False
    restrictor = claim.restrictor
    scope = claim.scope if force.positive else neg(claim.scope)
    if claim.own and strength in (None, Strength.ALWAYS):
        strength = Strength.THIS
    elif claim.own:
        restrictor = conj((restrictor, context.setup))
    elif strength is None:
        generic = not claim.whenever
        strength = Strength.ALWAYS if claim.whenever else context.generics
    assert strength is not None
    return Proposition(strength, restrictor, scope).canonical(), generic


class _Clauses:
    """Reads the clauses of one sentence."""

    def __init__(self, study: Study, context: Context) -> None:
        self.study, self.senses, self.context = study, study.senses, context
        self.subjects: Nouns | None = None

    def sentence(self, node: Node) -> list[Claim]:
        claims: list[Claim] = []
        leading = NO_CONDITIONS
        for child in node.children:
            if isinstance(child, Token):
                if child.value in ("or", "nor"):
                    raise Unreadable("unread-phrase", "claims joined by `or` are not read", child.segment.span)
                continue
            leads = self._leads(child)
            leading = leads if leads != NO_CONDITIONS else leading
            claims += self.clause(child, leading)
        return claims

    def clause(self, node: Node, leading: Conditions) -> list[Claim]:
        conditions = leading & self._conds(node)
        there, impersonal = node.node("there"), node.node("impersonal", "impersonal_that")
        if there is not None:
            return self._finished(self._there(there), conditions, node)
        if impersonal is not None:
            return self._impersonal(impersonal, conditions)
        subjects = node.node("subjects")
        nouns = nouns_of(subjects, self.study) if subjects else self.subjects
        if nouns is None:
            raise Unreadable("unread-phrase", "this part of the sentence has no subject", node.span)
        nouns = self._antecedent(nouns)
        self.subjects = nouns
        claims: list[Claim] = []
        for subject in self._distributed(nouns):
            claims += self._said_of(subject, node, conditions)
        return claims

    def _antecedent(self, nouns: Nouns) -> Nouns:
        """A pronoun as subject of a later clause stands for the subject of the clause before."""
        if self.subjects is not None and nouns.first.pronoun and nouns.first.definite:
            return self.subjects
        return nouns

    def _distributed(self, nouns: Nouns) -> tuple[Noun, ...]:
        if len(nouns.members) == 1 or nouns.joined == "and":
            return nouns.members
        return (nouns.merged(self.senses),)

    # --- predicates

    def _said_of(self, subject: Noun, node: Node, conditions: Conditions) -> list[Claim]:
        predicates, that = node.node("preds"), node.node("preds_that")
        own = self._is_own(subject)
        claims: list[Claim] = []
        if that is not None:
            preds, last = _chain(that)
            claims += self._finished(self._predicates(preds, subject), conditions, node, own, subject.only)
            return claims + self._that(last, subject, conditions)
        assert predicates is not None
        preds, _ = _chain(predicates)
        return self._finished(self._predicates(preds, subject), conditions, node, own, subject.only)

    def _is_own(self, subject: Noun) -> bool:
        if self.context.is_setup:
            return True
        unmarked = subject.head == TRUE and subject.rest == TRUE and subject.change is None
        return self.context.has_setup and subject.definite and unmarked and not subject.operators

    def _predicates(self, preds: list[tuple[Node, str]], subject: Noun) -> list[Said]:
        """What several predicates say: joined where they share their strength, else apart."""
        found: list[Said] = []
        for at, (pred, joint) in enumerate(preds):
            said = said_of(pred, subject, self.study)
            if at == 0:
                found.append(said)
                continue
            shared = self._shared(preds[0][0], pred, joint)
            if shared is None:
                if joint == "or":
                    raise Unreadable("unread-phrase", "claims joined by `or` are not read", pred.span)
                negation = (Operator(("N",), "negation"),) if joint == "nor" else ()
                found.append(said._replace(operators=_inserted(said, subject, negation)))
            elif self._joinable(found[-1], said):
                found[-1] = self._joined(found[-1], said, joint)
            elif joint == "or":
                raise Unreadable("unread-phrase", "claims joined by `or` are not read", pred.span)
            else:
                found.append(said._replace(operators=_inserted(said, subject, shared)))
        return found

    def _shared(self, first: Node, later: Node, joint: str) -> tuple[Operator, ...] | None:
        """The operators that a later predicate takes over from the first; None if it stands by itself."""
        if operators_of(later, self.study) or joint == "nor" or (later.node("ops") or later.node("be")) and not _bare(later):
            return None if operators_of(later, self.study) or joint == "nor" else self._inherited(first, later, joint)
        return self._inherited(first, later, joint)

    def _inherited(self, first: Node, later: Node, joint: str) -> tuple[Operator, ...] | None:
        operators = operators_of(first, self.study)
        negated = any("N" in operator.codes for operator in operators)
        if _bare(later) and joint != "but":
            return operators
        if joint == "or":
            return operators
        if negated:
            return None
        return tuple(operator for operator in operators if operator.source == "adverb")

    def _joinable(self, before: Said, said: Said) -> bool:
        return (
            before.topic == said.topic
            and before.conditions in (said.conditions, NO_CONDITIONS)
            and before.relation == said.relation
            and not _own_strength(before)
            and not _own_strength(said)
        )

    def _joined(self, before: Said, said: Said, joint: str) -> Said:
        join = disj if joint == "or" else conj
        scope, aside = join((before.scope, said.scope)), conj((before.aside, said.aside))
        return before._replace(scope=scope, aside=aside, conditions=said.conditions)

    def _that(self, pred: Node, subject: Noun, conditions: Conditions) -> list[Claim]:
        """ "A probe shows that syntax is encoded"."""
        verb, inner = pred.token("V"), pred.node("clause")
        that = pred.token("THAT")
        assert verb is not None and inner is not None and that is not None
        self.study.use(verb)
        if that.value == "why":
            return self._why(verb, pred, inner, subject, conditions)
        strength = _strength_of_implication(verb)
        operators = (*subject.operators, *operators_of(pred, self.study), strength)
        topic = subject.state(self.senses)
        outer = conditions & Conditions(background=topic)
        if not outer.plain:
            raise Unreadable("unread-phrase", "this condition is not read around an implication", pred.span)
        self.subjects = None
        claims = self.clause(inner, self._leads(inner) & outer)
        return [claim._replace(operators=(*operators, *claim.operators)) for claim in claims]

    def _why(
        self, verb: Token, pred: Node, inner: Node, subject: Noun, conditions: Conditions
    ) -> list[Claim]:
        """ "A prior explains why networks generalize": where they do, it is due to the prior."""
        if not any(entry.ref == "v-due" and entry.part == "by" for entry in verb.segment.entries):
            raise Unreadable("unread-phrase", f"`{verb.segment.text} why` is not read", verb.segment.span)
        cause = (subject.state(self.senses), True)
        self.subjects = None
        causes = conditions & self._leads(inner) & Conditions(causes=(cause,))
        operators = (*subject.operators, *operators_of(pred, self.study))
        claims = self.clause(inner, causes)
        return [claim._replace(operators=(*operators, *claim.operators)) for claim in claims]

    # --- other clauses

    def _there(self, node: Node) -> list[Said]:
        """ "There are subnetworks that generalize" is "some subnetworks generalize"."""
        phrase = node.node("noun_phrase")
        assert phrase is not None
        relative = phrase.node("relative")
        clauses = relative.nodes() if relative else []
        said_by = clauses[0].node("rpreds") if len(clauses) == 1 and not clauses[0].node("plain_phrase") else None
        if said_by is not None:
            phrase = Node(phrase.name, tuple(child for child in phrase.children if child is not relative))
        nouns = nouns_of(phrase, self.study)
        some = nouns.first.operators or (Operator(("S",), "quantifier"),)
        if nouns.first.only or some[0].codes not in (("S",), ("N", "S"), ("U", "N")):
            raise Unreadable("strength-inside", "this quantifier is not read after `there`", phrase.span)
        if any(operator.source == "adverb" for operator in operators_of(node, self.study)):
            raise Unreadable("strength-inside", "how often is not read after `there`", node.span)
        left = tails_of(node.nodes(), self.study).left(comparing=False)
        before = (*operators_of(node, self.study), *some)
        if said_by is None:
            bare = nouns._replace(members=tuple(noun._replace(operators=()) for noun in nouns.members))
            return [Said(TRUE, bare.state(self.senses), before, conditions=left)]
        subject = nouns.merged(self.senses)._replace(operators=before)
        preds = [(pred, joint) for pred, joint in zip(said_by.nodes(), _joints(said_by), strict=True)]
        return [
            said._replace(conditions=said.conditions & left) for said in self._predicates(preds, subject)
        ]

    def _impersonal(self, node: Node, conditions: Conditions) -> list[Claim]:
        """ "It is possible that …", "It is impossible for SGD to …"."""
        token, infinitive, inner = node.token("IADJ"), node.node("infinitive"), node.node("clause")
        assert token is not None
        self.study.use(token)
        codes = () if token.value == "skip" else (Operator(tuple(token.value.split()), "modal"),)
        operators = (*operators_of(node, self.study), *codes)
        if inner is not None:
            claims = self.clause(inner, conditions & self._leads(inner))
        else:
            assert infinitive is not None
            phrase = node.node("noun_phrase")
            nouns = nouns_of(phrase, self.study) if phrase else Nouns((Noun(node.span),))
            pred = infinitive.nodes()[0]
            said = [said_of(pred, subject, self.study) for subject in self._distributed(nouns)]
            claims = self._finished(said, conditions, node)
        return [claim._replace(operators=(*operators, *claim.operators)) for claim in claims]

    def correlative(self, node: Node) -> Claim:
        """ "The larger the model, the worse it generalizes": always."""
        halves = node.nodes("half")
        first, second = (self._half(half) for half in halves)
        always = Operator(("A",), "verb")
        proposition = completed(Said(first, second), self.senses, node.span)
        return Claim(*proposition, (always,))

    def _half(self, half: Node) -> Formula:
        from storycheck.meaning.half import half_of

        return half_of(half, self.study)

    # --- conditions

    def _leads(self, node: Node) -> Conditions:
        found = NO_CONDITIONS
        for lead in node.nodes("lead"):
            token, phrase, condition = lead.children[0], lead.node("noun_phrase"), lead.node("condition")
            assert isinstance(token, Token)
            self.study.use(token)
            if condition is not None:
                found &= self._condition(token, condition)
            elif token.terminal.startswith("THAN"):
                found &= than(lead, self.study)
            elif phrase is not None:
                found &= condition_of(token, nouns_of(phrase, self.study), self.study)
            elif token.terminal == "FREQ_L":
                found &= Conditions(operators=(Operator(tuple(token.value.split()), "adverb"),))
            else:
                found &= Conditions(background=adjective_state(token, self.senses))
        return found

    def _conds(self, node: Node) -> Conditions:
        found = NO_CONDITIONS
        conds = node.node("conds")
        if conds is not None and any(isinstance(child, Token) and child.value == "or" for child in conds.children):
            raise Unreadable("unread-phrase", "conditions joined by `or` are not read here", conds.span)
        for cond in conds.nodes("cond") if conds else ():
            token, condition = cond.children
            assert isinstance(token, Token) and isinstance(condition, Node)
            self.study.use(token)
            found &= self._condition(token, condition)
        return found

    def _condition(self, token: Token, node: Node) -> Conditions:
        said = condition_formula(node, self.study)
        match token.value:
            case "whenever":
                return Conditions(background=said, whenever=True)
            case "unless":
                return Conditions(background=neg(said))
            case "only":
                return Conditions(only=said)
            case "iff":
                return Conditions(iff=said)
            case "regardless":
                return Conditions(either=said)
            case "because" | "but because":
                return Conditions(causes=((said, True),))
            case "not because":
                return Conditions(causes=((said, False),))
            case _:
                return Conditions(background=said)

    # --- putting together

    def _finished(
        self,
        said: Sequence[Said],
        conditions: Conditions,
        node: Node,
        own: bool = False,
        only: bool = False,
    ) -> list[Claim]:
        claims: list[Claim] = []
        for part in said:
            around = part.conditions & conditions
            full = part._replace(conditions=around, operators=(*_leading(around), *part.operators))
            claims += self._claims(full, node, own, only)
        return claims

    def _claims(self, said: Said, node: Node, own: bool, only: bool) -> Iterator[Claim]:
        around = said.conditions
        if around.causes:
            said = self._caused(said, node)
        restrictor, scope = completed(said, self.senses, node.span)
        if scope == TRUE and not self.context.is_setup:
            raise Unreadable("says-nothing", "what this says is not in the vocabulary", node.span)
        always = Operator(("A",), "verb")
        if own and self.context.is_setup:
            restrictor, scope = TRUE, conj((restrictor, scope))
        if only:
            yield from self._only(said, restrictor, scope, node)
            return
        if around.only != TRUE or around.iff != TRUE:
            needed = around.only if around.only != TRUE else around.iff
            yield self._needing(said, restrictor, scope, needed, node)
            if around.iff == TRUE:
                return
            yield Claim(conj((restrictor, needed)), scope, (always,), own=own)
            return
        if around.either != TRUE:
            for side in (around.either, neg(around.either)):
                yield Claim(conj((restrictor, side)), scope, said.operators, around.whenever, own)
            return
        yield Claim(restrictor, scope, said.operators, around.whenever, own)
        if said.converse:
            yield Claim(scope, restrictor, (always,), own=own)

    def _only(self, said: Said, restrictor: Formula, scope: Formula, node: Node) -> Iterator[Claim]:
        """ "Only robust models are accurate": from the predicate to the subject."""
        positive, left = _signed(said.operators, node)
        if said.topic == TRUE:
            raise Unreadable("unread-phrase", "`only` needs a subject that says something", node.span)
        beside = conj((said.aside, said.conditions.background))
        always = Operator(("A",), "verb")
        yield Claim(conj((beside, scope if positive else neg(scope))), said.topic, (*left, always))

    def _needing(self, said: Said, restrictor: Formula, scope: Formula, needed: Formula, node: Node) -> Claim:
        """ "X only if Y": from X to Y."""
        positive, left = _signed(said.operators, node)
        if not positive:
            raise Unreadable("unread-phrase", "`not … only` is not read", node.span, "say it without `only`")
        if changes(needed) and not changes(scope):
            from storycheck.meaning.comparison import _raised

            scope = _raised(scope, self.senses)
        return Claim(conj((restrictor, scope)), needed, (*left, Operator(("A",), "verb")))

    def _caused(self, said: Said, node: Node) -> Said:
        """ "X because of Y": usually, where X, X is due to Y."""
        effect = said.scope
        parts = []
        for cause, affirmed in said.conditions.causes:
            caused = due(effect, cause, node.span)
            parts.append(caused if affirmed else neg(caused))
        conditions = said.conditions._replace(causes=())
        return said._replace(aside=conj((said.aside, effect)), scope=conj(parts), relation="due", conditions=conditions
        )


def _chain(node: Node) -> tuple[list[tuple[Node, str]], Node]:
    """Coordinated predicates, each with the conjunction before it; and the last one, of any kind."""
    preds: list[tuple[Node, str]] = []
    joint, last = "", node
    while True:
        inner = node.node("preds", "preds_that")
        pred = node.node("pred", "pred_that")
        token = node.token("CONJ_V")
        assert pred is not None
        joint = token.value if token else ""
        if pred.name == "pred_that":
            last = pred
        else:
            preds.append((pred, joint))
        if inner is None:
            return preds[::-1], last
        node = inner


def _bare(pred: Node) -> bool:
    """Whether the verb of a predicate is in its base form, as after a modal."""
    phrase = pred.nodes("vp", "be_phrase", "rvp", "rbe_phrase")[0]
    be = pred.node("be")
    if be is not None:
        return any(token.segment.words == ("be",) for token in be.tokens())
    token = phrase.token("VI", "V")
    return token is not None and any(entry.form == "base" for entry in token.segment.entries)


def _own_strength(said: Said) -> bool:
    return any(operator.source == "verb" for operator in said.operators)


def _inserted(said: Said, subject: Noun, operators: tuple[Operator, ...]) -> tuple[Operator, ...]:
    """The operators of a predicate with shared ones between the subject's and its own."""
    count = len(subject.operators)
    return (*said.operators[:count], *operators, *said.operators[count:])


def _leading(around: Conditions) -> tuple[Operator, ...]:
    return around.operators


def _signed(operators: Sequence[Operator], node: Node) -> tuple[bool, tuple[Operator, ...]]:
    """The sign of a predicate under "only", and the strengths other than ability."""
    codes = [code for operator in operators for code in operator.codes]
    strengths = [code for code in codes if code not in ("N", "can", "S")]
    if any(code != "U" for code in strengths) or (codes.count("S") and "N" not in codes):
        raise Unreadable("strength-inside", "how often is not read together with `only`", node.span)
    return codes.count("N") % 2 == 0, tuple(Operator(("U",), "adverb") for _ in strengths[:1])


def _strength_of_implication(verb: Token) -> Operator:
    for entry in verb.segment.entries:
        if entry.ref in ("v-imply", "n-imply"):
            return Operator(("A",) if entry.part == "imply" else ("U",), "verb")
    if verb.segment.word("v-light", "v-cause", "v-need") is not None and verb.segment.words[0].startswith("show"):
        return Operator(("A",), "verb")
    raise Unreadable("unread-phrase", f"`{verb.segment.text} that` is not read", verb.segment.span)


def _joints(node: Node) -> list[str]:
    """For each coordinated predicate the conjunction before it; none before the first."""
    return ["", *(child.value for child in node.children if isinstance(child, Token))]
