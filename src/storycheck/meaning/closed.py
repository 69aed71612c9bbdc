"""The closed-class words with their forms, as the language is read with them."""

import marshal
from functools import cache

from storycheck.cache import kept
from storycheck.syntax.lexicon import Lexicon
from storycheck.syntax.stored import packed, unpacked
from storycheck.where import data_folder


@cache
def closed_words() -> Lexicon:
    """All closed-class words; made by the first run, and kept for the next."""
    return unpacked(marshal.loads(kept("words", ("syntax", "meaning"), _made)))


def _made() -> bytes:
    from storycheck.meaning.inflect import verb_forms  # noqa: PLC0415  (only where they are made)
    from storycheck.syntax.words import closed_class  # noqa: PLC0415

    words = closed_class(data_folder("grammar"), lambda verb: verb_forms(verb)._asdict())
    return marshal.dumps(packed(words))
