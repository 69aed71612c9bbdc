"""Every code that can be reported has a page, and every page is of a code that can be."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from storycheck import codes
from storycheck.report import Verdict

SOURCE = Path(codes.__file__).parent.parent
KEBAB = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
MAKERS = {"Diagnostic", "Fault", "Flaw", "Unreadable"}
MADE_FROM_PARTS = {f"contradictory-{what}" for what in ("setup", "assumptions")} | {
    f"{what}-against-evidence" for what in ("setup", "assumption")
}
NO_DIAGNOSTICS = {*Verdict, "step"}


def constants(node: ast.AST) -> Iterator[str]:
    for one in ast.walk(node):
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and KEBAB.fullmatch(one.value):
            yield one.value


def trees() -> Iterator[ast.AST]:
    for path in sorted(SOURCE.rglob("*.py")):
        yield ast.parse(path.read_text(encoding="utf-8"))


def made() -> set[str]:
    """Codes that stand as the first argument where a diagnostic or its like is made."""
    calls = (node for tree in trees() for node in ast.walk(tree) if isinstance(node, ast.Call))
    named = (call for call in calls if isinstance(call.func, ast.Name) and call.func.id in MAKERS)
    return {code for call in named for code in constants(call.args[0]) if call.args}


def test_every_code_that_is_made_has_a_page() -> None:
    assert made() - set(codes.all_codes()) == set()


def test_every_page_is_of_a_code() -> None:
    known = {constant for tree in trees() for constant in constants(tree)} | MADE_FROM_PARTS | NO_DIAGNOSTICS
    assert set(codes.all_codes()) - known == set()
    assert set(Verdict) <= set(codes.all_codes())
    assert set(codes.all_codes()) >= MADE_FROM_PARTS


@pytest.mark.parametrize("code", codes.all_codes())
def test_a_page_says_what_why_and_what_to_do(code: str) -> None:
    page = codes.page(code) or ""
    title, _, text = page.partition("\n")
    assert re.fullmatch(rf"# {code}: \S.*[^.]", title)
    assert "\n## Why it matters\n\n" in text
    assert "\n## What to do\n\n" in text
    assert text.partition("## Why")[0].strip()
    assert max(map(len, page.splitlines())) <= 120


def test_what_has_no_page() -> None:
    assert codes.page("no-such-code") is None
    assert codes.page("../codes/refuted") is None
