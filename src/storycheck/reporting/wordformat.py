"""Words as text: what the vocabulary means by a phrase, and what else it says with these words."""

from collections.abc import Iterable, Iterator

from storycheck.english import listed
from storycheck.meaning.language import Language
from storycheck.meaning.vocabulary import Concept, Quantity, Vocabulary
from storycheck.reporting.layout import Look, paragraph
from storycheck.syntax.lexicon import GLOSS, words_of

_MOST_FOUND = 12
_MOST_WORDINGS = 10


def words_text(phrase: str, language: Language, look: Look) -> str:
    """The properties that a phrase names, or else those said with all of its words; empty if none."""
    wanted = words_of(phrase)
    phrases = language.lexicon.phrases
    exact = {entry.ref for entry in phrases.get(wanted, ()) if entry.kind != "word"}
    refs = exact or {
        entry.ref
        for words, entries in phrases.items()
        if set(wanted) <= set(words)
        for entry in entries
        if entry.kind != "word"
    }
    found = sorted(refs)
    lines = [line for ref in found[:_MOST_FOUND] for line in _lines(ref, language, look)]
    if len(found) > _MOST_FOUND:
        lines.append(f"and {len(found) - _MOST_FOUND} more; give more words")
    return "".join(f"{line}\n" for line in lines) if wanted else ""


def _lines(ref: str, language: Language, look: Look) -> Iterator[str]:
    """One property: its gloss, its definition, how it is said."""
    known = language.vocabulary
    one = known.concepts.get(ref) or known.quantities[ref]
    yield one.gloss
    for label, text in _definition(one, known):
        yield from paragraph(look, "  ", f"{label}: {text}")
    yield from paragraph(look, "  ", f"said as: {', '.join(_wordings(ref, language))}")


def _definition(one: Concept | Quantity, known: Vocabulary) -> Iterator[tuple[str, str]]:
    if isinstance(one, Quantity):
        ends = (("much of it", one.high), ("little of it", one.low))
        yield from ((label, _gloss(name, known)) for label, name in ends if name)
        if one.inverse:
            yield "falls where this rises", known.quantities[one.inverse].gloss
        return
    if one.trivial:
        yield "is", "every case's, so that it restricts nothing"
    parts = (("means", one.means), ("kind of", one.kind_of), ("excludes", one.excludes))
    yield from ((label, _glosses(names, known)) for label, names in parts if names)
    if one.opposite:
        yield "opposite", _gloss(one.opposite, known)


def _glosses(names: Iterable[str], known: Vocabulary) -> str:
    return listed(_gloss(name, known) for name in names)


def _gloss(name: str, known: Vocabulary) -> str:
    concept = known.concepts.get(name.removeprefix("not "))
    return f"{'not ' if name.startswith('not ') else ''}{concept.gloss if concept else name}"


def _wordings(ref: str, language: Language) -> list[str]:
    """How a property is said, the shortest first; of inflected words, one form."""
    found = [
        " ".join(words)
        for words, entries in language.lexicon.phrases.items()
        if words[0] != GLOSS
        and any(entry.ref == ref and entry.form in ("", "sg", "base") for entry in entries)
    ]
    return sorted(found, key=lambda text: (len(text), text))[:_MOST_WORDINGS]
