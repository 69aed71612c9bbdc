# A language model becomes an assistant: pretraining gives it knowledge, finetuning on
# demonstrations and human feedback give it manners.
story "A helpful, honest and harmless assistant"

setup
  The model is a language model.
  The model is pretrained on web text.
  The model is finetuned on demonstrations.
  The model is trained with RLHF.

goal
  g1: The model is helpful, honest and harmless.
  g2: The model keeps what pretraining taught.

rationale
  r1: Finetuning never erases what pretraining taught.
  therefore g2 from r1

  r2: At scale, finetuned networks do not forget the previous task.
  r3: Networks that are finetuned usually forget the previous task.

  # What the model says.
  r4: Larger language models imitate human falsehoods less.
  r5: RLHF improves helpfulness but hurts calibration.
  r6: Models trained on human feedback are sometimes sycophantic.
  r7: A model that understands human values is not necessarily honest.
  r8: Safety training prevents harmful behavior unless the model is deceptively aligned.

  r9: We expect that more capable models are more sycophantic.

  # What it leaks.
  r10: Larger language models leak training data less.
  therefore g1 from r5, r8

assume
  a1: The model is trained on reliable feedback.
  a2: The model is not deceptively aligned.
