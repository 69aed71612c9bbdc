"""JSON Schemas of the pack files, for editors: `python -m storycheck.evidence.editor FOLDER` writes them."""

import json
import sys
from pathlib import Path

from storycheck.evidence.schema import ItemFile, PackFile, Part, VocabularyFile

MODELS: dict[str, type[Part]] = {"pack": PackFile, "vocabulary": VocabularyFile, "item": ItemFile}


def schemas() -> dict[str, str]:
    """Each schema as JSON text, by its file name."""
    return {
        f"{name}.json": json.dumps(
            {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema()}, indent=1
        )
        + "\n"
        for name, model in MODELS.items()
    }


def write(folder: Path) -> None:
    """Write the schemas into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
