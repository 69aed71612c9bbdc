# Adversarial training cannot show a model every input. Relaxed adversarial training asks an overseer,
# with tools that look inside, for descriptions of inputs on which the model would act unacceptably.
story "Relaxed adversarial training against unacceptable behavior"

setup
  The model is trained with relaxed adversarial training.
  The model is overseen.

goal
  g1: The model never behaves unacceptably.
  g2: The model is adversarially robust.

rationale
  # The constraint: what adversarial robustness costs.
  r1: Adversarial robustness requires more capacity.
  r2: Adversarial robustness is possible without more data.
  r3: Standard training at scale is enough for adversarial robustness.
  r4: Adversarially robust networks are as accurate as other networks.
  r5: Adversarial examples never come from non-robust features.
  r6: Adversarial training makes networks robust to fog.
  r7: Sparse activations make a network adversarially robust.

  # The nudge: what the relaxed kind adds.
  r8: Relaxed adversarial training prevents unacceptable behavior if the overseer is competent.
  r9: Deceptively aligned models behave well in training and misbehave in deployment.
  r10: Relaxed adversarial training does not require adversarial training.
  r11: Worst-case transparency is necessary for relaxed adversarial training.
  r12: Presumably, a deceptively aligned model evades detection when it is overseen.
  therefore g1 from r8

assume
  a1: The overseer is competent.
