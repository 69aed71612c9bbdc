"""Where the data that ships with the package lies: the grammar and the evidence packs."""

from functools import cache
from pathlib import Path


@cache
def resource(kind: str) -> Path:
    """The folder of that kind ("grammar", "evidence_rules").

    It is looked for beside the installed package first, then at the root of a source checkout.
    Raises FileNotFoundError if neither place has it.
    """
    package = Path(__file__).resolve().parent
    for folder in (package / "_data" / kind, package.parents[1] / kind):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"no folder `{kind}` beside the package or at the root of the checkout")
