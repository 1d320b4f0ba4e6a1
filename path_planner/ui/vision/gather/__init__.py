"""The step Gather: import of PATHs and conversations, and checks of what was imported."""
