"""The step Prioritise: why it is like this, what to work on, and votes."""
