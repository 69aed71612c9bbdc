"""Verdicts on claims, stories and evidence."""
