"""A small pack of evidence about wugs and daxes, written into a folder."""

from pathlib import Path

ITEM = """\
id: {id}
title: {title}
aliases: [W-A]
status: accepted
effect: seems real
scaling: {{direction: unknown, confidence: low}}
papers:
  - {{title: On wugs, venue: Wug Letters, year: 1958}}
setups: [wugs in the wild]
summary: Somebody looked at wugs.
statements:
  - claim: {claim}
examples:
  refutes:
    - {refutes}
    - {refutes_too}
  leaves:
    - Some daxes are not wugs.
    - {leaves}
"""

VOCABULARY = """\
concepts:
  wug:
    gloss: a wug
    noun: [wug]
  dax:
    gloss: a dax
    noun: [dax]
  fep:
    gloss: a fep
    noun: [fep]
"""


def wug_pack(folder: Path, **changes: str) -> Path:
    """A pack whose item W1 says that no wug is a dax; ``changes`` replace parts of the item."""
    parts = {
        "id": "W1",
        "title": "Wugs are never daxes",
        "claim": "No wug is a dax.",
        "refutes": "Every wug is a dax.",
        "refutes_too": "Some wugs are daxes.",
        "leaves": "Some feps are daxes.",
    }
    (folder / "items").mkdir(parents=True)
    (folder / "vocabulary").mkdir()
    (folder / "pack.yaml").write_text(f"name: {folder.name}\nversion: 1.0.0\nsummary: wugs\n")
    (folder / "vocabulary" / "wugs.yaml").write_text(VOCABULARY)
    (folder / "items" / "W1.yaml").write_text(ITEM.format(**(parts | changes)))
    return folder
