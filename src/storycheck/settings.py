"""Settings of a project: `storycheck.toml`, or `[tool.storycheck]` in `pyproject.toml`.

The nearest file upward from where the command runs counts; its keys are the long options of
`storycheck check`, and the command line overrides them.
"""

from collections.abc import Mapping
from pathlib import Path

from storycheck.nearest import nearest
from storycheck.records import NamedTuple

_TYPES = {bool: "true or false", int: "a whole number", str: "text", list: "a list of texts"}

KEYS: Mapping[str, type] = {
    "accept": str,
    "color": str,
    "default-evidence": bool,
    "evidence": list,
    "fail-on": str,
    "format": str,
    "limit": int,
    "max-conflicts": int,
    "profile": str,
    "strict": bool,
    "with": list,
    "without": list,
}

Value = bool | int | str | tuple[str, ...]


class SettingsError(Exception):
    """A settings file that cannot be used, with the file and the key in its message."""


class Settings(NamedTuple):
    """Values by key, lists as tuples; ``path`` is the file they come from, None if there is none."""

    values: Mapping[str, Value]
    path: Path | None = None


def load(folder: Path) -> Settings:
    """The settings that hold in a folder; raises SettingsError for a file that is wrong."""
    try:
        folders = [folder.absolute(), *folder.absolute().parents]
    except OSError:
        return Settings({})
    for parent in folders:
        for name in ("storycheck.toml", "pyproject.toml"):
            table = _table(parent / name)
            if table is not None:
                return Settings(_checked(table, parent / name), parent / name)
    return Settings({})


def settings_here() -> Settings:
    """The settings that hold where the command runs."""
    try:
        return load(Path.cwd())
    except OSError:
        return Settings({})


def _table(path: Path) -> dict[str, object] | None:
    """The settings of a file as they stand; None if it has none. Parsed only if it names storycheck."""
    try:
        text = path.read_bytes().decode()
    except OSError:
        return None
    except UnicodeDecodeError as error:
        raise SettingsError(f"`{path}` is not UTF-8") from error
    own = path.name == "storycheck.toml"
    if not own and not ("tool.storycheck" in text or ("[tool]" in text and "storycheck" in text)):
        return None
    import tomllib

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"`{path}` is not TOML: {error}") from error
    table = data if own else data.get("tool", {}).get("storycheck")
    if table is not None and not isinstance(table, dict):
        raise SettingsError(f"`{path}`: `tool.storycheck` must be a table")
    return table


def _checked(table: Mapping[str, object], path: Path) -> dict[str, Value]:
    return {key: _value(key, value, path) for key, value in table.items()}


def _value(key: str, value: object, path: Path) -> Value:
    """A value as its option takes it; paths of packs are relative to the settings file."""
    kind = KEYS.get(key)
    if kind is None:
        hint = nearest(key, KEYS) or f"known are {', '.join(KEYS)}"
        raise SettingsError(f"`{path}`: unknown key `{key}`; {hint}")
    fits = isinstance(value, kind) and (kind is bool or not isinstance(value, bool))
    if isinstance(value, list) and kind is list and all(isinstance(one, str) for one in value):
        return tuple(str(path.parent / one) if key == "evidence" else one for one in value)
    if fits and isinstance(value, bool | int | str):
        return value
    raise SettingsError(f"`{path}`: `{key}` must be {_TYPES[kind]}")
