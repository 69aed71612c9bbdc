"""What the vocabulary says about the words of a sentence: literals, poles of quantities, changes."""

from collections.abc import Iterable, Iterator
from functools import cache, cached_property

from storycheck.meaning.formula import TRUE, Atom, Formula, Lit, conj, has, literals, named, neg, terms
from storycheck.meaning.trouble import Unreadable
from storycheck.meaning.vocabulary import Quantity, Vocabulary
from storycheck.source import Span
from storycheck.syntax.entries import Entries, Entry
from storycheck.syntax.starting import Words
from storycheck.syntax.tree import Segment, Token

PERFORMANCE = "performance"
_BEING = frozenset("has uses is was concerns reaches contains resembles".split())
_TURNED = {"up": "down", "down": "up", "not up": "not down", "not down": "not up"}
_OPPOSITE = {"high": "low", "low": "high"}


class Senses:
    """Look-ups in a vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Take the vocabulary of the language, the story's own concepts included."""
        self.vocabulary = vocabulary
        self.single_nouns: dict[tuple[Words, Entries], object] = {}
        # what is asked for nearly every sentence is worked out once
        self.literal, self.named_in = cache(self._literal), cache(self._named_in)
        self.are_akin, self.are_exclusive = cache(self._akin), cache(self._exclude)
        self.gloss, self._kinds = cache(self._gloss), cache(self._all_kinds)
        self.is_trivial = cache(self._is_trivial)
        self._presupposes = cache(lambda concept: vocabulary.concepts[concept].presupposes)

    @cached_property
    def poles(self) -> dict[str, tuple[str, str]]:
        """For each concept of having much or little of a quantity: the quantity, and "high" or "low"."""
        found: dict[str, tuple[str, str]] = {}
        for quantity in self.vocabulary.quantities.values():
            if quantity.high:
                found.setdefault(quantity.high, (quantity.id, "high"))
            if quantity.low:
                found.setdefault(quantity.low, (quantity.id, "low"))
        return found

    @cached_property
    def ends(self) -> dict[str, tuple[str, str]]:
        """The poles, and the scales that are a kind of one: "large models" are those with many parameters."""
        found = dict(self.poles)
        for known in self.vocabulary.concepts.values():
            for kind in known.kind_of if known.dimension == "scale" else ():
                if kind in self.poles:
                    found.setdefault(known.id, self.poles[kind])
        return found

    @cached_property
    def inverses(self) -> dict[str, str]:
        """For each quantity that another one is the inverse of: that other."""
        return {known.inverse: known.id for known in self.vocabulary.quantities.values() if known.inverse}

    def _literal(self, concept: str) -> Formula:
        """That the case has the concept; true if every case has it."""
        known = self.vocabulary.concepts.get(concept)
        return TRUE if known is not None and known.trivial else has(concept)

    def _gloss(self, concept: str) -> tuple[str, ...]:
        """The words of a concept's gloss; none for "" and unknown ones."""
        known = self.vocabulary.concepts.get(concept)
        return tuple(known.gloss.split()) if known else ()

    def _is_trivial(self, entry: Entry) -> bool:
        """Whether the entry is of a concept that every case has."""
        known = self.vocabulary.concepts.get(entry.ref)
        return entry.kind == "concept" and known is not None and known.trivial

    def quantity(self, segment: Segment, *parts: str) -> str:
        """The quantity that a segment names as one of these parts of speech; "" if none."""
        entry = segment.entry("quantity", *parts)
        return entry.ref if entry else ""

    def concept(self, segment: Segment, *parts: str) -> str:
        """The concept that a segment names as one of these parts of speech; "" if none."""
        entry = segment.entry("concept", *parts)
        return entry.ref if entry else ""

    def pole(self, quantity: str, pole: str, span: Span) -> Formula:
        """That the case has much ("high") or little ("low") of a quantity; see `end`."""
        known, pole = self.vocabulary.quantities[quantity], self.end(quantity, pole, span)
        if pole.startswith("not "):
            return neg(self.pole(quantity, pole[4:], span))
        found = self._pole(known, pole)
        if found is None:
            message = f"the vocabulary has no word for having {pole} {known.gloss}"
            raise Unreadable("unread-phrase", message, span, f"compare instead: more or less {known.gloss}")
        return found

    def end(self, quantity: str, pole: str, span: Span) -> str:
        """The end of a quantity that "good" and "bad" name; any other pole as it is."""
        known = self.vocabulary.quantities[quantity]
        if pole not in ("good", "bad"):
            return pole
        if known.better == "neither":
            message = f"how much {known.gloss} is {pole} is not known"
            raise Unreadable("unclear-comparison", message, span, "say high or low")
        return "high" if (pole == "good") == (known.better == "high") else "low"

    def has_pole(self, quantity: str, pole: str) -> bool:
        """Whether the vocabulary has a word for this end of the quantity."""
        return self._pole(self.vocabulary.quantities[quantity], pole) is not None

    def is_state(self, quantity: str) -> bool:
        """Whether to name the quantity is to say that there is much of it: "robustness", "overfitting"."""
        known = self.vocabulary.quantities[quantity]
        inverse = self.vocabulary.quantities.get(known.inverse)
        return bool(known.high or (inverse and inverse.low))

    @cached_property
    def opposites(self) -> dict[str, str]:
        """For each concept that has one, the concept that holds exactly where it does not."""
        pairs = [(concept.id, concept.opposite) for concept in self.vocabulary.related if concept.opposite]
        return {there: here for here, there in pairs} | dict(pairs)

    def contrary(self, formula: Formula) -> Formula:
        """The concept that holds exactly where this one does not; the negation if there is none."""
        other = self.opposites.get(named(formula))
        return self.literal(other) if other else neg(formula)

    def _named_in(self, atom: Atom) -> frozenset[str]:
        """Its concepts and quantities, and all that is named with them: opposites, ends of quantities."""
        return frozenset(with_it for _, name in terms(atom) for with_it in self._names_with(name))

    def _names_with(self, name: str) -> Iterator[str]:
        quantities = self.vocabulary.quantities
        yield name
        yield self.opposites.get(name, "")
        if name in quantities:
            yield from (quantities[name].high, quantities[name].low, quantities[name].inverse)
            yield from (end for end, (quantity, _) in self.ends.items() if quantity == name)
        if name in self.poles:
            quantity = quantities[self.poles[name][0]]
            yield from (quantity.id, quantity.inverse, self.inverses.get(quantity.id, ""))

    def is_domain(self, formula: Formula) -> bool:
        """Whether it says of the case no more than what it works on."""
        known = self.vocabulary.concepts.get(formula.atom.name) if isinstance(formula, Lit) else None
        return known is not None and (known.dimension == "domain" or known.gloss.startswith("concerns "))

    def is_doing(self, formula: Formula) -> bool:
        """Whether it is something that a network does, by its gloss: "forgets the previous task"."""
        first, *_ = self.gloss(named(formula)) or ("",)
        return first.endswith("s") and not first.endswith("ss") and first not in _BEING

    def _akin(self, one: str, other: str) -> bool:
        """Whether two concepts are one, opposites, or ends of one quantity."""
        ends = [self.poles[concept][0] for concept in (one, other) if concept in self.poles]
        return one == other or self.opposites.get(one) == other or (len(ends) == 2 and ends[0] == ends[1])

    def _exclude(self, one: str, other: str) -> bool:
        """Whether one of two concepts, or of what they are kinds of, excludes the other; not so for ""."""
        known = self.vocabulary.concepts
        if one not in known or other not in known:
            return False
        kinds, others = self._kinds(one), self._kinds(other)
        return any(not others.isdisjoint(known[kind].excludes) for kind in kinds) or any(
            not kinds.isdisjoint(known[kind].excludes) for kind in others
        )

    def presupposed(self, scope: Iterable[Lit], restrictor: Formula) -> Formula:
        """What the literals of a scope take for granted, unless the restrictor settles it."""
        needed = [
            each for lit in scope if lit.atom.kind == "has" for each in self._presupposes(lit.atom.name)
        ]
        if not needed:
            return TRUE
        settled = [lit for lit in literals(restrictor) if lit.atom.kind == "has"]
        return conj(
            self.literal(each)
            for each in dict.fromkeys(needed)
            if not any(self._settles(lit, each) for lit in settled)
        )

    def _settles(self, said: Lit, concept: str) -> bool:
        """Whether what is said by itself tells if a case has the concept."""
        name, concepts = said.atom.name, self.vocabulary.concepts
        if not said.positive:
            return name == concept
        excluded = concept in concepts[name].excludes or name in concepts[concept].excludes
        return excluded or self.is_kind(name, concept)

    def is_kind(self, concept: str, of: str) -> bool:
        """Whether every case of one concept is one of another by the definitions of kinds."""
        return of in self._kinds(concept)

    def is_setup(self, concept: str) -> bool:
        """Whether it tells a scale, an architecture or a domain; not so for "" and unknown ones."""
        concepts = self.vocabulary.concepts
        return concept in concepts and any(concepts[kind].dimension for kind in self._kinds(concept))

    def _all_kinds(self, concept: str) -> frozenset[str]:
        """The concept and all that it is a kind of."""
        found, waiting = {concept}, [concept]
        while waiting:
            kinds = self.vocabulary.concepts[waiting.pop()].kind_of
            waiting += [kind for kind in kinds if kind not in found]
            found.update(kinds)
        return frozenset(found)

    def _pole(self, quantity: Quantity, pole: str) -> Formula | None:
        own, other = (quantity.high, quantity.low) if pole == "high" else (quantity.low, quantity.high)
        if own:
            return self.literal(own)
        inverse = self.vocabulary.quantities.get(quantity.inverse)
        if inverse is not None and (inverse.low if pole == "high" else inverse.high):
            return self._pole(inverse, _OPPOSITE[pole])
        return neg(self.literal(other)) if other else None

    def change(self, quantity: str, way: str) -> Formula:
        """That a quantity changes this way: up, down, better, worse, same, as, intact, affect; or "not …"."""
        if way.startswith("not "):
            return neg(self.change(quantity, way[4:]))
        if way in ("affect", "different"):
            return Lit(Atom("stays", quantity), False)
        if way in ("same", "as", "as up", "as down", "intact"):
            return Lit(Atom("stays", quantity))
        up = way == "up"
        if way in ("better", "worse", "help", "harm"):
            up = (way in ("better", "help")) == (self.vocabulary.quantities[quantity].better != "low")
        return Lit(Atom("rises" if up else "falls", quantity))

    def graded(self, concept: str, way: str) -> Formula | None:
        """More or less of what a concept says; None if it is no end of a quantity.

        Where it is the low end, more of it is less of the quantity: more vulnerable is less robust.
        """
        quantity, pole = self.poles.get(concept, ("", ""))
        turned = _TURNED.get(way, way) if pole == "low" else way
        plain = pole == "high" or way in _TURNED or way in ("as", "same")
        return self.change(quantity, turned) if quantity and plain else None

    def performance(self, span: Span) -> str:
        """The quantity that "better" speaks of by itself."""
        if PERFORMANCE not in self.vocabulary.quantities:
            raise Unreadable("unknown-term", "better or worse at what is not said", span, "name the quantity")
        return PERFORMANCE


def adjective_state(token: Token, senses: Senses) -> Formula:
    """What an adjective, participle or verb says by itself."""
    segment = token.segment
    concept = senses.concept(segment, "adjective") or senses.concept(segment, "verb", "modifier")
    if concept:
        return senses.literal(concept)
    quantity = senses.quantity(segment, "adjective", "verb")
    if quantity and segment.word("v-process") is None:
        return senses.pole(quantity, "high", segment.span)
    return TRUE
