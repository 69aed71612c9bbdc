# A monitor reads the activations of a capable model with probes, and raises the alarm.
story "Oversight by probing"

setup
  The model is a language model.
  The model is probed.
  The model is monitored.

goal
  g1: The model never deceives its overseers.

rationale
  r1: High probing accuracy shows that the property is encoded.
  r2: Low probing accuracy proves that the property is not encoded.
  r3: Every property that is encoded is used for the output.
  r4: High probing accuracy sometimes comes from a correlated property.
  r5: An accurate probe for syntax proves that syntax is encoded.
  r6: It is possible that a probe memorizes the task.

  # Would a better tool do?
  r7: Only interpretability tools can detect deceptively aligned models.
  r8: Monitored models always behave well.
  r9: A model that behaves well never deceives its overseers.
  therefore g1 from r8, r9

  r10: Training against the monitor leads to hidden reasoning.
  r11: Unless the monitor colludes with the model, reward hacking is detected.

assume
  a1: The monitor does not collude with the model.
