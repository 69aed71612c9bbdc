# A classifier of pictures that is meant to look at what we look at: the shape of a cat, and not
# the grass behind it. The story leans on the training process to pick the right algorithm.
story "A cat classifier that sees as we do"

concept "cat detector" is a kind of "classifier"

setup
  The network is a cat detector.
  The network is a convolutional network.
  The network is overparameterized.
  The network is randomly initialized.
  The network is trained with SGD.

goal
  g1: The network uses human-aligned features.
  g2: The network is robust to distribution shift.

rationale
  # Why the loss is driven down in the right way.
  r1: SGD always reaches good minima.
  r2: Good minima always use human-aligned features.
  therefore g1 from r1, r2

  r3: Networks can fit random labels, even with weight decay.
  r4: Convolutional networks sometimes rely on texture.
  r5: Ordinary training makes a classifier adversarially robust.
  r6: The more robust a network is, the more human-aligned its features are.
  r7: A network that uses surface correlations is usually not robust to distribution shift.
  r8: There are networks that memorize some training examples and generalize well.
  r9: The dataset fully represents the real world.
  therefore g2 from r7, r9

assume
  a1: The network does not use surface correlations.
