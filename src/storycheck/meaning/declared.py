"""A story's own words: its declarations on top of the language of the evidence.

A declared phrase is a noun phrase, so that "Every wug is a dax" can be said of it. Where the evidence has
the phrase too and the story means something else by it, the story's own meaning counts in the story, and
the evidence, which was stated with the other, says nothing of it.
"""

import re
from collections.abc import Iterable

from storycheck.diagnostics import Diagnostic, Severity
from storycheck.meaning.inflect import is_plural
from storycheck.meaning.language import Language
from storycheck.meaning.lint import cycles
from storycheck.meaning.vocabulary import Concept, Quantity, Vocabulary
from storycheck.meaning.wording import Wording, flaw_of, phrases
from storycheck.nearest import nearest
from storycheck.source import Span
from storycheck.syntax.directives import Declaration
from storycheck.syntax.entries import Entry
from storycheck.syntax.lexicon import GLOSS, Lexicon, words_of
from storycheck.syntax.starting import Words
from storycheck.syntax.tables import Over

PREFIX = "story:"
"""Begins the identifiers of what a story declares, which no pack's can."""

_PARTS = ("noun", "adjective", "verb", "modifier", "gloss")
_ARTICLE = re.compile(r"^(?:an?|the)\s+", re.I)
_QUANTIFIERS = (
    "all",
    "any",
    "each",
    "every",
    "few",
    "many",
    "most",
    "no",
    "none",
    "not",
    "never",
    "only",
    "some",
)
_CONNECTIVES = ("this", "that", "these", "those", "it", "they", "if", "unless", "and", "or", "is", "are")
_SHOWN = 80  # characters of a phrase that is too long
_FUNCTION_WORDS = frozenset((*_QUANTIFIERS, *_CONNECTIVES))


def declare(
    language: Language, declarations: Iterable[Declaration]
) -> tuple[Language, tuple[Diagnostic, ...]]:
    """The language with a story's declarations on top, and what was wrong with them; never raises."""
    listed = [
        one._replace(name=_ARTICLE.sub("", one.name), other=_ARTICLE.sub("", one.other))
        for one in declarations
    ]
    if not listed:
        return language, ()
    story = _Story(language)
    for declaration in listed:
        story.take_over(declaration)
    for declaration in listed:
        story.name(declaration)
    for declaration in listed:
        if declaration.relation:
            story.relate(declaration)
    story.break_cycles()
    return story.language(), tuple(story.diagnostics)


