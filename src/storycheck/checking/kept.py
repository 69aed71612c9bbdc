"""What was found out for one story and holds for the next: most sentences of an edited story are the same."""

from storycheck.checking.consistency import Clashes
from storycheck.checking.given import Facts, Premise
from storycheck.checking.memory import Memory
from storycheck.checking.premises import Refutations
from storycheck.checking.together import Together
from storycheck.meaning.language import Language
from storycheck.meaning.reading import Context, Understood, read
from storycheck.report import ClaimReport, StepReport
from storycheck.syntax.directives import Step


class Kept:
    """What is kept for stories with the same words, judged against the same evidence."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        self.readings: Memory[tuple[str, Context], Understood] = Memory()
        """As if the sentence began the text."""
        self.reports: Memory[tuple[str, str, str, Context, Facts], ClaimReport] = Memory()
        """Claims by their names, roles and texts, wherever they stood."""
        self.worked: Memory[tuple[str, Context, Facts], ClaimReport] = Memory()
        """Claims with their repairs, by their texts."""
        self.steps: Memory[tuple[Step, tuple[Premise | None, ...], Context, Facts], StepReport] = Memory()
        """By what the sentences say that they name, as if they began the text."""
        self.clashes: Memory[tuple[Premise, ...], Clashes] = Memory()
        self.conflicts: Memory[tuple[tuple[Premise, ...], Facts, bool], Refutations] = Memory()
        """Of premises with the evidence, or (true) of claims with each other."""
        self.together = Together()

    def read(self, text: str, language: Language, context: Context, offset: int = 0) -> Understood:
        """The readings of a sentence that starts at ``offset``."""
        found = self.readings.recall((text, context), lambda: read(text, language, context))
        if not offset or not found.diagnostics:
            return found
        moved = (each._replace(span=each.span.shifted(offset)) for each in found.diagnostics)
        return found._replace(diagnostics=tuple(moved))
