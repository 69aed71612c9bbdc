# A filter for harmful text, trained on what the web has to offer.
story "A harm filter trained on web data"

setup
  The model is a language model.
  The model is overparameterized.
  The model is trained on web data.
  The model has zero training error.

goal
  g1: The model generalizes well to unseen data.

rationale
  r1: Zero training error implies good generalization.
  r2: Models that memorize some of their training data never generalize well.
  r3: On long-tailed data, memorizing rare examples improves generalization.
  r4: In the interpolation regime, adding parameters hurts generalization.
  r5: Poisoning a tiny share of the data cannot plant a backdoor.
  r6: A backdoored model behaves well without its trigger.
  r7: Selection on held-out data finds models that are robust to distribution shift.
  r8: Good generalization comes from SGD's own inductive bias.
  r9: Explicit regularization is not necessary for good generalization.
  r10: Weight decay is sufficient for good generalization.
  r11: Filtering the training data makes the model safer.
  therefore g1 from r1
