"""Solver-neutral logic: definitions, constraints, which rules count, evaluation."""
