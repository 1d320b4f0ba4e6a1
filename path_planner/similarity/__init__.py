"""Similarity of voices and suggestions of themes: offline, reproducible, and only ever suggestions.

Reproducibility: for the same texts, with their ids, languages and themes, every vector,
similarity, ranking, level, theme, cluster seed and shared word is the same to the last digit:

- on one machine: whatever else was embedded before or along with a text, in whatever order and
  number, whether its vector comes from memory, from a file, or is computed anew;
- on all machines: whatever the processor and its instructions, the system, and the versions of
  NumPy and of its BLAS library, as long as they add and multiply float64 as IEEE 754 says.

It holds for one version of this package, of the encoder, which is pinned, and of the Unicode tables
of Python: a newer Python may know a letter that an older one does not. `fixed_point` explains the
method. Timing and calls of progress callbacks are not reproducible.
"""
