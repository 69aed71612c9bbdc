"""The closed-class words with their forms, as the language is read with them.

python -m storycheck.meaning.closed     writes grammar/words.tsv
"""

from functools import cache

from storycheck.syntax.lexicon import Lexicon
from storycheck.syntax.words import closed_class, packed
from storycheck.where import data_folder


def forms_of(verb: str) -> dict[str, tuple[str, ...]]:
    """The forms of a verb by their names in the lexicon."""
    from storycheck.meaning.inflect import verb_forms  # noqa: PLC0415  (only where words.tsv is out of date)

    return verb_forms(verb)._asdict()


@cache
def closed_words() -> Lexicon:
    """All closed-class words."""
    return closed_class(data_folder("grammar"), forms_of)


if __name__ == "__main__":
    home = data_folder("grammar")
    (home / "words.tsv").write_text(packed(home, forms_of), encoding="utf-8")
