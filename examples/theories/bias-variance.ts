# The textbook account: a larger class of functions fits the noise, and pays for it on new data.
story "Classical bias and variance"

claims
  c1: The more parameters a network has, the more it overfits.
  c2: Networks that fit random labels never generalize well.
  c3: Overparameterized networks usually generalize badly.
  c4: Explicit regularization usually improves generalization.
