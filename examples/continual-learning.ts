# A model in use meets a changing world, and is updated on what comes in.
story "Learning online after deployment"

setup
  The model is deployed.
  The model is updated online.

goal
  g1: The model is robust to distribution shift.
  g2: The model does not forget the previous task.

rationale
  r1: Online updates always keep previous knowledge intact.
  therefore g2 from r1

  r2: Continual training leads to catastrophic forgetting unless old data is replayed.
  r3: Larger networks forget less when they are finetuned on a new task.
  r4: Elastic weight consolidation reduces forgetting.
  r5: A plastic network forgets more than a network that has lost its plasticity.
  r6: Networks that use brittle features lack robustness to distribution shift.
  r7: Models that are updated online are robust to distribution shift.
  therefore g1 from r7

  r8: Networks only ever change their strategy gradually.
  r9: Replay prevents catastrophic forgetting.
  r10: Even if the network is large, online updates sometimes erase earlier skills.

assume
  a1: The model does not replay old data.
