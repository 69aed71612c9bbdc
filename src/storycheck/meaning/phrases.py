"""The meaning of words inside a noun phrase: adjectives, owners, comparatives, and the head."""

from collections.abc import Sequence

from storycheck.meaning.agents import of_another, whose
from storycheck.meaning.compounds import before_noun
from storycheck.meaning.formula import TRUE, Formula, conj, disj, neg
from storycheck.meaning.measures import changed, comparison, unclear
from storycheck.meaning.noun import Noun
from storycheck.meaning.senses import Senses, adjective_state
from storycheck.meaning.sizes import (
    SIZE,
    actor,
    are_models,
    check_large,
    check_new,
    check_sized,
    has_size,
    is_party,
    picks,
)
from storycheck.meaning.strength import Operator
from storycheck.meaning.things import check_described
from storycheck.meaning.trouble import Unreadable
from storycheck.syntax.made import made
from storycheck.syntax.tree import Segment, Token

_ORDINARY = frozenset(
    "standard ordinary normal usual conventional regular plain vanilla baseline typical".split()
)


def noun_of(tokens: Sequence[Token], senses: Senses) -> Noun:
    """The meaning of the words of a noun or adjective phrase, in their order."""
    if len(tokens) == 1 and tokens[0].terminal == "NOUN":
        return _single(tokens[0], senses)
    for at in range(len(tokens) - 1, -1, -1):
        if tokens[at].terminal == "POSS":
            if at == 0:
                raise Unreadable("unread-phrase", "the owner is not named here", tokens[at].segment.span)
            return _owned(tokens[:at], tokens[at + 1 :], senses)
    _check_doing(tokens)
    return _Words(tokens, senses).noun()


def _check_doing(tokens: Sequence[Token]) -> None:
    """Raises Unreadable for "*filtering* toxic documents": no noun stands before an adjective of another."""
    first, second, last = tokens[0], tokens[min(1, len(tokens) - 1)], tokens[-1]
    doing = first.terminal == "NOUN" and first.segment.words[-1].endswith("ing")
    if doing and second.terminal == "ADJ" and last.terminal == "NOUN":
        what = f"what `{first.segment.text}` does with this is not read"
        raise Unreadable("unread-phrase", what, first.segment.span.union(last.segment.span))


def _single(token: Token, senses: Senses) -> Noun:
    """A noun by itself, worked out once for all sentences."""
    segment = token.segment
    key = segment.words, segment.entries
    known = senses.single_nouns.get(key)
    if not isinstance(known, Noun):
        ordinary = segment.words[0] in _ORDINARY
        known = senses.single_nouns[key] = _Words((token,), senses).noun()._replace(ordinary=ordinary)
    return made(Noun, (segment.span, *known[1:]))


def _owned(before: Sequence[Token], after: Sequence[Token], senses: Senses) -> Noun:
    """ "SGD's accuracy": the owner is said beside the head; "SGD's" alone is the owner."""
    if before[0].segment.words[:2] == _PART_OF and after:
        span = before[0].segment.span.union(after[-1].segment.span)
        raise Unreadable("strength-inside", "how much of this is not read", span)
    owner = noun_of(before, senses)
    if not after:
        return owner
    owned = whose(noun_of(after, senses), owner, senses)
    return owned._replace(
        span=owner.span.union(owned.span), rest=conj((owned.rest, owner.state(senses))), definite=True
    )


_PART_OF = ("part", "of")


def _completed(noun: Noun, after: Sequence[Token]) -> Noun:
    """The head with what follows it: "(makes) models *robust*", "a training error *above zero*"."""
    if noun.bare and len(after) == 1 and after[0].terminal == "POLE" and after[0].segment.words[0] == "above":
        return noun._replace(pole=after[0].value)
    return noun._replace(complement=tuple(after))


