"""Where the data that comes with storycheck lies: `grammar/` and `evidence_rules/`.

A built wheel carries them inside the package; a checkout keeps them at its root, where they are edited.
"""

from pathlib import Path

_PACKAGE = Path(__file__).parent
_HOMES = (_PACKAGE / "_data", _PACKAGE.parent.parent)


def data_folder(name: str, homes: tuple[Path, ...] = _HOMES) -> Path:
    """The folder ``name`` of storycheck's own data; FileNotFoundError if the installation lacks it."""
    for home in homes:
        if (home / name).is_dir():
            return home / name
    raise FileNotFoundError(f"storycheck is installed without its `{name}` folder; install it again")
