# Networks see what we see: their features are those that a person would name.
story "Features are human-interpretable"

claims
  c1: Networks always use human-aligned features.
  c2: Networks never use non-robust features.
  c3: High probing accuracy always shows that the property is encoded.
  c4: A property that is encoded is always used for the output.
