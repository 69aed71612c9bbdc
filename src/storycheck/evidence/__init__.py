"""Evidence packs: items and vocabulary, loaded, chosen from, audited."""
