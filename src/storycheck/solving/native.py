"""The few calls of Z3's C interface that a session needs, straight from the library that z3-solver ships.

Importing the `z3` package binds some nine hundred functions first, which takes longer than checking a
story does. Handles are plain integers here. See `docs/decisions/z3-c-interface.md`.
"""

import ctypes
import os
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

_HANDLE, _UNSIGNED = ctypes.c_void_p, ctypes.c_uint
_ERROR_HANDLER = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_uint)

_SIGNATURES: dict[str, tuple[Any, list[Any]]] = {
    "Z3_mk_config": (_HANDLE, []),
    "Z3_del_config": (None, [_HANDLE]),
    "Z3_mk_context_rc": (_HANDLE, [_HANDLE]),
    "Z3_set_error_handler": (None, [_HANDLE, _ERROR_HANDLER]),
    "Z3_get_error_code": (ctypes.c_int, [_HANDLE]),
    "Z3_get_error_msg": (ctypes.c_char_p, [_HANDLE, ctypes.c_int]),
    "Z3_mk_string_symbol": (_HANDLE, [_HANDLE, ctypes.c_char_p]),
    "Z3_mk_int_symbol": (_HANDLE, [_HANDLE, ctypes.c_int]),
    "Z3_mk_bool_sort": (_HANDLE, [_HANDLE]),
    "Z3_mk_const": (_HANDLE, [_HANDLE, _HANDLE, _HANDLE]),
    "Z3_mk_not": (_HANDLE, [_HANDLE, _HANDLE]),
    "Z3_mk_or": (_HANDLE, [_HANDLE, _UNSIGNED, _HANDLE]),
    "Z3_mk_and": (_HANDLE, [_HANDLE, _UNSIGNED, _HANDLE]),
    "Z3_inc_ref": (None, [_HANDLE, _HANDLE]),
    "Z3_dec_ref": (None, [_HANDLE, _HANDLE]),
    "Z3_get_ast_id": (_UNSIGNED, [_HANDLE, _HANDLE]),
    "Z3_get_app_decl": (_HANDLE, [_HANDLE, _HANDLE]),
    "Z3_to_app": (_HANDLE, [_HANDLE, _HANDLE]),
    "Z3_get_bool_value": (ctypes.c_int, [_HANDLE, _HANDLE]),
    "Z3_mk_params": (_HANDLE, [_HANDLE]),
    "Z3_params_inc_ref": (None, [_HANDLE, _HANDLE]),
    "Z3_params_dec_ref": (None, [_HANDLE, _HANDLE]),
    "Z3_params_set_bool": (None, [_HANDLE, _HANDLE, _HANDLE, ctypes.c_bool]),
    "Z3_params_set_uint": (None, [_HANDLE, _HANDLE, _HANDLE, _UNSIGNED]),
    "Z3_mk_solver_for_logic": (_HANDLE, [_HANDLE, _HANDLE]),
    "Z3_solver_inc_ref": (None, [_HANDLE, _HANDLE]),
    "Z3_solver_dec_ref": (None, [_HANDLE, _HANDLE]),
    "Z3_solver_set_params": (None, [_HANDLE, _HANDLE, _HANDLE]),
    "Z3_solver_assert": (None, [_HANDLE, _HANDLE, _HANDLE]),
    "Z3_solver_check_assumptions": (ctypes.c_int, [_HANDLE, _HANDLE, _UNSIGNED, _HANDLE]),
    "Z3_solver_get_unsat_core": (_HANDLE, [_HANDLE, _HANDLE]),
    "Z3_solver_get_model": (_HANDLE, [_HANDLE, _HANDLE]),
    "Z3_solver_get_statistics": (_HANDLE, [_HANDLE, _HANDLE]),
    "Z3_stats_inc_ref": (None, [_HANDLE, _HANDLE]),
    "Z3_stats_dec_ref": (None, [_HANDLE, _HANDLE]),
    "Z3_stats_size": (_UNSIGNED, [_HANDLE, _HANDLE]),
    "Z3_stats_get_key": (ctypes.c_char_p, [_HANDLE, _HANDLE, _UNSIGNED]),
    "Z3_stats_get_uint_value": (_UNSIGNED, [_HANDLE, _HANDLE, _UNSIGNED]),
    "Z3_ast_vector_inc_ref": (None, [_HANDLE, _HANDLE]),
    "Z3_ast_vector_dec_ref": (None, [_HANDLE, _HANDLE]),
    "Z3_ast_vector_size": (_UNSIGNED, [_HANDLE, _HANDLE]),
    "Z3_ast_vector_get": (_HANDLE, [_HANDLE, _HANDLE, _UNSIGNED]),
    "Z3_model_inc_ref": (None, [_HANDLE, _HANDLE]),
    "Z3_model_dec_ref": (None, [_HANDLE, _HANDLE]),
    "Z3_model_get_const_interp": (_HANDLE, [_HANDLE, _HANDLE, _HANDLE]),
}


