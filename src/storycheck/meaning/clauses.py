"""Clauses: a subject with its predicates; "there is …", "it is possible that …", "the more …"."""

from collections.abc import Callable, Mapping

from storycheck.meaning.claims import Around, Claim, claims_of
from storycheck.meaning.comparison import completed, equated
from storycheck.meaning.conditions import conds_of, leads_of, stage_of
from storycheck.meaning.contrast import unlike
from storycheck.meaning.coordination import chain, inserted, operators_shared, predicates_said
from storycheck.meaning.existence import there_is, tradeoff
from storycheck.meaning.formula import TRUE, conj
from storycheck.meaning.half import around_of, half_of, how_often
from storycheck.meaning.implications import check_explains, strength_of_implication
from storycheck.meaning.noun import Noun, Nouns
from storycheck.meaning.nouns import nouns_of
from storycheck.meaning.order import check_before
from storycheck.meaning.predicates import said_of
from storycheck.meaning.relations import comes_from, together
from storycheck.meaning.rises import changes
from storycheck.meaning.said import NO_CONDITIONS, Cause, Conditions, Said
from storycheck.meaning.stages import check_stage
from storycheck.meaning.strength import Operator
from storycheck.meaning.study import Study
from storycheck.meaning.subjects import (
    check_alike,
    check_number,
    check_open,
    check_until,
    denied,
    leading_it,
    unstressed,
    without_stage,
)
from storycheck.meaning.tails import Tails
from storycheck.meaning.trouble import Unreadable, no_antecedent
from storycheck.meaning.verb import Verb
from storycheck.meaning.verb_group import operators_of
from storycheck.syntax.tree import Node


