"""Named tuples that are quick to define. There are over a hundred, defined at every start.

`typing.NamedTuple` writes and compiles source for each class; here the constructors of all classes with as
many fields share their code. Why this is worth a module of our own: docs/decisions/quick-records.md.
"""

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING or sys.version_info >= (3, 14):
    # From 3.14 on, annotations are no dictionary that a class can be made from before it is there.
    from typing import NamedTuple as NamedTuple  # noqa: PLC0414 - told to type checkers as exported
else:
    from _collections import _tuplegetter
    from collections.abc import Iterable
    from functools import cache
    from types import CodeType, FunctionType

    class _Record(tuple):
        """What all records share."""

        __slots__ = ()

        def __repr__(self) -> str:
            told = ", ".join(f"{field}={value!r}" for field, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({told})"

        def __getnewargs__(self) -> tuple[Any, ...]:
            return tuple(self)

        @classmethod
        def _make(cls, values: Iterable[Any]) -> "_Record":
            return cls(*values)

        def _asdict(self) -> dict[str, Any]:
            return dict(zip(self._fields, self, strict=True))

        def _replace(self, **changes: Any) -> "_Record":
            return type(self)(**self._asdict() | changes)

    class _Defining(type):
        """Turns the annotations of a class into fields, as `typing.NamedTuple` does."""

        def __new__(mcs, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> type:
            if not bases:
                return super().__new__(mcs, name, bases, namespace)
            fields = tuple(namespace.get("__annotations__", ()))
            defaults = {field: namespace.pop(field) for field in fields if field in namespace}
            if fields[len(fields) - len(defaults) :] != tuple(defaults):
                raise TypeError(f"{name}: a field without a default follows one with a default")
            own = {field: _tuplegetter(place, field) for place, field in enumerate(fields)}
            new = _constructor(fields, tuple(defaults.values()))
            own |= {"__new__": new, "_fields": fields, "_field_defaults": defaults, "__match_args__": fields}
            return type(name, (_Record,), own | namespace | {"__slots__": ()})

    class NamedTuple(metaclass=_Defining):
        """A named tuple: the annotations of a class are its fields, their values the defaults."""

    def _constructor(fields: tuple[str, ...], defaults: tuple[Any, ...]) -> FunctionType:
        shared = _code(len(fields))
        code = shared.replace(co_varnames=("cls", *fields))
        return FunctionType(code, {"new": tuple.__new__}, "__new__", defaults)

    @cache
    def _code(fields: int) -> CodeType:
        """A constructor of tuples with so many fields, whose names are set later."""
        names = "".join(f"_{place}, " for place in range(fields))
        return eval(f"lambda cls, {names}: new(cls, ({names}))").__code__