class SolverError(RuntimeError):
    """Z3 reported an error: a mistake of ours, or no memory left."""


class Library:
    """The calls as attributes, without their prefix; ``context`` is the process's one context.

    ``undefined`` and ``true`` are answers of a check, and values of a Boolean. A context is not safe to use
    from two threads at a time.
    """

    undefined, true = 0, 1

    def __init__(self, shared: ctypes.CDLL) -> None:
        """Bind the calls, and make the context."""
        for name, (result, arguments) in _SIGNATURES.items():
            call = getattr(shared, name)
            call.restype, call.argtypes = result, arguments
            setattr(self, name.removeprefix("Z3_"), call)
        config = self.mk_config()
        self.context: int = self.mk_context_rc(config)
        self.del_config(config)
        self._handler = _ERROR_HANDLER(lambda *_: None)
        self.set_error_handler(self.context, self._handler)
        self.boolean: int = self.mk_bool_sort(self.context)
        self._literals: dict[int, int] = {}
        self._count = 0

    def __getattr__(self, name: str) -> Any:
        """Calls are set when the library is bound."""
        raise AttributeError(name)

    def literal(self, literal: int) -> int:
        """The term of a positive number, or the negation of it. Terms live as long as the process."""
        found = self._literals.get(literal)
        if found is None:
            if literal < 0:
                found = self.mk_not(self.context, self.literal(-literal))
            else:
                found = self.mk_const(self.context, self.mk_int_symbol(self.context, literal), self.boolean)
            self.inc_ref(self.context, found)
            self._literals[literal] = found
        return found

    def terms(self, literals: Sequence[int]) -> Any:
        """The terms as an array for a call."""
        return self.handles([*map(self.literal, literals)])

    def handles(self, terms: Sequence[int]) -> Any:
        """Terms as an array for a call."""
        return (ctypes.c_void_p * len(terms))(*terms)

    def symbol(self, name: str) -> int:
        """A symbol of that name."""
        return int(self.mk_string_symbol(self.context, name.encode()))

    def spent(self, solver: int) -> int:
        """The resource units spent since the last time; ``solver`` is the one that was just used."""
        statistics = self.solver_get_statistics(self.context, solver)
        self.stats_inc_ref(self.context, statistics)
        count = self._count
        for place in reversed(range(self.stats_size(self.context, statistics))):
            if self.stats_get_key(self.context, statistics, place) == b"rlimit count":
                count = self.stats_get_uint_value(self.context, statistics, place)
                break
        self.stats_dec_ref(self.context, statistics)
        used, self._count = (count - self._count) % (1 << 32), count
        return used

    def raise_errors(self) -> None:
        """Raises `SolverError` if a call since the last time failed."""
        code = self.get_error_code(self.context)
        if code:
            raise SolverError(self.get_error_msg(self.context, code).decode())


@cache
def library() -> Library:
    """The library, loaded at the first use; ImportError if there is none."""
    path = next((path for path in _places() if path.is_file()), None)
    return Library(ctypes.CDLL(str(path) if path else _on_the_system()))


def _on_the_system() -> str:
    from ctypes.util import find_library  # noqa: PLC0415  (slow to import, and rarely needed)

    name = find_library("z3")
    if name is None:
        raise ImportError("Z3's library is missing: is `z3-solver` installed?")
    return name


def _places() -> Iterator[Path]:
    """Where the library may be: inside the installed package, beside it, or where the user says it is."""
    name = {"win32": "libz3.dll", "darwin": "libz3.dylib"}.get(sys.platform, "libz3.so")
    spec = find_spec("z3")
    for package in (spec.submodule_search_locations or ()) if spec else ():
        yield from (Path(package) / "lib" / name, Path(package) / name)
    yield from (Path(folder) / name for folder in os.environ.get("Z3_LIBRARY_PATH", "").split(os.pathsep))
    yield Path(sys.prefix) / "lib" / name
