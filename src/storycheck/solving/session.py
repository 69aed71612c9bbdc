"""One propositional solver session in Z3: clauses, guarded clauses, checks under guards.

A session speaks of a single case. Guards switch groups of clauses on for one check, so that a group is
encoded once however often it is asked about. Z3's solver for finite domains (`QF_FD`) is its SAT solver;
its answers, cores and resource counts repeat exactly. It is asked only where no answer is evident.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from storycheck.logic.atoms import Clause
from storycheck.solving.evident import Case, Clash, Evident
from storycheck.solving.limits import Limits, Undecided
from storycheck.solving.masks import Mask, bits

if TYPE_CHECKING:
    from storycheck.solving.native import Library

ALWAYS = 0
"""In the place of a guard: of clauses that count in every check."""
GUARDS = 1 << 28
"""Guards are numbered from here upwards, atoms below."""


class Session:
    """A solver with guards."""

    def __init__(self, limits: Limits) -> None:
        """An empty session; ``limits`` bound each check, and how many there may be."""
        self._limits = limits
        self.solved = False
        """Whether the solver has the word on every clash, evident or not."""
        self._guards = 0
        self._spent = 0
        self._evident = Evident()
        self._answer: Case | Clash | None = None
        self._waiting: dict[int, list[Clause]] = {}

    @cached_property
    def _z3(self) -> "Library":
        from storycheck.solving.native import library  # noqa: PLC0415  (many runs search for nothing)

        return library()

    @cached_property
    def _solver(self) -> int:
        z3 = self._z3
        solver: int = z3.mk_solver_for_logic(z3.context, z3.symbol("QF_FD"))
        z3.solver_inc_ref(z3.context, solver)
        parameters = z3.mk_params(z3.context)
        z3.params_inc_ref(z3.context, parameters)
        z3.params_set_bool(z3.context, parameters, z3.symbol("core.minimize"), True)
        z3.params_set_uint(z3.context, parameters, z3.symbol("rlimit"), self._limits.rlimit)
        z3.solver_set_params(z3.context, solver, parameters)
        z3.params_dec_ref(z3.context, parameters)
        return solver

    def __del__(self) -> None:
        """Gives the solver back, if there is one."""
        if "_solver" in self.__dict__:
            self._z3.solver_dec_ref(self._z3.context, self._solver)

    def add(self, clauses: Iterable[Clause], guard: int = ALWAYS) -> None:
        """Adds clauses for good, or such as count only in checks that name the guard."""
        found = self._waiting.setdefault(guard, [])
        new = tuple(clauses)
        found += new
        self._evident.add(guard, new)

    def guarded(self, clauses: Iterable[Clause]) -> int:
        """Adds clauses that count only in checks that name the guard returned."""
        self._guards += 1
        guard = GUARDS + self._guards
        self.add(clauses, guard)
        return guard

    def check(self, guards: Sequence[int]) -> bool:
        """Whether some case satisfies the clauses and those of the guards. Raises `Undecided`."""
        self._answer = answer = self._evident.answer((*guards, ALWAYS))
        if answer is None or (self.solved and isinstance(answer, Clash)):
            self._answer = None
            return self._search(guards)
        if isinstance(answer, Clash):
            self._spend(answer.steps)
        return isinstance(answer, Case)

    def _spend(self, steps: int) -> None:
        """The limit is for all clashes and searches of the session together."""
        self._spent += steps
        if self._limits.rlimit and self._spent > self._limits.rlimit:
            raise Undecided

    def _search(self, guards: Sequence[int]) -> bool:
        """The same by the solver."""
        self._spend(0)
        self._flush(guards)
        z3 = self._z3
        answer = z3.solver_check_assumptions(z3.context, self._solver, len(guards), z3.terms(guards))
        z3.raise_errors()
        self._spent += z3.spent(self._solver)
        if answer == z3.undefined:
            raise Undecided
        return bool(answer == z3.true)

    def excludes(self, ways: Sequence[Mask], marked: Mapping[Mask, Sequence[int]]) -> bool:
        """Whether the solver finds that no case satisfies the guards of all bits of one of the ways.

        Bits have the guards that are ``marked`` with them, those of 0 count in every way. It is one question,
        in which ways share what they have in common. Raises `Undecided`.
        """
        guards = marked.get(0, ())
        if len(ways) == 1:
            return not self._search([*guards, *(guard for bit in bits(ways[0]) for guard in marked[bit])])
        from storycheck.solving.choices import Choices  # noqa: PLC0415  (most runs have one way)

        self._flush([guard for some in marked.values() for guard in some])
        z3, context = self._z3, self._z3.context
        self._guards += 1
        one = GUARDS + self._guards
        terms = Choices(z3, {bit: [*map(z3.literal, some)] for bit, some in marked.items()})
        clause = z3.handles([z3.literal(-one), terms.one_of(sorted(ways))])
        z3.solver_assert(context, self._solver, z3.mk_or(context, 2, clause))
        terms.release()
        return not self._search([*guards, one])

    def _flush(self, guards: Iterable[int]) -> None:
        """Gives the solver the clauses of the guards, where it does not have them."""
        for guard in (ALWAYS, *guards):
            self._assert(self._waiting.pop(guard, ()), () if guard == ALWAYS else (-guard,))

    def _assert(self, clauses: Iterable[Clause], unless: Clause) -> None:
        z3, context, solver = self._z3, self._z3.context, self._solver
        for clause in clauses:
            literals = (*clause, *unless)
            z3.solver_assert(context, solver, z3.mk_or(context, len(literals), z3.terms(literals)))

    def core(self, guards: Iterable[int]) -> list[int]:
        """Those of the guards that the last check, which failed, needed."""
        if isinstance(self._answer, Clash):
            return [guard for guard in guards if guard in self._answer.groups]
        z3, context = self._z3, self._z3.context
        vector = z3.solver_get_unsat_core(context, self._solver)
        z3.ast_vector_inc_ref(context, vector)
        size = z3.ast_vector_size(context, vector)
        used = {z3.get_ast_id(context, z3.ast_vector_get(context, vector, place)) for place in range(size)}
        z3.ast_vector_dec_ref(context, vector)
        return [guard for guard in guards if z3.get_ast_id(context, z3.literal(guard)) in used]

    def case(self, atoms: Iterable[int], guards: Sequence[int] = ()) -> frozenset[int] | None:
        """Which of the atoms are true in a case as `check` asks for; None if there is none.

        Under guards it is the solver's, whose cases are like those that it found for the session before.
        """
        if not (self._search(guards) if guards else self.check(guards)):
            return None
        if not guards and isinstance(self._answer, Case):
            return self._evident.true(atoms, self._answer)
        z3, context = self._z3, self._z3.context
        found = z3.solver_get_model(context, self._solver)
        z3.model_inc_ref(context, found)
        true = frozenset(number for number in atoms if self._is_true(found, number))
        z3.model_dec_ref(context, found)
        return true

    def shows(self, clauses: Iterable[Clause]) -> bool:
        """Whether the case that the last check came upon satisfies some clauses; false if it told none."""
        return isinstance(self._answer, Case) and self._evident.satisfies(self._answer, clauses)

    def _is_true(self, found: int, number: int) -> bool:
        z3, context = self._z3, self._z3.context
        declaration = z3.get_app_decl(context, z3.to_app(context, z3.literal(number)))
        value = z3.model_get_const_interp(context, found, declaration)
        return bool(value) and z3.get_bool_value(context, value) == z3.true
