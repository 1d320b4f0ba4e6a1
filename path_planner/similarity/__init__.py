"""Suggestions for putting voices together: offline, the same each time, and never the last word.

What is the same each time. For the same texts, with their ids, languages and themes, every vector,
likeness, order, step of likeness, theme, seed and shared word is the same to the last digit:

- on one machine: whatever else was embedded before or along with a text, in whatever order and
  number, whether its vector was kept in the program, in a file, or made anew;
- on all machines: whatever the processor and its instructions, the system, and the versions of
  NumPy and of its BLAS library, as long as they add and multiply float64 as IEEE 754 says.

It holds for one version of this package, of the encoder, which is pinned, and of the Unicode tables
of Python: a newer Python may know a letter that an older one does not. How it is done stands in
`fixed_point`. Time and progress are not the same each time.
"""
