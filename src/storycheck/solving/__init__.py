"""The solver: sessions, limits, and tests of what can stand together. The only room that uses Z3."""