class _Words:
    """Reads words left to right; a comparative or a "high" waits for what it is said of."""

    def __init__(self, tokens: Sequence[Token], senses: Senses) -> None:
        self.tokens, self.senses = tokens, senses
        self.span = tokens[0].segment.span.union(tokens[-1].segment.span)
        self.parts: list[Formula] = []
        self.waiting: Token | None = None  # MORE, COMP or POLE
        self.negated = False
        self.alternative = False  # after "or"
        self.baseline = False

    def noun(self) -> Noun:
        heads = [at for at, token in enumerate(self.tokens) if token.terminal == "NOUN"]
        head = heads[-1] if heads else len(self.tokens)
        for token in self.tokens[:head]:
            self._modifier(token, heads)
        if not heads:
            return self._with(self._headless())
        found, after = self._head(self.tokens[head]), self.tokens[head + 1 :]
        if self._is_object(self.tokens[head]):
            found = found._replace(head=TRUE)
        return self._with(_completed(found, after) if after else found)

    def _is_object(self, head: Token) -> bool:
        """Whether a gerund before the head says it too: "forgetting *previous knowledge*"."""
        before = [token for token in self.tokens if token is not head and token.segment.has_form("ing")]
        here = self.senses.concept(head.segment, "noun") if before else ""
        names = (self.senses.concept(token.segment, "noun", "verb") for token in before)
        return bool(here) and any(name and self.senses.are_akin(name, here) for name in names)

    def _with(self, noun: Noun) -> Noun:
        heads = [token for token in self.tokens if token.terminal == "NOUN"] or self.tokens
        rest, doer = conj((noun.rest, *self.parts)), actor(heads[-1].segment)
        if doer == "person" and rest != TRUE:  # "a deceptive overseer": not that the model is
            raise of_another(self.span)
        if self.parts and not doer:
            check_described(noun, conj(self.parts), self.span, self.senses)
        others = doer == "model" and any(token.segment.words == ("other",) for token in self.tokens)
        party = others or is_party(heads, self.senses)
        return noun._replace(rest=rest, actor=doer, baseline=self.baseline, party=party)

    def _say(self, formula: Formula) -> None:
        formula = neg(formula) if self.negated else formula
        if self.alternative and self.parts:
            formula = disj((self.parts.pop(), formula))
        self.parts.append(formula)
        self.negated = self.alternative = False

    def _modifier(self, token: Token, heads: Sequence[int]) -> None:
        match token.terminal:
            case "NON":
                self.negated = True
            case "BASE":
                self.baseline = not (
                    heads and token.segment.words == ("other",) and self._says_something(heads)
                )
            case "CONJ_A" if self.waiting is not None and self.waiting.terminal == "POLE":
                raise unclear(self.waiting)  # "small and large models"
            case "CONJ_A":
                self.alternative = token.value == "or"
            case "ADJ":
                self._adjective(token)
            case "NOUN":
                self._noun_before_head(token, heads)
            case "COMP" if self._own_quantity(token) and not self._closed(token, heads):
                if self.waiting is not None:
                    raise unclear(self.waiting)
                check_sized(token, self.tokens, self.senses)
                self._check_whole(token, heads)
                self._say(self._own_change(token))
            case _:
                if self.waiting is not None:
                    raise unclear(self.waiting)
                self.waiting = token

    def _says_something(self, heads: Sequence[int]) -> bool:
        """Whether the head restricts anything: "other regularizers" are regularizers."""
        head = self.senses.concept(self.tokens[heads[-1]].segment, "noun")
        return bool(head) and self.senses.literal(head) != TRUE

    def _closed(self, token: Token, heads: Sequence[int]) -> bool:
        """Whether a comparative is said of the head rather than of the quantity that it names itself."""
        head = self.tokens[heads[-1]].segment if heads else None
        return bool(head and self.senses.quantity(head, "noun") and token.segment.word("comp"))

    def _own_quantity(self, token: Token) -> str:
        return self.senses.quantity(token.segment, "more", "less")

    def _check_whole(self, token: Token, heads: Sequence[int]) -> None:
        """ "Larger batch" says all by itself; in "larger batch *lengths*" it is said of something else."""
        head = self.tokens[heads[-1]].segment if heads else None
        whole = len(token.segment.words) > 1 and token.segment.word("comp", "more") is None
        if whole and head and head.entry("quantity", "noun") and not head.entry("concept", "noun"):
            raise unclear(token, head.span)

    def _own_change(self, token: Token) -> Formula:
        entry = token.segment.entry("quantity", "more", "less")
        assert entry is not None
        return self.senses.change(entry.ref, "up" if entry.part == "more" else "down")

    def _adjective(self, token: Token) -> None:
        segment = token.segment
        if self.waiting is None:
            check_large(token, self.tokens, self.senses)
            check_new(token, self.tokens, self.senses)
            self._say(adjective_state(token, self.senses))
            return
        if self.waiting.terminal == "POLE" and self._measures_quantity():
            self._say(adjective_state(token, self.senses))  # "strong *finetuned* performance"
            return
        change = changed(token, comparison(self.waiting), self.senses)
        if change is None:
            raise unclear(self.waiting, segment.span)
        self._say(change)
        if self.waiting.terminal != "MORE" or not self._more_adjectives(token):
            self.waiting = None

    def _measures_quantity(self) -> bool:
        head = self.tokens[-1]
        plain = head.terminal == "NOUN" and not self.senses.concept(head.segment, "noun")
        return plain and bool(self.senses.quantity(head.segment, "noun"))

    def _more_adjectives(self, token: Token) -> bool:
        """Whether another adjective follows that the same "more" belongs to."""
        at = self.tokens.index(token)
        return len(self.tokens) > at + 2 and self.tokens[at + 1].terminal == "CONJ_A"

    def _noun_before_head(self, token: Token, heads: Sequence[int]) -> None:
        if are_models(token.segment):
            raise Unreadable(
                "unread-phrase",
                f"`{token.segment.text}` before another noun is not read",
                self.span,
                "for two objects, say what is given in the first place: `robustness in pruned networks`",
            )
        if not token.segment.word("noun") or self.senses.concept(token.segment, "noun"):
            head = self.tokens[heads[-1]].segment
            self._say(before_noun(_single(token, self.senses), head, self.senses))

    def _head(self, token: Token) -> Noun:
        segment, senses = token.segment, self.senses
        ordinary = segment.words[0] in _ORDINARY
        concept, quantity = senses.concept(segment, "noun"), senses.quantity(segment, "noun")
        if self.waiting is not None:
            return self._measured(self.waiting, segment, concept, quantity)
        if self.negated and quantity and not concept:
            self.negated = False
            return Noun(self.span, quantity=quantity, pole="low")
        if concept or not quantity:
            head = senses.literal(concept) if concept else TRUE
            if self.negated:
                self.negated, head = False, neg(head)
            common = concept if head == TRUE else ""
            return Noun(
                self.span,
                head=head,
                common=common,
                also=quantity,
                ordinary=ordinary,
                picking=picks(segment),
                event=self._happens(segment, concept, quantity),
            )
        return Noun(self.span, quantity=quantity, event=self._happens(segment, concept, quantity))

    def _happens(self, segment: Segment, concept: str, quantity: str) -> bool:
        """Whether it is a gerund of what there can be more or less of: "forgetting", not "finetuning"."""
        known = self.senses.vocabulary.quantities.get(quantity)
        graded = concept in self.senses.poles or (known is not None and bool(known.high))
        return graded and segment.has_form("ing")

    def _measured(self, measure: Token, head: Segment, concept: str, quantity: str) -> Noun:
        """A head with "more", "higher" or "high" before it."""
        self.waiting = None
        if measure.segment.words == ("constant",) and concept:
            raise unclear(measure, self.span)  # "constant monitoring" is monitoring all the time
        way = comparison(measure)
        if not quantity and concept in self.senses.poles and measure.terminal != "POLE":
            quantity, pole = self.senses.poles[concept]
            quantity = quantity if pole == "high" else ""
        if quantity and measure.terminal == "POLE":
            end = self.senses.end(quantity, measure.value, self.span)
            return Noun(self.span, quantity=quantity, pole=end)
        if quantity and way:
            event = measure.segment.words[-1] in ("of", "in")  # "a loss of", "a drop in"
            return Noun(self.span, quantity=quantity, change=self.senses.change(quantity, way), event=event)
        if way in ("better", "worse", "not better", "not worse") and (
            not concept or self.senses.literal(concept) == TRUE
        ):
            change = self.senses.change(self.senses.performance(measure.segment.span), way)
            return Noun(self.span, rest=change)
        few = self.senses.vocabulary.quantities.get(SIZE)
        if (
            few
            and few.low
            and concept
            and measure.segment.words == ("small",)
            and has_size(head, self.senses)
        ):
            small = self.senses.pole(SIZE, "low", self.span)
            return Noun(self.span, head=self.senses.literal(concept), rest=small)
        if concept and measure.segment.words == ("little",) and self.senses.literal(concept) != TRUE:
            hardly = Operator(("U", "N"), "almost")
            return Noun(self.span, head=self.senses.literal(concept), operators=(hardly,))
        raise unclear(measure, self.span)

    def _headless(self) -> Noun:
        """Adjectives alone ("is robust"), or a comparative that waits for what the sentence is about."""
        if self.waiting is not None:
            return Noun(self.span, complement=(self.waiting,), headless=True)
        return Noun(self.span, headless=not any(self._own_quantity(token) for token in self.tokens))
