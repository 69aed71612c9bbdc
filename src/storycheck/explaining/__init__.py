"""Why: conflicts, supports, witnesses, gaps, presumptions, related items."""
