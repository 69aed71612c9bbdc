"""Other orders of words. A new one belongs in the file of its kind, and there in ``ORDERS``."""
