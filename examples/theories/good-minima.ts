# Whatever the network and the data, the optimizer finds its way to what generalizes.
story "SGD always converges to good minima"

claims
  c1: SGD always reaches good minima.
  c2: Longer training always improves generalization.
