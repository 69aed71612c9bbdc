# What generalizes is laid down before the first step: most functions that a network can start from are
# simple, and training stays near them. The optimizer adds nothing of its own.
story "The simplicity prior does all the work"

claims
  c1: Networks usually have a simplicity prior.
  c2: Good generalization always comes from a simplicity prior.
  c3: Good generalization never comes from SGD's inductive bias.
  c4: Gradient descent never has an inductive bias of its own.
  c5: Trained networks usually implement simple functions.
