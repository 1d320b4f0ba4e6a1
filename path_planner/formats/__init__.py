"""Convert marks to foreign formats and back: pure functions."""
