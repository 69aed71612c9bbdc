"""One propositional solver session in Z3: clauses, guarded clauses, checks under guards.

A session speaks of a single case. Guards switch groups of clauses on for one check, so that a group is
encoded once however often it is asked about. Z3 is used through its C-level calls: building a term in
its Python classes costs more than solving such problems does.

Only the rooms above import this module, and only when something is to be decided: it imports z3.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from z3 import z3core as z3c
from z3.z3consts import Z3_L_FALSE, Z3_L_TRUE
from z3.z3types import Ast

from storycheck.logic.atoms import Clause
from storycheck.solving.limits import Limits, Undecided


_HANDLERS: list[Any] = []
"""Kept alive for Z3. Errors are raised by the wrappers of its calls, not by the handler."""


@cache
def _context() -> Any:
    """One Z3 context for the process; it is not safe to use from two threads at a time."""
    config = z3c.Z3_mk_config()
    context = z3c.Z3_mk_context(config)
    z3c.Z3_del_config(config)
    _HANDLERS.append(z3c.Z3_set_error_handler(context, lambda *_: None))
    return context


@cache
def _literal(literal: int) -> Any:
    """The term of an atom (even symbols) or of its negation; terms live as long as the process."""
    context = _context()
    if literal < 0:
        term = z3c.Z3_mk_not(context, _literal(-literal))
    else:
        symbol = z3c.Z3_mk_int_symbol(context, literal)
        term = z3c.Z3_mk_const(context, symbol, z3c.Z3_mk_bool_sort(context))
    z3c.Z3_inc_ref(context, term)
    return term


class Session:
    """A solver with guards. Atoms and guards share one numbering: guards are negative numbers' concern
    of nobody else, so they are numbered from ``GUARDS`` upwards."""

    GUARDS = 1 << 28

    def __init__(self, limits: Limits) -> None:
        self._context = _context()
        self._limits = limits
        self._guards = 0
        self.checks = 0
        logic = z3c.Z3_mk_string_symbol(self._context, "QF_FD")
        self._solver = z3c.Z3_mk_solver_for_logic(self._context, logic)
        z3c.Z3_solver_inc_ref(self._context, self._solver)
        self._set_parameters()

    def __del__(self) -> None:
        z3c.Z3_solver_dec_ref(self._context, self._solver)

    def _set_parameters(self) -> None:
        context = self._context
        parameters = z3c.Z3_mk_params(context)
        z3c.Z3_params_inc_ref(context, parameters)
        z3c.Z3_params_set_bool(context, parameters, z3c.Z3_mk_string_symbol(context, "core.minimize"), True)
        rlimit = z3c.Z3_mk_string_symbol(context, "rlimit")
        z3c.Z3_params_set_uint(context, parameters, rlimit, self._limits.rlimit)
        z3c.Z3_solver_set_params(context, self._solver, parameters)
        z3c.Z3_params_dec_ref(context, parameters)

    def add(self, clauses: Iterable[Clause]) -> None:
        """Asserts clauses for good."""
        for clause in clauses:
            terms = (Ast * len(clause))(*map(_literal, clause))
            term = z3c.Z3_mk_or(self._context, len(clause), terms)
            z3c.Z3_solver_assert(self._context, self._solver, term)

    def guarded(self, clauses: Iterable[Clause]) -> int:
        """Adds clauses that count only in checks that name the guard returned."""
        self._guards += 1
        guard = self.GUARDS + self._guards
        self.add((*clause, -guard) for clause in clauses)
        return guard

    def check(self, guards: Sequence[int]) -> bool:
        """Whether some case satisfies the clauses and those of the guards. Raises `Undecided`."""
        if self._limits.checks and self.checks >= self._limits.checks:
            raise Undecided
        self.checks += 1
        terms = (Ast * len(guards))(*map(_literal, guards))
        answer = z3c.Z3_solver_check_assumptions(self._context, self._solver, len(guards), terms)
        if answer == Z3_L_TRUE:
            return True
        if answer == Z3_L_FALSE:
            return False
        raise Undecided

    def core(self, guards: Iterable[int]) -> list[int]:
        """Those of the guards that the last check, which failed, needed."""
        context = self._context
        vector = z3c.Z3_solver_get_unsat_core(context, self._solver)
        z3c.Z3_ast_vector_inc_ref(context, vector)
        size = z3c.Z3_ast_vector_size(context, vector)
        used = {z3c.Z3_get_ast_id(context, z3c.Z3_ast_vector_get(context, vector, i)) for i in range(size)}
        z3c.Z3_ast_vector_dec_ref(context, vector)
        return [guard for guard in guards if z3c.Z3_get_ast_id(context, _literal(guard)) in used]

    def case(self, atoms: Iterable[int]) -> frozenset[int]:
        """Which of the atoms are true in the case that the last check, which succeeded, found."""
        context = self._context
        model = z3c.Z3_solver_get_model(context, self._solver)
        z3c.Z3_model_inc_ref(context, model)
        true = frozenset(number for number in atoms if _is_true(context, model, number))
        z3c.Z3_model_dec_ref(context, model)
        return true


def _is_true(context: Any, model: Any, number: int) -> bool:
    declaration = z3c.Z3_get_app_decl(context, z3c.Z3_to_app(context, _literal(number)))
    value = z3c.Z3_model_get_const_interp(context, model, declaration)
    return bool(value) and z3c.Z3_get_bool_value(context, value) == Z3_L_TRUE
