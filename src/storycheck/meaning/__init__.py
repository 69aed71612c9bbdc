"""What sentences mean: propositions, the words they are made of, reading and reading back."""