class Clauses:
    """Reads the clauses of one sentence; a later one may lean on the subject of an earlier one."""

    def __init__(self, study: Study, has_own: bool, is_fact: bool) -> None:
        """Tell whether "the model" is the story's own, and whether the sentence states a fact of it."""
        self.study, self.senses = study, study.senses
        self.has_own, self.is_fact = has_own or is_fact, is_fact
        self.subjects: Nouns | None = None
        self.around = NO_CONDITIONS  # what stands after the predicate of the clause before
        self.before: tuple[Node, str] | None = None  # the predicate of the clause before, and what joins them

    def sentence(self, node: Node) -> list[Claim]:
        """The claims of all clauses; what leads the first goes for all that have no lead of their own."""
        claims: list[Claim] = []
        leading = NO_CONDITIONS
        for child in node.children:
            if isinstance(child, Node):
                leads = leads_of(child, self.study)
                leading = leading if leads is NO_CONDITIONS else leads
                claims += self._clause(child, leading)
            elif child.value in ("or", "nor"):
                raise Unreadable("unread-phrase", "claims joined by `or` are not read", child.segment.span)
            elif self.before is not None:
                self.before = (self.before[0], child.value)
        return claims

    def correlative(self, node: Node) -> list[Claim]:
        """ "The larger the model, the worse it generalizes": always, unless a word says how often."""
        halves = node.nodes("half")
        first, around = half_of(halves[0], self.study), around_of(halves[0], self.study)
        claims = []
        for half in halves[1:]:
            operators = how_often(halves[0], half, self.study)
            said = Said(first, half_of(half, self.study), aside=conj((around, around_of(half, self.study))))
            restrictor, scope = completed(said, self.senses, node)
            claims.append(Claim(restrictor, scope, (*operators, Operator(("A",), "verb"))))
        return claims

    def _clause(self, node: Node, leading: Conditions) -> list[Claim]:
        known = self.study.antecedent or self.has_own
        check_before(node)
        node, stage = without_stage(node)
        around = self._around(node)
        conditions = leading & around & stage_of(stage, self.study)
        leads = node.nodes("lead") if node.children[0][0] == "lead" else []
        head = node.children[len(leads)]
        read = self._special.get(head[0])
        if read is not None:
            return read(self, node, conditions)
        if node.token("ELLIPSIS_C"):
            return self._elliptic(node, conditions)
        stressed = operators_of(node, self.study) if head[0] == "IT_F" else ()
        pronoun = leading_it(node)
        if pronoun is not None and not known:
            raise no_antecedent(pronoun.segment.span)
        self.subjects = self._stressed(node, stressed) if stressed else self._subjects(node)
        if len(self.subjects.members) > 1 and self.subjects.joined == "and":
            check_alike(node)
        pair = self._pair(node)
        if pair is not None:
            return claims_of([pair], Around(node, conditions), self.senses)
        self.around = around
        claims: list[Claim] = []
        for subject in self._distributed(self.subjects):
            claims += self._predicates(subject, node, conditions)
        if leads:
            denied = unlike(node, self.subjects.members, self.study)
            claims += claims_of(denied, Around(node, conditions), self.senses)
        return claims

    def _around(self, node: Node) -> Conditions:
        """What stands before the subject or after the predicate, apart from what leads the clause."""
        if node.node("conds", "lead", "between") is None:
            return NO_CONDITIONS
        check_until(node)
        check_number(node)
        return conds_of(node, self.study)

    def _there_is(self, node: Node, conditions: Conditions) -> list[Claim]:
        """ "There are subnetworks that generalize"."""
        there = node.node("there")
        assert there is not None
        of_fact = Around(node, conditions, own=self.is_fact, fact=self.is_fact)
        return claims_of(there_is(there, self.study), of_fact, self.senses)

    def _traded(self, node: Node, conditions: Conditions) -> list[Claim]:
        """ "There is a tradeoff between X and Y"."""
        return claims_of([tradeoff(node, self.study)], Around(node, conditions), self.senses)

    def _elliptic(self, node: Node, conditions: Conditions) -> list[Claim]:
        """ "(Dropout helps,) but weight decay does not": what is said of the one, denied of the other."""
        token, negation = node.token("ELLIPSIS_C"), node.token("NEG_C")
        assert token is not None
        pred = self.before[0] if self.before else None
        group = operators_of(pred, self.study) if pred else ()
        strength = token.segment.word("modal")  # "does" and "is" have none
        modal = (Operator(tuple(strength.split()), "modal"),) if strength else ()
        repeated = ("negation", "modal") if modal else ("negation",)
        if pred is None or any(one.source not in repeated for one in group):
            raise Unreadable("unread-phrase", "what is left out here is not clear", token.segment.span)
        self.study.use(token, *([negation] if negation else ()))
        own = (*modal, *((Operator(("N",), "negation"),) if negation else ()))
        self.subjects = self._subjects(node)
        said = []
        for subject in self._distributed(self.subjects):
            one = said_of(pred, subject, self.study)
            first = len(subject.operators)
            rest = one.operators[first + len(group) :]
            said.append(one._replace(operators=(*subject.operators, *own, *rest)))
        own_case = self._is_own(self.subjects.first)
        around = Around(node, conditions & self.around, own_case, self.is_fact)
        return claims_of(said, around, self.senses)

    def _stressed(self, node: Node, operators: tuple[Operator, ...]) -> Nouns:
        """ "It is not X but Y that …" denies it of X, "it is not X that explains …" the explanation."""
        outside, self.study.denied = self.study.denied, True
        nouns = self._subjects(node)
        self.study.denied = outside
        return unstressed(nouns, operators, node)

    def _subjects(self, node: Node) -> Nouns:
        """The subject; a pronoun in a later clause stands for the subject of the clause before."""
        subjects = node.node("subjects", "noun_phrase")
        nouns = nouns_of(subjects, self.study) if subjects else self.subjects
        if nouns is None:
            raise Unreadable("unread-phrase", "this part of the sentence has no subject", node.span)
        if self.subjects is not None and nouns.first.pronoun and nouns.first.definite:
            return self.subjects
        return nouns

    def _distributed(self, nouns: Nouns) -> tuple[Noun, ...]:
        """ "A and B generalize" is said of each; "A or B" of either."""
        if len(nouns.members) == 1 or nouns.joined == "and":
            return tuple(map(denied, nouns.members))
        return (nouns.merged(self.senses),)

    def _predicates(self, subject: Noun, node: Node, conditions: Conditions) -> list[Claim]:
        own, part = self._is_own(subject), self._is_part(subject)
        around = Around(node, conditions, own, self.is_fact, subject.only, part)
        several = node.node("preds", "preds_that")
        assert several is not None
        preds, last = chain(several)
        said = predicates_said(preds, subject, self.study) if preds else []
        if subject.bare and subject.change is None and not all(changes(one.scope) for one in said):
            # a quantity that is only named is a state where there is a word for it: "robustness", not "data"
            self.senses.pole(subject.quantity, subject.pole or "high", subject.span)
        if self.is_fact:
            check_stage(subject, said, node, self.senses)
        if said and node.name == "bare_clause" and self.before is not None:
            shared = operators_shared(self.before[0], preds[0][0], self.before[1], self.study)
            said[0] = inserted(said[0], subject, shared or ())
        self.before = (preds[0][0], "") if preds else None
        claims = claims_of(said, around, self.senses)
        return claims + self._that(last, subject, conditions) if several.name == "preds_that" else claims

    def _pair(self, node: Node) -> Said | None:
        """ "X and Y are incompatible", where that is what is said."""
        preds = node.node("preds")
        token = preds.tokens()[-1] if preds else None
        way = token.segment.word("n-together", "v-together") if token else None
        if token is None or way is None:
            return None
        pred = preds.node("pred") if preds and len(preds.children) == 1 else None
        phrase = pred.node("vp") if pred else None
        if pred is None or phrase is None or phrase.children != (token,) or token.terminal != "V":
            return None
        self.study.use(token)
        assert self.subjects is not None
        return together(token, self.subjects, self.senses, operators_of(pred, self.study), way)

    def _cause_of(self, node: Node, conditions: Conditions) -> list[Claim]:
        """ "The source of X is Y": X is due to Y."""
        token, (effects, causes) = (
            node.token("CAUSE_OF"),
            (nouns_of(n, self.study) for n in node.nodes("noun_phrase")),
        )
        assert token is not None
        self.study.use(token)
        subject = Noun(causes.span, head=causes.stripped().state(self.senses))
        verb = Verb(token, subject, effects, Tails(self.study), self.senses)
        said = comes_from(verb, "by")
        assert said is not None
        operators = (*operators_of(node, self.study), *causes.first.operators)
        return claims_of([said._replace(operators=operators)], Around(node, conditions), self.senses)

    def _is_own(self, subject: Noun) -> bool:
        if self.is_fact:
            return True
        if subject.ours:
            return True
        unmarked = subject.head == TRUE and subject.rest == TRUE and subject.change is None
        own = self.has_own and subject.definite and not subject.foreign
        return own and unmarked and not subject.operators

    def _is_part(self, subject: Noun) -> bool:
        """Whether it names a part of the story's own run: "the overseer", "the reward model"."""
        named = subject.head != TRUE and not subject.quantity and subject.rest == TRUE
        own = self.has_own and subject.definite and not (subject.foreign or subject.pronoun)
        return own and named and not (subject.operators or subject.only or self.is_fact)

    def _that(self, pred: Node, subject: Noun, conditions: Conditions) -> list[Claim]:
        """ "A probe shows that syntax is encoded"; "a prior explains why networks generalize"."""
        verb, that, inner = pred.token("V"), pred.token("THAT"), pred.node("clause")
        assert verb is not None and that is not None and inner is not None
        self.study.use(verb)
        operators = (*subject.operators, *operators_of(pred, self.study))
        topic = subject.stripped().state(self.senses)
        if that.value == "why":
            check_explains(verb)
            outer = conditions & Conditions(causes=(Cause(topic),))
        else:
            operators = (*operators, strength_of_implication(verb, topic))
            outer = conditions & Conditions(background=topic)
            if not outer.plain:
                raise Unreadable(
                    "unread-phrase", "this condition is not read around an implication", pred.span
                )
        self.subjects = None
        claims = self._clause(inner, leads_of(inner, self.study) & outer)
        own = self._is_own(subject)  # what an implication is about is settled by its own subject
        return [
            claim._replace(operators=(*operators, *claim.operators), own=claim.own and own)
            for claim in claims
        ]

    def _impersonal(self, clause: Node, conditions: Conditions) -> list[Claim]:
        """ "It is possible that …", "It is impossible for SGD to …"."""
        node = clause.node("impersonal", "impersonal_that")
        assert node is not None
        token, inner = node.token("IADJ", "IADJ_THAT"), node.node("clause")
        assert token is not None
        self.study.use(token)
        check_open(token, operators_of(node, self.study))
        own = () if token.value == "skip" else (Operator(tuple(token.value.split()), "modal"),)
        operators = (*operators_of(node, self.study), *own)
        if inner is not None:
            claims = self._clause(inner, conditions & leads_of(inner, self.study))
        else:
            phrase = node.node("noun_phrase")
            nouns = nouns_of(phrase, self.study) if phrase else Nouns((Noun(node.span),))
            pred = node.nodes("infinitive")[0].nodes()[0]
            said = [said_of(pred, subject, self.study) for subject in self._distributed(nouns)]
            said = [one._replace(operators=(*operators, *one.operators)) for one in said]
            claims = claims_of(said, Around(node, conditions), self.senses)
        outer = operators if inner is not None else ()
        return [
            claim._replace(
                operators=(*outer, *claim.operators),
                scope=equated(claim.scope, operators, node.tokens(), self.senses),
            )
            for claim in claims
        ]

    # the readers of clauses that are told by what stands first in them
    _special: Mapping[str, Callable[["Clauses", Node, Conditions], list[Claim]]] = {
        "there": _there_is,
        "impersonal": _impersonal,
        "impersonal_that": _impersonal,
        "TRADE": _traded,
        "CAUSE_OF": _cause_of,
    }
