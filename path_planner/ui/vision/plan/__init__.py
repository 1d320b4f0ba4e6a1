"""The step Plan: actions, outcomes, people and words."""