class _Story:
    """What a story has declared so far."""

    def __init__(self, known: Language) -> None:
        self.known = known
        self.concepts: dict[str, Concept] = {}
        self.quantities: dict[str, Quantity] = {}
        self.added: list[tuple[Words, Entry]] = []
        self.phrases: dict[Words, tuple[Entry, ...]] = {}
        self.places: dict[str, Span] = {}
        self.diagnostics: list[Diagnostic] = []
        self.hiding: set[Words] = set()  # known phrases that the story means in a sense of its own

    def name(self, declaration: Declaration) -> None:
        """Take the phrase as a concept or quantity of the story's own, if it is new."""
        name, words = declaration.name, words_of(declaration.name)
        if fault := _unfit(name, words):
            self._tell(declaration, "bad-declaration", f"`{name[:_SHOWN]}` cannot be declared: {fault}")
        elif words in self.known.lexicon.phrases and words not in self.hiding:
            self._known_already(declaration, words)
        elif words not in self.phrases:
            self._add(PREFIX + "-".join(words), declaration)
        elif declaration.kind not in {entry.kind for entry in self.phrases[words]}:
            self._tell(declaration, "known-term", f"`{name}` is declared as a concept and as a quantity")

    def _add(self, here: str, declaration: Declaration) -> None:
        kind, name = declaration.kind, declaration.name
        gloss = _gloss(name) if kind == "concept" else name
        if (GLOSS, *words_of(gloss)) in self.known.lexicon.phrases:
            gloss += " of this story"
        if kind == "concept":
            self.concepts[here] = Concept(here, gloss)
        else:
            self.quantities[here] = Quantity(here, gloss)
        self.places[here] = declaration.span
        known = self.known.lexicon.phrases
        forms = list(phrases((Wording(kind, here, "noun", name),)))
        if words_of(name) in self.hiding:
            self.hiding |= {words for words, _ in forms}
        wording = phrases((Wording(kind, here, "gloss", gloss),))
        added = [pair for pair in (*forms, *wording) if pair[0] not in known or pair[0] in self.hiding]
        self.added += added
        for words, entries in Lexicon.of(added).phrases.items():
            self.phrases[words] = (*self.phrases.get(words, ()), *entries)

    def take_over(self, declaration: Declaration) -> None:
        """Note that the story means something of its own by a known phrase, if it says so."""
        words = words_of(declaration.name)
        known = self.known.lexicon.phrases.get(words, ())
        if not known or words in self.hiding or _unfit(declaration.name, words):
            return
        other_kind = declaration.kind not in {entry.kind for entry in known}
        if not other_kind and (not declaration.relation or self._says_nothing_new(declaration)):
            return
        self.hiding.add(words)
        message = f"`{declaration.name}` is in the vocabulary of the evidence; here it is the story's own"
        help_ = "what the evidence says of the other does not speak of it; choose another phrase to use both"
        self._tell(declaration, "known-term", message, help_, Severity.NOTE)

    def _says_nothing_new(self, declaration: Declaration) -> bool:
        """Whether the known word is related like this already, or to itself."""
        here, there = self._concept(declaration.name), self._concept(declaration.other)
        return here == there or (bool(there) and self._holds(here, declaration.relation, there))

    def _known_already(self, declaration: Declaration, words: Words) -> None:
        """A note that nothing comes of the declaration, unless it has more to say."""
        if not declaration.relation:
            message = f"`{declaration.name}` is known already; declaring it changes nothing"
            self._tell(declaration, "known-term", message, severity=Severity.NOTE)

    def relate(self, declaration: Declaration) -> None:
        """Relate a declared concept to another one."""
        relation = declaration.relation
        negated = relation == "means" and declaration.other.startswith("not ")
        other = _ARTICLE.sub("", declaration.other.removeprefix("not ")) if negated else declaration.other
        here, there = self._concept(declaration.name), self._concept(other)
        if not there:
            self._tell(
                declaration, "unknown-term", f"`{other}` is no concept that is known", self._near(other)
            )
        elif here == there:
            self._tell(declaration, "self-reference", f"`{declaration.name}` is related to itself")
        elif here in self.concepts:
            named = f"not {there}" if negated else there
            self.concepts[here] = _related(self.concepts[here], relation, named)

    def _concept(self, phrase: str) -> str:
        """The concept that a phrase names, or an empty identifier."""
        words = words_of(phrase)
        known = () if words in self.hiding else self.known.lexicon.phrases.get(words, ())
        entries = (*known, *self.phrases.get(words, ()))
        named = [entry for entry in entries if entry.kind == "concept"]
        return min(named, key=lambda entry: _PARTS.index(entry.part)).ref if named else ""

    def _holds(self, here: str, relation: str, there: str) -> bool:
        """Whether known vocabulary says so already."""
        concepts = self.known.vocabulary.concepts
        if relation == "means":
            return concepts[here].means == (there,)
        if relation == "excludes":
            return there in concepts[here].excludes or here in concepts[there].excludes
        above, waiting = set[str](), [here]
        while waiting:
            concept = concepts[waiting.pop()]
            new = {name for name in (*concept.kind_of, *concept.means) if name in concepts} - above
            above |= new
            waiting += new
        return there in above

    def _near(self, phrase: str) -> str:
        known = (" ".join(words) for words in (*self.phrases, *self.known.lexicon.phrases))
        return nearest(phrase, known) or f'declare it: `concept "{phrase}"`'

    def break_cycles(self) -> None:
        """Report concepts that are kinds of each other, and take them apart."""
        for flaw in cycles(self.concepts.values()):
            here = str(flaw.key[1])
            message = flaw.message.replace(f"`{PREFIX}", "`")
            self.diagnostics.append(
                Diagnostic(flaw.code, Severity.ERROR, message, self.places[here], flaw.help)
            )
            self.concepts[here] = self.concepts[here]._replace(kind_of=(), means=())

    def language(self) -> Language:
        """The known language with the declared words on top."""
        known = self.known.vocabulary
        vocabulary = Vocabulary(
            Over(self.concepts, known.concepts), Over(self.quantities, known.quantities), known.families
        )
        return Language(self.known.lexicon.extended(self.added, self.hiding), vocabulary)

    def _tell(
        self, at: Declaration, code: str, message: str, help_: str = "", severity: Severity = Severity.ERROR
    ) -> None:
        self.diagnostics.append(Diagnostic(code, severity, message, at.span, help_))


def _related(concept: Concept, relation: str, other: str) -> Concept:
    if relation == "means":
        return concept._replace(means=(*concept.means, other))
    if relation == "excludes":
        return concept._replace(excludes=(*concept.excludes, other))
    return concept._replace(kind_of=(*concept.kind_of, other))


def _unfit(name: str, words: Words) -> str:
    """Why a phrase cannot be a noun phrase of the story's own; empty if it can."""
    if not any(map(str.isalpha, name)) or not all(any(map(str.isalnum, word)) for word in words):
        return "it has to consist of words"
    if words[0] in _FUNCTION_WORDS:
        return f"`{words[0]}` at its start would be read as a word of the sentence"
    return flaw_of(name)


def _gloss(name: str) -> str:
    """The concept as a predicate: "is a wug"."""
    if is_plural(words_of(name)[-1]):
        return f"has {name}"
    return f"is {'an' if name[:1].lower() in 'aeiou' else 'a'} {name}"
