"""Making named tuples where a sentence makes dozens of them."""

made = tuple.__new__
"""``made(Token, (terminal, segment, value))`` is ``Token(terminal, segment, value)`` in half the time.

It leaves out the Python function that the class call is, and with it the check of the values' number.
"""
