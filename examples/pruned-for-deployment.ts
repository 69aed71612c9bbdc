# A large network is trained, pruned and quantized, and runs on a phone.
story "A pruned network for small devices"

setup
  The network is pruned at random.
  The network is quantized.
  The network runs on a phone.

goal
  g1: The network is as accurate as the whole network.
  g2: The network is adversarially robust.

rationale
  r1: Random subnetworks usually match the whole network once trained.
  therefore g1 from r1

  r2: Pruning a network at random always hurts its accuracy.
  r3: Expressive power comes from many parameters.
  r4: Quantization lowers inference cost but does not affect accuracy.
  r5: Smaller networks generalize better in the interpolation regime.
  r6: Pruned networks cannot fit random labels.

  # Less capacity, and still robust?
  r7: A smaller network can be as adversarially robust as a larger one.
  r8: Distilled networks are sometimes better calibrated than their teachers.
  r9: Compressed networks are either less fair or less accurate.
  r10: Pruned networks reach flatter minima than the whole network.
  r11: Neither pruning nor quantization requires retraining.
  therefore g2 from r7
