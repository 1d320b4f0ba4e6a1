"""The step Gather: what comes in, and what is looked over."""
