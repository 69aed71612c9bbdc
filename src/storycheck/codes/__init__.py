"""The pages that explain codes: one Markdown file per verdict and per diagnostic, beside this module.

A page says what the code means, why it matters, and what to do. `storycheck explain CODE` prints it.
"""

from pathlib import Path

_FOLDER = Path(__file__).parent


def all_codes() -> tuple[str, ...]:
    """Every code that has a page, sorted."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.md")))


def page(code: str) -> str | None:
    """The page of a code as Markdown; None if there is none."""
    return (_FOLDER / f"{code}.md").read_text(encoding="utf-8") if code in all_codes() else None
